/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-rollout-widgets.h"

#include "slip-actions.h"
#include "slip-chip-link.h"
#include "slip-lane-title.h"
#include "slip-stage-bar.h"

#define TITLE_KEY      "title:"
#define MOST_REQUESTED 200
#define PLAN_PX        5
#define FAR_DAYS       365

struct _SlipRolloutWidgets {
  GtkWidget *parent;
  GHashTable *shown; /* id of a stage, or TITLE_KEY and a release → Shown */
  GPtrArray *spare_bars;
  GPtrArray *spare_titles;
  GHashTable *requested; /* ids of releases whose stages were asked for */
  GPtrArray *wanted;     /* of ids of releases whose stages are to be */
};

/* A widget in use, and where it is. */
typedef struct {
  GtkWidget *widget;
  SlipRolloutPlace place;
} Shown;

static GHashTable *
new_shown (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

SlipRolloutWidgets *
slip_rollout_widgets_new (GtkWidget *parent)
{
  SlipRolloutWidgets *self = g_new0 (SlipRolloutWidgets, 1);

  self->parent = parent;
  self->shown = new_shown ();
  self->spare_bars = g_ptr_array_new ();
  self->spare_titles = g_ptr_array_new ();
  self->requested =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->wanted = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
slip_rollout_widgets_free (SlipRolloutWidgets *self)
{
  g_hash_table_unref (self->shown);
  g_ptr_array_unref (self->spare_bars);
  g_ptr_array_unref (self->spare_titles);
  g_hash_table_unref (self->requested);
  g_ptr_array_unref (self->wanted);
  g_free (self);
}

static char *
dup_key (const SlipRolloutScene *scene, SlipRolloutPlace place)
{
  const SlipRow *release = slip_rollout_scene_get_lane (scene, place)->release;

  if (place.bar < 0)
    return g_strconcat (TITLE_KEY, slip_row_get_id (release), NULL);
  return g_strdup (
    slip_row_get_id (slip_rollout_scene_get_bar (scene, place)->stage));
}

/* In the order of the children lie bars below titles. */
static GtkWidget *
take_widget (SlipRolloutWidgets *self, gboolean is_title)
{
  GPtrArray *spare = is_title ? self->spare_titles : self->spare_bars;
  GtkWidget *widget;

  if (spare->len > 0) {
    widget = g_ptr_array_steal_index_fast (spare, spare->len - 1);
    gtk_widget_set_child_visible (widget, TRUE);
    return widget;
  }
  widget = is_title ? slip_lane_title_new () : slip_stage_bar_new ();
  if (is_title)
    gtk_widget_insert_before (widget, self->parent, NULL);
  else
    gtk_widget_insert_after (widget, self->parent, NULL);
  return widget;
}

static void
put_aside (SlipRolloutWidgets *self, GtkWidget *widget)
{
  gtk_widget_set_child_visible (widget, FALSE);
  g_ptr_array_add (SLIP_IS_LANE_TITLE (widget) ? self->spare_titles
                                               : self->spare_bars,
                   widget);
}

/* The stages of what is closed are read when its lane comes into sight. */
static void
want_parts (SlipRolloutWidgets *self, const SlipTimelineLane *lane)
{
  const char *id = slip_row_get_id (lane->release);

  if (lane->is_loaded || !slip_release_is_closed (lane->release) ||
      g_hash_table_size (self->requested) > MOST_REQUESTED ||
      !g_hash_table_add (self->requested, g_strdup (id)))
    return;
  g_ptr_array_add (self->wanted, g_strdup (id));
}

void
slip_rollout_widgets_request_parts (SlipRolloutWidgets *self)
{
  g_autoptr (GPtrArray) wanted = g_steal_pointer (&self->wanted);

  self->wanted = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < wanted->len; i++)
    gtk_widget_activate_action (self->parent, SLIP_ACTION_LOAD_PARTS, "s",
                                wanted->pdata[i]);
}

static void
select_title (SlipLaneTitle *title, const SlipRolloutScene *scene)
{
  const char *release = slip_lane_title_get_release (title);

  slip_lane_title_set_selected (title,
                                g_strcmp0 (release, scene->selected) == 0);
  slip_chip_link_describe (GTK_WIDGET (title), scene->state, release,
                           scene->selected);
}

static void
fill_widget (SlipRolloutWidgets *self,
             const SlipRolloutScene *scene,
             GtkWidget *widget,
             SlipRolloutPlace place)
{
  const SlipTimelineLane *lane = slip_rollout_scene_get_lane (scene, place);
  SlipDate today = scene->timeline->today;

  if (place.bar >= 0) {
    slip_stage_bar_set_content (SLIP_STAGE_BAR (widget), scene->state, lane,
                                slip_rollout_scene_get_bar (scene, place),
                                today);
    return;
  }
  slip_lane_title_set_content (SLIP_LANE_TITLE (widget), scene->state, lane,
                               today,
                               slip_rollout_lanes_is_narrow (scene->layout));
  select_title (SLIP_LANE_TITLE (widget), scene);
  want_parts (self, lane);
}

static void
bind_widget (SlipRolloutWidgets *self,
             const SlipRolloutScene *scene,
             GHashTable *old,
             SlipRolloutPlace place,
             gboolean is_news)
{
  g_autofree char *key = dup_key (scene, place);
  gpointer held_key = NULL;
  gpointer held = NULL;
  Shown *shown;

  if (g_hash_table_contains (self->shown, key))
    return;
  if (g_hash_table_steal_extended (old, key, &held_key, &held)) {
    g_free (held_key);
    shown = held;
  } else {
    shown = g_new0 (Shown, 1);
    shown->widget = take_widget (self, place.bar < 0);
    is_news = TRUE;
  }
  shown->place = place;
  if (is_news)
    fill_widget (self, scene, shown->widget, place);
  g_hash_table_insert (self->shown, g_steal_pointer (&key), shown);
}

static void
bind_lane (SlipRolloutWidgets *self,
           const SlipRolloutScene *scene,
           GHashTable *old,
           int lane,
           gboolean is_news)
{
  SlipRolloutPlace place = { lane, -1 };
  SlipRect view = slip_rollout_lanes_get_view (scene->layout);
  int n_bars = (int) slip_rollout_scene_get_lane (scene, place)->bars->len;

  bind_widget (self, scene, old, place, is_news);
  for (place.bar = 0; place.bar < n_bars; place.bar++)
    if (slip_rect_overlaps (slip_rollout_scene_get_rect (scene, place), view))
      bind_widget (self, scene, old, place, is_news);
}

static GtkWidget *
get_focus (SlipRolloutWidgets *self)
{
  GtkRoot *root = gtk_widget_get_root (self->parent);
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  return focus && gtk_widget_get_parent (focus) == self->parent ? focus : NULL;
}

SlipRolloutPlace
slip_rollout_widgets_find_focused (SlipRolloutWidgets *self,
                                   const SlipRolloutScene *scene)
{
  GtkWidget *focus = get_focus (self);

  if (!focus)
    return SLIP_ROLLOUT_NOWHERE;
  if (SLIP_IS_STAGE_BAR (focus))
    return slip_rollout_scene_find (
      scene, slip_stage_bar_get_release (SLIP_STAGE_BAR (focus)),
      slip_stage_bar_get_stage (SLIP_STAGE_BAR (focus)));
  if (SLIP_IS_LANE_TITLE (focus))
    return slip_rollout_scene_find (
      scene, slip_lane_title_get_release (SLIP_LANE_TITLE (focus)), NULL);
  return SLIP_ROLLOUT_NOWHERE;
}

void
slip_rollout_widgets_bind (SlipRolloutWidgets *self,
                           const SlipRolloutScene *scene,
                           gboolean is_news)
{
  g_autoptr (GHashTable) old = self->shown;
  GHashTableIter iter;
  gpointer shown;

  self->shown = new_shown ();
  if (scene->layout) {
    SlipRolloutPlace focused = slip_rollout_widgets_find_focused (self, scene);
    int n_lanes = 0;
    int first =
      slip_rollout_lanes_find_lanes (scene->layout, scene->scroll, &n_lanes);

    if (focused.lane >= 0)
      bind_widget (self, scene, old, focused, is_news);
    for (int lane = first; lane < first + n_lanes; lane++)
      bind_lane (self, scene, old, lane, is_news);
  }
  g_hash_table_iter_init (&iter, old);
  while (g_hash_table_iter_next (&iter, NULL, &shown))
    put_aside (self, ((Shown *) shown)->widget);
}

SlipLaneSizes
slip_rollout_widgets_measure (SlipRolloutWidgets *self, int width_px)
{
  gboolean is_narrow = slip_rollout_lanes_is_narrow_width (width_px);

  return (SlipLaneSizes){
    .width_px = width_px,
    .label_px = slip_lane_title_measure_height (self->parent, is_narrow),
    .bar_px = slip_stage_bar_measure_height (self->parent),
    .plan_px = PLAN_PX,
  };
}

/* How far the caption of a bar may reach beyond it: to the next one. */
static int
find_room (const SlipRolloutScene *scene, SlipRolloutPlace place)
{
  const SlipTimelineLane *lane = slip_rollout_scene_get_lane (scene, place);
  const SlipTimelineBar *bar = slip_rollout_scene_get_bar (scene, place);
  const int *rows = scene->rows->pdata[place.lane];
  double end = bar->end + FAR_DAYS;

  for (guint i = 0; i < lane->bars->len; i++) {
    const SlipTimelineBar *other = slip_timeline_lane_get_bar (lane, (int) i);

    if (rows[i] == rows[place.bar] && other->start > bar->start)
      end = MIN (end, other->start);
  }
  return (int) ((end - bar->end) *
                slip_rollout_lanes_get_scale (scene->layout)->day_px);
}

static void
place_child (GtkWidget *child, SlipRect rect)
{
  GtkAllocation allocation = { rect.x, rect.y, rect.width, rect.height };

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL,
                      NULL);
  gtk_widget_size_allocate (child, &allocation, -1);
}

void
slip_rollout_widgets_allocate (SlipRolloutWidgets *self,
                               const SlipRolloutScene *scene)
{
  GHashTableIter iter;
  gpointer data;

  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, NULL, &data)) {
    const Shown *shown = data;

    place_child (shown->widget,
                 slip_rollout_scene_get_rect (scene, shown->place));
    if (shown->place.bar >= 0)
      slip_stage_bar_set_room (SLIP_STAGE_BAR (shown->widget),
                               find_room (scene, shown->place));
  }
}

void
slip_rollout_widgets_snapshot (SlipRolloutWidgets *self,
                               const SlipRolloutScene *scene,
                               gboolean are_titles,
                               GtkSnapshot *snapshot)
{
  SlipRect view = are_titles ? slip_rollout_lanes_get_label_view (scene->layout)
                             : slip_rollout_lanes_get_view (scene->layout);
  GHashTableIter iter;
  gpointer data;

  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT ((float) view.x, (float) view.y,
                                               (float) view.width,
                                               (float) view.height));
  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, NULL, &data)) {
    const Shown *shown = data;

    if (are_titles == (shown->place.bar < 0))
      gtk_widget_snapshot_child (self->parent, shown->widget, snapshot);
  }
  gtk_snapshot_pop (snapshot);
}

void
slip_rollout_widgets_select (SlipRolloutWidgets *self,
                             const SlipRolloutScene *scene)
{
  GHashTableIter iter;
  gpointer data;

  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, NULL, &data)) {
    GtkWidget *widget = ((Shown *) data)->widget;

    if (SLIP_IS_LANE_TITLE (widget))
      select_title (SLIP_LANE_TITLE (widget), scene);
  }
}

GtkWidget *
slip_rollout_widgets_get (SlipRolloutWidgets *self,
                          const SlipRolloutScene *scene,
                          SlipRolloutPlace place)
{
  g_autofree char *key = NULL;
  const Shown *shown;

  if (place.lane < 0)
    return NULL;
  key = dup_key (scene, place);
  shown = g_hash_table_lookup (self->shown, key);
  return shown ? shown->widget : NULL;
}

guint
slip_rollout_widgets_count (SlipRolloutWidgets *self)
{
  return g_hash_table_size (self->shown);
}

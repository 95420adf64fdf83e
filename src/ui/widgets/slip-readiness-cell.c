/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-readiness-cell.h"

#include "slip-actions.h"
#include "slip-feed-text.h"
#include "slip-now.h"
#include "slip-readiness-text.h"
#include "slip-widget-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PAD_X_PX      10
#define PAD_Y_PX      7
#define SPACE_PX      1
#define OPTION_GAP_PX 6
#define SMALL_SCALE   0.83
#define TEXT_SHARE    0.3f
#define DIM           0.72f
#define SHORTEST_NAME 4
#define SEPARATOR     " · "

typedef enum {
  LINE_NAME,   /* of the audience, in a list */
  LINE_FIGURE, /* or the title of the release */
  LINE_OPTION, /* beside the figure */
  LINE_DETAIL,
  N_LINES,
} Line;

struct _SlipReadinessCell {
  GtkWidget parent_instance;

  SlipMatrixPlace place;
  char *release;
  char *audience;
  char *checklist;
  char *owner;
  char *label;
  char *texts[N_LINES];
  char *hint;
  gboolean has_warning; /* the last line is one */

  /* Made when first drawn, dropped when the style changes. */
  PangoLayout *layouts[N_LINES];
};

enum {
  ACTIVATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlipReadinessCell, slip_readiness_cell, GTK_TYPE_WIDGET)

static PangoLayout *
new_layout (GtkWidget *widget, Line line, const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (line != LINE_FIGURE) {
    pango_attr_list_insert (attributes, pango_attr_scale_new (SMALL_SCALE));
    /* Only the title of a release is bold by the style. */
    pango_attr_list_insert (attributes,
                            pango_attr_weight_new (line == LINE_NAME
                                                     ? PANGO_WEIGHT_BOLD
                                                     : PANGO_WEIGHT_NORMAL));
  }
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

static PangoLayout *
ensure_layout (SlipReadinessCell *self, Line line)
{
  const char *text =
    line == LINE_DETAIL && self->hint ? self->hint : self->texts[line];

  if (!text)
    return NULL;
  if (!self->layouts[line])
    self->layouts[line] = new_layout (GTK_WIDGET (self), line, text);
  return self->layouts[line];
}

static void
forget_layouts (SlipReadinessCell *self)
{
  for (guint i = 0; i < N_LINES; i++)
    g_clear_object (&self->layouts[i]);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The theme's red is made for large things; small text needs more contrast. */
static GdkRGBA
get_warning_color (GtkWidget *widget, const GdkRGBA *text)
{
  GdkRGBA color = *text;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget),
                                       "error_color", &color))
    return *text;
  color.red += (text->red - color.red) * TEXT_SHARE;
  color.green += (text->green - color.green) * TEXT_SHARE;
  color.blue += (text->blue - color.blue) * TEXT_SHARE;
  return color;
}

/* The number alone says enough where there is no room for more. */
static void
shorten (PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);
  g_autofree char *first = g_strndup (text, strcspn (text, " "));

  pango_layout_set_text (layout, first, -1);
}

/* Leaves @n letters of the first part of @text; @rest is what follows it. */
static void
set_first_letters (PangoLayout *layout,
                   const char *text,
                   glong n,
                   const char *rest)
{
  g_autofree char *start = g_utf8_substring (text, 0, n);
  g_autofree char *shorter = g_strconcat (start, "…", rest, NULL);

  pango_layout_set_text (layout, shorter, -1);
}

/* Takes letters off the first part of 'who · since when' until the rest, which
 * is what is pressing, can be read.  By halves: each trial is laid out anew. */
static void
shorten_first_part (PangoLayout *layout)
{
  g_autofree char *text = g_strdup (pango_layout_get_text (layout));
  const char *rest = strstr (text, SEPARATOR);
  glong low = SHORTEST_NAME;
  glong high = rest ? g_utf8_strlen (text, rest - text) - 1 : 0;
  glong n = 0;

  if (high < low)
    return;
  while (low < high) {
    n = high - (high - low) / 2;
    set_first_letters (layout, text, n, rest);
    if (pango_layout_is_ellipsized (layout))
      high = n - 1;
    else
      low = n;
  }
  if (n != low)
    set_first_letters (layout, text, low, rest);
}

/* Draws at the leading side of what is from @start_px on; returns where it
 * ends. */
static int
draw_line (SlipReadinessCell *self,
           GtkSnapshot *snapshot,
           Line line,
           int start_px,
           int top_px)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int room = gtk_widget_get_width (widget) - start_px - PAD_X_PX;
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  PangoLayout *layout = ensure_layout (self, line);
  PangoRectangle extents;
  GdkRGBA color;
  int x;

  if (!layout || room <= 0)
    return start_px;
  pango_layout_set_width (layout, room * PANGO_SCALE);
  if (line == LINE_OPTION && pango_layout_is_ellipsized (layout))
    shorten (layout);
  else if (line == LINE_DETAIL && self->audience && self->owner &&
           pango_layout_is_ellipsized (layout))
    shorten_first_part (layout);
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  x = is_rtl ? gtk_widget_get_width (widget) - start_px - extents.width
             : start_px;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  if (line == LINE_DETAIL && self->has_warning && !self->hint)
    color = get_warning_color (widget, &color);
  else if (line != LINE_FIGURE && line != LINE_NAME)
    color.alpha *= DIM;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) (x - extents.x),
                                                (float) top_px));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
  return start_px + extents.width;
}

/* With the width that it is drawn with, so that it is laid out once. */
static int
get_line_height (SlipReadinessCell *self, Line line)
{
  PangoLayout *layout = ensure_layout (self, line);
  int room = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * PAD_X_PX;
  int height = 0;

  if (!layout)
    return 0;
  if (line != LINE_OPTION && room > 0)
    pango_layout_set_width (layout, room * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static void
slip_readiness_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SlipReadinessCell *self = SLIP_READINESS_CELL (widget);
  int name = get_line_height (self, LINE_NAME);
  int figure = get_line_height (self, LINE_FIGURE);
  int detail = get_line_height (self, LINE_DETAIL);
  int option = get_line_height (self, LINE_OPTION);
  int top =
    (gtk_widget_get_height (widget) - name - figure - detail - SPACE_PX) / 2;
  int end;

  draw_line (self, snapshot, LINE_NAME, PAD_X_PX, top);
  end = draw_line (self, snapshot, LINE_FIGURE, PAD_X_PX, top + name);
  draw_line (self, snapshot, LINE_OPTION, end + OPTION_GAP_PX,
             top + name + (figure - option) * 2 / 3);
  draw_line (self, snapshot, LINE_DETAIL, PAD_X_PX,
             top + name + figure + SPACE_PX);
}

static void
slip_readiness_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (slip_readiness_cell_parent_class)
    ->css_changed (widget, change);

  forget_layouts (SLIP_READINESS_CELL (widget));
}

static void
slip_readiness_cell_direction_changed (GtkWidget *widget,
                                       GtkTextDirection previous)
{
  forget_layouts (SLIP_READINESS_CELL (widget));
}

static gboolean
slip_readiness_cell_query_tooltip (GtkWidget *widget,
                                   int x,
                                   int y,
                                   gboolean is_keyboard,
                                   GtkTooltip *tooltip)
{
  SlipReadinessCell *self = SLIP_READINESS_CELL (widget);

  if (!self->label)
    return FALSE;
  gtk_tooltip_set_text (tooltip, self->label);
  return TRUE;
}

static void
slip_readiness_cell_activate (SlipReadinessCell *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (!self->release)
    return;
  if (self->audience)
    gtk_widget_activate_action (widget, SLIP_ACTION_SHOW_CHECKLIST, "(ss)",
                                self->release, self->checklist);
  else
    gtk_widget_activate_action (widget, SLIP_ACTION_OPEN, "s", self->release);
}

static void
slip_readiness_cell_finalize (GObject *object)
{
  SlipReadinessCell *self = SLIP_READINESS_CELL (object);

  for (guint i = 0; i < N_LINES; i++) {
    g_free (self->texts[i]);
    g_clear_object (&self->layouts[i]);
  }
  g_free (self->release);
  g_free (self->audience);
  g_free (self->checklist);
  g_free (self->owner);
  g_free (self->label);
  g_free (self->hint);

  G_OBJECT_CLASS (slip_readiness_cell_parent_class)->finalize (object);
}

static void
slip_readiness_cell_class_init (SlipReadinessCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = slip_readiness_cell_finalize;
  widget_class->snapshot = slip_readiness_cell_snapshot;
  widget_class->css_changed = slip_readiness_cell_css_changed;
  widget_class->direction_changed = slip_readiness_cell_direction_changed;
  widget_class->query_tooltip = slip_readiness_cell_query_tooltip;
  signals[ACTIVATE] =
    g_signal_new_class_handler ("activate", SLIP_TYPE_READINESS_CELL,
                                G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION,
                                G_CALLBACK (slip_readiness_cell_activate), NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, signals[ACTIVATE]);
  gtk_widget_class_set_css_name (widget_class, "readinesscell");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
slip_readiness_cell_init (SlipReadinessCell *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
slip_readiness_cell_new (void)
{
  return g_object_new (SLIP_TYPE_READINESS_CELL, NULL);
}

static void
set_class (SlipReadinessCell *self, const char *name, gboolean is_set)
{
  if (is_set)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
set_classes (SlipReadinessCell *self, const SlipReadinessCellContent *content)
{
  const SlipChecklistSummary *checklist = content->checklist;
  SlipTone tone =
    checklist ? slip_checklist_summary_get_tone (checklist, content->today)
              : SLIP_TONE_NONE;
  gboolean is_blank = content->audience && !checklist;
  gboolean is_needed = checklist && !checklist->is_not_needed;

  set_class (self, "release", !content->audience);
  set_class (self, "blank", is_blank);
  set_class (self, "not-needed", checklist && checklist->is_not_needed);
  set_class (self, "empty", is_needed && checklist->n_required == 0);
  set_class (self, "good", tone == SLIP_TONE_GOOD);
  set_class (self, "warning", tone == SLIP_TONE_WARNING);
  set_class (self, "error", tone == SLIP_TONE_ERROR);
}

/* The mark goes where it is not cut. */
static void
add_mark (SlipReadinessCell *self)
{
  g_autofree char *optional = g_steal_pointer (&self->texts[LINE_OPTION]);

  self->texts[LINE_OPTION] =
    optional ? g_strdup_printf (SLIP_DISAGREEMENT_MARK " %s", optional)
             : g_strdup (SLIP_DISAGREEMENT_MARK);
}

/* Adds what a feed says to the last line. */
static void
add_feed (SlipReadinessCell *self, const SlipReadinessCellContent *content)
{
  SlipMoment moment = slip_now_get (GTK_WIDGET (self), content->today);
  g_autofree char *detail = g_steal_pointer (&self->texts[LINE_DETAIL]);
  g_autofree char *feed =
    slip_feed_dup_brief (content->state, content->row->release,
                         content->audience ? slip_row_get_id (content->audience)
                                           : NULL,
                         moment);

  if (feed && content->checklist &&
      g_str_has_prefix (feed, SLIP_DISAGREEMENT_MARK))
    add_mark (self);
  if (feed && detail)
    self->texts[LINE_DETAIL] = g_strconcat (detail, SEPARATOR, feed, NULL);
  else
    self->texts[LINE_DETAIL] =
      feed ? g_steal_pointer (&feed) : g_steal_pointer (&detail);
}

static void
set_texts (SlipReadinessCell *self, const SlipReadinessCellContent *content)
{
  const SlipChecklistSummary *checklist = content->checklist;
  const SlipPlanState *state = content->state;

  for (guint i = 0; i < N_LINES; i++)
    g_clear_pointer (&self->texts[i], g_free);
  self->has_warning = FALSE;
  if (!content->audience) {
    self->texts[LINE_FIGURE] =
      slip_release_dup_title (state, content->row->release);
    self->texts[LINE_DETAIL] =
      slip_release_dup_line (state, content->row->release, content->today);
    add_feed (self, content);
    return;
  }
  if (content->is_listed)
    self->texts[LINE_NAME] =
      g_strdup (slip_row_get_text (content->audience, SLIP_AUDIENCE_NAME));
  if (!checklist) {
    add_feed (self, content);
    return;
  }
  self->texts[LINE_FIGURE] =
    slip_checklist_summary_dup_figure (checklist, content->today);
  self->texts[LINE_OPTION] = slip_checklist_summary_dup_optional (checklist);
  self->texts[LINE_DETAIL] =
    slip_checklist_summary_dup_detail (checklist, state, content->today);
  self->has_warning =
    slip_checklist_summary_has_warning (checklist, content->today);
  add_feed (self, content);
}

static char *
dup_label (const SlipReadinessCellContent *content, const char *title)
{
  const SlipRow *release = content->row->release;
  g_autofree char *rest = NULL;

  if (content->audience) {
    rest = content->checklist
             ? slip_checklist_summary_dup_label (content->checklist,
                                                 content->state, content->today)
             : g_strdup (_ ("no checklist"));
    /* Translators: release, audience and how far it is: 'Mobile 4.2, Sales: 2
     * of 5, no owner'. */
    return g_strdup_printf (_ ("%s, %s: %s"), title,
                            slip_row_get_text (content->audience,
                                               SLIP_AUDIENCE_NAME),
                            rest);
  }

  g_autofree char *whole = slip_release_dup_title (content->state, release);
  g_autofree char *line =
    slip_release_dup_line (content->state, release, content->today);
  rest = slip_readiness_total_dup_label (&content->row->total);
  return rest ? g_strdup_printf (_ ("%s, %s, %s"), whole, line, rest)
              : g_strdup_printf (_ ("%s, %s"), whole, line);
}

/* The same with what a feed says. */
static char *
dup_whole_label (SlipReadinessCell *self,
                 const SlipReadinessCellContent *content,
                 const char *title)
{
  char *label = dup_label (content, title);
  g_autofree char *plan = NULL;
  g_autofree char *feed =
    slip_feed_dup_label (content->state, content->row->release,
                         content->audience ? slip_row_get_id (content->audience)
                                           : NULL,
                         slip_now_get (GTK_WIDGET (self), content->today));

  if (!feed)
    return label;
  plan = label;
  return g_strdup_printf (_ ("%s, %s"), plan, feed);
}

static void
set_id (char **id, const char *new_id)
{
  g_free (*id);
  *id = g_strdup (new_id);
}

static const char *
find_owner (const SlipReadinessCellContent *content)
{
  if (!content->audience)
    return slip_row_get_text (content->row->release, SLIP_RELEASE_OWNER);
  return content->checklist ? content->checklist->owner : NULL;
}

void
slip_readiness_cell_set_content (SlipReadinessCell *self,
                                 const SlipReadinessCellContent *content)
{
  g_return_if_fail (SLIP_IS_READINESS_CELL (self));

  const SlipRow *release = content->row->release;
  g_autofree char *title =
    slip_release_dup_short_title (content->state, release);
  g_autofree char *name =
    content->audience ? g_strdup_printf ("cell:%s:%s", title,
                                         slip_row_get_text (content->audience,
                                                            SLIP_AUDIENCE_NAME))
                      : g_strdup_printf ("cell:%s", title);

  set_id (&self->release, slip_row_get_id (release));
  set_id (&self->audience,
          content->audience ? slip_row_get_id (content->audience) : NULL);
  set_id (&self->checklist,
          content->checklist ? content->checklist->checklist : "");
  set_id (&self->owner, find_owner (content));
  slip_readiness_cell_set_hint (self, NULL);
  set_texts (self, content);
  set_classes (self, content);
  forget_layouts (self);
  g_free (self->label);
  self->label = dup_whole_label (self, content, title);
  slip_widget_name_set (GTK_WIDGET (self), g_steal_pointer (&name));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->label,
                                  -1);
}

void
slip_readiness_cell_set_place (SlipReadinessCell *self, SlipMatrixPlace place)
{
  g_return_if_fail (SLIP_IS_READINESS_CELL (self));

  self->place = place;
}

SlipMatrixPlace
slip_readiness_cell_get_place (SlipReadinessCell *self)
{
  g_return_val_if_fail (SLIP_IS_READINESS_CELL (self), SLIP_MATRIX_NOWHERE);

  return self->place;
}

const char *
slip_readiness_cell_get_release (SlipReadinessCell *self)
{
  g_return_val_if_fail (SLIP_IS_READINESS_CELL (self), NULL);

  return self->release;
}

const char *
slip_readiness_cell_get_audience (SlipReadinessCell *self)
{
  g_return_val_if_fail (SLIP_IS_READINESS_CELL (self), NULL);

  return self->audience;
}

const char *
slip_readiness_cell_get_owner (SlipReadinessCell *self)
{
  g_return_val_if_fail (SLIP_IS_READINESS_CELL (self), NULL);

  return self->owner;
}

const char *
slip_readiness_cell_get_label (SlipReadinessCell *self)
{
  g_return_val_if_fail (SLIP_IS_READINESS_CELL (self), NULL);

  return self->label;
}

void
slip_readiness_cell_set_selected (SlipReadinessCell *self, gboolean is_selected)
{
  g_return_if_fail (SLIP_IS_READINESS_CELL (self));

  set_class (self, "selected", is_selected);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self),
                               GTK_ACCESSIBLE_STATE_SELECTED, is_selected, -1);
}

void
slip_readiness_cell_set_hint (SlipReadinessCell *self, const char *hint)
{
  g_return_if_fail (SLIP_IS_READINESS_CELL (self));

  if (g_strcmp0 (hint, self->hint) == 0)
    return;
  set_id (&self->hint, hint);
  set_class (self, "drop-here", hint != NULL);
  forget_layouts (self);
}

int
slip_readiness_cell_get_height (GtkWidget *widget, gboolean is_listed)
{
  int height = 2 * PAD_Y_PX + SPACE_PX;

  for (Line line = is_listed ? LINE_NAME : LINE_FIGURE; line < N_LINES;
       line++) {
    g_autoptr (PangoLayout) layout = new_layout (widget, line, "Ág");
    int line_px = 0;

    if (line == LINE_OPTION)
      continue;
    pango_layout_get_pixel_size (layout, NULL, &line_px);
    height += line_px;
  }
  return height;
}

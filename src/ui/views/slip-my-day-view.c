/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-my-day-view.h"

#include "slip-agenda-row.h"
#include "slip-control-name.h"
#include "slip-date-text.h"
#include "slip-entity-choice.h"
#include "slip-limits.h"
#include "slip-load-strip.h"
#include "slip-load.h"
#include "slip-plain-text.h"
#include "slip-tab-stop.h"

#include <glib/gi18n.h>

/* How far it looks ahead. */
#define N_DAYS  14
#define N_WEEKS 6

/* As many entries of a list are shown until more are asked for. */
#define N_SHOWN 8

struct _SlipMyDayView {
  GtkWidget parent_instance;

  SlipPlanState *state;
  SlipQuery *query;
  SlipDate today;
  gint64 at_ms;      /* as far as was told; 0 while nothing was */
  char *me;          /* or NULL */
  GPtrArray *people; /* ids of the chooser's entries; NULL is everybody */
  gboolean is_filling;
  gboolean has_chosen;
  char *person; /* whose day it is; NULL for everybody's */
  guint shown[SLIP_N_AGENDA_LISTS];

  gboolean is_busy;
  gboolean is_stale;   /* what is worked out is no longer what is wanted */
  gboolean is_other;   /* what comes next is not news of what is shown */
  gboolean is_awaited; /* the keys are for the lists as soon as they come */
  SlipAgenda *agenda;
  GListStore *lines;

  GtkWidget *box;
  GtkLabel *subtitle;
  GtkDropDown *chooser;
  SlipLoadStrip *strip;
  GtkWidget *hint;
  GtkLabel *reading;
  GtkStack *stack;
  GtkListView *list;
  AdwStatusPage *nothing;
};

/* What is to be worked out, and then what came out. */
typedef struct {
  SlipPlanState *state;
  SlipQuery *query;
  char *person;
  SlipDate today;
  SlipConflictContext context;
  gint64 at_ms;
  guint n_first;
  SlipDate first_week;
  SlipAgenda *agenda;
  GPtrArray *weeks;
} Work;

enum {
  PROP_IS_BUSY = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void view_init (SlipViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SlipMyDayView,
                               slip_my_day_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (SLIP_TYPE_VIEW,
                                                      view_init))

static void
free_work (gpointer data)
{
  Work *work = data;
  slip_plan_state_unref (work->state);
  slip_query_unref (work->query);
  g_free (work->person);
  g_clear_pointer (&work->agenda, slip_agenda_unref);
  g_clear_pointer (&work->weeks, g_ptr_array_unref);
  g_free (work);
}

static void
work_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  const SlipAgendaSpec spec = {
    .person = work->person,
    .query = work->query,
    .context = work->context,
    .n_days = N_DAYS,
    .at_ms = work->at_ms,
    .n_first = work->n_first,
  };

  work->agenda = slip_agenda_new (work->state, &spec);
  work->weeks = slip_load_list (work->state, work->query, &spec.context,
                                work->first_week, N_WEEKS);
  g_task_return_boolean (task, TRUE);
}

static gboolean
is_empty (const SlipAgenda *agenda)
{
  for (guint i = 0; i < SLIP_N_AGENDA_LISTS; i++)
    if (agenda->lists[i]->len > 0)
      return FALSE;

  return TRUE;
}

static SlipAgendaLine *
get_line (SlipMyDayView *self, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (self->lines), position);
}

/* The row that has the focus, or NULL. */
static SlipAgendaRow *
find_focused (SlipMyDayView *self)
{
  GtkWidget *item = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  GtkWidget *row = item != NULL ? gtk_widget_get_first_child (item) : NULL;

  return row != NULL && SLIP_IS_AGENDA_ROW (row) ? SLIP_AGENDA_ROW (row) : NULL;
}

/* The row that shows @line, or NULL if it is out of sight. */
static GtkWidget *
find_row (SlipMyDayView *self, SlipAgendaLine *line)
{
  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->list));
       item != NULL; item = gtk_widget_get_next_sibling (item)) {
    GtkWidget *row = gtk_widget_get_first_child (item);

    if (row != NULL && SLIP_IS_AGENDA_ROW (row) &&
        slip_agenda_row_get_line (SLIP_AGENDA_ROW (row)) == line)
      return item;
  }

  return NULL;
}

/* Where what had the focus went away, its neighbour takes it. */
static void
focus_near (SlipMyDayView *self, guint position)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->lines));
  g_autoptr (SlipAgendaLine) line =
    n > 0 ? get_line (self, MIN (position, n - 1)) : NULL;
  GtkWidget *row = line != NULL ? find_row (self, line) : NULL;

  if (row != NULL)
    gtk_widget_grab_focus (row);
}

static void
show_lines (SlipMyDayView *self)
{
  g_autoptr (GPtrArray) lines =
    slip_agenda_line_list (self->agenda, self->shown);
  SlipAgendaRow *focused = find_focused (self);
  guint position = 0;

  if (!self->is_other) {
    if (focused != NULL)
      g_list_store_find (self->lines, slip_agenda_row_get_line (focused),
                         &position);
    slip_agenda_line_update (self->lines, lines);
    if (focused != NULL && find_focused (self) == NULL)
      focus_near (self, position);
    return;
  }
  self->is_other = FALSE;
  g_list_store_splice (self->lines, 0,
                       g_list_model_get_n_items (G_LIST_MODEL (self->lines)),
                       lines->pdata, lines->len);
}

/* An empty page says why it is empty, and says nothing that is not known. */
static void
show_nothing (SlipMyDayView *self)
{
  gboolean is_filtered = !slip_query_is_empty (self->query);
  slip_plain_text_set_status_page (
    self->nothing, _ ("Nothing Is Due"),
    is_filtered
      ? _ ("There is nothing to do, to decide or to know in the next two weeks "
           "among what the filter at the side lets through.")
    : self->person != NULL
      /* Translators: All is the entry of the list of people. */
      ? _ ("There is nothing for this person to do, to decide or to know in "
           "the next two weeks. Choose All above for everybody's day.")
      : _ ("There is nothing to do, to decide or to know in the next two "
           "weeks."));
}

static void
show_reading (SlipMyDayView *self)
{
  guint n = self->agenda->n_unread;
  g_autofree char *text =
    g_strdup_printf (ngettext ("The items of %u release are still being read…",
                               "The items of %u releases are still being read…",
                               n),
                     n);

  gtk_label_set_text (self->reading, text);
  gtk_widget_set_visible (GTK_WIDGET (self->reading), n > 0);
}

static void
show_agenda (SlipMyDayView *self)
{
  gboolean has_nothing = is_empty (self->agenda);
  show_lines (self);
  show_reading (self);
  if (has_nothing)
    show_nothing (self);
  gtk_stack_set_visible_child_name (self->stack,
                                    has_nothing && self->agenda->n_unread == 0
                                      ? "nothing"
                                      : "lists");
}

/* The lists have their headings even where the page says that nothing is due.
 */
static gboolean
shows_lists (SlipMyDayView *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "lists") ==
           0 &&
         g_list_model_get_n_items (G_LIST_MODEL (self->lines)) > 0;
}

/* Whoever went on meanwhile stays where they are. */
static gboolean
focus_lists_cb (GtkWidget *view, GdkFrameClock *frame_clock, gpointer data)
{
  SlipMyDayView *self = SLIP_MY_DAY_VIEW (view);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (view));

  if (shows_lists (self) &&
      (focus == NULL ||
       gtk_widget_is_ancestor (focus, GTK_WIDGET (self->chooser))))
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

static void
give_awaited_focus (SlipMyDayView *self)
{
  if (!self->is_awaited)
    return;
  self->is_awaited = FALSE;
  if (shows_lists (self))
    gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_lists_cb, NULL,
                                  NULL);
}

static void start_work (SlipMyDayView *self);

static void
set_busy (SlipMyDayView *self, gboolean is_busy)
{
  if (self->is_busy == is_busy)
    return;
  self->is_busy = is_busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_BUSY]);
}

static void
worked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlipMyDayView) self = data;
  Work *work = g_task_get_task_data (G_TASK (result));

  if (self->box == NULL)
    return; /* disposed */
  if (self->is_stale) {
    start_work (self);
    return;
  }

  g_clear_pointer (&self->agenda, slip_agenda_unref);
  self->agenda = g_steal_pointer (&work->agenda);
  slip_load_strip_set_weeks (self->strip, g_steal_pointer (&work->weeks),
                             work->state, work->person, work->today);
  show_agenda (self);
  give_awaited_focus (self);
  set_busy (self, FALSE);
}

/* Whether all of a list is shown. */
static gboolean
shows_all (SlipMyDayView *self)
{
  for (guint i = 0; i < SLIP_N_AGENDA_LISTS; i++)
    if (self->shown[i] > N_SHOWN)
      return TRUE;
  return FALSE;
}

/* The task does not hold the view, which its thread then might free. */
static void
start_work (SlipMyDayView *self)
{
  g_autoptr (GTask) task =
    g_task_new (NULL, NULL, worked_cb, g_object_ref (self));
  Work *work = g_new0 (Work, 1);

  self->is_stale = FALSE;
  *work = (Work){
    .state = slip_plan_state_ref (self->state),
    .query = slip_query_ref (self->query),
    .person = g_strdup (self->person),
    .today = self->today,
    .at_ms = self->at_ms,
    .n_first = shows_all (self) ? 0 : N_SHOWN,
    .context = slip_limits_get_context (GTK_WIDGET (self), self->today),
    .first_week =
      slip_date_get_week_start (self->today, slip_locale_get_first_weekday ()),
  };
  g_task_set_task_data (task, work, free_work);
  g_task_run_in_thread (task, work_cb);
  set_busy (self, TRUE);
}

/* Works it out, once at a time. */
static void
want_work (SlipMyDayView *self)
{
  if (self->state == NULL)
    return;
  if (self->is_busy)
    self->is_stale = TRUE;
  else
    start_work (self);
}

static void
show_subtitle (SlipMyDayView *self)
{
  g_autofree char *day =
    slip_date_dup_text (self->today, SLIP_DATE_STYLE_MEDIUM, self->today);
  /* Translators: today, and what follows. */
  g_autofree char *text = g_strdup_printf (_ ("%s and two weeks on"), day);

  gtk_label_set_text (self->subtitle, text);
}

static void
add_choice (SlipMyDayView *self,
            GtkStringList *names,
            const char *id,
            const char *name)
{
  g_ptr_array_add (self->people, g_strdup (id));
  gtk_string_list_append (names, name);
}

/* Me first, then everybody, then the others by name. */
static GtkStringList *
list_choices (SlipMyDayView *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  const SlipRow *me =
    slip_plan_state_get (self->state, SLIP_KIND_PERSON, self->me);
  g_autoptr (GPtrArray) people =
    slip_entity_choice_list (self->state, SLIP_KIND_PERSON, self->person);

  g_ptr_array_set_size (self->people, 0);
  if (me != NULL) {
    /* Translators: in a list of people, the one who sits in front of it. */
    g_autofree char *name =
      g_strdup_printf (_ ("Me (%s)"), slip_row_get_text (me, SLIP_PERSON_NAME));

    add_choice (self, names, self->me, name);
  }
  /* Translators: in a list of people. */
  add_choice (self, names, NULL, _ ("All"));
  for (guint i = 0; i < people->len; i++) {
    const SlipRow *person = people->pdata[i];

    if (person != me)
      add_choice (self, names, slip_row_get_id (person),
                  slip_row_get_text (person, SLIP_PERSON_NAME));
  }

  return names;
}

static gboolean
have_same_texts (GListModel *a, GListModel *b)
{
  guint n = g_list_model_get_n_items (b);
  if (a == NULL || g_list_model_get_n_items (a) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (a), i),
                   gtk_string_list_get_string (GTK_STRING_LIST (b), i)) != 0)
      return FALSE;

  return TRUE;
}

static guint
find_choice (SlipMyDayView *self, const char *person, guint otherwise)
{
  for (guint i = 0; i < self->people->len; i++)
    if (g_strcmp0 (self->people->pdata[i], person) == 0)
      return i;

  return otherwise;
}

static void
fill_chooser (SlipMyDayView *self)
{
  g_autoptr (GtkStringList) names = list_choices (self);
  const char *wanted = self->has_chosen ? self->person : self->me;
  guint chosen = find_choice (self, wanted, find_choice (self, NULL, 0));

  self->is_filling = TRUE;
  if (!have_same_texts (gtk_drop_down_get_model (self->chooser),
                        G_LIST_MODEL (names)))
    gtk_drop_down_set_model (self->chooser, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->chooser, chosen);
  self->is_filling = FALSE;

  const char *person = self->people->pdata[chosen];
  if (g_strcmp0 (person, self->person) != 0) {
    g_free (self->person);
    self->person = g_strdup (person);
    self->is_other = TRUE;
  }
  gtk_widget_set_visible (self->hint,
                          slip_plan_state_get (self->state, SLIP_KIND_PERSON,
                                               self->me) == NULL &&
                            self->person == NULL);
}

static void
show_few (SlipMyDayView *self)
{
  for (guint i = 0; i < SLIP_N_AGENDA_LISTS; i++)
    self->shown[i] = N_SHOWN;
}

static void
selected_cb (SlipMyDayView *self)
{
  guint selected = gtk_drop_down_get_selected (self->chooser);
  if (self->is_filling || selected >= self->people->len)
    return;
  g_autofree char *person = g_strdup (self->people->pdata[selected]);
  slip_my_day_view_choose (self, person);
}

static void
person_wanted_cb (SlipMyDayView *self, const char *person)
{
  slip_my_day_view_choose (self, person);
  gtk_widget_grab_focus (GTK_WIDGET (self->chooser));
}

static void
open_more (SlipMyDayView *self, SlipAgendaList list)
{
  self->shown[list] = G_MAXUINT;
  want_work (self); /* in which all of it has its order */
}

static void
activated_cb (SlipMyDayView *self, guint position)
{
  g_autoptr (SlipAgendaLine) line = get_line (self, position);
  SlipAgendaRow *row = find_focused (self);

  if (line == NULL)
    return;
  if (slip_agenda_line_get_role (line) == SLIP_AGENDA_MORE)
    open_more (self, slip_agenda_line_get_list (line));
  else if (row != NULL && slip_agenda_row_get_line (row) == line)
    slip_agenda_row_open (row);
}

static gboolean
key_cb (GtkEventController *controller,
        guint key,
        guint code,
        GdkModifierType modifiers,
        SlipMyDayView *self)
{
  SlipAgendaRow *row = find_focused (self);
  if ((key != GDK_KEY_space && key != GDK_KEY_KP_Space) || row == NULL ||
      (modifiers & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  return slip_agenda_row_check_off (row);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, slip_agenda_row_new ());
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  SlipAgendaRow *row = SLIP_AGENDA_ROW (gtk_list_item_get_child (item));
  SlipAgendaLine *line = gtk_list_item_get_item (item);
  SlipAgendaRole role = slip_agenda_line_get_role (line);

  slip_agenda_row_set_line (row, line);
  gtk_list_item_set_activatable (item, role == SLIP_AGENDA_ENTRY ||
                                         role == SLIP_AGENDA_MORE);
}

static void
unbind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  slip_agenda_row_set_line (SLIP_AGENDA_ROW (gtk_list_item_get_child (item)),
                            NULL);
}

static void
slip_my_day_view_set_plan (SlipView *view,
                           const SlipPlanState *state,
                           const SlipQuery *query,
                           SlipDate today)
{
  SlipMyDayView *self = SLIP_MY_DAY_VIEW (view);
  SlipPlanState *held = slip_plan_state_ref (state);

  if (self->query != query || !slip_date_equal (self->today, today))
    self->is_other = TRUE;
  g_clear_pointer (&self->state, slip_plan_state_unref);
  self->state = held;
  slip_query_ref ((SlipQuery *) query);
  g_clear_pointer (&self->query, slip_query_unref);
  self->query = (SlipQuery *) query;
  self->today = today;
  show_subtitle (self);
  fill_chooser (self);
  want_work (self);
}

static void
slip_my_day_view_set_selected (SlipView *view, const char *release)
{
  /* Entries are about more than releases, and many about one: none of them
   * stands for it. */
}

static gboolean
slip_my_day_view_focus_release (SlipView *view, const char *release)
{
  SlipMyDayView *self = SLIP_MY_DAY_VIEW (view);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->lines));

  for (guint i = 0; i < n; i++) {
    g_autoptr (SlipAgendaLine) line = get_line (self, i);
    const SlipAgendaEntry *entry = slip_agenda_line_get_entry (line);

    if (entry == NULL || entry->release == NULL ||
        g_strcmp0 (slip_row_get_id (entry->release), release) != 0)
      continue;
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item",
                                "u", i);
    return gtk_widget_grab_focus (GTK_WIDGET (self->list));
  }

  return FALSE;
}

/* The list, where something is in it; whose day it is stands before it. */
static gboolean
slip_my_day_view_focus_content (SlipView *view)
{
  SlipMyDayView *self = SLIP_MY_DAY_VIEW (view);
  self->is_awaited = self->agenda == NULL;
  return (shows_lists (self) && gtk_widget_child_focus (GTK_WIDGET (self->list),
                                                        GTK_DIR_TAB_FORWARD)) ||
         gtk_widget_child_focus (GTK_WIDGET (view), GTK_DIR_TAB_FORWARD);
}

static void
view_init (SlipViewInterface *iface)
{
  iface->set_plan = slip_my_day_view_set_plan;
  iface->set_selected = slip_my_day_view_set_selected;
  iface->focus_release = slip_my_day_view_focus_release;
  iface->focus_content = slip_my_day_view_focus_content;
}

static void
slip_my_day_view_get_property (GObject *object,
                               guint id,
                               GValue *value,
                               GParamSpec *pspec)
{
  g_assert (id == PROP_IS_BUSY);
  g_value_set_boolean (value, SLIP_MY_DAY_VIEW (object)->is_busy);
}

static void
slip_my_day_view_dispose (GObject *object)
{
  SlipMyDayView *self = SLIP_MY_DAY_VIEW (object);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (slip_my_day_view_parent_class)->dispose (object);
}

static void
slip_my_day_view_finalize (GObject *object)
{
  SlipMyDayView *self = SLIP_MY_DAY_VIEW (object);
  g_clear_pointer (&self->state, slip_plan_state_unref);
  g_clear_pointer (&self->query, slip_query_unref);
  g_clear_pointer (&self->agenda, slip_agenda_unref);
  g_object_unref (self->lines);
  g_ptr_array_unref (self->people);
  g_free (self->me);
  g_free (self->person);

  G_OBJECT_CLASS (slip_my_day_view_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
#define BIND(name)                                                             \
  gtk_widget_class_bind_template_child (klass, SlipMyDayView, name)
  BIND (box);
  BIND (subtitle);
  BIND (chooser);
  BIND (strip);
  BIND (hint);
  BIND (reading);
  BIND (stack);
  BIND (list);
  BIND (nothing);
#undef BIND
  gtk_widget_class_bind_template_callback (klass, selected_cb);
  gtk_widget_class_bind_template_callback (klass, person_wanted_cb);
  gtk_widget_class_bind_template_callback (klass, activated_cb);
}

static gboolean
slip_my_day_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *list = GTK_WIDGET (SLIP_MY_DAY_VIEW (widget)->list);

  if (slip_tab_stop_holds (list, direction))
    return slip_tab_stop_leave (list, widget, direction);
  return GTK_WIDGET_CLASS (slip_my_day_view_parent_class)
    ->focus (widget, direction);
}

static void
slip_my_day_view_class_init (SlipMyDayViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = slip_my_day_view_get_property;
  object_class->dispose = slip_my_day_view_dispose;
  object_class->finalize = slip_my_day_view_finalize;
  widget_class->focus = slip_my_day_view_focus;
  properties[PROP_IS_BUSY] =
    g_param_spec_boolean ("is-busy", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS |
                            G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "myday");
  g_type_ensure (SLIP_TYPE_LOAD_STRIP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/slipway_planner/Slipway/slip-my-day-view.ui");
  bind_template (widget_class);
}

static void
set_up_list (SlipMyDayView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (factory);

  GtkNoSelection *selection =
    gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->lines)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  slip_tab_stop_make (GTK_WIDGET (self->list));
  /* Rows take Space for selecting. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

static void
slip_my_day_view_init (SlipMyDayView *self)
{
  self->today = SLIP_DATE_NONE;
  self->people = g_ptr_array_new_with_free_func (g_free);
  self->lines = g_list_store_new (SLIP_TYPE_AGENDA_LINE);
  self->is_other = TRUE;
  show_few (self);
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  slip_control_name_set (GTK_WIDGET (self->chooser),
                         gtk_widget_get_tooltip_text (
                           GTK_WIDGET (self->chooser)));
  self->is_filling = FALSE;
  set_up_list (self);
}

GtkWidget *
slip_my_day_view_new (void)
{
  return g_object_new (SLIP_TYPE_MY_DAY_VIEW, NULL);
}

void
slip_my_day_view_set_me (SlipMyDayView *self, const char *person)
{
  g_return_if_fail (SLIP_IS_MY_DAY_VIEW (self));
  if (g_strcmp0 (self->me, person) == 0)
    return;
  g_free (self->me);
  self->me = g_strdup (person);
  if (self->state == NULL)
    return;
  fill_chooser (self);
  if (self->is_other)
    want_work (self);
}

void
slip_my_day_view_choose (SlipMyDayView *self, const char *person)
{
  g_return_if_fail (SLIP_IS_MY_DAY_VIEW (self));
  if (self->state == NULL)
    return;
  char *chosen = g_strdup (person);
  g_free (self->person);
  self->person = chosen;
  self->has_chosen = TRUE;
  self->is_other = TRUE;
  show_few (self);
  fill_chooser (self);
  want_work (self);
}

void
slip_my_day_view_show_moment (SlipMyDayView *self, SlipMoment moment)
{
  g_return_if_fail (SLIP_IS_MY_DAY_VIEW (self));

  self->at_ms = moment.at_ms;
  want_work (self);
}

gboolean
slip_my_day_view_is_busy (SlipMyDayView *self)
{
  g_return_val_if_fail (SLIP_IS_MY_DAY_VIEW (self), FALSE);

  return self->is_busy;
}

GListModel *
slip_my_day_view_get_lines (SlipMyDayView *self)
{
  g_return_val_if_fail (SLIP_IS_MY_DAY_VIEW (self), NULL);

  return G_LIST_MODEL (self->lines);
}

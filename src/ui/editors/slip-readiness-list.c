/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-readiness-list.h"

#include "slip-actions.h"
#include "slip-ask.h"
#include "slip-audience.h"
#include "slip-checklist-row.h"
#include "slip-checklist.h"
#include "slip-focus-later.h"

#include <glib/gi18n-lib.h>

struct _SlipReadinessList {
  GtkBox parent_instance;

  SlipPlanState *state;
  char *release;
  SlipDate today;
  GPtrArray *rows;   /* SlipChecklistRow, borrowed, as they are shown */
  char *wanted;      /* the checklist to go to once it is there */
  char *wanted_item; /* the item of it, or NULL */
  char *added_for;   /* the audience of a checklist just asked for */

  GtkLabel *total;
  GtkWidget *bar;
  GtkBox *list;
  GtkWidget *message;
  GtkWidget *add;
};

G_DEFINE_FINAL_TYPE (SlipReadinessList, slip_readiness_list, GTK_TYPE_BOX)

static void
add_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SlipReadinessList *self = data;
  const char *audience = g_variant_get_string (parameter, NULL);

  g_free (self->added_for);
  self->added_for = g_strdup (audience);
  slip_ask (GTK_WIDGET (self), SLIP_ACTION_ADD_CHECKLIST,
            g_variant_new ("(ss)", self->release, audience));
}

/* Lists the audiences that have none. */
static void
create_menu_cb (GtkMenuButton *button, gpointer data)
{
  SlipReadinessList *self = data;
  g_autoptr (GPtrArray) audiences =
    slip_checklist_list_missing (self->state, self->release);
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < audiences->len; i++) {
    g_auto (GStrv) parts =
      g_strsplit (slip_row_get_text (audiences->pdata[i], SLIP_AUDIENCE_NAME),
                  "_", -1);
    g_autofree char *label = g_strjoinv ("__", parts);
    g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

    g_menu_item_set_action_and_target (item, "readiness-list.add", "s",
                                       slip_row_get_id (audiences->pdata[i]));
    g_menu_append_item (menu, item);
  }
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static SlipChecklistRow *
find_row (SlipReadinessList *self, const char *checklist)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_strcmp0 (slip_checklist_row_get_id (self->rows->pdata[i]),
                   checklist) == 0)
      return self->rows->pdata[i];

  return NULL;
}

/* What is selected is in one checklist, so that it is clear what is meant. */
static void
enter_cb (GtkEventControllerFocus *focus, SlipReadinessList *self)
{
  GtkWidget *entered =
    gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus));

  for (guint i = 0; i < self->rows->len; i++)
    if (self->rows->pdata[i] != entered)
      slip_checklist_row_unselect (self->rows->pdata[i]);
}

static SlipChecklistRow *
add_row (SlipReadinessList *self, const char *checklist)
{
  GtkWidget *row = slip_checklist_row_new (self->release, checklist);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (focus, "enter", G_CALLBACK (enter_cb), self);
  gtk_widget_add_controller (row, focus);
  gtk_box_append (self->list, row);
  return SLIP_CHECKLIST_ROW (row);
}

/* Those of @summary in the order of telling. */
static GPtrArray *
list_summaries (SlipReadinessList *self, const SlipReleaseSummary *summary)
{
  g_autoptr (GPtrArray) audiences = slip_audience_list (self->state);
  GPtrArray *sorted = g_ptr_array_new ();

  for (guint i = 0; i < audiences->len; i++) {
    const char *audience = slip_row_get_id (audiences->pdata[i]);

    for (guint k = 0; k < summary->checklists->len; k++) {
      SlipChecklistSummary *checklist = summary->checklists->pdata[k];

      if (g_strcmp0 (checklist->audience, audience) == 0)
        g_ptr_array_add (sorted, checklist);
    }
  }
  for (guint k = 0; k < summary->checklists->len; k++) {
    SlipChecklistSummary *checklist = summary->checklists->pdata[k];

    if (!g_ptr_array_find (sorted, checklist, NULL))
      g_ptr_array_add (sorted, checklist);
  }

  return sorted;
}

static gboolean
has_checklist (const GPtrArray *summaries, const char *checklist)
{
  for (guint i = 0; i < summaries->len; i++) {
    const SlipChecklistSummary *summary = summaries->pdata[i];

    if (g_str_equal (summary->checklist, checklist))
      return TRUE;
  }

  return FALSE;
}

static void
remove_gone (SlipReadinessList *self, const GPtrArray *summaries)
{
  for (guint i = self->rows->len; i > 0; i--) {
    SlipChecklistRow *row = self->rows->pdata[i - 1];

    if (has_checklist (summaries, slip_checklist_row_get_id (row)))
      continue;
    g_ptr_array_remove_index (self->rows, i - 1);
    gtk_box_remove (self->list, GTK_WIDGET (row));
  }
}

static void
show_rows (SlipReadinessList *self, const SlipReleaseSummary *summary)
{
  g_autoptr (GPtrArray) summaries = list_summaries (self, summary);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  GtkWidget *before = NULL;

  remove_gone (self, summaries);
  for (guint i = 0; i < summaries->len; i++) {
    const SlipChecklistSummary *checklist = summaries->pdata[i];
    SlipChecklistRow *row = find_row (self, checklist->checklist);

    if (row == NULL)
      row = add_row (self, checklist->checklist);
    gtk_box_reorder_child_after (self->list, GTK_WIDGET (row), before);
    before = GTK_WIDGET (row);
    g_ptr_array_add (rows, row);
    slip_checklist_row_set_plan (row, self->state, checklist, self->today);
    /* What was just asked for is there to be filled. */
    if (g_strcmp0 (self->added_for, checklist->audience) == 0) {
      g_clear_pointer (&self->added_for, g_free);
      slip_focus_later (GTK_WIDGET (row));
    }
  }
  g_ptr_array_unref (self->rows);
  self->rows = g_steal_pointer (&rows);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->rows->len > 0);
}

static void
show_total (SlipReadinessList *self, const SlipReleaseSummary *summary)
{
  SlipReadinessTotal total = slip_release_summary_total (summary, self->today);
  g_autofree char *text =
    /* Translators: of a release's required items, how many are done: '21 of 31
       required'. */
    g_strdup_printf (_ ("%u of %u required"), total.n_required_closed,
                     total.n_required);
  gboolean has_bar = total.n_required > 0;
  gboolean is_ready = slip_readiness_total_is_ready (&total);

  gtk_label_set_text (self->total, total.n_needed > 0 ? text : "");
  gtk_widget_set_visible (self->bar, has_bar);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar),
                                 has_bar ? (double) total.n_required_closed /
                                             total.n_required
                                         : 0);
  if (is_ready)
    gtk_widget_add_css_class (self->bar, "ready");
  else
    gtk_widget_remove_css_class (self->bar, "ready");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* Says what there is while there are no checklists to show. */
static void
show_message (SlipReadinessList *self, const SlipReleaseSummary *summary)
{
  gboolean is_empty = summary != NULL && summary->checklists->len == 0;

  gtk_label_set_text (GTK_LABEL (self->message),
                      summary == NULL ? _ ("Reading the checklists…")
                      : is_empty      ? _ ("Nobody has to be ready yet")
                                      : "");
  gtk_widget_set_visible (self->message, summary == NULL || is_empty);
}

static void
show_add (SlipReadinessList *self, const SlipReleaseSummary *summary)
{
  g_autoptr (GPtrArray) missing = NULL;

  if (summary != NULL)
    missing = slip_checklist_list_missing (self->state, self->release);
  gtk_widget_set_visible (self->add, missing != NULL && missing->len > 0);
}

static void
go_to_wanted (SlipReadinessList *self)
{
  SlipChecklistRow *row =
    self->wanted != NULL ? find_row (self, self->wanted) : NULL;

  if (row == NULL || !slip_plan_state_is_loaded (self->state, self->release))
    return;
  g_clear_pointer (&self->wanted, g_free);
  if (self->wanted_item != NULL)
    slip_checklist_row_focus_item (row, self->wanted_item);
  else
    slip_focus_later (GTK_WIDGET (row));
  g_clear_pointer (&self->wanted_item, g_free);
}

static void
show (SlipReadinessList *self)
{
  g_autoptr (SlipReleaseSummary) summary =
    slip_plan_state_get_summary (self->state, self->release);
  g_autoptr (SlipReleaseSummary) none = NULL;

  if (summary == NULL)
    none = slip_release_summary_new (self->release);
  show_total (self, summary != NULL ? summary : none);
  show_rows (self, summary != NULL ? summary : none);
  show_message (self, summary);
  show_add (self, summary);
  go_to_wanted (self);
}

static void
slip_readiness_list_dispose (GObject *object)
{
  gtk_widget_insert_action_group (GTK_WIDGET (object), "readiness-list", NULL);

  G_OBJECT_CLASS (slip_readiness_list_parent_class)->dispose (object);
}

static void
slip_readiness_list_finalize (GObject *object)
{
  SlipReadinessList *self = SLIP_READINESS_LIST (object);

  g_clear_pointer (&self->state, slip_plan_state_unref);
  g_free (self->release);
  g_free (self->wanted);
  g_free (self->wanted_item);
  g_free (self->added_for);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (slip_readiness_list_parent_class)->finalize (object);
}

static void
slip_readiness_list_class_init (SlipReadinessListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = slip_readiness_list_dispose;
  object_class->finalize = slip_readiness_list_finalize;
}

static void
build_header (SlipReadinessList *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (_ ("Readiness"));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "heading");
  self->total = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_name (GTK_WIDGET (self->total), "readiness-total");
  gtk_widget_add_css_class (GTK_WIDGET (self->total), "dim-label");
  gtk_box_append (GTK_BOX (line), title);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->total));
  self->bar = gtk_progress_bar_new ();
  gtk_widget_add_css_class (self->bar, "readiness");
  gtk_box_append (GTK_BOX (self), line);
  gtk_box_append (GTK_BOX (self), self->bar);
}

static void
build_add (SlipReadinessList *self)
{
  self->add = gtk_menu_button_new ();
  gtk_widget_set_name (self->add, "add-checklist");
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->add),
                             _ ("Add _Checklist…"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (self->add), TRUE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->add),
                                         create_menu_cb, self, NULL);
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->add, "flat");
  gtk_box_append (GTK_BOX (self), self->add);
}

static void
slip_readiness_list_init (SlipReadinessList *self)
{
  static const GActionEntry entries[] = { { "add", add_cb, "s" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  self->rows = g_ptr_array_new ();
  self->today = SLIP_DATE_NONE;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries,
                                   G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "readiness-list",
                                  G_ACTION_GROUP (group));
  build_header (self);
  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "checklists");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "card");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
  self->message = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  gtk_widget_add_css_class (self->message, "dim-label");
  gtk_box_append (GTK_BOX (self), self->message);
  build_add (self);
}

GtkWidget *
slip_readiness_list_new (void)
{
  return g_object_new (SLIP_TYPE_READINESS_LIST, NULL);
}

void
slip_readiness_list_set_release (SlipReadinessList *self,
                                 const SlipPlanState *state,
                                 const char *id,
                                 SlipDate today)
{
  g_return_if_fail (SLIP_IS_READINESS_LIST (self));
  g_return_if_fail (id != NULL);

  g_clear_pointer (&self->state, slip_plan_state_unref);
  self->state = slip_plan_state_ref (state);
  self->today = today;
  if (g_strcmp0 (self->release, id) != 0) {
    g_autoptr (GPtrArray) none = g_ptr_array_new ();

    remove_gone (self, none);
    g_free (self->release);
    self->release = g_strdup (id);
    g_clear_pointer (&self->wanted, g_free);
    g_clear_pointer (&self->wanted_item, g_free);
    g_clear_pointer (&self->added_for, g_free);
  }
  show (self);
}

void
slip_readiness_list_show_checklist (SlipReadinessList *self,
                                    const char *checklist)
{
  g_return_if_fail (SLIP_IS_READINESS_LIST (self));

  g_free (self->wanted);
  self->wanted = g_strdup (checklist);
  g_clear_pointer (&self->wanted_item, g_free);
  if (self->release == NULL)
    return;
  if (checklist != NULL)
    go_to_wanted (self);
  else if (self->rows->len > 0)
    slip_checklist_row_focus_header (self->rows->pdata[0]);
}

void
slip_readiness_list_show_item (SlipReadinessList *self,
                               const char *checklist,
                               const char *item)
{
  g_return_if_fail (SLIP_IS_READINESS_LIST (self));
  g_return_if_fail (checklist != NULL);

  g_free (self->wanted);
  self->wanted = g_strdup (checklist);
  g_free (self->wanted_item);
  self->wanted_item = g_strdup (item);
  if (self->release != NULL)
    go_to_wanted (self);
}

void
slip_readiness_list_show_add (SlipReadinessList *self)
{
  g_return_if_fail (SLIP_IS_READINESS_LIST (self));

  slip_focus_later (self->add);
}

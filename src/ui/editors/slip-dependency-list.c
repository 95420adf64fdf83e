/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-dependency-list.h"

#include "slip-actions.h"
#include "slip-ask.h"
#include "slip-date-text.h"
#include "slip-dependency.h"
#include "slip-plain-row.h"
#include "slip-plain-text.h"
#include "slip-release-picker.h"
#include "slip-text-field.h"

#include <glib/gi18n-lib.h>

/* The widgets of one dependency, kept as its row's data.  Those on the release
 * itself have no fields: they are edited where they belong. */
typedef struct {
  char *id;
  char *other; /* the release at the other end */
  gboolean is_on;
  GtkWidget *open;
  GtkLabel *title;
  GtkLabel *standing;
  SlipTextField *lag;
  SlipTextField *note;
} EdgeRow;

struct _SlipDependencyList {
  AdwPreferencesGroup parent_instance;

  SlipPlanState *state;
  char *release;
  GPtrArray *rows; /* AdwPreferencesRow, borrowed */
  GtkWidget *add;
  SlipReleasePicker *picker;
};

G_DEFINE_FINAL_TYPE (SlipDependencyList,
                     slip_dependency_list,
                     ADW_TYPE_PREFERENCES_GROUP)

static void
edge_row_free (gpointer data)
{
  EdgeRow *edge = data;

  g_free (edge->id);
  g_free (edge->other);
  g_free (edge);
}

static EdgeRow *
get_edge (gpointer row)
{
  return g_object_get_data (row, "slip-edge");
}

static void
edit (EdgeRow *edge, GtkWidget *widget, guint property, const char *text)
{
  const char *name =
    slip_schema_get_property (SLIP_KIND_DEPENDENCY, property)->name;

  slip_ask_edit (widget, SLIP_KIND_DEPENDENCY, edge->id,
                 (const char *const[]){ name, text, NULL });
}

static void
lag_committed_cb (SlipTextField *field, const char *text, EdgeRow *edge)
{
  edit (edge, GTK_WIDGET (field), SLIP_DEPENDENCY_LAG_DAYS, text);
}

static void
note_committed_cb (SlipTextField *field, const char *text, EdgeRow *edge)
{
  edit (edge, GTK_WIDGET (field), SLIP_DEPENDENCY_NOTE, text);
}

static void
open_clicked_cb (GtkButton *button, EdgeRow *edge)
{
  slip_ask (GTK_WIDGET (button), SLIP_ACTION_OPEN,
            g_variant_new_string (edge->other));
}

static void
remove_clicked_cb (GtkButton *button, EdgeRow *edge)
{
  slip_ask_remove (GTK_WIDGET (button), SLIP_KIND_DEPENDENCY, edge->id);
}

/* Itself, and what it depends on already. */
static GHashTable *
list_taken (SlipDependencyList *self)
{
  GHashTable *taken =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) rows =
    slip_dependency_list (self->state, self->release);

  g_hash_table_add (taken, g_strdup (self->release));
  for (guint i = 0; i < rows->len; i++)
    g_hash_table_add (taken, g_strdup (
                               slip_row_get_text (rows->pdata[i],
                                                  SLIP_DEPENDENCY_ON_RELEASE)));
  return taken;
}

static void
add_clicked_cb (GtkButton *button, SlipDependencyList *self)
{
  g_autoptr (GHashTable) taken = NULL;

  if (!self->release)
    return;
  taken = list_taken (self);
  slip_release_picker_ask (self->picker, self->state, taken);
}

static void
picked_cb (SlipReleasePicker *picker,
           const char *release,
           const char *name,
           SlipDependencyList *self)
{
  slip_ask_create (GTK_WIDGET (self), SLIP_KIND_DEPENDENCY, NULL, self->release,
                   (const char *const[]){ "on_release", release, NULL });
}

static GtkWidget *
new_button (const char *icon, const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

static SlipTextField *
new_field (EdgeRow *edge, const char *label, GCallback committed)
{
  GtkWidget *field = slip_text_field_new (FALSE);

  slip_text_field_set_label (SLIP_TEXT_FIELD (field), label, TRUE);
  g_signal_connect (field, "committed", committed, edge);
  return SLIP_TEXT_FIELD (field);
}

static GtkLabel *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

static GtkWidget *
new_fields (EdgeRow *edge)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  edge->lag =
    new_field (edge, _ ("Days after it"), G_CALLBACK (lag_committed_cb));
  edge->note = new_field (edge, _ ("Note"), G_CALLBACK (note_committed_cb));
  gtk_widget_set_hexpand (GTK_WIDGET (edge->note), TRUE);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (edge->lag));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (edge->note));
  return line;
}

static GtkWidget *
new_row (const char *id, gboolean is_on)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *row = slip_plain_row_new (box);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  EdgeRow *edge = g_new0 (EdgeRow, 1);

  edge->id = g_strdup (id);
  edge->is_on = is_on;
  edge->title = new_label ("dependency-title");
  edge->standing = new_label ("caption");
  edge->open = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (edge->open), GTK_WIDGET (edge->title));
  gtk_widget_set_name (edge->open, "open-dependency");
  gtk_widget_set_hexpand (edge->open, TRUE);
  gtk_widget_add_css_class (edge->open, "flat");
  g_signal_connect (edge->open, "clicked", G_CALLBACK (open_clicked_cb), edge);
  gtk_box_append (GTK_BOX (line), edge->open);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (edge->standing));
  if (!is_on) {
    GtkWidget *remove =
      new_button ("user-trash-symbolic", _ ("Remove Dependency"));

    g_signal_connect (remove, "clicked", G_CALLBACK (remove_clicked_cb), edge);
    gtk_widget_set_name (remove, "remove-dependency");
    gtk_box_append (GTK_BOX (line), remove);
    gtk_box_append (GTK_BOX (box), new_fields (edge));
  }
  gtk_widget_add_css_class (box, "field");
  g_object_set_data_full (G_OBJECT (row), "slip-edge", edge, edge_row_free);
  return row;
}

/* 'Wed 9 December · at least 3 days after it · too early' */
static char *
dup_standing (const SlipPlanState *state,
              const SlipRow *dependency,
              const char *other)
{
  const SlipRow *release =
    slip_plan_state_get (state, SLIP_KIND_RELEASE, other);
  g_autofree char *text = slip_dependency_dup_text (state, dependency);
  g_autofree char *date = NULL;

  if (!release)
    return g_steal_pointer (&text);
  date = slip_planned_date_dup_text (
    slip_release_get_planned (release, SLIP_ANCHOR_RELEASE), SLIP_DATE_NONE);
  return g_strdup_printf ("%s · %s", date, text);
}

static gboolean
is_wrong (SlipDependencyState standing)
{
  return standing == SLIP_DEPENDENCY_BROKEN || standing == SLIP_DEPENDENCY_GONE;
}

static void
show_edge (SlipDependencyList *self, GtkWidget *row, const SlipRow *dependency)
{
  EdgeRow *edge = get_edge (row);
  const char *other =
    edge->is_on ? slip_row_get_owner (dependency)
                : slip_row_get_text (dependency, SLIP_DEPENDENCY_ON_RELEASE);
  const SlipRow *release =
    slip_plan_state_get (self->state, SLIP_KIND_RELEASE, other);
  g_autofree char *title =
    release ? slip_release_dup_title (self->state, release) : g_strdup ("");
  g_autofree char *standing = dup_standing (self->state, dependency, other);
  /* Translators: another release. */
  g_autofree char *heading =
    g_strdup_printf (edge->is_on ? _ ("Needed by %s") : _ ("After %s"), title);
  gboolean marks =
    is_wrong (slip_dependency_get_state (self->state, dependency));
  g_autofree char *marked = g_strconcat (marks ? "⊘ " : "", standing, NULL);
  g_autofree char *label = g_strdup_printf (_ ("%s, %s"), heading, standing);

  g_free (edge->other);
  edge->other = g_strdup (other);
  gtk_label_set_text (edge->title, heading);
  gtk_label_set_text (edge->standing, marked);
  if (marks)
    gtk_widget_add_css_class (GTK_WIDGET (edge->standing), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (edge->standing), "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (edge->open),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  slip_plain_text_set_row_title (ADW_PREFERENCES_ROW (row), heading);
  if (edge->lag) {
    g_autofree char *lag = slip_property_print (
      slip_schema_get_property (SLIP_KIND_DEPENDENCY, SLIP_DEPENDENCY_LAG_DAYS),
      slip_row_peek (dependency, SLIP_DEPENDENCY_LAG_DAYS));

    slip_text_field_set_kept (edge->lag, lag);
    slip_text_field_set_kept (edge->note,
                              slip_row_get_text (dependency,
                                                 SLIP_DEPENDENCY_NOTE));
  }
}

static GtkWidget *
find_row (SlipDependencyList *self, const char *id)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (get_edge (self->rows->pdata[i])->id, id))
      return self->rows->pdata[i];

  return NULL;
}

static gboolean
is_among (const GPtrArray *edges, const char *id)
{
  for (guint i = 0; i < edges->len; i++)
    if (g_str_equal (slip_row_get_id (edges->pdata[i]), id))
      return TRUE;

  return FALSE;
}

static void
remove_gone (SlipDependencyList *self, const GPtrArray *of, const GPtrArray *on)
{
  for (guint i = self->rows->len; i > 0; i--) {
    GtkWidget *row = self->rows->pdata[i - 1];
    const EdgeRow *edge = get_edge (row);

    if (is_among (edge->is_on ? on : of, edge->id))
      continue;
    g_ptr_array_remove_index (self->rows, i - 1);
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), row);
  }
}

static void
show_edges (SlipDependencyList *self, const GPtrArray *edges, gboolean is_on)
{
  for (guint i = 0; i < edges->len; i++) {
    GtkWidget *row = find_row (self, slip_row_get_id (edges->pdata[i]));

    if (!row) {
      row = new_row (slip_row_get_id (edges->pdata[i]), is_on);
      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
    }
    show_edge (self, row, edges->pdata[i]);
  }
}

static void
slip_dependency_list_dispose (GObject *object)
{
  SlipDependencyList *self = SLIP_DEPENDENCY_LIST (object);

  if (self->picker)
    gtk_widget_unparent (GTK_WIDGET (self->picker));
  self->picker = NULL;

  G_OBJECT_CLASS (slip_dependency_list_parent_class)->dispose (object);
}

static void
slip_dependency_list_finalize (GObject *object)
{
  SlipDependencyList *self = SLIP_DEPENDENCY_LIST (object);

  g_clear_pointer (&self->state, slip_plan_state_unref);
  g_free (self->release);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (slip_dependency_list_parent_class)->finalize (object);
}

static void
slip_dependency_list_class_init (SlipDependencyListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = slip_dependency_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = slip_dependency_list_finalize;
}

static void
slip_dependency_list_init (SlipDependencyList *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);

  self->rows = g_ptr_array_new ();
  self->add = new_button ("list-add-symbolic", _ ("Add Dependency"));
  self->picker = SLIP_RELEASE_PICKER (slip_release_picker_new ());
  gtk_widget_set_name (self->add, "add-dependency");
  gtk_widget_set_parent (GTK_WIDGET (self->picker), self->add);
  g_signal_connect (self->add, "clicked", G_CALLBACK (add_clicked_cb), self);
  g_signal_connect (self->picker, "picked", G_CALLBACK (picked_cb), self);
  adw_preferences_group_set_title (group, _ ("Dependencies"));
  adw_preferences_group_set_header_suffix (group, self->add);
}

GtkWidget *
slip_dependency_list_new (void)
{
  return g_object_new (SLIP_TYPE_DEPENDENCY_LIST, NULL);
}

void
slip_dependency_list_set_release (SlipDependencyList *self,
                                  const SlipPlanState *state,
                                  const char *id)
{
  g_autoptr (GPtrArray) of = slip_dependency_list (state, id);
  g_autoptr (GPtrArray) on = slip_dependency_list_on (state, id);

  g_return_if_fail (SLIP_IS_DEPENDENCY_LIST (self));

  g_clear_pointer (&self->state, slip_plan_state_unref);
  self->state = slip_plan_state_ref (state);
  if (g_strcmp0 (self->release, id) != 0) {
    g_free (self->release);
    self->release = g_strdup (id);
  }
  remove_gone (self, of, on);
  show_edges (self, of, FALSE);
  show_edges (self, on, TRUE);
}

void
slip_dependency_list_commit (SlipDependencyList *self)
{
  g_return_if_fail (SLIP_IS_DEPENDENCY_LIST (self));

  for (guint i = 0; i < self->rows->len; i++) {
    EdgeRow *edge = get_edge (self->rows->pdata[i]);

    if (!edge->lag)
      continue;
    slip_text_field_commit (edge->lag);
    slip_text_field_commit (edge->note);
  }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-addition-view.h"

#include "slip-date-text.h"
#include "slip-entity-form.h"
#include "slip-plain-text.h"
#include "slip-stage.h"
#include "slip-t-date.h"
#include "slip-template.h"

#include <glib/gi18n-lib.h>

/* So many items can be seen at once; of more, whoever wants to opens some. */
#define MAX_OPEN_ITEMS 12

#define PART_KEY "slip-part"

struct _SlipAdditionView {
  GtkWidget parent_instance;

  const SlipTemplateAddition *addition; /* while it is being shown */
  SlipDate today;
  GHashTable *without; /* ids of template_audiences that are not ticked */
  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (SlipAdditionView, slip_addition_view, GTK_TYPE_WIDGET)

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
toggled_cb (GtkCheckButton *check, SlipAdditionView *self)
{
  const char *part = g_object_get_data (G_OBJECT (check), PART_KEY);

  if (gtk_check_button_get_active (check))
    g_hash_table_remove (self->without, part);
  else
    g_hash_table_add (self->without, g_strdup (part));
  g_signal_emit (self, signals[CHANGED], 0);
}

static const char *
get_name (const SlipPlanState *state, const SlipRow *row, guint property)
{
  const SlipRow *target = slip_plan_state_follow (state, row, property);

  return target ? slip_row_get_text (target, 0) : NULL;
}

static char *
dup_day_text (SlipAdditionView *self, const SlipRow *row)
{
  const SlipPlanState *state = self->addition->state;
  const SlipRow *release =
    slip_plan_state_get (state, SLIP_KIND_RELEASE, slip_row_get_owner (row));
  SlipTDate rule = slip_t_date_get (row);
  SlipDate day = slip_t_date_get_day (row);
  g_autofree char *rule_text = slip_t_date_describe_short (state, &rule);
  g_autofree char *text = NULL;

  if (!slip_date_is_set (day))
    return *rule_text ? g_steal_pointer (&rule_text) : g_strdup (_ ("No date"));
  text = slip_date_dup_text (day, SLIP_DATE_STYLE_MEDIUM, self->today);
  return g_strdup_printf (
    "%s%s%s%s",
    release && slip_t_date_is_about (state, release, &rule) ? "≈ " : "", text,
    *rule_text ? " · " : "", rule_text);
}

static GtkWidget *
new_line (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  slip_plain_text_set_row_title (ADW_PREFERENCES_ROW (row), title);
  slip_plain_text_set_row_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

static GtkWidget *
new_item_line (SlipAdditionView *self, const SlipRow *item)
{
  const char *owner = get_name (self->addition->state, item, SLIP_ITEM_OWNER);
  g_autofree char *day = dup_day_text (self, item);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  g_autofree char *subtitle = NULL;

  g_strv_builder_add (builder, day);
  if (!slip_row_get_boolean (item, SLIP_ITEM_IS_REQUIRED))
    g_strv_builder_add (builder, C_ ("item", "Optional"));
  if (owner)
    g_strv_builder_add (builder, owner);
  words = g_strv_builder_end (builder);
  subtitle = g_strjoinv (" · ", words);
  return new_line (slip_row_get_text (item, SLIP_ITEM_TITLE), subtitle);
}

/* The checklist of the release for @audience. */
static const SlipRow *
find_checklist (SlipAdditionView *self, const char *audience)
{
  const SlipTemplateAddition *addition = self->addition;
  const SlipRow *any = addition->items->len > 0 ? addition->items->pdata[0]
                       : addition->checklists->len > 0
                         ? addition->checklists->pdata[0]
                         : NULL;
  g_autoptr (GPtrArray) rows = NULL;

  if (!any)
    return NULL;
  rows = slip_plan_state_list_owned (addition->state, SLIP_KIND_CHECKLIST,
                                     slip_row_get_owner (any));
  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (slip_row_get_text (rows->pdata[i], SLIP_CHECKLIST_AUDIENCE),
                   audience) == 0)
      return slip_plan_state_get (addition->state, SLIP_KIND_CHECKLIST,
                                  slip_row_get_id (rows->pdata[i]));

  return NULL;
}

static GPtrArray *
list_items (SlipAdditionView *self, const SlipRow *checklist)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < self->addition->items->len; i++)
    if (g_strcmp0 (slip_row_get_text (self->addition->items->pdata[i],
                                      SLIP_ITEM_CHECKLIST),
                   slip_row_get_id (checklist)) == 0)
      g_ptr_array_add (items, self->addition->items->pdata[i]);

  return items;
}

static gboolean
is_new (SlipAdditionView *self, const SlipRow *checklist)
{
  const GPtrArray *rows = self->addition->checklists;

  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (slip_row_get_id (rows->pdata[i]),
                     slip_row_get_id (checklist)))
      return TRUE;

  return FALSE;
}

static GtkWidget *
new_check (SlipAdditionView *self, const char *part, const char *name)
{
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               !g_hash_table_contains (self->without, part));
  g_object_set_data_full (G_OBJECT (check), PART_KEY, g_strdup (part), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), self);
  return check;
}

/* One audience of the template, if it would get something. */
static void
add_audience (SlipAdditionView *self, GtkWidget *group, const SlipRow *part)
{
  const SlipPlanState *state = self->addition->state;
  const SlipRow *checklist =
    find_checklist (self,
                    slip_row_get_text (part, SLIP_TEMPLATE_AUDIENCE_AUDIENCE));
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *n_items = NULL;
  g_autofree char *widget_name = NULL;
  GtkWidget *row;
  const char *name;
  const char *owner;

  if (!checklist)
    return;
  items = list_items (self, checklist);
  if (items->len == 0 && !is_new (self, checklist))
    return;
  name = get_name (state, checklist, SLIP_CHECKLIST_AUDIENCE);
  owner = get_name (state, checklist, SLIP_CHECKLIST_OWNER);
  n_items = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item",
                                          "%u items", items->len),
                             items->len);
  subtitle =
    g_strdup_printf ("%s · %s", n_items, owner ? owner : _ ("⚠ no owner yet"));
  widget_name = g_strconcat ("add:", name, NULL);
  row = adw_expander_row_new ();
  gtk_widget_set_name (row, widget_name);
  slip_plain_text_set_row_title (ADW_PREFERENCES_ROW (row), name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row),
                               new_check (self, slip_row_get_id (part), name));
  for (guint i = 0; i < items->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                              new_item_line (self, items->pdata[i]));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row),
                                 self->addition->items->len <= MAX_OPEN_ITEMS);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
add_group (SlipAdditionView *self, GtkWidget *group, const char *title)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (self->box, group);
}

static void
add_stages (SlipAdditionView *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  slip_stage_sort (self->addition->stages);
  for (guint i = 0; i < self->addition->stages->len; i++) {
    const SlipRow *stage = self->addition->stages->pdata[i];
    SlipDate first = slip_row_get_date (stage, SLIP_STAGE_PLANNED_START);
    g_autofree char *days =
      slip_date_is_set (first)
        ? slip_entity_form_dup_range_text (
            first, slip_row_get_date (stage, SLIP_STAGE_PLANNED_END),
            self->today)
        : g_strdup (_ ("When the release has a date"));

    adw_preferences_group_add (
      ADW_PREFERENCES_GROUP (group),
      new_line (slip_row_get_text (stage, SLIP_STAGE_NAME), days));
  }
  add_group (self, group, _ ("Stages"));
}

static void
add_communications (SlipAdditionView *self)
{
  const SlipPlanState *state = self->addition->state;
  const SlipProperty *type =
    slip_schema_get_property (SLIP_KIND_COMMUNICATION, SLIP_COMMUNICATION_TYPE);
  GtkWidget *group = adw_preferences_group_new ();

  for (guint i = 0; i < self->addition->communications->len; i++) {
    const SlipRow *row = self->addition->communications->pdata[i];
    g_autofree char *day = dup_day_text (self, row);
    g_autofree char *title = g_strdup_printf (
      /* Translators: a kind of communication, and the audience it is for. */
      _ ("%s: %s"),
      slip_enum_value_get_label (
        &type->values[slip_row_get_integer (row, SLIP_COMMUNICATION_TYPE)]),
      get_name (state, row, SLIP_COMMUNICATION_AUDIENCE));

    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               new_line (title, day));
  }
  add_group (self, group, _ ("Planned Communications"));
}

static void
slip_addition_view_dispose (GObject *object)
{
  SlipAdditionView *self = SLIP_ADDITION_VIEW (object);

  if (self->box)
    gtk_widget_unparent (GTK_WIDGET (self->box));
  self->box = NULL;

  G_OBJECT_CLASS (slip_addition_view_parent_class)->dispose (object);
}

static void
slip_addition_view_finalize (GObject *object)
{
  g_hash_table_unref (SLIP_ADDITION_VIEW (object)->without);

  G_OBJECT_CLASS (slip_addition_view_parent_class)->finalize (object);
}

static void
slip_addition_view_class_init (SlipAdditionViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = slip_addition_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = slip_addition_view_finalize;
  signals[CHANGED] =
    g_signal_new ("changed", SLIP_TYPE_ADDITION_VIEW, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass),
                                            GTK_TYPE_BIN_LAYOUT);
}

static void
slip_addition_view_init (SlipAdditionView *self)
{
  self->without = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 18));
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
}

GtkWidget *
slip_addition_view_new (void)
{
  return g_object_new (SLIP_TYPE_ADDITION_VIEW, NULL);
}

void
slip_addition_view_set_addition (SlipAdditionView *self,
                                 const SlipTemplateAddition *addition,
                                 const char *template_id,
                                 SlipDate today)
{
  g_autoptr (GPtrArray) parts = NULL;
  GtkWidget *group;
  GtkWidget *child;

  g_return_if_fail (SLIP_IS_ADDITION_VIEW (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))))
    gtk_box_remove (self->box, child);
  if (!addition)
    return;
  self->addition = addition;
  self->today = today;
  parts = slip_template_list_audiences (addition->state, template_id);
  group = adw_preferences_group_new ();
  for (guint i = 0; i < parts->len; i++)
    add_audience (self, group, parts->pdata[i]);
  if (addition->items->len + addition->checklists->len > 0)
    add_group (self, group, _ ("Checklists"));
  else
    g_object_unref (g_object_ref_sink (group));
  if (addition->stages->len > 0)
    add_stages (self);
  if (addition->communications->len > 0)
    add_communications (self);
  self->addition = NULL;
}

GStrv
slip_addition_view_dup_without (SlipAdditionView *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GHashTableIter iter;
  gpointer id;

  g_return_val_if_fail (SLIP_IS_ADDITION_VIEW (self), NULL);

  g_hash_table_iter_init (&iter, self->without);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_strv_builder_add (builder, id);
  return g_strv_builder_end (builder);
}

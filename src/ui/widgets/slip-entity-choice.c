/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-entity-choice.h"

#include "slip-control-name.h"
#include "slip-inner-focus.h"
#include "slip-name-list.h"
#include "slip-release.h"

#include <glib/gi18n-lib.h>

struct _SlipEntityChoice {
  GtkWidget parent_instance;

  SlipKind kind;
  char *none;
  char *extra;
  GtkDropDown *drop_down;
  GPtrArray *ids; /* of the entries, "" for none and NULL for the extra one */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (SlipEntityChoice, slip_entity_choice, GTK_TYPE_WIDGET)

enum {
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
peek_text (const SlipRow *row, const char *property)
{
  int index = slip_schema_find_property (slip_row_get_kind (row), property);

  return index < 0 ? NULL : slip_row_get_text (row, (guint) index);
}

static gboolean
is_retired (const SlipRow *row)
{
  int index = slip_schema_find_property (slip_row_get_kind (row), "is_retired");

  return index >= 0 && slip_row_get_boolean (row, (guint) index);
}

static int
compare_rows_cb (gconstpointer a, gconstpointer b)
{
  const SlipRow *first = *(const SlipRow *const *) a;
  const SlipRow *second = *(const SlipRow *const *) b;
  const char *first_rank = peek_text (first, "rank");
  const char *second_rank = peek_text (second, "rank");
  const char *first_name = peek_text (first, "name");
  const char *second_name = peek_text (second, "name");
  int order;

  if (!first_rank != !second_rank)
    return first_rank ? -1 : 1;
  order = g_strcmp0 (first_rank, second_rank);
  if (order == 0)
    order = g_utf8_collate (first_name ? first_name : "",
                            second_name ? second_name : "");
  return order ? order
               : g_strcmp0 (slip_row_get_id (first), slip_row_get_id (second));
}

static void
selected_cb (GtkDropDown *drop_down, GParamSpec *pspec, SlipEntityChoice *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[CHOSEN], 0, slip_entity_choice_get_id (self));
}

static void
add_entry (GtkStringList *names, GPtrArray *ids, const char *name, char *id)
{
  gtk_string_list_append (names, name);
  g_ptr_array_add (ids, id);
}

static gboolean
is_same (SlipEntityChoice *self, GtkStringList *names, GPtrArray *ids)
{
  GListModel *old = gtk_drop_down_get_model (self->drop_down);

  if (!old || self->ids->len != ids->len)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (g_strcmp0 (self->ids->pdata[i], ids->pdata[i]) != 0 ||
        !g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (old), i),
                      gtk_string_list_get_string (names, i)))
      return FALSE;

  return TRUE;
}

static void
fill (SlipEntityChoice *self, const SlipPlanState *state, const char *id)
{
  g_autoptr (GPtrArray) rows = slip_entity_choice_list (state, self->kind, id);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  /* Where nothing can be chosen, an entry without a name says so; beside the
   * extra one it would only be a way to go wrong. */
  if (self->none || (rows->len == 0 && !self->extra))
    add_entry (names, ids, self->none ? self->none : "", g_strdup (""));
  for (guint i = 0; i < rows->len; i++) {
    g_autofree char *name = slip_entity_dup_label (state, rows->pdata[i]);

    add_entry (names, ids, name, g_strdup (slip_row_get_id (rows->pdata[i])));
  }
  if (self->extra)
    add_entry (names, ids, self->extra, NULL);
  if (is_same (self, names, ids))
    return;

  g_ptr_array_unref (self->ids);
  self->ids = g_steal_pointer (&ids);
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (names));
}

static gboolean
slip_entity_choice_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (
    GTK_WIDGET (SLIP_ENTITY_CHOICE (widget)->drop_down));
}

static void
slip_entity_choice_dispose (GObject *object)
{
  SlipEntityChoice *self = SLIP_ENTITY_CHOICE (object);

  self->is_filling = TRUE;
  if (self->drop_down)
    gtk_widget_unparent (GTK_WIDGET (self->drop_down));
  self->drop_down = NULL;

  G_OBJECT_CLASS (slip_entity_choice_parent_class)->dispose (object);
}

static void
slip_entity_choice_finalize (GObject *object)
{
  SlipEntityChoice *self = SLIP_ENTITY_CHOICE (object);

  g_ptr_array_unref (self->ids);
  g_free (self->none);
  g_free (self->extra);

  G_OBJECT_CLASS (slip_entity_choice_parent_class)->finalize (object);
}

static void
slip_entity_choice_class_init (SlipEntityChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = slip_entity_choice_dispose;
  object_class->finalize = slip_entity_choice_finalize;
  widget_class->focus = slip_inner_focus;
  widget_class->grab_focus = slip_entity_choice_grab_focus;
  signals[CHOSEN] =
    g_signal_new ("chosen", SLIP_TYPE_ENTITY_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
slip_entity_choice_init (SlipEntityChoice *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  slip_name_list_set_up (self->drop_down, -1, SLIP_NAME_LIST_USUAL);
  g_signal_connect (self->drop_down, "notify::selected",
                    G_CALLBACK (selected_cb), self);
  gtk_widget_set_parent (GTK_WIDGET (self->drop_down), GTK_WIDGET (self));
}

GtkWidget *
slip_entity_choice_new (SlipKind kind, const char *none, const char *extra)
{
  SlipEntityChoice *self = g_object_new (SLIP_TYPE_ENTITY_CHOICE, NULL);

  self->kind = kind;
  self->none = g_strdup (none);
  self->extra = g_strdup (extra);
  return GTK_WIDGET (self);
}

void
slip_entity_choice_set_extra (SlipEntityChoice *self, const char *extra)
{
  g_return_if_fail (SLIP_IS_ENTITY_CHOICE (self));

  if (g_strcmp0 (extra, self->extra) == 0)
    return;
  g_free (self->extra);
  self->extra = g_strdup (extra);
}

void
slip_entity_choice_set_plan (SlipEntityChoice *self,
                             const SlipPlanState *state,
                             const char *id)
{
  g_return_if_fail (SLIP_IS_ENTITY_CHOICE (self));

  self->is_filling = TRUE;
  fill (self, state, id);
  for (guint i = 0; i < self->ids->len; i++)
    if (g_strcmp0 (self->ids->pdata[i], id ? id : "") == 0)
      gtk_drop_down_set_selected (self->drop_down, i);
  self->is_filling = FALSE;
}

const char *
slip_entity_choice_get_id (SlipEntityChoice *self)
{
  guint selected;
  const char *id;

  g_return_val_if_fail (SLIP_IS_ENTITY_CHOICE (self), NULL);

  selected = gtk_drop_down_get_selected (self->drop_down);
  id = selected < self->ids->len ? self->ids->pdata[selected] : NULL;
  return id && *id ? id : NULL;
}

gboolean
slip_entity_choice_is_extra (SlipEntityChoice *self)
{
  g_return_val_if_fail (SLIP_IS_ENTITY_CHOICE (self), FALSE);

  return self->extra && self->ids->len > 0 &&
         gtk_drop_down_get_selected (self->drop_down) == self->ids->len - 1;
}

void
slip_entity_choice_choose (SlipEntityChoice *self, const char *id)
{
  g_return_if_fail (SLIP_IS_ENTITY_CHOICE (self));

  for (guint i = 0; i < self->ids->len; i++)
    if (g_strcmp0 (self->ids->pdata[i], id ? id : "") == 0)
      gtk_drop_down_set_selected (self->drop_down, i);
}

void
slip_entity_choice_choose_extra (SlipEntityChoice *self)
{
  g_return_if_fail (SLIP_IS_ENTITY_CHOICE (self));

  if (self->extra && self->ids->len > 0)
    gtk_drop_down_set_selected (self->drop_down, self->ids->len - 1);
}

void
slip_entity_choice_set_label (SlipEntityChoice *self, const char *label)
{
  g_return_if_fail (SLIP_IS_ENTITY_CHOICE (self));

  slip_control_name_set (GTK_WIDGET (self->drop_down), label);
}

GPtrArray *
slip_entity_choice_list (const SlipPlanState *state,
                         SlipKind kind,
                         const char *keep)
{
  GPtrArray *all = slip_plan_state_list (state, kind);

  for (guint i = all->len; i > 0; i--) {
    const SlipRow *row = all->pdata[i - 1];

    if (is_retired (row) && g_strcmp0 (keep, slip_row_get_id (row)) != 0)
      g_ptr_array_remove_index (all, i - 1);
  }
  g_ptr_array_sort (all, compare_rows_cb);
  return all;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-entity-form.h"

#include "slip-ask.h"
#include "slip-date-text.h"
#include "slip-rank.h"

#include <glib/gi18n-lib.h>

static const SlipValue *
peek (const SlipRow *row, const char *property)
{
  int index = slip_schema_find_property (slip_row_get_kind (row), property);

  return index < 0 ? NULL : slip_row_peek (row, (guint) index);
}

static const char *
peek_text (const SlipRow *row, const char *property)
{
  const SlipValue *value = peek (row, property);

  return value ? slip_value_get_text (value) : NULL;
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  const SlipRow *first = *(const SlipRow *const *) a;
  const SlipRow *second = *(const SlipRow *const *) b;
  const SlipValue *first_retired = peek (first, "is_retired");
  const SlipValue *second_retired = peek (second, "is_retired");
  const SlipValue *first_day = peek (first, "first_day");
  const SlipValue *second_day = peek (second, "first_day");
  const char *first_text = peek_text (first, "rank");
  const char *second_text = peek_text (second, "rank");
  int order = 0;

  if (first_retired && second_retired)
    order = (int) slip_value_get_integer (first_retired) -
            (int) slip_value_get_integer (second_retired);
  if (order == 0 && first_day && second_day)
    order = slip_date_compare (slip_value_get_date (first_day),
                               slip_value_get_date (second_day));
  if (order == 0 && !first_text != !second_text)
    return first_text ? -1 : 1;
  if (order == 0)
    order = g_strcmp0 (first_text, second_text);
  if (order == 0) {
    first_text = peek_text (first, "name");
    second_text = peek_text (second, "name");
    order = g_utf8_collate (first_text ? first_text : "",
                            second_text ? second_text : "");
  }
  return order ? order
               : g_strcmp0 (slip_row_get_id (first), slip_row_get_id (second));
}

char *
slip_entity_form_dup_range_text (SlipDate first, SlipDate last, SlipDate today)
{
  g_autofree char *first_text =
    slip_date_dup_text (first, SLIP_DATE_STYLE_MEDIUM, today);
  g_autofree char *last_text = NULL;

  if (!slip_date_is_set (last) || slip_date_equal (first, last))
    return g_steal_pointer (&first_text);
  last_text = slip_date_dup_text (last, SLIP_DATE_STYLE_MEDIUM, today);
  return g_strdup_printf (_ ("%s to %s"), first_text, last_text);
}

const char *
slip_entity_form_get_group (const SlipEntityForm *form, const SlipRow *row)
{
  return form->has_group ? slip_row_get_text (row, form->group) : NULL;
}

GPtrArray *
slip_entity_form_list (const SlipEntityForm *form,
                       const SlipPlanState *state,
                       const char *owner,
                       const char *group)
{
  GPtrArray *rows = owner
                      ? slip_plan_state_list_owned (state, form->kind, owner)
                      : slip_plan_state_list (state, form->kind);

  for (guint i = rows->len; group && i > 0; i--)
    if (g_strcmp0 (slip_entity_form_get_group (form, rows->pdata[i - 1]),
                   group) != 0)
      g_ptr_array_remove_index (rows, i - 1);
  g_ptr_array_sort (rows, compare_cb);
  return rows;
}

gboolean
slip_entity_form_is_ranked (const SlipEntityForm *form)
{
  return slip_schema_find_property (form->kind, "rank") >= 0;
}

void
slip_entity_form_show (const SlipEntityForm *form,
                       GPtrArray *fields,
                       const SlipPlanState *state,
                       const SlipRow *row)
{
  for (guint i = 0; i < form->n_fields; i++) {
    const SlipFormField *field = &form->fields[i];
    gboolean is_shown = !field->has_condition ||
                        slip_row_get_integer (row, field->condition_property) ==
                          field->condition_value;

    g_autofree char *note =
      form->dup_note ? form->dup_note (state, row, field->property) : NULL;

    gtk_widget_set_visible (fields->pdata[i], is_shown);
    if (form->dup_note)
      slip_field_set_note (fields->pdata[i], note, FALSE);
  }
}

/* Ranks between which there is no room are all made anew. */
static void
ask_order (const SlipEntityForm *form,
           GtkWidget *widget,
           GPtrArray *rows,
           const char *group)
{
  g_auto (GStrv) ranks = slip_rank_spread (rows->len);
  g_autofree GVariant **wishes = g_new (GVariant *, rows->len);

  for (guint i = 0; i < rows->len; i++) {
    const char *pairs[] = { "rank", ranks[i], NULL, NULL, NULL };

    if (group) {
      pairs[2] = slip_schema_get_property (form->kind, form->group)->name;
      pairs[3] = group;
    }
    wishes[i] =
      slip_wish_new_set (form->kind, slip_row_get_id (rows->pdata[i]), pairs);
  }
  slip_ask_all (widget, wishes, rows->len);
}

/* What lets the entity at @place stand there, %NULL if nothing does. */
static char *
make_rank (GPtrArray *rows, guint place)
{
  const char *before =
    place > 0 ? peek_text (rows->pdata[place - 1], "rank") : NULL;
  const char *after =
    place + 1 < rows->len ? peek_text (rows->pdata[place + 1], "rank") : NULL;

  return place > 0 && !before ? NULL : slip_rank_between (before, after);
}

static guint
find_place (GPtrArray *rows, const char *id)
{
  guint place = 0;

  while (place < rows->len &&
         !g_str_equal (slip_row_get_id (rows->pdata[place]), id))
    place++;
  return place;
}

void
slip_entity_form_ask_place (const SlipEntityForm *form,
                            GtkWidget *widget,
                            const SlipPlanState *state,
                            const char *id,
                            const char *group,
                            guint place)
{
  const SlipRow *row = slip_plan_state_get (state, form->kind, id);
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *rank = NULL;
  guint from;
  gboolean is_listed;

  if (!row)
    return;
  rows = slip_entity_form_list (form, state, slip_row_get_owner (row), group);
  from = find_place (rows, id);
  is_listed = from < rows->len;
  if (is_listed)
    g_ptr_array_remove_index (rows, from);
  place = MIN (place, rows->len);
  if (is_listed && place == from)
    return;

  g_ptr_array_insert (rows, (int) place, slip_row_ref (row));
  rank = make_rank (rows, place);
  if (!rank)
    ask_order (form, widget, rows, group);
  else if (group)
    slip_ask_edit (widget, form->kind, id,
                   (const char *const[]){
                     "rank", rank,
                     slip_schema_get_property (form->kind, form->group)->name,
                     group, NULL });
  else
    slip_ask_edit (widget, form->kind, id,
                   (const char *const[]){ "rank", rank, NULL });
}

void
slip_entity_form_ask_step (const SlipEntityForm *form,
                           GtkWidget *widget,
                           const SlipPlanState *state,
                           const char *id,
                           int direction)
{
  const SlipRow *row = slip_plan_state_get (state, form->kind, id);
  const char *group = row ? slip_entity_form_get_group (form, row) : NULL;
  g_autoptr (GPtrArray) rows = NULL;
  int to;

  if (!row)
    return;
  rows = slip_entity_form_list (form, state, slip_row_get_owner (row), group);
  to = (int) find_place (rows, id) + direction;
  if (to >= 0 && to < (int) rows->len)
    slip_entity_form_ask_place (form, widget, state, id, group, (guint) to);
}

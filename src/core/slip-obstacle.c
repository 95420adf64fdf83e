/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-obstacle.h"

#include "slip-checklist.h"
#include "slip-date-text.h"
#include "slip-gap.h"
#include "slip-text.h"

#include <glib/gi18n-lib.h>

void
slip_obstacle_free (SlipObstacle *self)
{
  g_clear_pointer (&self->checklist, slip_row_unref);
  g_clear_pointer (&self->item, slip_row_unref);
  g_free (self->person);
  g_free (self);
}

static SlipObstacle *
add_obstacle (GPtrArray *obstacles,
              SlipObstacleType type,
              const SlipRow *checklist)
{
  SlipObstacle *obstacle = g_new0 (SlipObstacle, 1);

  obstacle->type = type;
  if (checklist != NULL) {
    obstacle->checklist = slip_row_ref (checklist);
    obstacle->person =
      g_strdup (slip_row_get_text (checklist, SLIP_CHECKLIST_OWNER));
  }
  g_ptr_array_add (obstacles, obstacle);
  return obstacle;
}

static gboolean
stands_in_the_way (const SlipRow *item)
{
  return slip_row_get_boolean (item, SLIP_ITEM_IS_REQUIRED) &&
         !slip_item_state_is_closed (
           slip_row_get_integer (item, SLIP_ITEM_STATE));
}

/* By due day; what is due on the same stays in its order. */
static int
compare_due (gconstpointer a, gconstpointer b)
{
  return slip_date_compare (slip_row_get_date (*(const SlipRow *const *) a,
                                               SLIP_ITEM_DUE_DATE),
                            slip_row_get_date (*(const SlipRow *const *) b,
                                               SLIP_ITEM_DUE_DATE));
}

static gboolean
has_required (const GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    if (slip_row_get_boolean (items->pdata[i], SLIP_ITEM_IS_REQUIRED))
      return TRUE;

  return FALSE;
}

static void
add_of_checklist (GPtrArray *obstacles,
                  const SlipPlanState *state,
                  const SlipRow *checklist)
{
  g_autoptr (GPtrArray) items =
    slip_checklist_list_items (state, slip_row_get_owner (checklist),
                               slip_row_get_id (checklist));

  if (slip_row_get_text (checklist, SLIP_CHECKLIST_OWNER) == NULL)
    add_obstacle (obstacles, SLIP_OBSTACLE_CHECKLIST_OWNER, checklist);
  if (!has_required (items))
    add_obstacle (obstacles, SLIP_OBSTACLE_EMPTY, checklist);

  /* The sort of GLib keeps the order of equals. */
  g_ptr_array_sort (items, compare_due);
  for (guint i = 0; i < items->len; i++) {
    const SlipRow *item = items->pdata[i];
    const char *owner = slip_row_get_text (item, SLIP_ITEM_OWNER);

    if (!stands_in_the_way (item))
      continue;
    SlipObstacle *obstacle =
      add_obstacle (obstacles, SLIP_OBSTACLE_ITEM, checklist);
    obstacle->item = slip_row_ref (item);
    if (owner == NULL)
      continue;
    g_free (obstacle->person);
    obstacle->person = g_strdup (owner);
  }
}

GPtrArray *
slip_obstacle_list (const SlipPlanState *state, const SlipRow *release)
{
  GPtrArray *obstacles =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_obstacle_free);
  g_autoptr (GPtrArray) checklists =
    slip_checklist_list (state, slip_row_get_id (release));
  gboolean is_any_needed = FALSE;

  if (slip_row_get_text (release, SLIP_RELEASE_OWNER) == NULL)
    add_obstacle (obstacles, SLIP_OBSTACLE_OWNER, NULL);
  if (slip_row_get_text (release, SLIP_RELEASE_MARKET_OWNER) == NULL)
    add_obstacle (obstacles, SLIP_OBSTACLE_MARKET_OWNER, NULL);

  for (guint i = 0; i < checklists->len; i++) {
    if (slip_row_get_boolean (checklists->pdata[i],
                              SLIP_CHECKLIST_IS_NOT_NEEDED))
      continue;
    is_any_needed = TRUE;
    add_of_checklist (obstacles, state, checklists->pdata[i]);
  }
  if (!is_any_needed)
    add_obstacle (obstacles, SLIP_OBSTACLE_NO_CHECKLIST, NULL);

  return obstacles;
}

const char *
slip_obstacle_type_get_nick (SlipObstacleType type)
{
  static const char *const nicks[] = { "owner",        "market-owner",
                                       "no-checklist", "checklist-owner",
                                       "empty",        "item" };

  g_return_val_if_fail (type < G_N_ELEMENTS (nicks), NULL);

  return nicks[type];
}

static void
append (GString *text, const char *part)
{
  if (part != NULL)
    slip_text_append_member (text, part);
}

static char *
dup_due (const SlipRow *item, SlipDate today)
{
  SlipDate due = slip_row_get_date (item, SLIP_ITEM_DUE_DATE);

  if (!slip_date_is_set (due))
    return g_strdup (_ ("no due date"));

  g_autofree char *day =
    slip_date_dup_text (due, SLIP_DATE_STYLE_MEDIUM, today);
  g_autofree char *distance = slip_date_dup_distance (due, today);
  if (slip_date_is_before (due, today))
    /* Translators: a day and how far away it is. */
    return g_strdup_printf (_ ("overdue since %s, %s"), day, distance);
  /* Translators: a day and how far away it is. */
  return g_strdup_printf (_ ("due %s, %s"), day, distance);
}

/* '“Make the deck”, Sales ops, blocked: Legal, due …' */
static char *
dup_item (const SlipObstacle *self, const SlipPlanState *state, SlipDate today)
{
  const SlipRow *person =
    slip_plan_state_get (state, SLIP_KIND_PERSON, self->person);
  const char *note = slip_row_get_text (self->item, SLIP_ITEM_STATE_NOTE);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *due = dup_due (self->item, today);

  /* Translators: the title of an item, quoted. */
  g_string_append_printf (text, _ ("“%s”"),
                          slip_row_get_text (self->item, SLIP_ITEM_TITLE));
  append (text, person != NULL ? slip_row_get_text (person, SLIP_PERSON_NAME)
                               : _ ("no owner"));
  if (slip_row_get_integer (self->item, SLIP_ITEM_STATE) ==
      SLIP_ITEM_STATE_BLOCKED) {
    /* Translators: by whom or what an item is blocked. */
    g_autofree char *blocked =
      note != NULL ? g_strdup_printf (_ ("blocked: %s"), note) : NULL;

    append (text, blocked != NULL ? blocked : _ ("blocked"));
  }
  append (text, due);
  if (slip_item_lacks_evidence (self->item))
    append (text, _ ("needs evidence"));
  return g_strdup (text->str);
}

char *
slip_obstacle_dup_text (const SlipObstacle *self,
                        const SlipPlanState *state,
                        SlipDate today)
{
  const SlipRow *audience =
    self->checklist != NULL
      ? slip_plan_state_follow (state, self->checklist, SLIP_CHECKLIST_AUDIENCE)
      : NULL;
  const char *name = audience != NULL
                       ? slip_row_get_text (audience, SLIP_AUDIENCE_NAME)
                       : _ ("A checklist");
  g_autofree char *item = NULL;

  switch (self->type) {
  case SLIP_OBSTACLE_OWNER:
    return g_strdup (_ ("Nobody owns the release"));
  case SLIP_OBSTACLE_MARKET_OWNER:
    return g_strdup (_ ("There is no go-to-market owner"));
  case SLIP_OBSTACLE_NO_CHECKLIST:
    return g_strdup (_ ("There is no checklist for anybody"));
  case SLIP_OBSTACLE_CHECKLIST_OWNER:
    /* Translators: an audience. */
    return g_strdup_printf (_ ("%s: nobody owns the checklist"), name);
  case SLIP_OBSTACLE_EMPTY:
    /* Translators: an audience. */
    return g_strdup_printf (_ ("%s: the checklist has no required item"), name);
  case SLIP_OBSTACLE_ITEM:
    break;
  }

  item = dup_item (self, state, today);
  /* Translators: an audience, and one of its items. */
  return g_strdup_printf (_ ("%s: %s"), name, item);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-item-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "slip-audience.h"
#include "slip-checklist.h"
#include "slip-item-lines.h"
#include "slip-rank.h"
#include "slip-release.h"

struct _SlipChecklistEdit {
  char *release;
  char *audience; /* of one to be made, else NULL */
  char *checklist;
};

struct _SlipItemAdd {
  char *release;
  char *checklist;
  GStrv titles;
  GPtrArray *ids; /* one for each */
};

static gboolean
set_gone (GError **error)
{
  g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND,
                       _ ("It has been deleted in the meantime"));
  return FALSE;
}

SlipChecklistEdit *
slip_checklist_edit_new_add (const char *release, const char *audience)
{
  SlipChecklistEdit *self = g_new0 (SlipChecklistEdit, 1);

  self->release = g_strdup (release);
  self->audience = g_strdup (audience);
  self->checklist = slip_id_new ();
  return self;
}

SlipChecklistEdit *
slip_checklist_edit_new_delete (const char *release, const char *checklist)
{
  SlipChecklistEdit *self = g_new0 (SlipChecklistEdit, 1);

  self->release = g_strdup (release);
  self->checklist = g_strdup (checklist);
  return self;
}

void
slip_checklist_edit_free (SlipChecklistEdit *self)
{
  g_free (self->release);
  g_free (self->audience);
  g_free (self->checklist);
  g_free (self);
}

const char *
slip_checklist_edit_get_id (const SlipChecklistEdit *self)
{
  return self->checklist;
}

static void
create_checklist (SlipEdit *edit,
                  const char *release,
                  const char *audience,
                  const char *id)
{
  const SlipPlanState *state = slip_edit_get_state (edit);
  const SlipRow *owner = slip_audience_find_owner (
    state, slip_plan_state_get (state, SLIP_KIND_AUDIENCE, audience));
  g_autofree char *owner_id =
    owner != NULL ? g_strdup (slip_row_get_id (owner)) : NULL;

  slip_edit_create (edit, SLIP_KIND_CHECKLIST, id, release);
  slip_edit_set_text (edit, SLIP_KIND_CHECKLIST, id, SLIP_CHECKLIST_AUDIENCE,
                      audience);
  slip_edit_set_text (edit, SLIP_KIND_CHECKLIST, id, SLIP_CHECKLIST_OWNER,
                      owner_id);
}

char *
slip_checklist_ensure (SlipEdit *edit,
                       const char *release,
                       const char *audience,
                       const char *new_id)
{
  g_autoptr (SlipReleaseSummary) summary =
    slip_plan_state_get_summary (slip_edit_get_state (edit), release);
  const SlipChecklistSummary *checklist =
    summary != NULL ? slip_release_summary_find (summary, audience) : NULL;

  if (checklist != NULL)
    return g_strdup (checklist->checklist);

  create_checklist (edit, release, audience, new_id);
  return g_strdup (new_id);
}

static const SlipRow *
find_checklist (SlipEdit *edit, const char *release, const char *id)
{
  const SlipRow *row =
    slip_plan_state_get (slip_edit_get_state (edit), SLIP_KIND_CHECKLIST, id);

  return row != NULL && g_strcmp0 (slip_row_get_owner (row), release) == 0
           ? row
           : NULL;
}

static void
call_after (SlipEdit *edit, const SlipRow *checklist)
{
  g_autofree char *title =
    slip_checklist_dup_title (slip_edit_get_state (edit), checklist);

  slip_edit_set_subject (edit, title);
}

static gboolean
add_checklist (SlipEdit *edit, const SlipChecklistEdit *self, GError **error)
{
  const SlipPlanState *state = slip_edit_get_state (edit);
  const SlipRow *audience =
    slip_plan_state_get (state, SLIP_KIND_AUDIENCE, self->audience);
  const SlipRow *row;

  if (audience == NULL)
    return set_gone (error);

  slip_edit_set_verb (edit, SLIP_VERB_ADD);
  create_checklist (edit, self->release, self->audience, self->checklist);

  row = find_checklist (edit, self->release, self->checklist);
  if (row == NULL)
    return TRUE;
  call_after (edit, row);
  return slip_checklist_check (slip_edit_get_state (edit), row, error);
}

static gboolean
delete_checklist (SlipEdit *edit, const SlipChecklistEdit *self, GError **error)
{
  const SlipRow *row = find_checklist (edit, self->release, self->checklist);
  g_autoptr (GPtrArray) items = NULL;

  if (row == NULL)
    return set_gone (error);

  slip_edit_set_verb (edit, SLIP_VERB_DELETE);
  call_after (edit, row);
  items = slip_checklist_list_items (slip_edit_get_state (edit), self->release,
                                     self->checklist);
  for (guint i = 0; i < items->len; i++)
    slip_edit_delete (edit, SLIP_KIND_ITEM, slip_row_get_id (items->pdata[i]));
  slip_edit_delete (edit, SLIP_KIND_CHECKLIST, self->checklist);
  return TRUE;
}

gboolean
slip_checklist_edit_run (SlipEdit *edit, gconstpointer data, GError **error)
{
  const SlipChecklistEdit *self = data;

  if (!slip_edit_need (edit, self->release))
    return FALSE;

  return self->audience != NULL ? add_checklist (edit, self, error)
                                : delete_checklist (edit, self, error);
}

static void
set_rank (SlipEdit *edit, const char *item, const char *rank)
{
  slip_edit_set_text (edit, SLIP_KIND_ITEM, item, SLIP_ITEM_RANK, rank);
}

static const char *
get_rank (const GPtrArray *items, guint i)
{
  return i < items->len ? slip_row_get_text (items->pdata[i], SLIP_ITEM_RANK)
                        : NULL;
}

/* Ranks for @ids between the neighbours of @place, if they can be had without
 * touching other items. */
static GPtrArray *
list_ranks (const GPtrArray *items, guint place, guint n)
{
  g_autoptr (GPtrArray) ranks = g_ptr_array_new_with_free_func (g_free);
  const char *before = place > 0 ? get_rank (items, place - 1) : NULL;
  const char *after = get_rank (items, place);

  if (place > 0 && before == NULL)
    return NULL;

  for (guint i = 0; i < n; i++) {
    char *rank = slip_rank_between (before, after);

    if (rank == NULL)
      return NULL;
    g_ptr_array_add (ranks, rank);
    if (strlen (rank) > SLIP_RANK_MAX_LENGTH)
      return NULL;
    before = rank;
  }

  return g_steal_pointer (&ranks);
}

/* Gives @ids (of @n items, which @items does not hold) their place before item
 * @place of @items; all get new ranks if there is no room. */
static void
place_items (SlipEdit *edit,
             const GPtrArray *items,
             guint place,
             const char *const *ids,
             guint n)
{
  g_autoptr (GPtrArray) ranks = list_ranks (items, place, n);
  g_auto (GStrv) all = NULL;

  for (guint i = 0; ranks != NULL && i < n; i++)
    set_rank (edit, ids[i], ranks->pdata[i]);
  if (ranks != NULL)
    return;

  all = slip_rank_spread (items->len + n);
  for (guint i = 0; i < items->len; i++)
    set_rank (edit, slip_row_get_id (items->pdata[i]),
              all[i < place ? i : i + n]);
  for (guint i = 0; i < n; i++)
    set_rank (edit, ids[i], all[place + i]);
}

SlipItemAdd *
slip_item_add_new (const char *release, const char *checklist, const char *text)
{
  SlipItemAdd *self = g_new0 (SlipItemAdd, 1);

  self->release = g_strdup (release);
  self->checklist = g_strdup (checklist);
  self->titles = slip_item_lines_split (text);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; self->titles[i] != NULL; i++)
    g_ptr_array_add (self->ids, slip_id_new ());
  return self;
}

void
slip_item_add_free (SlipItemAdd *self)
{
  g_free (self->release);
  g_free (self->checklist);
  g_strfreev (self->titles);
  g_ptr_array_unref (self->ids);
  g_free (self);
}

static void
add_item (SlipEdit *edit, const SlipItemAdd *self, guint i)
{
  const char *id = self->ids->pdata[i];

  slip_edit_create (edit, SLIP_KIND_ITEM, id, self->release);
  slip_edit_set_text (edit, SLIP_KIND_ITEM, id, SLIP_ITEM_CHECKLIST,
                      self->checklist);
  slip_edit_set_text (edit, SLIP_KIND_ITEM, id, SLIP_ITEM_TITLE,
                      self->titles[i]);
  slip_edit_set_integer (edit, SLIP_KIND_ITEM, id, SLIP_ITEM_IS_REQUIRED, TRUE);
}

/* Calls the step after the only title, or tells how many and where. */
static void
call_after_titles (SlipEdit *edit,
                   const SlipItemAdd *self,
                   const SlipRow *checklist)
{
  g_autofree char *where =
    slip_checklist_dup_title (slip_edit_get_state (edit), checklist);
  g_autofree char *subject =
    self->ids->len == 1 ? g_strdup (self->titles[0])
                        : g_strdup_printf (
                            /* Translators: what was added to which checklist:
                               '5 items of Mobile 4.2, Sales'. */
                            g_dngettext (GETTEXT_PACKAGE, "%u item of %s",
                                         "%u items of %s", self->ids->len),
                            self->ids->len, where);

  slip_edit_set_subject (edit, subject);
}

gboolean
slip_item_add_run (SlipEdit *edit, gconstpointer data, GError **error)
{
  const SlipItemAdd *self = data;
  g_autoptr (GPtrArray) items = NULL;
  const SlipRow *checklist;

  if (!slip_edit_need (edit, self->release))
    return FALSE;
  checklist = find_checklist (edit, self->release, self->checklist);
  if (checklist == NULL)
    return set_gone (error);

  slip_edit_set_verb (edit, SLIP_VERB_ADD);
  call_after_titles (edit, self, checklist);
  items = slip_checklist_list_items (slip_edit_get_state (edit), self->release,
                                     self->checklist);
  for (guint i = 0; i < self->ids->len; i++)
    add_item (edit, self, i);
  place_items (edit, items, items->len, (const char *const *) self->ids->pdata,
               self->ids->len);
  return TRUE;
}

SlipItemMove *
slip_item_move_new (const char *release,
                    const char *const *items,
                    const char *checklist,
                    const char *before,
                    const char *after)
{
  SlipItemMove *move = g_new0 (SlipItemMove, 1);

  move->release = g_strdup (release);
  move->items = g_strdupv ((char **) items);
  move->checklist = g_strdup (checklist);
  move->before = g_strdup (before);
  move->after = g_strdup (after);
  return move;
}

void
slip_item_move_free (SlipItemMove *move)
{
  g_free (move->release);
  g_strfreev (move->items);
  g_free (move->checklist);
  g_free (move->before);
  g_free (move->after);
  g_free (move);
}

/* The place in @items, which does not hold the moved ones, to put them at. */
static guint
find_place (const GPtrArray *items, const SlipItemMove *move)
{
  for (guint i = 0; i < items->len; i++) {
    const char *id = slip_row_get_id (items->pdata[i]);

    if (g_strcmp0 (id, move->before) == 0)
      return i + 1;
    if (g_strcmp0 (id, move->after) == 0)
      return i;
  }

  return items->len;
}

/* The ids of those that are there, as borrowed from the move. */
static GPtrArray *
list_moved (SlipEdit *edit, const SlipItemMove *move)
{
  GPtrArray *moved = g_ptr_array_new ();

  for (guint i = 0; move->items[i] != NULL; i++) {
    const SlipRow *item = slip_plan_state_get (slip_edit_get_state (edit),
                                               SLIP_KIND_ITEM, move->items[i]);

    if (item != NULL &&
        g_strcmp0 (slip_row_get_owner (item), move->release) == 0)
      g_ptr_array_add (moved, move->items[i]);
  }

  return moved;
}

/* Whether @moved lie in @all as they shall: together, before item @place of the
 * others. */
static gboolean
is_in_place (const GPtrArray *all, guint place, const GPtrArray *moved)
{
  for (guint i = 0; i < moved->len; i++)
    if (place + i >= all->len ||
        !g_str_equal (slip_row_get_id (all->pdata[place + i]), moved->pdata[i]))
      return FALSE;

  return TRUE;
}

static void
place_moved (SlipEdit *edit, const SlipItemMove *move, const GPtrArray *moved)
{
  g_autoptr (GPtrArray) all =
    slip_checklist_list_items (slip_edit_get_state (edit), move->release,
                               move->checklist);
  g_autoptr (GPtrArray) others =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_row_unref);
  guint place;

  for (guint i = 0; i < all->len; i++)
    if (!g_strv_contains ((const char *const *) move->items,
                          slip_row_get_id (all->pdata[i])))
      g_ptr_array_add (others, slip_row_ref (all->pdata[i]));
  place = find_place (others, move);
  if (is_in_place (all, place, moved))
    return;

  for (guint i = 0; i < moved->len; i++)
    slip_edit_set_text (edit, SLIP_KIND_ITEM, moved->pdata[i],
                        SLIP_ITEM_CHECKLIST, move->checklist);
  place_items (edit, others, place, (const char *const *) moved->pdata,
               moved->len);
}

static void
call_after_moved (SlipEdit *edit, const GPtrArray *moved)
{
  const SlipRow *first = slip_plan_state_get (slip_edit_get_state (edit),
                                              SLIP_KIND_ITEM, moved->pdata[0]);
  g_autofree char *subject =
    moved->len == 1 ? g_strdup (slip_row_get_text (first, SLIP_ITEM_TITLE))
                    : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item",
                                                    "%u items", moved->len),
                                       moved->len);

  slip_edit_set_subject (edit, subject);
}

gboolean
slip_item_move_run (SlipEdit *edit, gconstpointer data, GError **error)
{
  const SlipItemMove *move = data;
  g_autoptr (GPtrArray) moved = NULL;

  if (!slip_edit_need (edit, move->release))
    return FALSE;
  moved = list_moved (edit, move);
  if (moved->len == 0 ||
      find_checklist (edit, move->release, move->checklist) == NULL)
    return set_gone (error);

  slip_edit_set_verb (edit, SLIP_VERB_REORDER);
  call_after_moved (edit, moved);
  place_moved (edit, move, moved);
  return TRUE;
}

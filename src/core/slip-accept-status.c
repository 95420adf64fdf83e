/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-accept-private.h"

#include <glib/gi18n-lib.h>

#include "slip-checklist.h"
#include "slip-item-lines.h"
#include "slip-item-list.h"
#include "slip-knowledge.h"
#include "slip-move.h"
#include "slip-observation-text.h"
#include "slip-rank.h"
#include "slip-text.h"

/* An audience's checklist while it is filled. */
typedef struct {
  SlipEdit *edit;
  const SlipAccept *accept;
  char *id; /* (nullable): until it is needed */
} Checklist;

static const SlipRow *
get_checklist (const Checklist *self)
{
  return slip_plan_state_get (slip_edit_get_state (self->edit),
                              SLIP_KIND_CHECKLIST, self->id);
}

static void
find_checklist (Checklist *self)
{
  g_autoptr (SlipReleaseSummary) summary =
    slip_plan_state_get_summary (slip_edit_get_state (self->edit),
                                 self->accept->release);
  const SlipChecklistSummary *checklist =
    slip_release_summary_find (summary, self->accept->audience);

  if (checklist != NULL)
    self->id = g_strdup (checklist->checklist);
}

/* Has the checklist there, made or not. */
static const char *
ensure (Checklist *self)
{
  if (self->id == NULL)
    self->id =
      slip_checklist_ensure (self->edit, self->accept->release,
                             self->accept->audience, self->accept->new_id);
  return self->id;
}

static gboolean
is_not_needed (const Checklist *self)
{
  const SlipRow *row = get_checklist (self);

  return row != NULL &&
         slip_row_get_boolean (row, SLIP_CHECKLIST_IS_NOT_NEEDED);
}

static void
set_needed (Checklist *self, gboolean is_needed)
{
  g_autofree char *word = slip_accept_dup_word (self->accept);

  if (is_not_needed (self) == !is_needed)
    return;
  slip_edit_set_integer (self->edit, SLIP_KIND_CHECKLIST, ensure (self),
                         SLIP_CHECKLIST_IS_NOT_NEEDED, !is_needed);
  slip_edit_set_text (self->edit, SLIP_KIND_CHECKLIST, self->id,
                      SLIP_CHECKLIST_REASON, is_needed ? NULL : word);
}

static void
set_owner (Checklist *self)
{
  const char *owner = self->accept->owner;

  if (owner != NULL && slip_plan_state_get (slip_edit_get_state (self->edit),
                                            SLIP_KIND_PERSON, owner) != NULL)
    slip_edit_set_text (self->edit, SLIP_KIND_CHECKLIST, ensure (self),
                        SLIP_CHECKLIST_OWNER, owner);
}

static GPtrArray *
list_items (const Checklist *self)
{
  return self->id != NULL
           ? slip_checklist_list_items (slip_edit_get_state (self->edit),
                                        self->accept->release, self->id)
           : g_ptr_array_new ();
}

/* The title that an item in the plan has, or would have. */
static char *
dup_title (const SlipObservedItem *item)
{
  g_auto (GStrv) lines = slip_item_lines_split (item->title);

  return g_strdup (lines[0]);
}

static const SlipRow *
find_item (const GPtrArray *items, const char *title)
{
  g_autofree char *folded = slip_text_fold (title);

  for (guint i = 0; i < items->len; i++) {
    const char *other = slip_row_get_text (items->pdata[i], SLIP_ITEM_TITLE);
    g_autofree char *text = other != NULL ? slip_text_fold (other) : NULL;

    if (g_strcmp0 (text, folded) == 0)
      return items->pdata[i];
  }
  return NULL;
}

static SlipItemState
get_item_state (SlipObservedState observed)
{
  switch (observed) {
  case SLIP_OBSERVED_IN_PROGRESS:
  case SLIP_OBSERVED_ON_TRACK:
  case SLIP_OBSERVED_AT_RISK:
  case SLIP_OBSERVED_OFF_TRACK:
    return SLIP_ITEM_STATE_DOING;
  case SLIP_OBSERVED_BLOCKED:
    return SLIP_ITEM_STATE_BLOCKED;
  case SLIP_OBSERVED_DONE:
    return SLIP_ITEM_STATE_DONE;
  case SLIP_OBSERVED_NOT_NEEDED:
    return SLIP_ITEM_STATE_NOT_APPLICABLE;
  case SLIP_OBSERVED_UNKNOWN:
  case SLIP_OBSERVED_NOT_STARTED:
  case SLIP_OBSERVED_N_STATES:
    break;
  }
  return SLIP_ITEM_STATE_TO_DO;
}

static void
set_item_text (SlipEdit *edit, const char *id, guint property, const char *text)
{
  slip_edit_set_text (edit, SLIP_KIND_ITEM, id, property, text);
}

/* @url: (nullable): where the source says so */
static void
set_item_state (const Checklist *self,
                const char *id,
                SlipItemState item_state,
                const char *url)
{
  const SlipRow *item =
    slip_plan_state_get (slip_edit_get_state (self->edit), SLIP_KIND_ITEM, id);
  g_autofree char *word = slip_accept_dup_word (self->accept);

  if (slip_row_get_integer (item, SLIP_ITEM_STATE) == (gint64) item_state)
    return;
  if (url == NULL)
    url = self->accept->observation->url;
  if (item_state == SLIP_ITEM_STATE_DONE && slip_item_lacks_evidence (item))
    set_item_text (self->edit, id, SLIP_ITEM_EVIDENCE,
                   url != NULL ? url : word);
  slip_edit_set_integer (self->edit, SLIP_KIND_ITEM, id, SLIP_ITEM_STATE,
                         item_state);
  set_item_text (self->edit, id, SLIP_ITEM_STATE_NOTE,
                 slip_item_state_takes_note (item_state) ? word : NULL);
}

/* Adds a required item at the end. */
static void
add_item (Checklist *self, const char *id, const char *title)
{
  const char *checklist = ensure (self);
  g_autoptr (GPtrArray) items = list_items (self);
  const char *last =
    items->len > 0
      ? slip_row_get_text (items->pdata[items->len - 1], SLIP_ITEM_RANK)
      : NULL;
  g_autofree char *rank = slip_rank_between (last, NULL);

  slip_edit_create (self->edit, SLIP_KIND_ITEM, id, self->accept->release);
  set_item_text (self->edit, id, SLIP_ITEM_CHECKLIST, checklist);
  set_item_text (self->edit, id, SLIP_ITEM_TITLE, title);
  set_item_text (self->edit, id, SLIP_ITEM_RANK, rank);
  slip_edit_set_integer (self->edit, SLIP_KIND_ITEM, id, SLIP_ITEM_IS_REQUIRED,
                         TRUE);
}

/* @named: takes the ids of those that the feed names */
static void
take_items (Checklist *self, GHashTable *named)
{
  const GPtrArray *observed = self->accept->observation->items;

  for (guint i = 0; i < observed->len; i++) {
    const SlipObservedItem *item = observed->pdata[i];
    g_autofree char *title = dup_title (item);
    g_autoptr (GPtrArray) items = list_items (self);
    const SlipRow *row = title != NULL ? find_item (items, title) : NULL;
    const char *id =
      row != NULL ? slip_row_get_id (row) : self->accept->new_items->pdata[i];

    if (title == NULL)
      continue;
    if (row == NULL) {
      add_item (self, id, title);
      slip_edit_set_date (self->edit, SLIP_KIND_ITEM, id, SLIP_ITEM_DUE_DATE,
                          item->due_date);
    }
    g_hash_table_add (named, g_strdup (id));
    if (item->state != SLIP_OBSERVED_UNKNOWN)
      set_item_state (self, id, get_item_state (item->state), item->url);
  }
}

static const char *
get_own_title (void)
{
  /* Translators: the title of an item for what a feed says of an audience and
   * of no item. */
  return _ ("Be ready");
}

static const SlipRow *
find_own (const GPtrArray *items)
{
  const SlipRow *item = find_item (items, get_own_title ());

  return item != NULL && slip_row_get_boolean (item, SLIP_ITEM_IS_REQUIRED)
           ? item
           : NULL;
}

/* The id of the one item that is made though the feed does not name it. */
static const char *
get_spare_id (const Checklist *self)
{
  return self->accept->new_items->pdata[self->accept->observation->items->len];
}

/* 'Help desk: At risk', and what else it says. */
static char *
dup_note (const Checklist *self)
{
  const SlipObservation *status = self->accept->observation;
  g_autofree char *says =
    slip_observation_dup_says (status, self->accept->moment.today);
  GString *note = g_string_new (self->accept->feed_name);

  g_string_append_printf (note, ": %s", says);
  if (status->text != NULL && *status->text != '\0')
    g_string_append_printf (note, "\n%s", status->text);
  return g_string_free (note, FALSE);
}

/* Has the item tell the newest word, unless a person noted something there. */
static void
set_note (Checklist *self, const char *id)
{
  const SlipRow *item =
    slip_plan_state_get (slip_edit_get_state (self->edit), SLIP_KIND_ITEM, id);
  const char *present = slip_row_get_text (item, SLIP_ITEM_NOTE);
  g_autofree char *start = g_strdup_printf ("%s: ", self->accept->feed_name);
  g_autofree char *note = dup_note (self);

  if (present == NULL || g_str_has_prefix (present, start))
    set_item_text (self->edit, id, SLIP_ITEM_NOTE, note);
}

/* The feed says that all is done: what it does not name is so, too. */
static void
take_done (Checklist *self, GHashTable *named)
{
  g_autoptr (GPtrArray) items = list_items (self);
  const SlipRow *own;
  gboolean has_required = FALSE;

  for (guint i = 0; i < items->len; i++) {
    const SlipRow *item = items->pdata[i];
    const char *id = slip_row_get_id (item);

    if (!slip_row_get_boolean (item, SLIP_ITEM_IS_REQUIRED))
      continue;
    has_required = TRUE;
    if (!g_hash_table_contains (named, id) &&
        !slip_item_state_is_closed (
          slip_row_get_integer (item, SLIP_ITEM_STATE)))
      set_item_state (self, id, SLIP_ITEM_STATE_DONE, NULL);
  }
  own = find_own (items);
  if (!has_required) {
    add_item (self, get_spare_id (self), get_own_title ());
    set_item_state (self, get_spare_id (self), SLIP_ITEM_STATE_DONE, NULL);
    set_note (self, get_spare_id (self));
  } else if (own != NULL &&
             !g_hash_table_contains (named, slip_row_get_id (own))) {
    set_note (self, slip_row_get_id (own));
  }
}

static gboolean
has_open_required (const GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    if (slip_row_get_boolean (items->pdata[i], SLIP_ITEM_IS_REQUIRED) &&
        !slip_item_state_is_closed (
          slip_row_get_integer (items->pdata[i], SLIP_ITEM_STATE)))
      return TRUE;
  return FALSE;
}

/* The feed says that they are still at it: so does one item, where none says
 * it. */
static void
take_work (Checklist *self, GHashTable *named)
{
  g_autoptr (GPtrArray) items = list_items (self);
  const SlipRow *own = find_own (items);
  g_autofree char *id =
    g_strdup (own != NULL ? slip_row_get_id (own) : get_spare_id (self));

  if (g_hash_table_contains (named, id) ||
      (own == NULL && has_open_required (items)))
    return;
  if (own == NULL)
    add_item (self, id, get_own_title ());
  set_note (self, id);
  set_item_state (self, id, get_item_state (self->accept->observation->state),
                  NULL);
}

static void
take_state (Checklist *self)
{
  SlipObservedState observed = self->accept->observation->state;
  g_autoptr (GHashTable) named =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (observed == SLIP_OBSERVED_NOT_NEEDED) {
    set_needed (self, FALSE);
    return;
  }
  /* Done and not needed are both fine, and nothing is known of the rest. */
  if (is_not_needed (self) &&
      (observed == SLIP_OBSERVED_DONE || observed == SLIP_OBSERVED_UNKNOWN))
    return;

  set_needed (self, TRUE);
  set_owner (self);
  take_items (self, named);
  if (observed == SLIP_OBSERVED_DONE)
    take_done (self, named);
  else if (observed != SLIP_OBSERVED_UNKNOWN)
    take_work (self, named);
}

/* What the audience was last told, or %NULL. */
static const SlipRow *
find_told (const SlipPlanState *state, const SlipAccept *self)
{
  const SlipRow *release =
    slip_plan_state_get (state, SLIP_KIND_RELEASE, self->release);
  g_autoptr (GPtrArray) list =
    slip_knowledge_list (state, release, self->moment.today);

  for (guint i = 0; list != NULL && i < list->len; i++) {
    const SlipKnowledge *knowledge = list->pdata[i];

    if (g_str_equal (slip_row_get_id (knowledge->audience), self->audience))
      /* It is the plan's as well as the list's. */
      return knowledge->told != NULL
               ? slip_plan_state_get (state, SLIP_KIND_COMMUNICATION,
                                      slip_row_get_id (knowledge->told))
               : NULL;
  }
  return NULL;
}

/* The day that the audience says it knows; unset if none. */
static SlipDate
find_date_known (const SlipPlanState *state, const SlipAccept *self)
{
  const SlipObservation *status = self->observation;

  if (slip_date_is_set (status->stated_release_date) &&
      status->knows != SLIP_SAID_NO)
    return status->stated_release_date;
  if (status->knows != SLIP_SAID_YES)
    return SLIP_DATE_NONE;
  return slip_release_resolve (state,
                               slip_plan_state_get (state, SLIP_KIND_RELEASE,
                                                    self->release),
                               SLIP_ANCHOR_RELEASE);
}

static gboolean
take_knowledge (SlipEdit *edit, const SlipAccept *self, GError **error)
{
  const SlipPlanState *state = slip_edit_get_state (edit);
  SlipDate known = find_date_known (state, self);
  const SlipRow *told;

  if (!slip_date_is_set (known))
    return TRUE;
  told = find_told (state, self);
  if (told == NULL ||
      !slip_date_equal (slip_row_get_date (told, SLIP_COMMUNICATION_DATE_TOLD),
                        known))
    return slip_telling_run (edit, self->telling, error);
  if (slip_communication_is_confirmed (told))
    return TRUE;
  else {
    g_autoptr (SlipConfirmation) confirmation =
      slip_confirmation_new (slip_row_get_id (told), TRUE,
                             self->telling->confirmed_by, self->moment.at_ms);

    return slip_confirmation_run (edit, confirmation, error);
  }
}

gboolean
slip_accept_has_own (const SlipAccept *self, const SlipPlanState *state)
{
  g_autoptr (SlipReleaseSummary) summary =
    slip_plan_state_get_summary (state, self->release);
  const SlipChecklistSummary *checklist =
    summary != NULL ? slip_release_summary_find (summary, self->audience)
                    : NULL;
  g_autoptr (GPtrArray) items = NULL;

  if (checklist == NULL)
    return FALSE;
  items =
    slip_checklist_list_items (state, self->release, checklist->checklist);
  return find_own (items) != NULL;
}

gboolean
slip_accept_run_audience (SlipEdit *edit,
                          const SlipAccept *self,
                          GError **error)
{
  Checklist checklist = { edit, self, NULL };

  if (!slip_edit_need (edit, self->release))
    return FALSE;
  find_checklist (&checklist);
  take_state (&checklist);
  g_free (checklist.id);
  return slip_edit_has_failed (edit) || take_knowledge (edit, self, error);
}

gboolean
slip_accept_run_release (SlipEdit *edit, const SlipAccept *self, GError **error)
{
  const SlipPlanState *state = slip_edit_get_state (edit);
  const SlipRow *release =
    slip_plan_state_get (state, SLIP_KIND_RELEASE, self->release);
  SlipDate stated = self->observation->stated_release_date;
  g_autoptr (SlipMove) move = NULL;

  if (self->owner != NULL &&
      slip_plan_state_get (state, SLIP_KIND_PERSON, self->owner) != NULL)
    slip_edit_set_text (edit, SLIP_KIND_RELEASE, self->release,
                        SLIP_RELEASE_OWNER, self->owner);
  if (!slip_date_is_set (stated) ||
      slip_range_contains (slip_planned_date_get_period (
                             slip_release_get_planned (release,
                                                       SLIP_ANCHOR_RELEASE)),
                           stated))
    return TRUE;

  move = slip_move_new_to_day (slip_edit_get_state (edit), self->release,
                               stated, 0, self->moment.today);
  return slip_move_run (edit, move, error);
}

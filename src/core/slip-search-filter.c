/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-search-filter.h"

#include "slip-checklist.h"
#include "slip-clock.h"
#include "slip-gap.h"
#include "slip-search-marks.h"
#include "slip-text.h"

#include <glib/gi18n-lib.h>

struct _SlipSearchFilter {
  gatomicrefcount ref_count;
  GHashTable *owners; /* ids, or NULL for any; as the next two */
  GHashTable *products;
  GHashTable *audiences;
  SlipDate before;
  gboolean is_unowned;
  gboolean is_overdue;
  SlipDate today;
};

/* One name that is looked for. */
typedef struct {
  const char *name;
  char *folded;
  GPtrArray *terms;
  GHashTable *exact;
  GHashTable *alike;
} Search;

static gboolean
is_name (const SlipRow *row, int property, const char *folded)
{
  const char *text =
    property >= 0 ? slip_row_get_text (row, (guint) property) : NULL;
  g_autofree char *own = text != NULL ? slip_text_fold (text) : NULL;

  return own != NULL && g_str_equal (own, folded);
}

static gboolean
is_alike (const SlipRow *row, int property, const GPtrArray *terms)
{
  const char *text =
    property >= 0 ? slip_row_get_text (row, (guint) property) : NULL;

  return text != NULL && slip_search_marks_find_terms (text, terms) ==
                           slip_search_marks_get_all (terms);
}

static void
look_at (const SlipRow *row, gpointer data)
{
  Search *search = data;
  SlipKind kind = slip_row_get_kind (row);
  char *id = (char *) slip_row_get_id (row);
  int name = slip_schema_find_property (kind, "name");
  int second = kind == SLIP_KIND_PERSON    ? SLIP_PERSON_ROLE
               : kind == SLIP_KIND_PRODUCT ? SLIP_PRODUCT_SHORT_NAME
                                           : -1;

  if (is_name (row, name, search->folded) ||
      is_name (row, second, search->folded))
    g_hash_table_add (search->exact, g_strdup (id));
  else if (is_alike (row, name, search->terms) ||
           is_alike (row, second, search->terms))
    g_hash_table_add (search->alike, g_strdup (id));
}

static GHashTable *
new_ids (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
add_all (GHashTable *ids, GHashTable *more)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, more);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (ids, g_strdup (id));
}

static void
set_not_found (SlipKind kind, const char *name, GError **error)
{
  const char *format = kind == SLIP_KIND_PERSON ? _ ("Nobody is called “%s”")
                       : kind == SLIP_KIND_PRODUCT
                         ? _ ("No product is called “%s”")
                         : _ ("No audience is called “%s”");

  /* The format is one of those above, with one %s. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND, format, name);
#pragma GCC diagnostic pop
}

/* Adds the ids of what is called @name to @ids. */
static gboolean
find_name (const SlipPlanState *state,
           SlipKind kind,
           const char *name,
           GHashTable *ids,
           GError **error)
{
  g_autofree char *folded = slip_text_fold (name);
  g_autoptr (GPtrArray) terms = slip_search_terms_new (name, TRUE);
  g_autoptr (GHashTable) exact = new_ids ();
  g_autoptr (GHashTable) alike = new_ids ();
  Search search = { name, folded, terms, exact, alike };

  slip_plan_state_foreach (state, kind, look_at, &search);
  add_all (ids, g_hash_table_size (exact) > 0 ? exact : alike);
  if (g_hash_table_size (exact) > 0 || g_hash_table_size (alike) > 0)
    return TRUE;
  set_not_found (kind, name, error);
  return FALSE;
}

static gboolean
find_names (const SlipPlanState *state,
            SlipKind kind,
            const GPtrArray *names,
            GHashTable **ids,
            GError **error)
{
  if (names->len == 0)
    return TRUE;
  *ids = new_ids ();
  for (guint i = 0; i < names->len; i++)
    if (!find_name (state, kind, names->pdata[i], *ids, error))
      return FALSE;
  return TRUE;
}

SlipSearchFilter *
slip_search_filter_new (const SlipSearchQuery *query,
                        const SlipPlanState *state,
                        SlipDate today,
                        GError **error)
{
  g_autoptr (SlipSearchFilter) self = g_new0 (SlipSearchFilter, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->before = query->before;
  self->is_unowned = query->is_unowned;
  self->is_overdue = query->is_overdue;
  self->today = today;
  if (!find_names (state, SLIP_KIND_PERSON, query->owners, &self->owners,
                   error) ||
      !find_names (state, SLIP_KIND_PRODUCT, query->products, &self->products,
                   error) ||
      !find_names (state, SLIP_KIND_AUDIENCE, query->audiences,
                   &self->audiences, error))
    return NULL;
  return g_steal_pointer (&self);
}

SlipSearchFilter *
slip_search_filter_ref (SlipSearchFilter *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
slip_search_filter_unref (SlipSearchFilter *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->owners, g_hash_table_unref);
  g_clear_pointer (&self->products, g_hash_table_unref);
  g_clear_pointer (&self->audiences, g_hash_table_unref);
  g_free (self);
}

/* What filters ask about something. */
typedef struct {
  const char *product;
  const char *owners[2];
  const char *audience;
  const SlipRow *needing; /* a release: any audience it has a checklist for */
  SlipDate date;
  gboolean is_unowned;
  gboolean is_overdue;
} Facts;

static SlipDate
get_day (gint64 ms)
{
  return ms != 0 ? slip_clock_find_day (ms) : SLIP_DATE_NONE;
}

static void
fill_release (const SlipSearchFilter *self,
              const SlipPlanState *state,
              const SlipRow *row,
              Facts *facts)
{
  SlipGapCount count = { 0, 0 };

  facts->owners[0] = slip_row_get_text (row, SLIP_RELEASE_OWNER);
  facts->owners[1] = slip_row_get_text (row, SLIP_RELEASE_MARKET_OWNER);
  facts->needing = row;
  facts->date = slip_release_resolve (state, row, SLIP_ANCHOR_RELEASE);
  if (self->is_unowned || self->is_overdue)
    count = slip_gap_count (state, row, self->today);
  facts->is_unowned = count.n_unowned > 0;
  facts->is_overdue = count.n_overdue > 0;
}

static gboolean
is_needed (const SlipRow *checklist)
{
  return checklist == NULL ||
         !slip_row_get_boolean (checklist, SLIP_CHECKLIST_IS_NOT_NEEDED);
}

static void
fill_item (const SlipSearchFilter *self,
           const SlipRow *row,
           const SlipRow *checklist,
           gboolean is_open,
           Facts *facts)
{
  gint64 state = slip_row_get_integer (row, SLIP_ITEM_STATE);

  facts->owners[0] = slip_row_get_text (row, SLIP_ITEM_OWNER);
  if (checklist != NULL) {
    facts->audience = slip_row_get_text (checklist, SLIP_CHECKLIST_AUDIENCE);
    if (facts->owners[0] == NULL)
      facts->owners[0] = slip_row_get_text (checklist, SLIP_CHECKLIST_OWNER);
  }
  facts->date = slip_row_get_date (row, SLIP_ITEM_DUE_DATE);
  is_open = is_open && is_needed (checklist);
  facts->is_unowned =
    is_open && facts->owners[0] == NULL && !slip_item_state_is_closed (state);
  facts->is_overdue = is_open && slip_item_is_overdue (row, self->today);
}

static void
fill_checklist (const SlipSearchFilter *self,
                const SlipPlanState *state,
                const SlipRow *row,
                gboolean is_open,
                Facts *facts)
{
  g_autoptr (SlipReleaseSummary) all =
    slip_plan_state_get_summary (state, slip_row_get_owner (row));
  const SlipChecklistSummary *summary = NULL;

  facts->owners[0] = slip_row_get_text (row, SLIP_CHECKLIST_OWNER);
  facts->audience = slip_row_get_text (row, SLIP_CHECKLIST_AUDIENCE);
  if (all != NULL && facts->audience != NULL)
    summary = slip_release_summary_find (all, facts->audience);
  if (!is_open || summary == NULL)
    return;
  facts->is_unowned = slip_checklist_summary_is_unowned (summary);
  facts->is_overdue =
    slip_checklist_summary_count_overdue (summary, self->today) > 0;
}

static void
fill_communication (const SlipRow *row, Facts *facts)
{
  facts->owners[0] = slip_row_get_text (row, SLIP_COMMUNICATION_SENT_BY);
  facts->audience = slip_row_get_text (row, SLIP_COMMUNICATION_AUDIENCE);
  facts->date =
    get_day (slip_row_get_integer (row, SLIP_COMMUNICATION_SENT_AT));
  if (!slip_date_is_set (facts->date))
    facts->date = slip_row_get_date (row, SLIP_COMMUNICATION_PLANNED_DATE);
}

/* What is no release, checklist or item. */
static void
fill_other (const SlipRow *row, Facts *facts)
{
  switch ((int) slip_row_get_kind (row)) {
  case SLIP_KIND_PRODUCT:
    facts->product = slip_row_get_id (row);
    facts->owners[0] = slip_row_get_text (row, SLIP_PRODUCT_OWNER);
    break;
  case SLIP_KIND_AUDIENCE:
    facts->audience = slip_row_get_id (row);
    facts->owners[0] = slip_row_get_text (row, SLIP_AUDIENCE_OWNER);
    break;
  case SLIP_KIND_PERSON:
    facts->owners[0] = slip_row_get_id (row);
    break;
  case SLIP_KIND_TEMPLATE:
    facts->product = slip_row_get_text (row, SLIP_TEMPLATE_PRODUCT);
    break;
  case SLIP_KIND_KEY_DATE:
    facts->product = slip_row_get_text (row, SLIP_KEY_DATE_PRODUCT);
    facts->date = slip_row_get_date (row, SLIP_KEY_DATE_FIRST_DAY);
    break;
  case SLIP_KIND_FREEZE:
    facts->date = slip_row_get_date (row, SLIP_FREEZE_FIRST_DAY);
    break;
  case SLIP_KIND_QUESTION:
    facts->owners[0] = slip_row_get_text (row, SLIP_QUESTION_OWNER);
    break;
  case SLIP_KIND_STAGE:
    facts->date = slip_row_get_date (row, SLIP_STAGE_PLANNED_START);
    break;
  case SLIP_KIND_FLAG:
    facts->owners[0] = slip_row_get_text (row, SLIP_FLAG_OWNER);
    break;
  case SLIP_KIND_CRITERION:
    facts->audience = slip_row_get_text (row, SLIP_CRITERION_AUDIENCE);
    break;
  case SLIP_KIND_COMMUNICATION:
    fill_communication (row, facts);
    break;
  case SLIP_KIND_DECISION:
    facts->owners[0] = slip_row_get_text (row, SLIP_DECISION_PERSON);
    facts->date = get_day (slip_row_get_integer (row, SLIP_DECISION_AT));
    break;
  default:
    break;
  }
}

static Facts
find_facts (const SlipSearchFilter *self,
            const SlipPlanState *state,
            const SlipRow *row,
            const SlipRow *checklist)
{
  Facts facts = { .date = SLIP_DATE_NONE };
  SlipKind kind = slip_row_get_kind (row);
  const SlipRow *release =
    kind == SLIP_KIND_RELEASE ? row
    : slip_schema_is_part_of_release (kind)
      ? slip_plan_state_get (state, SLIP_KIND_RELEASE, slip_row_get_owner (row))
      : NULL;
  gboolean is_open = release != NULL && slip_release_is_open (release);

  if (release != NULL)
    facts.product = slip_row_get_text (release, SLIP_RELEASE_PRODUCT);
  if (kind == SLIP_KIND_RELEASE)
    fill_release (self, state, row, &facts);
  else if (kind == SLIP_KIND_ITEM)
    fill_item (self, row, checklist, is_open, &facts);
  else if (kind == SLIP_KIND_CHECKLIST)
    fill_checklist (self, state, row, is_open, &facts);
  else
    fill_other (row, &facts);
  return facts;
}

static gboolean
has_id (GHashTable *ids, const char *id)
{
  return id != NULL && g_hash_table_contains (ids, id);
}

static gboolean
matches_audience (const SlipSearchFilter *self,
                  const SlipPlanState *state,
                  const Facts *facts)
{
  g_autoptr (SlipReleaseSummary) all = NULL;

  if (facts->needing == NULL)
    return has_id (self->audiences, facts->audience);
  all = slip_plan_state_get_summary (state, slip_row_get_id (facts->needing));
  for (guint i = 0; all != NULL && i < all->checklists->len; i++) {
    const SlipChecklistSummary *summary = all->checklists->pdata[i];

    if (!summary->is_not_needed && has_id (self->audiences, summary->audience))
      return TRUE;
  }
  return FALSE;
}

gboolean
slip_search_filter_matches (const SlipSearchFilter *self,
                            const SlipPlanState *state,
                            const SlipRow *row,
                            const SlipRow *checklist)
{
  Facts facts;

  if (checklist == NULL && slip_row_get_kind (row) == SLIP_KIND_ITEM)
    checklist = slip_plan_state_follow (state, row, SLIP_ITEM_CHECKLIST);
  facts = find_facts (self, state, row, checklist);
  if (self->products != NULL && !has_id (self->products, facts.product))
    return FALSE;
  if (self->owners != NULL && !has_id (self->owners, facts.owners[0]) &&
      !has_id (self->owners, facts.owners[1]))
    return FALSE;
  if (slip_date_is_set (self->before) &&
      (!slip_date_is_set (facts.date) ||
       slip_date_compare (facts.date, self->before) >= 0))
    return FALSE;
  if ((self->is_unowned && !facts.is_unowned) ||
      (self->is_overdue && !facts.is_overdue))
    return FALSE;
  return self->audiences == NULL || matches_audience (self, state, &facts);
}

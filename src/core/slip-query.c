/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-query.h"

#include "slip-gap.h"
#include "slip-knowledge.h"
#include "slip-release-index.h"
#include "slip-search-query.h"
#include "slip-text.h"

#include <string.h>

/* As many words as are looked for; a bit each. */
#define MAX_WORDS 32

struct _SlipQuery {
  gatomicrefcount ref_count;
  char *product;
  char *owner;
  char *text;
  GStrv words; /* folded */
  int status;
  SlipRange range;
  gboolean is_unowned;
  gboolean is_wrong_date;
  SlipDate overdue_today;   /* unset for not only what is overdue */
  char *audience;           /* that is not ready, or NULL */
  GHashTable *ids;          /* or NULL */
  SlipSearchFilter *filter; /* or NULL */
};

SlipQuery *
slip_query_new (void)
{
  SlipQuery *self = g_new0 (SlipQuery, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->status = -1;
  self->range = slip_range_new (SLIP_DATE_NONE, SLIP_DATE_NONE);
  self->overdue_today = SLIP_DATE_NONE;
  return self;
}

SlipQuery *
slip_query_copy (const SlipQuery *self)
{
  SlipQuery *copy = slip_query_new ();

  copy->product = g_strdup (self->product);
  copy->owner = g_strdup (self->owner);
  copy->text = g_strdup (self->text);
  copy->words = g_strdupv (self->words);
  copy->status = self->status;
  copy->range = self->range;
  copy->is_unowned = self->is_unowned;
  copy->is_wrong_date = self->is_wrong_date;
  copy->overdue_today = self->overdue_today;
  copy->audience = g_strdup (self->audience);
  slip_query_set_ids (copy, self->ids);
  slip_query_set_filter (copy, self->filter);
  return copy;
}

SlipQuery *
slip_query_ref (SlipQuery *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
slip_query_unref (SlipQuery *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->product);
  g_free (self->owner);
  g_free (self->text);
  g_free (self->audience);
  g_strfreev (self->words);
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_clear_pointer (&self->filter, slip_search_filter_unref);
  g_free (self);
}

void
slip_query_set_product (SlipQuery *self, const char *product)
{
  g_free (self->product);
  self->product = g_strdup (product);
}

void
slip_query_set_owner (SlipQuery *self, const char *person)
{
  g_free (self->owner);
  self->owner = g_strdup (person);
}

void
slip_query_set_status (SlipQuery *self, int status)
{
  self->status = status;
}

void
slip_query_set_range (SlipQuery *self, SlipRange range)
{
  self->range = range;
}

void
slip_query_set_unowned (SlipQuery *self, gboolean is_unowned)
{
  self->is_unowned = is_unowned;
}

void
slip_query_set_wrong_date (SlipQuery *self, gboolean is_wrong_date)
{
  self->is_wrong_date = is_wrong_date;
}

void
slip_query_set_overdue (SlipQuery *self, SlipDate today)
{
  self->overdue_today = today;
}

void
slip_query_set_not_ready (SlipQuery *self, const char *audience)
{
  g_free (self->audience);
  self->audience = g_strdup (audience);
}

void
slip_query_set_ids (SlipQuery *self, GHashTable *ids)
{
  g_clear_pointer (&self->ids, g_hash_table_unref);
  if (ids != NULL)
    self->ids = g_hash_table_ref (ids);
}

void
slip_query_set_filter (SlipQuery *self, SlipSearchFilter *filter)
{
  g_clear_pointer (&self->filter, slip_search_filter_unref);
  if (filter != NULL)
    self->filter = slip_search_filter_ref (filter);
}

/* @text without case and accents: 'É' and 'e' are the same. */
static char *
fold (const char *text)
{
  g_autofree char *folded = slip_text_fold (text);
  GString *plain = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (!g_unichar_ismark (c))
      g_string_append_unichar (plain, c);
  }

  return g_string_free (plain, FALSE);
}

static GStrv
split_words (const char *text)
{
  g_autofree char *folded = fold (text);
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0, n = 0; parts[i] != NULL && n < MAX_WORDS; i++)
    if (*parts[i] != '\0') {
      g_strv_builder_add (words, parts[i]);
      n++;
    }

  return g_strv_builder_end (words);
}

void
slip_query_set_text (SlipQuery *self, const char *text)
{
  gboolean is_empty = text == NULL || *text == '\0';

  g_free (self->text);
  g_clear_pointer (&self->words, g_strfreev);
  self->text = is_empty ? NULL : g_strdup (text);
  if (self->text != NULL)
    self->words = split_words (self->text);
}

void
slip_query_set_search (SlipQuery *self,
                       const char *text,
                       const SlipPlanState *state,
                       SlipDate today)
{
  g_autoptr (SlipSearchQuery) search =
    slip_search_query_parse (text, today, NULL);
  g_autoptr (SlipSearchFilter) filter = NULL;
  g_autoptr (GString) words = g_string_new (NULL);

  slip_query_set_text (self, NULL);
  slip_query_set_filter (self, NULL);
  if (search == NULL)
    return;
  if (slip_search_query_has_filter (search)) {
    filter = slip_search_filter_new (search, state, today, NULL);
    if (filter == NULL)
      return;
  }
  for (guint i = 0; i < search->terms->len; i++) {
    const SlipSearchTerm *term = search->terms->pdata[i];

    g_string_append_printf (words, "%s%s", i > 0 ? " " : "", term->text);
  }
  slip_query_set_filter (self, filter);
  slip_query_set_text (self,
                       filter != NULL || *text == '"' ? words->str : text);
}

const char *
slip_query_get_product (const SlipQuery *self)
{
  return self->product;
}

const char *
slip_query_get_owner (const SlipQuery *self)
{
  return self->owner;
}

const char *
slip_query_get_text (const SlipQuery *self)
{
  return self->text;
}

gboolean
slip_query_is_empty (const SlipQuery *self)
{
  return self->product == NULL && self->owner == NULL &&
         (self->words == NULL || self->words[0] == NULL) && self->status < 0 &&
         slip_range_is_empty (self->range) && !self->is_unowned &&
         !self->is_wrong_date && !slip_date_is_set (self->overdue_today) &&
         self->audience == NULL && self->ids == NULL && self->filter == NULL;
}

/* Whether @word, folded, lies in @text, which is ASCII, whatever its case. */
static gboolean
ascii_contains (const char *text, const char *word)
{
  for (; *text != '\0'; text++) {
    gsize i = 0;

    while (word[i] != '\0' && g_ascii_tolower (text[i]) == word[i])
      i++;
    if (word[i] == '\0')
      return TRUE;
  }

  return FALSE;
}

static gboolean
contains (const SlipRow *row, guint property, const char *word)
{
  const char *text = row != NULL ? slip_row_get_text (row, property) : NULL;
  g_autofree char *folded = NULL;

  if (text == NULL)
    return FALSE;
  /* A search looks through the whole plan, and most of it is ASCII. */
  if (g_str_is_ascii (text))
    return ascii_contains (text, word);

  folded = fold (text);
  return strstr (folded, word) != NULL;
}

/* What a search looks at, by kind, besides the names of owners. */
static const struct {
  SlipKind kind;
  guint property;
} searched[] = {
  { SLIP_KIND_RELEASE, SLIP_RELEASE_NAME },
  { SLIP_KIND_RELEASE, SLIP_RELEASE_VERSION },
  { SLIP_KIND_RELEASE, SLIP_RELEASE_SUMMARY },
  { SLIP_KIND_RELEASE, SLIP_RELEASE_CHANGES },
  { SLIP_KIND_RELEASE, SLIP_RELEASE_AFFECTED },
  { SLIP_KIND_RELEASE, SLIP_RELEASE_AFFECTED_CUSTOMERS },
  { SLIP_KIND_RELEASE, SLIP_RELEASE_AFFECTED_INTEGRATIONS },
  { SLIP_KIND_RELEASE, SLIP_RELEASE_ACTION },
  { SLIP_KIND_RELEASE, SLIP_RELEASE_CONTACT },
  { SLIP_KIND_ITEM, SLIP_ITEM_TITLE },
  { SLIP_KIND_ITEM, SLIP_ITEM_STATE_NOTE },
  { SLIP_KIND_ITEM, SLIP_ITEM_EVIDENCE },
  { SLIP_KIND_ITEM, SLIP_ITEM_NOTE },
  { SLIP_KIND_CHECKLIST, SLIP_CHECKLIST_REASON },
  { SLIP_KIND_FLAG, SLIP_FLAG_KEY },
  { SLIP_KIND_FLAG, SLIP_FLAG_ENVIRONMENT },
  { SLIP_KIND_FLAG, SLIP_FLAG_NOTE },
  { SLIP_KIND_COMMUNICATION, SLIP_COMMUNICATION_CHANNEL },
  { SLIP_KIND_COMMUNICATION, SLIP_COMMUNICATION_CONFIRMED_BY },
  { SLIP_KIND_COMMUNICATION, SLIP_COMMUNICATION_NOTE },
};

/* The kinds of parts that a search looks at. */
static const SlipKind searched_parts[] = { SLIP_KIND_ITEM, SLIP_KIND_CHECKLIST,
                                           SLIP_KIND_FLAG,
                                           SLIP_KIND_COMMUNICATION };

static gboolean
row_matches (const SlipRow *row, const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (searched); i++)
    if (searched[i].kind == slip_row_get_kind (row) &&
        contains (row, searched[i].property, word))
      return TRUE;

  return FALSE;
}

/* Goes on as long as nothing matches. */
static gboolean
is_no_match_cb (const SlipRow *row, gpointer word)
{
  return !row_matches (row, word);
}

/* The words that lie in the names of what has an id. */
typedef struct {
  const char *id;
  guint64 words; /* a bit each */
} Named;

/* A power of two, and more than most plans have products and people. */
#define N_NAMED 256

/* One look at the releases of a state.  Which words lie in the names of a
 * product or a person is found once, and known by the place of its id, which
 * most of its releases share. */
typedef struct {
  const SlipQuery *query;
  const SlipPlanState *state;
  guint64 all_words;
  gboolean is_only_text;
  Named *named; /* N_NAMED, each where its id's place says; or NULL */
} Pass;

/* All words, a bit each. */
static guint64
get_all_words (const SlipQuery *self)
{
  guint n = self->words != NULL ? g_strv_length (self->words) : 0;

  return (G_GUINT64_CONSTANT (1) << n) - 1;
}

/* Whether it is a search in all releases, and nothing else. */
static gboolean
is_only_text (const SlipQuery *self)
{
  return self->words != NULL && self->product == NULL && self->owner == NULL &&
         self->status < 0 && slip_range_is_empty (self->range) &&
         !self->is_unowned && !self->is_wrong_date &&
         !slip_date_is_set (self->overdue_today) && self->audience == NULL &&
         self->ids == NULL && self->filter == NULL;
}

static void
pass_init (Pass *self, const SlipQuery *query, const SlipPlanState *state)
{
  *self = (Pass){
    .query = query,
    .state = state,
    .all_words = get_all_words (query),
    .is_only_text = is_only_text (query),
    .named = query->words != NULL ? g_new0 (Named, N_NAMED) : NULL,
  };
}

static void
pass_clear (Pass *self)
{
  g_clear_pointer (&self->named, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pass, pass_clear)

/* The words that lie in @property of @row. */
static guint64
find_words (const SlipQuery *self, const SlipRow *row, guint property)
{
  guint64 found = 0;

  for (guint i = 0; self->words[i] != NULL; i++)
    if (contains (row, property, self->words[i]))
      found |= G_GUINT64_CONSTANT (1) << i;

  return found;
}

static guint64
look_in_names (const Pass *pass, SlipKind kind, const char *id)
{
  const SlipRow *row = slip_plan_state_get (pass->state, kind, id);

  if (kind == SLIP_KIND_PRODUCT)
    return find_words (pass->query, row, SLIP_PRODUCT_NAME) |
           find_words (pass->query, row, SLIP_PRODUCT_SHORT_NAME);
  return find_words (pass->query, row, SLIP_PERSON_NAME);
}

/* The words that lie in the names of a product or a person. */
static guint64
find_in_names (Pass *pass, SlipKind kind, const char *id)
{
  Named *named;

  if (id == NULL)
    return 0;
  if (pass->named == NULL)
    return look_in_names (pass, kind, id);

  named = &pass->named[(GPOINTER_TO_SIZE (id) / 16) % N_NAMED];
  if (named->id != id)
    *named = (Named){ id, look_in_names (pass, kind, id) };
  return named->words;
}

static gboolean
matches_own_word (const SlipPlanState *state,
                  const SlipRow *release,
                  const char *word)
{
  if (row_matches (release, word))
    return TRUE;
  if (!slip_plan_state_is_loaded (state, slip_row_get_id (release)))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (searched_parts); i++)
    if (!slip_plan_state_foreach_owned (state, searched_parts[i],
                                        slip_row_get_id (release),
                                        is_no_match_cb, (gpointer) word))
      return TRUE;

  return FALSE;
}

static gboolean
matches_words (Pass *pass, const SlipRow *release)
{
  static const guint owners[] = { SLIP_RELEASE_OWNER,
                                  SLIP_RELEASE_MARKET_OWNER };
  const SlipQuery *self = pass->query;
  guint64 all = pass->all_words;
  guint64 found = 0;

  if (all == 0)
    return TRUE;
  found = find_in_names (pass, SLIP_KIND_PRODUCT,
                         slip_row_get_text (release, SLIP_RELEASE_PRODUCT));
  for (guint i = 0; found != all && i < G_N_ELEMENTS (owners); i++)
    found |= find_in_names (pass, SLIP_KIND_PERSON,
                            slip_row_get_text (release, owners[i]));
  for (guint i = 0; found != all && self->words[i] != NULL; i++) {
    guint64 bit = G_GUINT64_CONSTANT (1) << i;

    if ((found & bit) == 0 &&
        !matches_own_word (pass->state, release, self->words[i]))
      return FALSE;
    found |= bit;
  }

  return TRUE;
}

static gboolean
is_owned_by (const SlipRow *release, const char *person)
{
  return g_strcmp0 (slip_row_get_text (release, SLIP_RELEASE_OWNER), person) ==
           0 ||
         g_strcmp0 (slip_row_get_text (release, SLIP_RELEASE_MARKET_OWNER),
                    person) == 0;
}

/* Whether @release has the gaps that are asked for. */
static gboolean
matches_gaps (const SlipQuery *self,
              const SlipPlanState *state,
              const SlipRow *release)
{
  gboolean is_overdue = slip_date_is_set (self->overdue_today);

  if (self->is_unowned || is_overdue) {
    SlipGapCount count = slip_gap_count (state, release, self->overdue_today);

    if ((self->is_unowned && count.n_unowned == 0) ||
        (is_overdue && count.n_overdue == 0))
      return FALSE;
  }

  if (self->is_wrong_date && slip_knowledge_count_wrong (state, release) == 0)
    return FALSE;

  return self->audience == NULL ||
         slip_gap_is_not_ready (state, release, self->audience);
}

static gboolean
matches (Pass *pass, const SlipRow *release)
{
  const SlipQuery *self = pass->query;
  const SlipPlanState *state = pass->state;

  if (slip_release_is_deleted (release))
    return FALSE;
  if (self->product != NULL &&
      g_strcmp0 (slip_row_get_text (release, SLIP_RELEASE_PRODUCT),
                 self->product) != 0)
    return FALSE;
  if (self->ids != NULL &&
      !g_hash_table_contains (self->ids, slip_row_get_id (release)))
    return FALSE;
  if (self->filter != NULL &&
      !slip_search_filter_matches (self->filter, state, release, NULL))
    return FALSE;
  if (!matches_gaps (self, state, release))
    return FALSE;
  if (self->owner != NULL && !is_owned_by (release, self->owner))
    return FALSE;
  if (self->status >= 0 &&
      (int) slip_release_get_status (release) != self->status)
    return FALSE;
  if (!slip_range_is_empty (self->range) &&
      !slip_range_contains (self->range,
                            slip_release_resolve (state, release,
                                                  SLIP_ANCHOR_RELEASE)))
    return FALSE;

  return matches_words (pass, release);
}

gboolean
slip_query_matches (const SlipQuery *self,
                    const SlipPlanState *state,
                    const SlipRow *release)
{
  Pass pass = { self, state, get_all_words (self), FALSE, NULL };

  return matches (&pass, release);
}

GPtrArray *
slip_query_filter (const SlipQuery *self,
                   const SlipPlanState *state,
                   GPtrArray *releases)
{
  GPtrArray *found = g_ptr_array_new ();
  g_auto (Pass) pass;

  pass_init (&pass, self, state);
  for (guint i = 0; i < releases->len; i++)
    if (matches (&pass, releases->pdata[i]))
      g_ptr_array_add (found, releases->pdata[i]);

  return found;
}

typedef struct {
  const SlipRow *row;
  SlipDate day;
  char *title;
} Found;

static void
clear_found (gpointer data)
{
  Found *found = data;

  g_free (found->title);
}

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *found_a = a;
  const Found *found_b = b;
  int order = slip_date_compare (found_a->day, found_b->day);

  if (order == 0)
    order = g_utf8_collate (found_a->title, found_b->title);
  if (order == 0)
    order =
      strcmp (slip_row_get_id (found_a->row), slip_row_get_id (found_b->row));

  return order;
}

/* What may match: all releases, once each, or those of the days in question. */
static const SlipReleaseEntry *
find_entries (const SlipQuery *self, const SlipPlanState *state, guint *n)
{
  const SlipReleaseIndex *index = slip_plan_state_get_index (state);

  return slip_range_is_empty (self->range)
           ? slip_release_index_list (index, n)
           : slip_release_index_find (index, self->range, n);
}

/* The releases themselves lie scattered over memory: what the index tells of
 * them decides first. */
static gboolean
matches_entry (Pass *pass, const SlipReleaseEntry *entry)
{
  const SlipQuery *self = pass->query;

  if (entry->anchor != SLIP_ANCHOR_RELEASE ||
      (self->status >= 0 && entry->status != self->status) ||
      (self->product != NULL && g_strcmp0 (entry->product, self->product) != 0))
    return FALSE;
  if (pass->is_only_text && find_in_names (pass, SLIP_KIND_PRODUCT,
                                           entry->product) == pass->all_words)
    return TRUE;

  return matches (pass, entry->release);
}

GPtrArray *
slip_query_list (const SlipQuery *self, const SlipPlanState *state)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  GPtrArray *rows =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_row_unref);
  guint n;
  const SlipReleaseEntry *entries = find_entries (self, state, &n);
  g_auto (Pass) pass;

  pass_init (&pass, self, state);
  g_array_set_clear_func (found, clear_found);
  for (guint i = 0; i < n; i++) {
    Found match = { entries[i].release, entries[i].day, NULL };

    if (!matches_entry (&pass, &entries[i]))
      continue;
    match.title = slip_release_dup_title (state, match.row);
    g_array_append_val (found, match);
  }
  g_array_sort (found, compare_found);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (rows, slip_row_ref (g_array_index (found, Found, i).row));

  return rows;
}

SlipDate
slip_query_find_first_day (const SlipQuery *self, const SlipPlanState *state)
{
  guint n;
  const SlipReleaseEntry *entries = find_entries (self, state, &n);
  g_auto (Pass) pass;

  pass_init (&pass, self, state);
  for (guint i = 0; i < n; i++)
    if (matches_entry (&pass, &entries[i]))
      return entries[i].day;

  return SLIP_DATE_NONE;
}

guint
slip_query_count (const SlipQuery *self, const SlipPlanState *state)
{
  guint n;
  const SlipReleaseEntry *entries = find_entries (self, state, &n);
  guint n_found = 0;
  g_auto (Pass) pass;

  pass_init (&pass, self, state);
  for (guint i = 0; i < n; i++)
    n_found += matches_entry (&pass, &entries[i]);

  return n_found;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-search-result.h"

#include "slip-release.h"
#include "slip-search-text.h"
#include "slip-text.h"

#include <glib/gi18n-lib.h>

/* As many characters as fit into a row. */
#define SNIPPET_LENGTH 100

/* How much each thing counts. */
#define SCORE_SAME     1000
#define SCORE_ALL      500
#define SCORE_BEGINS   100
#define SCORE_SOME     150
#define SCORE_OPEN     200
#define SCORE_NEAR     60
#define DAYS_PER_POINT 3

static int
get_kind_score (SlipKind kind)
{
  switch ((int) kind) {
  case SLIP_KIND_RELEASE:
    return 120;
  case SLIP_KIND_PRODUCT:
  case SLIP_KIND_AUDIENCE:
  case SLIP_KIND_PERSON:
    return 180;
  case SLIP_KIND_TEMPLATE:
  case SLIP_KIND_FREEZE:
  case SLIP_KIND_KEY_DATE:
    return 100;
  case SLIP_KIND_CHECKLIST:
  case SLIP_KIND_ITEM:
    return 60;
  default:
    return 40;
  }
}

static const SlipRow *
get_release (const SlipPlanState *state, const SlipRow *row)
{
  if (slip_row_get_kind (row) == SLIP_KIND_RELEASE)
    return row;
  if (!slip_schema_is_part_of_release (slip_row_get_kind (row)))
    return NULL;
  return slip_plan_state_get (state, SLIP_KIND_RELEASE,
                              slip_row_get_owner (row));
}

/* A release is known by its title, of which the product is a part. */
static char *
dup_title (const SlipPlanState *state, const SlipRow *row)
{
  if (slip_row_get_kind (row) == SLIP_KIND_RELEASE)
    return slip_release_dup_title (state, row);
  return slip_search_text_dup_title (row);
}

/* Whether @title holds nothing but @terms. */
static gboolean
is_same (const char *title, const GPtrArray *terms)
{
  g_autoptr (GArray) marks = slip_search_marks_find (title, terms, NULL);
  guint n_marked = 0;
  guint n_words = 0;

  for (guint i = 0; i < marks->len; i++)
    n_marked += g_array_index (marks, SlipSearchMark, i).end -
                g_array_index (marks, SlipSearchMark, i).start;
  for (const char *p = title; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      n_words += (guint) (g_utf8_next_char (p) - p);
  return n_words > 0 && n_marked >= n_words;
}

static int
get_title_score (const char *title, const GPtrArray *terms)
{
  guint all = slip_search_marks_get_all (terms);
  guint found = title != NULL ? slip_search_marks_find_terms (title, terms) : 0;
  int score = 0;

  if (terms->len == 0 || found == 0)
    return 0;
  if (found == all) {
    g_autoptr (GArray) marks = slip_search_marks_find (title, terms, NULL);

    score = is_same (title, terms) ? SCORE_SAME : SCORE_ALL;
    if (g_array_index (marks, SlipSearchMark, 0).start == 0)
      score += SCORE_BEGINS;
    return score;
  }
  for (; found != 0; found &= found - 1)
    score++;
  return SCORE_SOME * score / (int) terms->len;
}

static int
get_release_score (const SlipRow *release, SlipDate today)
{
  SlipDate date = slip_row_get_date (release, SLIP_RELEASE_RELEASE_DATE);
  int score = slip_release_is_open (release) ? SCORE_OPEN : 0;

  if (!slip_date_is_set (date) || !slip_date_is_set (today))
    return score;
  return score +
         MAX (0, SCORE_NEAR - ABS (date.day - today.day) / DAYS_PER_POINT);
}

int
slip_search_score (const SlipPlanState *state,
                   const SlipRow *row,
                   const GPtrArray *terms,
                   SlipDate today)
{
  SlipKind kind = slip_row_get_kind (row);
  const SlipRow *release = get_release (state, row);
  g_autofree char *title = NULL;
  int score = get_kind_score (kind);

  if (kind == SLIP_KIND_RELEASE || slip_schema_is_part_of_release (kind)) {
    if (release == NULL || slip_release_is_deleted (release))
      return -1;
    score += get_release_score (release, today);
  } else {
    score += SCORE_OPEN;
  }
  title = dup_title (state, row);
  return score + get_title_score (title, terms);
}

/* The names that are a part of what @row is found by. */
static char *
dup_names (const SlipPlanState *state, const SlipRow *row)
{
  static const guint owners[] = { SLIP_RELEASE_OWNER,
                                  SLIP_RELEASE_MARKET_OWNER };
  GString *names = g_string_new (NULL);

  if (slip_row_get_kind (row) != SLIP_KIND_RELEASE)
    return g_string_free (names, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (owners); i++) {
    const SlipRow *person = slip_plan_state_follow (state, row, owners[i]);
    const char *name =
      person != NULL ? slip_row_get_text (person, SLIP_PERSON_NAME) : NULL;

    if (name == NULL || (i > 0 && g_str_equal (name, names->str)))
      continue;
    if (names->len > 0)
      g_string_append (names, " · ");
    g_string_append (names, name);
  }
  return g_string_free (names, FALSE);
}

/* The line of @body that has most of @terms in it. */
static char *
find_line (const char *body, const GPtrArray *terms)
{
  g_auto (GStrv) lines = g_strsplit (body, "\n", -1);
  guint best = 0;
  guint n_best = 0;

  for (guint i = 0; lines[i] != NULL; i++) {
    guint n = 0;

    for (guint found = slip_search_marks_find_terms (lines[i], terms);
         found != 0; found &= found - 1)
      n++;
    if (n > n_best) {
      best = i;
      n_best = n;
    }
  }
  return n_best > 0 ? g_strdup (lines[best]) : NULL;
}

static void
set_snippet (SlipSearchResult *self,
             const SlipPlanState *state,
             const SlipRow *row,
             const GPtrArray *terms)
{
  g_autofree char *body = slip_search_text_dup_body (row);
  g_autofree char *names = dup_names (state, row);
  g_autofree char *line = body != NULL ? find_line (body, terms) : NULL;

  self->snippet = slip_search_marks_cut (line != NULL ? line : names, terms,
                                         SNIPPET_LENGTH, &self->snippet_marks);
}

/* What @owner of a kind is called, or %NULL. */
static char *
dup_label_of (const SlipPlanState *state, SlipKind kind, const char *id)
{
  const SlipRow *row =
    id != NULL ? slip_plan_state_get (state, kind, id) : NULL;

  return row != NULL ? slip_entity_dup_label (state, row) : NULL;
}

static char *
dup_context (const SlipPlanState *state, const SlipSearchResult *self)
{
  SlipKind owner = slip_schema_get (self->kind)->owner;
  g_autofree char *audience =
    dup_label_of (state, SLIP_KIND_AUDIENCE, self->audience);
  g_autofree char *of = NULL;

  if (owner == SLIP_KIND_NONE)
    return NULL;
  of = dup_label_of (state, owner, self->owner);
  if (of == NULL || self->kind != SLIP_KIND_ITEM || audience == NULL)
    return g_steal_pointer (&of);
  return g_strconcat (of, " · ", audience, NULL);
}

static void
set_checklist (SlipSearchResult *self, const SlipRow *checklist)
{
  if (checklist == NULL)
    return;
  self->checklist = g_strdup (slip_row_get_id (checklist));
  self->audience =
    g_strdup (slip_row_get_text (checklist, SLIP_CHECKLIST_AUDIENCE));
}

static char *
dup_result_title (const SlipPlanState *state,
                  const SlipSearchResult *self,
                  const SlipRow *row)
{
  if (self->kind == SLIP_KIND_CHECKLIST && self->audience != NULL)
    return dup_label_of (state, SLIP_KIND_AUDIENCE, self->audience);
  if (self->kind == SLIP_KIND_QUESTION)
    return g_strdup (slip_row_get_text (row, SLIP_QUESTION_TEXT));
  return slip_entity_dup_label (state, row);
}

SlipSearchResult *
slip_search_result_new (const SlipPlanState *state,
                        const SlipRow *row,
                        const SlipRow *checklist,
                        const GPtrArray *terms,
                        int score)
{
  SlipSearchResult *self = g_new0 (SlipSearchResult, 1);
  const SlipRow *release = get_release (state, row);

  self->kind = slip_row_get_kind (row);
  self->id = g_strdup (slip_row_get_id (row));
  self->release = g_strdup (release != NULL ? slip_row_get_id (release) : NULL);
  self->owner = g_strdup (slip_row_get_owner (row));
  if (self->kind == SLIP_KIND_CHECKLIST)
    checklist = row;
  else if (self->kind == SLIP_KIND_ITEM && checklist == NULL)
    checklist = slip_plan_state_follow (state, row, SLIP_ITEM_CHECKLIST);
  set_checklist (self, checklist);
  self->title = dup_result_title (state, self, row);
  if (self->title == NULL)
    self->title = g_strdup (_ (slip_schema_get (self->kind)->label));
  self->context = dup_context (state, self);
  self->title_marks = slip_search_marks_find (self->title, terms, NULL);
  set_snippet (self, state, row, terms);
  self->score = score;
  return self;
}

void
slip_search_result_free (SlipSearchResult *self)
{
  g_free (self->id);
  g_free (self->release);
  g_free (self->owner);
  g_free (self->checklist);
  g_free (self->audience);
  g_free (self->title);
  g_free (self->context);
  g_free (self->snippet);
  g_array_unref (self->title_marks);
  g_clear_pointer (&self->snippet_marks, g_array_unref);
  g_free (self);
}

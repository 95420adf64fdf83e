/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-search-text.h"

#define MAX_TEXTS 9

/* No property. */
#define NONE (-1)

/* What is searched of a kind.  Lists end with NONE. */
typedef struct {
  SlipKind kind;
  guint class_;
  int titles[4];
  int texts[MAX_TEXTS + 1];
  int names[4]; /* what is found by the name of what it refers to */
} Searched;

static const Searched table[] = {
  { SLIP_KIND_ITEM,
    SLIP_SEARCH_CLASS_ITEM,
    { SLIP_ITEM_TITLE, NONE },
    { SLIP_ITEM_NOTE, SLIP_ITEM_STATE_NOTE, SLIP_ITEM_EVIDENCE, NONE },
    { NONE } },
  { SLIP_KIND_CHECKLIST,
    2,
    { NONE },
    { SLIP_CHECKLIST_REASON, NONE },
    { NONE } },
  { SLIP_KIND_STAGE,
    3,
    { SLIP_STAGE_NAME, NONE },
    { SLIP_STAGE_SEGMENT, NONE },
    { NONE } },
  { SLIP_KIND_COMMUNICATION,
    4,
    { NONE },
    { SLIP_COMMUNICATION_NOTE, SLIP_COMMUNICATION_CHANNEL,
      SLIP_COMMUNICATION_CONFIRMED_BY, NONE },
    { NONE } },
  { SLIP_KIND_CRITERION,
    5,
    { NONE },
    { SLIP_CRITERION_TEXT, SLIP_CRITERION_WAIVER_REASON, NONE },
    { NONE } },
  { SLIP_KIND_LINK,
    6,
    { SLIP_LINK_TITLE, NONE },
    { SLIP_LINK_URI, NONE },
    { NONE } },
  { SLIP_KIND_DEPENDENCY,
    7,
    { NONE },
    { SLIP_DEPENDENCY_NOTE, NONE },
    { NONE } },
  { SLIP_KIND_FLAG,
    8,
    { SLIP_FLAG_KEY, NONE },
    { SLIP_FLAG_NOTE, SLIP_FLAG_ENVIRONMENT, NONE },
    { NONE } },
  { SLIP_KIND_DECISION,
    9,
    { NONE },
    { SLIP_DECISION_REASON, SLIP_DECISION_CONDITIONS, SLIP_DECISION_OPINIONS,
      SLIP_DECISION_STAGE_NAME, SLIP_DECISION_SUBJECT_NAME,
      SLIP_DECISION_PERSON_NAME, SLIP_DECISION_ASKED_BY, NONE },
    { NONE } },
  { SLIP_KIND_AWAY, 32, { NONE }, { SLIP_AWAY_NOTE, NONE }, { NONE } },
  { SLIP_KIND_HOLIDAY, 33, { SLIP_HOLIDAY_NAME, NONE }, { NONE }, { NONE } },
  { SLIP_KIND_WORKING_CALENDAR,
    34,
    { SLIP_WORKING_CALENDAR_NAME, NONE },
    { NONE },
    { NONE } },
  { SLIP_KIND_TEMPLATE_STAGE,
    35,
    { SLIP_TEMPLATE_STAGE_NAME, NONE },
    { SLIP_TEMPLATE_STAGE_SEGMENT, NONE },
    { NONE } },
  { SLIP_KIND_TEMPLATE_ITEM,
    36,
    { SLIP_TEMPLATE_ITEM_TITLE, NONE },
    { SLIP_TEMPLATE_ITEM_NOTE, SLIP_TEMPLATE_ITEM_OWNER_ROLE, NONE },
    { NONE } },
  { SLIP_KIND_TEMPLATE,
    37,
    { SLIP_TEMPLATE_NAME, NONE },
    { SLIP_TEMPLATE_SUMMARY, NONE },
    { NONE } },
  { SLIP_KIND_QUESTION,
    38,
    { SLIP_QUESTION_TEXT, NONE },
    { SLIP_QUESTION_ANSWER, NONE },
    { NONE } },
  { SLIP_KIND_SESSION,
    39,
    { SLIP_SESSION_NAME, NONE },
    { SLIP_SESSION_ATTENDEES, NONE },
    { NONE } },
  { SLIP_KIND_KEY_DATE,
    40,
    { SLIP_KEY_DATE_NAME, NONE },
    { SLIP_KEY_DATE_NOTE, NONE },
    { NONE } },
  { SLIP_KIND_FREEZE,
    41,
    { SLIP_FREEZE_NAME, NONE },
    { SLIP_FREEZE_NOTE, NONE },
    { NONE } },
  { SLIP_KIND_RELEASE,
    42,
    { SLIP_RELEASE_VERSION, SLIP_RELEASE_NAME, NONE },
    { SLIP_RELEASE_SUMMARY, SLIP_RELEASE_CHANGES, SLIP_RELEASE_AFFECTED,
      SLIP_RELEASE_AFFECTED_CUSTOMERS, SLIP_RELEASE_AFFECTED_INTEGRATIONS,
      SLIP_RELEASE_ACTION, SLIP_RELEASE_CONTACT, SLIP_RELEASE_ROLLBACK_PLAN,
      SLIP_RELEASE_IMPORT_NAME, NONE },
    { SLIP_RELEASE_PRODUCT, SLIP_RELEASE_OWNER, SLIP_RELEASE_MARKET_OWNER,
      NONE } },
  { SLIP_KIND_AUDIENCE, 43, { SLIP_AUDIENCE_NAME, NONE }, { NONE }, { NONE } },
  { SLIP_KIND_PERSON,
    44,
    { SLIP_PERSON_NAME, NONE },
    { SLIP_PERSON_ROLE, SLIP_PERSON_EMAIL, NONE },
    { NONE } },
  { SLIP_KIND_PRODUCT,
    45,
    { SLIP_PRODUCT_NAME, SLIP_PRODUCT_SHORT_NAME, NONE },
    { NONE },
    { NONE } },
};

static const Searched *
find (SlipKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].kind == kind)
      return &table[i];

  return NULL;
}

guint
slip_search_text_get_class (SlipKind kind)
{
  const Searched *searched = find (kind);

  return searched != NULL ? searched->class_ : 0;
}

SlipKind
slip_search_text_get_kind (guint class_)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].class_ == class_)
      return table[i].kind;

  return SLIP_KIND_NONE;
}

static gboolean
has (const int *properties, guint property)
{
  for (guint i = 0; properties[i] != NONE; i++)
    if (properties[i] == (int) property)
      return TRUE;

  return FALSE;
}

gboolean
slip_search_text_has_property (SlipKind kind, guint property)
{
  const Searched *searched = find (kind);

  return searched != NULL &&
         (has (searched->titles, property) || has (searched->texts, property) ||
          has (searched->names, property));
}

/* The texts of @row's @properties, with @separator in between. */
static char *
join (const SlipRow *row, const int *properties, char separator)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; properties[i] != NONE; i++) {
    const char *text = slip_row_get_text (row, (guint) properties[i]);

    if (text == NULL || *text == '\0')
      continue;
    if (joined->len > 0)
      g_string_append_c (joined, separator);
    g_string_append (joined, text);
  }
  return g_string_free (joined, joined->len == 0);
}

char *
slip_search_text_dup_title (const SlipRow *row)
{
  const Searched *searched = find (slip_row_get_kind (row));

  return searched != NULL ? join (row, searched->titles, ' ') : NULL;
}

char *
slip_search_text_dup_body (const SlipRow *row)
{
  const Searched *searched = find (slip_row_get_kind (row));

  return searched != NULL ? join (row, searched->texts, '\n') : NULL;
}

gboolean
slip_search_text_is_paired (gunichar c)
{
  static const struct {
    gunichar first;
    gunichar last;
  } ranges[] = {
    { 0x2E80, 0x2FDF }, { 0x3005, 0x3007 },   { 0x3031, 0x3035 },
    { 0x303B, 0x303B }, { 0x3041, 0x30FF },   { 0x3105, 0x318E },
    { 0x31A0, 0x31BF }, { 0x31F0, 0x31FF },   { 0x3400, 0x4DBF },
    { 0x4E00, 0x9FFF }, { 0xAC00, 0xD7A3 },   { 0xF900, 0xFAFF },
    { 0xFF66, 0xFF9F }, { 0x20000, 0x3134F },
  };

  if (c < ranges[0].first || !g_unichar_isalnum (c))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    if (c >= ranges[i].first && c <= ranges[i].last)
      return TRUE;

  return FALSE;
}

static gboolean
is_word (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  return (g_unichar_isalnum (c) || g_unichar_ismark (c)) &&
         !slip_search_text_is_paired (c);
}

/* Appends the word that ends at @end, or begins at @start, if there is one. */
static void
append_neighbour (GString *pairs, const char *start, const char *end)
{
  if (end <= start)
    return;
  g_string_append_len (pairs, start, end - start);
  g_string_append_c (pairs, ' ');
}

static const char *
skip_word (const char *p)
{
  while (*p != '\0' && is_word (p))
    p = g_utf8_next_char (p);
  return p;
}

/* Appends the pairs of the run at @p, and its last character alone. */
static const char *
append_run (GString *pairs, const char *p)
{
  while (*p != '\0' && slip_search_text_is_paired (g_utf8_get_char (p))) {
    const char *next = g_utf8_next_char (p);
    const char *end = next;

    if (*next != '\0' && slip_search_text_is_paired (g_utf8_get_char (next)))
      end = g_utf8_next_char (next);
    g_string_append_len (pairs, p, end - p);
    g_string_append_c (pairs, ' ');
    p = next;
  }
  return p;
}

char *
slip_search_text_dup_pairs (const char *text)
{
  g_autofree char *composed = NULL;
  GString *pairs = NULL;
  const char *word = NULL;

  if (text == NULL || g_str_is_ascii (text))
    return NULL;
  composed = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  if (composed == NULL)
    return NULL;
  pairs = g_string_new (NULL);
  for (const char *p = composed; *p != '\0';) {
    word = p;
    p = skip_word (p);
    if (*p == '\0')
      break;
    if (!slip_search_text_is_paired (g_utf8_get_char (p))) {
      p = g_utf8_next_char (p);
      continue;
    }
    append_neighbour (pairs, word, p);
    p = append_run (pairs, p);
    append_neighbour (pairs, p, skip_word (p));
  }
  return g_string_free (pairs, pairs->len == 0);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-search-marks.h"
#include "slip-search-text.h"

/* @text with [ ] around @marks. */
static char *
print (const char *text, const GArray *marks)
{
  GString *printed = g_string_new (NULL);
  guint end = 0;

  for (guint i = 0; i < marks->len; i++) {
    SlipSearchMark mark = g_array_index (marks, SlipSearchMark, i);

    g_string_append_len (printed, text + end, mark.start - end);
    g_string_append_c (printed, '[');
    g_string_append_len (printed, text + mark.start, mark.end - mark.start);
    g_string_append_c (printed, ']');
    end = mark.end;
  }
  g_string_append (printed, text + end);
  return g_string_free (printed, FALSE);
}

static const struct {
  const char *typed;
  const char *text;
  const char *marked;
} cases[] = {
  { "zurich", "Office in Zürich", "Office in [Zürich]" },
  { "ZÜRICH", "zurich", "[zurich]" },
  { "zur", "Zu\xcc\x88rich", "[Zu\xcc\x88r]ich" },
  { "rich", "Zürich is rich", "Zürich is [rich]" },
  { "tax", "Taxes and syntax", "[Tax]es and syntax" },
  { "\"tax\"", "Taxes, a tax.", "Taxes, a [tax]." },
  { "\"tax invoices\"", "A tax, invoices; tax invoice",
    "A [tax, invoices]; tax invoice" },
  { "3.9", "Payments 3.9.1", "Payments [3.9].1" },
  { "v3.9", "v3-9", "[v3-9]" },
  { "a b", "b a ab", "[b] [a] [a]b" },
  { "東京", "本社は東京都", "本社は[東京]都" },
  { "京", "東京都", "東[京]都" },
  { "iOS版", "新しいiOS版です", "新しい[iOS版]です" },
  { "カ", "ガ", "ガ" },
  { "x", "<b>x</b>", "<b>[x]</b>" },
  { "missing", "", "" },
};

static void
test_marks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SlipSearchQuery) query =
      slip_search_query_parse (cases[i].typed, SLIP_DATE_NONE, NULL);
    guint found = 0;
    g_autoptr (GArray) marks =
      slip_search_marks_find (cases[i].text, query->terms, &found);
    g_autofree char *printed = print (cases[i].text, marks);

    g_assert_cmpstr (printed, ==, cases[i].marked);
    g_assert_cmpuint (found, ==,
                      slip_search_marks_find_terms (cases[i].text,
                                                    query->terms));
    g_assert_true ((found != 0) == (marks->len > 0));
  }
}

static void
test_no_text (void)
{
  g_autoptr (GPtrArray) terms = slip_search_terms_new ("tax", TRUE);
  g_autoptr (GArray) marks = slip_search_marks_find (NULL, terms, NULL);
  GArray *cut_marks = NULL;

  g_assert_cmpuint (marks->len, ==, 0);
  g_assert_null (slip_search_marks_cut (NULL, terms, 10, &cut_marks));
  g_assert_null (slip_search_marks_cut ("ham", terms, 10, &cut_marks));
  g_assert_null (cut_marks);
}

static void
assert_cut (const char *text,
            const char *typed,
            guint n_chars,
            const char *expected)
{
  g_autoptr (GPtrArray) terms = slip_search_terms_new (typed, TRUE);
  g_autoptr (GArray) marks = NULL;
  g_autofree char *cut = slip_search_marks_cut (text, terms, n_chars, &marks);
  g_autofree char *printed = print (cut, marks);

  g_assert_cmpstr (printed, ==, expected);
  g_assert_cmpint (g_utf8_strlen (cut, -1), <=, n_chars + 2);
}

static void
test_cut (void)
{
  assert_cut ("Train the team", "team", 40, "Train the [team]");
  assert_cut ("One\ntwo\tthree", "two", 40, "One [two] three");
  assert_cut ("all of this comes before what is looked for and this after it",
              "looked", 24, "…is [looked] for and this…");
  assert_cut ("wordwithoutanyspacesthatisverylongindeed x", "word", 10,
              "[word]withou…");
  assert_cut ("本社は東京都にありますが支社は大阪府にあります", "大阪", 9,
              "…支社は[大阪]府にあり…");
}

static const struct {
  const char *text;
  const char *pairs;
} pairs[] = {
  { NULL, NULL },         { "plain", NULL },
  { "Zürich", NULL },     { "東京都", "東京 京都 都 " },
  { "東", "東 " },        { "東京、大阪", "東京 京 大阪 阪 " },
  { "iOS版", "iOS 版 " }, { "a 版b c", "版 b " },
  { "서울", "서울 울 " },
};

static void
test_pairs (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
    g_autofree char *made = slip_search_text_dup_pairs (pairs[i].text);

    g_assert_cmpstr (made, ==, pairs[i].pairs);
  }
}

/* Files keep these numbers. */
static void
test_classes (void)
{
  guint n = 0;

  for (guint i = 0; i < SLIP_SEARCH_CLASS_END; i++) {
    SlipKind kind = slip_search_text_get_kind (i);

    if (kind == SLIP_KIND_NONE)
      continue;
    n++;
    g_assert_cmpuint (slip_search_text_get_class (kind), ==, i);
    g_assert_true ((i < SLIP_SEARCH_CLASS_PLAN) ==
                   slip_schema_is_part_of_release (kind));
  }
  g_assert_cmpuint (n, ==, 23);
  g_assert_cmpuint (slip_search_text_get_class (SLIP_KIND_ITEM), ==, 1);
  g_assert_cmpuint (slip_search_text_get_class (SLIP_KIND_DECISION), ==, 9);
  g_assert_cmpuint (slip_search_text_get_class (SLIP_KIND_RELEASE), ==, 42);
  g_assert_cmpuint (slip_search_text_get_class (SLIP_KIND_PLAN), ==, 0);
}

/* Every text that a person writes is searched, but for what is listed here. */
static void
test_all_texts (void)
{
  static const char *const others[] = {
    "plan.name",
    "product.color",
    "item.origin",
    "criterion.threshold",
    "criterion.figure",
    "criterion.figure_source",
    "flag.observed_source",
    "release.import_source",
    "release.import_uid",
    "release.import_summary",
    "decision.release_name",
    "decision.stage",
    "decision.person",
    "decision.to_stage",
    "decision.to_stage_name",
    "decision.subject",
    "decision.evidence",
    "template_audience.owner_role",
    NULL,
  };

  for (guint i = 0; i < SLIP_N_KINDS; i++) {
    const SlipKindInfo *info = slip_schema_get ((SlipKind) i);

    if (g_str_has_prefix (info->name, "feed"))
      continue;
    for (guint j = 0; j < info->n_properties; j++) {
      g_autofree char *name =
        g_strconcat (info->name, ".", info->properties[j].name, NULL);

      if (info->properties[j].type != SLIP_PROPERTY_TEXT ||
          g_str_equal (info->properties[j].name, "rank"))
        continue;
      g_test_message ("%s", name);
      g_assert_true (slip_search_text_has_property ((SlipKind) i, j) !=
                     g_strv_contains (others, name));
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search-marks/find/words-without-case-and-accents",
                   test_marks);
  g_test_add_func ("/search-marks/find/nothing-in-no-text", test_no_text);
  g_test_add_func ("/search-marks/cut/a-line-around-it", test_cut);
  g_test_add_func ("/search-text/pairs", test_pairs);
  g_test_add_func ("/search-text/numbers-of-kinds-stay", test_classes);
  g_test_add_func ("/search-text/all-texts-are-searched", test_all_texts);
  return g_test_run ();
}

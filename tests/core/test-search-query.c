/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-schema.h"
#include "slip-search-query.h"

static void
append_names (GString *text, const char *key, const GPtrArray *names)
{
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (text, "%s=%s;", key,
                            (const char *) names->pdata[i]);
}

/* What a query is, in a line: words with * if they may go on, pairs in <>. */
static char *
print (const SlipSearchQuery *query)
{
  GString *text = g_string_new (NULL);
  g_autofree char *before = slip_date_to_text (query->before);

  for (guint i = 0; i < query->terms->len; i++) {
    const SlipSearchTerm *term = query->terms->pdata[i];

    g_string_append_printf (text, term->is_paired ? "<%s>" : "%s", term->text);
    g_string_append (text, term->is_prefix ? "*;" : ";");
  }
  append_names (text, "owner", query->owners);
  append_names (text, "product", query->products);
  append_names (text, "audience", query->audiences);
  if (before != NULL)
    g_string_append_printf (text, "before=%s;", before);
  if (query->is_unowned)
    g_string_append (text, "unowned;");
  if (query->is_overdue)
    g_string_append (text, "overdue;");
  return g_string_free (text, FALSE);
}

static const struct {
  const char *typed;
  const char *meaning;
} queries[] = {
  { "", "" },
  { " \t ", "" },
  { "payments", "payments*;" },
  { "  tax  invoices ", "tax*;invoices*;" },
  { "v3.9", "v3.9*;" },
  { "\"tax invoices\" help", "tax invoices;help*;" },
  { "\"tax inv", "tax inv*;" },
  { "- & …", "" },
  { "東京都", "<東京都>*;" },
  { "iOS版 4.2", "iOS*;<版>*;4.2*;" },
  { "Zu\xcc\x88rich", "Z\xc3\xbcrich*;" },
  { "owner:lead", "owner=lead;" },
  { "OWNER:lead tax", "tax*;owner=lead;" },
  { "owner:\"Support lead\" product:mob audience:sales",
    "owner=Support lead;product=mob;audience=sales;" },
  { "owner:a owner:b", "owner=a;owner=b;" },
  { "before:2026-12-08 is:unowned is:OVERDUE",
    "before=2026-12-08;unowned;overdue;" },
  { "before:tomorrow", "before=2026-11-27;" },
  { "before:\"8 December\"", "before=2026-12-08;" },
  { "before:\"December 2026\"", "before=2026-12-01;" },
  { "\"owner:lead\"", "owner:lead;" },
  { "https://example.org/a", "https://example.org/a*;" },
  { "10:30", "10:30*;" },
  { "Note: tax", "Note:*;tax*;" },
  { "c:drive", "c:drive*;" },
};

static void
test_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (SlipSearchQuery) query =
      slip_search_query_parse (queries[i].typed, slip_date_new (2026, 11, 26),
                               &error);
    g_autofree char *meaning = NULL;

    g_assert_no_error (error);
    meaning = print (query);
    g_assert_cmpstr (meaning, ==, queries[i].meaning);
    g_assert_true (slip_search_query_is_empty (query) == (*meaning == '\0'));
    g_assert_true (
      slip_search_query_has_filter (query) ==
      (strchr (meaning, '=') != NULL || strstr (meaning, "unowned") != NULL));
  }
}

static const struct {
  const char *typed;
  const char *message;
} refused[] = {
  { "team:lead", "There is no filter “team:”; there are owner:, product:, "
                 "audience:, before:, is:unowned, is:overdue. Put it in "
                 "quotes to look for it as text" },
  { "tax owner:", "“owner:” takes a name" },
  { "product:\"\"", "“product:” takes a name" },
  { "audience:...", "“audience:” takes a name" },
  { "is:", "“is:” takes “unowned” or “overdue”" },
  { "is:late", "“is:” takes “unowned” or “overdue”" },
  { "before:", "“before:” takes a date" },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (SlipSearchQuery) query =
      slip_search_query_parse (refused[i].typed, slip_date_new (2026, 11, 26),
                               &error);

    g_assert_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID);
    g_assert_cmpstr (error->message, ==, refused[i].message);
    g_assert_null (query);
  }
}

static void
test_no_date (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (slip_search_query_parse ("before:never",
                                          slip_date_new (2026, 11, 26),
                                          &error));
  g_assert_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID);
}

static void
test_limit (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (SlipSearchQuery) query = NULL;

  for (int i = 0; i < 100; i++)
    g_string_append_printf (text, "word%d ", i);
  query = slip_search_query_parse (text->str, SLIP_DATE_NONE, NULL);
  g_assert_cmpuint (query->terms->len, ==, SLIP_SEARCH_MAX_TERMS);
}

static void
test_filters_are_read (void)
{
  const char *const *filters = slip_search_query_list_filters ();

  for (guint i = 0; filters[i] != NULL; i++) {
    gboolean takes_date = g_str_has_prefix (filters[i], "before:");
    g_autofree char *text =
      g_strconcat (filters[i], takes_date ? "2026-12-08" : "x", NULL);
    g_autoptr (SlipSearchQuery) query =
      slip_search_query_parse (g_str_has_suffix (filters[i], ":") ? text
                                                                  : filters[i],
                               slip_date_new (2026, 11, 26), NULL);

    g_assert_nonnull (query);
    g_assert_true (slip_search_query_has_filter (query));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search-query/parse/words-phrases-and-filters", test_parse);
  g_test_add_func ("/search-query/parse/what-it-does-not-know-is-told",
                   test_refused);
  g_test_add_func ("/search-query/parse/no-date", test_no_date);
  g_test_add_func ("/search-query/parse/32-words-at-most", test_limit);
  g_test_add_func ("/search-query/filters/all-that-are-listed-are-read",
                   test_filters_are_read);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-adapter.h"
#include "slip-status-reading.h"

#include <string.h>

static GBytes *
load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "fixtures",
                                                 "adapters", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (text, length);
}

static void
append_said (GString *text, const char *name, SlipSaid said)
{
  if (said != SLIP_SAID_NOTHING)
    g_string_append_printf (text, " %s=%s", name,
                            said == SLIP_SAID_YES ? "yes" : "no");
}

static void
append_text (GString *text, const char *name, const char *value)
{
  g_autofree char *escaped = value != NULL ? g_strescape (value, NULL) : NULL;

  if (value != NULL)
    g_string_append_printf (text, " %s=%s", name, escaped);
}

static void
append_date (GString *text, const char *name, SlipDate date)
{
  char iso[SLIP_DATE_TEXT_SIZE];

  if (slip_date_is_set (date))
    g_string_append_printf (text, " %s=%s", name, slip_date_print (date, iso));
}

static void
append_observation (GString *text, const SlipObservation *self)
{
  static const char *const types[] = { "status", "flag", "criterion",
                                       "freeze" };

  g_string_append (text, types[self->type]);
  append_text (text, "release", self->release);
  append_text (text, "audience", self->audience);
  if (self->type == SLIP_OBSERVATION_STATUS)
    append_text (text, "state", slip_observed_state_get_nick (self->state));
  append_text (text, "word", self->state_word);
  append_text (text, "text", self->text);
  append_text (text, "owner", self->owner);
  append_date (text, "date", self->stated_release_date);
  if (self->total >= 0)
    g_string_append_printf (text, " %" G_GINT64_FORMAT "/%" G_GINT64_FORMAT,
                            self->done, self->total);
  append_text (text, "flag", self->flag);
  append_text (text, "in", self->environment);
  append_said (text, "on", self->is_on);
  if (self->share >= 0)
    g_string_append_printf (text, " share=%d", self->share);
  append_text (text, "stage", self->stage);
  append_date (text, "first", self->freeze.first);
  append_date (text, "last", self->freeze.last);
  if (self->updated_at_ms != 0)
    g_string_append_printf (text, " at=%" G_GINT64_FORMAT,
                            self->updated_at_ms / 1000);
  append_text (text, "url", self->url);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < self->items->len; i++) {
    const SlipObservedItem *item = self->items->pdata[i];

    g_string_append (text, "  item");
    append_text (text, "title", item->title);
    append_text (text, "state", slip_observed_state_get_nick (item->state));
    append_text (text, "owner", item->owner);
    g_string_append_c (text, '\n');
  }
}

static char *
dump (const SlipStatusReport *report)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < report->observations->len; i++)
    append_observation (text, report->observations->pdata[i]);
  append_text (text, "next", report->next);
  return g_string_free (text, FALSE);
}

static SlipStatusReport *
read_file (const SlipAdapter *adapter,
           const char *name,
           const SlipAdapterSettings *settings)
{
  g_autoptr (GBytes) bytes = load (name);
  g_autoptr (GError) error = NULL;
  const SlipAdapterInput input = {
    .address = "https://example.org/api?limit=3&offset=3&sort=name",
    .today = slip_date_new (2026, 11, 24),
    .settings = settings,
  };
  SlipStatusReport *report = slip_adapter_read (adapter, bytes, &input, &error);

  g_assert_no_error (error);
  return report;
}

static void
assert_reads (const SlipAdapter *adapter,
              const char *name,
              const SlipAdapterSettings *settings,
              const char *expected)
{
  g_autoptr (SlipStatusReport) report = read_file (adapter, name, settings);
  g_autofree char *text = dump (report);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_github_milestones_are_releases (void)
{
  assert_reads (
    &slip_adapter_github_milestones, "github-milestones.json", NULL,
    "status release=Payments 3.9 state=in_progress word=open "
    "text=Cards and wallets date=2026-12-08 8/12 at=1795200788 "
    "url=https://github.com/example/payments/milestone/1\n"
    "status release=Payments 3.8 state=done word=closed 3/3 at=1793491200 "
    "url=https://github.com/example/payments/milestone/2\n"
    "status release=Payments 4.0 state=not_started word=open 0/0 at=1793577600 "
    "url=https://github.com/example/payments/milestone/3\n"
    "status release=Payments 5 state=unknown word=paused 0/1 "
    "url=https://github.com/example/payments/milestone/4\n");
}

static void
test_github_issues_are_counted_over_pages (void)
{
  const SlipAdapter *adapter = &slip_adapter_github_issues;
  g_autoptr (SlipStatusReport) all = slip_status_report_new ();
  g_autoptr (SlipStatusReport) first =
    read_file (adapter, "github-issues.json", NULL);
  g_autoptr (SlipStatusReport) second =
    read_file (adapter, "github-issues-2.json", NULL);

  g_assert_true (adapter->is_summed);
  slip_status_report_merge (all, first, TRUE);
  slip_status_report_merge (all, second, TRUE);
  g_assert_cmpuint (first->observations->len, ==, 0);
  g_autofree char *text = dump (all);
  g_assert_cmpstr (
    text, ==,
    "status release=Payments 3.9 audience=support state=in_progress "
    "owner=support-lead, desk-lead 1/3 at=1795341600\n"
    "  item title=Write macros state=not_started owner=support-lead\n"
    "  item title=Train the desk state=done owner=desk-lead, support-lead\n"
    "  item title=Check refunds state=unknown owner=support-lead\n"
    "status release=Payments 3.9 audience=sales state=done "
    "owner=desk-lead, support-lead 1/1 at=1795255200\n"
    "  item title=Train the desk state=done owner=desk-lead, support-lead\n"
    "  item title=Print leaflets state=not_needed\n"
    "status release=Payments 3.9 state=not_started 0/1 at=1795341600\n"
    "  item title=Freeze the branch state=not_started\n");
}

static void
test_gitlab_releases_are_releases (void)
{
  assert_reads (
    &slip_adapter_gitlab_releases, "gitlab-releases.json", NULL,
    "status release=Payments 3.9 state=in_progress "
    "text=## Cards\\r\\n\\r\\n- Wallets owner=Release lead date=2026-12-08 "
    "97/122 url=https://gitlab.example.com/example/payments/-/releases/v3.9\n"
    "status release=v3.8 state=done date=2026-10-03 "
    "url=https://gitlab.example.com/example/payments/-/releases/v3.8\n"
    "status release=v3.7 state=unknown\n");
}

static void
test_gitlab_freezes_become_days (void)
{
  assert_reads (&slip_adapter_gitlab_freeze_periods,
                "gitlab-freeze-periods.json", NULL,
                "freeze text=0 23 20 12 * to 0 8 2 1 * (Europe/Berlin) "
                "first=2026-12-20 last=2027-01-02 at=1778864801\n"
                "freeze text=0 0 24 11 * to 0 0 27 11 * (UTC) "
                "first=2026-11-24 last=2026-11-26\n"
                "freeze text=0 0 24 11 * to 0 0 27 11 * (UTC) "
                "first=2027-11-24 last=2027-11-26\n"
                "freeze text=@weekly to 0 8 * * 1 (UTC) at=1778864801\n");
}

static void
test_unleash_environments_are_flags (void)
{
  assert_reads (&slip_adapter_unleash, "unleash.json", NULL,
                "flag flag=checkout-v2 in=production on=yes share=1000 "
                "stage=A tenth at=1795161600\n"
                "flag flag=checkout-v2 in=development on=no share=10000\n"
                "flag flag=dark-mode in=production\n"
                " next=?limit=3&sort=name&offset=6");
}

static const SlipAdapterWord words[] = {
  { "nearly there", SLIP_OBSERVED_AT_RISK },
  { "Late", SLIP_OBSERVED_OFF_TRACK },
};

static const SlipAdapterSettings general = {
  .list = "/data/items",
  .release = "/key",
  .audience = "/team~1name",
  .state = "/fields/status/name",
  .text = "/fields/summary",
  .owner = "/fields/assignee/name",
  .done = "/fields/progress/done",
  .total = "/fields/progress/total",
  .updated_at = "/changed",
  .url = "/link",
  .next = "/paging/after",
  .fixed_audience = "Everybody",
  .words = words,
  .n_words = G_N_ELEMENTS (words),
};

static void
test_general_follows_pointers (void)
{
  assert_reads (&slip_adapter_general, "general.json", &general,
                "status release=39 audience=Support state=at_risk "
                "word=Nearly There text=Two macros are missing "
                "owner=Support lead 3/5 at=1795512600 "
                "url=https://tracker.example.org/39\n"
                "status release=Payments 4.0 audience=Everybody state=on_track "
                "word=on_track at=1795512600\n"
                "status release=Payments 5 audience=Everybody state=unknown "
                "word=Parked at=1795512600\n"
                " next=/api/releases?cursor=2");
}

typedef struct {
  const SlipAdapter *adapter;
  const char *text;
  const char *message;
} Refused;

static const Refused refused[] = {
  { &slip_adapter_github_milestones, "{}",
    "the document: an array was expected, an object was found" },
  { &slip_adapter_github_milestones, "{\"message\":\"Bad credentials\"}",
    "the document: an array was expected, an object was found" },
  { &slip_adapter_github_milestones, "[{\"title\":\"a\"},{\"title\":null}]",
    "[1].title: a text was expected, null was found" },
  { &slip_adapter_github_milestones,
    "[{\"title\":\"a\",\"open_issues\":\"six\"}]",
    "[0].open_issues: a number was expected, \"six\" was found" },
  { &slip_adapter_github_milestones, "[{\"title\":\"a\",\"due_on\":\"soon\"}]",
    "[0].due_on: an instant like 2025-03-31T12:00:00Z was expected, \"soon\" "
    "was found" },
  { &slip_adapter_github_issues, "[7]",
    "[0]: an object was expected, 7 was found" },
  { &slip_adapter_github_issues,
    "[{\"title\":\"a\",\"milestone\":{\"title\":\"m\"},\"labels\":[7]}]",
    "[0].labels[0]: an object was expected, 7 was found" },
  { &slip_adapter_github_issues, "[{\"title\":\"a\",\"milestone\":\"m\"}]",
    "[0].milestone: an object was expected, \"m\" was found" },
  { &slip_adapter_gitlab_releases, "[{\"name\":\"a\",\"author\":1}]",
    "[0].author: an object was expected, 1 was found" },
  { &slip_adapter_gitlab_releases, "[{}]",
    "[0].tag_name: a text was expected, nothing was found" },
  { &slip_adapter_gitlab_releases,
    "[{\"name\":\"a\",\"_links\":{\"self\":\"javascript:1\"}}]",
    "[0]._links.self: an address like https://example.org was expected, "
    "\"javascript:1\" was found" },
  { &slip_adapter_gitlab_freeze_periods, "[{\"freeze_start\":\"* * * * *\"}]",
    "[0].freeze_end: a text was expected, nothing was found" },
  { &slip_adapter_unleash, "[]",
    "the document: an object was expected, an array was found" },
  { &slip_adapter_unleash,
    "{\"features\":[{\"name\":\"f\","
    "\"environments\":[{\"name\":\"p\","
    "\"enabled\":\"yes\"}]}]}",
    "features[0].environments[0].enabled: true or false was expected, \"yes\" "
    "was found" },
  { &slip_adapter_native, "[]",
    "the document: an object was expected, an array was found" },
  { &slip_adapter_general, "[]",
    "Say where the release is named, or which one it always is" },
};

static void
test_wrong_answers_say_where (void)
{
  const SlipAdapterInput input = { .today = slip_date_new (2026, 11, 24) };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_autoptr (GBytes) bytes =
      g_bytes_new (refused[i].text, strlen (refused[i].text));
    g_autoptr (GError) error = NULL;
    g_autoptr (SlipStatusReport) report =
      slip_adapter_read (refused[i].adapter, bytes, &input, &error);

    g_assert_null (report);
    g_assert_nonnull (error);
    g_assert_cmpstr (error->message, ==, refused[i].message);
  }
}

static void
test_general_says_where_by_pointer (void)
{
  const SlipAdapterInput input = { .settings = &general };
  const struct {
    const char *text;
    const char *message;
  } cases[] = {
    { "{\"data\":{}}",
      "[\"/data/items\"]: an array was expected, nothing was found" },
    { "{\"data\":{\"items\":[{\"key\":{}}]}}",
      "[\"/data/items\"][0][\"/key\"]: a text was expected, an object was "
      "found" },
    { "{\"data\":{\"items\":[{\"key\":null}]}}",
      "[\"/data/items\"][0]: it names no release" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GBytes) bytes =
      g_bytes_new (cases[i].text, strlen (cases[i].text));
    g_autoptr (GError) error = NULL;
    g_autoptr (SlipStatusReport) report =
      slip_adapter_read (&slip_adapter_general, bytes, &input, &error);

    g_assert_null (report);
    g_assert_cmpstr (error->message, ==, cases[i].message);
  }
}

static void
test_long_texts_of_others_are_cut (void)
{
  g_autofree char *word = g_strnfill (20000, 'x');
  g_autofree char *text =
    g_strdup_printf ("[{\"title\":\"a\",\"description\":\"%s\"}]", word);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  const SlipAdapterInput input = { .address = NULL };
  g_autoptr (SlipStatusReport) report =
    slip_adapter_read (&slip_adapter_github_milestones, bytes, &input, &error);

  g_assert_no_error (error);
  const SlipObservation *status = report->observations->pdata[0];
  g_assert_cmpint (g_utf8_strlen (status->text, -1), ==, SLIP_STATUS_MAX_TEXT);
  g_assert_true (g_str_has_suffix (status->text, "…"));
}

static void
test_later_takes_the_place_of_earlier (void)
{
  g_autoptr (SlipStatusReport) all = slip_status_report_new ();
  g_autoptr (SlipStatusReport) page = slip_status_report_new ();

  for (guint i = 0; i < 3; i++) {
    SlipObservation *status =
      slip_status_report_add (page, SLIP_OBSERVATION_STATUS);
    status->release = g_strdup (i == 1 ? "b" : "a");
    status->state = (SlipObservedState) (SLIP_OBSERVED_NOT_STARTED + i);
  }
  slip_status_report_merge (all, page, FALSE);
  g_autofree char *text = dump (all);
  g_assert_cmpstr (text, ==,
                   "status release=a state=on_track\n"
                   "status release=b state=in_progress\n");
}

static void
test_adapters_are_found_by_id (void)
{
  guint n;
  const SlipAdapter *const *list = slip_adapter_list (&n);

  g_assert_cmpuint (n, ==, 7);
  for (guint i = 0; i < n; i++)
    g_assert_true (slip_adapter_find (list[i]->id) == list[i]);
  g_assert_null (slip_adapter_find ("other"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/adapter/github/milestones-are-releases",
                   test_github_milestones_are_releases);
  g_test_add_func ("/adapter/github/issues-are-counted-over-pages",
                   test_github_issues_are_counted_over_pages);
  g_test_add_func ("/adapter/gitlab/releases-are-releases",
                   test_gitlab_releases_are_releases);
  g_test_add_func ("/adapter/gitlab/freezes-become-days",
                   test_gitlab_freezes_become_days);
  g_test_add_func ("/adapter/unleash/environments-are-flags",
                   test_unleash_environments_are_flags);
  g_test_add_func ("/adapter/general/follows-pointers",
                   test_general_follows_pointers);
  g_test_add_func ("/adapter/wrong-answers-say-where",
                   test_wrong_answers_say_where);
  g_test_add_func ("/adapter/general/says-where-by-pointer",
                   test_general_says_where_by_pointer);
  g_test_add_func ("/adapter/long-texts-of-others-are-cut",
                   test_long_texts_of_others_are_cut);
  g_test_add_func ("/adapter/later-takes-the-place-of-earlier",
                   test_later_takes_the_place_of_earlier);
  g_test_add_func ("/adapter/are-found-by-id", test_adapters_are_found_by_id);
  return g_test_run ();
}

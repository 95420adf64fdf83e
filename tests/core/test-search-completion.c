/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "checked-plan.h"
#include "slip-command-rank.h"
#include "slip-search-completion.h"

static const struct {
  const char *typed;
  const char *offered;
} cases[] = {
  { "", "owner:|product:|audience:|before:|is:unowned|is:overdue" },
  { "tax ", "tax owner:|tax product:|tax audience:|tax before:|tax "
            "is:unowned|tax is:overdue" },
  { "tax", "" },
  { "o", "owner:" },
  { "tax is", "tax is:unowned|tax is:overdue" },
  { "IS:o", "is:overdue" },
  { "is:overdue", "" },
  { "owner:", "owner:\"Sales ops\"|owner:\"Support lead\"" },
  { "owner:sup", "owner:\"Support lead\"" },
  { "owner:\"support l", "owner:\"Support lead\"" },
  { "owner:\"Support lead\"", "" },
  { "owner:\"Support lead\" au", "owner:\"Support lead\" audience:" },
  { "product:", "product:\"Mobile app\"|product:Payments" },
  { "audience:", "audience:Sales|audience:Support" },
  { "audience:x", "" },
  { "\"owner", "" },
  { "before:", "" },
};

static void
test_complete (void)
{
  g_autoptr (SlipPlanState) state = new_checked_plan ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (GStrv) queries = slip_search_complete (state, cases[i].typed, 10);
    g_autofree char *offered = g_strjoinv ("|", queries);

    g_assert_cmpstr (offered, ==, cases[i].offered);
  }
}

static void
test_limit (void)
{
  g_autoptr (SlipPlanState) state = new_checked_plan ();
  g_auto (GStrv) queries = slip_search_complete (state, "", 2);

  g_assert_cmpuint (g_strv_length (queries), ==, 2);
}

static void
test_rank (void)
{
  static const char *const by_rank[] = {
    "New release", "New release of a product", "A new release",
    "Never read",  "Narrow the letters",       NULL,
  };
  int last = G_MAXINT;

  /* 'n r': the same beginning is nowhere, so words, initials, letters. */
  for (guint i = 0; i < 3; i++) {
    int rank = slip_command_rank (by_rank[i], NULL, "new rel");

    g_assert_cmpint (rank, >, 0);
    g_assert_cmpint (rank, <, last);
    last = rank;
  }
  g_assert_cmpint (slip_command_rank ("New release", NULL, "rel new"), >,
                   slip_command_rank ("New release", NULL, "nr"));
  g_assert_cmpint (slip_command_rank ("New release", NULL, "nr"), >,
                   slip_command_rank ("New release", NULL, "nwrls"));
  g_assert_cmpint (slip_command_rank ("New release", NULL, "nwrls"), >, 0);
  g_assert_cmpint (slip_command_rank ("New release", NULL, "release new x"), ==,
                   0);
  g_assert_cmpint (slip_command_rank ("New release", NULL, "zz"), ==, 0);
  g_assert_cmpint (slip_command_rank ("New release", NULL, "w"), ==, 0);
  g_assert_cmpint (slip_command_rank ("Übersicht", NULL, "uber"), >, 0);
  g_assert_cmpint (slip_command_rank ("Undo", NULL, "undo"), >,
                   slip_command_rank ("Undo the last step", NULL, "undo"));
  g_assert_cmpint (slip_command_rank ("Undo", NULL, ""), >, 0);
}

static void
test_rank_group (void)
{
  const char *group = "Plan Settings";
  int named = slip_command_rank ("People", group, "people");
  int grouped = slip_command_rank ("People", group, "plan settings");

  g_assert_cmpint (grouped, >, 0);
  g_assert_cmpint (grouped, <, named);
  g_assert_cmpint (slip_command_rank ("People", group, "settings peo"), >, 0);
  g_assert_cmpint (slip_command_rank ("Plan and truth", "Views", "plan"), >,
                   grouped);
  g_assert_cmpint (slip_command_rank ("People", group, "plan views"), ==, 0);
  g_assert_cmpint (slip_command_rank ("People", NULL, "plan settings"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search-completion/filters-and-names", test_complete);
  g_test_add_func ("/search-completion/no-more-than-asked-for", test_limit);
  g_test_add_func ("/command-rank/what-is-meant-comes-first", test_rank);
  g_test_add_func ("/command-rank/group-is-meant-too", test_rank_group);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-knowledge-text.h"

#define CONTEXT ((SlipConflictContext){ day (TODAY), 2, 10, SLIP_MONDAY })

#include "slip-knowledge-news.h"
#include "slip-move.h"
#include "slip-preview.h"
#include "told-plan.h"

/* What 'sales' knows, with its detail after a line break. */
static char *
dup_sales (const SlipPlanState *state)
{
  g_autoptr (GPtrArray) list =
    slip_knowledge_list (state, get_release (state, "r"), day (TODAY));
  const SlipKnowledge *sales = list->pdata[1];
  g_autofree char *text = slip_knowledge_dup_marked (sales, day (TODAY));
  g_autofree char *detail = slip_knowledge_dup_detail (sales, day (TODAY));

  return detail != NULL ? g_strconcat (text, "\n", detail, NULL)
                        : g_steal_pointer (&text);
}

static void
assert_sales (const SlipPlanState *state, const char *expected)
{
  g_autofree char *text = dup_sales (state);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_states (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();

  assert_sales (state, "○ not told");
  tell (&state, "sales", SLIP_COMMUNICATION_TRAINING, "2026-11-19", NULL, NULL);
  assert_sales (state, "○ not told the date");
  tell (&state, "sales", SLIP_COMMUNICATION_BRIEF, "2026-11-20", "", NULL);
  assert_sales (state, "◐ told on 20 Nov, unconfirmed");
  tell (&state, "sales", SLIP_COMMUNICATION_BRIEF, "2026-11-21", "", "Desk");
  assert_sales (state, "✓ knows");
  tell (&state, "sales", SLIP_COMMUNICATION_BRIEF, "2026-11-22", "2026-12-01",
        NULL);
  assert_sales (state, "✗ knows Tue 1 December: wrong date\n"
                       "Change notice due Tue 24 November");
}

static void
test_details (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();

  set_integer (&state, SLIP_KIND_AUDIENCE, "sales", SLIP_AUDIENCE_NOTICE_DAYS,
               3);
  assert_sales (state, "○ not told\ntell by Thu 3 December");
  plan_communication (&state, "c1", "sales", SLIP_COMMUNICATION_BRIEF,
                      "2026-11-20");
  assert_sales (state, "○ not told\ntell by Thu 3 December · ⚠ Brief overdue "
                       "since Fri 20 November");
  set_integer (&state, SLIP_KIND_AUDIENCE, "sales", SLIP_AUDIENCE_NOTICE_DAYS,
               30);
  assert_sales (state, "○ not told\n⚠ 30 working days’ notice not kept · ⚠ "
                       "Brief overdue since Fri 20 November");
}

static void
assert_communication (const SlipPlanState *state,
                      const char *id,
                      const char *expected)
{
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_COMMUNICATION, id);
  g_autofree char *text =
    slip_communication_dup_detail (state, row, day (TODAY));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_communications (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();
  g_autofree char *people = NULL;

  plan_communication (&state, "c1", "sales", SLIP_COMMUNICATION_BRIEF,
                      "2026-11-27");
  assert_communication (state, "c1", "planned for Fri 27 November");
  plan_communication (&state, "c2", "support", SLIP_COMMUNICATION_HEADS_UP,
                      NULL);
  assert_communication (state, "c2", "not sent");
  set_text (&state, SLIP_KIND_COMMUNICATION, "c1", SLIP_COMMUNICATION_CHANNEL,
            "e-mail");
  tell (&state, "sales", SLIP_COMMUNICATION_BRIEF, "2026-11-20", "", "Desk");
  assert_communication (state, "c1", "20 Nov · told Tue 8 December · e-mail");
  people = slip_communication_dup_people (
    state, slip_plan_state_get (state, SLIP_KIND_COMMUNICATION, "c1"));
  g_assert_cmpstr (people, ==, "by Support lead · confirmed by Desk");
}

static void
assert_total (const SlipPlanState *state, const char *expected)
{
  g_autoptr (GPtrArray) list =
    slip_knowledge_list (state, get_release (state, "r"), day (TODAY));
  SlipKnowledgeTotal total = slip_knowledge_total (list);
  g_autofree char *text = slip_knowledge_total_dup_text (&total);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_totals (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();

  assert_total (state, "2 not told");
  tell (&state, "sales", SLIP_COMMUNICATION_BRIEF, "2026-11-20", "2026-12-01",
        NULL);
  assert_total (state, "1 knows the wrong date · 1 not told");
  tell (&state, "sales", SLIP_COMMUNICATION_BRIEF, "2026-11-21", "", "Desk");
  tell (&state, "support", SLIP_COMMUNICATION_BRIEF, "2026-11-21", "", NULL);
  assert_total (state, "1 unconfirmed");
  tell (&state, "support", SLIP_COMMUNICATION_BRIEF, "2026-11-22", "", "Desk");
  assert_total (state, "all know");
}

/* The lines of the preview of moving to @date that tell of knowledge. */
static void
assert_preview (const SlipPlanState *state,
                const char *date,
                const char *expected)
{
  g_autoptr (SlipMove) move =
    slip_move_new_to_day (state, "r", day (date), 0, day (TODAY));
  g_autoptr (SlipPreview) preview =
    slip_preview_new (state, "r", slip_move_run, move, &CONTEXT, NULL);
  g_autoptr (GPtrArray) lines = slip_preview_describe (preview);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 1; i < lines->len; i++) {
    const SlipPreviewLine *line = lines->pdata[i];

    g_string_append_printf (text, "%s%d %s", text->len > 0 ? "\n" : "",
                            line->tone, line->text);
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_previews (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();
  g_autoptr (SlipMove) move = NULL;

  assert_preview (state, "2026-12-16", "");
  tell (&state, "support", SLIP_COMMUNICATION_BRIEF, "2026-11-20", "", NULL);
  tell (&state, "sales", SLIP_COMMUNICATION_BRIEF, "2026-11-20", "", NULL);
  assert_preview (state, "2026-12-16",
                  "3 2 audiences will know the wrong date: Support, Sales\n"
                  "1 2 change notices to send");
  assert_preview (state, "2026-12-08", "");

  /* A change notice that is planned or was sent is not told of twice. */
  move = slip_move_new_to_day (state, "r", day ("2026-12-16"), 0, day (TODAY));
  apply_intent (&state, slip_move_run, move);
  tell (&state, "sales", SLIP_COMMUNICATION_CHANGE_NOTICE, "2026-11-21", "",
        NULL);
  assert_preview (state, "2026-12-08",
                  "3 1 audience will know the wrong date: Sales\n"
                  "1 1 change notice to send\n"
                  "4 Solved: Support knows the right date again");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/knowledge-text/states", test_states);
  g_test_add_func ("/knowledge-text/details", test_details);
  g_test_add_func ("/knowledge-text/communications", test_communications);
  g_test_add_func ("/knowledge-text/totals", test_totals);
  g_test_add_func ("/knowledge-text/previews", test_previews);
  return g_test_run ();
}

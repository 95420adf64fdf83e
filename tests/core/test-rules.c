/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "built-plan.h"
#include "slip-rules.h"

#include <string.h>

/* A row as a test writes it: 'property=value' pairs. */
static SlipRow *
new_row (SlipKind kind, const char *values)
{
  const SlipKindInfo *info = slip_schema_get (kind);
  const char *owner = info->owner != SLIP_KIND_NONE ? "owner" : NULL;
  SlipRow *row = slip_row_new (kind, "id", owner, NULL);
  g_auto (GStrv) pairs = g_strsplit (values, " ", -1);

  for (guint i = 0; pairs[i] != NULL && *pairs[i] != '\0'; i++) {
    g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);
    int property = slip_schema_find_property (kind, pair[0]);
    g_auto (SlipValue) value = SLIP_VALUE_INIT;
    g_autoptr (GError) error = NULL;
    SlipRow *next;

    g_assert_cmpint (property, >=, 0);
    slip_property_parse (&info->properties[property], pair[1], &value, &error);
    g_assert_no_error (error);
    next = slip_row_new_with (row, (guint) property, &value);
    slip_row_unref (row);
    row = next;
  }

  return row;
}

#define DATED                                                                  \
  "product=p version=1 release_date=2026-12-08 release_certainty=confirmed "

#define FEED "name=F adapter=native address=https://status.example/a?b=c "

static const struct {
  SlipKind kind;
  const char *values;
  gboolean is_sound;
} row_cases[] = {
  { SLIP_KIND_PLAN, "", FALSE },
  { SLIP_KIND_PLAN, "name=Plan", TRUE },
  { SLIP_KIND_PERSON, "role=Lead", FALSE },
  { SLIP_KIND_PERSON, "name=\302\240", FALSE },
  { SLIP_KIND_AUDIENCE, "name=Sales", TRUE },
  { SLIP_KIND_AUDIENCE, "name=Sales rank=V", TRUE },
  { SLIP_KIND_AUDIENCE, "name=Sales rank=V0", FALSE },
  { SLIP_KIND_WORKING_CALENDAR, "name=None weekdays=0", FALSE },
  { SLIP_KIND_WORKING_CALENDAR, "name=Some weekdays=64", TRUE },
  { SLIP_KIND_PRODUCT, "name=Mobile", TRUE },
  { SLIP_KIND_PRODUCT, "name=Mobile color=#3584e4", TRUE },
  { SLIP_KIND_PRODUCT, "name=Mobile color=#3584E4", TRUE },
  { SLIP_KIND_PRODUCT, "name=Mobile color=#3584e", FALSE },
  { SLIP_KIND_PRODUCT, "name=Mobile color=#3584eg", FALSE },
  { SLIP_KIND_PRODUCT, "name=Mobile color=3584e4", FALSE },
  { SLIP_KIND_PRODUCT, "name=Mobile color=red", FALSE },
  { SLIP_KIND_AWAY, "first_day=2026-12-08 last_day=2026-12-08", TRUE },
  { SLIP_KIND_AWAY, "first_day=2026-12-08 last_day=2026-12-07", FALSE },
  { SLIP_KIND_AWAY, "first_day=2026-12-08", FALSE },
  { SLIP_KIND_HOLIDAY, "name=Day last_day=2026-12-08", FALSE },
  { SLIP_KIND_HOLIDAY, "name=Day first_day=2026-12-08 last_day=2026-12-09",
    TRUE },
  { SLIP_KIND_KEY_DATE, "name=Day first_day=2026-12-08 last_day=2026-12-07",
    FALSE },
  { SLIP_KIND_FREEZE, "name=F first_day=2026-12-08 last_day=2026-12-09", TRUE },
  { SLIP_KIND_FREEZE, "name=F first_day=2026-12-08", FALSE },
  { SLIP_KIND_FREEZE, "name=F first_day=2026-12-08 repeat=weekly", FALSE },
  { SLIP_KIND_FREEZE, "name=F repeat=weekly weekdays=16", FALSE },
  { SLIP_KIND_FREEZE, "name=F first_day=2026-12-08 repeat=weekly weekdays=16",
    TRUE },
  { SLIP_KIND_FREEZE,
    "name=F first_day=2026-01-01 last_day=2026-12-31 repeat=yearly", TRUE },
  { SLIP_KIND_FREEZE,
    "name=F first_day=2026-01-01 last_day=2027-01-01 repeat=yearly", FALSE },
  { SLIP_KIND_FREEZE, "name=F first_day=2026-01-01 last_day=2028-01-01", TRUE },
  { SLIP_KIND_RELEASE, "product=p version=1", TRUE },
  { SLIP_KIND_RELEASE, "product=p name=Ledger", TRUE },
  { SLIP_KIND_RELEASE, "product=p", FALSE },
  { SLIP_KIND_RELEASE, "product=p name=\302\240 version=\t", FALSE },
  { SLIP_KIND_CHECKLIST, "is_not_needed=true", FALSE },
  { SLIP_KIND_CHECKLIST, "is_not_needed=true reason=\302\240", FALSE },
  { SLIP_KIND_CHECKLIST, "is_not_needed=true reason=None", TRUE },
  { SLIP_KIND_ITEM, "title=Deck checklist=c", TRUE },
  { SLIP_KIND_ITEM, "title=\302\240\n checklist=c", FALSE },
  { SLIP_KIND_ITEM, "title=Deck checklist=c state=blocked", FALSE },
  { SLIP_KIND_ITEM, "title=Deck checklist=c state=blocked state_note=\t",
    FALSE },
  { SLIP_KIND_ITEM, "title=Deck checklist=c state=blocked state_note=Legal",
    TRUE },
  { SLIP_KIND_RELEASE, "version=1", FALSE },
  { SLIP_KIND_RELEASE, DATED "first_planned_date=2026-12-01", TRUE },
  { SLIP_KIND_RELEASE, DATED, FALSE },
  { SLIP_KIND_RELEASE, "product=p version=1 deploy_date=2026-12-08", FALSE },
  { SLIP_KIND_RELEASE, "product=p version=1 deploy_certainty=confirmed",
    FALSE },
  { SLIP_KIND_RELEASE,
    "product=p version=1 deploy_date=2026-12-08 deploy_certainty=week", FALSE },
  { SLIP_KIND_RELEASE,
    "product=p version=1 deploy_date=2026-12-07 deploy_certainty=week", TRUE },
  { SLIP_KIND_RELEASE,
    "product=p version=1 announce_date=2026-12-02 announce_certainty=month",
    FALSE },
  { SLIP_KIND_RELEASE,
    "product=p version=1 code_complete_date=2026-12-01 "
    "code_complete_certainty=quarter",
    FALSE },
  { SLIP_KIND_STAGE, "", TRUE },
  { SLIP_KIND_FEED, FEED, TRUE },
  { SLIP_KIND_FEED, "name=F adapter=native", FALSE },
  { SLIP_KIND_FEED, "adapter=native address=https://status.example/", FALSE },
  { SLIP_KIND_FEED, "name=F address=https://status.example/", FALSE },
  { SLIP_KIND_FEED, "name=F adapter=native address=http://[::1]:80/a", TRUE },
  { SLIP_KIND_FEED, "name=F adapter=native address=status.example", FALSE },
  { SLIP_KIND_FEED, "name=F adapter=native address=file:///status", FALSE },
  { SLIP_KIND_FEED, "name=F adapter=native address=https:///status", FALSE },
  { SLIP_KIND_FEED, "name=F adapter=native address=https://a:b@c.example/",
    FALSE },
  { SLIP_KIND_FEED, "name=F adapter=native address=https://a@c.example/",
    FALSE },
  { SLIP_KIND_FEED, FEED "secret_type=bearer", TRUE },
  { SLIP_KIND_FEED, FEED "secret_type=basic", FALSE },
  { SLIP_KIND_FEED, FEED "secret_type=basic secret_name=reader", TRUE },
  { SLIP_KIND_FEED, FEED "secret_type=header", FALSE },
  { SLIP_KIND_FEED, FEED "list_pointer=/items next_pointer=/next", TRUE },
  { SLIP_KIND_FEED, FEED "list_pointer=items", FALSE },
  { SLIP_KIND_FEED, FEED "next_pointer=next", FALSE },
  { SLIP_KIND_FEED, FEED "fixed_release=Ledger", TRUE },
  { SLIP_KIND_FEED_ALIAS, "text=Ledger release=r", TRUE },
  { SLIP_KIND_FEED_ALIAS, "text=Help audience=a", TRUE },
  { SLIP_KIND_FEED_ALIAS, "text=Help", FALSE },
  { SLIP_KIND_FEED_ALIAS, "text=Help audience=a release=r", FALSE },
  { SLIP_KIND_FEED_ALIAS, "audience=a", FALSE },
  { SLIP_KIND_FEED_WORD, "word=Nearly state=at_risk", TRUE },
  { SLIP_KIND_FEED_WORD, "state=done", FALSE },
  { SLIP_KIND_LINK, "rank=!", FALSE },
};

static void
test_row_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (row_cases); i++) {
    g_autoptr (SlipRow) row = new_row (row_cases[i].kind, row_cases[i].values);
    g_autoptr (GError) error = NULL;
    gboolean is_sound = slip_rules_check_row (row, &error);

    g_test_message ("%s", row_cases[i].values);
    g_assert_true (is_sound == row_cases[i].is_sound);
    if (!is_sound) {
      g_assert_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID);
      g_assert_false (g_str_has_suffix (error->message, "."));
    }
  }
}

static void
test_sound_plan_has_no_fault (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (GPtrArray) faults = NULL;

  add_release (&state, "r", "payments", "3.9", "2026-12-08");
  faults = slip_rules_check (state);
  g_assert_cmpuint (faults->len, ==, 0);
}

static gboolean
has_fault (const GPtrArray *faults, const char *text)
{
  for (guint i = 0; i < faults->len; i++)
    if (strstr (faults->pdata[i], text) != NULL)
      return TRUE;

  return FALSE;
}

/* What a damaged file may hold. */
static void
test_every_fault_is_told (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (SlipRow) person = slip_row_new (SLIP_KIND_PERSON, "p", NULL, NULL);
  g_auto (SlipValue) control = slip_value_new_text ("bell\a");
  g_auto (SlipValue) nobody = slip_value_new_text ("nobody");
  SlipValue status = slip_value_new_integer (99);
  g_autoptr (SlipRow) release =
    new_row (SLIP_KIND_RELEASE, "product=mobile version=1");
  g_autoptr (SlipRow) owned =
    slip_row_new_with (release, SLIP_RELEASE_OWNER, &nobody);

  slip_plan_state_take_row (state, slip_row_new_with (person, SLIP_PERSON_NAME,
                                                      &control));
  slip_plan_state_take_row (state,
                            slip_row_new_with (owned, SLIP_RELEASE_STATUS,
                                               &status));
  slip_plan_state_take_row (state, slip_row_new (SLIP_KIND_LINK, "orphan",
                                                 "gone", NULL));
  slip_plan_state_take_row (state,
                            slip_row_new (SLIP_KIND_LINK, "lone", NULL, NULL));

  faults = slip_rules_check (state);
  g_assert_cmpuint (faults->len, ==, 5);
  g_assert_true (has_fault (faults, "person p: "));
  g_assert_true (has_fault (faults, "“status”"));
  g_assert_true (has_fault (faults, "release id: It refers to"));
  g_assert_true (has_fault (faults, "link orphan: What it is part of"));
  g_assert_true (has_fault (faults, "link lone: What it is part of"));
}

static void
test_there_is_one_plan (void)
{
  g_autoptr (SlipPlanState) state = slip_plan_state_new ();
  g_autoptr (GPtrArray) without = slip_rules_check (state);
  g_autoptr (GPtrArray) with = NULL;

  g_assert_cmpuint (without->len, ==, 1);
  slip_plan_state_take_row (state, new_row (SLIP_KIND_PLAN, "name=Plan"));
  with = slip_rules_check (state);
  g_assert_cmpuint (with->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/row/table", test_row_table);
  g_test_add_func ("/rules/plan/sound-one-has-no-fault",
                   test_sound_plan_has_no_fault);
  g_test_add_func ("/rules/plan/every-fault-is-told", test_every_fault_is_told);
  g_test_add_func ("/rules/plan/there-is-one", test_there_is_one_plan);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-overlap.h"

#include "slip-release.h"

static SlipChange *
make_set (SlipKind kind,
          const char *id,
          const char *owner,
          guint property,
          const char *old_text,
          const char *new_text)
{
  SlipChange *change = slip_change_new_create (kind, id, owner);

  change->type = SLIP_CHANGE_SET;
  change->property = property;
  change->old_value = slip_value_new_text (old_text);
  change->new_value = slip_value_new_text (new_text);
  return change;
}

static SlipChange *
name_person (const char *id, const char *name)
{
  return make_set (SLIP_KIND_PERSON, id, NULL, SLIP_PERSON_NAME, NULL, name);
}

static SlipChange *
own_product (const char *old_owner, const char *new_owner)
{
  return make_set (SLIP_KIND_PRODUCT, "product", NULL, SLIP_PRODUCT_OWNER,
                   old_owner, new_owner);
}

static gboolean
overlap (SlipChange *first, SlipChange *second)
{
  g_autoptr (SlipChangeSet) a = slip_change_set_new (SLIP_VERB_EDIT, NULL);
  g_autoptr (SlipChangeSet) b = slip_change_set_new (SLIP_VERB_EDIT, NULL);

  slip_change_set_take (a, first);
  slip_change_set_take (b, second);
  return slip_overlap_find (a, b);
}

static void
test_properties (void)
{
  g_assert_true (
    overlap (name_person ("p", "Support lead"), name_person ("p", "Lead")));
  g_assert_false (
    overlap (name_person ("p", "Support lead"), name_person ("q", "Lead")));
  g_assert_false (overlap (name_person ("p", "Support lead"),
                           make_set (SLIP_KIND_PERSON, "p", NULL,
                                     SLIP_PERSON_ROLE, NULL, "Lead")));
}

static void
test_existence (void)
{
  g_assert_true (overlap (slip_change_new_create (SLIP_KIND_PERSON, "p", NULL),
                          name_person ("p", "Lead")));
  g_assert_true (
    overlap (name_person ("p", "Lead"),
             slip_change_new_delete (SLIP_KIND_PERSON, "p", NULL)));
  g_assert_true (
    overlap (slip_change_new_delete (SLIP_KIND_PERSON, "p", NULL),
             slip_change_new_create (SLIP_KIND_PERSON, "p", NULL)));
  g_assert_false (
    overlap (slip_change_new_create (SLIP_KIND_PERSON, "p", NULL),
             slip_change_new_create (SLIP_KIND_PERSON, "q", NULL)));
}

static void
test_references (void)
{
  /* A later step refers to what would go, or did and would again. */
  g_assert_true (overlap (slip_change_new_create (SLIP_KIND_PERSON, "p", NULL),
                          own_product (NULL, "p")));
  g_assert_true (overlap (slip_change_new_create (SLIP_KIND_PERSON, "p", NULL),
                          own_product ("p", NULL)));
  g_assert_true (overlap (slip_change_new_create (SLIP_KIND_RELEASE, "r", NULL),
                          slip_change_new_create (SLIP_KIND_LINK, "l", "r")));
  /* What would come back refers to what a later step deleted. */
  g_assert_true (
    overlap (own_product ("p", NULL),
             slip_change_new_delete (SLIP_KIND_PERSON, "p", NULL)));
  g_assert_true (
    overlap (slip_change_new_delete (SLIP_KIND_LINK, "l", "r"),
             slip_change_new_delete (SLIP_KIND_RELEASE, "r", NULL)));
  /* Text that looks like an id is none. */
  g_assert_false (overlap (slip_change_new_create (SLIP_KIND_PERSON, "p", NULL),
                           name_person ("q", "p")));
  g_assert_false (overlap (own_product (NULL, "p"), name_person ("p", "Lead")));
}

static SlipChange *
set_integer (SlipKind kind,
             const char *id,
             const char *owner,
             guint property,
             gint64 old_integer,
             gint64 new_integer)
{
  SlipChange *change = make_set (kind, id, owner, property, NULL, NULL);

  change->old_value = slip_value_new_integer (old_integer);
  change->new_value = slip_value_new_integer (new_integer);
  return change;
}

static SlipChange *
move (const char *release, guint property)
{
  SlipChange *change =
    make_set (SLIP_KIND_RELEASE, release, NULL, property, NULL, NULL);

  change->old_value = slip_value_new_date (slip_date_new (2026, 12, 8));
  change->new_value = slip_value_new_date (slip_date_new (2026, 12, 9));
  return change;
}

static SlipChange *
give_rule (const char *item, const char *release)
{
  return set_integer (SLIP_KIND_ITEM, item, release, SLIP_ITEM_DUE_ANCHOR,
                      SLIP_DUE_FIXED, SLIP_DUE_RELEASE);
}

static SlipChange *
set_status (const char *release, SlipStatus from, SlipStatus to)
{
  return set_integer (SLIP_KIND_RELEASE, release, NULL, SLIP_RELEASE_STATUS,
                      from, to);
}

static SlipChange *
add_holiday (void)
{
  return slip_change_new_create (SLIP_KIND_HOLIDAY, "h", "standard");
}

static void
test_rules (void)
{
  /* An item that follows the date as it is now would stay there. */
  g_assert_true (
    overlap (move ("r", SLIP_RELEASE_RELEASE_DATE), give_rule ("i", "r")));
  g_assert_true (
    overlap (give_rule ("i", "r"), move ("r", SLIP_RELEASE_DEPLOY_DATE)));
  g_assert_false (
    overlap (move ("r", SLIP_RELEASE_RELEASE_DATE), give_rule ("i", "s")));
  g_assert_false (overlap (give_rule ("i", "r"), give_rule ("j", "r")));
  g_assert_false (overlap (move ("r", SLIP_RELEASE_RELEASE_DATE),
                           make_set (SLIP_KIND_ITEM, "i", "r", SLIP_ITEM_NOTE,
                                     NULL, "Slides")));
  g_assert_false (overlap (move ("r", SLIP_RELEASE_RELEASE_DATE),
                           move ("r", SLIP_RELEASE_DEPLOY_DATE)));
  g_assert_true (overlap (move ("r", SLIP_RELEASE_RELEASE_DATE),
                          set_integer (SLIP_KIND_STAGE, "s", "r",
                                       SLIP_STAGE_START_IS_PINNED, 1, 0)));
}

static SlipChange *
pin (const char *item, const char *release)
{
  return set_integer (SLIP_KIND_ITEM, item, release, SLIP_ITEM_DUE_IS_PINNED, 0,
                      1);
}

/* Without its pin a part would be where its rule was, not where it is. */
static void
test_pins (void)
{
  SlipChange *note =
    make_set (SLIP_KIND_ITEM, "i", "r", SLIP_ITEM_NOTE, NULL, "Slides");

  g_assert_true (overlap (pin ("i", "r"), give_rule ("i", "r")));
  g_assert_true (overlap (give_rule ("i", "r"), pin ("i", "r")));
  g_assert_true (
    overlap (set_integer (SLIP_KIND_COMMUNICATION, "c", "r",
                          SLIP_COMMUNICATION_PLANNED_IS_PINNED, 0, 1),
             set_integer (SLIP_KIND_COMMUNICATION, "c", "r",
                          SLIP_COMMUNICATION_PLANNED_OFFSET, 1, 2)));
  g_assert_false (overlap (pin ("i", "r"), give_rule ("j", "r")));
  g_assert_false (overlap (pin ("i", "r"), note));
}

static void
test_what_moves_all (void)
{
  SlipStatus closed = SLIP_STATUS_RELEASED;

  g_assert_true (overlap (make_set (SLIP_KIND_RELEASE, "r", NULL,
                                    SLIP_RELEASE_PRODUCT, "p", "q"),
                          move ("r", SLIP_RELEASE_RELEASE_DATE)));
  g_assert_true (overlap (set_status ("r", SLIP_STATUS_READY, closed),
                          move ("r", SLIP_RELEASE_RELEASE_DATE)));
  g_assert_false (
    overlap (set_status ("r", SLIP_STATUS_PLANNED, SLIP_STATUS_READY),
             move ("r", SLIP_RELEASE_RELEASE_DATE)));
  g_assert_true (
    overlap (add_holiday (), move ("r", SLIP_RELEASE_RELEASE_DATE)));
  g_assert_true (overlap (give_rule ("i", "r"), add_holiday ()));
  g_assert_false (overlap (add_holiday (), name_person ("p", "Lead")));
}

static void
test_audiences (void)
{
  g_assert_true (overlap (make_set (SLIP_KIND_CHECKLIST, "c", "r",
                                    SLIP_CHECKLIST_AUDIENCE, "a", NULL),
                          make_set (SLIP_KIND_CHECKLIST, "d", "r",
                                    SLIP_CHECKLIST_AUDIENCE, NULL, "a")));
  g_assert_false (overlap (make_set (SLIP_KIND_CHECKLIST, "c", "r",
                                     SLIP_CHECKLIST_AUDIENCE, "a", NULL),
                           make_set (SLIP_KIND_CHECKLIST, "d", "s",
                                     SLIP_CHECKLIST_AUDIENCE, NULL, "a")));
}

static void
test_empty (void)
{
  g_autoptr (SlipChangeSet) a = slip_change_set_new (SLIP_VERB_EDIT, NULL);
  g_autoptr (SlipChangeSet) b = slip_change_set_new (SLIP_VERB_EDIT, NULL);

  g_assert_false (slip_overlap_find (a, b));
  slip_change_set_take (b, name_person ("p", "Lead"));
  g_assert_false (slip_overlap_find (a, b));
  g_assert_false (slip_overlap_find (b, a));
}

static SlipChange *
set_stage (const char *id, guint property, gint64 before, gint64 after)
{
  SlipChange *change = slip_change_new_create (SLIP_KIND_STAGE, id, "release");

  change->type = SLIP_CHANGE_SET;
  change->property = property;
  change->old_value = slip_value_new_integer (before);
  change->new_value = slip_value_new_integer (after);
  return change;
}

static void
test_rollout (void)
{
  g_assert_true (
    overlap (set_status ("release", SLIP_STATUS_READY, SLIP_STATUS_ON_HOLD),
             set_stage ("a", SLIP_STAGE_STATE, SLIP_STAGE_STATE_PLANNED,
                        SLIP_STAGE_STATE_ACTIVE)));
  g_assert_true (
    overlap (slip_change_new_create (SLIP_KIND_STAGE, "a", "release"),
             set_status ("release", SLIP_STATUS_READY,
                         SLIP_STATUS_ROLLING_OUT)));
  g_assert_true (overlap (set_stage ("a", SLIP_STAGE_SHARE, 500, 2500),
                          set_stage ("b", SLIP_STAGE_SHARE, 9000, 2500)));
  g_assert_true (overlap (set_stage ("a", SLIP_STAGE_STARTED_AT, 1, 2),
                          set_stage ("a", SLIP_STAGE_STATE, 3, 0)));
  g_assert_false (overlap (set_stage ("a", SLIP_STAGE_SHARE, 500, 2500),
                           set_stage ("a", SLIP_STAGE_PEOPLE, 1, 2)));

  /* What only has to agree moves no dates. */
  g_assert_false (
    overlap (set_status ("release", SLIP_STATUS_PLANNED, SLIP_STATUS_READY),
             make_set (SLIP_KIND_RELEASE, "release", NULL, SLIP_RELEASE_PRODUCT,
                       "p", "q")));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/overlap/properties/the-same-one-of-the-same-entity",
                   test_properties);
  g_test_add_func ("/overlap/entities/made-or-deleted", test_existence);
  g_test_add_func ("/overlap/references/to-what-comes-or-goes",
                   test_references);
  g_test_add_func ("/overlap/dates/rules-and-what-they-hang-on", test_rules);
  g_test_add_func ("/overlap/dates/a-pin-and-the-rule-under-it", test_pins);
  g_test_add_func ("/overlap/dates/what-moves-all-of-a-release",
                   test_what_moves_all);
  g_test_add_func ("/overlap/checklists/one-for-an-audience", test_audiences);
  g_test_add_func ("/overlap/rollout/status-and-stages", test_rollout);
  g_test_add_func ("/overlap/sets/nothing-overlaps-nothing", test_empty);
  return g_test_run ();
}

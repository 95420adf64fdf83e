/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-change-set.h"

static SlipChange *
new_rename (const char *id, const char *from, const char *to)
{
  g_autoptr (SlipRow) blank = slip_row_new (SLIP_KIND_PERSON, id, NULL, NULL);
  g_auto (SlipValue) old = slip_value_new_text (from);
  g_auto (SlipValue) new = slip_value_new_text (to);
  g_autoptr (SlipRow) row = slip_row_new_with (blank, SLIP_PERSON_NAME, &old);

  return slip_change_new_set (row, SLIP_PERSON_NAME, &new);
}

static SlipChangeSet *
new_set (void)
{
  SlipChangeSet *set = slip_change_set_new (SLIP_VERB_ADD, "Support lead");

  set->reason = g_strdup ("New in the team");
  slip_change_set_take (set,
                        slip_change_new_create (SLIP_KIND_PERSON, "a", NULL));
  slip_change_set_take (set, new_rename ("a", NULL, "Support lead"));
  slip_change_set_take (set, slip_change_new_delete (SLIP_KIND_AWAY, "b", "a"));
  return set;
}

static void
test_inverse_is_backwards (void)
{
  g_autoptr (SlipChangeSet) set = new_set ();
  g_autoptr (SlipChangeSet) inverse = slip_change_set_new_inverse (set);
  const SlipChange *first = inverse->changes->pdata[0];
  const SlipChange *second = inverse->changes->pdata[1];
  const SlipChange *third = inverse->changes->pdata[2];

  g_assert_cmpint (inverse->verb, ==, SLIP_VERB_ADD);
  g_assert_cmpstr (inverse->subject, ==, "Support lead");
  g_assert_cmpstr (inverse->reason, ==, "New in the team");
  g_assert_cmpuint (inverse->changes->len, ==, 3);
  g_assert_cmpint (first->type, ==, SLIP_CHANGE_CREATE);
  g_assert_cmpstr (first->owner, ==, "a");
  g_assert_cmpint (second->type, ==, SLIP_CHANGE_SET);
  g_assert_cmpstr (slip_value_get_text (&second->old_value), ==,
                   "Support lead");
  g_assert_cmpint (second->new_value.type, ==, SLIP_VALUE_NONE);
  g_assert_cmpint (third->type, ==, SLIP_CHANGE_DELETE);
}

static void
test_inverse_of_the_inverse_is_the_set (void)
{
  g_autoptr (SlipChangeSet) set = new_set ();
  g_autoptr (SlipChangeSet) inverse = slip_change_set_new_inverse (set);
  g_autoptr (SlipChangeSet) twice = slip_change_set_new_inverse (inverse);

  g_assert_true (slip_change_set_equal (set, twice));
  g_assert_false (slip_change_set_equal (set, inverse));
}

static void
test_equal_sees_each_part (void)
{
  for (int difference = 0; difference < 9; difference++) {
    g_autoptr (SlipChangeSet) a = new_set ();
    g_autoptr (SlipChangeSet) b = new_set ();
    SlipChange *change = b->changes->pdata[difference == 3 ? 0 : 1];

    g_assert_true (slip_change_set_equal (a, b));
    switch (difference) {
    case 0:
      b->verb = SLIP_VERB_EDIT;
      break;
    case 1:
      g_clear_pointer (&b->subject, g_free);
      break;
    case 2:
      g_clear_pointer (&b->reason, g_free);
      break;
    case 3:
      change->type = SLIP_CHANGE_DELETE;
      break;
    case 4:
      change->property = SLIP_PERSON_ROLE;
      break;
    case 5:
      change->kind = SLIP_KIND_PRODUCT;
      break;
    case 6:
      change->id[0] = 'z';
      break;
    case 7:
      slip_value_clear (&change->new_value);
      break;
    default:
      slip_change_set_take (b, new_rename ("a", "Support lead", "Docs lead"));
    }
    g_assert_false (slip_change_set_equal (a, b));
  }
}

static void
test_nicks_are_found_again (void)
{
  g_autoptr (GHashTable) nicks = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint verb = 0; verb < SLIP_N_VERBS; verb++) {
    const char *nick = slip_verb_get_nick ((SlipVerb) verb);

    g_assert_nonnull (nick);
    g_assert_true (g_hash_table_add (nicks, (char *) nick));
    g_assert_cmpuint (slip_verb_find (nick), ==, verb);
  }
  g_assert_cmpint (slip_verb_find ("of a later version"), ==, SLIP_VERB_EDIT);
  g_assert_cmpint (slip_verb_find (NULL), ==, SLIP_VERB_EDIT);
}

static void
test_describe_table (void)
{
  static const struct {
    SlipVerb verb;
    const char *subject;
    const char *text;
  } cases[] = {
    { SLIP_VERB_MOVE, "Payments 3.9", "move of Payments 3.9" },
    { SLIP_VERB_START, "25 % of Payments 3.9",
      "start of 25 % of Payments 3.9" },
    { SLIP_VERB_ROLL_BACK, "25 % of Payments 3.9",
      "roll back of 25 % of Payments 3.9" },
    { SLIP_VERB_UPDATE, NULL, "the update for a new version of Slipway" },
    { SLIP_VERB_STATUS, "Payments 3.9", "status change of Payments 3.9" },
    { SLIP_VERB_EDIT, NULL, "change of several things" },
    { SLIP_VERB_ADD, "100 %s %n", "addition of 100 %s %n" },
    { SLIP_VERB_SAMPLE, "anything", "the sample plan" },
    { SLIP_VERB_GENERATE, NULL, "the generated plan" },
    { SLIP_VERB_TEMPLATE, "Payments 3.9", "template for Payments 3.9" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text =
      slip_change_set_describe (cases[i].verb, cases[i].subject);

    g_assert_cmpstr (text, ==, cases[i].text);
  }

  for (guint verb = 0; verb < SLIP_N_VERBS; verb++) {
    g_autofree char *text = slip_change_set_describe ((SlipVerb) verb, "X");

    g_assert_null (g_strstr_len (text, -1, "%"));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/change-set/inverse/is-backwards",
                   test_inverse_is_backwards);
  g_test_add_func ("/change-set/inverse/of-the-inverse-is-the-set",
                   test_inverse_of_the_inverse_is_the_set);
  g_test_add_func ("/change-set/equal/sees-each-part",
                   test_equal_sees_each_part);
  g_test_add_func ("/change-set/nicks/are-found-again",
                   test_nicks_are_found_again);
  g_test_add_func ("/change-set/describe/table", test_describe_table);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-row.h"

#define ID "5f0c2b86-0b0a-4e56-9d3c-6f1f4a1f8a11"

static void
test_new_has_defaults (void)
{
  for (guint kind = 0; kind < SLIP_N_KINDS; kind++) {
    const SlipKindInfo *info = slip_schema_get ((SlipKind) kind);
    g_autoptr (SlipRow) row = slip_row_new ((SlipKind) kind, ID, NULL, NULL);

    g_assert_true (slip_row_is_default (row));
    g_assert_cmpint (slip_row_get_kind (row), ==, kind);
    for (guint i = 0; i < info->n_properties; i++) {
      SlipValue value = slip_property_get_default (&info->properties[i]);

      g_assert_true (slip_value_equal (slip_row_peek (row, i), &value));
    }
  }
}

static void
test_new_takes_values (void)
{
  SlipValue values[SLIP_AWAY_N_PROPERTIES] = {
    [SLIP_AWAY_FIRST_DAY] = slip_value_new_date (slip_date_new (2026, 1, 2)),
    [SLIP_AWAY_LAST_DAY] = slip_value_new_date (slip_date_new (2026, 1, 9)),
    [SLIP_AWAY_NOTE] = slip_value_new_text ("Skiing"),
  };
  g_autoptr (SlipRow) row = slip_row_new (SLIP_KIND_AWAY, ID, "owner", values);

  g_assert_cmpstr (slip_row_get_id (row), ==, ID);
  g_assert_cmpstr (slip_row_get_owner (row), ==, "owner");
  g_assert_cmpstr (slip_row_get_text (row, SLIP_AWAY_NOTE), ==, "Skiing");
  g_assert_cmpint (slip_date_get_day (
                     slip_row_get_date (row, SLIP_AWAY_LAST_DAY)),
                   ==, 9);
  g_assert_false (slip_row_is_default (row));
}

/* What is not given is not even looked at: here it is a text that is none. */
static void
test_given_are_the_only_values (void)
{
  SlipValue values[SLIP_AWAY_N_PROPERTIES] = {
    [SLIP_AWAY_FIRST_DAY] = { .type = SLIP_VALUE_TEXT, .text = (char *) 1 },
    [SLIP_AWAY_LAST_DAY] = slip_value_new_date (slip_date_new (2026, 1, 9)),
    [SLIP_AWAY_NOTE] = SLIP_VALUE_INIT,
  };
  g_autoptr (SlipRow) row =
    slip_row_new_given (SLIP_KIND_AWAY, ID, "owner", values,
                        1 << SLIP_AWAY_LAST_DAY | 1 << SLIP_AWAY_NOTE);

  g_assert_false (
    slip_date_is_set (slip_row_get_date (row, SLIP_AWAY_FIRST_DAY)));
  g_assert_cmpint (slip_date_get_day (
                     slip_row_get_date (row, SLIP_AWAY_LAST_DAY)),
                   ==, 9);
  g_assert_null (slip_row_get_text (row, SLIP_AWAY_NOTE));
}

static void
test_with_leaves_the_original (void)
{
  g_autoptr (SlipRow) row = slip_row_new (SLIP_KIND_PERSON, ID, NULL, NULL);
  g_auto (SlipValue) name = slip_value_new_text ("Support lead");
  SlipValue retired = slip_value_new_integer (TRUE);
  g_autoptr (SlipRow) named = slip_row_new_with (row, SLIP_PERSON_NAME, &name);
  SlipRow *both = slip_row_new_with (named, SLIP_PERSON_IS_RETIRED, &retired);

  g_assert_null (slip_row_get_text (row, SLIP_PERSON_NAME));
  g_assert_false (slip_row_get_boolean (named, SLIP_PERSON_IS_RETIRED));
  g_assert_true (slip_row_get_boolean (both, SLIP_PERSON_IS_RETIRED));
  g_assert_cmpstr (slip_row_get_text (both, SLIP_PERSON_NAME), ==,
                   "Support lead");
  slip_row_unref (both);
  g_assert_cmpstr (slip_row_get_text (named, SLIP_PERSON_NAME), ==,
                   "Support lead");
}

/* Values of a new entity take no room, but can be read and come back. */
static void
test_with_default_is_default_again (void)
{
  for (guint kind = 0; kind < SLIP_N_KINDS; kind++) {
    const SlipKindInfo *info = slip_schema_get ((SlipKind) kind);
    g_autoptr (SlipRow) row = slip_row_new ((SlipKind) kind, ID, NULL, NULL);

    g_assert_cmpuint (info->n_properties, <=, SLIP_ROW_MAX_PROPERTIES);
    for (guint i = 0; i < info->n_properties; i++) {
      SlipValue before = slip_property_get_default (&info->properties[i]);
      SlipValue seven = slip_value_new_integer (7);
      g_autoptr (SlipRow) set = slip_row_new_with (row, i, &seven);
      g_autoptr (SlipRow) reset = slip_row_new_with (set, i, &before);

      g_assert_cmpint (slip_row_get_integer (set, i), ==, 7);
      g_assert_false (slip_row_is_default (set));
      g_assert_true (slip_row_is_default (reset));
      for (guint j = 0; j < info->n_properties; j++)
        g_assert_true (j == i || slip_value_equal (slip_row_peek (set, j),
                                                   slip_row_peek (row, j)));
    }
  }
}

static void
test_reference_keeps_it (void)
{
  SlipRow *row = slip_row_new (SLIP_KIND_PERSON, ID, NULL, NULL);
  g_autoptr (SlipRow) held = slip_row_ref (row);

  slip_row_unref (row);
  g_assert_cmpstr (slip_row_get_id (held), ==, ID);
}

static void
test_ids_are_uuids_and_differ (void)
{
  g_autoptr (GHashTable) seen =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int i = 0; i < 1000; i++) {
    char *id = slip_id_new ();

    g_assert_true (g_uuid_string_is_valid (id));
    g_assert_cmpint (id[14], ==, '4');
    g_assert_true (g_hash_table_add (seen, id));
  }
}

/* The first is what SHA-1 of the name gives, as RFC 9562 has it for version 5:
 * files have ids like it, so it must stay. */
static void
test_derived_ids_are_the_same_each_time (void)
{
  g_autofree char *id = slip_id_new_derived ("slipway-template/full-launch");
  g_autofree char *same = slip_id_new_derived ("slipway-template/full-launch");
  g_autofree char *other = slip_id_new_derived ("slipway-template/fix");

  g_assert_cmpstr (id, ==, "cba0a699-93a6-53db-ab46-bfd40b1c6910");
  g_assert_cmpstr (same, ==, id);
  g_assert_cmpstr (other, !=, id);
  g_assert_true (g_uuid_string_is_valid (id));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/row/new/has-defaults", test_new_has_defaults);
  g_test_add_func ("/row/new/takes-values", test_new_takes_values);
  g_test_add_func ("/row/new/given-are-the-only-values",
                   test_given_are_the_only_values);
  g_test_add_func ("/row/with/leaves-the-original",
                   test_with_leaves_the_original);
  g_test_add_func ("/row/with/default-is-default-again",
                   test_with_default_is_default_again);
  g_test_add_func ("/row/ref/keeps-it", test_reference_keeps_it);
  g_test_add_func ("/row/id/are-uuids-and-differ",
                   test_ids_are_uuids_and_differ);
  g_test_add_func ("/row/id/derived-are-the-same-each-time",
                   test_derived_ids_are_the_same_each_time);

  return g_test_run ();
}

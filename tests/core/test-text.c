/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-text.h"

static void
assert_same (const char *a, const char *b)
{
  g_autofree char *folded_a = slip_text_fold (a);
  g_autofree char *folded_b = slip_text_fold (b);

  g_assert_cmpstr (folded_a, ==, folded_b);
}

static void
test_capitals_and_spelling_do_not_matter (void)
{
  assert_same ("Support LEAD", "support lead");
  assert_same ("Stra\303\237e", "STRASSE");
  assert_same ("Caf\303\251", "cafe\314\201");
}

static void
test_directions_do_not_matter (void)
{
  assert_same ("\u200f\u2068Mobile 4.2\u2069 «\u2068Beta\u2069»",
               "mobile 4.2 «beta»");
  assert_same ("\u202aMobile\u202c", "mobile");
  assert_same ("\u200e", "");
  assert_same ("“Mobile” – 4.2", "“mobile” – 4.2");
}

static void
test_accents_matter (void)
{
  g_autofree char *with = slip_text_fold ("Caf\303\251");
  g_autofree char *without = slip_text_fold ("Cafe");

  g_assert_cmpstr (with, !=, without);
}

static void
test_what_is_no_text_is_nothing (void)
{
  assert_same ("\377\376", "");
}

static void
test_members_of_a_list_are_parted (void)
{
  g_autoptr (GString) list = g_string_new (NULL);

  slip_text_append_member (list, "Sales");
  g_assert_cmpstr (list->str, ==, "Sales");
  slip_text_append_member (list, "Support");
  slip_text_append_member (list, "Legal");
  g_assert_cmpstr (list->str, ==, "Sales, Support, Legal");
}

static void
test_blanks_say_nothing (void)
{
  g_assert_true (slip_text_is_blank (NULL));
  g_assert_true (slip_text_is_blank (""));
  g_assert_true (slip_text_is_blank (" \t\n"));
  g_assert_true (slip_text_is_blank ("\302\240"));
  g_assert_true (slip_text_is_blank ("\342\200\213"));
  g_assert_false (slip_text_is_blank (" a"));
  g_assert_false (slip_text_is_blank ("."));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/capitals-and-spelling-do-not-matter",
                   test_capitals_and_spelling_do_not_matter);
  g_test_add_func ("/text/directions-do-not-matter",
                   test_directions_do_not_matter);
  g_test_add_func ("/text/accents-matter", test_accents_matter);
  g_test_add_func ("/text/what-is-no-text-is-nothing",
                   test_what_is_no_text_is_nothing);
  g_test_add_func ("/text/members-of-a-list-are-parted",
                   test_members_of_a_list_are_parted);
  g_test_add_func ("/text/blanks-say-nothing", test_blanks_say_nothing);

  return g_test_run ();
}

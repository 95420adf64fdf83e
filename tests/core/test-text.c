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

/* LRE, RLE, PDF, LRO, RLO, LRI, RLI, FSI and PDI. */
#define LRE "\342\200\252"
#define PDF "\342\200\254"
#define RLO "\342\200\256"
#define RLI "\342\201\247"
#define FSI "\342\201\250"
#define PDI "\342\201\251"

static void
test_directions_end_with_their_text (void)
{
  static const struct {
    const char *text;
    const char *contained;
  } cases[] = {
    { "", "" },
    { "Sales \342\200\223 twice", "Sales \342\200\223 twice" },
    /* Not closed. */
    { "Pay" RLO "ments moved", "Payments moved" },
    { LRE RLO RLI "Payments moved", "Payments moved" },
    { RLO "one\n" RLI "two\n", "one\ntwo\n" },
    { RLI "one\n" PDI "two", "one\ntwo" },
    /* Closed. */
    { "Pay" RLO "ments" PDF " moved", "Pay" RLO "ments" PDF " moved" },
    { RLI LRE "a" PDF "b" PDI, RLI LRE "a" PDF "b" PDI },
    { FSI "Pay" RLO "ments" PDI " moved", FSI "Pay" RLO "ments" PDI " moved" },
    /* Closes nothing. */
    { "Pay" PDF "ments" PDI, "Payments" },
    { LRE FSI "a" PDF "b" PDI "c" PDF, LRE FSI "ab" PDI "c" PDF },
    { FSI "Pay" PDI RLO "ments" PDI " moved", FSI "Pay" PDI "ments moved" },
    { RLO FSI "a" PDI "b", FSI "a" PDI "b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *contained = slip_text_dup_contained (cases[i].text);
    g_autofree char *again = slip_text_dup_contained (contained);

    g_assert_cmpstr (contained, ==, cases[i].contained);
    g_assert_cmpstr (again, ==, contained);
  }
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
  g_test_add_func ("/text/directions-end-with-their-text",
                   test_directions_end_with_their_text);
  g_test_add_func ("/text/blanks-say-nothing", test_blanks_say_nothing);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../known-leaks.h"
#include "slip-locale.h"

#include <libintl.h>
#include <locale.h>

#define HELP_PACKAGE GETTEXT_PACKAGE "-help"

/* GLib 2.74 forgets the folders of a test that is over. */
KNOWN_LEAKS ("leak:g_set_user_dirs\n")

/* The C library knows now where the texts are. */
static void
test_texts_are_where_they_were_installed (void)
{
  g_unsetenv ("SLIPWAY_LOCALE_DIR");
  slip_locale_begin ();

  g_assert_cmpstr (textdomain (NULL), ==, GETTEXT_PACKAGE);
  g_assert_cmpstr (bindtextdomain (GETTEXT_PACKAGE, NULL), ==, LOCALEDIR);
  g_assert_cmpstr (bindtextdomain (HELP_PACKAGE, NULL), ==, LOCALEDIR);
}

static void
test_texts_are_where_the_environment_says (void)
{
  g_setenv ("SLIPWAY_LOCALE_DIR", g_get_tmp_dir (), TRUE);
  slip_locale_begin ();
  g_unsetenv ("SLIPWAY_LOCALE_DIR");

  g_autofree char *help = g_build_filename (g_get_tmp_dir (), "help", NULL);

  g_assert_cmpstr (bindtextdomain (GETTEXT_PACKAGE, NULL), ==,
                   g_get_tmp_dir ());
  g_assert_cmpstr (bindtextdomain (HELP_PACKAGE, NULL), ==, help);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/locale/texts-are-where-they-were-installed",
                   test_texts_are_where_they_were_installed);
  g_test_add_func ("/locale/texts-are-where-the-environment-says",
                   test_texts_are_where_the_environment_says);

  return g_test_run ();
}

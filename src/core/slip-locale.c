/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-locale.h"

#include <libintl.h>
#include <locale.h>

/* In the build folder a catalogue lies where its sources do. */
static void
bind_help (const char *folder)
{
  g_autofree char *below =
    folder != NULL ? g_build_filename (folder, "help", NULL) : NULL;

  bindtextdomain (GETTEXT_PACKAGE "-help", below != NULL ? below : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE "-help", "UTF-8");
}

void
slip_locale_begin (void)
{
  const char *folder = g_getenv ("SLIPWAY_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  bind_help (folder);
}

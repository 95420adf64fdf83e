/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-locale.h"

#include <libintl.h>
#include <locale.h>

void
slip_locale_begin (void)
{
  const char *folder = g_getenv ("SLIPWAY_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-application.h"
#include "slip-locale.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

/* A thread's own heap grows by a page at a time: the one that reads a large
 * plan would ask the system ten thousand times. */
static void
share_heap (void)
{
#ifdef __GLIBC__
  mallopt (M_ARENA_MAX, 1);
#endif
}

int
main (int argc, char *argv[])
{
  share_heap ();
  slip_locale_begin ();

  g_autoptr (SlipApplication) application = slip_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <sanitizer/lsan_interface.h>

/*
 * Only in builds for the leak checker.  GLib makes its table of quarks while
 * the library is initialised; at the 2,049th it makes a larger one and leaves
 * the old one alone for good, since it is read without a lock.  A program with
 * a window has more quarks than that.  So what libraries allocate before main()
 * is not counted: this file's two functions run before and after that.
 */
static void
begin_initialisation (int argc, char *argv[], char *environment[])
{
  __lsan_disable ();
}

typedef void (*Initialiser) (int argc, char *argv[], char *environment[]);

__attribute__ ((section (".preinit_array"),
                used)) static const Initialiser initialiser =
  begin_initialisation;

__attribute__ ((constructor)) static void
end_initialisation (void)
{
  __lsan_enable ();
}

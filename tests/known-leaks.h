/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/*
 * What the leak checker is to pass over in one program of tests: leaks of
 * libraries.  Stacks are kept whole there, as it knows a leak by the functions
 * or libraries in its stack.  Nothing without the leak checker.
 */
const char *__asan_default_options (void);
const char *__lsan_default_suppressions (void);

#define KNOWN_LEAKS(list_)                                                     \
  const char *__asan_default_options (void)                                    \
  {                                                                            \
    return "fast_unwind_on_malloc=0";                                          \
  }                                                                            \
  const char *__lsan_default_suppressions (void)                               \
  {                                                                            \
    return list_;                                                              \
  }

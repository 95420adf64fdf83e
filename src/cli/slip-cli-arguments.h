/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-cli-session.h"
#include "slip-release.h"

G_BEGIN_DECLS

typedef struct _SlipCliVerb SlipCliVerb;

/**
 * SlipCliVerb:
 * @name: one word or two: `list`, `freeze add`
 * @usage: what follows it
 * @summary: what it does, to be translated
 * @n_least: how many arguments it takes at least, options not counted
 * @n_most: how many it takes at most, -1 for any number
 * @run: reads its arguments, opens the plan and does it
 *
 * One command of the command line.
 */
struct _SlipCliVerb {
  const char *name;
  const char *usage;
  const char *summary;
  int n_least;
  int n_most;
  gboolean (*run) (SlipCli *cli,
                   const SlipCliVerb *verb,
                   char ***arguments,
                   GError **error);
};

/**
 * slip_cli_fail_usage:
 * @what: what is wrong with the command line, a sentence for people
 *
 * Returns: %FALSE, with @error set
 */
gboolean slip_cli_fail_usage (GError **error, const char *what);

/**
 * slip_cli_parse:
 * @entries: the options of @verb, ended as GOption wants it; texts as file
 *   names, so that no locale gets between
 * @arguments: (inout): the command line from the program's name on, without the
 *   verb; what is left are the arguments that are no options
 *
 * Reads the options of @verb.  Prints help and ends the program if that is
 * asked for.
 */
gboolean slip_cli_parse (SlipCli *cli,
                         const SlipCliVerb *verb,
                         const GOptionEntry *entries,
                         char ***arguments,
                         GError **error);

/* The options that every command takes; for g_option_context_add_main_entries.
 */
void slip_cli_add_options (SlipCli *cli, GOptionContext *context);

/**
 * slip_cli_parse_date:
 *
 * Reads a day as slip_typed_date_parse() does: ISO 8601, `today`, `friday`,
 * days from today as `+3` or `-3`.
 */
gboolean slip_cli_parse_date (SlipCli *cli,
                              const char *text,
                              SlipDate *date,
                              GError **error);

/* As above, for the last day of something that only begins to count. */
gboolean slip_cli_parse_last_day (SlipCli *cli,
                                  const char *text,
                                  SlipDate *date,
                                  GError **error);

/**
 * slip_cli_parse_range:
 * @from: (nullable): its first day or a period that it begins with
 * @to: (nullable): its last day or a period that it ends with
 *
 * Reads the ends of a range that may be open; unset if both are %NULL.
 */
gboolean slip_cli_parse_range (SlipCli *cli,
                               const char *from,
                               const char *to,
                               SlipRange *range,
                               GError **error);

/**
 * slip_cli_parse_planned:
 *
 * Reads a planned date: a day as slip_cli_parse_date() does, which is
 * confirmed; `2026-W50`, `2026-12`, `2026-Q4`, `next week` for some day of a
 * week, month or quarter; `unscheduled` or nothing for none.
 */
gboolean slip_cli_parse_planned (SlipCli *cli,
                                 const char *text,
                                 SlipPlannedDate *planned,
                                 GError **error);

/**
 * slip_cli_parse_weekdays:
 *
 * Reads days of the week: `mon,wed`, `sat-mon`.
 *
 * Returns: bit i - 1 for ISO weekday i, or 0 with an error.
 */
guint slip_cli_parse_weekdays (const char *text, GError **error);

/* The same for months: `11,12`, `nov-jan`; bit i - 1 for month i. */
guint slip_cli_parse_months (const char *text, GError **error);

/* (transfer full): the opposite of the two: `mon,wed`, `nov,dec`. */
char *slip_cli_dup_weekdays (guint mask);
char *slip_cli_dup_months (guint mask);

/**
 * slip_cli_find_enum:
 *
 * Returns: the index of the value that @text names by its nick or its label,
 * in any case, or -1.
 */
int slip_cli_find_enum (const SlipEnumValue *values, const char *text);

/**
 * slip_cli_parse_status:
 *
 * Returns: the status that @text names as slip_cli_find_enum() does, or -1 with
 * an error that lists them.
 */
int slip_cli_parse_status (const char *text, GError **error);

G_END_DECLS

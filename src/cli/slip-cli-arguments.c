/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-arguments.h"

#include "slip-typed-date.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *const weekday_names[] = {
  "mon", "tue", "wed", "thu", "fri", "sat", "sun",
};

static const char *const month_names[] = {
  "jan", "feb", "mar", "apr", "may", "jun",
  "jul", "aug", "sep", "oct", "nov", "dec",
};

void
slip_cli_add_options (SlipCli *cli, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "db", 0, 0, G_OPTION_ARG_FILENAME, &cli->db, N_ ("The plan"),
      N_ ("FILE") },
    { "as", 0, 0, G_OPTION_ARG_FILENAME, &cli->as, N_ ("Who makes the change"),
      N_ ("PERSON") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &cli->is_json,
      N_ ("Print JSON with stable keys"), NULL },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

gboolean
slip_cli_fail_usage (GError **error, const char *what)
{
  g_set_error_literal (error, SLIP_CLI_ERROR, SLIP_CLI_ERROR_USAGE, what);
  return FALSE;
}

static gboolean
check_count (const SlipCliVerb *verb, char **arguments, GError **error)
{
  int n = (int) g_strv_length (arguments);

  if (n >= verb->n_least && (verb->n_most < 0 || n <= verb->n_most))
    return TRUE;
  g_set_error (error, SLIP_CLI_ERROR, SLIP_CLI_ERROR_USAGE,
               _ ("Usage: slipway-cli %s %s"), verb->name, verb->usage);
  return FALSE;
}

gboolean
slip_cli_parse (SlipCli *cli,
                const SlipCliVerb *verb,
                const GOptionEntry *entries,
                char ***arguments,
                GError **error)
{
  g_autofree char *usage = g_strdup_printf ("%s %s", verb->name, verb->usage);
  g_autoptr (GOptionContext) context = g_option_context_new (usage);

  g_option_context_set_summary (context, _ (verb->summary));
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  slip_cli_add_options (cli, context);
  if (!g_option_context_parse_strv (context, arguments, error))
    return FALSE;

  /* The program's name goes, and so does a '--' that only ended options. */
  char **from = *arguments;
  guint n_gone = from[1] != NULL && strcmp (from[1], "--") == 0 ? 2 : 1;
  for (guint i = 0; i < n_gone; i++)
    g_free (from[i]);
  memmove (from, from + n_gone,
           (g_strv_length (from + n_gone) + 1) * sizeof (char *));
  return check_count (verb, *arguments, error);
}

static gboolean
fail_date (const char *text, GError **error)
{
  g_set_error (error, SLIP_CLI_ERROR, SLIP_CLI_ERROR_USAGE,
               _ ("“%s” is no date; dates are written like 2026-12-08"), text);
  return FALSE;
}

/* The same words as in a window; a period is one only if @may_be_period. */
static gboolean
parse_typed (SlipCli *cli,
             const char *text,
             gboolean may_be_period,
             SlipPlannedDate *planned,
             GError **error)
{
  SlipDate today = slip_clock_get_today (cli->clock);

  *planned = slip_typed_date_parse (text, today, NULL);
  if (!slip_date_is_set (planned->date) ||
      (!may_be_period && planned->certainty != SLIP_CERTAINTY_CONFIRMED))
    return fail_date (text, error);
  return TRUE;
}

gboolean
slip_cli_parse_date (SlipCli *cli,
                     const char *text,
                     SlipDate *date,
                     GError **error)
{
  SlipPlannedDate planned;

  if (!parse_typed (cli, text, FALSE, &planned, error))
    return FALSE;
  *date = planned.date;
  return TRUE;
}

gboolean
slip_cli_parse_last_day (SlipCli *cli,
                         const char *text,
                         SlipDate *date,
                         GError **error)
{
  if (!slip_cli_parse_date (cli, text, date, error))
    return FALSE;
  if (!slip_date_is_before (*date, slip_clock_get_today (cli->clock)))
    return TRUE;

  g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
                       _ ("The last day is already past"));
  return FALSE;
}

gboolean
slip_cli_parse_range (SlipCli *cli,
                      const char *from,
                      const char *to,
                      SlipRange *range,
                      GError **error)
{
  SlipPlannedDate first = { slip_date_new (1, 1, 1), SLIP_CERTAINTY_CONFIRMED };
  SlipPlannedDate last = { slip_date_new (9999, 12, 31),
                           SLIP_CERTAINTY_CONFIRMED };

  range->first = range->last = SLIP_DATE_NONE;
  if (from == NULL && to == NULL)
    return TRUE;
  if ((from != NULL && !parse_typed (cli, from, TRUE, &first, error)) ||
      (to != NULL && !parse_typed (cli, to, TRUE, &last, error)))
    return FALSE;
  range->first = first.date;
  range->last = slip_planned_date_get_period (last).last;
  if (!slip_date_is_before (range->last, range->first))
    return TRUE;

  g_set_error_literal (error, SLIP_CLI_ERROR, SLIP_CLI_ERROR_USAGE,
                       _ ("The last day is before the first"));
  return FALSE;
}

gboolean
slip_cli_parse_planned (SlipCli *cli,
                        const char *text,
                        SlipPlannedDate *planned,
                        GError **error)
{
  if (*text == '\0' || strcmp (text, "unscheduled") == 0) {
    *planned = SLIP_UNSCHEDULED;
    return TRUE;
  }
  return parse_typed (cli, text, TRUE, planned, error);
}

static int
find_name (const char *text, const char *const *names, int n_names)
{
  gint64 number;

  for (int i = 0; i < n_names; i++) {
    if (g_ascii_strcasecmp (text, names[i]) == 0)
      return i;
  }
  if (g_ascii_string_to_signed (text, 10, 1, n_names, &number, NULL))
    return (int) number - 1;
  return -1;
}

/* One name, or two with a dash between; 0 if it is neither. */
static guint
parse_span (const char *text, const char *const *names, int n_names)
{
  g_auto (GStrv) ends = g_strsplit (text, "-", 2);
  guint mask = 0;

  if (ends[0] == NULL)
    return 0;
  int first = find_name (ends[0], names, n_names);
  int last = ends[1] != NULL ? find_name (ends[1], names, n_names) : first;
  if (first < 0 || last < 0)
    return 0;
  for (int i = first;; i = (i + 1) % n_names) {
    mask |= 1u << i;
    if (i == last)
      return mask;
  }
}

static guint
parse_mask (const char *text,
            const char *const *names,
            int n_names,
            GError **error)
{
  g_auto (GStrv) spans = g_strsplit (text, ",", -1);
  guint mask = 0;

  for (char **span = spans; *span != NULL; span++) {
    guint part = parse_span (g_strstrip (*span), names, n_names);
    if (part == 0) {
      mask = 0;
      break;
    }
    mask |= part;
  }
  if (mask == 0)
    g_set_error (error, SLIP_CLI_ERROR, SLIP_CLI_ERROR_USAGE,
                 _ ("“%s” cannot be read; write it like %s,%s or %s-%s"), text,
                 names[0], names[2], names[0], names[4]);
  return mask;
}

guint
slip_cli_parse_weekdays (const char *text, GError **error)
{
  return parse_mask (text, weekday_names, G_N_ELEMENTS (weekday_names), error);
}

guint
slip_cli_parse_months (const char *text, GError **error)
{
  return parse_mask (text, month_names, G_N_ELEMENTS (month_names), error);
}

static char *
dup_mask (guint mask, const char *const *names, guint n_names)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_names; i++) {
    if (mask & (1u << i))
      g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "", names[i]);
  }
  return g_string_free (text, FALSE);
}

char *
slip_cli_dup_weekdays (guint mask)
{
  return dup_mask (mask, weekday_names, G_N_ELEMENTS (weekday_names));
}

char *
slip_cli_dup_months (guint mask)
{
  return dup_mask (mask, month_names, G_N_ELEMENTS (month_names));
}

static gboolean
is_same_text (const char *a, const char *b)
{
  g_autofree char *folded_a = g_utf8_casefold (a, -1);
  g_autofree char *folded_b = g_utf8_casefold (b, -1);

  return g_str_equal (folded_a, folded_b);
}

int
slip_cli_find_enum (const SlipEnumValue *values, const char *text)
{
  for (int i = 0; values[i].nick != NULL; i++)
    if (is_same_text (text, values[i].nick) ||
        is_same_text (text, values[i].label) ||
        is_same_text (text, slip_enum_value_get_label (&values[i])))
      return i;

  return -1;
}

int
slip_cli_parse_status (const char *text, GError **error)
{
  const SlipProperty *property =
    slip_schema_get_property (SLIP_KIND_RELEASE, SLIP_RELEASE_STATUS);
  int status = slip_cli_find_enum (property->values, text);

  if (status >= 0)
    return status;
  g_autoptr (GString) nicks = g_string_new (NULL);
  for (guint i = 0; property->values[i].nick != NULL; i++)
    g_string_append_printf (nicks, "%s%s", i > 0 ? ", " : "",
                            property->values[i].nick);
  g_set_error (error, SLIP_CLI_ERROR, SLIP_CLI_ERROR_USAGE,
               _ ("“%s” is no status; they are: %s"), text, nicks->str);
  return -1;
}

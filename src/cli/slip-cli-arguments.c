/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-arguments.h"

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
    { "db", 0, 0, G_OPTION_ARG_FILENAME, &cli->db,
      N_ ("The plan"), N_ ("FILE") },
      { "as", 0, 0, G_OPTION_ARG_FILENAME, &cli->as,
        N_ ("Who makes the change"), N_ ("PERSON") },
        { "json", 0, 0, G_OPTION_ARG_NONE, &cli->is_json,
          N_ ("Print JSON with stable keys"), NULL },
          { NULL },
       };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
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

gboolean
slip_cli_parse_date (SlipCli *cli,
                     const char *text,
                     SlipDate *date,
                     GError **error)
{
  gint64 n_days;

  if (strcmp (text, "today") == 0) {
    *date = slip_clock_get_today (cli->clock);
    return TRUE;
  }
  if (*text == '+' || *text == '-') {
    if (!g_ascii_isdigit (text[1]) ||
        !g_ascii_string_to_signed (*text == '+' ? text + 1 : text, 10, -99999,
                                   99999, &n_days, NULL))
      return fail_date (text, error);
    *date =
      slip_date_add_days (slip_clock_get_today (cli->clock), (int) n_days);
    return TRUE;
  }
  *date = slip_date_parse (text);
  return slip_date_is_set (*date) || fail_date (text, error);
}

/* The Monday of week @week of @year, unset if the year has no such week. */
static SlipDate
find_week (int year, int week)
{
  SlipDate in_first_week = slip_date_new (year, 1, 4);
  SlipDate monday = slip_date_get_week_start (in_first_week, SLIP_MONDAY);
  SlipDate found = slip_date_add_days (monday, 7 * (week - 1));

  if (week < 1 || slip_date_get_iso_week (found) != week)
    return SLIP_DATE_NONE;
  return found;
}

/* Whether @text is like @pattern, in which 9 stands for a digit. */
static gboolean
is_like (const char *text, const char *pattern)
{
  while (*text != '\0' && *pattern != '\0') {
    if (*pattern == '9' ? !g_ascii_isdigit (*text) : *text != *pattern)
      return FALSE;
    text++;
    pattern++;
  }
  return *text == *pattern;
}

gboolean
slip_cli_parse_planned (SlipCli *cli,
                        const char *text,
                        SlipPlannedDate *planned,
                        GError **error)
{
  int year = atoi (text);

  if (*text == '\0' || strcmp (text, "unscheduled") == 0) {
    *planned = SLIP_UNSCHEDULED;
    return TRUE;
  }
  if (is_like (text, "9999-W99")) {
    planned->certainty = SLIP_CERTAINTY_WEEK;
    planned->date =
      year > 0 ? find_week (year, atoi (text + 6)) : SLIP_DATE_NONE;
  } else if (is_like (text, "9999-99")) {
    planned->certainty = SLIP_CERTAINTY_MONTH;
    planned->date = slip_date_new (year, atoi (text + 5), 1);
  } else if (is_like (text, "9999-Q9")) {
    planned->certainty = SLIP_CERTAINTY_QUARTER;
    planned->date = slip_date_new (year, 3 * atoi (text + 6) - 2, 1);
  } else {
    planned->certainty = SLIP_CERTAINTY_CONFIRMED;
    return slip_cli_parse_date (cli, text, &planned->date, error);
  }
  return slip_date_is_set (planned->date) || fail_date (text, error);
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

int
slip_cli_parse_status (const char *text, GError **error)
{
  const SlipProperty *property =
    slip_schema_get_property (SLIP_KIND_RELEASE, SLIP_RELEASE_STATUS);
  int status = slip_enum_find (property->values, text);

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

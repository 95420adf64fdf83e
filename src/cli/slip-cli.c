/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-print.h"
#include "slip-cli-verbs.h"
#include "slip-locale.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* What the program ends with. */
#define EXIT_FAILED    1
#define EXIT_USAGE     2
#define EXIT_NOT_READY 3

static const SlipCliVerb *const tables[] = {
  slip_cli_list_verbs,      slip_cli_release_verbs,   slip_cli_history_verbs,
  slip_cli_entity_verbs,    slip_cli_exception_verbs, slip_cli_flag_verbs,
  slip_cli_freeze_verbs,    slip_cli_calendar_verbs,  slip_cli_holidays_verbs,
  slip_cli_import_verbs,    slip_cli_plan_verbs,      slip_cli_agenda_verbs,
  slip_cli_ready_verbs,     slip_cli_checklist_verbs, slip_cli_item_verbs,
  slip_cli_knowledge_verbs, slip_cli_template_verbs,  slip_cli_status_verbs,
  slip_cli_feeds_verbs,     slip_cli_feed_verbs,      slip_cli_sync_verbs,
  slip_cli_accept_verbs,    slip_cli_what_if_verbs,   slip_cli_conflict_verbs,
  slip_cli_criterion_verbs, slip_cli_decide_verbs,    slip_cli_stage_verbs,
  slip_cli_truth_verbs,     slip_cli_search_verbs,
};

/* Whether @verb is what @words begin with; says how many words its name has. */
static gboolean
is_named (const SlipCliVerb *verb, char **words, guint *n_words)
{
  g_auto (GStrv) names = g_strsplit (verb->name, " ", -1);

  *n_words = g_strv_length (names);
  for (guint i = 0; i < *n_words; i++) {
    if (words[i] == NULL || strcmp (words[i], names[i]) != 0)
      return FALSE;
  }
  return TRUE;
}

static const SlipCliVerb *
find_verb (char **words, guint *n_words)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
    for (const SlipCliVerb *verb = tables[i]; verb->name != NULL; verb++) {
      if (is_named (verb, words, n_words))
        return verb;
    }
  }
  return NULL;
}

/* The commands that begin with @word, all for %NULL; empty if there are none.
 */
static char *
dup_verbs (const char *word)
{
  GString *text = g_string_new (NULL);
  g_autofree char *beginning =
    g_strconcat (word != NULL ? word : "", " ", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
    for (const SlipCliVerb *verb = tables[i]; verb->name != NULL; verb++) {
      if (word != NULL && !g_str_has_prefix (verb->name, beginning))
        continue;
      g_autofree char *both =
        g_strdup_printf ("%s %s", verb->name, verb->usage);
      g_string_append_printf (text, "  %-36s %s\n", both, _ (verb->summary));
    }
  }
  return g_string_free (text, FALSE);
}

/* Fails with what could have been meant, or prints that if help is asked for.
 */
static gboolean
fail_verb (char **words, GError **error)
{
  g_autofree char *verbs = words[0] != NULL ? dup_verbs (words[0]) : NULL;

  if (words[0] == NULL) {
    g_set_error_literal (
      error, SLIP_CLI_ERROR, SLIP_CLI_ERROR_USAGE,
      _ ("A command is missing; “slipway-cli --help” lists them"));
  } else if (*verbs != '\0') {
    if (words[1] != NULL && strcmp (words[1], "--help") == 0) {
      fputs (verbs, stdout);
      return TRUE;
    }
    g_set_error (error, SLIP_CLI_ERROR, SLIP_CLI_ERROR_USAGE,
                 _ ("“%s” needs one of these:\n%s"), words[0], verbs);
  } else {
    g_set_error (error, SLIP_CLI_ERROR, SLIP_CLI_ERROR_USAGE,
                 _ ("There is no command “%s”; “slipway-cli --help” lists what "
                    "there is"),
                 words[0]);
  }
  return FALSE;
}

/* @words are the command line from the program's name on. */
static gboolean
run_verb (SlipCli *cli, char ***words, GError **error)
{
  guint n_words = 0;
  const SlipCliVerb *verb = find_verb (*words + 1, &n_words);

  if (verb == NULL)
    return fail_verb (*words + 1, error);
  char **from = *words + 1;
  for (guint i = 0; i < n_words; i++)
    g_free (from[i]);
  memmove (from, from + n_words,
           (g_strv_length (from + n_words) + 1) * sizeof (char *));
  return verb->run (cli, verb, words, error);
}

static gboolean
check_encoding (char **words, GError **error)
{
  for (char **word = words; *word != NULL; word++) {
    if (g_utf8_validate (*word, -1, NULL))
      continue;
    g_set_error_literal (error, SLIP_CLI_ERROR, SLIP_CLI_ERROR_USAGE,
                         _ ("The command line must be written in UTF-8"));
    return FALSE;
  }
  return TRUE;
}

static gboolean
run (SlipCli *cli, char ***words, GError **error)
{
  g_autofree char *verbs = dup_verbs (NULL);
  gboolean is_version = FALSE;
  const GOptionEntry entries[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, &is_version, N_ ("Print the version"),
      NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context =
    g_option_context_new (_ ("COMMAND [ARGUMENT...]"));

  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (
    context, _ ("Reads and changes a release plan from the command line."));
  g_autofree char *description =
    g_strdup_printf ("%s\n%s", _ ("Commands:"), verbs);
  g_option_context_set_description (context, description);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  slip_cli_add_options (cli, context);
  if (!check_encoding (*words, error) ||
      !g_option_context_parse_strv (context, words, error))
    return FALSE;
  if (is_version) {
    slip_cli_print ("slipway-cli %s", PACKAGE_VERSION);
    return TRUE;
  }
  return run_verb (cli, words, error);
}

static int
get_status (const GError *error)
{
  if (g_error_matches (error, SLIP_CLI_ERROR, SLIP_CLI_ERROR_USAGE) ||
      error->domain == G_OPTION_ERROR)
    return EXIT_USAGE;
  return EXIT_FAILED;
}

int
main (int argc, char **argv)
{
  g_autoptr (SlipCli) cli = slip_cli_new ();
  g_auto (GStrv) words = g_strdupv (argv);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) close_error = NULL;

  slip_locale_begin ();
  g_set_prgname ("slipway-cli");

  gboolean is_done = run (cli, &words, &error) && slip_cli_flush (&error);
  if (!slip_cli_close (cli, &close_error) && is_done) {
    error = g_steal_pointer (&close_error);
    is_done = FALSE;
  }
  if (is_done)
    return 0;
  slip_cli_flush (NULL);
  /* What stands in the way was the answer. */
  if (g_error_matches (error, SLIP_CLI_ERROR, SLIP_CLI_ERROR_NOT_READY))
    return EXIT_NOT_READY;
  slip_cli_print_error ("%s", error->message);
  return get_status (error);
}

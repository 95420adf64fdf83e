/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-verbs.h"

#include "slip-cli-json.h"
#include "slip-cli-parts.h"
#include "slip-cli-print.h"
#include "slip-differences.h"
#include "slip-entity-find.h"
#include "slip-what-if-lines.h"
#include "slip-what-if.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

/* Longer files say no list of releases. */
#define MAX_BYTES (1024 * 1024)

static void
set_file_error (const char *path, int code, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code),
               /* Translators: a file, and what the system says. */
               _ ("“%s” cannot be read: %s"), name, g_strerror (code));
}

/* Reads all of @path, or of standard input, up to a byte too many. */
static char *
read_bytes (const char *path, gsize *length, GError **error)
{
  gboolean is_standard_input = strcmp (path, "-") == 0;
  FILE *file = is_standard_input ? stdin : g_fopen (path, "rb");
  g_autofree char *bytes = g_malloc (MAX_BYTES + 2);

  if (file == NULL) {
    set_file_error (path, errno, error);
    return NULL;
  }
  *length = fread (bytes, 1, MAX_BYTES + 1, file);
  bytes[*length] = '\0';
  if (ferror (file)) {
    set_file_error (path, errno, error);
    g_clear_pointer (&bytes, g_free);
  }
  if (!is_standard_input)
    fclose (file);
  return g_steal_pointer (&bytes);
}

static char *
read_text (const char *path, GError **error)
{
  gsize length = 0;
  g_autofree char *text = read_bytes (path, &length, error);
  g_autofree char *name = g_filename_display_name (path);

  if (text == NULL)
    return NULL;
  if (length > MAX_BYTES) {
    g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
                 _ ("“%s” is too large to be a list of releases"), name);
    return NULL;
  }
  if (!g_utf8_validate (text, (gssize) length, NULL)) {
    g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
                 _ ("“%s” is not a text in UTF-8"), name);
    return NULL;
  }
  return g_steal_pointer (&text);
}

/* What is tried out, and what of it changes nothing. */
typedef struct {
  SlipWhatIf *what_if;
  GPtrArray *unchanged; /* sentences */
  GHashTable *lines;    /* id of a release → the line that names it */
} Trial;

static SlipWhatIfMove *
make_move (SlipCli *cli,
           const Trial *trial,
           const char *release,
           SlipPlannedDate planned)
{
  const SlipPlanState *state = slip_what_if_get_state (trial->what_if);
  SlipDate today = slip_clock_get_today (cli->clock);
  SlipMove *move =
    planned.certainty == SLIP_CERTAINTY_CONFIRMED
      ? slip_move_new_to_day (state, release, planned.date, 0, today)
      : slip_move_new (release, planned, 0, today);

  return slip_what_if_move_new_date (state, move);
}

static gboolean
note_line (Trial *trial,
           const SlipRow *release,
           const SlipWhatIfLine *line,
           GError **error)
{
  const char *id = slip_row_get_id (release);
  guint other = GPOINTER_TO_UINT (g_hash_table_lookup (trial->lines, id));

  if (other != 0) {
    g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
                 _ ("“%s” stands in line %u already"), line->release, other);
    return FALSE;
  }
  g_hash_table_insert (trial->lines, g_strdup (id),
                       GUINT_TO_POINTER (line->number));
  return TRUE;
}

static gboolean
try_line (SlipCli *cli,
          Trial *trial,
          const SlipWhatIfLine *line,
          GError **error)
{
  SlipPlannedDate planned;
  g_autoptr (GError) refusal = NULL;
  const SlipRow *release =
    slip_entity_find (cli->state, SLIP_KIND_RELEASE, line->release, error);

  if (release == NULL || !note_line (trial, release, line, error) ||
      !slip_cli_parse_planned (cli, line->date, &planned, error))
    return FALSE;
  if (slip_what_if_add (trial->what_if,
                        make_move (cli, trial, slip_row_get_id (release),
                                   planned),
                        NULL, &refusal))
    return TRUE;
  if (g_error_matches (refusal, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOTHING)) {
    g_ptr_array_add (trial->unchanged, g_strdup (refusal->message));
    return TRUE;
  }
  g_propagate_error (error, g_steal_pointer (&refusal));
  return FALSE;
}

static gboolean
try_lines (SlipCli *cli, Trial *trial, GPtrArray *lines, GError **error)
{
  for (guint i = 0; i < lines->len; i++) {
    const SlipWhatIfLine *line = lines->pdata[i];

    if (try_line (cli, trial, line, error))
      continue;
    /* Translators: the number of a line, before what is wrong in it. */
    g_prefix_error (error, _ ("Line %u: "), line->number);
    return FALSE;
  }
  return TRUE;
}

/* '+1 −2': so many conflicts appear and go. */
static char *
dup_conflict_counts (const SlipPreview *preview)
{
  GString *text = g_string_new (NULL);

  if (preview->appearing->len > 0)
    g_string_append_printf (text, "+%u", preview->appearing->len);
  if (preview->going->len > 0)
    g_string_append_printf (text, "%s−%u", text->len > 0 ? " " : "",
                            preview->going->len);
  return g_string_free (text, FALSE);
}

static void
add_row (SlipCliTable *table, const SlipDifference *difference, SlipDate today)
{
  static const SlipDifferenceColumn columns[] = {
    SLIP_DIFFERENCE_RELEASE, SLIP_DIFFERENCE_BEFORE, SLIP_DIFFERENCE_AFTER,
    SLIP_DIFFERENCE_SHIFT,   SLIP_DIFFERENCE_TELL,
  };
  char *cells[G_N_ELEMENTS (columns)];
  g_autofree char *conflicts = dup_conflict_counts (difference->preview);
  g_autofree char *late = difference->late->len > 0
                            ? g_strdup_printf ("%u", difference->late->len)
                            : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    cells[i] = slip_difference_dup_cell (difference, columns[i], today);
  slip_cli_table_add (table,
                      (const char *[]){ cells[0], cells[1], cells[2], cells[3],
                                        conflicts, late, cells[4] });
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    g_free (cells[i]);
}

static void
print_table (const SlipDifferences *differences, SlipDate today)
{
  g_autoptr (SlipCliTable) table = slip_cli_table_new (
    (const char *[]){ _ ("RELEASE"), _ ("NOW"), _ ("WHAT IF"), _ ("DAYS"),
                      _ ("CONFLICTS"), _ ("PAST"), _ ("MUST BE TOLD"), NULL });

  slip_cli_table_set_narrowing (table, 1u << 0 | 1u << 6);
  for (guint i = 0; i < differences->releases->len; i++)
    add_row (table, differences->releases->pdata[i], today);
  slip_cli_table_print (table);
}

/* What the table has no room for. */
static void
print_details (const SlipDifference *difference)
{
  static const char *const marks[] = { NULL, "  ", "! ", "? ", "✓ ", NULL };
  g_autoptr (GPtrArray) lines = slip_preview_describe (difference->preview);

  slip_cli_print ("%s", "");
  slip_cli_print ("%s", difference->title);
  for (guint i = 0; i < lines->len; i++) {
    const SlipPreviewLine *line = lines->pdata[i];

    if (marks[line->tone] != NULL)
      slip_cli_print ("  %s%s", marks[line->tone], line->text);
  }
}

static void
print_differences (const Trial *trial,
                   const SlipDifferences *differences,
                   SlipDate today)
{
  g_autofree char *summary = slip_differences_dup_summary (differences);

  print_table (differences, today);
  for (guint i = 0; i < differences->releases->len; i++)
    print_details (differences->releases->pdata[i]);
  if (differences->releases->len > 0)
    slip_cli_print ("%s", "");
  for (guint i = 0; i < differences->weeks->len; i++) {
    const SlipWeekDifference *week = differences->weeks->pdata[i];
    g_autofree char *text = slip_week_difference_dup_text (week, today);

    slip_cli_print ("%s%s", week->appearing->len > 0 ? "! " : "✓ ", text);
  }
  for (guint i = 0; i < trial->unchanged->len; i++)
    slip_cli_print ("= %s", (const char *) trial->unchanged->pdata[i]);
  slip_cli_print ("%s", summary);
}

static JsonArray *
new_texts (const GPtrArray *texts)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < texts->len; i++)
    json_array_add_string_element (array, texts->pdata[i]);
  return array;
}

static JsonArray *
new_conflicts (const GPtrArray *conflicts)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < conflicts->len; i++) {
    g_autofree char *text = slip_conflict_describe (conflicts->pdata[i]);

    json_array_add_string_element (array, text);
  }
  return array;
}

static JsonObject *
new_difference (const SlipDifference *difference)
{
  JsonObject *object = slip_cli_json_new_preview (difference->preview);

  slip_cli_json_set_text (object, "title", difference->title);
  slip_cli_json_set_date (object, "before", difference->before.date);
  slip_cli_json_set_date (object, "after", difference->after.date);
  json_object_set_int_member (object, "days", difference->n_days);
  json_object_set_array_member (object, "conflicts_appearing",
                                new_conflicts (difference->preview->appearing));
  json_object_set_array_member (object, "conflicts_going",
                                new_conflicts (difference->preview->going));
  json_object_set_array_member (object, "past", new_texts (difference->late));
  return object;
}

static JsonObject *
new_week (const SlipWeekDifference *week)
{
  JsonObject *object = json_object_new ();

  slip_cli_json_set_date (object, "first_day", week->range.first);
  json_object_set_array_member (object, "too_full",
                                new_texts (week->appearing));
  json_object_set_array_member (object, "not_any_more",
                                new_texts (week->going));
  return object;
}

static void
print_json (const Trial *trial, const SlipDifferences *differences)
{
  JsonObject *object = json_object_new ();
  JsonArray *releases = json_array_new ();
  JsonArray *weeks = json_array_new ();
  g_autofree char *summary = slip_differences_dup_summary (differences);

  for (guint i = 0; i < differences->releases->len; i++)
    json_array_add_object_element (releases,
                                   new_difference (
                                     differences->releases->pdata[i]));
  for (guint i = 0; i < differences->weeks->len; i++)
    json_array_add_object_element (weeks,
                                   new_week (differences->weeks->pdata[i]));
  json_object_set_int_member (object, "moves",
                              slip_what_if_get_n_moves (trial->what_if));
  json_object_set_array_member (object, "releases", releases);
  json_object_set_array_member (object, "weeks", weeks);
  json_object_set_array_member (object, "unchanged",
                                new_texts (trial->unchanged));
  slip_cli_json_set_text (object, "summary", summary);
  slip_cli_json_print (slip_cli_json_node (object));
}

static gboolean
try_and_print (SlipCli *cli, GPtrArray *lines, GError **error)
{
  const SlipConflictContext context = slip_cli_get_context (cli);
  g_autoptr (SlipWhatIf) what_if = slip_what_if_new (cli->state);
  g_autoptr (GPtrArray) unchanged = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) numbers =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Trial trial = { what_if, unchanged, numbers };

  if (!try_lines (cli, &trial, lines, error))
    return FALSE;
  g_autoptr (SlipDifferences) differences =
    slip_differences_new (cli->state, slip_what_if_get_state (what_if),
                          &context);
  if (cli->is_json)
    print_json (&trial, differences);
  else
    print_differences (&trial, differences, context.today);
  return TRUE;
}

/* Closed releases that are named are to be moved as well. */
static gboolean
load_named (SlipCli *cli, GPtrArray *lines, GError **error)
{
  for (guint i = 0; i < lines->len; i++) {
    const SlipWhatIfLine *line = lines->pdata[i];
    const SlipRow *release =
      slip_entity_find (cli->state, SLIP_KIND_RELEASE, line->release, NULL);
    g_autofree char *id =
      release != NULL ? g_strdup (slip_row_get_id (release)) : NULL;

    if (id != NULL && !slip_cli_load_parts (cli, id, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
run_what_if (SlipCli *cli,
             const SlipCliVerb *verb,
             char ***arguments,
             GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  if (!slip_cli_parse (cli, verb, NULL, arguments, error))
    return FALSE;
  text = read_text ((*arguments)[0], error);
  if (text == NULL)
    return FALSE;
  lines = slip_what_if_lines_parse (text, error);
  if (lines == NULL || !slip_cli_open (cli, SLIP_CLI_READ, error) ||
      !slip_cli_load_open (cli, error) || !load_named (cli, lines, error))
    return FALSE;
  return try_and_print (cli, lines, error);
}

const SlipCliVerb slip_cli_what_if_verbs[] = {
  { "what-if", "FILE",
    N_ ("Tell what moves would do, a RELEASE DATE on each line, and do none"),
    1, 1, run_what_if },
  { NULL },
};

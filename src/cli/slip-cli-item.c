/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-verbs.h"

#include "slip-checklist.h"
#include "slip-cli-assignments.h"
#include "slip-cli-json.h"
#include "slip-cli-parts.h"
#include "slip-cli-print.h"
#include "slip-cli-report.h"
#include "slip-entity-find.h"
#include "slip-item-edit.h"
#include "slip-item-list.h"

#include <glib/gi18n.h>

/* The columns that may be cut. */
enum {
  RELEASE = 2,
  AUDIENCE = 3,
  TITLE = 4,
  OWNER = 5,
};

static SlipDate
get_today (const SlipCli *cli)
{
  return slip_clock_get_today (cli->clock);
}

/* Sets when an item of @release is due: a rule, a day or nothing. */
static gboolean
add_due (const SlipCli *cli,
         SlipEntityEdit *edit,
         const char *release,
         const char *text,
         GError **error)
{
  g_autoptr (GPtrArray) stages =
    slip_plan_state_list_owned (cli->state, SLIP_KIND_STAGE, release);
  SlipDue due;

  if (!slip_due_parse_among (text, stages, get_today (cli), &due, error))
    return FALSE;
  slip_entity_edit_add_integer (edit, SLIP_ITEM_DUE_ANCHOR, due.rule.anchor);
  slip_entity_edit_add_text (edit, SLIP_ITEM_DUE_STAGE, due.rule.stage);
  slip_entity_edit_add_integer (edit, SLIP_ITEM_DUE_OFFSET, due.rule.offset);
  slip_entity_edit_add_integer (edit, SLIP_ITEM_DUE_UNIT, due.rule.unit);
  slip_entity_edit_add_integer (edit, SLIP_ITEM_DUE_SNAP, due.rule.snap);
  if (!slip_t_date_is_rule (&due.rule))
    slip_entity_edit_add_date (edit, SLIP_ITEM_DUE_DATE, due.day);
  return TRUE;
}

/* What `item add` was asked for. */
typedef struct {
  char *due;
  char *owner;
  char *note;
  gboolean is_optional;
  gboolean needs_evidence;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->due);
  g_free (options->owner);
  g_free (options->note);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static gboolean
add_options (SlipCli *cli,
             SlipEntityEdit *edit,
             const char *release,
             const Options *options,
             GError **error)
{
  slip_entity_edit_add_integer (edit, SLIP_ITEM_IS_REQUIRED,
                                !options->is_optional);
  slip_entity_edit_add_integer (edit, SLIP_ITEM_NEEDS_EVIDENCE,
                                options->needs_evidence);
  slip_entity_edit_add_text (edit, SLIP_ITEM_NOTE, options->note);
  if (options->owner != NULL) {
    const SlipRow *person =
      slip_entity_find_offered (cli->state, SLIP_KIND_PERSON, options->owner,
                                error);
    if (person == NULL)
      return FALSE;
    slip_entity_edit_add_text (edit, SLIP_ITEM_OWNER, slip_row_get_id (person));
  }
  return options->due == NULL ||
         add_due (cli, edit, release, options->due, error);
}

/* An item to be made, in a checklist that may have to be made for it. */
typedef struct {
  const char *release;
  const char *audience;
  const char *new_checklist;
  SlipEntityEdit *item;
} NewItem;

/* A SlipIntentFunc over a NewItem. */
static gboolean
add_item_cb (SlipEdit *edit, gconstpointer data, GError **error)
{
  const NewItem *new_item = data;
  g_autofree char *checklist = NULL;

  if (!slip_edit_need (edit, new_item->release))
    return FALSE;
  checklist =
    slip_checklist_ensure (edit, new_item->release, new_item->audience,
                           new_item->new_checklist);
  slip_entity_edit_add_text (new_item->item, SLIP_ITEM_CHECKLIST, checklist);
  return slip_entity_edit_run (edit, new_item->item, error);
}

static gboolean
add_item (SlipCli *cli, char **words, const Options *options, GError **error)
{
  const SlipRow *release =
    slip_cli_open_release (cli, SLIP_CLI_WRITE, words[0], error);
  const SlipRow *audience =
    release != NULL
      ? slip_entity_find (cli->state, SLIP_KIND_AUDIENCE, words[1], error)
      : NULL;

  if (audience == NULL ||
      (slip_cli_find_checklist (cli, release, slip_row_get_id (audience),
                                NULL) == NULL &&
       slip_entity_find_offered (cli->state, SLIP_KIND_AUDIENCE, words[1],
                                 error) == NULL))
    return FALSE;
  g_autoptr (SlipEntityEdit) item =
    slip_entity_edit_new_create (SLIP_KIND_ITEM, NULL,
                                 slip_row_get_id (release));
  g_autofree char *new_checklist = slip_id_new ();
  NewItem new_item = { slip_row_get_id (release), slip_row_get_id (audience),
                       new_checklist, item };
  slip_entity_edit_add_text (item, SLIP_ITEM_TITLE, words[2]);
  if (!add_options (cli, item, slip_row_get_id (release), options, error))
    return FALSE;
  SlipStep *step = slip_cli_execute (cli, add_item_cb, &new_item, error);
  return slip_cli_report_step (cli, step, slip_entity_edit_get_id (item));
}

static gboolean
run_add (SlipCli *cli,
         const SlipCliVerb *verb,
         char ***arguments,
         GError **error)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "due", 0, 0, G_OPTION_ARG_FILENAME, &options.due,
      N_ ("When it is due: a date, or a rule such as “T-10 wd”"), N_ ("DUE") },
    { "owner", 0, 0, G_OPTION_ARG_FILENAME, &options.owner,
      N_ ("Whose it is, if not the checklist’s owner’s"), N_ ("PERSON") },
    { "note", 0, 0, G_OPTION_ARG_FILENAME, &options.note, N_ ("A note"),
      N_ ("TEXT") },
    { "optional", 0, 0, G_OPTION_ARG_NONE, &options.is_optional,
      N_ ("The release can be ready without it"), NULL },
    { "needs-evidence", 0, 0, G_OPTION_ARG_NONE, &options.needs_evidence,
      N_ ("It is not done without evidence"), NULL },
    { NULL },
  };

  return slip_cli_parse (cli, verb, entries, arguments, error) &&
         add_item (cli, *arguments, &options, error);
}

/* Takes `due=…` out of @assignments, which is no property; (nullable) (transfer
 * full). */
static char *
take_due (char **assignments)
{
  char *due = NULL;
  guint n = 0;

  for (guint i = 0; assignments[i] != NULL; i++) {
    if (!g_str_has_prefix (assignments[i], "due=")) {
      assignments[n++] = assignments[i];
      continue;
    }
    g_free (due);
    due = g_strdup (assignments[i] + 4);
  }
  assignments[n] = NULL;
  return due;
}

static gboolean
run_set (SlipCli *cli,
         const SlipCliVerb *verb,
         char ***arguments,
         GError **error)
{
  g_autofree char *audience = NULL;
  const GOptionEntry entries[] = {
    { "audience", 0, 0, G_OPTION_ARG_FILENAME, &audience,
      N_ ("In the checklist for this audience"), N_ ("AUDIENCE") },
    { NULL },
  };

  if (!slip_cli_parse (cli, verb, entries, arguments, error))
    return FALSE;
  char **words = *arguments;
  const SlipRow *item = slip_cli_take_item (cli, &words, audience, error);
  if (item == NULL)
    return FALSE;
  g_autofree char **assignments =
    g_memdup2 (words, (g_strv_length (words) + 1) * sizeof (char *));
  g_autofree char *due = take_due (assignments);
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_set (SLIP_KIND_ITEM, slip_row_get_id (item));
  if ((due != NULL &&
       !add_due (cli, edit, slip_row_get_owner (item), due, error)) ||
      !slip_cli_add_assignments (cli, edit, SLIP_KIND_ITEM, item, assignments,
                                 error))
    return FALSE;
  return slip_cli_report_step (
    cli, slip_cli_execute (cli, slip_entity_edit_run, edit, error), NULL);
}

static gboolean
run_done (SlipCli *cli,
          const SlipCliVerb *verb,
          char ***arguments,
          GError **error)
{
  g_autofree char *audience = NULL;
  g_autofree char *evidence = NULL;
  const GOptionEntry entries[] = {
    { "audience", 0, 0, G_OPTION_ARG_FILENAME, &audience,
      N_ ("In the checklist for this audience"), N_ ("AUDIENCE") },
    { "evidence", 0, 0, G_OPTION_ARG_FILENAME, &evidence,
      N_ ("A link or a text that shows it"), N_ ("TEXT") },
    { NULL },
  };

  if (!slip_cli_parse (cli, verb, entries, arguments, error))
    return FALSE;
  char **words = *arguments;
  const SlipRow *item = slip_cli_take_item (cli, &words, audience, error);
  if (item == NULL)
    return FALSE;
  const char *items[] = { slip_row_get_id (item), NULL };
  g_autoptr (SlipItemEdit) edit =
    slip_item_edit_new (slip_row_get_owner (item), items);
  slip_item_edit_set_state (edit, SLIP_ITEM_STATE_DONE, NULL);
  if (evidence != NULL)
    slip_item_edit_set_evidence (edit, evidence);
  return slip_cli_report_step (
    cli, slip_cli_execute (cli, slip_item_edit_run, edit, error), NULL);
}

/* Which items `item list` is asked for. */
typedef struct {
  SlipCli *cli;
  char *release; /* or NULL, as all of these */
  char *audience;
  char *owner;
  gboolean is_open;
  gboolean is_overdue;
  GPtrArray *found;
} Wanted;

static void
clear_wanted (Wanted *wanted)
{
  g_free (wanted->release);
  g_free (wanted->audience);
  g_free (wanted->owner);
  g_clear_pointer (&wanted->found, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wanted, clear_wanted)

static gboolean
is_wanted (const Wanted *wanted, const SlipRow *item)
{
  const SlipRow *checklist =
    slip_plan_state_follow (wanted->cli->state, item, SLIP_ITEM_CHECKLIST);
  const SlipRow *owner = slip_cli_get_item_owner (wanted->cli, item);

  if (checklist == NULL ||
      (wanted->audience != NULL &&
       g_strcmp0 (slip_row_get_text (checklist, SLIP_CHECKLIST_AUDIENCE),
                  wanted->audience) != 0))
    return FALSE;
  if (wanted->owner != NULL &&
      (owner == NULL || !g_str_equal (slip_row_get_id (owner), wanted->owner)))
    return FALSE;
  if (wanted->is_overdue)
    return slip_item_is_overdue (item, get_today (wanted->cli));
  return !wanted->is_open || !slip_item_state_is_closed (
                               slip_row_get_integer (item, SLIP_ITEM_STATE));
}

static void
find_items (const SlipRow *release, gpointer data)
{
  Wanted *wanted = data;
  const char *id = slip_row_get_id (release);

  if (wanted->release != NULL ? !g_str_equal (id, wanted->release)
                              : !slip_release_is_open (release))
    return;
  g_autoptr (GPtrArray) items =
    slip_checklist_list_items (wanted->cli->state, id, NULL);
  for (guint i = 0; i < items->len; i++) {
    if (is_wanted (wanted, items->pdata[i]))
      g_ptr_array_add (wanted->found, slip_row_ref (items->pdata[i]));
  }
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const SlipRow *row_a = *(const SlipRow *const *) a;
  const SlipRow *row_b = *(const SlipRow *const *) b;
  int order = slip_date_compare (slip_row_get_date (row_a, SLIP_ITEM_DUE_DATE),
                                 slip_row_get_date (row_b, SLIP_ITEM_DUE_DATE));

  if (order == 0)
    order = g_strcmp0 (slip_row_get_owner (row_a), slip_row_get_owner (row_b));
  return order;
}

static void
add_row (const SlipCli *cli, const SlipRow *item, SlipCliTable *table)
{
  const SlipRow *release = slip_plan_state_get (cli->state, SLIP_KIND_RELEASE,
                                                slip_row_get_owner (item));
  const SlipRow *owner = slip_cli_get_item_owner (cli, item);
  g_autofree char *title = slip_release_dup_short_title (cli->state, release);
  g_autofree char *due =
    slip_date_to_text (slip_row_get_date (item, SLIP_ITEM_DUE_DATE));
  SlipTDate rule = slip_t_date_get (item);
  g_autofree char *words = slip_t_date_describe_short (cli->state, &rule);

  slip_cli_table_add (
    table,
    (const char *[]){
      due,
      slip_item_state_get_label (
        (SlipItemState) slip_row_get_integer (item, SLIP_ITEM_STATE)),
      title, slip_cli_get_audience (cli, item),
      slip_row_get_text (item, SLIP_ITEM_TITLE),
      owner != NULL ? slip_row_get_text (owner, SLIP_PERSON_NAME) : NULL, words,
      slip_item_is_overdue (item, get_today (cli)) ? "!" : NULL });
}

static JsonObject *
new_item (const SlipCli *cli, const SlipRow *item)
{
  const SlipRow *release = slip_plan_state_get (cli->state, SLIP_KIND_RELEASE,
                                                slip_row_get_owner (item));
  const SlipRow *checklist =
    slip_plan_state_follow (cli->state, item, SLIP_ITEM_CHECKLIST);
  const SlipRow *owner = slip_cli_get_item_owner (cli, item);
  g_autofree char *title = slip_release_dup_title (cli->state, release);
  SlipTDate rule = slip_t_date_get (item);
  g_autofree char *words = slip_t_date_describe_short (cli->state, &rule);
  JsonObject *object = slip_cli_json_new_entity (item);

  slip_cli_json_set_text (object, "release_title", title);
  slip_cli_json_set_text (object, "audience",
                          slip_row_get_text (checklist,
                                             SLIP_CHECKLIST_AUDIENCE));
  slip_cli_json_set_text (object, "audience_name",
                          slip_cli_get_audience (cli, item));
  slip_cli_json_set_text (object, "person",
                          owner != NULL ? slip_row_get_id (owner) : NULL);
  slip_cli_json_set_text (object, "person_name",
                          owner != NULL
                            ? slip_row_get_text (owner, SLIP_PERSON_NAME)
                            : NULL);
  slip_cli_json_set_text (object, "rule", *words != '\0' ? words : NULL);
  json_object_set_boolean_member (object, "is_overdue",
                                  slip_item_is_overdue (item, get_today (cli)));
  return object;
}

static void
print_items (const SlipCli *cli, const GPtrArray *items)
{
  if (cli->is_json) {
    JsonArray *array = json_array_new ();

    for (guint i = 0; i < items->len; i++)
      json_array_add_object_element (array, new_item (cli, items->pdata[i]));
    slip_cli_json_print (slip_cli_json_array_node (array));
    return;
  }
  g_autoptr (SlipCliTable) table = slip_cli_table_new (
    (const char *[]){ _ ("DUE"), _ ("STATE"), _ ("RELEASE"), _ ("AUDIENCE"),
                      _ ("ITEM"), _ ("OWNER"), "", "", NULL });
  slip_cli_table_set_narrowing (table, 1u << RELEASE | 1u << AUDIENCE |
                                         1u << TITLE | 1u << OWNER);
  for (guint i = 0; i < items->len; i++)
    add_row (cli, items->pdata[i], table);
  slip_cli_table_print (table);
}

/* Finds what @audience and @owner (nullable) name. */
static gboolean
name_wanted (Wanted *wanted,
             const char *audience,
             const char *owner,
             GError **error)
{
  const SlipPlanState *state = wanted->cli->state;
  const SlipRow *row = NULL;

  if (audience != NULL) {
    row = slip_entity_find (state, SLIP_KIND_AUDIENCE, audience, error);
    if (row == NULL)
      return FALSE;
    wanted->audience = g_strdup (slip_row_get_id (row));
  }
  if (owner != NULL) {
    row = slip_entity_find (state, SLIP_KIND_PERSON, owner, error);
    if (row == NULL)
      return FALSE;
    wanted->owner = g_strdup (slip_row_get_id (row));
  }
  return TRUE;
}

static gboolean
open_wanted (Wanted *wanted, const char *release, GError **error)
{
  const SlipRow *row;

  if (release == NULL)
    return slip_cli_open (wanted->cli, SLIP_CLI_READ, error) &&
           slip_cli_load_open (wanted->cli, error);
  row = slip_cli_open_release (wanted->cli, SLIP_CLI_READ, release, error);
  if (row == NULL)
    return FALSE;
  wanted->release = g_strdup (slip_row_get_id (row));
  return TRUE;
}

static gboolean
run_list (SlipCli *cli,
          const SlipCliVerb *verb,
          char ***arguments,
          GError **error)
{
  g_autofree char *audience = NULL;
  g_autofree char *owner = NULL;
  g_auto (Wanted) wanted = {
    .cli = cli,
    .found = g_ptr_array_new_with_free_func ((GDestroyNotify) slip_row_unref),
  };
  const GOptionEntry entries[] = {
    { "audience", 0, 0, G_OPTION_ARG_FILENAME, &audience,
      N_ ("Only for this audience"), N_ ("AUDIENCE") },
    { "owner", 0, 0, G_OPTION_ARG_FILENAME, &owner, N_ ("Only of this person"),
      N_ ("PERSON") },
    { "open", 0, 0, G_OPTION_ARG_NONE, &wanted.is_open,
      N_ ("Only what is open"), NULL },
    { "overdue", 0, 0, G_OPTION_ARG_NONE, &wanted.is_overdue,
      N_ ("Only what is overdue"), NULL },
    { NULL },
  };

  if (!slip_cli_parse (cli, verb, entries, arguments, error) ||
      !open_wanted (&wanted, (*arguments)[0], error) ||
      !name_wanted (&wanted, audience, owner, error))
    return FALSE;
  slip_plan_state_foreach (cli->state, SLIP_KIND_RELEASE, find_items, &wanted);
  g_ptr_array_sort (wanted.found, compare_items);
  print_items (cli, wanted.found);
  return TRUE;
}

const SlipCliVerb slip_cli_item_verbs[] = {
  { "item add", "RELEASE AUDIENCE TITLE", N_ ("Add an item to a checklist"), 3,
    3, run_add },
  { "item set", "RELEASE TITLE|ITEM KEY=VALUE...",
    N_ ("Set properties of an item"), 2, -1, run_set },
  { "item done", "RELEASE TITLE|ITEM", N_ ("Check an item off"), 1, 2,
    run_done },
  { "item list", "[RELEASE]", N_ ("List items by due date"), 0, 1, run_list },
  { NULL },
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-verbs.h"

#include "slip-audience.h"
#include "slip-cli-assignments.h"
#include "slip-cli-json.h"
#include "slip-cli-print.h"
#include "slip-cli-report.h"
#include "slip-entity-find.h"
#include "slip-identity.h"
#include "slip-rank.h"

#include <glib/gi18n.h>
#include <string.h>

/* Products, people and audiences are edited in the same way: the first word of
 * the command is the name of the kind. */
static SlipKind
get_kind (const SlipCliVerb *verb)
{
  g_autofree char *noun = g_strndup (verb->name, strcspn (verb->name, " "));

  return slip_schema_find_kind (noun);
}

static gboolean
run_add (SlipCli *cli,
         const SlipCliVerb *verb,
         char ***arguments,
         GError **error)
{
  SlipKind kind = get_kind (verb);

  if (!slip_cli_parse (cli, verb, NULL, arguments, error) ||
      !slip_cli_open (cli, SLIP_CLI_WRITE, error))
    return FALSE;
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_create (kind, NULL, NULL);
  slip_entity_edit_add_text (edit,
                             (guint) slip_schema_find_property (kind, "name"),
                             (*arguments)[0]);
  if (!slip_cli_add_assignments (cli, edit, kind, NULL, *arguments + 1, error))
    return FALSE;
  SlipStep *step = slip_cli_execute (cli, slip_entity_edit_run, edit, error);
  return slip_cli_report_step (cli, step, slip_entity_edit_get_id (edit));
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const SlipRow *row_a = *(const SlipRow *const *) a;
  const SlipRow *row_b = *(const SlipRow *const *) b;
  SlipKind kind = slip_row_get_kind (row_a);
  int rank = slip_schema_find_property (kind, "rank");
  guint name = (guint) slip_schema_find_property (kind, "name");

  if (rank >= 0) {
    int order = g_strcmp0 (slip_row_get_text (row_a, (guint) rank),
                           slip_row_get_text (row_b, (guint) rank));
    if (order != 0)
      return order;
  }
  return g_strcmp0 (slip_row_get_text (row_a, name),
                    slip_row_get_text (row_b, name));
}

static void
print_rows (const SlipPlanState *state, GPtrArray *rows, SlipKind kind)
{
  guint name = (guint) slip_schema_find_property (kind, "name");
  int owner = slip_schema_find_property (kind, "owner_person");
  int role = slip_schema_find_property (kind, "role");
  guint retired = (guint) slip_schema_find_property (kind, "is_retired");
  g_autoptr (SlipCliTable) table = slip_cli_table_new ((const char *[]){
    _ ("NAME"), kind == SLIP_KIND_PERSON ? _ ("ROLE") : _ ("OWNER"), "", "ID",
    NULL });

  for (guint i = 0; i < rows->len; i++) {
    const SlipRow *row = rows->pdata[i];
    const SlipRow *person =
      owner >= 0 ? slip_plan_state_follow (state, row, (guint) owner) : NULL;
    const char *who = NULL;

    if (person != NULL)
      who = slip_row_get_text (person, SLIP_PERSON_NAME);
    else if (role >= 0)
      who = slip_row_get_text (row, (guint) role);
    slip_cli_table_add (table,
                        (const char *[]){ slip_row_get_text (row, name), who,
                                          slip_row_get_boolean (row, retired)
                                            ? _ ("retired")
                                            : NULL,
                                          slip_row_get_id (row) });
  }
  slip_cli_table_print (table);
}

static gboolean
run_list (SlipCli *cli,
          const SlipCliVerb *verb,
          char ***arguments,
          GError **error)
{
  SlipKind kind = get_kind (verb);

  if (!slip_cli_parse (cli, verb, NULL, arguments, error) ||
      !slip_cli_open (cli, SLIP_CLI_READ, error))
    return FALSE;
  g_autoptr (GPtrArray) rows = slip_plan_state_list (cli->state, kind);
  g_ptr_array_sort (rows, compare_rows);
  if (cli->is_json)
    slip_cli_json_print (slip_cli_json_new_list (rows));
  else
    print_rows (cli->state, rows, kind);
  return TRUE;
}

static gboolean
run_set (SlipCli *cli,
         const SlipCliVerb *verb,
         char ***arguments,
         GError **error)
{
  SlipKind kind = get_kind (verb);

  if (!slip_cli_parse (cli, verb, NULL, arguments, error) ||
      !slip_cli_open (cli, SLIP_CLI_WRITE, error))
    return FALSE;
  const SlipRow *row =
    slip_entity_find (cli->state, kind, (*arguments)[0], error);
  if (row == NULL)
    return FALSE;
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_set (kind, slip_row_get_id (row));
  if (!slip_cli_add_assignments (cli, edit, kind, row, *arguments + 1, error))
    return FALSE;
  SlipStep *step = slip_cli_execute (cli, slip_entity_edit_run, edit, error);
  return slip_cli_report_step (cli, step, NULL);
}

static gboolean
run_retire (SlipCli *cli,
            const SlipCliVerb *verb,
            char ***arguments,
            GError **error)
{
  SlipKind kind = get_kind (verb);

  if (!slip_cli_parse (cli, verb, NULL, arguments, error) ||
      !slip_cli_open (cli, SLIP_CLI_WRITE, error))
    return FALSE;
  const SlipRow *row =
    slip_entity_find (cli->state, kind, (*arguments)[0], error);
  if (row == NULL)
    return FALSE;
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_set (kind, slip_row_get_id (row));
  slip_entity_edit_add_integer (
    edit, (guint) slip_schema_find_property (kind, "is_retired"), TRUE);
  SlipStep *step = slip_cli_execute (cli, slip_entity_edit_run, edit, error);
  return slip_cli_report_step (cli, step, NULL);
}

/* Takes the audience that @text names out of @audiences and appends it to
 * @ordered; one that is there already stays where it is. */
static gboolean
take_audience (SlipCli *cli,
               GPtrArray *audiences,
               GPtrArray *ordered,
               const char *text,
               GError **error)
{
  const SlipRow *row =
    slip_entity_find (cli->state, SLIP_KIND_AUDIENCE, text, error);

  if (row == NULL)
    return FALSE;
  for (guint i = 0; i < audiences->len; i++) {
    if (g_str_equal (slip_row_get_id (audiences->pdata[i]),
                     slip_row_get_id (row))) {
      g_ptr_array_add (ordered, g_ptr_array_steal_index (audiences, i));
      break;
    }
  }
  return TRUE;
}

/* As one step. */
static gboolean
rank_audiences (SlipCli *cli, const GPtrArray *ordered, GError **error)
{
  g_auto (GStrv) ranks = slip_rank_spread (ordered->len);
  g_autoptr (GPtrArray) edits =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_entity_edit_free);

  for (guint i = 0; i < ordered->len; i++) {
    SlipEntityEdit *edit =
      slip_entity_edit_new_set (SLIP_KIND_AUDIENCE,
                                slip_row_get_id (ordered->pdata[i]));

    slip_entity_edit_add_text (edit, SLIP_AUDIENCE_RANK, ranks[i]);
    g_ptr_array_add (edits, edit);
  }
  return slip_cli_report_step (
    cli, slip_cli_execute (cli, slip_entity_edit_run_all, edits, error), NULL);
}

/* Those named come first, in that order, and the others after them. */
static gboolean
run_order (SlipCli *cli,
           const SlipCliVerb *verb,
           char ***arguments,
           GError **error)
{
  if (!slip_cli_parse (cli, verb, NULL, arguments, error) ||
      !slip_cli_open (cli, SLIP_CLI_WRITE, error))
    return FALSE;
  g_autoptr (GPtrArray) audiences = slip_audience_list (cli->state);
  g_autoptr (GPtrArray) ordered =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_row_unref);

  for (char **word = *arguments; *word != NULL; word++) {
    if (!take_audience (cli, audiences, ordered, *word, error))
      return FALSE;
  }
  g_ptr_array_extend_and_steal (ordered, g_steal_pointer (&audiences));
  return rank_audiences (cli, ordered, error);
}

static gboolean
save_identity (SlipCli *cli, const char *text, GError **error)
{
  SlipStore *store = slip_workspace_get_store (cli->workspace);
  const SlipRow *person =
    slip_entity_find_offered (cli->state, SLIP_KIND_PERSON, text, error);

  if (person == NULL)
    return FALSE;
  g_autoptr (SlipIdentity) identity =
    slip_identity_new (slip_row_get_id (person),
                       slip_row_get_text (person, SLIP_PERSON_NAME));
  return slip_identity_save (slip_store_get_plan_id (store), identity, error);
}

static gboolean
run_me (SlipCli *cli,
        const SlipCliVerb *verb,
        char ***arguments,
        GError **error)
{
  if (!slip_cli_parse (cli, verb, NULL, arguments, error) ||
      !slip_cli_open (cli, SLIP_CLI_READ, error))
    return FALSE;
  if ((*arguments)[0] != NULL && !save_identity (cli, (*arguments)[0], error))
    return FALSE;

  SlipStore *store = slip_workspace_get_store (cli->workspace);
  g_autoptr (SlipIdentity) identity =
    slip_identity_load (slip_store_get_plan_id (store));
  g_autofree char *system_name = slip_identity_dup_system_name ();
  const char *name = identity != NULL ? identity->name : system_name;
  if (cli->is_json) {
    JsonObject *object = json_object_new ();
    slip_cli_json_set_text (object, "person",
                            identity != NULL ? identity->person : NULL);
    slip_cli_json_set_text (object, "name", name);
    slip_cli_json_print (slip_cli_json_node (object));
  } else {
    slip_cli_print ("%s", name);
  }
  return TRUE;
}

const SlipCliVerb slip_cli_entity_verbs[] = {
  { "product add", "NAME [KEY=VALUE...]", N_ ("Add a product"), 1, -1,
    run_add },
  { "product list", "", N_ ("List the products"), 0, 0, run_list },
  { "product set", "PRODUCT KEY=VALUE...", N_ ("Set properties of a product"),
    2, -1, run_set },
  { "product retire", "PRODUCT", N_ ("Retire a product"), 1, 1, run_retire },
  { "person add", "NAME [KEY=VALUE...]", N_ ("Add a person"), 1, -1, run_add },
  { "person list", "", N_ ("List the people"), 0, 0, run_list },
  { "person set", "PERSON KEY=VALUE...", N_ ("Set properties of a person"), 2,
    -1, run_set },
  { "person retire", "PERSON", N_ ("Retire a person"), 1, 1, run_retire },
  { "person me", "[PERSON]", N_ ("Say who you are in this plan"), 0, 1,
    run_me },
  { "audience add", "NAME [KEY=VALUE...]", N_ ("Add an audience"), 1, -1,
    run_add },
  { "audience list", "", N_ ("List the audiences"), 0, 0, run_list },
  { "audience set", "AUDIENCE KEY=VALUE...",
    N_ ("Set properties of an audience"), 2, -1, run_set },
  { "audience order", "AUDIENCE...",
    N_ ("Set the order in which audiences are told"), 1, -1, run_order },
  { "audience retire", "AUDIENCE", N_ ("Retire an audience"), 1, 1,
    run_retire },
  { NULL },
};

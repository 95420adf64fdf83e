/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-verbs.h"

#include "slip-cli-arguments.h"
#include "slip-cli-json.h"
#include "slip-cli-print.h"
#include "slip-cli-report.h"
#include "slip-entity-edit.h"
#include "slip-entity-find.h"
#include "slip-freeze-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* Who a freeze is for, by one kind of its parts. */
typedef struct {
  SlipKind kind;
  SlipKind target;
  char **names;     /* as they were asked for, or NULL to leave them alone */
  gboolean is_all;  /* no names any more */
  GPtrArray *ids;   /* the targets that were named */
  GPtrArray *parts; /* an id for the part that names each */
} Members;

/* What is to be done to a freeze. */
typedef struct {
  SlipEntityEdit *edit;
  const Members *members;
} FreezeEdit;

enum {
  PRODUCTS,
  AUDIENCES,
  N_MEMBERS,
};

/* What the options say. */
typedef struct {
  char *name;
  char *from;
  char *to;
  char *recur;
  char *repeat;
  char *weekdays;
  char *months;
  char *until;
  char *note;
  gboolean is_soft;
  gboolean is_hard;
  Members members[N_MEMBERS];
} FreezeOptions;

static void
init_options (FreezeOptions *options)
{
  memset (options, 0, sizeof (*options));
  options->members[PRODUCTS].kind = SLIP_KIND_FREEZE_PRODUCT;
  options->members[PRODUCTS].target = SLIP_KIND_PRODUCT;
  options->members[AUDIENCES].kind = SLIP_KIND_FREEZE_AUDIENCE;
  options->members[AUDIENCES].target = SLIP_KIND_AUDIENCE;
  for (guint i = 0; i < N_MEMBERS; i++) {
    options->members[i].ids = g_ptr_array_new_with_free_func (g_free);
    options->members[i].parts = g_ptr_array_new_with_free_func (g_free);
  }
}

static void
clear_options (FreezeOptions *options)
{
  g_free (options->name);
  g_free (options->from);
  g_free (options->to);
  g_free (options->recur);
  g_free (options->repeat);
  g_free (options->weekdays);
  g_free (options->months);
  g_free (options->until);
  g_free (options->note);
  for (guint i = 0; i < N_MEMBERS; i++) {
    g_strfreev (options->members[i].names);
    g_ptr_array_unref (options->members[i].ids);
    g_ptr_array_unref (options->members[i].parts);
  }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FreezeOptions, clear_options)

/* The freeze has those that were named, and no others. */
static void
set_members (SlipEdit *edit, const char *freeze, const Members *members)
{
  g_autoptr (GPtrArray) parts =
    slip_plan_state_list_owned (slip_edit_get_state (edit), members->kind,
                                freeze);

  if (members->names == NULL && !members->is_all)
    return;
  for (guint i = 0; i < parts->len; i++)
    slip_edit_delete (edit, members->kind, slip_row_get_id (parts->pdata[i]));
  for (guint i = 0; i < members->ids->len; i++) {
    slip_edit_create (edit, members->kind, members->parts->pdata[i], freeze);
    slip_edit_set_text (edit, members->kind, members->parts->pdata[i], 0,
                        members->ids->pdata[i]);
  }
}

/* A SlipIntentFunc over a FreezeEdit. */
static gboolean
edit_freeze (SlipEdit *edit, gconstpointer data, GError **error)
{
  const FreezeEdit *freeze = data;

  if (!slip_entity_edit_run (edit, freeze->edit, error))
    return FALSE;
  for (guint i = 0; i < N_MEMBERS; i++)
    set_members (edit, slip_entity_edit_get_id (freeze->edit),
                 &freeze->members[i]);
  return TRUE;
}

/* Takes --recur apart: 'weekly:fri,sat@dec' says how, on what days and in what
 * months. */
static gboolean
split_recur (FreezeOptions *options, GError **error)
{
  char *rest = options->recur;

  if (rest == NULL)
    return TRUE;
  if (options->repeat != NULL || options->weekdays != NULL ||
      options->months != NULL)
    return slip_cli_fail_usage (
      error, _ ("--recur says all of --repeat, --weekdays and "
                "--months"));
  options->repeat = g_strdup (strsep (&rest, ":"));
  if (rest != NULL) {
    options->weekdays = g_strdup (strsep (&rest, "@"));
    options->months = g_strdup (rest);
  }
  if (options->weekdays != NULL && strcmp (options->repeat, "weekly") != 0)
    return slip_cli_fail_usage (error, _ ("Only a weekly freeze has weekdays: "
                                          "--recur weekly:fri,sat@dec"));
  return TRUE;
}

static gboolean
parse_masks (const FreezeOptions *options, SlipEntityEdit *edit, GError **error)
{
  guint mask;

  if (options->weekdays != NULL) {
    mask = slip_cli_parse_weekdays (options->weekdays, error);
    if (mask == 0)
      return FALSE;
    slip_entity_edit_add_integer (edit, SLIP_FREEZE_WEEKDAYS, mask);
  }
  if (options->months != NULL) {
    mask = slip_cli_parse_months (options->months, error);
    if (mask == 0)
      return FALSE;
    slip_entity_edit_add_integer (edit, SLIP_FREEZE_MONTHS, mask);
  }
  return TRUE;
}

static gboolean
parse_repeat (FreezeOptions *options, SlipEntityEdit *edit, GError **error)
{
  const SlipProperty *property =
    slip_schema_get_property (SLIP_KIND_FREEZE, SLIP_FREEZE_REPEAT);
  const char *nick;

  if (!split_recur (options, error))
    return FALSE;
  nick = options->repeat;
  if (nick == NULL && (options->weekdays != NULL || options->months != NULL))
    nick = "weekly";
  if (nick != NULL) {
    int repeat = slip_cli_find_enum (property->values, nick);
    if (repeat < 0)
      return slip_cli_fail_usage (
        error, _ ("A freeze repeats never, weekly or yearly"));
    slip_entity_edit_add_integer (edit, SLIP_FREEZE_REPEAT, repeat);
  }
  return parse_masks (options, edit, error);
}

static gboolean
add_day (SlipCli *cli,
         SlipEntityEdit *edit,
         SlipFreezeProperty property,
         const char *text,
         GError **error)
{
  SlipDate date = SLIP_DATE_NONE;

  if (text == NULL)
    return TRUE;
  if ((property != SLIP_FREEZE_UNTIL || strcmp (text, "none") != 0) &&
      !slip_cli_parse_date (cli, text, &date, error))
    return FALSE;
  slip_entity_edit_add_date (edit, property, date);
  return TRUE;
}

static gboolean
parse_freeze (SlipCli *cli,
              FreezeOptions *options,
              SlipEntityEdit *edit,
              GError **error)
{
  if (!add_day (cli, edit, SLIP_FREEZE_FIRST_DAY, options->from, error) ||
      !add_day (cli, edit, SLIP_FREEZE_LAST_DAY, options->to, error) ||
      !add_day (cli, edit, SLIP_FREEZE_UNTIL, options->until, error))
    return FALSE;
  if (options->is_soft && options->is_hard)
    return slip_cli_fail_usage (error,
                                _ ("A freeze is hard or soft, not both"));
  if (options->is_soft || options->is_hard)
    slip_entity_edit_add_integer (edit, SLIP_FREEZE_SEVERITY,
                                  options->is_soft ? SLIP_SEVERITY_SOFT
                                                   : SLIP_SEVERITY_HARD);
  if (options->name != NULL)
    slip_entity_edit_add_text (edit, SLIP_FREEZE_NAME, options->name);
  if (options->note != NULL)
    slip_entity_edit_add_text (edit, SLIP_FREEZE_NOTE, options->note);
  return parse_repeat (options, edit, error);
}

static gboolean
find_members (SlipCli *cli, FreezeOptions *options, GError **error)
{
  for (guint i = 0; i < N_MEMBERS; i++) {
    Members *members = &options->members[i];
    for (char **name = members->names; name != NULL && *name != NULL; name++) {
      const SlipRow *row =
        slip_entity_find_offered (cli->state, members->target, *name, error);
      if (row == NULL)
        return FALSE;
      g_ptr_array_add (members->ids, g_strdup (slip_row_get_id (row)));
      g_ptr_array_add (members->parts, slip_id_new ());
    }
  }
  return TRUE;
}

/* @is_new: whether it is for `freeze add`, which has no need of some */
static gboolean
parse_options (SlipCli *cli,
               const SlipCliVerb *verb,
               char ***arguments,
               FreezeOptions *options,
               gboolean is_new,
               GError **error)
{
  int hidden = is_new ? G_OPTION_FLAG_HIDDEN : 0;
  const GOptionEntry entries[] = {
    { "name", 0, hidden, G_OPTION_ARG_FILENAME, &options->name,
      N_ ("Another name"), N_ ("NAME") },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &options->from,
      is_new ? N_ ("Its first day (today)") : N_ ("Its first day"),
      N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &options->to,
      is_new ? N_ ("Its last day (the first)") : N_ ("Its last day"),
      N_ ("DATE") },
    { "recur", 0, 0, G_OPTION_ARG_FILENAME, &options->recur,
      N_ ("How it repeats: weekly:fri,sat or weekly:fri@nov-jan, yearly, "
          "never"),
      N_ ("RULE") },
    { "repeat", 0, 0, G_OPTION_ARG_FILENAME, &options->repeat,
      N_ ("weekly or yearly"), N_ ("HOW") },
    { "weekdays", 0, 0, G_OPTION_ARG_FILENAME, &options->weekdays,
      N_ ("Weekly on these: fri, sat-sun"), N_ ("DAYS") },
    { "months", 0, 0, G_OPTION_ARG_FILENAME, &options->months,
      N_ ("Weekly only in these: 11,12 or nov-dec"), N_ ("MONTHS") },
    { "until", 0, 0, G_OPTION_ARG_FILENAME, &options->until,
      N_ ("No repetition after this day, or none"), N_ ("DATE") },
    { "soft", 0, 0, G_OPTION_ARG_NONE, &options->is_soft, N_ ("It warns only"),
      NULL },
    { "hard", 0, hidden, G_OPTION_ARG_NONE, &options->is_hard,
      N_ ("It forbids"), NULL },
    { "product", 0, 0, G_OPTION_ARG_FILENAME_ARRAY,
      &options->members[PRODUCTS].names,
      N_ ("Only for this product; may be repeated"), N_ ("PRODUCT") },
    { "audience", 0, 0, G_OPTION_ARG_FILENAME_ARRAY,
      &options->members[AUDIENCES].names,
      N_ ("Only for what this audience has to be ready for; may be repeated"),
      N_ ("AUDIENCE") },
    { "all-products", 0, hidden, G_OPTION_ARG_NONE,
      &options->members[PRODUCTS].is_all, N_ ("For all products"), NULL },
    { "all-audiences", 0, hidden, G_OPTION_ARG_NONE,
      &options->members[AUDIENCES].is_all, N_ ("Whatever audiences it is for"),
      NULL },
    { "note", 0, 0, G_OPTION_ARG_FILENAME, &options->note, N_ ("A note"),
      N_ ("TEXT") },
    { NULL },
  };

  return slip_cli_parse (cli, verb, entries, arguments, error);
}

/* What `freeze add` leaves out. */
static void
fill_options (FreezeOptions *options, const char *name)
{
  g_free (options->name);
  options->name = g_strdup (name);
  if (options->from == NULL)
    options->from = g_strdup ("today");
  if (options->to == NULL)
    options->to = g_strdup (options->from);
}

static gboolean
run_add (SlipCli *cli,
         const SlipCliVerb *verb,
         char ***arguments,
         GError **error)
{
  g_auto (FreezeOptions) options;
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_create (SLIP_KIND_FREEZE, NULL, NULL);

  init_options (&options);
  FreezeEdit freeze = { edit, options.members };
  if (!parse_options (cli, verb, arguments, &options, TRUE, error))
    return FALSE;
  fill_options (&options, (*arguments)[0]);
  if (!parse_freeze (cli, &options, edit, error) ||
      !slip_cli_open (cli, SLIP_CLI_WRITE, error) ||
      !find_members (cli, &options, error))
    return FALSE;
  SlipStep *step = slip_cli_execute (cli, edit_freeze, &freeze, error);
  return slip_cli_report_step (cli, step, slip_entity_edit_get_id (edit));
}

static gboolean
run_set (SlipCli *cli,
         const SlipCliVerb *verb,
         char ***arguments,
         GError **error)
{
  g_auto (FreezeOptions) options;

  init_options (&options);
  if (!parse_options (cli, verb, arguments, &options, FALSE, error) ||
      !slip_cli_open (cli, SLIP_CLI_WRITE, error))
    return FALSE;
  const SlipRow *row =
    slip_entity_find (cli->state, SLIP_KIND_FREEZE, (*arguments)[0], error);
  if (row == NULL)
    return FALSE;
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_set (SLIP_KIND_FREEZE, slip_row_get_id (row));
  FreezeEdit freeze = { edit, options.members };
  if (!parse_freeze (cli, &options, edit, error) ||
      !find_members (cli, &options, error))
    return FALSE;
  SlipStep *step = slip_cli_execute (cli, edit_freeze, &freeze, error);
  return slip_cli_report_step (cli, step, NULL);
}

/* The ids of what the parts of @kind of @freeze name. */
static JsonArray *
new_members (const SlipPlanState *state, const SlipRow *freeze, SlipKind kind)
{
  g_autoptr (GPtrArray) parts =
    slip_plan_state_list_owned (state, kind, slip_row_get_id (freeze));
  JsonArray *ids = json_array_new ();

  for (guint i = 0; i < parts->len; i++)
    json_array_add_string_element (ids, slip_row_get_text (parts->pdata[i], 0));
  return ids;
}

static char *
dup_weekly (const char *days, const char *months, const char *first)
{
  if (*months == '\0')
    /* Translators: weekdays, and a date. */
    return g_strdup_printf (_ ("weekly %s, from %s"), days, first);

  return g_strdup_printf (_ ("weekly %s %s, from %s"), days, months, first);
}

static char *
dup_days (const SlipRow *freeze)
{
  g_autofree char *first =
    slip_date_to_text (slip_row_get_date (freeze, SLIP_FREEZE_FIRST_DAY));
  g_autofree char *last =
    slip_date_to_text (slip_row_get_date (freeze, SLIP_FREEZE_LAST_DAY));
  g_autofree char *days = slip_cli_dup_weekdays (
    (guint) slip_row_get_integer (freeze, SLIP_FREEZE_WEEKDAYS));
  g_autofree char *months = slip_cli_dup_months (
    (guint) slip_row_get_integer (freeze, SLIP_FREEZE_MONTHS));

  switch ((SlipRepeat) slip_row_get_integer (freeze, SLIP_FREEZE_REPEAT)) {
  case SLIP_REPEAT_NEVER:
    break;
  case SLIP_REPEAT_WEEKLY:
    return dup_weekly (days, months, first);
  case SLIP_REPEAT_YEARLY:
    return g_strdup_printf (_ ("yearly %s – %s"), first, last);
  }
  return g_strdup_printf ("%s – %s", first, last);
}

static char *
dup_rule (const SlipRow *freeze)
{
  SlipDate until = slip_row_get_date (freeze, SLIP_FREEZE_UNTIL);
  char *rule = dup_days (freeze);

  if (!slip_date_is_set (until) ||
      slip_row_get_integer (freeze, SLIP_FREEZE_REPEAT) == SLIP_REPEAT_NEVER)
    return rule;

  g_autofree char *endless = rule;
  g_autofree char *end = slip_date_to_text (until);
  return g_strdup_printf (_ ("%s, until %s"), endless, end);
}

static int
compare_first_days_cb (gconstpointer a, gconstpointer b)
{
  const SlipRow *const *row_a = a;
  const SlipRow *const *row_b = b;

  return slip_date_compare (slip_row_get_date (*row_a, SLIP_FREEZE_FIRST_DAY),
                            slip_row_get_date (*row_b, SLIP_FREEZE_FIRST_DAY));
}

static void
print_freezes (SlipCli *cli, GPtrArray *rows)
{
  g_autoptr (SlipCliTable) table = slip_cli_table_new (
    (const char *[]){ _ ("NAME"), _ ("WHEN"), "", _ ("FOR"), "ID", NULL });

  for (guint i = 0; i < rows->len; i++) {
    const SlipRow *row = rows->pdata[i];
    g_autofree char *rule = dup_rule (row);
    g_autofree char *names = slip_freeze_dup_whom (cli->state, row);
    gboolean is_soft =
      slip_row_get_integer (row, SLIP_FREEZE_SEVERITY) == SLIP_SEVERITY_SOFT;
    slip_cli_table_add (table, (const char *[]){
                                 slip_row_get_text (row, SLIP_FREEZE_NAME),
                                 rule, is_soft ? _ ("soft") : _ ("hard"), names,
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
  if (!slip_cli_parse (cli, verb, NULL, arguments, error) ||
      !slip_cli_open (cli, SLIP_CLI_READ, error))
    return FALSE;
  g_autoptr (GPtrArray) rows =
    slip_plan_state_list (cli->state, SLIP_KIND_FREEZE);
  g_ptr_array_sort (rows, compare_first_days_cb);
  if (!cli->is_json) {
    print_freezes (cli, rows);
    return TRUE;
  }
  JsonArray *array = json_array_new ();
  for (guint i = 0; i < rows->len; i++) {
    JsonObject *object = slip_cli_json_new_entity (rows->pdata[i]);
    json_object_set_array_member (object, "products",
                                  new_members (cli->state, rows->pdata[i],
                                               SLIP_KIND_FREEZE_PRODUCT));
    json_object_set_array_member (object, "audiences",
                                  new_members (cli->state, rows->pdata[i],
                                               SLIP_KIND_FREEZE_AUDIENCE));
    json_array_add_object_element (array, object);
  }
  slip_cli_json_print (slip_cli_json_array_node (array));
  return TRUE;
}

static gboolean
run_remove (SlipCli *cli,
            const SlipCliVerb *verb,
            char ***arguments,
            GError **error)
{
  if (!slip_cli_parse (cli, verb, NULL, arguments, error) ||
      !slip_cli_open (cli, SLIP_CLI_WRITE, error))
    return FALSE;
  const SlipRow *row =
    slip_entity_find (cli->state, SLIP_KIND_FREEZE, (*arguments)[0], error);
  if (row == NULL)
    return FALSE;
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_remove (SLIP_KIND_FREEZE, slip_row_get_id (row));
  SlipStep *step = slip_cli_execute (cli, slip_entity_edit_run, edit, error);
  return slip_cli_report_step (cli, step, NULL);
}

const SlipCliVerb slip_cli_freeze_verbs[] = {
  { "freeze add", "NAME", N_ ("Add days on which nothing may go out"), 1, 1,
    run_add },
  { "freeze list", "", N_ ("List the freezes"), 0, 0, run_list },
  { "freeze set", "FREEZE", N_ ("Change a freeze"), 1, 1, run_set },
  { "freeze remove", "FREEZE", N_ ("Remove a freeze"), 1, 1, run_remove },
  { NULL },
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-parts.h"

#include "slip-checklist.h"
#include "slip-entity-find.h"
#include "slip-stage.h"

#include <glib/gi18n.h>
#include <string.h>

const SlipRow *
slip_cli_open_release (SlipCli *cli,
                       SlipCliOpening opening,
                       const char *text,
                       GError **error)
{
  if (!slip_cli_open (cli, opening, error))
    return NULL;
  const SlipRow *release =
    slip_entity_find (cli->state, SLIP_KIND_RELEASE, text, error);
  if (release == NULL)
    return NULL;
  /* Loading makes another state, in which the release may be another row. */
  g_autofree char *id = g_strdup (slip_row_get_id (release));
  if (!slip_cli_load_parts (cli, id, error))
    return NULL;
  return slip_plan_state_get (cli->state, SLIP_KIND_RELEASE, id);
}

typedef struct {
  const SlipPlanState *state;
  GPtrArray *ids;
} Open;

/* Of what is closed, only what was left unfinished has a summary. */
static void
note_open (const SlipRow *release, gpointer data)
{
  const Open *open = data;
  const char *id = slip_row_get_id (release);
  g_autoptr (SlipReleaseSummary) summary =
    slip_plan_state_get_summary (open->state, id);

  if (summary != NULL || slip_release_is_open (release))
    g_ptr_array_add (open->ids, g_strdup (id));
}

gboolean
slip_cli_load_open (SlipCli *cli, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GAsyncResult) result = NULL;

  Open open = { cli->state, ids };

  slip_plan_state_foreach (cli->state, SLIP_KIND_RELEASE, note_open, &open);
  g_ptr_array_add (ids, NULL);
  slip_workspace_load_parts_async (cli->workspace,
                                   (const char *const *) ids->pdata, NULL,
                                   slip_cli_ready_cb, &result);
  gboolean is_loaded =
    slip_workspace_load_parts_finish (cli->workspace, slip_cli_wait (&result),
                                      error);
  slip_cli_refresh (cli);
  return is_loaded;
}

static gboolean
is_stage (const SlipRow *stage, const char *text)
{
  const char *name = slip_row_get_text (stage, SLIP_STAGE_NAME);
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *folded_name =
    name != NULL ? g_utf8_casefold (name, -1) : NULL;

  return g_str_equal (slip_row_get_id (stage), text) ||
         g_strcmp0 (folded, folded_name) == 0;
}

const SlipRow *
slip_cli_find_stage (SlipCli *cli,
                     const char *release,
                     const char *text,
                     GError **error)
{
  g_autoptr (GPtrArray) stages = slip_stage_list (cli->state, release);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < stages->len; i++) {
    const char *name = slip_row_get_text (stages->pdata[i], SLIP_STAGE_NAME);

    if (is_stage (stages->pdata[i], text))
      return slip_plan_state_get (cli->state, SLIP_KIND_STAGE,
                                  slip_row_get_id (stages->pdata[i]));
    g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                            name != NULL ? name : "");
  }
  g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND,
               /* Translators: a name, and the stages that there are. */
               _ ("There is no stage “%s”; there are: %s"), text,
               names->len > 0 ? names->str : _ ("none"));
  return NULL;
}

const SlipRow *
slip_cli_find_checklist (SlipCli *cli,
                         const SlipRow *release,
                         const char *audience,
                         GError **error)
{
  const SlipRow *row =
    slip_entity_find (cli->state, SLIP_KIND_AUDIENCE, audience, error);

  if (row == NULL)
    return NULL;
  g_autoptr (GPtrArray) checklists =
    slip_checklist_list (cli->state, slip_row_get_id (release));
  for (guint i = 0; i < checklists->len; i++) {
    if (g_strcmp0 (slip_row_get_text (checklists->pdata[i],
                                      SLIP_CHECKLIST_AUDIENCE),
                   slip_row_get_id (row)) == 0)
      return slip_plan_state_get (cli->state, SLIP_KIND_CHECKLIST,
                                  slip_row_get_id (checklists->pdata[i]));
  }
  g_autofree char *title = slip_release_dup_title (cli->state, release);
  g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND,
               /* Translators: a release and an audience. */
               _ ("%s has no checklist for %s"), title,
               slip_row_get_text (row, SLIP_AUDIENCE_NAME));
  return NULL;
}

static gboolean
has_title (const SlipRow *item, const char *text)
{
  const char *title = slip_row_get_text (item, SLIP_ITEM_TITLE);

  if (title == NULL)
    return FALSE;
  g_autofree char *a = g_utf8_casefold (title, -1);
  g_autofree char *b = g_utf8_casefold (text, -1);
  return g_utf8_collate (a, b) == 0;
}

static void
set_ambiguous (const SlipCli *cli,
               GPtrArray *found,
               const char *text,
               GError **error)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++) {
    const SlipRow *item = found->pdata[i];
    const char *audience = slip_cli_get_audience (cli, item);

    g_string_append_printf (list, "\n  %s  %s, %s", slip_row_get_id (item),
                            audience != NULL ? audience : "",
                            slip_row_get_text (item, SLIP_ITEM_TITLE));
  }
  g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_AMBIGUOUS,
               /* Translators: a title, and a list of ids with titles. */
               _ ("“%s” may mean any of:%s"), text, list->str);
}

static const SlipRow *
find_by_title (SlipCli *cli,
               const SlipRow *release,
               const char *text,
               const char *audience,
               GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  const SlipRow *checklist = NULL;

  if (audience != NULL) {
    checklist = slip_cli_find_checklist (cli, release, audience, error);
    if (checklist == NULL)
      return NULL;
  }
  g_autoptr (GPtrArray) items =
    slip_checklist_list_items (cli->state, slip_row_get_id (release),
                               checklist != NULL ? slip_row_get_id (checklist)
                                                 : NULL);
  for (guint i = 0; i < items->len; i++) {
    if (g_str_equal (slip_row_get_id (items->pdata[i]), text) ||
        has_title (items->pdata[i], text))
      g_ptr_array_add (found, items->pdata[i]);
  }
  if (found->len == 1)
    return slip_plan_state_get (cli->state, SLIP_KIND_ITEM,
                                slip_row_get_id (found->pdata[0]));
  if (found->len > 1) {
    set_ambiguous (cli, found, text, error);
    return NULL;
  }
  g_autofree char *title = slip_release_dup_title (cli->state, release);
  g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND,
               /* Translators: a release and the title of an item. */
               _ ("%s has no item “%s”"), title, text);
  return NULL;
}

static const SlipRow *
find_by_id (SlipCli *cli, const char *id, GError **error)
{
  if (!slip_cli_load_open (cli, error))
    return NULL;
  const SlipRow *item = slip_plan_state_get (cli->state, SLIP_KIND_ITEM, id);
  if (item == NULL)
    g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND,
                 _ ("No open release has an item “%s”"), id);
  return item;
}

const SlipRow *
slip_cli_take_item (SlipCli *cli,
                    char ***words,
                    const char *audience,
                    GError **error)
{
  const char *first = (*words)[0];

  if (!slip_cli_open (cli, SLIP_CLI_WRITE, error))
    return NULL;
  if (g_uuid_string_is_valid (first) &&
      slip_plan_state_get (cli->state, SLIP_KIND_RELEASE, first) == NULL) {
    *words += 1;
    return find_by_id (cli, first, error);
  }
  if ((*words)[1] == NULL) {
    g_set_error_literal (
      error, SLIP_CLI_ERROR, SLIP_CLI_ERROR_USAGE,
      _ ("An item is named by its id, or by its release and its title"));
    return NULL;
  }
  const SlipRow *release =
    slip_entity_find (cli->state, SLIP_KIND_RELEASE, first, error);
  if (release == NULL)
    return NULL;
  g_autofree char *id = g_strdup (slip_row_get_id (release));
  if (!slip_cli_load_parts (cli, id, error))
    return NULL;
  release = slip_plan_state_get (cli->state, SLIP_KIND_RELEASE, id);
  *words += 2;
  return find_by_title (cli, release, (*words)[-1], audience, error);
}

const char *
slip_cli_get_name (const SlipCli *cli, const SlipRow *row, guint property)
{
  const SlipRow *target = slip_plan_state_follow (cli->state, row, property);
  int name = target != NULL
               ? slip_schema_find_property (slip_row_get_kind (target), "name")
               : -1;

  return name >= 0 ? slip_row_get_text (target, (guint) name) : NULL;
}

const char *
slip_cli_get_audience (const SlipCli *cli, const SlipRow *item)
{
  const SlipRow *checklist =
    slip_plan_state_follow (cli->state, item, SLIP_ITEM_CHECKLIST);

  return checklist != NULL
           ? slip_cli_get_name (cli, checklist, SLIP_CHECKLIST_AUDIENCE)
           : NULL;
}

const SlipRow *
slip_cli_get_item_owner (const SlipCli *cli, const SlipRow *item)
{
  const SlipRow *owner =
    slip_plan_state_follow (cli->state, item, SLIP_ITEM_OWNER);
  const SlipRow *checklist =
    slip_plan_state_follow (cli->state, item, SLIP_ITEM_CHECKLIST);

  if (owner != NULL || checklist == NULL)
    return owner;
  return slip_plan_state_follow (cli->state, checklist, SLIP_CHECKLIST_OWNER);
}

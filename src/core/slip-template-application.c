/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-template-application.h"

#include <glib/gi18n-lib.h>

#include "slip-audience.h"
#include "slip-entity-edit.h"
#include "slip-exposure.h"
#include "slip-gate-usual.h"
#include "slip-item-list.h"
#include "slip-last-rank.h"
#include "slip-rank.h"
#include "slip-stage-edit.h"
#include "slip-stage.h"
#include "slip-template.h"

struct _SlipTemplateApplication {
  char *template_id;
  char *release;
  char *seed;       /* what the ids of new entities are derived from */
  GPtrArray *edits; /* what makes the release, or NULL */
  GStrv without;    /* ids of template_audiences, or NULL for none */
};

SlipTemplateApplication *
slip_template_application_new (const char *template_id, const char *release)
{
  SlipTemplateApplication *self = g_new0 (SlipTemplateApplication, 1);

  self->template_id = g_strdup (template_id);
  self->release = g_strdup (release);
  self->seed = slip_id_new ();
  return self;
}

void
slip_template_application_free (SlipTemplateApplication *self)
{
  g_free (self->template_id);
  g_free (self->release);
  g_free (self->seed);
  g_clear_pointer (&self->edits, g_ptr_array_unref);
  g_strfreev (self->without);
  g_free (self);
}

void
slip_template_application_set_seed (SlipTemplateApplication *self,
                                    const char *seed)
{
  g_free (self->seed);
  self->seed = g_strdup (seed);
}

const char *
slip_template_application_get_template (const SlipTemplateApplication *self)
{
  return self->template_id;
}

const char *
slip_template_application_get_release (const SlipTemplateApplication *self)
{
  return self->release;
}

void
slip_template_application_take_creation (SlipTemplateApplication *self,
                                         GPtrArray *edits)
{
  g_clear_pointer (&self->edits, g_ptr_array_unref);
  self->edits = edits;
}

void
slip_template_application_set_without (SlipTemplateApplication *self,
                                       const char *const *audiences)
{
  g_strfreev (self->without);
  self->without = g_strdupv ((GStrv) audiences);
}

/* One run of it. */
typedef struct {
  SlipEdit *edit;
  const SlipTemplateApplication *self;
  GHashTable *checklists; /* id of an audience → id of the checklist */
  GHashTable *stages;     /* id of a template_stage → id of the stage */
  char *last_item_rank;
} Run;

static char *
dup_id (const Run *run, const char *noun, const char *key)
{
  g_autofree char *name =
    g_strconcat (run->self->seed, "/", noun, "/", key, NULL);

  return slip_id_new_derived (name);
}

static const SlipPlanState *
get_state (const Run *run)
{
  return slip_edit_get_state (run->edit);
}

/* The ids that rows have are borrowed from a state that the next change may
 * replace, so they are copied. */
static char *
dup_person (const SlipRow *person)
{
  return person != NULL ? g_strdup (slip_row_get_id (person)) : NULL;
}

/* Returns: (nullable): the id of who is to own the checklist for @part. */
static char *
dup_owner (const SlipPlanState *state, const SlipRow *part)
{
  const SlipRow *audience =
    slip_plan_state_follow (state, part, SLIP_TEMPLATE_AUDIENCE_AUDIENCE);
  const SlipRow *person = slip_template_find_person (
    state, slip_row_get_text (part, SLIP_TEMPLATE_AUDIENCE_OWNER_ROLE));

  if (person == NULL)
    person = slip_audience_find_owner (state, audience);

  return dup_person (person);
}

static const SlipRow *
find_checklist (const SlipPlanState *state,
                const char *release,
                const char *audience)
{
  g_autoptr (GPtrArray) checklists =
    slip_plan_state_list_owned (state, SLIP_KIND_CHECKLIST, release);

  for (guint i = 0; i < checklists->len; i++)
    if (g_strcmp0 (slip_row_get_text (checklists->pdata[i],
                                      SLIP_CHECKLIST_AUDIENCE),
                   audience) == 0)
      return slip_plan_state_get (state, SLIP_KIND_CHECKLIST,
                                  slip_row_get_id (checklists->pdata[i]));

  return NULL;
}

static void
set_owner (const Run *run, const char *checklist, const SlipRow *part)
{
  g_autofree char *owner = dup_owner (get_state (run), part);

  if (owner != NULL)
    slip_edit_set_text (run->edit, SLIP_KIND_CHECKLIST, checklist,
                        SLIP_CHECKLIST_OWNER, owner);
}

/* The checklist for the audience of @part, made if there is none. */
static void
ensure_checklist (Run *run, const SlipRow *part)
{
  const char *audience =
    slip_row_get_text (part, SLIP_TEMPLATE_AUDIENCE_AUDIENCE);
  g_autofree char *new_id = NULL;
  g_autofree char *id = NULL;
  const SlipRow *row;

  if (g_hash_table_contains (run->checklists, audience))
    return;

  new_id = dup_id (run, "checklist", audience);
  id = slip_checklist_ensure (run->edit, run->self->release, audience, new_id);
  row = slip_plan_state_get (get_state (run), SLIP_KIND_CHECKLIST, id);
  if (g_str_equal (id, new_id) ||
      (row != NULL &&
       !slip_row_get_boolean (row, SLIP_CHECKLIST_IS_NOT_NEEDED) &&
       slip_row_get_text (row, SLIP_CHECKLIST_OWNER) == NULL))
    set_owner (run, id, part);

  g_hash_table_insert (run->checklists, g_strdup (audience),
                       g_steal_pointer (&id));
}

static gboolean
is_audience_retired (const SlipPlanState *state, const SlipRow *part)
{
  const SlipRow *audience =
    slip_plan_state_follow (state, part, SLIP_TEMPLATE_AUDIENCE_AUDIENCE);

  return audience == NULL ||
         slip_row_get_boolean (audience, SLIP_AUDIENCE_IS_RETIRED);
}

/* Whether nothing is wanted for the template_audience @part. */
static gboolean
is_left_out (const Run *run, const SlipRow *part)
{
  return is_audience_retired (get_state (run), part) ||
         (run->self->without != NULL &&
          g_strv_contains ((const char *const *) run->self->without,
                           slip_row_get_id (part)));
}

static void
add_checklists (Run *run)
{
  g_autoptr (GPtrArray) parts =
    slip_template_list_audiences (get_state (run), run->self->template_id);

  for (guint i = 0; i < parts->len; i++)
    if (!is_left_out (run, parts->pdata[i]))
      ensure_checklist (run, parts->pdata[i]);
}

static char *
dup_folded_name (const SlipRow *row, guint property)
{
  const char *name = slip_row_get_text (row, property);

  return slip_template_fold (name != NULL ? name : "");
}

/* The stage of @stages that @part is there as already. */
static const SlipRow *
find_stage (const GPtrArray *stages, const SlipRow *part)
{
  g_autofree char *name = dup_folded_name (part, SLIP_TEMPLATE_STAGE_NAME);
  gboolean is_launch =
    slip_row_get_boolean (part, SLIP_TEMPLATE_STAGE_IS_LAUNCH);

  for (guint i = 0; i < stages->len; i++) {
    g_autofree char *other =
      dup_folded_name (stages->pdata[i], SLIP_STAGE_NAME);

    if (is_launch
          ? slip_row_get_boolean (stages->pdata[i], SLIP_STAGE_IS_LAUNCH)
          : g_str_equal (name, other))
      return stages->pdata[i];
  }

  return NULL;
}

static void
copy_stage (const Run *run, const SlipRow *part, const char *id)
{
  static const guint properties[][2] = {
    { SLIP_TEMPLATE_STAGE_NAME, SLIP_STAGE_NAME },
    { SLIP_TEMPLATE_STAGE_TYPE, SLIP_STAGE_TYPE },
    { SLIP_TEMPLATE_STAGE_SHARE, SLIP_STAGE_SHARE },
    { SLIP_TEMPLATE_STAGE_SEGMENT, SLIP_STAGE_SEGMENT },
    { SLIP_TEMPLATE_STAGE_IS_LAUNCH, SLIP_STAGE_IS_LAUNCH },
    { SLIP_TEMPLATE_STAGE_START_ANCHOR, SLIP_STAGE_START_ANCHOR },
    { SLIP_TEMPLATE_STAGE_START_OFFSET, SLIP_STAGE_START_OFFSET },
    { SLIP_TEMPLATE_STAGE_START_UNIT, SLIP_STAGE_START_UNIT },
    { SLIP_TEMPLATE_STAGE_LENGTH_DAYS, SLIP_STAGE_LENGTH_DAYS },
    { SLIP_TEMPLATE_STAGE_SOAK_HOURS, SLIP_STAGE_SOAK_HOURS },
    { SLIP_TEMPLATE_STAGE_ADVANCE, SLIP_STAGE_ADVANCE },
  };

  slip_edit_create (run->edit, SLIP_KIND_STAGE, id, run->self->release);
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    slip_edit_set (run->edit, SLIP_KIND_STAGE, id, properties[i][1],
                   slip_row_peek (part, properties[i][0]));
}

/* The rank of the first of @stages, which are in order, after @rank. */
static const char *
find_next_rank (const GPtrArray *stages, const char *rank)
{
  for (guint i = 0; i < stages->len; i++) {
    const char *next = slip_row_get_text (stages->pdata[i], SLIP_STAGE_RANK);

    if (g_strcmp0 (next, rank) > 0)
      return next;
  }

  return NULL;
}

/* The stages that came with the template ask for what is usual before they
 * start; those in @stages were there before. */
static void
add_gates (const Run *run, const GPtrArray *parts, const GPtrArray *stages)
{
  for (guint i = 0; i < parts->len; i++) {
    const char *id =
      g_hash_table_lookup (run->stages, slip_row_get_id (parts->pdata[i]));

    if (id != NULL && find_stage (stages, parts->pdata[i]) == NULL)
      slip_gate_add_usual (run->edit, id, run->self->seed);
  }
}

/* Where the rollout would shrink by the stage @id it goes elsewhere. */
static void
place_stage (const Run *run, const char *id)
{
  const SlipPlanState *state = get_state (run);
  const SlipRow *stage = slip_plan_state_get (state, SLIP_KIND_STAGE, id);

  if (stage != NULL && !slip_exposure_check (state, stage, NULL))
    slip_stage_place (run->edit, id);
}

/* New stages go where the template has them among those that are there. */
static void
add_stages (Run *run)
{
  g_autoptr (GPtrArray) parts =
    slip_template_list_stages (get_state (run), run->self->template_id);
  g_autoptr (GPtrArray) stages =
    slip_stage_list (get_state (run), run->self->release);
  g_autofree char *rank = NULL;

  for (guint i = 0; i < parts->len; i++) {
    const SlipRow *part = parts->pdata[i];
    const SlipRow *stage = find_stage (stages, part);
    g_autofree char *id = stage != NULL
                            ? g_strdup (slip_row_get_id (stage))
                            : dup_id (run, "stage", slip_row_get_id (part));

    if (stage == NULL) {
      char *new_rank = slip_rank_between (rank, find_next_rank (stages, rank));

      copy_stage (run, part, id);
      slip_edit_set_text (run->edit, SLIP_KIND_STAGE, id, SLIP_STAGE_RANK,
                          new_rank);
      place_stage (run, id);
      g_free (rank);
      rank = new_rank;
    } else {
      g_free (rank);
      rank = g_strdup (slip_row_get_text (stage, SLIP_STAGE_RANK));
    }
    g_hash_table_insert (run->stages, g_strdup (slip_row_get_id (part)),
                         g_steal_pointer (&id));
  }
  add_gates (run, parts, stages);
}

/* An item of a stage that the release does not have follows the release date,
 * as it would in the template without that stage. */
static void
set_rule (const Run *run, const SlipRow *part, const char *id)
{
  gint64 anchor = slip_row_get_integer (part, SLIP_TEMPLATE_ITEM_DUE_ANCHOR);
  const char *template_stage =
    slip_row_get_text (part, SLIP_TEMPLATE_ITEM_DUE_STAGE);
  const char *stage = template_stage != NULL
                        ? g_hash_table_lookup (run->stages, template_stage)
                        : NULL;

  if (anchor == SLIP_DUE_STAGE && stage == NULL)
    anchor = SLIP_DUE_RELEASE;
  slip_edit_set_integer (run->edit, SLIP_KIND_ITEM, id, SLIP_ITEM_DUE_ANCHOR,
                         anchor);
  if (anchor == SLIP_DUE_STAGE)
    slip_edit_set_text (run->edit, SLIP_KIND_ITEM, id, SLIP_ITEM_DUE_STAGE,
                        stage);
}

static void
set_item_owner (const Run *run,
                const SlipRow *part,
                const char *id,
                const char *checklist)
{
  const SlipPlanState *state = get_state (run);
  const SlipRow *person = slip_template_find_person (
    state, slip_row_get_text (part, SLIP_TEMPLATE_ITEM_OWNER_ROLE));
  const SlipRow *row =
    slip_plan_state_get (state, SLIP_KIND_CHECKLIST, checklist);
  g_autofree char *owner = dup_person (person);

  if (owner != NULL && row != NULL &&
      g_strcmp0 (owner, slip_row_get_text (row, SLIP_CHECKLIST_OWNER)) != 0)
    slip_edit_set_text (run->edit, SLIP_KIND_ITEM, id, SLIP_ITEM_OWNER, owner);
}

static void
add_item (Run *run, const SlipRow *part, const char *checklist)
{
  static const guint properties[][2] = {
    { SLIP_TEMPLATE_ITEM_TITLE, SLIP_ITEM_TITLE },
    { SLIP_TEMPLATE_ITEM_IS_REQUIRED, SLIP_ITEM_IS_REQUIRED },
    { SLIP_TEMPLATE_ITEM_NEEDS_EVIDENCE, SLIP_ITEM_NEEDS_EVIDENCE },
    { SLIP_TEMPLATE_ITEM_DUE_OFFSET, SLIP_ITEM_DUE_OFFSET },
    { SLIP_TEMPLATE_ITEM_DUE_UNIT, SLIP_ITEM_DUE_UNIT },
    { SLIP_TEMPLATE_ITEM_DUE_SNAP, SLIP_ITEM_DUE_SNAP },
    { SLIP_TEMPLATE_ITEM_NOTE, SLIP_ITEM_NOTE },
  };
  g_autofree char *id = dup_id (run, "item", slip_row_get_id (part));
  char *rank = slip_rank_between (run->last_item_rank, NULL);

  slip_edit_create (run->edit, SLIP_KIND_ITEM, id, run->self->release);
  slip_edit_set_text (run->edit, SLIP_KIND_ITEM, id, SLIP_ITEM_CHECKLIST,
                      checklist);
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    slip_edit_set (run->edit, SLIP_KIND_ITEM, id, properties[i][1],
                   slip_row_peek (part, properties[i][0]));
  set_rule (run, part, id);
  set_item_owner (run, part, id, checklist);
  slip_edit_set_text (run->edit, SLIP_KIND_ITEM, id, SLIP_ITEM_ORIGIN,
                      slip_row_get_id (part));
  slip_edit_set_text (run->edit, SLIP_KIND_ITEM, id, SLIP_ITEM_RANK, rank);
  g_free (run->last_item_rank);
  run->last_item_rank = rank;
}

static void
add_items (Run *run)
{
  g_autoptr (GPtrArray) present =
    slip_plan_state_list_owned (get_state (run), SLIP_KIND_ITEM,
                                run->self->release);
  g_autoptr (GPtrArray) missing =
    slip_template_list_missing (get_state (run), run->self->template_id,
                                run->self->release);

  run->last_item_rank = g_strdup (slip_last_rank_find (present));
  for (guint i = 0; i < missing->len; i++) {
    const SlipRow *item = missing->pdata[i];
    const SlipRow *part = slip_plan_state_follow (get_state (run), item,
                                                  SLIP_TEMPLATE_ITEM_AUDIENCE);
    g_autoptr (SlipRow) held = slip_row_ref (part);

    if (is_left_out (run, held))
      continue;
    ensure_checklist (run, held);
    add_item (run, item,
              g_hash_table_lookup (
                run->checklists,
                slip_row_get_text (held, SLIP_TEMPLATE_AUDIENCE_AUDIENCE)));
  }
}

static gboolean
has_communication (const Run *run,
                   const char *audience,
                   SlipCommunicationType type)
{
  g_autoptr (GPtrArray) rows =
    slip_plan_state_list_owned (get_state (run), SLIP_KIND_COMMUNICATION,
                                run->self->release);

  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (slip_row_get_text (rows->pdata[i],
                                      SLIP_COMMUNICATION_AUDIENCE),
                   audience) == 0 &&
        slip_row_get_integer (rows->pdata[i], SLIP_COMMUNICATION_TYPE) == type)
      return TRUE;

  return FALSE;
}

static void
plan_communication (const Run *run, const SlipRow *audience)
{
  const char *audience_id = slip_row_get_id (audience);
  gint64 notice = slip_row_get_integer (audience, SLIP_AUDIENCE_NOTICE_DAYS);
  SlipCommunicationType type =
    slip_row_get_integer (audience, SLIP_AUDIENCE_SIDE) == SLIP_SIDE_EXTERNAL
      ? SLIP_COMMUNICATION_ANNOUNCEMENT
      : SLIP_COMMUNICATION_BRIEF;
  const struct {
    guint property;
    gint64 value;
  } values[] = {
    { SLIP_COMMUNICATION_TYPE, type },
    { SLIP_COMMUNICATION_PLANNED_ANCHOR, SLIP_DUE_RELEASE },
    { SLIP_COMMUNICATION_PLANNED_OFFSET, -notice },
    { SLIP_COMMUNICATION_PLANNED_UNIT, SLIP_UNIT_WORKING_DAYS },
    { SLIP_COMMUNICATION_PLANNED_SNAP, SLIP_SNAP_EARLIER },
  };
  g_autofree char *id = dup_id (run, "communication", audience_id);

  if (notice <= 0 || has_communication (run, audience_id, type))
    return;

  slip_edit_create (run->edit, SLIP_KIND_COMMUNICATION, id, run->self->release);
  slip_edit_set_text (run->edit, SLIP_KIND_COMMUNICATION, id,
                      SLIP_COMMUNICATION_AUDIENCE, audience_id);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    slip_edit_set_integer (run->edit, SLIP_KIND_COMMUNICATION, id,
                           values[i].property, values[i].value);
}

static void
plan_communications (const Run *run)
{
  g_autoptr (GPtrArray) parts =
    slip_template_list_audiences (get_state (run), run->self->template_id);

  for (guint i = 0; i < parts->len; i++) {
    const SlipPlanState *state = get_state (run);
    const SlipRow *audience =
      slip_plan_state_follow (state, parts->pdata[i],
                              SLIP_TEMPLATE_AUDIENCE_AUDIENCE);
    const SlipRow *checklist =
      audience != NULL
        ? find_checklist (state, run->self->release, slip_row_get_id (audience))
        : NULL;

    if (checklist != NULL &&
        !slip_row_get_boolean (checklist, SLIP_CHECKLIST_IS_NOT_NEEDED) &&
        !is_left_out (run, parts->pdata[i])) {
      g_autoptr (SlipRow) held = slip_row_ref (audience);

      plan_communication (run, held);
    }
  }
}

/* Whether template and release are there, and calls the step after the
 * release unless what makes it has. */
static gboolean
begin (SlipEdit *edit, const SlipTemplateApplication *self, GError **error)
{
  const SlipPlanState *state = slip_edit_get_state (edit);
  const SlipRow *release =
    slip_plan_state_get (state, SLIP_KIND_RELEASE, self->release);
  g_autofree char *title = NULL;

  if (release == NULL || slip_release_is_deleted (release) ||
      slip_plan_state_get (state, SLIP_KIND_TEMPLATE, self->template_id) ==
        NULL) {
    g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND,
                         _ ("It has been deleted in the meantime"));
    return FALSE;
  }
  if (slip_release_is_closed (release)) {
    g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
                         _ ("The release is over; a template is for what is "
                            "still to come"));
    return FALSE;
  }

  title = slip_release_dup_short_title (state, release);
  if (self->edits == NULL) {
    slip_edit_set_verb (edit, SLIP_VERB_TEMPLATE);
    slip_edit_set_subject (edit, title);
  }
  return TRUE;
}

gboolean
slip_template_application_run (SlipEdit *edit,
                               gconstpointer data,
                               GError **error)
{
  const SlipTemplateApplication *self = data;
  g_autoptr (GHashTable) checklists =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) stages =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Run run = { edit, self, checklists, stages, NULL };

  if (self->edits != NULL &&
      !slip_entity_edit_run_all (edit, self->edits, error))
    return FALSE;
  if (!begin (edit, self, error) || !slip_edit_need (edit, self->release))
    return FALSE;

  slip_edit_set_text (edit, SLIP_KIND_RELEASE, self->release,
                      SLIP_RELEASE_TEMPLATE, self->template_id);
  add_stages (&run);
  add_checklists (&run);
  add_items (&run);
  plan_communications (&run);

  g_free (run.last_item_rank);
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-entity-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "slip-board.h"
#include "slip-checklist.h"
#include "slip-criterion-edit.h"
#include "slip-dependency.h"
#include "slip-exposure.h"
#include "slip-flag.h"
#include "slip-last-rank.h"
#include "slip-product.h"
#include "slip-rank.h"
#include "slip-rules.h"
#include "slip-schedule.h"
#include "slip-stage-edit.h"
#include "slip-t-date.h"
#include "slip-template.h"

typedef enum {
  ENTITY_CREATE,
  ENTITY_SET,
  ENTITY_REMOVE,
} EntityEditType;

typedef struct {
  guint property;
  SlipValue value;
} Assignment;

struct _SlipEntityEdit {
  EntityEditType type;
  SlipKind kind;
  char *id;
  char *owner;
  char *reason;
  GArray *assignments;
};

static void
clear_assignment (gpointer data)
{
  Assignment *assignment = data;

  slip_value_clear (&assignment->value);
}

static SlipEntityEdit *
entity_edit_new (EntityEditType type,
                 SlipKind kind,
                 const char *id,
                 const char *owner)
{
  SlipEntityEdit *self = g_new0 (SlipEntityEdit, 1);

  self->type = type;
  self->kind = kind;
  self->id = id != NULL ? g_strdup (id) : slip_id_new ();
  self->owner = g_strdup (owner);
  self->assignments = g_array_new (FALSE, FALSE, sizeof (Assignment));
  g_array_set_clear_func (self->assignments, clear_assignment);
  return self;
}

SlipEntityEdit *
slip_entity_edit_new_create (SlipKind kind, const char *id, const char *owner)
{
  return entity_edit_new (ENTITY_CREATE, kind, id, owner);
}

SlipEntityEdit *
slip_entity_edit_new_set (SlipKind kind, const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return entity_edit_new (ENTITY_SET, kind, id, NULL);
}

SlipEntityEdit *
slip_entity_edit_new_remove (SlipKind kind, const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return entity_edit_new (ENTITY_REMOVE, kind, id, NULL);
}

void
slip_entity_edit_free (SlipEntityEdit *self)
{
  g_free (self->id);
  g_free (self->owner);
  g_free (self->reason);
  g_array_unref (self->assignments);
  g_free (self);
}

const char *
slip_entity_edit_get_id (const SlipEntityEdit *self)
{
  return self->id;
}

void
slip_entity_edit_set_reason (SlipEntityEdit *self, const char *reason)
{
  g_free (self->reason);
  self->reason = g_strdup (reason);
}

void
slip_entity_edit_add (SlipEntityEdit *self,
                      guint property,
                      const SlipValue *value)
{
  Assignment assignment = { property, slip_value_copy (value) };

  for (guint i = 0; i < self->assignments->len; i++)
    if (g_array_index (self->assignments, Assignment, i).property == property) {
      g_array_remove_index (self->assignments, i);
      break;
    }

  g_array_append_val (self->assignments, assignment);
}

void
slip_entity_edit_add_text (SlipEntityEdit *self,
                           guint property,
                           const char *text)
{
  g_auto (SlipValue) value = slip_value_new_text (text);

  slip_entity_edit_add (self, property, &value);
}

void
slip_entity_edit_add_integer (SlipEntityEdit *self,
                              guint property,
                              gint64 integer)
{
  SlipValue value = slip_value_new_integer (integer);

  slip_entity_edit_add (self, property, &value);
}

void
slip_entity_edit_add_date (SlipEntityEdit *self, guint property, SlipDate date)
{
  SlipValue value = slip_value_new_date (date);

  slip_entity_edit_add (self, property, &value);
}

void
slip_entity_edit_add_planned (SlipEntityEdit *self,
                              SlipAnchor anchor,
                              SlipPlannedDate planned)
{
  planned = slip_planned_date_normalize (planned);
  slip_entity_edit_add_date (self, slip_anchor_get_date_property (anchor),
                             planned.date);
  slip_entity_edit_add_integer (self,
                                slip_anchor_get_certainty_property (anchor),
                                planned.certainty);
}

/* Puts a new entity after all others of its kind, if they have an order. */
static void
set_last_rank (SlipEdit *edit, const SlipEntityEdit *self)
{
  const SlipPlanState *state = slip_edit_get_state (edit);
  int property = slip_schema_find_property (self->kind, "rank");
  g_autoptr (GPtrArray) owned = NULL;
  const char *last;
  g_autofree char *rank = NULL;

  if (property < 0)
    return;

  /* Parts have their order among the parts of the same entity. */
  if (self->owner != NULL) {
    owned = slip_plan_state_list_owned (state, self->kind, self->owner);
    last = slip_last_rank_find (owned);
  } else {
    last = slip_last_rank_find_in_plan (state, self->kind);
  }
  rank = slip_rank_between (last, NULL);
  if (rank != NULL && strlen (rank) > SLIP_RANK_MAX_LENGTH)
    return;
  slip_edit_set_text (edit, self->kind, self->id, (guint) property, rank);
}

static void
set_first_planned_date (SlipEdit *edit, const char *release)
{
  const SlipRow *row = slip_plan_state_get (slip_edit_get_state (edit),
                                            SLIP_KIND_RELEASE, release);

  if (row != NULL &&
      !slip_date_is_set (
        slip_row_get_date (row, SLIP_RELEASE_FIRST_PLANNED_DATE)))
    slip_edit_set_date (edit, SLIP_KIND_RELEASE, release,
                        SLIP_RELEASE_FIRST_PLANNED_DATE,
                        slip_row_get_date (row, SLIP_RELEASE_RELEASE_DATE));
}

typedef struct {
  const char *id;
  SlipKind target;
  gboolean is_used;
} UseSearch;

static void
find_use_cb (const SlipRow *row, gpointer data)
{
  UseSearch *search = data;
  const SlipKindInfo *info = slip_schema_get (slip_row_get_kind (row));

  for (guint i = 0; i < info->n_properties && !search->is_used; i++)
    search->is_used = info->properties[i].type == SLIP_PROPERTY_REFERENCE &&
                      info->properties[i].target == search->target &&
                      g_strcmp0 (slip_row_get_text (row, i), search->id) == 0;
}

static gboolean
is_used (const SlipPlanState *state, SlipKind target, const char *id)
{
  UseSearch search = { id, target, FALSE };

  for (guint kind = 0; kind < SLIP_N_KINDS && !search.is_used; kind++)
    slip_plan_state_foreach (state, (SlipKind) kind, find_use_cb, &search);

  return search.is_used;
}

/* Returns: what that is called. */
static SlipVerb
remove_entity (SlipEdit *edit, const SlipEntityEdit *self)
{
  int retired = slip_schema_find_property (self->kind, "is_retired");
  const SlipPlanState *state = slip_edit_get_state (edit);

  if (self->kind == SLIP_KIND_RELEASE) {
    slip_edit_set_integer (edit, self->kind, self->id, SLIP_RELEASE_IS_DELETED,
                           TRUE);
    return SLIP_VERB_DELETE;
  }

  /* What is not in memory may refer to it too, so nothing that can be retired
   * is deleted while the plan holds releases; but for what releases themselves
   * refer to, as they are all in memory. */
  if (retired >= 0 &&
      (is_used (state, self->kind, self->id) ||
       (self->kind != SLIP_KIND_PRODUCT && self->kind != SLIP_KIND_TEMPLATE &&
        slip_plan_state_count (state, SLIP_KIND_RELEASE) > 0))) {
    slip_edit_set_integer (edit, self->kind, self->id, (guint) retired, TRUE);
    return SLIP_VERB_RETIRE;
  }

  if (self->kind == SLIP_KIND_STAGE) {
    slip_stage_remove (edit, self->id);
    return SLIP_VERB_DELETE;
  }
  if (self->kind == SLIP_KIND_FLAG)
    slip_flag_let_go (edit, self->kind, self->id);
  if (self->kind == SLIP_KIND_TEMPLATE_AUDIENCE ||
      self->kind == SLIP_KIND_TEMPLATE_STAGE)
    slip_template_let_go (edit, self->kind, self->id);
  slip_edit_delete (edit, self->kind, self->id);
  return SLIP_VERB_DELETE;
}

static gboolean
assigns (const SlipEntityEdit *self, guint property)
{
  for (guint i = 0; i < self->assignments->len; i++)
    if (g_array_index (self->assignments, Assignment, i).property == property)
      return TRUE;

  return FALSE;
}

static gboolean
check_result (SlipEdit *edit, const SlipEntityEdit *self, GError **error)
{
  const SlipPlanState *state = slip_edit_get_state (edit);
  const SlipRow *row = slip_plan_state_get (state, self->kind, self->id);

  if (row == NULL)
    return TRUE;
  if (self->kind == SLIP_KIND_PRODUCT &&
      (self->type == ENTITY_CREATE || assigns (self, SLIP_PRODUCT_NAME)) &&
      !slip_product_check_name (state, self->id, error))
    return FALSE;
  if (self->kind == SLIP_KIND_DEPENDENCY)
    slip_dependency_need (edit, row);
  if ((self->kind == SLIP_KIND_STAGE ||
       self->kind == SLIP_KIND_TEMPLATE_STAGE) &&
      !slip_exposure_check (state, row, error))
    return FALSE;
  return slip_rules_check_row (row, error) &&
         slip_checklist_check (state, row, error) &&
         slip_criterion_check (state, row, error) &&
         slip_flag_check (state, row, error) &&
         slip_dependency_check (state, row, error);
}

static void
set_label (SlipEdit *edit, const SlipEntityEdit *self)
{
  const SlipPlanState *state = slip_edit_get_state (edit);
  const SlipRow *row = slip_plan_state_get (state, self->kind, self->id);
  g_autofree char *label = NULL;

  if (row == NULL)
    return;

  label = slip_entity_dup_label (state, row);
  slip_edit_set_subject (edit, label);
}

/* A date that is set by itself does not wait for the release date any more. */
static void
forget_offset (SlipEdit *edit, const SlipEntityEdit *self, guint property)
{
  SlipValue none = SLIP_VALUE_INIT;

  for (guint i = SLIP_ANCHOR_DEPLOY; i < SLIP_N_ANCHORS; i++)
    if (property == slip_anchor_get_date_property ((SlipAnchor) i))
      slip_edit_set (edit, self->kind, self->id,
                     (guint) slip_anchor_get_offset_property ((SlipAnchor) i),
                     &none);
}

/* A day that somebody sets is a pin, and a rule that somebody sets is none. */
static void
settle_pin (SlipEdit *edit, const SlipEntityEdit *self)
{
  const SlipTDateProperties *properties =
    slip_t_date_get_properties (self->kind);
  gboolean has_rule = FALSE;

  if (properties == NULL || properties->date < 0)
    return;

  for (guint i = 0; i < self->assignments->len && !has_rule; i++)
    has_rule = slip_t_date_is_rule_property (
      self->kind, g_array_index (self->assignments, Assignment, i).property);
  slip_schedule_day_set (edit, self->kind, self->id,
                         slip_plan_state_get (slip_edit_get_base (edit),
                                              self->kind, self->id),
                         assigns (self, (guint) properties->date), has_rule,
                         assigns (self, (guint) properties->is_pinned));
}

static void
assign_all (SlipEdit *edit, const SlipEntityEdit *self)
{
  for (guint i = 0; i < self->assignments->len; i++) {
    const Assignment *assignment =
      &g_array_index (self->assignments, Assignment, i);

    slip_edit_set (edit, self->kind, self->id, assignment->property,
                   &assignment->value);
    if (self->kind == SLIP_KIND_RELEASE)
      forget_offset (edit, self, assignment->property);
  }
  if (self->kind == SLIP_KIND_RELEASE)
    set_first_planned_date (edit, self->id);
  if (self->kind == SLIP_KIND_TEMPLATE_STAGE)
    slip_template_take_launch (edit, self->id);
  settle_pin (edit, self);
}

/* A product gets a colour that no other has, if there is one. */
static void
set_color (SlipEdit *edit, const SlipEntityEdit *self)
{
  if (self->kind == SLIP_KIND_PRODUCT && !assigns (self, SLIP_PRODUCT_COLOR))
    slip_edit_set_text (edit, self->kind, self->id, SLIP_PRODUCT_COLOR,
                        slip_product_pick_color (slip_edit_get_state (edit)));
}

/* @gives_name: whether the step is called after this edit */
static gboolean
run (SlipEdit *edit,
     const SlipEntityEdit *self,
     gboolean gives_name,
     GError **error)
{
  SlipVerb verb = SLIP_VERB_EDIT;

  /* What goes has its label before, what is new after. */
  if (gives_name)
    set_label (edit, self);
  if (self->type == ENTITY_REMOVE) {
    verb = remove_entity (edit, self);
  } else {
    if (self->type == ENTITY_CREATE) {
      verb = SLIP_VERB_ADD;
      if (slip_schema_is_part_of_release (self->kind) &&
          !slip_edit_need (edit, self->owner))
        return FALSE;
      slip_edit_create (edit, self->kind, self->id, self->owner);
      set_last_rank (edit, self);
      set_color (edit, self);
    }
    assign_all (edit, self);
    if (self->type == ENTITY_CREATE && self->kind == SLIP_KIND_STAGE &&
        !assigns (self, SLIP_STAGE_RANK))
      slip_stage_place (edit, self->id);
  }

  if (gives_name) {
    slip_edit_set_verb (edit, verb);
    slip_edit_set_reason (edit, self->reason);
    if (self->type == ENTITY_CREATE)
      set_label (edit, self);
  }

  return self->type == ENTITY_REMOVE || check_result (edit, self, error);
}

gboolean
slip_entity_edit_run (SlipEdit *edit, gconstpointer data, GError **error)
{
  return run (edit, data, TRUE, error);
}

static guint
find_leading (const GPtrArray *edits)
{
  for (guint i = 0; i < edits->len; i++)
    if (((const SlipEntityEdit *) edits->pdata[i])->kind == SLIP_KIND_RELEASE)
      return i;

  return 0;
}

gboolean
slip_entity_edit_run_all (SlipEdit *edit, gconstpointer data, GError **error)
{
  const GPtrArray *edits = data;
  guint leading = find_leading (edits);

  for (guint i = 0; i < edits->len; i++)
    if (!run (edit, edits->pdata[i], i == leading, error))
      return FALSE;

  return TRUE;
}

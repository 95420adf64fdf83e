/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-template-draft.h"

#include "slip-audience.h"
#include "slip-checklist.h"
#include "slip-release.h"
#include "slip-stage.h"
#include "slip-t-date.h"
#include "slip-template.h"

static void
free_item (gpointer data)
{
  SlipDraftItem *item = data;

  g_free (item->key);
  g_free (item->title);
  g_free (item->owner_role);
  g_free (item->note);
  g_free (item);
}

static void
free_audience (gpointer data)
{
  SlipDraftAudience *audience = data;

  g_free (audience->name);
  g_free (audience->owner_role);
  g_ptr_array_unref (audience->items);
  g_free (audience);
}

static void
free_stage (gpointer data)
{
  SlipDraftStage *stage = data;

  g_free (stage->name);
  g_free (stage->segment);
  g_free (stage);
}

SlipTemplateDraft *
slip_template_draft_new (const char *name)
{
  SlipTemplateDraft *self = g_new0 (SlipTemplateDraft, 1);

  self->name = g_strdup (name);
  self->audiences = g_ptr_array_new_with_free_func (free_audience);
  self->stages = g_ptr_array_new_with_free_func (free_stage);
  return self;
}

void
slip_template_draft_free (SlipTemplateDraft *self)
{
  g_free (self->key);
  g_free (self->name);
  g_free (self->summary);
  g_free (self->product);
  g_ptr_array_unref (self->audiences);
  g_ptr_array_unref (self->stages);
  g_free (self);
}

SlipDraftAudience *
slip_template_draft_add_audience (SlipTemplateDraft *self)
{
  SlipDraftAudience *audience = g_new0 (SlipDraftAudience, 1);

  audience->items = g_ptr_array_new_with_free_func (free_item);
  g_ptr_array_add (self->audiences, audience);
  return audience;
}

SlipDraftItem *
slip_draft_audience_add_item (SlipDraftAudience *self)
{
  SlipDraftItem *item = g_new0 (SlipDraftItem, 1);

  g_ptr_array_add (self->items, item);
  return item;
}

SlipDraftStage *
slip_template_draft_add_stage (SlipTemplateDraft *self)
{
  SlipDraftStage *stage = g_new0 (SlipDraftStage, 1);

  stage->share = -1;
  g_ptr_array_add (self->stages, stage);
  return stage;
}

guint
slip_template_draft_count_items (const SlipTemplateDraft *self)
{
  guint n = 0;

  for (guint i = 0; i < self->audiences->len; i++)
    n += ((SlipDraftAudience *) self->audiences->pdata[i])->items->len;

  return n;
}

static char *
dup_text (const SlipRow *row, guint property)
{
  return g_strdup (slip_row_get_text (row, property));
}

static int
get_share (const SlipRow *row, guint property)
{
  return slip_row_peek (row, property)->type != SLIP_VALUE_NONE
           ? (int) slip_row_get_integer (row, property)
           : -1;
}

/* Which of @stages, rows, has @id; they are as many as there are if none. */
static guint
find_stage (const GPtrArray *stages, const char *id)
{
  guint i = 0;

  while (i < stages->len &&
         g_strcmp0 (slip_row_get_id (stages->pdata[i]), id) != 0)
    i++;

  return i;
}

static void
set_rule (SlipDraftItem *item, const SlipTDate *rule, const GPtrArray *stages)
{
  item->anchor = rule->anchor;
  item->offset = rule->offset;
  item->unit = rule->unit;
  item->snap = rule->snap;
  if (rule->anchor != SLIP_DUE_STAGE)
    return;

  item->stage = find_stage (stages, rule->stage);
  if (item->stage == stages->len) {
    item->anchor = SLIP_DUE_RELEASE;
    item->stage = 0;
  }
}

static void
name_audience (SlipDraftAudience *audience, const SlipRow *row)
{
  audience->name = dup_text (row, SLIP_AUDIENCE_NAME);
  audience->side = (SlipSide) slip_row_get_integer (row, SLIP_AUDIENCE_SIDE);
  audience->notice_days =
    (int) slip_row_get_integer (row, SLIP_AUDIENCE_NOTICE_DAYS);
}

static void
copy_template_audience (SlipTemplateDraft *self,
                        const SlipPlanState *state,
                        const SlipRow *part,
                        const GPtrArray *stages)
{
  const SlipRow *row =
    slip_plan_state_follow (state, part, SLIP_TEMPLATE_AUDIENCE_AUDIENCE);
  g_autoptr (GPtrArray) items =
    slip_template_list_items (state, slip_row_get_owner (part),
                              slip_row_get_id (part));
  SlipDraftAudience *audience;

  if (row == NULL)
    return;

  audience = slip_template_draft_add_audience (self);
  name_audience (audience, row);
  audience->owner_role = dup_text (part, SLIP_TEMPLATE_AUDIENCE_OWNER_ROLE);
  for (guint i = 0; i < items->len; i++) {
    const SlipRow *template_item = items->pdata[i];
    SlipTDate rule = slip_t_date_get (template_item);
    SlipDraftItem *item = slip_draft_audience_add_item (audience);

    item->title = dup_text (template_item, SLIP_TEMPLATE_ITEM_TITLE);
    item->is_required =
      slip_row_get_boolean (template_item, SLIP_TEMPLATE_ITEM_IS_REQUIRED);
    item->needs_evidence =
      slip_row_get_boolean (template_item, SLIP_TEMPLATE_ITEM_NEEDS_EVIDENCE);
    item->owner_role = dup_text (template_item, SLIP_TEMPLATE_ITEM_OWNER_ROLE);
    item->note = dup_text (template_item, SLIP_TEMPLATE_ITEM_NOTE);
    set_rule (item, &rule, stages);
  }
}

static void
copy_template_stage (SlipTemplateDraft *self, const SlipRow *row)
{
  SlipDraftStage *stage = slip_template_draft_add_stage (self);

  stage->name = dup_text (row, SLIP_TEMPLATE_STAGE_NAME);
  stage->type = (int) slip_row_get_integer (row, SLIP_TEMPLATE_STAGE_TYPE);
  stage->share = get_share (row, SLIP_TEMPLATE_STAGE_SHARE);
  stage->segment = dup_text (row, SLIP_TEMPLATE_STAGE_SEGMENT);
  stage->is_launch = slip_row_get_boolean (row, SLIP_TEMPLATE_STAGE_IS_LAUNCH);
  stage->start_anchor =
    (SlipStageAnchor) slip_row_get_integer (row,
                                            SLIP_TEMPLATE_STAGE_START_ANCHOR);
  stage->start_offset =
    (int) slip_row_get_integer (row, SLIP_TEMPLATE_STAGE_START_OFFSET);
  stage->start_unit =
    (SlipUnit) slip_row_get_integer (row, SLIP_TEMPLATE_STAGE_START_UNIT);
  stage->length_days =
    (int) slip_row_get_integer (row, SLIP_TEMPLATE_STAGE_LENGTH_DAYS);
  stage->soak_hours =
    (int) slip_row_get_integer (row, SLIP_TEMPLATE_STAGE_SOAK_HOURS);
  stage->advance =
    (SlipAdvance) slip_row_get_integer (row, SLIP_TEMPLATE_STAGE_ADVANCE);
}

SlipTemplateDraft *
slip_template_draft_new_from_template (const SlipPlanState *state,
                                       const char *template_id)
{
  const SlipRow *row =
    slip_plan_state_get (state, SLIP_KIND_TEMPLATE, template_id);
  g_autoptr (GPtrArray) audiences =
    slip_template_list_audiences (state, template_id);
  g_autoptr (GPtrArray) stages = slip_template_list_stages (state, template_id);
  const SlipRow *product;
  SlipTemplateDraft *self;

  g_return_val_if_fail (row != NULL, NULL);

  self = slip_template_draft_new (slip_row_get_text (row, SLIP_TEMPLATE_NAME));
  self->summary = dup_text (row, SLIP_TEMPLATE_SUMMARY);
  self->tier = (int) slip_row_get_integer (row, SLIP_TEMPLATE_TIER);
  product = slip_plan_state_follow (state, row, SLIP_TEMPLATE_PRODUCT);
  if (product != NULL)
    self->product = dup_text (product, SLIP_PRODUCT_NAME);
  for (guint i = 0; i < audiences->len; i++)
    copy_template_audience (self, state, audiences->pdata[i], stages);
  for (guint i = 0; i < stages->len; i++)
    copy_template_stage (self, stages->pdata[i]);

  return self;
}

/* A release that a template is made from. */
typedef struct {
  const SlipPlanState *state;
  SlipDate day; /* its release date */
  SlipWorkingDays *working_days;
  GPtrArray *stages;
  GPtrArray *items; /* in order */
} Source;

/* The role of whoever @property of @row names. */
static char *
dup_role (const Source *source, const SlipRow *row, guint property)
{
  const SlipRow *person = slip_plan_state_follow (source->state, row, property);

  return person != NULL ? dup_text (person, SLIP_PERSON_ROLE) : NULL;
}

/* The rule that puts a day where it is from the release date. */
static SlipTDate
make_rule (const Source *source, SlipDate day)
{
  SlipTDate rule = { .anchor = SLIP_DUE_RELEASE };

  if (!slip_date_is_set (day) || !slip_date_is_set (source->day))
    return SLIP_T_DATE_FIXED;

  rule.offset =
    slip_working_days_count (source->working_days, source->day, day);
  if (slip_date_equal (slip_working_days_add (source->working_days, source->day,
                                              rule.offset),
                       day)) {
    rule.unit = SLIP_UNIT_WORKING_DAYS;
  } else {
    rule.unit = SLIP_UNIT_CALENDAR_DAYS;
    rule.offset = slip_date_days_until (source->day, day);
  }

  return rule;
}

static void
copy_item (SlipDraftAudience *audience,
           const Source *source,
           const SlipRow *row)
{
  SlipTDate rule = slip_t_date_get (row);
  SlipDraftItem *item = slip_draft_audience_add_item (audience);

  if (!slip_t_date_is_rule (&rule))
    rule = make_rule (source, slip_t_date_get_day (row));
  item->title = dup_text (row, SLIP_ITEM_TITLE);
  item->is_required = slip_row_get_boolean (row, SLIP_ITEM_IS_REQUIRED);
  item->needs_evidence = slip_row_get_boolean (row, SLIP_ITEM_NEEDS_EVIDENCE);
  item->owner_role = dup_role (source, row, SLIP_ITEM_OWNER);
  item->note = dup_text (row, SLIP_ITEM_NOTE);
  set_rule (item, &rule, source->stages);
}

static void
copy_checklist (SlipTemplateDraft *self,
                const Source *source,
                const SlipRow *row,
                const SlipRow *checklist)
{
  SlipDraftAudience *audience = slip_template_draft_add_audience (self);

  name_audience (audience, row);
  audience->owner_role = dup_role (source, checklist, SLIP_CHECKLIST_OWNER);
  for (guint i = 0; i < source->items->len; i++)
    if (g_strcmp0 (slip_row_get_text (source->items->pdata[i],
                                      SLIP_ITEM_CHECKLIST),
                   slip_row_get_id (checklist)) == 0)
      copy_item (audience, source, source->items->pdata[i]);
}

static void
copy_checklists (SlipTemplateDraft *self,
                 const Source *source,
                 const char *release)
{
  g_autoptr (GPtrArray) audiences = slip_audience_list (source->state);
  g_autoptr (GPtrArray) checklists =
    slip_plan_state_list_owned (source->state, SLIP_KIND_CHECKLIST, release);

  for (guint i = 0; i < audiences->len; i++) {
    const SlipRow *row = audiences->pdata[i];

    if (slip_row_get_boolean (row, SLIP_AUDIENCE_IS_RETIRED))
      continue;
    for (guint j = 0; j < checklists->len; j++)
      if (g_strcmp0 (slip_row_get_text (checklists->pdata[j],
                                        SLIP_CHECKLIST_AUDIENCE),
                     slip_row_get_id (row)) == 0 &&
          !slip_row_get_boolean (checklists->pdata[j],
                                 SLIP_CHECKLIST_IS_NOT_NEEDED))
        copy_checklist (self, source, row, checklists->pdata[j]);
  }
}

/* A stage whose end was set by hand has no length of its own. */
static int
get_length (const SlipRow *row)
{
  SlipDate start = slip_row_get_date (row, SLIP_STAGE_PLANNED_START);
  SlipDate end = slip_row_get_date (row, SLIP_STAGE_PLANNED_END);
  int length = (int) slip_row_get_integer (row, SLIP_STAGE_LENGTH_DAYS);

  if (length > 0 || !slip_date_is_set (start) || !slip_date_is_set (end))
    return length;

  return MAX (slip_date_days_until (start, end) + 1, 1);
}

static void
copy_stage (SlipTemplateDraft *self, const SlipRow *row)
{
  SlipDraftStage *stage = slip_template_draft_add_stage (self);

  stage->name = dup_text (row, SLIP_STAGE_NAME);
  stage->type = (int) slip_row_get_integer (row, SLIP_STAGE_TYPE);
  stage->share = get_share (row, SLIP_STAGE_SHARE);
  stage->segment = dup_text (row, SLIP_STAGE_SEGMENT);
  stage->is_launch = slip_row_get_boolean (row, SLIP_STAGE_IS_LAUNCH);
  stage->start_anchor =
    (SlipStageAnchor) slip_row_get_integer (row, SLIP_STAGE_START_ANCHOR);
  stage->start_offset =
    (int) slip_row_get_integer (row, SLIP_STAGE_START_OFFSET);
  stage->start_unit =
    (SlipUnit) slip_row_get_integer (row, SLIP_STAGE_START_UNIT);
  stage->length_days = get_length (row);
  stage->soak_hours = (int) slip_row_get_integer (row, SLIP_STAGE_SOAK_HOURS);
  stage->advance = (SlipAdvance) slip_row_get_integer (row, SLIP_STAGE_ADVANCE);
}

SlipTemplateDraft *
slip_template_draft_new_from_release (const SlipPlanState *state,
                                      const char *release,
                                      const char *name)
{
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_RELEASE, release);
  g_autoptr (SlipWorkingDays) working_days = NULL;
  g_autoptr (GPtrArray) stages = NULL;
  g_autoptr (GPtrArray) items = NULL;
  SlipTemplateDraft *self;

  g_return_val_if_fail (row != NULL, NULL);

  working_days = slip_plan_state_dup_working_days (
    state, slip_row_get_text (row, SLIP_RELEASE_PRODUCT));
  stages = slip_stage_list (state, release);
  items = slip_checklist_list_items (state, release, NULL);
  self = slip_template_draft_new (name);
  self->summary = dup_text (row, SLIP_RELEASE_SUMMARY);
  self->tier = (int) slip_row_get_integer (row, SLIP_RELEASE_TIER);
  copy_checklists (
    self,
    &(Source){ state, slip_release_resolve (state, row, SLIP_ANCHOR_RELEASE),
               working_days, stages, items },
    release);
  for (guint i = 0; i < stages->len; i++)
    copy_stage (self, stages->pdata[i]);

  return self;
}

static void
note_name_cb (const SlipRow *audience, gpointer data)
{
  const char *name = slip_row_get_text (audience, SLIP_AUDIENCE_NAME);

  if (name != NULL)
    g_hash_table_add (data, slip_template_fold (name));
}

GPtrArray *
slip_template_draft_list_new_audiences (const SlipTemplateDraft *self,
                                        const SlipPlanState *state)
{
  g_autoptr (GHashTable) names =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *new_names = g_ptr_array_new_with_free_func (g_free);

  slip_plan_state_foreach (state, SLIP_KIND_AUDIENCE, note_name_cb, names);
  for (guint i = 0; i < self->audiences->len; i++) {
    const SlipDraftAudience *audience = self->audiences->pdata[i];

    if (g_hash_table_add (names, slip_template_fold (audience->name)))
      g_ptr_array_add (new_names, g_strdup (audience->name));
  }

  return new_names;
}

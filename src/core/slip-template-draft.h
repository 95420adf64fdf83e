/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-plan-state.h"
#include "slip-working-days.h"

G_BEGIN_DECLS

/*
 * A template as a value of its own, apart from any plan: what a file holds,
 * what the program ships, what is made from a release.  A #SlipTemplateMaking
 * puts it into a plan.
 */

/**
 * SlipDraftItem:
 * @key: (nullable): what it is called where the template is shipped, so that
 *   its id is the same everywhere
 * @anchor: what its T-date hangs on; `SLIP_DUE_FIXED` for no date
 * @stage: for `SLIP_DUE_STAGE`, the index of the stage
 */
typedef struct {
  char *key;
  char *title;
  gboolean is_required;
  gboolean needs_evidence;
  char *owner_role;
  SlipDueAnchor anchor;
  guint stage;
  int offset;
  SlipUnit unit;
  SlipSnap snap;
  char *note;
} SlipDraftItem;

/**
 * SlipDraftAudience:
 * @name: of an audience of the plan, in capitals or not
 * @side: of the audience if the plan has none of that name
 * @notice_days: the same
 * @items: (element-type SlipDraftItem): in order
 */
typedef struct {
  char *name;
  SlipSide side;
  int notice_days;
  char *owner_role;
  GPtrArray *items;
} SlipDraftAudience;

/**
 * SlipDraftStage:
 * @type: one of the stage types of the schema
 * @share: hundredths of a percent, -1 for none
 * @length_days: 0 for none
 * @soak_hours: 0 for none
 */
typedef struct {
  char *name;
  int type;
  int share;
  char *segment;
  gboolean is_launch;
  SlipStageAnchor start_anchor;
  int start_offset;
  SlipUnit start_unit;
  int length_days;
  int soak_hours;
  SlipAdvance advance;
} SlipDraftStage;

/**
 * SlipTemplateDraft:
 * @key: (nullable): what it is called where it is shipped
 * @tier: 0 for any
 * @product: (nullable): the name of the product it is for
 * @audiences: (element-type SlipDraftAudience): in order of telling
 * @stages: (element-type SlipDraftStage): in order
 */
typedef struct {
  char *key;
  char *name;
  char *summary;
  int tier;
  char *product;
  GPtrArray *audiences;
  GPtrArray *stages;
} SlipTemplateDraft;

SlipTemplateDraft *slip_template_draft_new (const char *name)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_template_draft_free (SlipTemplateDraft *self);

/* Appends one with default values, which the draft owns. */
SlipDraftAudience *slip_template_draft_add_audience (SlipTemplateDraft *self);
SlipDraftItem *slip_draft_audience_add_item (SlipDraftAudience *self);
SlipDraftStage *slip_template_draft_add_stage (SlipTemplateDraft *self);

/**
 * slip_template_draft_new_from_template:
 * @template_id: the id of a template of @state
 *
 * Returns: (transfer full): a copy of it.
 */
SlipTemplateDraft *slip_template_draft_new_from_template (
  const SlipPlanState *state,
  const char *template_id) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_template_draft_new_from_release:
 * @release: the id of a release whose parts are in memory
 *
 * Makes a template of what @release has, for its tier and any product: the
 * audiences that are needed, items without what became of them, stages.  Owners
 * become their roles.  A day without a rule becomes one: so many working days
 * from the release date (calendar days, if it is no working day); no date if
 * the release has none.
 *
 * Returns: (transfer full): the template.
 */
SlipTemplateDraft *slip_template_draft_new_from_release (
  const SlipPlanState *state,
  const char *release,
  const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* How many items the audiences have. */
guint slip_template_draft_count_items (const SlipTemplateDraft *self);

/**
 * slip_template_draft_list_new_audiences:
 *
 * Returns: (transfer full) (element-type utf8): the names of the audiences that
 * making the template in @state would add to the plan.
 */
GPtrArray *slip_template_draft_list_new_audiences (
  const SlipTemplateDraft *self,
  const SlipPlanState *state) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipTemplateDraft, slip_template_draft_free)

G_END_DECLS

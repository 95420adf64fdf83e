/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "checked-plan.h"
#include "slip-template-application.h"
#include "slip-template-making.h"
#include "slip-template.h"

/*
 * The checked plan, where Support wants to know 5 working days before and Sales
 * 3, 'lead' has the role Support lead, and Customers are outside; with a
 * template of two stages and three items.
 */

static inline SlipDraftItem *
add_draft_item (SlipDraftAudience *audience,
                const char *title,
                SlipDueAnchor anchor,
                int offset,
                SlipUnit unit)
{
  SlipDraftItem *item = slip_draft_audience_add_item (audience);

  item->title = g_strdup (title);
  item->is_required = TRUE;
  item->anchor = anchor;
  item->offset = offset;
  item->unit = unit;
  item->snap = SLIP_SNAP_EARLIER;
  return item;
}

static inline SlipTemplateDraft *
new_draft (void)
{
  SlipTemplateDraft *draft = slip_template_draft_new ("Launch");
  SlipDraftStage *internal = slip_template_draft_add_stage (draft);
  SlipDraftStage *launch = slip_template_draft_add_stage (draft);
  SlipDraftAudience *support = slip_template_draft_add_audience (draft);
  SlipDraftAudience *customers = slip_template_draft_add_audience (draft);

  draft->tier = 1;
  internal->name = g_strdup ("Internal");
  internal->start_offset = -4;
  internal->length_days = 4;
  launch->name = g_strdup ("Everyone");
  launch->type = 3;
  launch->share = 10000;
  launch->is_launch = TRUE;
  launch->length_days = 1;
  support->name = g_strdup ("support");
  support->owner_role = g_strdup ("support LEAD");
  add_draft_item (support, "Train", SLIP_DUE_RELEASE, -5,
                  SLIP_UNIT_WORKING_DAYS)
    ->owner_role = g_strdup ("Support lead");
  add_draft_item (support, "Watch the queue", SLIP_DUE_STAGE, 1,
                  SLIP_UNIT_WORKING_DAYS)
    ->stage = 0;
  customers->name = g_strdup ("Customers");
  customers->side = SLIP_SIDE_EXTERNAL;
  customers->notice_days = 10;
  add_draft_item (customers, "Tell them", SLIP_DUE_RELEASE, -10,
                  SLIP_UNIT_WORKING_DAYS)
    ->owner_role = g_strdup ("Support lead");
  return draft;
}

/* Makes @draft (transfer full) in the plan; returns its id (transfer full). */
static inline char *
make_template (SlipPlanState **state, SlipTemplateDraft *draft)
{
  g_autoptr (SlipTemplateMaking) making =
    slip_template_making_new (SLIP_VERB_ADD);
  char *id = g_strdup (slip_template_making_take (making, draft));

  apply_intent (state, slip_template_making_run, making);
  return id;
}

static inline SlipPlanState *
new_template_plan (char **template_id)
{
  SlipPlanState *state = new_checked_plan ();

  set_text (&state, SLIP_KIND_PERSON, "lead", SLIP_PERSON_ROLE, "Support lead");
  set_integer (&state, SLIP_KIND_AUDIENCE, "support", SLIP_AUDIENCE_NOTICE_DAYS,
               5);
  set_integer (&state, SLIP_KIND_AUDIENCE, "sales", SLIP_AUDIENCE_NOTICE_DAYS,
               3);
  *template_id = make_template (&state, new_draft ());
  return state;
}

static inline void
apply_template (SlipPlanState **state,
                const char *template_id,
                const char *release)
{
  g_autoptr (SlipTemplateApplication) application =
    slip_template_application_new (template_id, release);

  apply_intent (state, slip_template_application_run, application);
}

/* The one entity of @kind that is part of @release and has @text. */
static inline const SlipRow *
find_part (const SlipPlanState *state,
           SlipKind kind,
           const char *release,
           guint property,
           const char *text)
{
  g_autoptr (GPtrArray) rows =
    slip_plan_state_list_owned (state, kind, release);
  const SlipRow *found = NULL;

  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (slip_row_get_text (rows->pdata[i], property), text) == 0) {
      g_assert_null (found);
      found =
        slip_plan_state_get (state, kind, slip_row_get_id (rows->pdata[i]));
    }
  if (found == NULL)
    g_error ("there is no %s “%s”", slip_schema_get (kind)->name, text);
  return found;
}

static inline void
assert_row_date (const SlipRow *row, guint property, const char *date)
{
  g_autofree char *text = slip_date_to_text (slip_row_get_date (row, property));

  g_assert_cmpstr (text, ==, date);
}

static inline void
assert_due (const SlipPlanState *state,
            const char *release,
            const char *title,
            const char *date)
{
  assert_row_date (find_part (state, SLIP_KIND_ITEM, release, SLIP_ITEM_TITLE,
                              title),
                   SLIP_ITEM_DUE_DATE, date);
}

static inline guint
count_parts (const SlipPlanState *state, SlipKind kind, const char *owner)
{
  g_autoptr (GPtrArray) rows = slip_plan_state_list_owned (state, kind, owner);

  return rows->len;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-template-library.h"

#include <glib/gi18n-lib.h>

#include "slip-template-library-table.h"

static const SlipShippedTemplate *const templates[] = {
  &slip_shipped_full_launch,
  &slip_shipped_feature,
  &slip_shipped_fix,
  &slip_shipped_mobile_app,
  &slip_shipped_api_deprecation,
  &slip_shipped_infrastructure,
};

guint
slip_template_library_count (void)
{
  return G_N_ELEMENTS (templates);
}

static char *
dup_in_context (const char *context, const char *text)
{
  return text != NULL ? g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, context, text))
                      : NULL;
}

static char *
dup_translated (const char *text)
{
  return text != NULL ? g_strdup (_ (text)) : NULL;
}

static void
add_item (SlipDraftAudience *audience, const SlipShippedItem *shipped)
{
  SlipDraftItem *item = slip_draft_audience_add_item (audience);

  item->key = g_strdup (shipped->key);
  item->title = dup_translated (shipped->title);
  item->is_required = (shipped->flags & SLIP_SHIPPED_REQUIRED) != 0;
  item->needs_evidence = (shipped->flags & SLIP_SHIPPED_EVIDENCE) != 0;
  item->owner_role = dup_in_context ("role", shipped->role);
  item->anchor = shipped->anchor;
  item->stage = shipped->stage;
  item->offset = shipped->offset;
  item->unit = (shipped->flags & SLIP_SHIPPED_CALENDAR) != 0
                 ? SLIP_UNIT_CALENDAR_DAYS
                 : SLIP_UNIT_WORKING_DAYS;
  item->snap = shipped->offset > 0 ? SLIP_SNAP_LATER : SLIP_SNAP_EARLIER;
  item->note = dup_translated (shipped->note);
}

static void
add_audience (SlipTemplateDraft *draft, const SlipShippedAudience *shipped)
{
  SlipDraftAudience *audience = slip_template_draft_add_audience (draft);

  audience->name = dup_in_context ("audience", shipped->name);
  audience->side = shipped->side;
  audience->notice_days = shipped->notice_days;
  audience->owner_role = dup_in_context ("role", shipped->role);
  for (guint i = 0; shipped->items[i].key != NULL; i++)
    add_item (audience, &shipped->items[i]);
}

static void
add_stage (SlipTemplateDraft *draft, const SlipShippedStage *shipped)
{
  SlipDraftStage *stage = slip_template_draft_add_stage (draft);

  stage->name = dup_in_context ("stage name", shipped->name);
  stage->type = (int) shipped->type;
  stage->share = shipped->share;
  stage->is_launch = shipped->is_launch;
  stage->start_anchor = shipped->is_launch || shipped->offset < 0
                          ? SLIP_STAGE_ANCHOR_RELEASE
                          : SLIP_STAGE_ANCHOR_PREVIOUS;
  stage->start_offset = shipped->offset;
  stage->length_days = shipped->length_days;
  stage->soak_hours = shipped->soak_hours;
}

SlipTemplateDraft *
slip_template_library_new_draft (guint index)
{
  const SlipShippedTemplate *shipped;
  SlipTemplateDraft *draft;

  g_return_val_if_fail (index < G_N_ELEMENTS (templates), NULL);

  shipped = templates[index];
  draft = slip_template_draft_new (_ (shipped->name));
  draft->key = g_strdup (shipped->key);
  draft->summary = dup_translated (shipped->summary);
  draft->tier = shipped->tier;
  for (guint i = 0; shipped->audiences[i].name != NULL; i++)
    add_audience (draft, &shipped->audiences[i]);
  for (guint i = 0; shipped->stages[i].name != NULL; i++)
    add_stage (draft, &shipped->stages[i]);

  return draft;
}

char *
slip_template_library_dup_id (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (templates), NULL);

  return slip_template_making_dup_shipped_id (templates[index]->key, NULL,
                                              NULL);
}

guint
slip_template_library_count_missing (const SlipPlanState *state)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (templates); i++) {
    g_autofree char *id = slip_template_library_dup_id (i);

    if (slip_plan_state_get (state, SLIP_KIND_TEMPLATE, id) == NULL)
      n++;
  }

  return n;
}

gboolean
slip_template_library_run (SlipEdit *edit, gconstpointer data, GError **error)
{
  g_autoptr (SlipTemplateMaking) making =
    slip_template_making_new (SLIP_VERB_ADD);

  if (slip_template_library_count_missing (slip_edit_get_state (edit)) == 0) {
    g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOTHING,
                         _ ("The plan has all shipped templates already"));
    return FALSE;
  }

  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    slip_template_making_take (making, slip_template_library_new_draft (i));
  return slip_template_making_run (edit, making, error);
}

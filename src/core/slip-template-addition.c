/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-template-addition.h"

#include <glib/gi18n-lib.h>

#include "slip-intent.h"
#include "slip-template.h"
#include "slip-text.h"

static GPtrArray *
new_rows (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) slip_row_unref);
}

static void
add_row (GPtrArray *rows,
         const SlipTemplateAddition *self,
         SlipKind kind,
         const char *id)
{
  const SlipRow *row = slip_plan_state_get (self->state, kind, id);

  if (row != NULL)
    g_ptr_array_add (rows, slip_row_ref (row));
}

static void
note_change (SlipTemplateAddition *self,
             const SlipPlanState *before,
             const SlipChange *change)
{
  if (change->type == SLIP_CHANGE_SET) {
    if (change->kind == SLIP_KIND_CHECKLIST &&
        change->property == SLIP_CHECKLIST_OWNER &&
        slip_plan_state_get (before, change->kind, change->id) != NULL)
      add_row (self->owned, self, change->kind, change->id);
    return;
  }

  if (change->kind == SLIP_KIND_CHECKLIST)
    add_row (self->checklists, self, change->kind, change->id);
  else if (change->kind == SLIP_KIND_ITEM)
    add_row (self->items, self, change->kind, change->id);
  else if (change->kind == SLIP_KIND_STAGE)
    add_row (self->stages, self, change->kind, change->id);
  else if (change->kind == SLIP_KIND_COMMUNICATION)
    add_row (self->communications, self, change->kind, change->id);
}

static gboolean
is_not_needed (const SlipPlanState *state,
               const SlipRow *item,
               const char *release)
{
  const SlipRow *part =
    slip_plan_state_follow (state, item, SLIP_TEMPLATE_ITEM_AUDIENCE);
  const SlipRow *audience =
    slip_plan_state_follow (state, part, SLIP_TEMPLATE_AUDIENCE_AUDIENCE);
  g_autoptr (SlipReleaseSummary) summary =
    slip_plan_state_get_summary (state, release);
  const SlipChecklistSummary *checklist =
    audience != NULL && summary != NULL
      ? slip_release_summary_find (summary, slip_row_get_id (audience))
      : NULL;

  return audience == NULL ||
         slip_row_get_boolean (audience, SLIP_AUDIENCE_IS_RETIRED) ||
         (checklist != NULL && checklist->is_not_needed);
}

static void
count_others (SlipTemplateAddition *self,
              const char *template_id,
              const char *release)
{
  g_autoptr (GPtrArray) items =
    slip_template_list_items (self->state, template_id, NULL);
  g_autoptr (GPtrArray) missing =
    slip_template_list_missing (self->state, template_id, release);

  for (guint i = 0; i < items->len; i++)
    self->n_not_needed += is_not_needed (self->state, items->pdata[i], release);
  self->n_present =
    items->len - missing->len - self->n_not_needed - self->items->len;
}

SlipTemplateAddition *
slip_template_addition_new (const SlipPlanState *state,
                            const SlipTemplateApplication *application,
                            GError **error)
{
  g_autoptr (SlipChangeSet) set =
    slip_intent_run (slip_template_application_run, application, state, error);
  SlipPlanState *after =
    set != NULL ? slip_plan_state_apply (state, set, error) : NULL;
  SlipTemplateAddition *self;

  if (after == NULL)
    return NULL;

  self = g_new0 (SlipTemplateAddition, 1);
  self->state = after;
  self->checklists = new_rows ();
  self->owned = new_rows ();
  self->items = new_rows ();
  self->stages = new_rows ();
  self->communications = new_rows ();
  for (guint i = 0; i < set->changes->len; i++)
    note_change (self, state, set->changes->pdata[i]);
  count_others (self, slip_template_application_get_template (application),
                slip_template_application_get_release (application));
  return self;
}

void
slip_template_addition_free (SlipTemplateAddition *self)
{
  g_ptr_array_unref (self->checklists);
  g_ptr_array_unref (self->owned);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->stages);
  g_ptr_array_unref (self->communications);
  slip_plan_state_unref (self->state);
  g_free (self);
}

gboolean
slip_template_addition_is_empty (const SlipTemplateAddition *self)
{
  return self->checklists->len == 0 && self->owned->len == 0 &&
         self->items->len == 0 && self->stages->len == 0 &&
         self->communications->len == 0;
}

static void
add_part (GString *text, char *part)
{
  slip_text_append_member (text, part);
  g_free (part);
}

static void
add_parts (GString *text, const SlipTemplateAddition *self)
{
  guint n_checklists = self->checklists->len;
  guint n_items = self->items->len;
  guint n_stages = self->stages->len;
  guint n_communications = self->communications->len;
  guint n_owned = self->owned->len;

  if (n_checklists > 0)
    add_part (text, g_strdup_printf (ngettext ("%u checklist", "%u checklists",
                                               n_checklists),
                                     n_checklists));
  if (n_items > 0)
    add_part (text, g_strdup_printf (ngettext ("%u item", "%u items", n_items),
                                     n_items));
  if (n_stages > 0)
    add_part (text,
              g_strdup_printf (ngettext ("%u stage", "%u stages", n_stages),
                               n_stages));
  if (n_communications > 0)
    add_part (text, g_strdup_printf (ngettext ("%u planned communication",
                                               "%u planned communications",
                                               n_communications),
                                     n_communications));
  if (n_owned > 0)
    add_part (text,
              g_strdup_printf (ngettext ("an owner for %u checklist",
                                         "owners for %u checklists", n_owned),
                               n_owned));
}

char *
slip_template_addition_describe (const SlipTemplateAddition *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (slip_template_addition_is_empty (self))
    g_string_append (text, _ ("Nothing to add"));
  else
    add_parts (text, self);
  if (self->n_present > 0)
    g_string_append_printf (text,
                            ngettext ("; %u item is there already",
                                      "; %u items are there already",
                                      self->n_present),
                            self->n_present);
  if (self->n_not_needed > 0)
    g_string_append_printf (text,
                            ngettext ("; %u is for an audience that is not "
                                      "needed",
                                      "; %u are for audiences that are not "
                                      "needed",
                                      self->n_not_needed),
                            self->n_not_needed);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

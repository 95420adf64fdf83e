/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-template-preview.h"

#include "slip-entity-edit.h"
#include "slip-stage.h"
#include "slip-template-addition.h"
#include "slip-template.h"

struct _SlipTemplatePreview {
  GHashTable *items;  /* id of a template_item → its item, a SlipRow */
  GHashTable *stages; /* id of a template_stage → its stage, a SlipRow */
};

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                (GDestroyNotify) slip_row_unref);
}

/* A product of its own, which has nothing but the working days. */
static SlipEntityEdit *
make_product (const SlipPlanState *state,
              const SlipRow *template_row,
              const char *id)
{
  const SlipRow *product =
    slip_plan_state_follow (state, template_row, SLIP_TEMPLATE_PRODUCT);
  const char *calendar =
    product != NULL ? slip_row_get_text (product, SLIP_PRODUCT_CALENDAR) : NULL;
  SlipEntityEdit *edit =
    slip_entity_edit_new_create (SLIP_KIND_PRODUCT, id, NULL);

  slip_entity_edit_add_text (edit, SLIP_PRODUCT_NAME, id);
  slip_entity_edit_add_text (edit, SLIP_PRODUCT_COLOR, "#000000");
  if (calendar != NULL)
    slip_entity_edit_add_text (edit, SLIP_PRODUCT_CALENDAR, calendar);
  return edit;
}

static SlipEntityEdit *
make_release (const char *id, const char *product, SlipDate release_date)
{
  SlipPlannedDate planned = { release_date, SLIP_CERTAINTY_CONFIRMED };
  SlipEntityEdit *edit =
    slip_entity_edit_new_create (SLIP_KIND_RELEASE, id, NULL);

  slip_entity_edit_add_text (edit, SLIP_RELEASE_PRODUCT, product);
  slip_entity_edit_add_text (edit, SLIP_RELEASE_NAME, id);
  slip_entity_edit_add_planned (edit, SLIP_ANCHOR_RELEASE, planned);
  return edit;
}

static SlipTemplateAddition *
apply (const SlipPlanState *state,
       const SlipRow *template_row,
       SlipDate release_date)
{
  g_autofree char *product = slip_id_new ();
  g_autofree char *release = slip_id_new ();
  GPtrArray *edits =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_entity_edit_free);
  g_autoptr (SlipTemplateApplication) application =
    slip_template_application_new (slip_row_get_id (template_row), release);

  g_ptr_array_add (edits, make_product (state, template_row, product));
  g_ptr_array_add (edits, make_release (release, product, release_date));
  slip_template_application_take_creation (application, edits);
  return slip_template_addition_new (state, application, NULL);
}

/* A stage does not say which it came from, but they are in the same order. */
static void
take_stages (SlipTemplatePreview *self,
             const SlipPlanState *state,
             const char *template_id,
             GPtrArray *stages)
{
  g_autoptr (GPtrArray) parts = slip_template_list_stages (state, template_id);

  slip_stage_sort (stages);
  for (guint i = 0; i < MIN (parts->len, stages->len); i++)
    g_hash_table_insert (self->stages,
                         g_strdup (slip_row_get_id (parts->pdata[i])),
                         slip_row_ref (stages->pdata[i]));
}

SlipTemplatePreview *
slip_template_preview_new (const SlipPlanState *state,
                           const char *template_id,
                           SlipDate release_date)
{
  SlipTemplatePreview *self = g_new (SlipTemplatePreview, 1);
  const SlipRow *row =
    slip_plan_state_get (state, SLIP_KIND_TEMPLATE, template_id);
  g_autoptr (SlipTemplateAddition) addition =
    row != NULL && slip_date_is_set (release_date)
      ? apply (state, row, release_date)
      : NULL;

  *self = (SlipTemplatePreview){ new_table (), new_table () };
  if (addition == NULL)
    return self;

  for (guint i = 0; i < addition->items->len; i++) {
    const SlipRow *item = addition->items->pdata[i];

    g_hash_table_insert (self->items,
                         g_strdup (slip_row_get_text (item, SLIP_ITEM_ORIGIN)),
                         slip_row_ref (item));
  }
  take_stages (self, state, template_id, addition->stages);
  return self;
}

void
slip_template_preview_free (SlipTemplatePreview *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->items);
  g_hash_table_unref (self->stages);
  g_free (self);
}

SlipDate
slip_template_preview_get_day (const SlipTemplatePreview *self,
                               const char *item)
{
  const SlipRow *row = g_hash_table_lookup (self->items, item);

  return row != NULL ? slip_row_get_date (row, SLIP_ITEM_DUE_DATE)
                     : SLIP_DATE_NONE;
}

SlipRange
slip_template_preview_get_stage (const SlipTemplatePreview *self,
                                 const char *stage)
{
  const SlipRow *row = g_hash_table_lookup (self->stages, stage);

  return row != NULL
           ? slip_range_new (slip_row_get_date (row, SLIP_STAGE_PLANNED_START),
                             slip_row_get_date (row, SLIP_STAGE_PLANNED_END))
           : slip_range_new (SLIP_DATE_NONE, SLIP_DATE_NONE);
}

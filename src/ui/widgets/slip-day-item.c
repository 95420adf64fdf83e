/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-day-item.h"

struct _SlipDayItem {
  GObject parent_instance;

  SlipCalendarIndex *index;
  SlipCalendarEntry entry;
  SlipCalendarStage stage; /* without rows if it is an entry */
};

G_DEFINE_FINAL_TYPE (SlipDayItem, slip_day_item, G_TYPE_OBJECT)

static void
slip_day_item_finalize (GObject *object)
{
  g_clear_pointer (&SLIP_DAY_ITEM (object)->index, slip_calendar_index_unref);

  G_OBJECT_CLASS (slip_day_item_parent_class)->finalize (object);
}

static void
slip_day_item_class_init (SlipDayItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_day_item_finalize;
}

static void
slip_day_item_init (SlipDayItem *self)
{
}

SlipDayItem *
slip_day_item_new (SlipCalendarIndex *index, const SlipCalendarEntry *entry)
{
  SlipDayItem *self = g_object_new (SLIP_TYPE_DAY_ITEM, NULL);

  self->index = slip_calendar_index_ref (index);
  self->entry = *entry;
  return self;
}

SlipDayItem *
slip_day_item_new_stage (SlipCalendarIndex *index,
                         const SlipCalendarStage *stage)
{
  SlipDayItem *self = g_object_new (SLIP_TYPE_DAY_ITEM, NULL);

  self->index = slip_calendar_index_ref (index);
  self->stage = *stage;
  return self;
}

const SlipCalendarStage *
slip_day_item_get_stage (SlipDayItem *self)
{
  g_return_val_if_fail (SLIP_IS_DAY_ITEM (self), NULL);

  return self->stage.stage != NULL ? &self->stage : NULL;
}

const SlipCalendarEntry *
slip_day_item_get_entry (SlipDayItem *self)
{
  g_return_val_if_fail (SLIP_IS_DAY_ITEM (self), NULL);

  return &self->entry;
}

const SlipCalendarIndex *
slip_day_item_get_index (SlipDayItem *self)
{
  g_return_val_if_fail (SLIP_IS_DAY_ITEM (self), NULL);

  return self->index;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-agenda.h"
#include "slip-moment.h"

G_BEGIN_DECLS

/**
 * SlipReminderType:
 * @SLIP_REMINDER_ITEMS: items are due today
 * @SLIP_REMINDER_DECISIONS: releases wait for a decision, as
 * slip_waiting_list() has it
 * @SLIP_REMINDER_WRONG_DATES: an audience knows another date than the plan's
 * @SLIP_REMINDER_FEEDS: a status feed has failed for so long that what it says
 *   is not known any more
 *
 * What a person may be reminded of while they do something else.
 */
typedef enum {
  SLIP_REMINDER_ITEMS,
  SLIP_REMINDER_DECISIONS,
  SLIP_REMINDER_WRONG_DATES,
  SLIP_REMINDER_FEEDS,
  SLIP_N_REMINDER_TYPES,
} SlipReminderType;

/**
 * SlipReminder:
 * @n: how many things it is about, at least 1
 * @title: 'Three items are due today'
 * @body: which, one a line; of many only the first
 * @release: (nullable): the id of the release, if all are of one
 * @item: (nullable): the id of the item, if it is one and can be checked off
 *
 * All of one type, in the words of a notification.
 */
typedef struct {
  SlipReminderType type;
  guint n;
  char *title;
  char *body;
  char *release;
  char *item;
} SlipReminder;

/* How settings, actions and files call @type: 'wrong-dates'. */
const char *slip_reminder_type_get_nick (SlipReminderType type);

/**
 * slip_reminder_new:
 * @agenda: of whom it is for, looking ahead as far as wrong dates matter
 * @state: the plan of @agenda
 * @person: (nullable): the id of whom it is for; %NULL for everybody
 *
 * Returns: (transfer full) (nullable): what there is to remind of at @at_ms;
 *   %NULL if nothing.
 */
SlipReminder *slip_reminder_new (SlipReminderType type,
                                 const SlipAgenda *agenda,
                                 const SlipPlanState *state,
                                 const char *person,
                                 gint64 at_ms) G_GNUC_WARN_UNUSED_RESULT;
void slip_reminder_free (SlipReminder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipReminder, slip_reminder_free)

G_END_DECLS

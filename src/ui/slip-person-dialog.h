/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipPersonFunc:
 * @person: (nullable): the id of the person of the plan that 'I' am
 * @name: my name
 * @is_new: whether @name is to become a person of the plan
 *
 * Called with the answer, unless the parent goes away before there is one.
 */
typedef void (*SlipPersonFunc) (const char *person,
                                const char *name,
                                gboolean is_new,
                                gpointer data);

/**
 * slip_person_dialog_ask:
 * @system_name: the name that is offered, and taken if the question is skipped
 *
 * Asks in front of @parent who 'I' am.
 */
void slip_person_dialog_ask (GtkWindow *parent,
                             const SlipPlanState *state,
                             const char *system_name,
                             SlipPersonFunc callback,
                             gpointer data,
                             GDestroyNotify data_free);

G_END_DECLS

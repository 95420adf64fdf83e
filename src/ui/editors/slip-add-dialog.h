/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-entity-form.h"

G_BEGIN_DECLS

/**
 * SlipAddDialog:
 *
 * Asks what a new entity shall be.  Nothing is written before 'Add' or Return,
 * which are one step, nor if the entity would break a rule of the model: then
 * the dialog says so and stays.  Escape leaves nothing behind.
 */
#define SLIP_TYPE_ADD_DIALOG (slip_add_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SlipAddDialog,
                      slip_add_dialog,
                      SLIP,
                      ADD_DIALOG,
                      AdwWindow)

/**
 * SlipAddDialog::adding:
 * @id: the id that it will have
 *
 * The new entity is about to be asked for.
 */

/* @owner: (nullable): the id of the entity that the new one is part of. */
GtkWidget *slip_add_dialog_new (const SlipEntityForm *form,
                                const SlipPlanState *state,
                                const char *owner,
                                SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_add_dialog_set_use:
 * @property: a property of the entity @id that refers to the new one
 *
 * Says what the new one is for: that entity refers to it in the same step.
 */
void slip_add_dialog_set_use (SlipAddDialog *self,
                              SlipKind kind,
                              const char *id,
                              const char *property);

/**
 * slip_add_dialog_fill:
 * @property: the name of a property of the new entity
 *
 * Gives it a value to begin with, which need not be among the fields.
 */
void slip_add_dialog_fill (SlipAddDialog *self,
                           const char *property,
                           const char *text);

/* Shows it in front of the window of @widget, through which it asks. */
void slip_add_dialog_present (SlipAddDialog *self, GtkWidget *widget);

/* Asks for the entity and closes, or says what is missing. */
void slip_add_dialog_add (SlipAddDialog *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-edit.h"
#include "slip-t-date.h"

G_BEGIN_DECLS

/**
 * SlipItemEdit:
 *
 * Changing one or many items of a release in one step: the data of
 * slip_item_edit_run().  Only what is set is changed.  Items that are gone by
 * then are left out.
 */
typedef struct _SlipItemEdit SlipItemEdit;

/* @items: (array zero-terminated=1): their ids */
SlipItemEdit *slip_item_edit_new (const char *release, const char *const *items)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_item_edit_free (SlipItemEdit *self);

/**
 * slip_item_edit_set_state:
 * @note: (nullable): by whom or what they are blocked, or why they are not
 *   applicable; those states need it, others forget what was there
 */
void slip_item_edit_set_state (SlipItemEdit *self,
                               SlipItemState state,
                               const char *note);

/* Gives @evidence to those that need some and have none. */
void slip_item_edit_set_evidence (SlipItemEdit *self, const char *evidence);

/* As slip_assignment_ensure_person(); nobody leaves them to whoever owns their
 * checklist. */
void slip_item_edit_set_owner (SlipItemEdit *self,
                               const char *person,
                               const char *name);
void slip_item_edit_set_required (SlipItemEdit *self, gboolean is_required);

/**
 * slip_item_edit_set_due:
 * @rule: the rule that they follow from now on; if it is none, they have the
 *   fixed day @day, perhaps unset
 */
void slip_item_edit_set_due (SlipItemEdit *self,
                             const SlipTDate *rule,
                             SlipDate day);

/* Pins those that have a rule where they are, or takes the pins off. */
void slip_item_edit_set_pinned (SlipItemEdit *self, gboolean is_pinned);

/* They are deleted; nothing else is done. */
void slip_item_edit_set_deleted (SlipItemEdit *self);

/**
 * slip_item_edit_run:
 *
 * A #SlipIntentFunc over a #SlipItemEdit.  Fails with
 * `SLIP_PLAN_ERROR_INVALID` if one of them would break a rule (see
 * slip_rules_check_row()), with `SLIP_PLAN_ERROR_NOT_FOUND` if all are gone.
 */
gboolean slip_item_edit_run (SlipEdit *edit,
                             gconstpointer data,
                             GError **error);

/**
 * SlipDue:
 * @rule: a rule, or none
 * @day: the fixed day if it is none; unset for no day at all
 *
 * When something is due, as somebody typed it.
 */
typedef struct {
  SlipTDate rule;
  SlipDate day;
} SlipDue;

/**
 * slip_due_parse_among:
 * @stages: (nullable) (element-type SlipRow): stages that a rule may name, as
 *   slip_t_date_parse_among() reads it; @due borrows from them
 *
 * Reads a rule as slip_t_date_parse_among() does, else a day as
 * slip_typed_date_parse() does; nothing but blanks is no day.
 *
 * Returns: `FALSE` with a `SLIP_PLAN_ERROR_INVALID` if it is neither.
 */
gboolean slip_due_parse_among (const char *text,
                               GPtrArray *stages,
                               SlipDate today,
                               SlipDue *due,
                               GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipItemEdit, slip_item_edit_free)

G_END_DECLS

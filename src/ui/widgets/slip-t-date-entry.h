/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-t-date.h"

G_BEGIN_DECLS

/**
 * SlipTDateEntry:
 *
 * A day kept as a rule, typed as slip_t_date_parse_among() reads it ('T-10 wd')
 * or put together in a popover: what it hangs on, how many days before or
 * after, in which days they count, where it goes from a day off.  Text that is
 * no rule is said so below, and stays to be mended.  Enter, leaving it and
 * closing the popover commit, Escape restores; what the plan says meanwhile
 * does not overwrite what is typed.
 */
#define SLIP_TYPE_T_DATE_ENTRY (slip_t_date_entry_get_type ())
G_DECLARE_FINAL_TYPE (SlipTDateEntry,
                      slip_t_date_entry,
                      SLIP,
                      T_DATE_ENTRY,
                      GtkWidget)

/**
 * SlipTDateEntry::committed:
 *
 * Somebody has made slip_t_date_entry_get_rule() another rule.
 */

/**
 * slip_t_date_entry_new:
 * @stages: the kind of the stages that it may hang on: stage or template_stage
 * @none: what having no rule is called; it is also the placeholder
 */
GtkWidget *slip_t_date_entry_new (SlipKind stages,
                                  const char *none) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_t_date_entry_set_rule:
 * @owner: the id of the release or template whose stages it may hang on
 *
 * Shows what the plan keeps.
 */
void slip_t_date_entry_set_rule (SlipTDateEntry *self,
                                 const SlipPlanState *state,
                                 const char *owner,
                                 const SlipTDate *rule);

/* The rule as it was last committed or set.  Its stage is valid until either
 * happens again. */
SlipTDate slip_t_date_entry_get_rule (SlipTDateEntry *self);

/**
 * slip_t_date_entry_dup_pairs:
 * @kind: a kind that has T-dates
 *
 * Returns: (transfer full) (array zero-terminated=1): the names of the five
 * properties of a rule and their texts by turns, for `SLIP_ACTION_EDIT`.
 */
GStrv slip_t_date_entry_dup_pairs (SlipTDateEntry *self,
                                   SlipKind kind) G_GNUC_WARN_UNUSED_RESULT;

/* Shows @text as if it had been typed. */
void slip_t_date_entry_type (SlipTDateEntry *self, const char *text);

/**
 * slip_t_date_entry_commit:
 *
 * Returns: `FALSE` if the text is no rule.
 */
gboolean slip_t_date_entry_commit (SlipTDateEntry *self);

/* Shows the rule last committed or set. */
void slip_t_date_entry_restore (SlipTDateEntry *self);

/* What is wrong with the text, or %NULL. */
const char *slip_t_date_entry_get_fault (SlipTDateEntry *self);

/* Its accessible name. */
void slip_t_date_entry_set_label (SlipTDateEntry *self, const char *label);

G_END_DECLS

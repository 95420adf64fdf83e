/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-t-date.h"

G_BEGIN_DECLS

/**
 * SlipTDateForm:
 *
 * Puts the rule of a T-date together from choices, and says it in words.  Shown
 * by #SlipTDateEntry in a popover.
 */
#define SLIP_TYPE_T_DATE_FORM (slip_t_date_form_get_type ())
G_DECLARE_FINAL_TYPE (SlipTDateForm,
                      slip_t_date_form,
                      SLIP,
                      T_DATE_FORM,
                      GtkWidget)

/* @none: what having no rule is called. */
GtkWidget *slip_t_date_form_new (const char *none) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_t_date_form_set_rule:
 * @stages: (element-type SlipRow): what it may hang on besides the release's
 *   dates; valid as long as @state
 */
void slip_t_date_form_set_rule (SlipTDateForm *self,
                                const SlipPlanState *state,
                                GPtrArray *stages,
                                const SlipTDate *rule);

/* Takes in a number that is still being typed. */
void slip_t_date_form_update (SlipTDateForm *self);

/* The rule that the choices say now; its stage is one of those set. */
SlipTDate slip_t_date_form_get_rule (SlipTDateForm *self);

G_END_DECLS

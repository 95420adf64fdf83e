/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipPersonQuestion:
 * @person: (nullable): the id of the person of the plan that is offered
 * @name: the name that is offered, and taken if the question is skipped
 * @can_skip: whether going on without an answer is offered
 */
typedef struct {
  const char *person;
  const char *name;
  gboolean can_skip;
} SlipPersonQuestion;

/**
 * SlipPersonAnswer:
 * @person: (nullable): the id of the person of the plan that 'I' am
 * @name: my name
 * @is_new: whether @name is to become a person of the plan
 */
typedef struct {
  const char *person;
  const char *name;
  gboolean is_new;
} SlipPersonAnswer;

/**
 * SlipPersonFunc:
 * @answer: (nullable): %NULL if it was called off
 *
 * Called with the answer, unless the parent goes away before there is one.
 */
typedef void (*SlipPersonFunc) (const SlipPersonAnswer *answer, gpointer data);

/* Asks in front of @parent who 'I' am. */
void slip_person_dialog_ask (GtkWindow *parent,
                             const SlipPlanState *state,
                             const SlipPersonQuestion *question,
                             SlipPersonFunc callback,
                             gpointer data,
                             GDestroyNotify data_free);

G_END_DECLS

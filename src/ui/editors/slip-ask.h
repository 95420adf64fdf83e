/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-schema.h"

G_BEGIN_DECLS

/*
 * Editors ask for edits by the actions of the window they are in or, for a
 * dialog, of the window they are in front of.
 */

/* @parameter: (nullable): a floating reference is taken. */
void slip_ask (GtkWidget *widget, const char *action, GVariant *parameter);

/**
 * slip_ask_edit:
 * @pairs: property names and their texts by turns, then %NULL
 */
void slip_ask_edit (GtkWidget *widget,
                    SlipKind kind,
                    const char *id,
                    const char *const *pairs);

/**
 * slip_ask_create:
 * @id: (nullable): the id it shall have
 * @owner: (nullable): the id of the entity it is part of
 */
void slip_ask_create (GtkWidget *widget,
                      SlipKind kind,
                      const char *id,
                      const char *owner,
                      const char *const *pairs);

void slip_ask_remove (GtkWidget *widget, SlipKind kind, const char *id);

/* Wishes for slip_ask_all(), with floating references.  @owner: (nullable). */
GVariant *slip_wish_new_create (SlipKind kind,
                                const char *id,
                                const char *owner,
                                const char *const *pairs);
GVariant *slip_wish_new_set (SlipKind kind,
                             const char *id,
                             const char *const *pairs);
GVariant *slip_wish_new_remove (SlipKind kind, const char *id);

/**
 * slip_ask_all:
 * @wishes: (array length=n_wishes): what slip_wish_new_create() and
 *   slip_wish_new_set() made; their floating references are taken
 *
 * Asks for several edits that are one step, in this order.
 */
void slip_ask_all (GtkWidget *widget, GVariant *const *wishes, gsize n_wishes);

G_END_DECLS

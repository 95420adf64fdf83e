/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-window.h"

G_BEGIN_DECLS

/**
 * slip_text_saver_save:
 * @front: the window that asks
 * @title: what is saved, as a title: 'Save the Differences'
 * @type: the name of the type of file, for people
 * @name: the name that is offered, with its ending: 'differences.csv'
 * @text: what the file will hold
 *
 * Asks where to save @text, writes it and says so in @window.
 */
void slip_text_saver_save (SlipWindow *window,
                           GtkWindow *front,
                           const char *title,
                           const char *type,
                           const char *name,
                           const char *text);

G_END_DECLS

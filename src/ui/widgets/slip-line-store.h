/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The key of a line: that of what it tells of, which no two lines share. */
typedef const char *(*SlipLineKeyFunc) (gpointer line);

/* @line tells from now on what @news does. */
typedef void (*SlipLineNewsFunc) (gpointer line, gpointer news);

/**
 * slip_line_store_update:
 * @lines: (element-type GObject): what @store is to hold
 * @get_key: the key of a line of either
 * @take_news: for a line that stays
 *
 * Has lines that stay keep their place and object, so that their rows keep the
 * focus and what is open in them; the others come and go.
 */
void slip_line_store_update (GListStore *store,
                             GPtrArray *lines,
                             SlipLineKeyFunc get_key,
                             SlipLineNewsFunc take_news);

G_END_DECLS

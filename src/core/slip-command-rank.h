/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * slip_command_rank:
 * @title: what a command is called
 * @group: (nullable): what the commands around it are called
 * @typed: what somebody typed to find it
 *
 * How well a command is meant: the beginning of its title, then the beginnings
 * of its words in any order ('rel new' is 'New release'), then the first
 * letters of its words ('nr'), then the beginnings of its words and its group's
 * ('plan settings'), then letters of it in their order ('nwrel').
 *
 * Returns: a number, the more the better; 0 if it is not meant at all.
 */
int slip_command_rank (const char *title, const char *group, const char *typed);

G_END_DECLS

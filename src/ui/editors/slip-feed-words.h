/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipFeedWords:
 *
 * What the words of a status feed mean: a line for each word with its state, to
 * be filled in before anything is asked for.  Named `feed-words`.
 */
#define SLIP_TYPE_FEED_WORDS (slip_feed_words_get_type ())
G_DECLARE_FINAL_TYPE (SlipFeedWords,
                      slip_feed_words,
                      SLIP,
                      FEED_WORDS,
                      AdwPreferencesGroup)

/* Begins with the words of @feed in @state, if it is there. */
GtkWidget *slip_feed_words_new (const SlipPlanState *state,
                                const char *feed) G_GNUC_WARN_UNUSED_RESULT;

/* Adds a line, as its button does. */
void slip_feed_words_add (SlipFeedWords *self, const char *word, guint state);

/**
 * slip_feed_words_add_wishes:
 * @wishes: (element-type GVariant): what slip_ask_all() takes
 *
 * Adds what is to be asked for so that the plan has the words that are shown.
 * A line without a word is none.
 */
void slip_feed_words_add_wishes (SlipFeedWords *self, GPtrArray *wishes);

G_END_DECLS

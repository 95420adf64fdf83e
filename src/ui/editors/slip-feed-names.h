/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-observation-tally.h"

G_BEGIN_DECLS

/**
 * SlipFeedNames:
 *
 * What the names that a status feed uses are taken for: a line for each that
 * means nothing in the plan, and for each that somebody has said the meaning
 * of, with a choice of releases or audiences.  To be filled in before anything
 * is asked for.  Named `feed-names`.
 */
#define SLIP_TYPE_FEED_NAMES (slip_feed_names_get_type ())
G_DECLARE_FINAL_TYPE (SlipFeedNames,
                      slip_feed_names,
                      SLIP,
                      FEED_NAMES,
                      AdwPreferencesGroup)

/**
 * SlipFeedNames::changed:
 *
 * Somebody has said what a name means.
 */

/* Begins with the mapping of @feed in @state, if it is there. */
GtkWidget *slip_feed_names_new (const SlipPlanState *state,
                                const char *feed) G_GNUC_WARN_UNUSED_RESULT;

/* Adds the names (element-type SlipUnmatchedName) that have no line yet, the
 * first fifty of them, and tells how many more there are.  Of flags that no
 * release has it is only told. */
void slip_feed_names_add (SlipFeedNames *self, const GPtrArray *names);

/* Takes @text for the entity @id (nullable), as somebody does who chooses it.
 */
void slip_feed_names_choose (SlipFeedNames *self,
                             const char *text,
                             const char *id);

/**
 * slip_feed_names_add_wishes:
 * @wishes: (element-type GVariant): what slip_ask_all() takes
 *
 * Adds what is to be asked for so that the plan has the mapping that is shown.
 */
void slip_feed_names_add_wishes (SlipFeedNames *self, GPtrArray *wishes);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-observation.h"
#include "slip-readiness-text.h"

G_BEGIN_DECLS

/**
 * slip_observed_state_get_tone:
 *
 * Good is what is done or not needed, a warning what is at risk, an error what
 * is off track or blocked.  What is only on track, or not known, is neither.
 */
SlipTone slip_observed_state_get_tone (SlipObservedState state);

/* A sign that tells the states apart without a colour: '✓', '✗', '?'. */
const char *slip_observed_state_get_mark (SlipObservedState state);

/**
 * slip_observation_dup_about:
 *
 * Returns: (transfer full): what it is about, in the source's words: 'Payments
 *   3.9 · Support', 'checkout · production', 'Mobile 4.2 · Crash rate'.
 */
char *slip_observation_dup_about (const SlipObservation *self)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_observation_dup_says:
 *
 * Returns: (transfer full): what it says of that, in a few words: 'At risk, 3
 *   of 5', 'Unknown (shelved)', 'On, 25 %', '0.3 %', '14 Dec – 2 Jan'.
 */
char *slip_observation_dup_says (const SlipObservation *self,
                                 SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): the same with a sign before it: '◐ At risk'. */
char *slip_observation_dup_marked (const SlipObservation *self,
                                   SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_observation_dup_detail:
 *
 * Returns: (transfer full) (nullable): what else a status says: its text, who
 *   answers for it, whether they know, the date they state, joined by '·'.
 */
char *slip_observation_dup_detail (const SlipObservation *self,
                                   SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

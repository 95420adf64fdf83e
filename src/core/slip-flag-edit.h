/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-entity-edit.h"

G_BEGIN_DECLS

/**
 * SlipFlagEdit:
 *
 * Making a feature flag or changing one, with what its stages expect of it: the
 * data of slip_flag_edit_run().  Only what is set is changed.
 */
typedef struct _SlipFlagEdit SlipFlagEdit;

/**
 * slip_flag_edit_new:
 * @release: the id of the release
 * @flag: (nullable): the id of one of its flags; %NULL for a new one
 */
SlipFlagEdit *slip_flag_edit_new (const char *release,
                                  const char *flag) G_GNUC_WARN_UNUSED_RESULT;
void slip_flag_edit_free (SlipFlagEdit *self);

/* The id of the flag, also of one to be made. */
const char *slip_flag_edit_get_id (const SlipFlagEdit *self);

/* Sets a property of the flag; set_text: without the blanks around it. */
void slip_flag_edit_set (SlipFlagEdit *self,
                         SlipFlagProperty property,
                         const SlipValue *value);
void slip_flag_edit_set_text (SlipFlagEdit *self,
                              SlipFlagProperty property,
                              const char *text);
void slip_flag_edit_set_integer (SlipFlagEdit *self,
                                 SlipFlagProperty property,
                                 gint64 integer);

/**
 * slip_flag_edit_expect:
 * @stage: the id of a stage of the release; one that is gone by then is left
 *   out
 * @expected: what @stage expects; `SLIP_FLAG_STATE_UNKNOWN` for nothing
 * @share: hundredths of a percent of who is to have it, -1 if none is asked
 *   for; of no account unless it is to be on
 */
void slip_flag_edit_expect (SlipFlagEdit *self,
                            const char *stage,
                            SlipFlagState expected,
                            gint64 share);

/**
 * slip_flag_edit_observe:
 * @observed: what somebody saw; `SLIP_FLAG_STATE_UNKNOWN` forgets what was
 * @share: hundredths of a percent of who has it, -1 if that was not seen
 * @source: (nullable): where it was seen
 * @at_ms: when, milliseconds since 1970 UTC
 *
 * Records what was observed of the flag.
 */
void slip_flag_edit_observe (SlipFlagEdit *self,
                             SlipFlagState observed,
                             gint64 share,
                             const char *source,
                             gint64 at_ms);

/**
 * slip_flag_edit_run:
 *
 * A #SlipIntentFunc over a #SlipFlagEdit.  Fails with
 * `SLIP_PLAN_ERROR_INVALID` without a key, or if the release has another flag
 * of that key and environment; with `SLIP_PLAN_ERROR_NOT_FOUND` if the release
 * or the flag is gone.  To remove a flag, see slip_entity_edit_new_remove().
 */
gboolean slip_flag_edit_run (SlipEdit *edit,
                             gconstpointer data,
                             GError **error);

/**
 * slip_flag_parse_state:
 * @share: (out): hundredths of a percent, -1 if none is said
 *
 * Reads what people type: `on`, `off`, `unknown`, `on=25`, `on=2.5%`.
 *
 * Returns: `FALSE` with a `SLIP_PLAN_ERROR_INVALID` if it is anything else.
 */
gboolean slip_flag_parse_state (const char *text,
                                SlipFlagState *flag_state,
                                gint64 *share,
                                GError **error);

/**
 * slip_share_parse:
 *
 * Reads a share in percent as people type it, with a decimal point or comma and
 * perhaps a percent sign: '2.5 %'.
 *
 * Returns: hundredths of a percent, or -1 if it is none from 0 to 100.
 */
gint64 slip_share_parse (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipFlagEdit, slip_flag_edit_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-cli-session.h"
#include "slip-json-print.h"
#include "slip-preview.h"

G_BEGIN_DECLS

/* Prints @node, which it takes over, as one JSON document. */
void slip_cli_json_print (JsonNode *node);

/* Members that are `null` if there is nothing to say. */
void slip_cli_json_set_text (JsonObject *object,
                             const char *name,
                             const char *text);
void slip_cli_json_set_date (JsonObject *object,
                             const char *name,
                             SlipDate date);
/* Milliseconds since 1970-01-01 UTC. */
void slip_cli_json_set_instant (JsonObject *object,
                                const char *name,
                                gint64 at_ms);

/**
 * slip_cli_json_new_entity:
 *
 * Returns: (transfer full): the entity with `id`, `owner` if it is part of
 * another, and each property under its name in the schema: days and instants as
 * ISO 8601, references as ids, enumerations by nick.
 */
JsonObject *slip_cli_json_new_entity (const SlipRow *row)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_cli_json_new_release:
 *
 * Returns: (transfer full): the entity and what is reckoned from it: `title`,
 * `product_name`, the days on which its dates are shown, `conflicts`.
 */
JsonObject *slip_cli_json_new_release (const SlipPlanState *state,
                                       const SlipConflictContext *context,
                                       const SlipRow *release)
  G_GNUC_WARN_UNUSED_RESULT;

JsonObject *slip_cli_json_new_conflict (const SlipConflict *conflict)
  G_GNUC_WARN_UNUSED_RESULT;

/* A step of history with its changes. */
JsonObject *slip_cli_json_new_step (const SlipStep *step)
  G_GNUC_WARN_UNUSED_RESULT;

/* What an edit would do to a release, with the lines of its description. */
JsonObject *slip_cli_json_new_preview (const SlipPreview *preview)
  G_GNUC_WARN_UNUSED_RESULT;

/* An array with what @make makes of each row; @rows are #SlipRow. */
JsonNode *slip_cli_json_new_list (GPtrArray *rows) G_GNUC_WARN_UNUSED_RESULT;

JsonNode *slip_cli_json_node (JsonObject *object) G_GNUC_WARN_UNUSED_RESULT;
JsonNode *slip_cli_json_array_node (JsonArray *array) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

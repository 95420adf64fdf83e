/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "slip-date.h"
#include "slip-format-error.h"

G_BEGIN_DECLS

typedef struct _SlipJsonCursor SlipJsonCursor;

/**
 * SlipJsonCursor:
 * @node: (nullable): the value here, borrowed; %NULL if there is none
 *
 * A place in a parsed document that knows how it was reached, so that messages
 * can name it: `statuses[3].done`.  A small value to be kept on the stack: the
 * document, the cursor it was made from and the key it was made with must
 * outlive it.  Nothing here allocates but for messages.
 *
 *     SlipJsonCursor top = slip_json_cursor (root);
 *     SlipJsonCursor list = slip_json_member (&top, "statuses");
 *     guint n;
 *
 *     if (!slip_json_get_array (&list, &n, error))
 *       return FALSE;
 *     for (guint i = 0; i < n; i++) {
 *       SlipJsonCursor status = slip_json_element (&list, i);
 *       SlipJsonCursor done = slip_json_member (&status, "done");
 *       …
 *     }
 */
struct _SlipJsonCursor {
  JsonNode *node;
  /*< private >*/
  const SlipJsonCursor *parent;
  const char *key;
  guint index;
};

/* The top of the document @root. */
SlipJsonCursor slip_json_cursor (JsonNode *root);

/* Steps down; to nowhere if @self is no object or has no @key. */
SlipJsonCursor slip_json_member (const SlipJsonCursor *self, const char *key);

/* Steps down; to nowhere if @self is no array or is shorter. */
SlipJsonCursor slip_json_element (const SlipJsonCursor *self, guint index);

/**
 * slip_json_is_absent:
 *
 * Returns: `TRUE` if there is no value here or it is `null`, which are the two
 * ways to leave out what is optional.
 */
gboolean slip_json_is_absent (const SlipJsonCursor *self);

/**
 * slip_json_dup_path:
 *
 * Returns: the way here, such as `statuses[3].done`; keys that are no plain
 * words are quoted.
 */
char *slip_json_dup_path (const SlipJsonCursor *self) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_json_fail:
 * @what: a clause for people: `at most 100 are read`
 *
 * Sets @error to @what with the way here before it.
 *
 * Returns: `FALSE`.
 */
gboolean slip_json_fail (const SlipJsonCursor *self,
                         SlipFormatError code,
                         const char *what,
                         GError **error);

/* The same for a value that is not what was expected: the %s of @clause stands
 * for what was found. */
gboolean slip_json_fail_found (const SlipJsonCursor *self,
                               const char *clause,
                               GError **error);

/*
 * Strict readers: nothing is converted (but a whole number is also a number).
 * On anything else they fail with SLIP_FORMAT_ERROR_INVALID, leave @value alone
 * and say path, what was expected and what was found:
 * `statuses[3].done: a number was expected, "six" was found`.
 */
gboolean slip_json_get_object (const SlipJsonCursor *self, GError **error);
gboolean slip_json_get_array (const SlipJsonCursor *self,
                              guint *n_elements,
                              GError **error);
/* (transfer none): borrowed from the document, valid UTF-8. */
gboolean slip_json_get_string (const SlipJsonCursor *self,
                               const char **value,
                               GError **error);
gboolean slip_json_get_integer (const SlipJsonCursor *self,
                                gint64 *value,
                                GError **error);
gboolean slip_json_get_number (const SlipJsonCursor *self,
                               double *value,
                               GError **error);
gboolean slip_json_get_boolean (const SlipJsonCursor *self,
                                gboolean *value,
                                GError **error);
/* A string as RFC 3339 has it, such as '2026-11-24T09:30:00Z' or with
 * '.250+01:00'; in milliseconds since 1970-01-01 UTC. */
gboolean slip_json_get_instant (const SlipJsonCursor *self,
                                gint64 *value_ms,
                                GError **error);
/* A string 'YYYY-MM-DD' that names a day. */
gboolean slip_json_get_date (const SlipJsonCursor *self,
                             SlipDate *value,
                             GError **error);

G_END_DECLS

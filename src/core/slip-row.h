/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-properties.h"
#include "slip-schema.h"

G_BEGIN_DECLS

/**
 * SlipRow:
 *
 * One entity's immutable value: kind, id, owner and a value for each property
 * of its kind.  Reference counted; any thread may read and release it.
 */
typedef struct _SlipRow SlipRow;

/* No kind has more. */
#define SLIP_ROW_MAX_PROPERTIES 64

/**
 * slip_row_new:
 * @id: the entity's UUID
 * @owner: (nullable): the id of the entity it is part of
 * @values: (transfer full): as many values as @kind has properties; the array
 *   itself stays the caller's.  %NULL for the defaults
 */
SlipRow *slip_row_new (SlipKind kind,
                       const char *id,
                       const char *owner,
                       SlipValue *values) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_row_new_given:
 * @values: (transfer full): as of slip_row_new(), but only what is @given is
 *   looked at
 * @given: bit i for property i; the others have their defaults
 */
SlipRow *slip_row_new_given (SlipKind kind,
                             const char *id,
                             const char *owner,
                             SlipValue *values,
                             guint64 given) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_row_new_with:
 *
 * Returns: (transfer full): a row like @row whose @property is @value.
 */
SlipRow *slip_row_new_with (const SlipRow *row,
                            guint property,
                            const SlipValue *value) G_GNUC_WARN_UNUSED_RESULT;

SlipRow *slip_row_ref (const SlipRow *row);
void slip_row_unref (SlipRow *row);

SlipKind slip_row_get_kind (const SlipRow *row);
const char *slip_row_get_id (const SlipRow *row);
const char *slip_row_get_owner (const SlipRow *row);

const SlipValue *slip_row_peek (const SlipRow *row, guint property);
const char *slip_row_get_text (const SlipRow *row, guint property);
gint64 slip_row_get_integer (const SlipRow *row, guint property);
gboolean slip_row_get_boolean (const SlipRow *row, guint property);
SlipDate slip_row_get_date (const SlipRow *row, guint property);

/**
 * slip_row_is_default:
 *
 * Returns: `TRUE` if every property has the value of a new entity.
 */
gboolean slip_row_is_default (const SlipRow *row);

/**
 * slip_id_new:
 *
 * Returns: (transfer full): a new random UUID (RFC 9562, version 4).
 */
char *slip_id_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_id_new_derived:
 * @name: what the id is for
 *
 * Returns: (transfer full): an id that is the same each time for the same
 * @name: a UUID of version 5 in a name space of Slipway's own (RFC 9562, 5.5).
 */
char *slip_id_new_derived (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipRow, slip_row_unref)

G_END_DECLS

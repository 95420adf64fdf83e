/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlipIcalProperty:
 * @name: the name, not terminated
 * @parameters: from the first `;` up to the `:`, not terminated
 * @value: what follows the `:`, not terminated
 *
 * The parts of a content line, all within it.
 */
typedef struct {
  const char *name;
  gsize name_length;
  const char *parameters;
  gsize parameters_length;
  const char *value;
  gsize value_length;
} SlipIcalProperty;

/**
 * slip_ical_property_split:
 * @line: valid until @self is done with
 *
 * Spaces around name and value are left out.
 *
 * Returns: `FALSE` if @line is no `name:value`.
 */
gboolean slip_ical_property_split (SlipIcalProperty *self,
                                   const char *line,
                                   gsize length);

/* Whether the name is @name, in any case. */
gboolean slip_ical_property_is (const SlipIcalProperty *self, const char *name);

/* Whether there is a TZID. */
gboolean slip_ical_property_is_zoned (const SlipIcalProperty *self);

G_END_DECLS

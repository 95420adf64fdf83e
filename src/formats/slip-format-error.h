/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlipFormatError:
 * @SLIP_FORMAT_ERROR_TOO_LARGE: more than the stated limit of bytes, levels or
 *   entries; a smaller document may do
 * @SLIP_FORMAT_ERROR_INVALID: not what its format allows; the message says what
 *   is wrong and where
 * @SLIP_FORMAT_ERROR_UNSUPPORTED: well-formed, but of a kind or version that
 *   cannot be read here
 * @SLIP_FORMAT_ERROR_FAILED: anything else, such as a library that failed
 *
 * What can go wrong while a document from outside is read.
 */
typedef enum {
  SLIP_FORMAT_ERROR_TOO_LARGE,
  SLIP_FORMAT_ERROR_INVALID,
  SLIP_FORMAT_ERROR_UNSUPPORTED,
  SLIP_FORMAT_ERROR_FAILED,
} SlipFormatError;

#define SLIP_FORMAT_ERROR (slip_format_error_quark ())

GQuark slip_format_error_quark (void);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What libFuzzer, or replay.c in its stead, calls with each input. */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

G_END_DECLS

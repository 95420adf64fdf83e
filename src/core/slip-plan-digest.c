/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-plan-state.h"

#include <string.h>

/* Feeds @text with its length before it, so that no two rows read alike. */
static void
digest_text (GChecksum *checksum, const char *text)
{
  g_autofree char *length =
    g_strdup_printf ("%" G_GSIZE_FORMAT ":", text != NULL ? strlen (text) : 0);

  g_checksum_update (checksum, (const guchar *) length, -1);
  if (text != NULL)
    g_checksum_update (checksum, (const guchar *) text, -1);
}

static void
digest_row (GChecksum *checksum, const SlipRow *row)
{
  const SlipKindInfo *info = slip_schema_get (slip_row_get_kind (row));

  digest_text (checksum, info->name);
  digest_text (checksum, slip_row_get_id (row));
  digest_text (checksum, slip_row_get_owner (row));
  for (guint i = 0; i < info->n_properties; i++) {
    g_autofree char *text =
      slip_property_print (&info->properties[i], slip_row_peek (row, i));

    digest_text (checksum, info->properties[i].name);
    digest_text (checksum, text);
  }
}

char *
slip_plan_state_digest (const SlipPlanState *state)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint kind = 0; kind < SLIP_N_KINDS; kind++) {
    g_autoptr (GPtrArray) rows = NULL;

    if (slip_schema_get ((SlipKind) kind)->is_record)
      continue;

    rows = slip_plan_state_list (state, (SlipKind) kind);
    for (guint i = 0; i < rows->len; i++)
      digest_row (checksum, rows->pdata[i]);
  }

  return g_strdup (g_checksum_get_string (checksum));
}

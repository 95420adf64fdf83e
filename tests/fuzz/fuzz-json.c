/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz.h"

#include "slip-json-print.h"
#include "slip-json.h"

#include <string.h>

/* Whatever passes the gate is printed and passes again as the same. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = slip_json_parse (bytes, NULL, &error);

  g_assert_true ((node != NULL) == (error == NULL));
  if (node == NULL) {
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
    return 0;
  }
  g_autofree char *text = slip_json_print (node, FALSE);
  g_autoptr (GBytes) again = g_bytes_new (text, strlen (text));
  g_autoptr (JsonNode) same = slip_json_parse (again, NULL, &error);
  g_assert_no_error (error);
  g_autofree char *same_text = slip_json_print (same, FALSE);
  g_assert_cmpstr (text, ==, same_text);
  return 0;
}

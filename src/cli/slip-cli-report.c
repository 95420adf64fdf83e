/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-report.h"

#include "slip-cli-json.h"
#include "slip-cli-print.h"

#include <glib/gi18n.h>

gboolean
slip_cli_report_step (const SlipCli *cli, SlipStep *taken, const char *id)
{
  g_autoptr (SlipStep) step = taken;

  if (step == NULL)
    return FALSE;
  g_autofree char *label =
    slip_change_set_describe (step->set->verb, step->set->subject);
  if (cli->is_json) {
    JsonObject *object = json_object_new ();

    json_object_set_int_member (object, "step", step->number);
    slip_cli_json_set_text (object, "label", label);
    slip_cli_json_set_text (object, "id", id);
    slip_cli_json_print (slip_cli_json_node (object));
    return TRUE;
  }
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, step->number);
  /* Translators: as in 'Step 12: move of Payments 3.9' */
  slip_cli_print (_ ("Step %s: %s"), number, label);
  if (id != NULL)
    slip_cli_print ("%s", id);
  return TRUE;
}

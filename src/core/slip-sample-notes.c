/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-sample-parts.h"

#include <glib/gi18n-lib.h>

/* The change note of a release. */
typedef struct {
  const char *release;
  const char *changes;
  const char *affected;
  const char *customers;
  const char *integrations;
  const char *action;
  const char *contact;
  const char *rollback;
} Note;

static const Note notes[] = {
  { "mobile 4.1",
    N_ ("The app opens in half the time, and the home screen can be arranged "
        "by hand."),
    N_ ("Everybody with the app"), NULL, NULL,
    N_ ("Nothing; the old arrangement is kept until it is changed."),
    N_ ("Mobile PM"), N_ ("Halt the phases; the old home screen is a flag.") },
  { "payments 3.8",
    N_ ("A payment can be given back in parts, up to what was paid."),
    N_ ("Shops that give money back by hand"), NULL,
    N_ ("Those that read the field ‘refunded’ as true or false"),
    N_ ("Read the amount that was refunded instead."), N_ ("Payments PM"),
    N_ ("Switch the endpoint off; open refunds finish by themselves.") },
  { "console 12.1",
    N_ ("Permissions are edited in one table instead of one page a person."),
    N_ ("Administrators"), N_ ("Customers with more than 50 administrators"),
    NULL,
    N_ ("Look through custom roles once; two of the old rights are now one."),
    N_ ("Console PM"), N_ ("The old pages stay behind a flag for 30 days.") },
  { "mobile 4.2",
    N_ ("Reading and drafting work without a connection. Changes are sent when "
        "the connection is back, and two edits of one thing are shown side by "
        "side."),
    N_ ("Everybody with the app; most of all people who travel"),
    N_ ("Customers who forbid keeping data on devices"),
    N_ ("Device management that clears the app’s storage"),
    N_ ("Decide whether offline data is allowed; the default is yes."),
    N_ ("Mobile PM"),
    N_ ("Turn the flag off: the app asks the server again, and drafts not yet "
        "sent stay on the device.") },
  { "desktop 9.0",
    N_ ("The program looks and feels new. Plug-ins of version 8 no longer "
        "load."),
    N_ ("Everybody on the desktop"),
    N_ ("Customers with plug-ins of their own"),
    N_ ("Plug-ins made for version 8"),
    N_ ("Try plug-ins with the preview; version 8.9 stays for those who need "
        "more time."),
    N_ ("Desktop PM"), N_ ("Version 8.9 can be installed over it.") },
  { "console 12.2",
    N_ ("The audit log can be exported, by hand and every night."),
    N_ ("Administrators and auditors"), NULL,
    N_ ("Log collectors that read the web page"),
    N_ ("Point collectors to the export."), N_ ("Console PM"),
    N_ ("Stop the nightly job; nothing else depends on it.") },
  { "payments 4.0",
    N_ ("Balances are kept in the new ledger. The endpoints /balance/daily and "
        "/transfers/batch go away."),
    N_ ("Everybody who reads balances"),
    N_ ("Customers who still call one of the two endpoints"),
    N_ ("Accounting exports, home-made reports"),
    N_ ("Move to /balances and /transfers before the release."),
    N_ ("API lead"),
    N_ ("Both ledgers are written for 14 days; after that there is no way "
        "back.") },
  { "console 13",
    N_ ("People are put into teams, and a team has settings of its own."),
    N_ ("Administrators; people who work in several groups"), NULL,
    N_ ("Scripts that read settings of the whole account"),
    N_ ("Nothing until a first team is made."), N_ ("Console PM"), NULL },
  { "mobile 4.3", N_ ("A folder can be shared with people and with teams."),
    N_ ("Everybody with the app"), NULL, NULL, NULL, N_ ("Mobile PM"), NULL },
  { "console 12.3",
    N_ ("People sign in through the directory of their company."),
    N_ ("Companies with a directory of their own"), NULL,
    N_ ("Scripts that sign in with a password"),
    N_ ("Connect the directory, then invite people again."), N_ ("Console PM"),
    NULL },
};

void
slip_sample_add_notes (SlipEdit *edit)
{
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++) {
    const Note *note = &notes[i];
    const struct {
      guint property;
      const char *text;
    } texts[] = {
      { SLIP_RELEASE_CHANGES, note->changes },
      { SLIP_RELEASE_AFFECTED, note->affected },
      { SLIP_RELEASE_AFFECTED_CUSTOMERS, note->customers },
      { SLIP_RELEASE_AFFECTED_INTEGRATIONS, note->integrations },
      { SLIP_RELEASE_ACTION, note->action },
      { SLIP_RELEASE_CONTACT, note->contact },
      { SLIP_RELEASE_ROLLBACK_PLAN, note->rollback },
    };
    g_autofree char *id = slip_sample_dup_id ("release", note->release);

    for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
      if (texts[j].text != NULL)
        slip_edit_set_text (edit, SLIP_KIND_RELEASE, id, texts[j].property,
                            _ (texts[j].text));
  }
}

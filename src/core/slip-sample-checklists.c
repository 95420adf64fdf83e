/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-sample-parts.h"

#include <glib/gi18n-lib.h>

#include "slip-release.h"
#include "slip-schedule.h"
#include "slip-t-date.h"
#include "slip-template-application.h"
#include "slip-template-making.h"

#define DAY_MS G_GINT64_CONSTANT (86400000)

/*
 * How far the sample's releases are, as if people had worked on them.  Releases
 * and audiences are named by their keys in slip-sample.c, templates and items
 * by those of the shipped templates.
 */

typedef struct {
  const char *release;
  const char *template_key;
  gboolean is_over; /* everything was done, told and rolled out */
} Plan;

static const Plan plans[] = {
  { "mobile 4.1", "mobile-app", TRUE },
  { "payments 3.8", "feature", TRUE },
  { "console 12.1", "feature", FALSE },
  { "payments 3.9", "fix", FALSE },
  { "mobile 4.2", "full-launch", FALSE },
  { "desktop 9.0", "full-launch", FALSE },
  { "console 12.2", "feature", FALSE },
  { "payments 3.10", "fix", FALSE },
  { "mobile 4.2.1", "fix", FALSE },
  { "desktop 9.0.1", "fix", FALSE },
  { "payments 4.0", "full-launch", FALSE },
};

/* Audiences that need nothing of a release. */
static const struct {
  const char *release;
  const char *audience;
  const char *reason;
} not_needed[] = {
  { "console 12.1", "marketing", N_ ("Only administrators see it") },
  { "desktop 9.0", "legal", N_ ("Terms and data stay as they are") },
  { "console 12.2", "marketing",
    N_ ("Told together with teams, in the next quarter") },
};

/* Who owns a checklist instead of whom the template finds; NULL for nobody. */
static const struct {
  const char *release;
  const char *audience;
  const char *person;
} owners[] = {
  { "payments 3.8", "engineering", "api-lead" },
  { "payments 3.9", "engineering", "api-lead" },
  { "payments 3.10", "engineering", "api-lead" },
  { "payments 4.0", "engineering", "api-lead" },
  { "mobile 4.2", "sales", NULL },
  { "payments 4.0", "sales", NULL },
  { "payments 4.0", "marketing", NULL },
  { "payments 4.0", "customers", NULL },
};

/* Every required item is done. */
static const struct {
  const char *release;
  const char *audience;
} done_lists[] = {
  { "console 12.1", "engineering" },   { "console 12.1", "support" },
  { "console 12.1", "documentation" }, { "console 12.1", "sales" },
  { "payments 3.9", "engineering" },   { "payments 3.9", "support" },
  { "payments 3.9", "documentation" }, { "mobile 4.2", "engineering" },
  { "mobile 4.2", "support" },         { "desktop 9.0", "support" },
  { "desktop 9.0", "sales" },
};

typedef struct {
  const char *release;
  const char *item;
  SlipItemState state;
  const char *note; /* why it is blocked or not applicable */
  const char *evidence;
} State;

static const State states[] = {
  { "console 12.1", "affected-listed", SLIP_ITEM_STATE_DONE },
  { "console 12.1", "customers-notified", SLIP_ITEM_STATE_DONE, NULL,
    N_ ("Sent to 214 administrators, list in the customer system") },
  { "console 12.1", "feedback", SLIP_ITEM_STATE_DOING },

  { "mobile 4.2", "load-tested", SLIP_ITEM_STATE_DONE, NULL,
    "https://ci.example.com/load/4.2" },
  { "mobile 4.2", "flags-set", SLIP_ITEM_STATE_DONE, NULL,
    N_ ("Test on, staging on, production off; looked at by two people") },
  { "mobile 4.2", "support-trained", SLIP_ITEM_STATE_DONE, NULL,
    "https://wiki.example.com/support/offline-mode" },
  { "mobile 4.2", "translations", SLIP_ITEM_STATE_DONE },
  { "mobile 4.2", "help-texts", SLIP_ITEM_STATE_DONE },
  { "mobile 4.2", "docs-reviewed", SLIP_ITEM_STATE_DONE },
  { "mobile 4.2", "screenshots", SLIP_ITEM_STATE_DONE },
  { "mobile 4.2", "release-notes", SLIP_ITEM_STATE_DONE },
  { "mobile 4.2", "docs-updated", SLIP_ITEM_STATE_DOING },
  { "mobile 4.2", "pricing", SLIP_ITEM_STATE_DONE },
  { "mobile 4.2", "promises", SLIP_ITEM_STATE_DONE },
  { "mobile 4.2", "story", SLIP_ITEM_STATE_NOT_APPLICABLE,
    N_ ("Nobody who tried it may be named yet") },
  { "mobile 4.2", "channels", SLIP_ITEM_STATE_DONE },
  { "mobile 4.2", "announcement-approved", SLIP_ITEM_STATE_DONE },
  { "mobile 4.2", "website", SLIP_ITEM_STATE_DONE },
  { "mobile 4.2", "affected-listed", SLIP_ITEM_STATE_DONE },
  { "mobile 4.2", "customers-must-do", SLIP_ITEM_STATE_DOING },
  { "mobile 4.2", "legal-review", SLIP_ITEM_STATE_BLOCKED,
    N_ ("The export review of the encryption is pending") },
  { "mobile 4.2", "licences", SLIP_ITEM_STATE_DONE },
  { "mobile 4.2", "sponsor-knows", SLIP_ITEM_STATE_DONE },
  { "mobile 4.2", "figures", SLIP_ITEM_STATE_DONE },

  { "desktop 9.0", "load-tested", SLIP_ITEM_STATE_DONE, NULL,
    "https://ci.example.com/load/9.0" },
  { "desktop 9.0", "rollback-rehearsed", SLIP_ITEM_STATE_DONE, NULL,
    N_ ("Down to 8.9 in four minutes, twice") },
  { "desktop 9.0", "monitored", SLIP_ITEM_STATE_DOING },
  { "desktop 9.0", "translations", SLIP_ITEM_STATE_DONE },
  { "desktop 9.0", "help-texts", SLIP_ITEM_STATE_DONE },
  { "desktop 9.0", "docs-reviewed", SLIP_ITEM_STATE_DONE },
  { "desktop 9.0", "screenshots", SLIP_ITEM_STATE_DOING },
  { "desktop 9.0", "story", SLIP_ITEM_STATE_DONE },
  { "desktop 9.0", "channels", SLIP_ITEM_STATE_DONE },
  { "desktop 9.0", "announcement-approved", SLIP_ITEM_STATE_DONE },
  { "desktop 9.0", "affected-listed", SLIP_ITEM_STATE_DONE },
  { "desktop 9.0", "customers-must-do", SLIP_ITEM_STATE_DONE },
  { "desktop 9.0", "sponsor-knows", SLIP_ITEM_STATE_DONE },
  { "desktop 9.0", "figures", SLIP_ITEM_STATE_DONE },

  { "console 12.2", "tests", SLIP_ITEM_STATE_DONE },
  { "console 12.2", "rollback", SLIP_ITEM_STATE_DOING },
  { "console 12.2", "answers", SLIP_ITEM_STATE_DONE },
  { "console 12.2", "docs-updated", SLIP_ITEM_STATE_DOING },
  { "payments 3.10", "regression", SLIP_ITEM_STATE_DONE },
  { "payments 3.10", "cases", SLIP_ITEM_STATE_DOING },
};

/* Days from today that were set by hand and stay. */
static const struct {
  const char *release;
  const char *item;
  int day;
} pins[] = {
  { "console 12.1", "feedback", 0 },
  { "mobile 4.2", "legal-review", 4 },
};

/* What was told; everybody else is told as planned. */
static const struct {
  const char *release;
  const char *audience;
  int sent_day;  /* from today */
  int wrong_day; /* from the release date; 0 for the right one */
  gboolean is_confirmed;
  const char *channel;
} told[] = {
  { "mobile 4.2", "support", -9, 0, TRUE, N_ ("Training") },
  { "mobile 4.2", "documentation", -9, 0, TRUE, N_ ("Meeting") },
  { "mobile 4.2", "sales", -20, -7, FALSE, N_ ("E-mail") },
  { "mobile 4.2", "marketing", -9, 0, TRUE, N_ ("Meeting") },
  { "mobile 4.2", "legal", -14, 0, FALSE, N_ ("E-mail") },
  { "desktop 9.0", "support", -6, 0, TRUE, N_ ("Training") },
  { "desktop 9.0", "sales", -6, 0, FALSE, N_ ("E-mail") },
  { "payments 3.9", "support", -6, 0, TRUE, N_ ("E-mail") },
  { "payments 3.9", "documentation", -6, 0, TRUE, N_ ("E-mail") },
};

static gint64
make_instant (SlipDate date, int hour)
{
  return (gint64) slip_date_days_until (slip_date_new (1970, 1, 1), date) *
           DAY_MS +
         hour * G_GINT64_CONSTANT (3600000);
}

/* The release that @key names, as it is now. */
static const SlipRow *
get_release (SlipEdit *edit, const char *key)
{
  g_autofree char *id = slip_sample_dup_id ("release", key);

  return slip_plan_state_get (slip_edit_get_state (edit), SLIP_KIND_RELEASE,
                              id);
}

static GPtrArray *
list_parts (SlipEdit *edit, SlipKind kind, const char *release)
{
  g_autofree char *id = slip_sample_dup_id ("release", release);

  return slip_plan_state_list_owned (slip_edit_get_state (edit), kind, id);
}

/* The part of @release whose @property is @id, or NULL; it is held. */
static SlipRow *
find_part (SlipEdit *edit,
           SlipKind kind,
           const char *release,
           guint property,
           const char *id)
{
  g_autoptr (GPtrArray) rows = list_parts (edit, kind, release);

  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (slip_row_get_text (rows->pdata[i], property), id) == 0)
      return slip_row_ref (rows->pdata[i]);

  return NULL;
}

static const Plan *
find_plan (const char *release)
{
  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    if (g_str_equal (plans[i].release, release))
      return &plans[i];

  g_assert_not_reached ();
}

static SlipRow *
find_item (SlipEdit *edit, const char *release, const char *key)
{
  g_autofree char *origin =
    slip_template_making_dup_shipped_id (find_plan (release)->template_key,
                                         "item", key);

  return find_part (edit, SLIP_KIND_ITEM, release, SLIP_ITEM_ORIGIN, origin);
}

static SlipRow *
find_checklist (SlipEdit *edit, const char *release, const char *audience)
{
  g_autofree char *id = slip_sample_dup_id ("audience", audience);

  return find_part (edit, SLIP_KIND_CHECKLIST, release, SLIP_CHECKLIST_AUDIENCE,
                    id);
}

static void
add_not_needed (SlipEdit *edit)
{
  for (guint i = 0; i < G_N_ELEMENTS (not_needed); i++) {
    g_autofree char *key =
      g_strconcat (not_needed[i].release, "/", not_needed[i].audience, NULL);
    g_autofree char *id = slip_sample_dup_id ("checklist", key);
    g_autofree char *release =
      slip_sample_dup_id ("release", not_needed[i].release);
    g_autofree char *audience =
      slip_sample_dup_id ("audience", not_needed[i].audience);

    slip_edit_create (edit, SLIP_KIND_CHECKLIST, id, release);
    slip_edit_set_text (edit, SLIP_KIND_CHECKLIST, id, SLIP_CHECKLIST_AUDIENCE,
                        audience);
    slip_edit_set_integer (edit, SLIP_KIND_CHECKLIST, id,
                           SLIP_CHECKLIST_IS_NOT_NEEDED, TRUE);
    slip_edit_set_text (edit, SLIP_KIND_CHECKLIST, id, SLIP_CHECKLIST_REASON,
                        _ (not_needed[i].reason));
  }
}

static gboolean
apply_template (SlipEdit *edit, const Plan *plan, GError **error)
{
  g_autofree char *release = slip_sample_dup_id ("release", plan->release);
  g_autofree char *template_id =
    slip_template_making_dup_shipped_id (plan->template_key, NULL, NULL);
  g_autofree char *seed = g_strconcat ("slipway-sample/", plan->release, NULL);
  g_autoptr (SlipTemplateApplication) application =
    slip_template_application_new (template_id, release);

  slip_template_application_set_seed (application, seed);
  return slip_template_application_run (edit, application, error);
}

static void
set_owners (SlipEdit *edit)
{
  for (guint i = 0; i < G_N_ELEMENTS (owners); i++) {
    g_autoptr (SlipRow) checklist =
      find_checklist (edit, owners[i].release, owners[i].audience);
    g_autofree char *person =
      owners[i].person != NULL ? slip_sample_dup_id ("person", owners[i].person)
                               : NULL;

    slip_edit_set_text (edit, SLIP_KIND_CHECKLIST, slip_row_get_id (checklist),
                        SLIP_CHECKLIST_OWNER, person);
  }
}

/* What is done shows it where the template asks for that. */
static void
set_state (SlipEdit *edit, const SlipRow *item, SlipItemState state)
{
  const char *id = slip_row_get_id (item);

  if (state == SLIP_ITEM_STATE_DONE &&
      slip_row_get_boolean (item, SLIP_ITEM_NEEDS_EVIDENCE)) {
    g_autofree char *uri =
      g_strdup_printf ("https://wiki.example.com/records/%.8s", id);

    slip_edit_set_text (edit, SLIP_KIND_ITEM, id, SLIP_ITEM_EVIDENCE, uri);
  }
  slip_edit_set_integer (edit, SLIP_KIND_ITEM, id, SLIP_ITEM_STATE, state);
}

/* @checklist: (nullable): the id of one, NULL for all of the release */
static void
finish_items (SlipEdit *edit, const char *release, const char *checklist)
{
  g_autoptr (GPtrArray) items = list_parts (edit, SLIP_KIND_ITEM, release);

  for (guint i = 0; i < items->len; i++) {
    const SlipRow *item = items->pdata[i];

    if (checklist == NULL ||
        (slip_row_get_boolean (item, SLIP_ITEM_IS_REQUIRED) &&
         g_strcmp0 (slip_row_get_text (item, SLIP_ITEM_CHECKLIST), checklist) ==
           0))
      set_state (edit, item, SLIP_ITEM_STATE_DONE);
  }
}

static void
finish_lists (SlipEdit *edit)
{
  for (guint i = 0; i < G_N_ELEMENTS (done_lists); i++) {
    g_autoptr (SlipRow) checklist =
      find_checklist (edit, done_lists[i].release, done_lists[i].audience);

    finish_items (edit, done_lists[i].release, slip_row_get_id (checklist));
  }
}

static void
set_states (SlipEdit *edit)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++) {
    const State *state = &states[i];
    g_autoptr (SlipRow) item = find_item (edit, state->release, state->item);
    const char *id = slip_row_get_id (item);

    set_state (edit, item, state->state);
    if (state->note != NULL)
      slip_edit_set_text (edit, SLIP_KIND_ITEM, id, SLIP_ITEM_STATE_NOTE,
                          _ (state->note));
    if (state->evidence != NULL)
      slip_edit_set_text (edit, SLIP_KIND_ITEM, id, SLIP_ITEM_EVIDENCE,
                          _ (state->evidence));
  }
}

static void
set_pins (SlipEdit *edit, SlipDate today)
{
  for (guint i = 0; i < G_N_ELEMENTS (pins); i++) {
    g_autoptr (SlipRow) item = find_item (edit, pins[i].release, pins[i].item);
    const char *id = slip_row_get_id (item);

    slip_edit_set_date (edit, SLIP_KIND_ITEM, id, SLIP_ITEM_DUE_DATE,
                        slip_date_add_days (today, pins[i].day));
    slip_schedule_day_set (edit, SLIP_KIND_ITEM, id, item, TRUE, FALSE, FALSE);
  }
}

/* Says that @communication went out on @sent; whoever owns the checklist of its
 * audience confirms it the day after. */
static void
send (SlipEdit *edit,
      const char *release,
      const SlipRow *communication,
      SlipDate sent,
      SlipDate date_told)
{
  const SlipKind kind = SLIP_KIND_COMMUNICATION;
  const char *id = slip_row_get_id (communication);
  const SlipRow *row = get_release (edit, release);
  g_autofree char *sender =
    g_strdup (slip_row_get_text (row, SLIP_RELEASE_OWNER));
  SlipValue at = slip_value_new_integer (make_instant (sent, 10));

  slip_edit_set (edit, kind, id, SLIP_COMMUNICATION_SENT_AT, &at);
  slip_edit_set_text (edit, kind, id, SLIP_COMMUNICATION_SENT_BY, sender);
  slip_edit_set_date (edit, kind, id, SLIP_COMMUNICATION_DATE_TOLD, date_told);
}

static void
confirm (SlipEdit *edit,
         const char *release,
         const SlipRow *communication,
         SlipDate day)
{
  const SlipKind kind = SLIP_KIND_COMMUNICATION;
  const char *id = slip_row_get_id (communication);
  g_autoptr (SlipRow) checklist =
    find_part (edit, SLIP_KIND_CHECKLIST, release, SLIP_CHECKLIST_AUDIENCE,
               slip_row_get_text (communication, SLIP_COMMUNICATION_AUDIENCE));
  const SlipRow *owner =
    slip_plan_state_follow (slip_edit_get_state (edit), checklist,
                            SLIP_CHECKLIST_OWNER);
  g_autofree char *name =
    owner != NULL ? g_strdup (slip_row_get_text (owner, SLIP_PERSON_NAME))
                  : NULL;
  SlipValue at = slip_value_new_integer (make_instant (day, 9));

  slip_edit_set (edit, kind, id, SLIP_COMMUNICATION_CONFIRMED_AT, &at);
  slip_edit_set_text (edit, kind, id, SLIP_COMMUNICATION_CONFIRMED_BY, name);
}

static SlipDate
get_release_day (SlipEdit *edit, const char *release)
{
  return slip_release_resolve (slip_edit_get_state (edit),
                               get_release (edit, release),
                               SLIP_ANCHOR_RELEASE);
}

static void
tell (SlipEdit *edit, SlipDate today)
{
  for (guint i = 0; i < G_N_ELEMENTS (told); i++) {
    g_autofree char *audience =
      slip_sample_dup_id ("audience", told[i].audience);
    g_autoptr (SlipRow) communication =
      find_part (edit, SLIP_KIND_COMMUNICATION, told[i].release,
                 SLIP_COMMUNICATION_AUDIENCE, audience);
    SlipDate sent = slip_date_add_days (today, told[i].sent_day);

    send (edit, told[i].release, communication, sent,
          slip_date_add_days (get_release_day (edit, told[i].release),
                              told[i].wrong_day));
    slip_edit_set_text (edit, SLIP_KIND_COMMUNICATION,
                        slip_row_get_id (communication),
                        SLIP_COMMUNICATION_CHANNEL, _ (told[i].channel));
    if (told[i].is_confirmed)
      confirm (edit, told[i].release, communication,
               slip_date_add_days (sent, 1));
  }
}

/* Everything that was planned to be told of @release went out as planned. */
static void
tell_all (SlipEdit *edit, const char *release)
{
  g_autoptr (GPtrArray) rows =
    list_parts (edit, SLIP_KIND_COMMUNICATION, release);
  SlipDate day = get_release_day (edit, release);

  for (guint i = 0; i < rows->len; i++) {
    SlipDate sent = slip_t_date_get_day (rows->pdata[i]);

    send (edit, release, rows->pdata[i], sent, day);
    confirm (edit, release, rows->pdata[i], slip_date_add_days (sent, 1));
  }
}

/* What should have begun has begun, on its day. */
static void
roll_out (SlipEdit *edit, const char *release, SlipDate today)
{
  const SlipKind kind = SLIP_KIND_STAGE;
  g_autoptr (GPtrArray) stages = list_parts (edit, kind, release);

  for (guint i = 0; i < stages->len; i++) {
    const char *id = slip_row_get_id (stages->pdata[i]);
    SlipDate start =
      slip_row_get_date (stages->pdata[i], SLIP_STAGE_PLANNED_START);
    SlipDate end = slip_row_get_date (stages->pdata[i], SLIP_STAGE_PLANNED_END);
    gboolean is_over = slip_date_is_before (end, today);
    SlipValue started = slip_value_new_integer (make_instant (start, 9));
    SlipValue ended = slip_value_new_integer (make_instant (end, 16));

    if (!slip_date_is_before (start, today))
      continue;
    slip_edit_set (edit, kind, id, SLIP_STAGE_STARTED_AT, &started);
    slip_edit_set_integer (edit, kind, id, SLIP_STAGE_STATE,
                           is_over ? SLIP_STAGE_STATE_DONE
                                   : SLIP_STAGE_STATE_ACTIVE);
    slip_edit_set_date (edit, kind, id, SLIP_STAGE_EXPECTED_END, end);
    if (is_over)
      slip_edit_set (edit, kind, id, SLIP_STAGE_ENDED_AT, &ended);
  }
}

gboolean
slip_sample_add_checklists (SlipEdit *edit, SlipDate today, GError **error)
{
  add_not_needed (edit);
  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    if (!apply_template (edit, &plans[i], error))
      return FALSE;

  if (!slip_sample_plan_rollouts (edit, error))
    return FALSE;

  /* The days, before anything is over and stays where it is. */
  slip_schedule_settle (edit);
  if (slip_edit_has_failed (edit))
    return TRUE;

  set_owners (edit);
  finish_lists (edit);
  set_states (edit);
  set_pins (edit, today);
  tell (edit, today);
  tell_all (edit, "console 12.1");
  slip_sample_start_rollouts (edit, today);
  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    if (plans[i].is_over) {
      finish_items (edit, plans[i].release, NULL);
      tell_all (edit, plans[i].release);
      roll_out (edit, plans[i].release, today);
    }

  return TRUE;
}

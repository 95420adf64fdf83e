/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-sample.h"

#include <glib/gi18n-lib.h>

#include "slip-rank.h"
#include "slip-release.h"
#include "slip-sample-parts.h"
#include "slip-template-library.h"

typedef struct {
  const char *key;
  const char *name;
  SlipSide side;
  int notice_days;
} Audience;

static const Audience audiences[] = {
  { "engineering", NC_ ("audience", "Engineering"), SLIP_SIDE_INTERNAL, 0 },
  { "support", NC_ ("audience", "Support"), SLIP_SIDE_INTERNAL, 5 },
  { "documentation", NC_ ("audience", "Documentation"), SLIP_SIDE_INTERNAL, 5 },
  { "sales", NC_ ("audience", "Sales"), SLIP_SIDE_INTERNAL, 3 },
  { "marketing", NC_ ("audience", "Marketing"), SLIP_SIDE_INTERNAL, 5 },
  { "customers", NC_ ("audience", "Customers"), SLIP_SIDE_EXTERNAL, 5 },
  { "legal", NC_ ("audience", "Legal"), SLIP_SIDE_INTERNAL, 10 },
  { "executives", NC_ ("audience", "Executives"), SLIP_SIDE_INTERNAL, 2 },
};

typedef struct {
  const char *key;
  const char *role;
} Role;

static const Role roles[] = {
  { "mobile-pm", NC_ ("role", "Mobile PM") },
  { "payments-pm", NC_ ("role", "Payments PM") },
  { "console-pm", NC_ ("role", "Console PM") },
  { "desktop-pm", NC_ ("role", "Desktop PM") },
  { "support-lead", NC_ ("role", "Support lead") },
  { "docs-lead", NC_ ("role", "Documentation lead") },
  { "marketing-lead", NC_ ("role", "Marketing lead") },
  { "api-lead", NC_ ("role", "API lead") },
  { "engineering-lead", NC_ ("role", "Engineering lead") },
  { "mobile-lead", NC_ ("role", "Mobile lead") },
  { "sales-lead", NC_ ("role", "Sales enablement lead") },
  { "customer-lead", NC_ ("role", "Customer success lead") },
  { "legal-counsel", NC_ ("role", "Legal counsel") },
  { "head-of-product", NC_ ("role", "Head of product") },
  { "release-manager", NC_ ("role", "Release manager") },
};

typedef struct {
  const char *key;
  const char *name;
  const char *short_name;
  const char *color;
  const char *owner;
} Product;

static const Product products[] = {
  { "mobile", N_ ("Mobile app"), N_ ("Mobile"), "#3584e4", "mobile-pm" },
  { "payments", N_ ("Payments API"), N_ ("Payments"), "#2ec27e",
    "payments-pm" },
  { "console", N_ ("Web console"), N_ ("Console"), "#e66100", "console-pm" },
  { "desktop", N_ ("Desktop"), NULL, "#9141ac", "desktop-pm" },
};

/*
 * A release, its dates as days from today; NO_DAY for none.  Days that are not
 * worked are moved to the next working day.
 */
typedef struct {
  const char *product;
  const char *version;
  const char *name;
  const char *summary;
  int tier;
  SlipStatus status;
  int release_day;
  SlipCertainty certainty;
  int deploy_day;
  int announce_day;
  const char *market_owner;
} Release;

#define NO_DAY G_MININT

static const Release releases[] = {
  { "mobile", "4.1", NULL, N_ ("Faster start and a new home screen"), 2,
    SLIP_STATUS_RELEASED, -14, SLIP_CERTAINTY_CONFIRMED, -18, -14,
    "marketing-lead" },
  { "payments", "3.8", NULL, N_ ("Refunds in part"), 2, SLIP_STATUS_RELEASED,
    -8, SLIP_CERTAINTY_CONFIRMED, -10, NO_DAY, "support-lead" },
  { "console", "12.1", NULL, N_ ("A new permission editor"), 2,
    SLIP_STATUS_ROLLING_OUT, -3, SLIP_CERTAINTY_CONFIRMED, -6, -3,
    "marketing-lead" },
  { "payments", "3.9", NULL, N_ ("Webhooks are signed with rotating keys"), 3,
    SLIP_STATUS_READY, 3, SLIP_CERTAINTY_CONFIRMED, 1, 3, "api-lead" },
  { "mobile", "4.2", N_ ("Offline mode"),
    N_ ("Reading and drafting work without a connection"), 1,
    SLIP_STATUS_BUILDING, 8, SLIP_CERTAINTY_CONFIRMED, 6, 8, "marketing-lead" },
  { "desktop", "9.0", NULL, N_ ("Redesigned, on a new toolkit"), 1,
    SLIP_STATUS_BUILDING, 10, SLIP_CERTAINTY_TENTATIVE, 7, 10,
    "marketing-lead" },
  { "console", "12.2", NULL, N_ ("Audit log export"), 2, SLIP_STATUS_BUILDING,
    15, SLIP_CERTAINTY_CONFIRMED, 16, NO_DAY, NULL },
  { "payments", "3.10", NULL, N_ ("Fixes for currency rounding"), 3,
    SLIP_STATUS_BUILDING, 15, SLIP_CERTAINTY_CONFIRMED, 14, NO_DAY,
    "api-lead" },
  { "mobile", "4.2.1", NULL, N_ ("First fixes after offline mode"), 3,
    SLIP_STATUS_PLANNED, 22, SLIP_CERTAINTY_TENTATIVE, 21, NO_DAY,
    "support-lead" },
  { "desktop", "9.0.1", NULL, N_ ("First fixes after the redesign"), 3,
    SLIP_STATUS_PLANNED, 29, SLIP_CERTAINTY_WEEK, NO_DAY, NO_DAY,
    "support-lead" },
  { "payments", "4.0", N_ ("New ledger"),
    N_ ("Balances move to the new ledger; two endpoints go away"), 1,
    SLIP_STATUS_PLANNED, 49, SLIP_CERTAINTY_MONTH, NO_DAY, NO_DAY,
    "payments-pm" },
  { "console", "13", N_ ("Teams"), N_ ("Teams with their own settings"), 1,
    SLIP_STATUS_PLANNED, 75, SLIP_CERTAINTY_QUARTER, NO_DAY, NO_DAY,
    "marketing-lead" },
  { "mobile", "4.3", NULL, N_ ("Shared folders"), 2, SLIP_STATUS_PLANNED,
    NO_DAY, SLIP_CERTAINTY_UNSCHEDULED, NO_DAY, NO_DAY, "marketing-lead" },
  { "console", "12.3", N_ ("Single sign-on"),
    N_ ("Sign-in through the customer's own directory"), 2, SLIP_STATUS_PLANNED,
    NO_DAY, SLIP_CERTAINTY_UNSCHEDULED, NO_DAY, NO_DAY, NULL },
  { "desktop", "8.9", NULL, N_ ("Last release for the old toolkit"), 3,
    SLIP_STATUS_ON_HOLD, 18, SLIP_CERTAINTY_TENTATIVE, NO_DAY, NO_DAY,
    "support-lead" },
};

char *
slip_sample_dup_id (const char *noun, const char *key)
{
  g_autofree char *name = g_strdup_printf ("slipway-sample/%s/%s", noun, key);

  return slip_id_new_derived (name);
}

static void
set_reference (SlipEdit *edit,
               SlipKind kind,
               const char *id,
               guint property,
               const char *noun,
               const char *key)
{
  g_autofree char *target = key != NULL ? slip_sample_dup_id (noun, key) : NULL;

  slip_edit_set_text (edit, kind, id, property, target);
}

static void
add_calendar (SlipEdit *edit)
{
  const SlipRow *plan = slip_plan_state_get_plan (slip_edit_get_state (edit));
  g_autofree char *plan_id =
    plan != NULL ? g_strdup (slip_row_get_id (plan)) : NULL;
  g_autofree char *id = slip_sample_dup_id ("calendar", "standard");

  slip_edit_create (edit, SLIP_KIND_WORKING_CALENDAR, id, NULL);
  slip_edit_set_text (edit, SLIP_KIND_WORKING_CALENDAR, id,
                      SLIP_WORKING_CALENDAR_NAME, _ ("Monday to Friday"));
  slip_edit_set_integer (edit, SLIP_KIND_WORKING_CALENDAR, id,
                         SLIP_WORKING_CALENDAR_WEEKDAYS,
                         SLIP_WEEKDAY_MASK_MONDAY_TO_FRIDAY);
  if (plan_id != NULL)
    slip_edit_set_text (edit, SLIP_KIND_PLAN, plan_id, SLIP_PLAN_CALENDAR, id);
}

static void
add_audiences (SlipEdit *edit)
{
  g_auto (GStrv) ranks = slip_rank_spread (G_N_ELEMENTS (audiences));

  for (guint i = 0; i < G_N_ELEMENTS (audiences); i++) {
    const Audience *audience = &audiences[i];
    g_autofree char *id = slip_sample_dup_id ("audience", audience->key);

    slip_edit_create (edit, SLIP_KIND_AUDIENCE, id, NULL);
    slip_edit_set_text (edit, SLIP_KIND_AUDIENCE, id, SLIP_AUDIENCE_NAME,
                        g_dpgettext2 (GETTEXT_PACKAGE, "audience",
                                      audience->name));
    slip_edit_set_integer (edit, SLIP_KIND_AUDIENCE, id, SLIP_AUDIENCE_SIDE,
                           audience->side);
    slip_edit_set_integer (edit, SLIP_KIND_AUDIENCE, id,
                           SLIP_AUDIENCE_NOTICE_DAYS, audience->notice_days);
    slip_edit_set_text (edit, SLIP_KIND_AUDIENCE, id, SLIP_AUDIENCE_RANK,
                        ranks[i]);
  }
}

gboolean
slip_starter_run (SlipEdit *edit, gconstpointer data, GError **error)
{
  const SlipPlanState *state = slip_edit_get_state (edit);

  slip_edit_set_beginning (edit);
  if (slip_plan_state_count (state, SLIP_KIND_AUDIENCE) == 0)
    add_audiences (edit);
  if (slip_plan_state_count (state, SLIP_KIND_WORKING_CALENDAR) == 0)
    add_calendar (edit);
  if (slip_plan_state_count (state, SLIP_KIND_TEMPLATE) == 0 &&
      !slip_template_library_run (edit, NULL, error))
    return FALSE;

  slip_edit_set_verb (edit, SLIP_VERB_ADD);
  slip_edit_set_subject (edit, _ ("audiences, templates and working days"));
  return TRUE;
}

static void
add_people (SlipEdit *edit)
{
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++) {
    g_autofree char *id = slip_sample_dup_id ("person", roles[i].key);
    const char *role = g_dpgettext2 (GETTEXT_PACKAGE, "role", roles[i].role);

    slip_edit_create (edit, SLIP_KIND_PERSON, id, NULL);
    slip_edit_set_text (edit, SLIP_KIND_PERSON, id, SLIP_PERSON_NAME, role);
    slip_edit_set_text (edit, SLIP_KIND_PERSON, id, SLIP_PERSON_ROLE, role);
  }
}

static void
add_products (SlipEdit *edit)
{
  g_auto (GStrv) ranks = slip_rank_spread (G_N_ELEMENTS (products));

  for (guint i = 0; i < G_N_ELEMENTS (products); i++) {
    const Product *product = &products[i];
    g_autofree char *id = slip_sample_dup_id ("product", product->key);

    slip_edit_create (edit, SLIP_KIND_PRODUCT, id, NULL);
    slip_edit_set_text (edit, SLIP_KIND_PRODUCT, id, SLIP_PRODUCT_NAME,
                        _ (product->name));
    if (product->short_name != NULL)
      slip_edit_set_text (edit, SLIP_KIND_PRODUCT, id, SLIP_PRODUCT_SHORT_NAME,
                          _ (product->short_name));
    slip_edit_set_text (edit, SLIP_KIND_PRODUCT, id, SLIP_PRODUCT_COLOR,
                        product->color);
    slip_edit_set_text (edit, SLIP_KIND_PRODUCT, id, SLIP_PRODUCT_RANK,
                        ranks[i]);
    set_reference (edit, SLIP_KIND_PRODUCT, id, SLIP_PRODUCT_OWNER, "person",
                   product->owner);
  }
}

static void
set_planned (SlipEdit *edit,
             const char *id,
             SlipAnchor anchor,
             SlipPlannedDate planned)
{
  g_autoptr (SlipWorkingDays) days =
    slip_working_days_new (SLIP_WEEKDAY_MASK_MONDAY_TO_FRIDAY);

  planned.date = slip_working_days_snap (days, planned.date, SLIP_SNAP_LATER);
  planned = slip_planned_date_normalize (planned);
  slip_edit_set_date (edit, SLIP_KIND_RELEASE, id,
                      slip_anchor_get_date_property (anchor), planned.date);
  slip_edit_set_integer (edit, SLIP_KIND_RELEASE, id,
                         slip_anchor_get_certainty_property (anchor),
                         planned.certainty);
}

static void
add_dates (SlipEdit *edit,
           const char *id,
           const Release *release,
           SlipDate today)
{
  const struct {
    SlipAnchor anchor;
    int day;
    SlipCertainty certainty;
  } dates[] = {
    { SLIP_ANCHOR_RELEASE, release->release_day, release->certainty },
    { SLIP_ANCHOR_DEPLOY, release->deploy_day, SLIP_CERTAINTY_CONFIRMED },
    { SLIP_ANCHOR_ANNOUNCE, release->announce_day, SLIP_CERTAINTY_CONFIRMED },
  };
  const SlipRow *row;

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    if (dates[i].day != NO_DAY)
      set_planned (edit, id, dates[i].anchor,
                   (SlipPlannedDate){ slip_date_add_days (today, dates[i].day),
                                      dates[i].certainty });

  row = slip_plan_state_get (slip_edit_get_state (edit), SLIP_KIND_RELEASE, id);
  slip_edit_set_date (edit, SLIP_KIND_RELEASE, id,
                      SLIP_RELEASE_FIRST_PLANNED_DATE,
                      slip_row_get_date (row, SLIP_RELEASE_RELEASE_DATE));
}

static const Product *
find_product (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (products); i++)
    if (g_str_equal (products[i].key, key))
      return &products[i];

  g_assert_not_reached ();
}

static void
add_release (SlipEdit *edit,
             const Release *release,
             const char *rank,
             SlipDate today)
{
  g_autofree char *key =
    g_strconcat (release->product, " ", release->version, NULL);
  g_autofree char *id = slip_sample_dup_id ("release", key);
  const Product *product = find_product (release->product);

  slip_edit_create (edit, SLIP_KIND_RELEASE, id, NULL);
  set_reference (edit, SLIP_KIND_RELEASE, id, SLIP_RELEASE_PRODUCT, "product",
                 release->product);
  slip_edit_set_text (edit, SLIP_KIND_RELEASE, id, SLIP_RELEASE_VERSION,
                      release->version);
  if (release->name != NULL)
    slip_edit_set_text (edit, SLIP_KIND_RELEASE, id, SLIP_RELEASE_NAME,
                        _ (release->name));
  slip_edit_set_text (edit, SLIP_KIND_RELEASE, id, SLIP_RELEASE_SUMMARY,
                      _ (release->summary));
  slip_edit_set_integer (edit, SLIP_KIND_RELEASE, id, SLIP_RELEASE_TIER,
                         release->tier);
  set_reference (edit, SLIP_KIND_RELEASE, id, SLIP_RELEASE_OWNER, "person",
                 product->owner);
  set_reference (edit, SLIP_KIND_RELEASE, id, SLIP_RELEASE_MARKET_OWNER,
                 "person", release->market_owner);
  slip_edit_set_text (edit, SLIP_KIND_RELEASE, id, SLIP_RELEASE_RANK, rank);
  add_dates (edit, id, release, today);
}

/* Last, as what is over takes nothing in any more. */
static void
set_status (SlipEdit *edit, const Release *release)
{
  g_autofree char *key =
    g_strconcat (release->product, " ", release->version, NULL);
  g_autofree char *id = slip_sample_dup_id ("release", key);

  slip_edit_set_integer (edit, SLIP_KIND_RELEASE, id, SLIP_RELEASE_STATUS,
                         release->status);
}

static void
add_freeze (SlipEdit *edit,
            const char *key,
            const char *name,
            SlipSeverity severity,
            SlipRange range)
{
  g_autofree char *id = slip_sample_dup_id ("freeze", key);

  slip_edit_create (edit, SLIP_KIND_FREEZE, id, NULL);
  slip_edit_set_text (edit, SLIP_KIND_FREEZE, id, SLIP_FREEZE_NAME, name);
  slip_edit_set_integer (edit, SLIP_KIND_FREEZE, id, SLIP_FREEZE_SEVERITY,
                         severity);
  slip_edit_set_date (edit, SLIP_KIND_FREEZE, id, SLIP_FREEZE_FIRST_DAY,
                      range.first);
  slip_edit_set_date (edit, SLIP_KIND_FREEZE, id, SLIP_FREEZE_LAST_DAY,
                      range.last);
}

static void
add_holiday (SlipEdit *edit, const char *name, SlipDate day)
{
  g_autofree char *calendar = slip_sample_dup_id ("calendar", "standard");
  g_autofree char *id = slip_sample_dup_id ("holiday", name);

  slip_edit_create (edit, SLIP_KIND_HOLIDAY, id, calendar);
  slip_edit_set_text (edit, SLIP_KIND_HOLIDAY, id, SLIP_HOLIDAY_NAME, name);
  slip_edit_set_date (edit, SLIP_KIND_HOLIDAY, id, SLIP_HOLIDAY_FIRST_DAY, day);
  slip_edit_set_date (edit, SLIP_KIND_HOLIDAY, id, SLIP_HOLIDAY_LAST_DAY, day);
  slip_edit_set_integer (edit, SLIP_KIND_HOLIDAY, id, SLIP_HOLIDAY_IS_YEARLY,
                         TRUE);
}

static void
add_key_date (SlipEdit *edit, const char *name, SlipRange range)
{
  g_autofree char *id = slip_sample_dup_id ("key-date", "customer-day");

  slip_edit_create (edit, SLIP_KIND_KEY_DATE, id, NULL);
  slip_edit_set_text (edit, SLIP_KIND_KEY_DATE, id, SLIP_KEY_DATE_NAME, name);
  slip_edit_set_date (edit, SLIP_KIND_KEY_DATE, id, SLIP_KEY_DATE_FIRST_DAY,
                      range.first);
  slip_edit_set_date (edit, SLIP_KIND_KEY_DATE, id, SLIP_KEY_DATE_LAST_DAY,
                      range.last);
}

static void
add_surroundings (SlipEdit *edit, SlipDate today)
{
  int year = slip_date_get_year (today);
  SlipDate audit =
    slip_date_get_week_start (slip_date_add_days (today, 17), SLIP_MONDAY);
  SlipDate event =
    slip_date_add_days (slip_date_get_week_start (today, SLIP_MONDAY), 9);
  g_autofree char *year_end = slip_sample_dup_id ("freeze", "year-end");

  add_freeze (edit, "year-end", _ ("Year-end freeze"), SLIP_SEVERITY_HARD,
              slip_range_new (slip_date_new (year, 12, 20),
                              slip_date_new (year + 1, 1, 3)));
  slip_edit_set_integer (edit, SLIP_KIND_FREEZE, year_end, SLIP_FREEZE_REPEAT,
                         SLIP_REPEAT_YEARLY);
  add_freeze (edit, "audit", _ ("Audit week"), SLIP_SEVERITY_SOFT,
              slip_range_new (audit, slip_date_add_days (audit, 4)));
  add_holiday (edit, _ ("New Year’s Day"), slip_date_new (year, 1, 1));
  add_holiday (edit, _ ("Christmas Day"), slip_date_new (year, 12, 25));
  add_key_date (edit, _ ("Customer day"),
                slip_range_new (event, slip_date_add_days (event, 1)));
}

gboolean
slip_sample_run (SlipEdit *edit, gconstpointer data, GError **error)
{
  const SlipDate *today = data;
  const SlipPlanState *state = slip_edit_get_state (edit);
  g_auto (GStrv) ranks = slip_rank_spread (G_N_ELEMENTS (releases));
  g_autofree char *calendar = slip_sample_dup_id ("calendar", "standard");

  if (slip_plan_state_count (state, SLIP_KIND_RELEASE) > 0 ||
      slip_plan_state_count (state, SLIP_KIND_PRODUCT) > 0) {
    g_set_error_literal (
      error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
      _ ("The sample plan fills an empty plan only; this one has content"));
    return FALSE;
  }

  if (!slip_starter_run (edit, NULL, error))
    return FALSE;
  if (slip_plan_state_get (slip_edit_get_state (edit),
                           SLIP_KIND_WORKING_CALENDAR, calendar) == NULL)
    add_calendar (edit);
  add_people (edit);
  add_products (edit);
  add_surroundings (edit, *today);
  for (guint i = 0; i < G_N_ELEMENTS (releases); i++)
    add_release (edit, &releases[i], ranks[i], *today);
  slip_sample_add_notes (edit);
  if (!slip_sample_add_checklists (edit, *today, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (releases); i++)
    set_status (edit, &releases[i]);
  slip_edit_set_verb (edit, SLIP_VERB_SAMPLE);
  slip_edit_set_subject (edit, NULL);

  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-template-preview.h"
#include "template-plan.h"

static char *
dup_part (const SlipPlanState *state,
          SlipKind kind,
          const char *template_id,
          guint property,
          const char *text)
{
  return g_strdup (
    slip_row_get_id (find_part (state, kind, template_id, property, text)));
}

static char *
dup_day (const SlipPlanState *state,
         const char *template_id,
         const char *title,
         SlipDate release_date)
{
  g_autoptr (SlipTemplatePreview) preview =
    slip_template_preview_new (state, template_id, release_date);
  g_autofree char *item = dup_part (state, SLIP_KIND_TEMPLATE_ITEM, template_id,
                                    SLIP_TEMPLATE_ITEM_TITLE, title);

  return slip_date_to_text (slip_template_preview_get_day (preview, item));
}

/* As test-template-application has it for a release that is there. */
static void
test_comes_to_the_days_of_a_release (void)
{
  g_autofree char *id = NULL;
  g_autoptr (SlipPlanState) state = new_template_plan (&id);
  g_autofree char *digest = slip_plan_state_digest (state);
  g_autofree char *digest_after = NULL;
  g_autofree char *train = dup_day (state, id, "Train", day ("2026-12-15"));
  g_autofree char *watch =
    dup_day (state, id, "Watch the queue", day ("2026-12-15"));
  g_autoptr (SlipTemplatePreview) preview =
    slip_template_preview_new (state, id, day ("2026-12-15"));
  g_autofree char *stage = dup_part (state, SLIP_KIND_TEMPLATE_STAGE, id,
                                     SLIP_TEMPLATE_STAGE_NAME, "Internal");
  SlipRange range = slip_template_preview_get_stage (preview, stage);

  g_assert_cmpstr (train, ==, "2026-12-08");
  g_assert_cmpstr (watch, ==, "2026-12-14");
  g_assert_true (slip_date_equal (range.first, day ("2026-12-11")));
  g_assert_true (slip_date_equal (range.last, day ("2026-12-14")));
  digest_after = slip_plan_state_digest (state);
  g_assert_cmpstr (digest_after, ==, digest);
}

static void
test_counts_in_the_working_days_of_the_product (void)
{
  g_autofree char *id = NULL;
  g_autoptr (SlipPlanState) state = new_template_plan (&id);
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_EDIT);
  g_autofree char *train = NULL;

  slip_edit_create (edit, SLIP_KIND_WORKING_CALENDAR, "daily", NULL);
  slip_edit_set_text (edit, SLIP_KIND_WORKING_CALENDAR, "daily",
                      SLIP_WORKING_CALENDAR_NAME, "Daily");
  slip_edit_set_integer (edit, SLIP_KIND_WORKING_CALENDAR, "daily",
                         SLIP_WORKING_CALENDAR_WEEKDAYS, 0x7f);
  slip_edit_set_text (edit, SLIP_KIND_PRODUCT, "payments",
                      SLIP_PRODUCT_CALENDAR, "daily");
  slip_edit_set_text (edit, SLIP_KIND_TEMPLATE, id, SLIP_TEMPLATE_PRODUCT,
                      "payments");
  apply_edit (&state, edit);
  train = dup_day (state, id, "Train", day ("2026-12-15"));
  g_assert_cmpstr (train, ==, "2026-12-10");
}

static void
test_without_a_date_there_is_no_day (void)
{
  g_autofree char *id = NULL;
  g_autoptr (SlipPlanState) state = new_template_plan (&id);
  g_autofree char *train = dup_day (state, id, "Train", SLIP_DATE_NONE);
  g_autoptr (SlipTemplatePreview) gone =
    slip_template_preview_new (state, "gone", day ("2026-12-15"));

  g_assert_null (train);
  g_assert_true (
    slip_range_is_empty (slip_template_preview_get_stage (gone, "gone")));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/template-preview/comes-to-the-days-of-a-release",
                   test_comes_to_the_days_of_a_release);
  g_test_add_func (
    "/template-preview/counts-in-the-working-days-of-the-product",
    test_counts_in_the_working_days_of_the_product);
  g_test_add_func ("/template-preview/without-a-date-there-is-no-day",
                   test_without_a_date_there_is_no_day);

  return g_test_run ();
}

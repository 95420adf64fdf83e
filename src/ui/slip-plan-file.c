/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-plan-file.h"

#include <glib/gi18n.h>

#define DEFAULT_NAME "plan" SLIP_PLAN_FILE_ENDING
#define SAMPLE_NAME  "sample" SLIP_PLAN_FILE_ENDING

/* A folder that cannot be made is told when the plan cannot be. */
static char *
dup_data_path (const char *name)
{
  g_autofree char *folder =
    g_build_filename (g_get_user_data_dir (), PACKAGE_NAME, NULL);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    g_debug ("%s could not be made", folder);
  return g_build_filename (folder, name, NULL);
}

char *
slip_plan_file_dup_default_path (void)
{
  return dup_data_path (DEFAULT_NAME);
}

char *
slip_plan_file_dup_sample_path (void)
{
  return dup_data_path (SAMPLE_NAME);
}

char *
slip_plan_file_dup_name (const char *path, const SlipPlanState *state)
{
  const SlipRow *plan = state != NULL ? slip_plan_state_get_plan (state) : NULL;
  const char *name =
    plan != NULL ? slip_row_get_text (plan, SLIP_PLAN_NAME) : NULL;
  if (name != NULL)
    return g_strdup (name);
  if (path == NULL)
    return g_strdup (_ ("Slipway"));
  char *file_name = g_filename_display_basename (path);
  gboolean is_default = g_str_equal (file_name, DEFAULT_NAME);
  gboolean is_sample = g_str_equal (file_name, SAMPLE_NAME);
  if (is_default || is_sample) {
    g_free (file_name);
    return g_strdup (is_default ? _ ("My Plan") : _ ("Sample Plan"));
  }
  if (g_str_has_suffix (file_name, SLIP_PLAN_FILE_ENDING))
    file_name[strlen (file_name) - strlen (SLIP_PLAN_FILE_ENDING)] = '\0';
  return file_name;
}

const char *
slip_plan_file_get_problem (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain == SLIP_STORE_ERROR)
    switch ((SlipStoreError) error->code) {
    case SLIP_STORE_ERROR_NOT_A_PLAN:
      return _ ("This Is Not a Plan");
    case SLIP_STORE_ERROR_TOO_NEW:
      return _ ("This Plan Needs a Newer Slipway");
    case SLIP_STORE_ERROR_CORRUPT:
      return _ ("This Plan Is Damaged");
    case SLIP_STORE_ERROR_READ_ONLY:
      return _ ("This Plan Cannot Be Written");
    case SLIP_STORE_ERROR_NOT_FOUND:
      return _ ("There Is No Such Plan");
    case SLIP_STORE_ERROR_BUSY:
      return _ ("This Plan Is Busy");
    case SLIP_STORE_ERROR_FULL:
      return _ ("The Disk Is Full");
    case SLIP_STORE_ERROR_STALE:
    case SLIP_STORE_ERROR_IN_USE:
    case SLIP_STORE_ERROR_FAILED:
      break;
    }
  return _ ("The Plan Could Not Be Opened");
}

char *
slip_plan_file_dup_advice (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  const char *advice = NULL;
  if (g_error_matches (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_TOO_NEW))
    advice = _ ("Update Slipway to open it. The file was left as it is.");
  else if (g_error_matches (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_CORRUPT))
    advice = _ ("A copy or a backup may be sound. The file was left as it is.");
  else if (g_error_matches (error, SLIP_STORE_ERROR,
                            SLIP_STORE_ERROR_NOT_A_PLAN))
    advice = _ ("Calendars can be imported into a plan.");
  else if (g_error_matches (error, SLIP_STORE_ERROR,
                            SLIP_STORE_ERROR_NOT_FOUND))
    advice = _ ("It may have been moved or renamed.");
  return advice != NULL ? g_strdup_printf ("%s.\n%s", error->message, advice)
                        : g_strdup (error->message);
}

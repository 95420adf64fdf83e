/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-plan-file.h"

#include <glib/gi18n.h>
#include <string.h>

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

/* What the plan in @path is called for people, if it is one of the two that
 * are made without being asked for a name. */
static const char *
get_usual_name (const char *path)
{
  g_autofree char *file_name = g_path_get_basename (path);

  if (g_str_equal (file_name, DEFAULT_NAME))
    return _ ("My Plan");
  return g_str_equal (file_name, SAMPLE_NAME) ? _ ("Sample Plan") : NULL;
}

char *
slip_plan_file_dup_name (const char *path, const SlipPlanState *state)
{
  const SlipRow *plan = state != NULL ? slip_plan_state_get_plan (state) : NULL;
  const char *name =
    plan != NULL ? slip_row_get_text (plan, SLIP_PLAN_NAME) : NULL;
  const char *usual_name = path != NULL ? get_usual_name (path) : NULL;
  g_autofree char *stem =
    path != NULL ? g_filename_display_basename (path) : NULL;

  if (stem != NULL && g_str_has_suffix (stem, SLIP_PLAN_FILE_ENDING))
    stem[strlen (stem) - strlen (SLIP_PLAN_FILE_ENDING)] = '\0';
  /* A new plan has the name of its file until somebody gives it another. */
  if (name != NULL && (usual_name == NULL || !g_str_equal (name, stem)))
    return g_strdup (name);
  if (usual_name != NULL)
    return g_strdup (usual_name);
  return stem != NULL ? g_steal_pointer (&stem) : g_strdup (_ ("Slipway"));
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-dependency.h"

#include <glib/gi18n-lib.h>

#include "slip-neighbours.h"
#include "slip-release.h"

static const char *
get_on (const SlipRow *dependency)
{
  return slip_row_get_text (dependency, SLIP_DEPENDENCY_ON_RELEASE);
}

static SlipDate
get_day (const SlipPlanState *state, const char *release)
{
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_RELEASE, release);

  return row != NULL ? slip_release_resolve (state, row, SLIP_ANCHOR_RELEASE)
                     : SLIP_DATE_NONE;
}

SlipDate
slip_dependency_get_first_day (const SlipPlanState *state,
                               const SlipRow *dependency)
{
  SlipDate day = get_day (state, get_on (dependency));
  int lag = (int) slip_row_get_integer (dependency, SLIP_DEPENDENCY_LAG_DAYS);

  return slip_date_is_set (day) ? slip_date_add_days (day, lag) : day;
}

SlipDependencyState
slip_dependency_get_state (const SlipPlanState *state,
                           const SlipRow *dependency)
{
  const SlipRow *on =
    slip_plan_state_follow (state, dependency, SLIP_DEPENDENCY_ON_RELEASE);
  SlipDate first = slip_dependency_get_first_day (state, dependency);
  SlipDate day = get_day (state, slip_row_get_owner (dependency));

  if (on == NULL || slip_release_is_deleted (on) ||
      slip_release_get_status (on) == SLIP_STATUS_CANCELLED)
    return SLIP_DEPENDENCY_GONE;
  if (slip_date_is_set (first) && slip_date_is_set (day) &&
      slip_date_is_before (day, first))
    return SLIP_DEPENDENCY_BROKEN;
  if (slip_release_get_status (on) == SLIP_STATUS_RELEASED)
    return SLIP_DEPENDENCY_MET;

  return slip_date_is_set (first) && slip_date_is_set (day)
           ? SLIP_DEPENDENCY_KEPT
           : SLIP_DEPENDENCY_OPEN;
}

/* By the day of the release at the other end. */
typedef struct {
  const SlipPlanState *state;
  gboolean is_on;
} Order;

static int
compare_days_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  const Order *order = data;
  const SlipRow *rows[] = { *(const SlipRow *const *) a,
                            *(const SlipRow *const *) b };
  SlipDate days[2];
  int result;

  for (guint i = 0; i < 2; i++)
    days[i] = get_day (order->state, order->is_on ? slip_row_get_owner (rows[i])
                                                  : get_on (rows[i]));
  result = slip_date_compare (days[0], days[1]);

  return result != 0
           ? result
           : g_strcmp0 (slip_row_get_id (rows[0]), slip_row_get_id (rows[1]));
}

GPtrArray *
slip_dependency_list (const SlipPlanState *state, const char *release)
{
  GPtrArray *rows =
    slip_plan_state_list_owned (state, SLIP_KIND_DEPENDENCY, release);

  g_ptr_array_sort_with_data (rows, compare_days_cb, &(Order){ state, FALSE });
  return rows;
}

GPtrArray *
slip_dependency_list_on (const SlipPlanState *state, const char *release)
{
  const GPtrArray *all =
    slip_neighbours_peek_dependents (slip_plan_state_get_neighbours (state),
                                     release);
  GPtrArray *rows =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_row_unref);

  for (guint i = 0; all != NULL && i < all->len; i++) {
    const SlipRow *owner =
      slip_plan_state_get (state, SLIP_KIND_RELEASE,
                           slip_row_get_owner (all->pdata[i]));

    if (owner != NULL && !slip_release_is_deleted (owner))
      g_ptr_array_add (rows, slip_row_ref (all->pdata[i]));
  }
  g_ptr_array_sort_with_data (rows, compare_days_cb, &(Order){ state, TRUE });
  return rows;
}

SlipRow *
slip_dependency_find (const SlipPlanState *state,
                      const char *release,
                      const char *on)
{
  g_autoptr (GPtrArray) rows =
    slip_plan_state_list_owned (state, SLIP_KIND_DEPENDENCY, release);

  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (get_on (rows->pdata[i]), on) == 0)
      return slip_row_ref (rows->pdata[i]);
  return NULL;
}

char *
slip_dependency_dup_link_text (const SlipPlanState *state,
                               const char *release,
                               const char *other)
{
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_RELEASE, other);
  g_autoptr (SlipRow) in = slip_dependency_find (state, release, other);
  g_autoptr (SlipRow) out = slip_dependency_find (state, other, release);
  g_autofree char *title = NULL;

  if (row == NULL || (in == NULL && out == NULL))
    return NULL;
  title = slip_release_dup_title (state, row);
  if (in != NULL)
    /* Translators: of a release: on another one. */
    return g_strdup_printf (_ ("It depends on %s"), title);
  /* Translators: a release on the one that is looked at. */
  return g_strdup_printf (_ ("%s depends on it"), title);
}

char *
slip_dependency_dup_text (const SlipPlanState *state, const SlipRow *dependency)
{
  static const char *const states[] = {
    [SLIP_DEPENDENCY_KEPT] = N_ ("in order"),
    [SLIP_DEPENDENCY_MET] = N_ ("released"),
    [SLIP_DEPENDENCY_OPEN] = N_ ("no date yet"),
    [SLIP_DEPENDENCY_BROKEN] = N_ ("too early"),
    [SLIP_DEPENDENCY_GONE] = N_ ("cancelled or deleted"),
  };
  guint lag =
    (guint) slip_row_get_integer (dependency, SLIP_DEPENDENCY_LAG_DAYS);
  const char *standing =
    _ (states[slip_dependency_get_state (state, dependency)]);

  if (lag == 0)
    /* Translators: that it comes after another release, and how that stands. */
    return g_strdup_printf (_ ("after it · %s"), standing);

  return g_strdup_printf (
    /* Translators: how long after another release, and how that stands. */
    ngettext ("at least %u day after it · %s", "at least %u days after it · %s",
              lag),
    lag, standing);
}

/* A way through dependencies, as ids of releases from the first on. */
typedef struct {
  SlipEdit *edit; /* to ask for parts, or NULL */
  const SlipPlanState *state;
  const char *target;
  GHashTable *seen;
  GPtrArray *way;
  gboolean is_found;
} Walk;

static void walk (Walk *self, const char *release);

static gboolean
walk_edge_cb (const SlipRow *dependency, gpointer data)
{
  Walk *self = data;

  if (get_on (dependency) != NULL)
    walk (self, get_on (dependency));
  return !self->is_found;
}

static void
walk (Walk *self, const char *release)
{
  if (!g_hash_table_add (self->seen, (gpointer) release))
    return;

  g_ptr_array_add (self->way, (gpointer) release);
  self->is_found = g_strcmp0 (release, self->target) == 0;
  if (!self->is_found && self->edit != NULL)
    slip_edit_need (self->edit, release);
  if (!self->is_found)
    slip_plan_state_foreach_owned (self->state, SLIP_KIND_DEPENDENCY, release,
                                   walk_edge_cb, self);
  if (!self->is_found)
    g_ptr_array_set_size (self->way, (int) self->way->len - 1);
}

void
slip_dependency_need (SlipEdit *edit, const SlipRow *dependency)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) way = g_ptr_array_new ();
  Walk self = { edit, slip_edit_get_state (edit), NULL, seen, way, FALSE };

  if (get_on (dependency) != NULL)
    walk (&self, get_on (dependency));
}

static gboolean
set_invalid (GError **error, const char *message)
{
  g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
                       message);
  return FALSE;
}

static char *
dup_title (const SlipPlanState *state, const char *release)
{
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_RELEASE, release);

  return row != NULL ? slip_release_dup_title (state, row) : g_strdup (release);
}

static gboolean
check_circle (const SlipPlanState *state, const SlipRow *row, GError **error)
{
  const char *owner = slip_row_get_owner (row);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) way = g_ptr_array_new ();
  Walk self = { NULL, state, owner, seen, way, FALSE };
  g_autofree char *title = dup_title (state, owner);
  g_autoptr (GString) circle = g_string_new (title);

  walk (&self, get_on (row));
  if (!self.is_found)
    return TRUE;

  for (guint i = 0; i < way->len; i++) {
    g_autofree char *name = dup_title (state, way->pdata[i]);

    /* Translators: 'Payments 3.9 → Mobile 4.2 → Payments 3.9', one step. */
    g_string_append_printf (circle, C_ ("circle", " → %s"), name);
  }
  g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
               /* Translators: 'Payments 3.9 → Mobile 4.2 → Payments 3.9'. */
               _ ("Releases would depend on each other in a circle: %s"),
               circle->str);
  return FALSE;
}

typedef struct {
  const SlipRow *row;
  gboolean is_alone;
} Search;

static gboolean
compare_target_cb (const SlipRow *other, gpointer data)
{
  Search *search = data;

  search->is_alone =
    g_str_equal (slip_row_get_id (other), slip_row_get_id (search->row)) ||
    g_strcmp0 (get_on (other), get_on (search->row)) != 0;
  return search->is_alone;
}

gboolean
slip_dependency_check (const SlipPlanState *state,
                       const SlipRow *row,
                       GError **error)
{
  Search search = { row, TRUE };

  if (slip_row_get_kind (row) != SLIP_KIND_DEPENDENCY)
    return TRUE;
  if (get_on (row) == NULL)
    return set_invalid (error, _ ("A dependency needs a release to be on"));

  slip_plan_state_foreach_owned (state, SLIP_KIND_DEPENDENCY,
                                 slip_row_get_owner (row), compare_target_cb,
                                 &search);
  if (!search.is_alone)
    return set_invalid (error, _ ("The release depends on that one already"));

  return check_circle (state, row, error);
}

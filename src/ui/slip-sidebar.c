/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-sidebar.h"

#include "slip-audience.h"
#include "slip-conflict-finder.h"
#include "slip-gap.h"
#include "slip-limits.h"
#include "slip-release-index.h"
#include "slip-sidebar-row.h"
#include "slip-waiting.h"

#include <glib/gi18n.h>

struct _SlipSidebar {
  AdwBin parent_instance;

  SlipPlanState *state;
  SlipDate today;
  gint64 at_ms; /* as far as was told; 0 while nothing was */
  GArray *waiting;
  SlipConflictContext context;
  SlipGapTotals *totals;
  SlipConflictFinder *finder;
  char *product;
  char *owner;
  char *audience;
  char *attention; /* the row of that section that is chosen, or NULL */

  GtkListBox *list;
};

/* The rows of what needs attention. */
#define CONFLICTS "conflicts-row"
#define UNOWNED   "unowned-row"
#define OVERDUE   "overdue-row"
#define WAITING   "waiting-row"
#define WRONG     "wrong-date-row"

/* What a row is to show.  The texts belong to the state. */
typedef struct {
  SlipSidebarSection section;
  const char *id;
  const char *name;
  const char *color;
  guint count;
} Item;

enum {
  FILTER_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlipSidebar, slip_sidebar, ADW_TYPE_BIN)

static int
compare_products (gconstpointer a, gconstpointer b)
{
  const SlipRow *row_a = *(const SlipRow *const *) a;
  const SlipRow *row_b = *(const SlipRow *const *) b;
  int order = g_strcmp0 (slip_row_get_text (row_a, SLIP_PRODUCT_RANK),
                         slip_row_get_text (row_b, SLIP_PRODUCT_RANK));
  if (order != 0)
    return order;
  return g_utf8_collate (slip_row_get_text (row_a, SLIP_PRODUCT_NAME),
                         slip_row_get_text (row_b, SLIP_PRODUCT_NAME));
}

static int
compare_people (gconstpointer a, gconstpointer b)
{
  const SlipRow *row_a = *(const SlipRow *const *) a;
  const SlipRow *row_b = *(const SlipRow *const *) b;
  return g_utf8_collate (slip_row_get_text (row_a, SLIP_PERSON_NAME),
                         slip_row_get_text (row_b, SLIP_PERSON_NAME));
}

static void
add_products (SlipSidebar *self, GArray *items)
{
  const SlipReleaseIndex *index = slip_plan_state_get_index (self->state);
  Item all = {
    SLIP_SIDEBAR_PRODUCTS,
    NULL,
    _ ("All products"),
    NULL,
    slip_release_index_count (index),
  };
  g_array_append_val (items, all);
  g_autoptr (GPtrArray) products =
    slip_plan_state_list (self->state, SLIP_KIND_PRODUCT);
  g_ptr_array_sort (products, compare_products);
  for (guint i = 0; i < products->len; i++) {
    const SlipRow *row = products->pdata[i];
    Item item = {
      SLIP_SIDEBAR_PRODUCTS,
      slip_row_get_id (row),
      slip_row_get_text (row, SLIP_PRODUCT_NAME),
      slip_row_get_text (row, SLIP_PRODUCT_COLOR),
      slip_release_index_count_of_product (index, slip_row_get_id (row)),
    };
    if (item.count > 0 || !slip_row_get_boolean (row, SLIP_PRODUCT_IS_RETIRED))
      g_array_append_val (items, item);
  }
}

static void
add_owners (SlipSidebar *self, GArray *items)
{
  const SlipReleaseIndex *index = slip_plan_state_get_index (self->state);
  g_autoptr (GPtrArray) people =
    slip_plan_state_list (self->state, SLIP_KIND_PERSON);
  g_ptr_array_sort (people, compare_people);
  for (guint i = 0; i < people->len; i++) {
    const SlipRow *row = people->pdata[i];
    Item item = {
      SLIP_SIDEBAR_OWNERS,
      slip_row_get_id (row),
      slip_row_get_text (row, SLIP_PERSON_NAME),
      NULL,
      slip_release_index_count_of_owner (index, slip_row_get_id (row)),
    };
    if (item.count > 0)
      g_array_append_val (items, item);
  }
}

/* A row that is chosen stays while nothing needs attention any more. */
static void
add_attention (SlipSidebar *self,
               GArray *items,
               const char *id,
               const char *name,
               guint count)
{
  Item item = { SLIP_SIDEBAR_ATTENTION, id, name, NULL, count };
  if (count > 0 || g_strcmp0 (self->attention, id) == 0)
    g_array_append_val (items, item);
}

/* Those that an open release needs something for. */
static void
add_audiences (SlipSidebar *self, GArray *items)
{
  g_autoptr (GPtrArray) audiences = slip_audience_list (self->state);
  for (guint i = 0; i < audiences->len; i++) {
    const char *id = slip_row_get_id (audiences->pdata[i]);
    gpointer n = NULL;
    gboolean is_used =
      g_hash_table_lookup_extended (self->totals->not_ready, id, NULL, &n);
    Item item = { SLIP_SIDEBAR_AUDIENCES, id,
                  slip_row_get_text (audiences->pdata[i], SLIP_AUDIENCE_NAME),
                  NULL, GPOINTER_TO_UINT (n) };
    if (is_used || g_strcmp0 (id, self->audience) == 0)
      g_array_append_val (items, item);
  }
}

static GArray *
list_items (SlipSidebar *self)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (Item));
  add_attention (self, items, CONFLICTS, _ ("Conflicts"),
                 slip_conflict_finder_get_releases (self->finder)->len);
  add_attention (self, items, UNOWNED, _ ("Unowned"),
                 self->totals->count.n_unowned);
  add_attention (self, items, OVERDUE, _ ("Overdue"),
                 self->totals->count.n_overdue);
  add_attention (self, items, WAITING, _ ("To decide"), self->waiting->len);
  add_attention (self, items, WRONG, _ ("Know a wrong date"),
                 self->totals->n_wrong);
  add_products (self, items);
  add_audiences (self, items);
  add_owners (self, items);
  return items;
}

static SlipSidebarRow *
get_row (SlipSidebar *self, guint i)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);
  return row != NULL ? SLIP_SIDEBAR_ROW (row) : NULL;
}

static gboolean
row_is_for (SlipSidebarRow *row, const Item *item)
{
  return row != NULL && slip_sidebar_row_get_section (row) == item->section &&
         g_strcmp0 (slip_sidebar_row_get_id (row), item->id) == 0;
}

static gboolean
is_chosen (SlipSidebar *self, SlipSidebarSection section, const char *id)
{
  switch (section) {
  case SLIP_SIDEBAR_ATTENTION:
    return g_strcmp0 (id, self->attention) == 0;
  case SLIP_SIDEBAR_PRODUCTS:
    return id != NULL ? g_strcmp0 (id, self->product) == 0
                      : self->product == NULL && self->owner == NULL &&
                          self->audience == NULL && self->attention == NULL;
  case SLIP_SIDEBAR_AUDIENCES:
    return g_strcmp0 (id, self->audience) == 0;
  case SLIP_SIDEBAR_OWNERS:
    return g_strcmp0 (id, self->owner) == 0;
  }
  return FALSE;
}

static const char *
get_icon (const Item *item)
{
  switch (item->section) {
  case SLIP_SIDEBAR_ATTENTION:
    if (g_str_equal (item->id, UNOWNED))
      return "dialog-warning-symbolic";
    if (g_str_equal (item->id, WAITING))
      return "slip-decision-symbolic";
    if (g_str_equal (item->id, WRONG))
      return "user-available-symbolic";
    return g_str_equal (item->id, OVERDUE) ? "alarm-symbolic"
                                           : "slip-conflict-symbolic";
  case SLIP_SIDEBAR_PRODUCTS:
    return NULL;
  case SLIP_SIDEBAR_AUDIENCES:
    return "system-users-symbolic";
  case SLIP_SIDEBAR_OWNERS:
    return "avatar-default-symbolic";
  }
  g_return_val_if_reached (NULL);
}

/* Says what is counted there, and lets it be listed. */
static void
explain_row (SlipSidebarRow *row, const char *id)
{
  if (g_str_equal (id, CONFLICTS)) {
    slip_sidebar_row_add_list (row, "conflicts");
    gtk_widget_set_tooltip_text (
      GTK_WIDGET (row),
      _ ("Open releases of which something will go wrong as planned"));
  } else if (g_str_equal (id, UNOWNED)) {
    slip_sidebar_row_add_list (row, "unowned");
    gtk_widget_set_tooltip_text (
      GTK_WIDGET (row),
      _ ("Checklists that are needed and releases without an owner, and "
         "releases without a go-to-market owner; open releases only"));
  } else if (g_str_equal (id, OVERDUE)) {
    slip_sidebar_row_add_list (row, "overdue");
    gtk_widget_set_tooltip_text (
      GTK_WIDGET (row),
      _ ("Items of open releases that are not done and were due before today"));
  } else if (g_str_equal (id, WAITING)) {
    slip_sidebar_row_add_list (row, "waiting");
    gtk_widget_set_tooltip_text (
      GTK_WIDGET (row),
      _ ("Open releases of which the soak is over, the next stage was to start "
         "by now, or somebody was to look again"));
  } else if (g_str_equal (id, WRONG)) {
    gtk_widget_set_tooltip_text (
      GTK_WIDGET (row),
      _ ("Audiences that were told another date than is planned now, each for "
         "each open release"));
  }
}

static void
add_row (SlipSidebar *self, const Item *item)
{
  GtkWidget *row =
    slip_sidebar_row_new (item->section, item->id, get_icon (item));
  if (item->section == SLIP_SIDEBAR_ATTENTION) {
    gtk_widget_set_name (row, item->id);
    explain_row (SLIP_SIDEBAR_ROW (row), item->id);
  } else if (item->section == SLIP_SIDEBAR_AUDIENCES) {
    g_autofree char *name = g_strconcat ("audience:", item->name, NULL);
    gtk_widget_set_name (row, name);
  }
  gtk_list_box_append (self->list, row);
}

static void
rebuild_rows (SlipSidebar *self, GArray *items)
{
  GtkListBoxRow *old;
  while ((old = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (old));
  for (guint i = 0; i < items->len; i++)
    add_row (self, &g_array_index (items, Item, i));
}

static gboolean
rows_are_for (SlipSidebar *self, GArray *items)
{
  for (guint i = 0; i < items->len; i++)
    if (!row_is_for (get_row (self, i), &g_array_index (items, Item, i)))
      return FALSE;
  return get_row (self, items->len) == NULL;
}

static char *
dup_count (const Item *item)
{
  if (item->section != SLIP_SIDEBAR_AUDIENCES)
    return g_strdup_printf ("%u", item->count);
  if (item->count == 0)
    return g_strdup ("");
  return g_strdup_printf (ngettext ("%u not ready", "%u not ready",
                                    item->count),
                          item->count);
}

static char *
dup_label (const Item *item)
{
  if (item->section == SLIP_SIDEBAR_AUDIENCES)
    return g_strdup_printf (ngettext ("%s, not ready for %u release",
                                      "%s, not ready for %u releases",
                                      item->count),
                            item->name, item->count);
  if (g_strcmp0 (item->id, UNOWNED) == 0 ||
      g_strcmp0 (item->id, OVERDUE) == 0 || g_strcmp0 (item->id, WRONG) == 0)
    return g_strdup_printf ("%s, %u", item->name, item->count);
  return g_strdup_printf (ngettext ("%s, %u release", "%s, %u releases",
                                    item->count),
                          item->name, item->count);
}

static void
fill_row (SlipSidebarRow *row, const Item *item)
{
  g_autofree char *count = dup_count (item);
  g_autofree char *label = dup_label (item);
  slip_sidebar_row_set (row, item->name, item->color, count, label);
}

static void
choose (SlipSidebar *self, SlipSidebarSection section, const char *id)
{
  g_autofree char *chosen = g_strdup (id);
  g_clear_pointer (&self->product, g_free);
  g_clear_pointer (&self->owner, g_free);
  g_clear_pointer (&self->audience, g_free);
  g_clear_pointer (&self->attention, g_free);
  switch (section) {
  case SLIP_SIDEBAR_ATTENTION:
    self->attention = g_steal_pointer (&chosen);
    break;
  case SLIP_SIDEBAR_PRODUCTS:
    self->product = g_steal_pointer (&chosen);
    break;
  case SLIP_SIDEBAR_AUDIENCES:
    self->audience = g_steal_pointer (&chosen);
    break;
  case SLIP_SIDEBAR_OWNERS:
    self->owner = g_steal_pointer (&chosen);
    break;
  }
}

/* What is chosen and has gone from the plan filters no longer. */
static void
fill_rows (SlipSidebar *self)
{
  g_autoptr (GArray) items = list_items (self);
  gboolean has_choice = FALSE;
  if (!rows_are_for (self, items))
    rebuild_rows (self, items);
  for (guint i = 0; i < items->len; i++) {
    const Item *item = &g_array_index (items, Item, i);
    SlipSidebarRow *row = get_row (self, i);
    fill_row (row, item);
    gboolean is_chosen_row = is_chosen (self, item->section, item->id);
    slip_sidebar_row_set_chosen (row, is_chosen_row);
    has_choice |= is_chosen_row;
  }
  if (has_choice)
    return;
  choose (self, SLIP_SIDEBAR_PRODUCTS, NULL);
  g_signal_emit (self, signals[FILTER_CHANGED], 0);
  fill_rows (self);
}

/* The list itself would select whatever the focus comes by. */
static void
row_activated_cb (SlipSidebar *self, GtkListBoxRow *activated)
{
  SlipSidebarRow *row = SLIP_SIDEBAR_ROW (activated);
  const char *id = slip_sidebar_row_get_id (row);
  if (is_chosen (self, slip_sidebar_row_get_section (row), id))
    return;
  choose (self, slip_sidebar_row_get_section (row), id);
  fill_rows (self);
  g_signal_emit (self, signals[FILTER_CHANGED], 0);
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  SlipSidebarSection section =
    slip_sidebar_row_get_section (SLIP_SIDEBAR_ROW (row));
  gboolean is_first = before == NULL || slip_sidebar_row_get_section (
                                          SLIP_SIDEBAR_ROW (before)) != section;
  if (!is_first) {
    gtk_list_box_row_set_header (row, NULL);
    return;
  }
  if (gtk_list_box_row_get_header (row) != NULL)
    return;
  GtkWidget *header = gtk_label_new (slip_sidebar_section_get_title (section));
  gtk_label_set_xalign (GTK_LABEL (header), 0);
  gtk_widget_add_css_class (header, "sidebar-heading");
  gtk_widget_add_css_class (header, "dim-label");
  gtk_list_box_row_set_header (row, header);
}

static gboolean
have_same_releases (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!g_str_equal (
          slip_row_get_id (g_array_index (a, SlipWaiting, i).release),
          slip_row_get_id (g_array_index (b, SlipWaiting, i).release)))
      return FALSE;

  return TRUE;
}

static void
count_waiting (SlipSidebar *self)
{
  SlipMoment moment = { self->at_ms, self->today };

  g_clear_pointer (&self->waiting, g_array_unref);
  self->waiting = slip_waiting_list (self->state, moment);
}

static void
found_cb (SlipSidebar *self)
{
  if (self->state == NULL)
    return;
  fill_rows (self);
  if (g_strcmp0 (self->attention, CONFLICTS) == 0)
    g_signal_emit (self, signals[FILTER_CHANGED], 0);
}

static void
slip_sidebar_dispose (GObject *object)
{
  SlipSidebar *self = SLIP_SIDEBAR (object);
  g_clear_object (&self->finder);
  G_OBJECT_CLASS (slip_sidebar_parent_class)->dispose (object);
}

static void
slip_sidebar_finalize (GObject *object)
{
  SlipSidebar *self = SLIP_SIDEBAR (object);
  g_clear_pointer (&self->waiting, g_array_unref);
  g_clear_pointer (&self->state, slip_plan_state_unref);
  g_free (self->product);
  g_free (self->owner);
  g_free (self->audience);
  g_free (self->attention);
  g_clear_pointer (&self->totals, slip_gap_totals_free);
  G_OBJECT_CLASS (slip_sidebar_parent_class)->finalize (object);
}

static void
slip_sidebar_class_init (SlipSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = slip_sidebar_dispose;
  G_OBJECT_CLASS (klass)->finalize = slip_sidebar_finalize;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/slipway_planner/Slipway/slip-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, SlipSidebar, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  signals[FILTER_CHANGED] =
    g_signal_new ("filter-changed", SLIP_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
slip_sidebar_init (SlipSidebar *self)
{
  self->today = SLIP_DATE_NONE;
  self->finder = slip_conflict_finder_new ();
  g_signal_connect_object (self->finder, "found", G_CALLBACK (found_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
}

void
slip_sidebar_set_plan (SlipSidebar *self,
                       const SlipPlanState *state,
                       SlipDate today)
{
  g_return_if_fail (SLIP_IS_SIDEBAR (self));
  g_return_if_fail (state != NULL);

  const SlipConflictContext context =
    slip_limits_get_context (GTK_WIDGET (self), today);
  gboolean is_new_day = !slip_date_equal (today, self->today);
  if (state == self->state &&
      slip_conflict_context_equal (&context, &self->context))
    return;
  SlipPlanState *old = self->state;
  g_autoptr (GArray) waited = g_steal_pointer (&self->waiting);
  self->state = slip_plan_state_ref (state);
  self->today = today;
  self->context = context;
  g_clear_pointer (&self->totals, slip_gap_totals_free);
  self->totals = slip_gap_totals_new (state, today);
  count_waiting (self);
  slip_conflict_finder_set_state (self->finder, state, &context);
  fill_rows (self);
  if ((is_new_day && g_strcmp0 (self->attention, OVERDUE) == 0) ||
      (waited != NULL && g_strcmp0 (self->attention, WAITING) == 0 &&
       !have_same_releases (waited, self->waiting)))
    g_signal_emit (self, signals[FILTER_CHANGED], 0);
  g_clear_pointer (&old, slip_plan_state_unref);
}

gboolean
slip_sidebar_show_moment (SlipSidebar *self, SlipMoment moment)
{
  g_autoptr (GArray) before = NULL;

  g_return_val_if_fail (SLIP_IS_SIDEBAR (self), FALSE);

  self->at_ms = moment.at_ms;
  if (self->state == NULL)
    return FALSE;
  before = g_steal_pointer (&self->waiting);
  count_waiting (self);
  if (have_same_releases (before, self->waiting))
    return FALSE;

  fill_rows (self);
  if (g_strcmp0 (self->attention, WAITING) == 0)
    g_signal_emit (self, signals[FILTER_CHANGED], 0);
  return TRUE;
}

const char *
slip_sidebar_get_product (SlipSidebar *self)
{
  g_return_val_if_fail (SLIP_IS_SIDEBAR (self), NULL);
  return self->product;
}

static GHashTable *
new_ids (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static GHashTable *
list_conflicting (SlipSidebar *self)
{
  GPtrArray *releases = slip_conflict_finder_get_releases (self->finder);
  GHashTable *ids = new_ids ();

  for (guint i = 0; i < releases->len; i++)
    g_hash_table_add (ids, g_strdup (slip_row_get_id (releases->pdata[i])));
  return ids;
}

static GHashTable *
list_waiting (SlipSidebar *self)
{
  GHashTable *ids = new_ids ();

  for (guint i = 0; i < self->waiting->len; i++)
    g_hash_table_add (
      ids, g_strdup (slip_row_get_id (
             g_array_index (self->waiting, SlipWaiting, i).release)));
  return ids;
}

void
slip_sidebar_filter (SlipSidebar *self, SlipQuery *query)
{
  g_return_if_fail (SLIP_IS_SIDEBAR (self));
  g_return_if_fail (query != NULL);

  g_autoptr (GHashTable) ids = NULL;
  if (g_strcmp0 (self->attention, CONFLICTS) == 0)
    ids = list_conflicting (self);
  else if (g_strcmp0 (self->attention, WAITING) == 0)
    ids = list_waiting (self);
  slip_query_set_ids (query, ids);
  slip_query_set_unowned (query, g_strcmp0 (self->attention, UNOWNED) == 0);
  slip_query_set_wrong_date (query, g_strcmp0 (self->attention, WRONG) == 0);
  slip_query_set_overdue (query, g_strcmp0 (self->attention, OVERDUE) == 0
                                   ? self->today
                                   : SLIP_DATE_NONE);
  slip_query_set_not_ready (query, self->audience);
  slip_query_set_product (query, self->product);
  slip_query_set_owner (query, self->owner);
}

guint
slip_sidebar_get_n_releases (SlipSidebar *self)
{
  g_return_val_if_fail (SLIP_IS_SIDEBAR (self), 0);
  return self->state != NULL
           ? slip_release_index_count (slip_plan_state_get_index (self->state))
           : 0;
}

gboolean
slip_sidebar_is_busy (SlipSidebar *self)
{
  g_return_val_if_fail (SLIP_IS_SIDEBAR (self), FALSE);
  return slip_conflict_finder_is_searching (self->finder);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-search-panel.h"

#include "slip-actions.h"
#include "slip-compat.h"
#include "slip-found-row.h"
#include "slip-search-completion.h"
#include "slip-workspace-search.h"

#include <glib/gi18n.h>

/* As many as a person looks through. */
#define N_RESULTS     30
#define N_COMPLETIONS 8

#define WIDTH_PX  620
#define HEIGHT_PX 380

struct _SlipSearchPanel {
  AdwBin parent_instance;

  SlipWorkspace *workspace;
  GtkWidget *entry;  /* not owned: it lives as long as the page of both */
  GtkWidget *before; /* weak: what had the focus before the search, or NULL */
  GCancellable *cancellable;
  gboolean is_busy;
  guint n_found;

  GtkWidget *filters; /* scrolls */
  GtkBox *chips;
  GtkLabel *status;
  GtkWidget *scroller;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (SlipSearchPanel, slip_search_panel, ADW_TYPE_BIN)

static const char *
get_icon (SlipKind kind)
{
  switch ((int) kind) {
  case SLIP_KIND_RELEASE:
    return "slip-calendar-symbolic";
  case SLIP_KIND_ITEM:
    return "object-select-symbolic";
  case SLIP_KIND_CHECKLIST:
    return "slip-readiness-symbolic";
  case SLIP_KIND_STAGE:
  case SLIP_KIND_CRITERION:
    return "slip-rollout-symbolic";
  case SLIP_KIND_DECISION:
    return "slip-decision-symbolic";
  case SLIP_KIND_COMMUNICATION:
    return "mail-unread-symbolic";
  case SLIP_KIND_PERSON:
  case SLIP_KIND_AWAY:
    return "avatar-default-symbolic";
  case SLIP_KIND_AUDIENCE:
    return "system-users-symbolic";
  case SLIP_KIND_PRODUCT:
    return "slip-board-symbolic";
  default:
    return "text-x-generic-symbolic";
  }
}

static void
show_result (SlipSearchPanel *self, guint i, const SlipSearchResult *result)
{
  SlipFoundRow *row = slip_found_row_get_at (self->list, i);
  const SlipFoundText text = {
    .icon = get_icon (result->kind),
    .title = result->title,
    .title_marks = result->title_marks,
    .context = result->context,
    .snippet = result->snippet,
    .snippet_marks = result->snippet_marks,
    .trailing = _ (slip_schema_get (result->kind)->label),
  };
  g_autofree char *name = g_strconcat ("found:", result->title, NULL);

  gtk_widget_set_name (GTK_WIDGET (row), name);
  slip_found_row_set_text (row, &text);
  slip_found_row_set_action (
    row, SLIP_ACTION_OPEN_FOUND,
    g_variant_new ("(ssss)", slip_schema_get (result->kind)->name, result->id,
                   result->release != NULL ? result->release : "",
                   result->checklist != NULL ? result->checklist : ""));
}

static const char *
get_text (SlipSearchPanel *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static void
set_status (SlipSearchPanel *self, const char *text)
{
  gtk_label_set_text (self->status, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->status), text != NULL);
  if (text != NULL && gtk_widget_is_visible (GTK_WIDGET (self)))
    slip_compat_announce (self->entry, text);
}

static char *
dup_count (const SlipSearchAnswer *answer)
{
  guint n = answer->results->len;

  if (n == 0 && answer->fraction >= 1)
    return g_strdup (_ ("Nothing was found"));
  if (answer->has_more)
    return g_strdup_printf (ngettext ("The likeliest %u of more",
                                      "The likeliest %u of more", n),
                            n);
  return g_strdup_printf (ngettext ("%u found", "%u found", n), n);
}

static void
show_status (SlipSearchPanel *self, const SlipSearchAnswer *answer)
{
  g_autofree char *count = dup_count (answer);
  g_autofree char *text = NULL;

  if (answer->fraction >= 1) {
    set_status (self, count);
    return;
  }
  /* Translators: how many were found, and how much of the plan could be
   * searched, in percent. */
  text = g_strdup_printf (_ ("%s; the plan’s texts are still being read: "
                             "%d %%"),
                          count, (int) (100 * answer->fraction));
  set_status (self, text);
}

static void
show_list (SlipSearchPanel *self, guint n)
{
  self->n_found = n;
  slip_found_row_hide_from (self->list, n);
  gtk_widget_set_visible (self->scroller, n > 0);
  if (n > 0)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (
                                GTK_SCROLLED_WINDOW (self->scroller)),
                              0);
}

static gboolean
offers_filters (SlipSearchPanel *self)
{
  return gtk_widget_get_visible (self->filters);
}

/* What cannot be meant yet, because its filter is still being typed, is no
 * error to tell about. */
static void
show_error (SlipSearchPanel *self, const GError *error)
{
  show_list (self, 0);
  set_status (self, offers_filters (self) ? NULL : error->message);
}

static void
searched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlipSearchPanel) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipSearchAnswer) answer =
    slip_workspace_search_finish (SLIP_WORKSPACE (source), result, &error);

  /* A newer search is under way. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->is_busy = FALSE;
  if (answer == NULL) {
    show_error (self, error);
    return;
  }
  for (guint i = 0; i < answer->results->len; i++)
    show_result (self, i, answer->results->pdata[i]);
  show_list (self, answer->results->len);
  show_status (self, answer);
}

static void
filter_clicked_cb (GtkButton *button, SlipSearchPanel *self)
{
  g_autofree char *query =
    g_strdup (g_object_get_data (G_OBJECT (button), "query"));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), query);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

static void
add_filter (SlipSearchPanel *self, const char *query)
{
  const char *last = slip_search_complete_get_last (query);
  GtkWidget *button = gtk_button_new_with_label (last);
  g_autofree char *label = g_strdup_printf (_ ("Filter by %s"), last);
  g_autofree char *name = g_strconcat ("filter:", last, NULL);

  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "search-filter");
  gtk_widget_set_name (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "query", g_strdup (query), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (filter_clicked_cb), self);
  gtk_box_append (self->chips, button);
}

static void
show_filters (SlipSearchPanel *self)
{
  g_auto (GStrv) queries =
    slip_search_complete (slip_workspace_get_state (self->workspace),
                          get_text (self), N_COMPLETIONS);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))))
    gtk_box_remove (self->chips, child);
  for (guint i = 0; queries[i] != NULL; i++)
    add_filter (self, queries[i]);
  gtk_widget_set_visible (self->filters, queries[0] != NULL);
}

static void
stop (SlipSearchPanel *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->is_busy = FALSE;
}

void
slip_search_panel_search (SlipSearchPanel *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (SLIP_IS_SEARCH_PANEL (self));

  stop (self);
  if (self->workspace == NULL)
    return;
  text = g_strstrip (g_strdup (get_text (self)));
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  show_filters (self);
  if (*text == '\0') {
    show_list (self, 0);
    set_status (self, NULL);
    return;
  }
  self->cancellable = g_cancellable_new ();
  self->is_busy = TRUE;
  slip_workspace_search_async (self->workspace, text, N_RESULTS,
                               self->cancellable, searched_cb,
                               g_object_ref (self));
}

void
slip_search_panel_hide (SlipSearchPanel *self)
{
  g_return_if_fail (SLIP_IS_SEARCH_PANEL (self));

  stop (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

gboolean
slip_search_panel_is_busy (SlipSearchPanel *self)
{
  g_return_val_if_fail (SLIP_IS_SEARCH_PANEL (self), FALSE);

  return self->is_busy;
}

static void
open_row (SlipSearchPanel *self, SlipFoundRow *row)
{
  g_autofree char *action = g_strdup (slip_found_row_get_action (row));
  g_autoptr (GVariant) target = g_variant_ref (slip_found_row_get_target (row));

  slip_search_panel_hide (self);
  gtk_widget_activate_action_variant (GTK_WIDGET (self), action, target);
}

gboolean
slip_search_panel_open_first (SlipSearchPanel *self)
{
  g_return_val_if_fail (SLIP_IS_SEARCH_PANEL (self), FALSE);

  if (self->n_found == 0 || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return FALSE;
  open_row (self, slip_found_row_get_at (self->list, 0));
  return TRUE;
}

static void
row_activated_cb (SlipSearchPanel *self, GtkListBoxRow *row)
{
  open_row (self, SLIP_FOUND_ROW (row));
}

/* The list ends at the entry. */
static gboolean
keynav_failed_cb (SlipSearchPanel *self, GtkDirectionType direction)
{
  if (direction != GTK_DIR_UP)
    return FALSE;
  gtk_widget_grab_focus (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  return TRUE;
}

static void
enter_list (SlipSearchPanel *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    slip_search_panel_search (self);
  else if (self->n_found > 0)
    gtk_widget_grab_focus (
      GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0)));
}

static gboolean
entry_key_cb (SlipSearchPanel *self, guint key)
{
  switch (key) {
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
    enter_list (self);
    return TRUE;
  case GDK_KEY_Escape:
    if (!gtk_widget_get_visible (GTK_WIDGET (self)))
      return FALSE;
    slip_search_panel_hide (self);
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
panel_key_cb (SlipSearchPanel *self, guint key)
{
  if (key != GDK_KEY_Escape)
    return FALSE;
  gtk_widget_grab_focus (self->entry);
  slip_search_panel_hide (self);
  return TRUE;
}

static void
add_keys (SlipSearchPanel *self, GtkWidget *widget, GCallback callback)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", callback, self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, keys);
}

static gboolean
is_within (GtkWidget *widget, GtkWidget *ancestor)
{
  return widget == ancestor || gtk_widget_is_ancestor (widget, ancestor);
}

/* Whether @focus is in the entry or here. */
static gboolean
has_focus_within (SlipSearchPanel *self, GtkWidget *focus)
{
  return focus != NULL && (is_within (focus, self->entry) ||
                           is_within (focus, GTK_WIDGET (self)));
}

/* Whoever goes on elsewhere wants to see it. */
static gboolean
look_for_focus_cb (gpointer data)
{
  SlipSearchPanel *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && self->entry != NULL && !has_focus_within (self, focus))
    slip_search_panel_hide (self);
  return G_SOURCE_REMOVE;
}

static void
focus_left_cb (SlipSearchPanel *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    g_idle_add_full (G_PRIORITY_DEFAULT, look_for_focus_cb, g_object_ref (self),
                     g_object_unref);
}

static void
watch_focus (SlipSearchPanel *self, GtkWidget *widget)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, focus);
}

/* What was lacking has been read. */
static void
index_changed_cb (SlipSearchPanel *self)
{
  if (slip_workspace_get_index_fraction (self->workspace) >= 1 &&
      gtk_widget_get_visible (GTK_WIDGET (self)))
    slip_search_panel_search (self);
}

static void
slip_search_panel_dispose (GObject *object)
{
  SlipSearchPanel *self = SLIP_SEARCH_PANEL (object);

  stop (self);
  self->entry = NULL;
  g_clear_weak_pointer (&self->before);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (slip_search_panel_parent_class)->dispose (object);
}

static void
slip_search_panel_class_init (SlipSearchPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = slip_search_panel_dispose;
}

/* One line of filters, which scrolls where there is little room. */
static void
add_filters (SlipSearchPanel *self, GtkBox *box)
{
  self->chips = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_widget_set_name (GTK_WIDGET (self->chips), "search-filters");
  gtk_widget_add_css_class (GTK_WIDGET (self->chips), "search-filters");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chips),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Filters"),
                                  -1);
  self->filters = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->filters),
                                 GTK_WIDGET (self->chips));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->filters),
                                  GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_box_append (box, self->filters);
}

static void
add_status (SlipSearchPanel *self, GtkBox *box)
{
  self->status = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->status, 0);
  gtk_label_set_wrap (self->status, TRUE);
  gtk_label_set_wrap_mode (self->status, PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_name (GTK_WIDGET (self->status), "search-status");
  gtk_widget_add_css_class (GTK_WIDGET (self->status), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->status), "search-status");
  gtk_box_append (box, GTK_WIDGET (self->status));
}

static void
add_list (SlipSearchPanel *self, GtkBox *box)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_set_name (GTK_WIDGET (self->list), "search-results");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "found-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What was found"), -1);
  g_signal_connect_object (self->list, "row-activated",
                           G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "keynav-failed",
                           G_CALLBACK (keynav_failed_cb), self,
                           G_CONNECT_SWAPPED);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller),
                                 GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (
                                                      self->scroller),
                                                    TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (
                                                self->scroller),
                                              HEIGHT_PX);
  gtk_box_append (box, self->scroller);
}

static void
slip_search_panel_init (SlipSearchPanel *self)
{
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  add_filters (self, GTK_BOX (box));
  add_status (self, GTK_BOX (box));
  add_list (self, GTK_BOX (box));
  gtk_widget_add_css_class (box, "search-panel");
  gtk_widget_set_overflow (box, GTK_OVERFLOW_HIDDEN);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH_PX);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  adw_bin_set_child (ADW_BIN (self), clamp);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_set_name (GTK_WIDGET (self), "search-panel");
  add_keys (self, GTK_WIDGET (self), G_CALLBACK (panel_key_cb));
  watch_focus (self, GTK_WIDGET (self));
}

void
slip_search_panel_set_entry (SlipSearchPanel *self, GtkWidget *entry)
{
  g_return_if_fail (SLIP_IS_SEARCH_PANEL (self) && self->entry == NULL);

  self->entry = entry;
  add_keys (self, entry, G_CALLBACK (entry_key_cb));
  watch_focus (self, entry);
}

void
slip_search_panel_set_workspace (SlipSearchPanel *self,
                                 SlipWorkspace *workspace)
{
  g_return_if_fail (SLIP_IS_SEARCH_PANEL (self));

  if (self->workspace == workspace)
    return;
  slip_search_panel_hide (self);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_set_object (&self->workspace, workspace);
  if (workspace != NULL)
    g_signal_connect_object (workspace, "notify::index-fraction",
                             G_CALLBACK (index_changed_cb), self,
                             G_CONNECT_SWAPPED);
}

void
slip_search_panel_begin (SlipSearchPanel *self)
{
  g_return_if_fail (SLIP_IS_SEARCH_PANEL (self));

  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->entry == NULL || has_focus_within (self, focus))
    return;
  g_set_weak_pointer (&self->before, focus);
}

gboolean
slip_search_panel_end (SlipSearchPanel *self)
{
  g_return_val_if_fail (SLIP_IS_SEARCH_PANEL (self), FALSE);

  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *before = self->before;

  slip_search_panel_hide (self);
  g_clear_weak_pointer (&self->before);
  if (self->entry == NULL || (focus != NULL && !has_focus_within (self, focus)))
    return TRUE;
  return before != NULL && gtk_widget_get_mapped (before) &&
         gtk_widget_grab_focus (before);
}

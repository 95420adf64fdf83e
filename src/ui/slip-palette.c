/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-palette.h"

#include "slip-actions.h"
#include "slip-command-rank.h"
#include "slip-commands.h"
#include "slip-compat.h"
#include "slip-found-row.h"
#include "slip-help.h"
#include "slip-workspace-search.h"

#include <glib/gi18n.h>

#define N_RELEASES 8
/* Among what the search finds, releases come first. */
#define N_RESULTS 40

/* How far the arrows of a page go. */
#define PAGE 8

/* How long the window behind may take to get the keys back. */
#define N_FRAMES 30

struct _SlipPalette {
  AdwWindow parent_instance;

  SlipWindow *window; /* borrowed: this is in front of it */
  GCancellable *cancellable;
  SlipHelpBook *book;
  guint n_rows;

  GtkWidget *entry;
  GtkWidget *scroller;
  GtkListBox *list;
  GtkWidget *none;
};

G_DEFINE_FINAL_TYPE (SlipPalette, slip_palette, ADW_TYPE_WINDOW)

typedef struct {
  const SlipCommand *command;
  int rank;
} Ranked;

/* Whether @command can be done now. */
static gboolean
can_do (SlipPalette *self, const SlipCommand *command)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  GtkApplication *application =
    gtk_window_get_application (GTK_WINDOW (self->window));
  GAction *action = NULL;

  if (command->action == NULL ||
      !g_action_parse_detailed_name (command->action, &name, &target, NULL))
    return FALSE;
  if ((command->flags & SLIP_COMMAND_SELECTED) != 0 &&
      slip_plan_page_get_selected (slip_window_get_page (self->window)) == NULL)
    return FALSE;
  if (!g_str_has_prefix (name, "app."))
    action = g_action_map_lookup_action (G_ACTION_MAP (self->window),
                                         strchr (name, '.') + 1);
  else if (application != NULL)
    action = g_action_map_lookup_action (G_ACTION_MAP (application),
                                         strchr (name, '.') + 1);
  return action != NULL && g_action_get_enabled (action);
}

static const char *
get_text (SlipPalette *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *ranked_a = a;
  const Ranked *ranked_b = b;

  if (ranked_a->rank != ranked_b->rank)
    return ranked_a->rank > ranked_b->rank ? -1 : 1;
  return ranked_a->command < ranked_b->command ? -1 : 1;
}

/* The commands that can be done now and that are meant, the likeliest first;
 * all in their order while nothing is typed. */
static GArray *
list_commands (SlipPalette *self)
{
  GArray *ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));
  gboolean is_all = *get_text (self) == '\0';
  guint n;
  const SlipCommand *commands = slip_commands_list (&n);

  for (guint i = 0; i < n; i++) {
    Ranked next = { &commands[i], 1 };

    if (!is_all) {
      g_autofree char *words = slip_command_dup_words (&commands[i]);

      next.rank =
        slip_command_rank (_ (commands[i].title), words, get_text (self));
    }
    if (next.rank > 0 && can_do (self, &commands[i]))
      g_array_append_val (ranked, next);
  }
  g_array_sort (ranked, compare_ranked);
  return ranked;
}

static SlipFoundRow *
add_row (SlipPalette *self, const SlipFoundText *text)
{
  SlipFoundRow *row = slip_found_row_get_at (self->list, self->n_rows++);
  g_autofree char *name = g_strconcat ("command:", text->title, NULL);

  gtk_widget_set_name (GTK_WIDGET (row), name);
  slip_found_row_set_text (row, text);
  return row;
}

static void
add_command (SlipPalette *self, const SlipCommand *command)
{
  g_autofree char *keys = slip_command_dup_keys (command);
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  g_autoptr (GPtrArray) terms = slip_search_terms_new (get_text (self), TRUE);
  g_autoptr (GArray) marks =
    slip_search_marks_find (_ (command->title), terms, NULL);
  const SlipFoundText text = {
    .icon = "system-run-symbolic",
    .title = _ (command->title),
    .title_marks = marks,
    .context = _ (command->group),
    .trailing = keys,
  };

  g_action_parse_detailed_name (command->action, &name, &target, NULL);
  slip_found_row_set_action (add_row (self, &text), name, target);
}

static void
add_release (SlipPalette *self, const SlipSearchResult *result)
{
  const SlipFoundText text = {
    .icon = "slip-calendar-symbolic",
    .title = result->title,
    .title_marks = result->title_marks,
    .snippet = result->snippet,
    .snippet_marks = result->snippet_marks,
    .trailing = _ (slip_schema_get (result->kind)->label),
  };

  slip_found_row_set_action (add_row (self, &text), SLIP_ACTION_OPEN,
                             g_variant_new_string (result->id));
}

static void
add_page (SlipPalette *self, const SlipHelpPage *page)
{
  g_autofree char *title = slip_help_book_dup_plain (self->book, page->title);
  g_autofree char *summary =
    slip_help_book_dup_plain (self->book, page->summary);
  g_autoptr (GPtrArray) terms = slip_search_terms_new (get_text (self), TRUE);
  g_autoptr (GArray) marks = slip_search_marks_find (title, terms, NULL);
  const SlipFoundText text = {
    .icon = "help-browser-symbolic",
    .title = title,
    .title_marks = marks,
    .snippet = summary,
    .trailing = _ ("Help"),
  };

  slip_found_row_set_action (add_row (self, &text), "app.help",
                             g_variant_new_string (page->id));
}

/* The pages of the help whose titles are meant. */
static void
add_pages (SlipPalette *self)
{
  g_autoptr (GPtrArray) pages = slip_help_book_list (self->book);

  for (guint i = 0; i < pages->len && *get_text (self) != '\0'; i++) {
    const SlipHelpPage *page = pages->pdata[i];
    g_autofree char *title = slip_help_book_dup_plain (self->book, page->title);

    if (slip_command_rank (title, NULL, get_text (self)) > 0)
      add_page (self, page);
  }
}

static SlipFoundRow *
get_row (SlipPalette *self, int i)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);

  return row != NULL ? SLIP_FOUND_ROW (row) : NULL;
}

static int
get_chosen (SlipPalette *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? gtk_list_box_row_get_index (row) : -1;
}

static void
scroll_to (SlipPalette *self, GtkWidget *row)
{
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (
                                 GTK_SCROLLED_WINDOW (self->scroller)),
                               bounds.origin.y,
                               bounds.origin.y + bounds.size.height);
}

/* The focus stays in the entry, so what is chosen is announced. */
static void
choose (SlipPalette *self, int i)
{
  SlipFoundRow *row = NULL;

  if (self->n_rows == 0)
    return;
  row = get_row (self, CLAMP (i, 0, (int) self->n_rows - 1));
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  scroll_to (self, GTK_WIDGET (row));
  slip_compat_announce (self->entry, slip_found_row_get_label (row));
}

static void
end_list (SlipPalette *self)
{
  slip_found_row_hide_from (self->list, self->n_rows);
  gtk_widget_set_visible (self->scroller, self->n_rows > 0);
  gtk_widget_set_visible (self->none, self->n_rows == 0);
}

static void
searched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlipPalette) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipSearchAnswer) answer =
    slip_workspace_search_finish (SLIP_WORKSPACE (source), result, &error);
  guint n_releases = 0;

  if (answer == NULL || self->window == NULL)
    return;
  for (guint i = 0; i < answer->results->len && n_releases < N_RELEASES; i++) {
    const SlipSearchResult *found = answer->results->pdata[i];

    if (found->kind != SLIP_KIND_RELEASE)
      continue;
    add_release (self, found);
    n_releases++;
  }
  end_list (self);
  if (get_chosen (self) < 0)
    choose (self, 0);
}

static void
search_releases (SlipPalette *self)
{
  SlipWorkspace *workspace = slip_window_get_workspace (self->window);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (workspace == NULL || *get_text (self) == '\0')
    return;
  self->cancellable = g_cancellable_new ();
  slip_workspace_search_async (workspace, get_text (self), N_RESULTS,
                               self->cancellable, searched_cb,
                               g_object_ref (self));
}

static void
fill (SlipPalette *self)
{
  g_autoptr (GArray) commands = list_commands (self);

  self->n_rows = 0;
  for (guint i = 0; i < commands->len; i++)
    add_command (self, g_array_index (commands, Ranked, i).command);
  add_pages (self);
  end_list (self);
  gtk_list_box_unselect_all (self->list);
  choose (self, 0);
  search_releases (self);
}

/* What was chosen, to be done once the window behind has the keys again. */
typedef struct {
  char *action;
  GVariant *target; /* or NULL */
  int n_frames; /* so many it is waited for, where no window ever has them */
} Chosen;

static void
free_chosen (gpointer data)
{
  Chosen *chosen = data;

  g_free (chosen->action);
  g_clear_pointer (&chosen->target, g_variant_unref);
  g_free (chosen);
}

static gboolean
chosen_cb (GtkWidget *window, GdkFrameClock *frame_clock, gpointer data)
{
  Chosen *chosen = data;

  if (!gtk_window_is_active (GTK_WINDOW (window)) && chosen->n_frames-- > 0)
    return G_SOURCE_CONTINUE;
  gtk_widget_activate_action_variant (window, chosen->action, chosen->target);
  return G_SOURCE_REMOVE;
}

/* As this closes, GTK hands the focus of what it is in front of on, and would
 * take it from where the action puts it. */
static void
do_row (SlipPalette *self, SlipFoundRow *row)
{
  GtkWidget *window = GTK_WIDGET (self->window);
  GVariant *target = slip_found_row_get_target (row);
  Chosen *chosen = g_new (Chosen, 1);

  *chosen = (Chosen){
    .action = g_strdup (slip_found_row_get_action (row)),
    .target = target != NULL ? g_variant_ref (target) : NULL,
    .n_frames = N_FRAMES,
  };
  gtk_window_close (GTK_WINDOW (self));
  gtk_widget_add_tick_callback (window, chosen_cb, chosen, free_chosen);
}

static void
row_activated_cb (SlipPalette *self, GtkListBoxRow *row)
{
  do_row (self, SLIP_FOUND_ROW (row));
}

static void
activate_cb (SlipPalette *self)
{
  SlipFoundRow *row = get_row (self, get_chosen (self));

  if (get_chosen (self) >= 0 && row != NULL)
    do_row (self, row);
}

static gboolean
key_cb (SlipPalette *self, guint key)
{
  int i = get_chosen (self);

  switch (key) {
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
    choose (self, i + 1);
    return TRUE;
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up:
    choose (self, i - 1);
    return TRUE;
  case GDK_KEY_Page_Down:
    choose (self, i + PAGE);
    return TRUE;
  case GDK_KEY_Page_Up:
    choose (self, i - PAGE);
    return TRUE;
  case GDK_KEY_Escape:
    gtk_window_close (GTK_WINDOW (self));
    return TRUE;
  default:
    return FALSE;
  }
}

static void
slip_palette_dispose (GObject *object)
{
  SlipPalette *self = SLIP_PALETTE (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->window = NULL;
  G_OBJECT_CLASS (slip_palette_parent_class)->dispose (object);
}

static void
slip_palette_finalize (GObject *object)
{
  SlipPalette *self = SLIP_PALETTE (object);

  slip_help_book_free (self->book);
  G_OBJECT_CLASS (slip_palette_parent_class)->finalize (object);
}

static void
slip_palette_class_init (SlipPaletteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = slip_palette_dispose;
  G_OBJECT_CLASS (klass)->finalize = slip_palette_finalize;
}

static GtkWidget *
new_entry (SlipPalette *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_search_entry_new ();
  gtk_widget_set_name (self->entry, "palette-entry");
  gtk_widget_set_hexpand (self->entry, TRUE);
  g_object_set (self->entry, "placeholder-text", _ ("Command or release"),
                NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 20);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Command or release"), -1);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (fill), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activate_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  return self->entry;
}

static GtkWidget *
new_list (SlipPalette *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_set_name (GTK_WIDGET (self->list), "palette");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "found-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Commands and releases"), -1);
  g_signal_connect_object (self->list, "row-activated",
                           G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller),
                                 GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  return self->scroller;
}

static GtkWidget *
new_none (SlipPalette *self)
{
  self->none = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->none),
                                 "system-search-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (self->none),
                             _ ("No Such Command or Release"));
  gtk_widget_set_vexpand (self->none, TRUE);
  gtk_widget_set_visible (self->none, FALSE);
  return self->none;
}

static void
slip_palette_init (SlipPalette *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();

  self->book = slip_help_load_book ();
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), new_entry (self));
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), new_list (self));
  gtk_box_append (GTK_BOX (box), new_none (self));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Commands"));
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 520);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
}

GtkWidget *
slip_palette_new (SlipWindow *window)
{
  SlipPalette *self = NULL;

  g_return_val_if_fail (SLIP_IS_WINDOW (window), NULL);

  self = g_object_new (SLIP_TYPE_PALETTE, "transient-for", window,
                       "destroy-with-parent", TRUE, NULL);
  self->window = window;
  fill (self);
  gtk_window_set_focus (GTK_WINDOW (self), self->entry);
  return GTK_WIDGET (self);
}

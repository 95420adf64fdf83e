/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-conflict-window.h"

#include "slip-actions.h"
#include "slip-ask.h"
#include "slip-conflict-finder.h"
#include "slip-conflict-line.h"
#include "slip-date-text.h"
#include "slip-plain-text.h"

#include <glib/gi18n.h>

/* As many releases as are shown at once. */
#define BATCH 30

struct _SlipConflictWindow {
  AdwWindow parent_instance;

  SlipPlanState *state;
  SlipConflictContext context;
  SlipConflictFinder *finder;
  guint limit;

  GtkStack *stack;
  GtkWidget *scroller;
  GtkBox *list;
  GtkWidget *more;
};

G_DEFINE_FINAL_TYPE (SlipConflictWindow, slip_conflict_window, ADW_TYPE_WINDOW)

static void
open_clicked_cb (GtkButton *button, SlipConflictWindow *self)
{
  slip_ask (GTK_WIDGET (button), SLIP_ACTION_OPEN,
            g_variant_new_string (
              g_object_get_data (G_OBJECT (button), "release")));
  gtk_window_close (GTK_WINDOW (self));
}

static GtkWidget *
new_heading (SlipConflictWindow *self, const SlipRow *release)
{
  g_autofree char *title = slip_release_dup_title (self->state, release);
  g_autofree char *date =
    slip_planned_date_dup_text (slip_release_get_planned (release,
                                                          SLIP_ANCHOR_RELEASE),
                                self->context.today);
  g_autofree char *text = g_strdup_printf (_ ("%s · %s"), title, date);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button = gtk_button_new ();
  g_autofree char *name = g_strconcat ("conflicts:", title, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_name (button, name);
  gtk_widget_set_tooltip_text (button, _ ("Show the Release"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data_full (G_OBJECT (button), "release",
                          g_strdup (slip_row_get_id (release)), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (open_clicked_cb), self);
  return button;
}

static void
add_release (SlipConflictWindow *self, const SlipRow *release)
{
  g_autoptr (GPtrArray) conflicts =
    slip_conflict_list (self->state, &self->context, release);

  gtk_box_append (self->list, new_heading (self, release));
  slip_conflict_line_add_all (self->list, self->state, &self->context,
                              slip_row_get_id (release), conflicts);
}

static void
show_title (SlipConflictWindow *self)
{
  guint n = slip_conflict_finder_get_releases (self->finder)->len;
  g_autofree char *title = g_strdup_printf (
    ngettext ("%u Release with Conflicts", "%u Releases with Conflicts", n), n);

  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
show_releases (SlipConflictWindow *self)
{
  GPtrArray *releases = slip_conflict_finder_get_releases (self->finder);
  guint n = MIN (releases->len, self->limit);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))))
    gtk_box_remove (self->list, child);
  for (guint i = 0; i < n; i++)
    add_release (self, releases->pdata[i]);
  gtk_widget_set_visible (self->more, releases->len > n);
  gtk_stack_set_visible_child_name (self->stack,
                                    releases->len > 0 ? "list" : "none");
}

static void
found_cb (SlipConflictWindow *self)
{
  show_title (self);
  show_releases (self);
}

static void
more_clicked_cb (SlipConflictWindow *self)
{
  self->limit += BATCH;
  show_releases (self);
}

static void
slip_conflict_window_dispose (GObject *object)
{
  SlipConflictWindow *self = SLIP_CONFLICT_WINDOW (object);

  g_clear_object (&self->finder);

  G_OBJECT_CLASS (slip_conflict_window_parent_class)->dispose (object);
}

static void
slip_conflict_window_finalize (GObject *object)
{
  g_clear_pointer (&SLIP_CONFLICT_WINDOW (object)->state,
                   slip_plan_state_unref);

  G_OBJECT_CLASS (slip_conflict_window_parent_class)->finalize (object);
}

static void
slip_conflict_window_class_init (SlipConflictWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = slip_conflict_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = slip_conflict_window_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape,
                                       0, "window.close", NULL);
}

static GtkWidget *
new_list_page (SlipConflictWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *clamp = adw_clamp_new ();

  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->more = gtk_button_new_with_label (_ ("Show More"));
  self->scroller = gtk_scrolled_window_new ();
  g_signal_connect_swapped (self->more, "clicked", G_CALLBACK (more_clicked_cb),
                            self);
  gtk_widget_set_halign (self->more, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (box), self->more);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 12);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  return self->scroller;
}

static GtkWidget *
new_none_page (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page),
                                 "object-select-symbolic");
  slip_plain_text_set_status_page (ADW_STATUS_PAGE (page), _ ("No Conflicts"),
                                   _ ("Nothing will go wrong as planned"));
  return page;
}

static void
slip_conflict_window_init (SlipConflictWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->limit = BATCH;
  self->finder = slip_conflict_finder_new ();
  g_signal_connect_object (self->finder, "found", G_CALLBACK (found_cb), self,
                           G_CONNECT_SWAPPED);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, new_list_page (self), "list");
  gtk_stack_add_named (self->stack, new_none_page (), "none");
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 640);
  gtk_widget_set_size_request (GTK_WIDGET (self), 340, 240);
  gtk_widget_set_name (GTK_WIDGET (self), "conflict-window");
}

SlipConflictWindow *
slip_conflict_window_new (void)
{
  return g_object_new (SLIP_TYPE_CONFLICT_WINDOW, NULL);
}

void
slip_conflict_window_set_plan (SlipConflictWindow *self,
                               const SlipPlanState *state,
                               const SlipConflictContext *context)
{
  g_return_if_fail (SLIP_IS_CONFLICT_WINDOW (self));
  g_return_if_fail (state != NULL);

  SlipPlanState *held = slip_plan_state_ref (state);
  g_clear_pointer (&self->state, slip_plan_state_unref);
  self->state = held;
  self->context = *context;
  slip_conflict_finder_set_state (self->finder, state, context);
}

guint
slip_conflict_window_get_n_releases (SlipConflictWindow *self)
{
  g_return_val_if_fail (SLIP_IS_CONFLICT_WINDOW (self), 0);

  return slip_conflict_finder_get_releases (self->finder)->len;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-toaster.h"

#include "slip-control-name.h"

#include <glib/gi18n.h>

/* Longer than a toast needs to come up. */
#define RISE_MS 600

/* As many lines as a text that is cut has in a toast. */
#define MIN_LINES 2
#define MAX_LINES 4

struct _SlipToaster {
  AdwToastOverlay *overlay;
  AdwToast *shown;
  AdwToast *next;
  AdwPreferencesWindow *front; /* weak: where @next is to be shown */
  gboolean is_to_go;           /* @shown, once it has come up */
  guint rise_timer;
};

SlipToaster *
slip_toaster_new (AdwToastOverlay *overlay)
{
  SlipToaster *self = g_new0 (SlipToaster, 1);

  self->overlay = overlay;
  return self;
}

void
slip_toaster_free (SlipToaster *self)
{
  g_clear_handle_id (&self->rise_timer, g_source_remove);
  g_clear_weak_pointer (&self->front);
  g_clear_object (&self->shown);
  g_clear_object (&self->next);
  g_free (self);
}

static void
dismiss_shown (SlipToaster *self)
{
  self->is_to_go = FALSE;
  if (self->shown != NULL)
    adw_toast_dismiss (self->shown);
  g_clear_object (&self->shown);
}

/* The labels of its buttons stay as they are. */
static GtkWidget *
find_title (GtkWidget *widget)
{
  GtkWidget *title = GTK_IS_LABEL (widget) ? widget : NULL;

  if (GTK_IS_BUTTON (widget))
    return NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       title == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    title = find_title (child);
  return title;
}

static int
get_width (GtkWidget *widget)
{
  int width = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width,
                      NULL, NULL);
  return width;
}

/* Words do not fill lines to their end.  Before the first frame there is no
 * room to measure by. */
static int
count_lines (GtkWidget *toast, GtkWidget *title)
{
  int width = get_width (title);
  int room = gtk_widget_get_width (gtk_widget_get_parent (toast)) -
             (get_width (toast) - width);

  return room > 0 ? width * 6 / 5 / room + 1 : MIN_LINES;
}

static void
wrap_title (GtkWidget *toast)
{
  GtkWidget *title = find_title (toast);
  GtkWidget *box = title != NULL ? gtk_widget_get_parent (title) : NULL;
  int height = 0;

  if (title == NULL)
    return;
  gtk_widget_measure (title, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL,
                      NULL);
  /* A second button goes below the text rather than take its place. */
  if (GTK_IS_BOX (box) && count_lines (toast, title) > MIN_LINES) {
    gtk_orientable_set_orientation (GTK_ORIENTABLE (box),
                                    GTK_ORIENTATION_VERTICAL);
    gtk_box_set_spacing (GTK_BOX (box), 4);
    gtk_widget_set_halign (gtk_widget_get_last_child (box), GTK_ALIGN_START);
  }
  int n_lines = CLAMP (count_lines (toast, title), MIN_LINES, MAX_LINES);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (title), n_lines);
  /* A toast is not made higher for what wraps in it. */
  gtk_widget_set_size_request (title, -1, n_lines * height);
}

/* A toast cuts its one line, also where it says what is wrong. */
static gboolean
is_cut (GtkWidget *toast)
{
  return get_width (toast) >
         gtk_widget_get_width (gtk_widget_get_parent (toast));
}

/* Some libadwaitas give the button that ends a toast an icon only.  @content:
 * where none are looked for */
static void
name_toasts (GtkWidget *widget, GtkWidget *content)
{
  if (g_str_equal (gtk_widget_get_css_name (widget), "toast")) {
    slip_control_name_buttons (widget, _ ("Close"));
    if (is_cut (widget))
      wrap_title (widget);
    return;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (child != content)
      name_toasts (child, content);
}

static gboolean has_risen_cb (gpointer data);

static void
show_next (SlipToaster *self)
{
  dismiss_shown (self);
  self->shown = g_steal_pointer (&self->next);
  self->rise_timer = g_timeout_add (RISE_MS, has_risen_cb, self);
  if (self->front != NULL) {
    adw_preferences_window_add_toast (self->front, g_object_ref (self->shown));
    name_toasts (GTK_WIDGET (self->front), NULL);
  } else {
    adw_toast_overlay_add_toast (self->overlay, g_object_ref (self->shown));
    name_toasts (GTK_WIDGET (self->overlay),
                 adw_toast_overlay_get_child (self->overlay));
  }
  g_clear_weak_pointer (&self->front);
}

static gboolean
has_risen_cb (gpointer data)
{
  SlipToaster *self = data;

  self->rise_timer = 0;
  if (self->next != NULL)
    show_next (self);
  else if (self->is_to_go)
    dismiss_shown (self);
  return G_SOURCE_REMOVE;
}

/* What still comes up is neither seen nor in the way until it may go: who
 * clicks Undo means what was done last. */
static void
step_aside (SlipToaster *self)
{
  GtkWidget *content = adw_toast_overlay_get_child (self->overlay);

  for (GtkWidget *child =
         gtk_widget_get_first_child (GTK_WIDGET (self->overlay));
       child != NULL; child = gtk_widget_get_next_sibling (child)) {
    if (child == content)
      continue;
    gtk_widget_set_can_target (child, FALSE);
    gtk_widget_set_opacity (child, 0);
  }
}

void
slip_toaster_take (SlipToaster *self,
                   AdwToast *toast,
                   AdwPreferencesWindow *front)
{
  g_clear_object (&self->next);
  self->next = toast;
  g_set_weak_pointer (&self->front, front);
  if (self->rise_timer == 0)
    show_next (self);
  else
    step_aside (self);
}

void
slip_toaster_dismiss (SlipToaster *self)
{
  g_clear_object (&self->next);
  if (self->rise_timer == 0) {
    dismiss_shown (self);
    return;
  }
  self->is_to_go = TRUE;
  step_aside (self);
}

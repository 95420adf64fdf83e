/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-text-field.h"

#include "slip-inner-focus.h"
#include "slip-scroll-through.h"

#include <glib/gi18n-lib.h>

#define LONG_TEXT_PX 300

struct _SlipTextField {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *editor; /* a GtkEntry or a GtkTextView */
  GtkWidget *message;
  char *kept;
  char *asked; /* the text committed last, until the plan has an answer */
  gboolean is_contested;
  gboolean has_focus;
};

G_DEFINE_FINAL_TYPE (SlipTextField, slip_text_field, GTK_TYPE_WIDGET)

enum {
  COMMITTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_text (SlipTextField *self, const char *text)
{
  if (GTK_IS_TEXT_VIEW (self->editor))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (
                                GTK_TEXT_VIEW (self->editor)),
                              text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->editor), text);
}

static void
set_contested (SlipTextField *self, gboolean is_contested)
{
  self->is_contested = is_contested;
  gtk_widget_set_visible (self->message, is_contested);
  if (is_contested) {
    g_autofree char *text =
      *self->kept
        ? g_strdup_printf (
            _ ("Changed meanwhile to “%s”; your text will replace it"),
            self->kept)
        : g_strdup (_ ("Emptied meanwhile; your text will replace that"));

    gtk_label_set_text (GTK_LABEL (self->message), text);
    gtk_widget_add_css_class (self->editor, "warning");
  } else {
    gtk_widget_remove_css_class (self->editor, "warning");
  }
}

static void
activate_cb (GtkEntry *entry, SlipTextField *self)
{
  slip_text_field_commit (self);
}

static void
enter_cb (GtkEventControllerFocus *focus, SlipTextField *self)
{
  self->has_focus = TRUE;
}

static void
leave_cb (GtkEventControllerFocus *focus, SlipTextField *self)
{
  self->has_focus = FALSE;
  slip_text_field_commit (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint key,
                guint code,
                GdkModifierType modifiers,
                SlipTextField *self)
{
  if (key == GDK_KEY_Escape && slip_text_field_is_changed (self)) {
    slip_text_field_restore (self);
    return TRUE;
  }
  if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) &&
      (modifiers & GDK_CONTROL_MASK)) {
    slip_text_field_commit (self);
    return TRUE;
  }

  return FALSE;
}

static gboolean
slip_text_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SLIP_TEXT_FIELD (widget)->editor);
}

static GtkSizeRequestMode
slip_text_field_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* A page that scrolls gives what is on it the least height that it asks for. */
static void
slip_text_field_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  SlipTextField *self = SLIP_TEXT_FIELD (widget);

  gtk_widget_measure (self->box, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural;
}

static void
slip_text_field_size_allocate (GtkWidget *widget,
                               int width,
                               int height,
                               int baseline)
{
  gtk_widget_allocate (SLIP_TEXT_FIELD (widget)->box, width, height, baseline,
                       NULL);
}

static void
slip_text_field_dispose (GObject *object)
{
  SlipTextField *self = SLIP_TEXT_FIELD (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (slip_text_field_parent_class)->dispose (object);
}

static void
slip_text_field_finalize (GObject *object)
{
  SlipTextField *self = SLIP_TEXT_FIELD (object);

  g_free (self->kept);
  g_free (self->asked);

  G_OBJECT_CLASS (slip_text_field_parent_class)->finalize (object);
}

static void
slip_text_field_class_init (SlipTextFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = slip_text_field_dispose;
  object_class->finalize = slip_text_field_finalize;
  widget_class->focus = slip_inner_focus;
  widget_class->grab_focus = slip_text_field_grab_focus;
  signals[COMMITTED] =
    g_signal_new ("committed", SLIP_TYPE_TEXT_FIELD, G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  widget_class->get_request_mode = slip_text_field_get_request_mode;
  widget_class->measure = slip_text_field_measure;
  widget_class->size_allocate = slip_text_field_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "textfield");
}

static void
slip_text_field_init (SlipTextField *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->kept = g_strdup ("");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->message = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  gtk_label_set_lines (GTK_LABEL (self->message), 3);
  gtk_label_set_ellipsize (GTK_LABEL (self->message), PANGO_ELLIPSIZE_END);
  gtk_widget_set_visible (self->message, FALSE);
  gtk_widget_add_css_class (self->message, "caption");
  gtk_widget_add_css_class (self->message, "warning");
  gtk_box_append (GTK_BOX (self->box), self->message);

  g_signal_connect (focus, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* A text grows with its lines, and scrolls where it would fill the screen. */
static GtkWidget *
new_scroller (GtkWidget *view)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (
                                                      scroller),
                                                    TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller),
                                              LONG_TEXT_PX);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  slip_scroll_through_add (GTK_SCROLLED_WINDOW (scroller));
  return scroller;
}

static GtkWidget *
new_text_view (void)
{
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 7);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 7);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 9);
  gtk_widget_add_css_class (view, "longtext");
  return view;
}

GtkWidget *
slip_text_field_new (gboolean is_long)
{
  SlipTextField *self = g_object_new (SLIP_TYPE_TEXT_FIELD, NULL);

  if (is_long) {
    self->editor = new_text_view ();
  } else {
    self->editor = gtk_entry_new ();
    gtk_editable_set_width_chars (GTK_EDITABLE (self->editor), 8);
    g_signal_connect (self->editor, "activate", G_CALLBACK (activate_cb), self);
  }
  gtk_box_prepend (GTK_BOX (self->box),
                   is_long ? new_scroller (self->editor) : self->editor);
  return GTK_WIDGET (self);
}

/* What was asked for did not come about.  What has been typed since stays. */
static void
take_back (SlipTextField *self)
{
  g_autofree char *text = NULL;

  if (!self->asked)
    return;
  text = slip_text_field_dup_text (self);
  if (g_str_equal (text, self->asked))
    slip_text_field_restore (self);
}

void
slip_text_field_set_kept (SlipTextField *self, const char *text)
{
  gboolean is_changed;

  g_return_if_fail (SLIP_IS_TEXT_FIELD (self));

  text = text ? text : "";
  if (g_str_equal (text, self->kept)) {
    take_back (self);
    return;
  }
  is_changed = self->has_focus && slip_text_field_is_changed (self);
  g_free (self->kept);
  self->kept = g_strdup (text);
  g_clear_pointer (&self->asked, g_free);
  if (!is_changed)
    show_text (self, text);
  set_contested (self, is_changed && slip_text_field_is_changed (self));
}

char *
slip_text_field_dup_text (SlipTextField *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (SLIP_IS_TEXT_FIELD (self), NULL);

  if (!GTK_IS_TEXT_VIEW (self->editor))
    return g_strstrip (
      g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->editor))));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strchomp (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

void
slip_text_field_type (SlipTextField *self, const char *text)
{
  g_return_if_fail (SLIP_IS_TEXT_FIELD (self));

  show_text (self, text);
}

gboolean
slip_text_field_is_changed (SlipTextField *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (SLIP_IS_TEXT_FIELD (self), FALSE);

  text = slip_text_field_dup_text (self);
  return !g_str_equal (text, self->kept);
}

gboolean
slip_text_field_is_contested (SlipTextField *self)
{
  g_return_val_if_fail (SLIP_IS_TEXT_FIELD (self), FALSE);

  return self->is_contested;
}

void
slip_text_field_commit (SlipTextField *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (SLIP_IS_TEXT_FIELD (self));

  set_contested (self, FALSE);
  if (!slip_text_field_is_changed (self))
    return;
  text = slip_text_field_dup_text (self);
  if (g_strcmp0 (text, self->asked) == 0)
    return;
  g_free (self->asked);
  self->asked = g_strdup (text);
  g_signal_emit (self, signals[COMMITTED], 0, text);
}

void
slip_text_field_restore (SlipTextField *self)
{
  g_return_if_fail (SLIP_IS_TEXT_FIELD (self));

  g_clear_pointer (&self->asked, g_free);
  show_text (self, self->kept);
  set_contested (self, FALSE);
}

void
slip_text_field_set_label (SlipTextField *self,
                           const char *label,
                           gboolean is_shown)
{
  g_return_if_fail (SLIP_IS_TEXT_FIELD (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (is_shown && GTK_IS_ENTRY (self->editor))
    gtk_entry_set_placeholder_text (GTK_ENTRY (self->editor), label);
}

void
slip_text_field_set_max_length (SlipTextField *self, int max_length)
{
  g_return_if_fail (SLIP_IS_TEXT_FIELD (self));

  if (GTK_IS_ENTRY (self->editor))
    gtk_entry_set_max_length (GTK_ENTRY (self->editor),
                              MIN (max_length, G_MAXUINT16));
}

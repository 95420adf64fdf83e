/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-what-if-bar.h"

#include <glib/gi18n.h>

struct _SlipWhatIfBar {
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkBox *box;
  GtkLabel *label;
  GtkWidget *differences_button;
  GtkWidget *keep_button;
  GtkWidget *continue_button;
  GtkWidget *throw_button;
};

G_DEFINE_FINAL_TYPE (SlipWhatIfBar, slip_what_if_bar, GTK_TYPE_WIDGET)

static char *
dup_text (const SlipWhatIf *what_if)
{
  guint n_moves = slip_what_if_get_n_moves (what_if);
  guint n_left = n_moves - slip_what_if_get_n_applied (what_if);
  if (n_moves == 0)
    return g_strdup (
      _ ("What if: move releases to see what follows; nothing is saved"));
  g_autofree char *moves =
    g_strdup_printf (ngettext ("What if: %u move, nothing is saved",
                               "What if: %u moves, nothing is saved", n_moves),
                     n_moves);
  if (n_left == 0)
    return g_steal_pointer (&moves);
  g_autofree char *left =
    g_strdup_printf (ngettext ("%u does not apply", "%u do not apply", n_left),
                     n_left);
  /* Translators: 'What if: 3 moves, nothing is saved', '1 does not apply'. */
  return g_strdup_printf (_ ("%s; %s"), moves, left);
}

static char *
dup_offer (const SlipWhatIf *offered)
{
  guint n_moves = slip_what_if_get_n_moves (offered);
  return g_strdup_printf (ngettext ("A what-if with %u move was left here",
                                    "A what-if with %u moves was left here",
                                    n_moves),
                          n_moves);
}

static GtkWidget *
add_button (GtkWidget *box,
            const char *name,
            const char *label,
            const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  gtk_widget_set_name (button, name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
new_buttons (SlipWhatIfBar *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->differences_button =
    add_button (buttons, "what-if-differences", _ ("_Differences"),
                "win.what-if-differences");
  self->continue_button =
    add_button (buttons, "what-if-continue", _ ("_Continue"), "win.what-if");
  self->keep_button =
    add_button (buttons, "what-if-keep", _ ("_Keep"), "win.keep-what-if");
  self->throw_button = add_button (buttons, "what-if-throw-away",
                                   _ ("_Throw Away"), "win.throw-away-what-if");
  gtk_widget_add_css_class (self->keep_button, "suggested-action");
  gtk_widget_add_css_class (self->continue_button, "suggested-action");
  return buttons;
}

static void
slip_what_if_bar_dispose (GObject *object)
{
  SlipWhatIfBar *self = SLIP_WHAT_IF_BAR (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
  if (child != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (slip_what_if_bar_parent_class)->dispose (object);
}

static void
slip_what_if_bar_class_init (SlipWhatIfBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = slip_what_if_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "whatifbar");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
slip_what_if_bar_init (SlipWhatIfBar *self)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("slip-what-if-symbolic");
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (NULL);
  self->label = GTK_LABEL (label);
  gtk_widget_set_name (label, "what-if-label");
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), label);

  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->box = GTK_BOX (box);
  gtk_widget_add_css_class (box, "what-if-content");
  gtk_box_append (self->box, line);
  gtk_box_append (self->box, new_buttons (self));
  GtkWidget *revealer = gtk_revealer_new ();
  self->revealer = GTK_REVEALER (revealer);
  gtk_revealer_set_child (self->revealer, box);
  gtk_widget_set_parent (revealer, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
slip_what_if_bar_update (SlipWhatIfBar *self, SlipWhatIfMode *mode)
{
  g_return_if_fail (SLIP_IS_WHAT_IF_BAR (self));

  const SlipWhatIf *what_if = slip_what_if_mode_get (mode);
  const SlipWhatIf *offered =
    what_if == NULL ? slip_what_if_mode_get_offered (mode) : NULL;
  gboolean is_shown = what_if != NULL || offered != NULL;
  gtk_widget_set_visible (GTK_WIDGET (self), is_shown);
  gtk_revealer_set_reveal_child (self->revealer, is_shown);
  if (!is_shown)
    return;
  g_autofree char *text =
    what_if != NULL ? dup_text (what_if) : dup_offer (offered);
  gboolean is_empty =
    what_if != NULL && slip_what_if_get_n_moves (what_if) == 0;
  gtk_label_set_text (self->label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_visible (self->differences_button, what_if != NULL);
  gtk_widget_set_visible (self->keep_button, what_if != NULL);
  gtk_widget_set_visible (self->continue_button, offered != NULL);
  /* There is nothing to throw away yet. */
  gtk_button_set_label (GTK_BUTTON (self->throw_button),
                        is_empty ? _ ("_Leave") : _ ("_Throw Away"));
}

void
slip_what_if_bar_set_narrow (SlipWhatIfBar *self, gboolean is_narrow)
{
  g_return_if_fail (SLIP_IS_WHAT_IF_BAR (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  is_narrow ? GTK_ORIENTATION_VERTICAL
                                            : GTK_ORIENTATION_HORIZONTAL);
}

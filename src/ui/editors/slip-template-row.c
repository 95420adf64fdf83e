/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-template-row.h"

#include "slip-actions.h"
#include "slip-ask.h"
#include "slip-inner-focus.h"
#include "slip-plain-text.h"
#include "slip-release.h"
#include "slip-template.h"

#include <glib/gi18n-lib.h>

struct _SlipTemplateRow {
  AdwPreferencesRow parent_instance;

  char *release;
  GtkLabel *name;
  GtkLabel *gain;
  GtkWidget *apply;
  GtkWidget *save;
};

G_DEFINE_FINAL_TYPE (SlipTemplateRow,
                     slip_template_row,
                     ADW_TYPE_PREFERENCES_ROW)

static void
ask (SlipTemplateRow *self, const char *action)
{
  if (self->release)
    slip_ask (GTK_WIDGET (self), action, g_variant_new_string (self->release));
}

static void
apply_clicked_cb (GtkButton *button, SlipTemplateRow *self)
{
  ask (self, SLIP_ACTION_APPLY_TEMPLATE);
}

static void
save_clicked_cb (GtkButton *button, SlipTemplateRow *self)
{
  ask (self, SLIP_ACTION_SAVE_AS_TEMPLATE);
}

static void
slip_template_row_finalize (GObject *object)
{
  g_free (SLIP_TEMPLATE_ROW (object)->release);

  G_OBJECT_CLASS (slip_template_row_parent_class)->finalize (object);
}

static void
slip_template_row_class_init (SlipTemplateRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_template_row_finalize;
  GTK_WIDGET_CLASS (klass)->focus = slip_inner_focus;
}

static GtkLabel *
new_label (GtkWidget *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

/* Labels of buttons beside each other must not make the pane wide, nor lose in
 * other languages what they have not in common. */
static GtkWidget *
new_button (const char *name,
            const char *label,
            GCallback clicked,
            gpointer data)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *child = gtk_label_new_with_mnemonic (label);

  gtk_label_set_wrap (GTK_LABEL (child), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (child), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (child), GTK_JUSTIFY_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), child);
  gtk_label_set_mnemonic_widget (GTK_LABEL (child), button);
  gtk_widget_set_name (button, name);
  g_signal_connect (button, "clicked", clicked, data);
  return button;
}

static void
slip_template_row_init (SlipTemplateRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_name (GTK_WIDGET (self), "release-template");
  slip_plain_text_set_row_title (ADW_PREFERENCES_ROW (self), _ ("Template"));
  self->name = new_label (box);
  self->gain = new_label (box);
  gtk_widget_add_css_class (GTK_WIDGET (self->gain), "caption");
  self->apply = new_button ("apply-template", _ ("_Apply Template…"),
                            G_CALLBACK (apply_clicked_cb), self);
  self->save = new_button ("save-as-template", _ ("_Save as Template…"),
                           G_CALLBACK (save_clicked_cb), self);
  gtk_box_append (GTK_BOX (buttons), self->apply);
  gtk_box_append (GTK_BOX (buttons), self->save);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_widget_add_css_class (box, "field");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

GtkWidget *
slip_template_row_new (void)
{
  return g_object_new (SLIP_TYPE_TEMPLATE_ROW, NULL);
}

static guint
count_gained (const SlipPlanState *state, const SlipRow *release)
{
  const char *id = slip_row_get_id (release);
  g_autoptr (GPtrArray) gained = NULL;

  if (slip_release_is_closed (release) ||
      !slip_plan_state_is_loaded (state, id))
    return 0;
  gained = slip_template_list_gained (state, id);
  return gained->len;
}

static void
show_gain (SlipTemplateRow *self, guint n_gained)
{
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (self->apply));
  g_autofree char *text = NULL;

  gtk_label_set_text_with_mnemonic (GTK_LABEL (label),
                                    n_gained > 0 ? _ ("_Show…")
                                                 : _ ("_Apply Template…"));
  gtk_widget_set_visible (GTK_WIDGET (self->gain), n_gained > 0);
  if (n_gained == 0)
    return;
  text = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE,
                 "The template has %u item that this release has not",
                 "The template has %u items that this release has not",
                 n_gained),
    n_gained);
  gtk_label_set_text (self->gain, text);
}

void
slip_template_row_set_release (SlipTemplateRow *self,
                               const SlipPlanState *state,
                               const SlipRow *release)
{
  const SlipRow *template;
  g_autofree char *text = NULL;

  g_return_if_fail (SLIP_IS_TEMPLATE_ROW (self));

  if (g_strcmp0 (self->release, slip_row_get_id (release)) != 0) {
    g_free (self->release);
    self->release = g_strdup (slip_row_get_id (release));
  }
  template = slip_plan_state_follow (state, release, SLIP_RELEASE_TEMPLATE);
  text = template
           ? g_strdup_printf (_ ("Made with the template “%s”"),
                              slip_row_get_text (template, SLIP_TEMPLATE_NAME))
           : g_strdup (_ ("No template was applied"));
  gtk_label_set_text (self->name, text);
  show_gain (self, count_gained (state, release));
  gtk_widget_set_sensitive (self->apply, !slip_release_is_closed (release));
}

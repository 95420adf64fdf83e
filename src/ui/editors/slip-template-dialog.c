/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-template-dialog.h"

#include "slip-actions.h"
#include "slip-addition-view.h"
#include "slip-ask.h"
#include "slip-plain-text.h"
#include "slip-release.h"
#include "slip-template-choice.h"
#include "slip-template.h"

#include <glib/gi18n-lib.h>

struct _SlipTemplateDialog {
  AdwWindow parent_instance;

  char *release;
  SlipPlanState *state;
  SlipDate today;
  gboolean has_asked;  /* for the checklists, which the plan did not have */
  gboolean has_chosen; /* whether a template was offered */

  GtkWidget *apply;
  GtkLabel *title;
  SlipTemplateChoice *choice;
  GtkLabel *account;
  SlipAdditionView *view;
};

G_DEFINE_FINAL_TYPE (SlipTemplateDialog, slip_template_dialog, ADW_TYPE_WINDOW)

static guint
count_unowned (const SlipTemplateAddition *addition)
{
  guint n = 0;

  for (guint i = 0; i < addition->checklists->len; i++)
    n += slip_row_get_text (addition->checklists->pdata[i],
                            SLIP_CHECKLIST_OWNER) == NULL;
  return n;
}

char *
slip_template_dialog_dup_account (const SlipTemplateAddition *addition)
{
  g_autofree char *text = slip_template_addition_describe (addition);
  guint n_unowned = count_unowned (addition);
  g_autofree char *unowned = NULL;

  if (n_unowned == 0)
    return g_steal_pointer (&text);
  unowned =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                  "%u checklist has no owner yet",
                                  "%u checklists have no owner yet", n_unowned),
                     n_unowned);
  return g_strdup_printf ("%s; ⚠ %s", text, unowned);
}

static SlipTemplateAddition *
make_addition (SlipTemplateDialog *self,
               const char *const *without,
               GError **error)
{
  const char *id = slip_template_choice_get_id (self->choice);
  g_autoptr (SlipTemplateApplication) application = NULL;

  if (!id)
    return NULL;
  application = slip_template_application_new (id, self->release);
  if (without)
    slip_template_application_set_without (application, without);
  return slip_template_addition_new (self->state, application, error);
}

static void
say (SlipTemplateDialog *self, const char *text, gboolean can_apply)
{
  gtk_label_set_text (self->account, text);
  gtk_widget_set_sensitive (self->apply, can_apply);
}

/* What is ticked. */
static void
show_account (SlipTemplateDialog *self)
{
  g_auto (GStrv) without = slip_addition_view_dup_without (self->view);
  g_autoptr (SlipTemplateAddition) addition =
    make_addition (self, (const char *const *) without, NULL);
  g_autofree char *text = NULL;

  if (!addition)
    return;
  text = slip_template_dialog_dup_account (addition);
  say (self, text, !slip_template_addition_is_empty (addition));
}

static void
show_addition (SlipTemplateDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipTemplateAddition) addition =
    make_addition (self, NULL, &error);

  slip_addition_view_set_addition (self->view, addition,
                                   slip_template_choice_get_id (self->choice),
                                   self->today);
  if (addition)
    show_account (self);
  else if (g_error_matches (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_LOADED))
    say (self, _ ("The checklists of the release are being read…"), FALSE);
  else
    say (self,
         error ? error->message
               : _ ("There is no template; add one in the plan’s settings"),
         FALSE);
  if (error && !self->has_asked &&
      g_error_matches (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_LOADED)) {
    self->has_asked = TRUE;
    slip_ask (GTK_WIDGET (self), SLIP_ACTION_LOAD_PARTS,
              g_variant_new_string (self->release));
  }
}

static void
chosen_cb (SlipTemplateChoice *choice, SlipTemplateDialog *self)
{
  show_addition (self);
}

static void
ticked_cb (SlipAdditionView *view, SlipTemplateDialog *self)
{
  show_account (self);
}

static void
apply_clicked_cb (GtkButton *button, SlipTemplateDialog *self)
{
  const char *id = slip_template_choice_get_id (self->choice);
  g_auto (GStrv) without = slip_addition_view_dup_without (self->view);

  slip_ask (GTK_WIDGET (self), SLIP_ACTION_TAKE_TEMPLATE,
            g_variant_new ("(ss@a(ssssa(ss))^as)", self->release, id ? id : "",
                           g_variant_new_array (G_VARIANT_TYPE ("(ssssa(ss))"),
                                                NULL, 0),
                           without));
  gtk_window_close (GTK_WINDOW (self));
}

static void
slip_template_dialog_finalize (GObject *object)
{
  SlipTemplateDialog *self = SLIP_TEMPLATE_DIALOG (object);

  g_clear_pointer (&self->state, slip_plan_state_unref);
  g_free (self->release);

  G_OBJECT_CLASS (slip_template_dialog_parent_class)->finalize (object);
}

static void
slip_template_dialog_class_init (SlipTemplateDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_template_dialog_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape,
                                       0, "window.close", NULL);
}

static GtkWidget *
new_header_bar (SlipTemplateDialog *self)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->apply = gtk_button_new_with_mnemonic (_ ("_Apply"));
  gtk_widget_set_name (cancel, "cancel");
  gtk_widget_set_name (self->apply, "apply");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_widget_add_css_class (self->apply, "suggested-action");
  g_signal_connect (self->apply, "clicked", G_CALLBACK (apply_clicked_cb),
                    self);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), self->apply);
  return bar;
}

static GtkLabel *
new_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style)
    gtk_widget_add_css_class (label, style);
  return GTK_LABEL (label);
}

static GtkWidget *
new_content (SlipTemplateDialog *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (box, "dialog-content");
  self->title = new_label ("title-4");
  self->choice = SLIP_TEMPLATE_CHOICE (slip_template_choice_new (NULL));
  gtk_widget_set_name (GTK_WIDGET (self->choice), "template-choice");
  g_signal_connect (self->choice, "chosen", G_CALLBACK (chosen_cb), self);
  self->account = new_label (NULL);
  gtk_widget_set_name (GTK_WIDGET (self->account), "account");
  self->view = SLIP_ADDITION_VIEW (slip_addition_view_new ());
  g_signal_connect (self->view, "changed", G_CALLBACK (ticked_cb), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->choice));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->account));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->view));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static void
slip_template_dialog_init (SlipTemplateDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_window_set_title (GTK_WINDOW (self), _ ("Apply Template"));
  gtk_window_set_default_size (GTK_WINDOW (self), 480, 620);
  gtk_box_append (GTK_BOX (box), new_header_bar (self));
  gtk_box_append (GTK_BOX (box), new_content (self));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->apply);
}

GtkWidget *
slip_template_dialog_new (const char *release)
{
  SlipTemplateDialog *self = g_object_new (SLIP_TYPE_TEMPLATE_DIALOG, NULL);

  self->release = g_strdup (release);
  return GTK_WIDGET (self);
}

static void
offer (SlipTemplateDialog *self, const SlipRow *release)
{
  const SlipRow *kept =
    slip_plan_state_follow (self->state, release, SLIP_RELEASE_TEMPLATE);
  g_autoptr (GPtrArray) meant =
    slip_template_list (self->state,
                        (int) slip_row_get_integer (release, SLIP_RELEASE_TIER),
                        slip_row_get_text (release, SLIP_RELEASE_PRODUCT));

  self->has_chosen = TRUE;
  if (kept && !slip_row_get_boolean (kept, SLIP_TEMPLATE_IS_RETIRED))
    slip_template_choice_set_id (self->choice, slip_row_get_id (kept));
  else if (meant->len > 0)
    slip_template_choice_set_id (self->choice,
                                 slip_row_get_id (meant->pdata[0]));
}

void
slip_template_dialog_set_plan (SlipTemplateDialog *self,
                               const SlipPlanState *state,
                               SlipDate today)
{
  const SlipRow *release;
  g_autofree char *title = NULL;

  g_return_if_fail (SLIP_IS_TEMPLATE_DIALOG (self));

  release = slip_plan_state_get (state, SLIP_KIND_RELEASE, self->release);
  if (!release)
    return;
  g_clear_pointer (&self->state, slip_plan_state_unref);
  self->state = slip_plan_state_ref (state);
  self->today = today;
  title = slip_release_dup_title (state, release);
  gtk_label_set_text (self->title, title);
  slip_template_choice_set_plan (self->choice, state,
                                 (int) slip_row_get_integer (release,
                                                             SLIP_RELEASE_TIER),
                                 slip_row_get_text (release,
                                                    SLIP_RELEASE_PRODUCT));
  if (!self->has_chosen)
    offer (self, release);
  show_addition (self);
}

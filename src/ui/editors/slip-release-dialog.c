/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-release-dialog.h"

#include "slip-actions.h"
#include "slip-ask.h"
#include "slip-choice-row.h"
#include "slip-control-name.h"
#include "slip-date-entry.h"
#include "slip-entity-choice.h"
#include "slip-entity-edit.h"
#include "slip-plain-row.h"
#include "slip-plain-text.h"
#include "slip-template-choice.h"
#include "slip-template-dialog.h"
#include "slip-template.h"

#include <glib/gi18n-lib.h>

struct _SlipReleaseDialog {
  AdwWindow parent_instance;

  SlipEntityChoice *product;
  SlipEntityChoice *owner;
  SlipDateEntry *date;
  SlipTemplateChoice *template;
  SlipPlanState *state;
  guint n_products;
  gboolean has_chosen; /* a template, which is not taken away by another tier */

  GtkWidget *create;
  AdwActionRow *product_row;
  AdwActionRow *owner_row;
  AdwActionRow *template_row;
  GtkWidget *new_product;
  GtkWidget *name;
  GtkWidget *version;
  GtkBox *date_box;
  GtkDropDown *tier;
};

G_DEFINE_FINAL_TYPE (SlipReleaseDialog, slip_release_dialog, ADW_TYPE_WINDOW)

enum {
  ASKED,
  ME_WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
dup_text (GtkWidget *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static gboolean
has_text (GtkWidget *row)
{
  g_autofree char *text = dup_text (row);

  return *text != '\0';
}

static void
show_state (SlipReleaseDialog *self)
{
  gboolean is_new = slip_entity_choice_is_extra (self->product);

  gtk_widget_set_visible (self->new_product, is_new);
  gtk_widget_set_sensitive (self->create, (is_new ? has_text (self->new_product)
                                                  : slip_entity_choice_get_id (
                                                      self->product) != NULL) &&
                                            (has_text (self->name) ||
                                             has_text (self->version)));
}

/* What makes a release like the one asked for, with a name if it has none yet.
 */
static GPtrArray *
list_edits (SlipReleaseDialog *self, const char *release)
{
  GPtrArray *edits =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_entity_edit_free);
  const char *product = slip_entity_choice_get_id (self->product);
  g_autofree char *new_product = product ? NULL : slip_id_new ();
  SlipEntityEdit *edit =
    slip_entity_edit_new_create (SLIP_KIND_RELEASE, release, NULL);

  if (new_product) {
    SlipEntityEdit *first =
      slip_entity_edit_new_create (SLIP_KIND_PRODUCT, new_product, NULL);

    slip_entity_edit_add_text (first, SLIP_PRODUCT_NAME, new_product);
    g_ptr_array_add (edits, first);
  }
  slip_entity_edit_add_text (edit, SLIP_RELEASE_PRODUCT,
                             product ? product : new_product);
  slip_entity_edit_add_text (edit, SLIP_RELEASE_NAME, release);
  slip_entity_edit_add_planned (edit, SLIP_ANCHOR_RELEASE,
                                slip_date_entry_read (self->date, NULL));
  g_ptr_array_add (edits, edit);
  return edits;
}

static void
show_account (SlipReleaseDialog *self)
{
  const char *id = slip_template_choice_get_id (self->template);
  g_autofree char *release = slip_id_new ();
  g_autoptr (SlipTemplateApplication) application = NULL;
  g_autoptr (SlipTemplateAddition) addition = NULL;
  g_autofree char *text = NULL;

  if (id) {
    application = slip_template_application_new (id, release);
    slip_template_application_take_creation (application,
                                             list_edits (self, release));
    addition = slip_template_addition_new (self->state, application, NULL);
  }
  text = addition ? slip_template_dialog_dup_account (addition) : NULL;
  slip_plain_text_set_row_subtitle (self->template_row, text);
}

/* The first template meant for the tier and product, unless somebody has
 * chosen one; none before it is said what tier it is. */
static void
suggest_template (SlipReleaseDialog *self)
{
  int tier = (int) gtk_drop_down_get_selected (self->tier);
  const char *product = slip_entity_choice_get_id (self->product);
  g_autoptr (GPtrArray) meant = slip_template_list (self->state, tier, product);

  slip_template_choice_set_plan (self->template, self->state, tier, product);
  if (!self->has_chosen)
    slip_template_choice_set_id (self->template,
                                 tier > 0 && meant->len > 0
                                   ? slip_row_get_id (meant->pdata[0])
                                   : NULL);
  show_account (self);
}

static void
tier_selected_cb (GtkDropDown *tier, GParamSpec *pspec, SlipReleaseDialog *self)
{
  if (self->state)
    suggest_template (self);
}

static void
template_chosen_cb (SlipTemplateChoice *choice, SlipReleaseDialog *self)
{
  self->has_chosen = TRUE;
  show_account (self);
}

static void
changed_cb (GtkEditable *row, SlipReleaseDialog *self)
{
  show_state (self);
}

static void
product_chosen_cb (SlipEntityChoice *choice,
                   const char *id,
                   SlipReleaseDialog *self)
{
  show_state (self);
  suggest_template (self);
  if (slip_entity_choice_is_extra (choice))
    gtk_widget_grab_focus (self->new_product);
}

/* @id: what the new product will have */
static GVariant *
new_product_wish (SlipReleaseDialog *self, const char *id)
{
  g_autofree char *name = dup_text (self->new_product);

  return slip_wish_new_create (SLIP_KIND_PRODUCT, id, NULL,
                               (const char *const[]){ "name", name, NULL });
}

static void
add_pair (GPtrArray *pairs, guint property, char *text)
{
  const SlipProperty *info =
    slip_schema_get_property (SLIP_KIND_RELEASE, property);

  if (text && *text) {
    g_ptr_array_add (pairs, g_strdup (info->name));
    g_ptr_array_add (pairs, text);
  } else {
    g_free (text);
  }
}

static void
add_date_pairs (SlipReleaseDialog *self, GPtrArray *pairs)
{
  const SlipProperty *certainty =
    slip_schema_get_property (SLIP_KIND_RELEASE,
                              SLIP_RELEASE_RELEASE_CERTAINTY);
  SlipPlannedDate planned = slip_date_entry_get_planned (self->date);

  if (!slip_date_is_set (planned.date))
    return;
  add_pair (pairs, SLIP_RELEASE_RELEASE_DATE, slip_date_to_text (planned.date));
  add_pair (pairs, SLIP_RELEASE_RELEASE_CERTAINTY,
            g_strdup (certainty->values[planned.certainty].nick));
}

/* @owner: (nullable): an id */
static GPtrArray *
list_pairs (SlipReleaseDialog *self, const char *product, const char *owner)
{
  GPtrArray *pairs = g_ptr_array_new_with_free_func (g_free);
  guint tier = gtk_drop_down_get_selected (self->tier);

  add_pair (pairs, SLIP_RELEASE_PRODUCT, g_strdup (product));
  add_pair (pairs, SLIP_RELEASE_NAME, dup_text (self->name));
  add_pair (pairs, SLIP_RELEASE_VERSION, dup_text (self->version));
  if (tier > 0)
    add_pair (pairs, SLIP_RELEASE_TIER, g_strdup_printf ("%u", tier));
  add_pair (pairs, SLIP_RELEASE_OWNER, g_strdup (owner));
  add_date_pairs (self, pairs);
  g_ptr_array_add (pairs, NULL);
  return pairs;
}

/* A new product, its first release and what a template adds are one step. */
static void
ask_all (SlipReleaseDialog *self, GVariant **wishes, gsize n, const char *id)
{
  const char *template = slip_template_choice_get_id (self->template);

  if (template)
    slip_ask (GTK_WIDGET (self), SLIP_ACTION_TAKE_TEMPLATE,
              g_variant_new (
                "(ss@a(ssssa(ss))@as)", id, template,
                g_variant_new_array (G_VARIANT_TYPE ("(ssssa(ss))"), wishes, n),
                g_variant_new_strv (NULL, 0)));
  else
    slip_ask_all (GTK_WIDGET (self), wishes, n);
}

static void
create (SlipReleaseDialog *self, const char *owner)
{
  gboolean is_new = slip_entity_choice_is_extra (self->product);
  g_autofree char *product =
    is_new ? slip_id_new ()
           : g_strdup (slip_entity_choice_get_id (self->product));
  g_autofree char *release = slip_id_new ();
  g_autoptr (GPtrArray) pairs = NULL;
  GVariant *wishes[2];
  gsize n = 0;

  pairs = list_pairs (self, product, owner);
  if (!is_new && !slip_template_choice_get_id (self->template)) {
    slip_ask_create (GTK_WIDGET (self), SLIP_KIND_RELEASE, NULL, NULL,
                     (const char *const *) pairs->pdata);
  } else {
    if (is_new)
      wishes[n++] = new_product_wish (self, product);
    wishes[n++] = slip_wish_new_create (SLIP_KIND_RELEASE, release, NULL,
                                        (const char *const *) pairs->pdata);
    ask_all (self, wishes, n, release);
  }
  g_signal_emit (self, signals[ASKED], 0);
}

static void
create_clicked_cb (GtkButton *button, SlipReleaseDialog *self)
{
  if (!slip_date_entry_commit (self->date))
    return;
  if (slip_entity_choice_is_extra (self->owner))
    g_signal_emit (self, signals[ME_WANTED], 0);
  else
    create (self, slip_entity_choice_get_id (self->owner));
}

static void
date_changed_cb (SlipDateEntry *entry, SlipReleaseDialog *self)
{
  show_account (self);
}

static void
slip_release_dialog_finalize (GObject *object)
{
  g_clear_pointer (&SLIP_RELEASE_DIALOG (object)->state, slip_plan_state_unref);

  G_OBJECT_CLASS (slip_release_dialog_parent_class)->finalize (object);
}

static void
slip_release_dialog_class_init (SlipReleaseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SLIP_TYPE_CHOICE_ROW);
  g_type_ensure (SLIP_TYPE_PLAIN_ROW);

  G_OBJECT_CLASS (klass)->finalize = slip_release_dialog_finalize;
  signals[ASKED] =
    g_signal_new_class_handler ("asked", SLIP_TYPE_RELEASE_DIALOG,
                                G_SIGNAL_RUN_LAST,
                                G_CALLBACK (gtk_window_close), NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  signals[ME_WANTED] =
    g_signal_new ("me-wanted", SLIP_TYPE_RELEASE_DIALOG, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0,
                                       "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/slipway_planner/Slipway/slip-release-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SlipReleaseDialog,
                                        create);
  gtk_widget_class_bind_template_child (widget_class, SlipReleaseDialog,
                                        product_row);
  gtk_widget_class_bind_template_child (widget_class, SlipReleaseDialog,
                                        owner_row);
  gtk_widget_class_bind_template_child (widget_class, SlipReleaseDialog,
                                        template_row);
  gtk_widget_class_bind_template_child (widget_class, SlipReleaseDialog,
                                        new_product);
  gtk_widget_class_bind_template_child (widget_class, SlipReleaseDialog, name);
  gtk_widget_class_bind_template_child (widget_class, SlipReleaseDialog,
                                        version);
  gtk_widget_class_bind_template_child (widget_class, SlipReleaseDialog,
                                        date_box);
  gtk_widget_class_bind_template_child (widget_class, SlipReleaseDialog, tier);
  gtk_widget_class_bind_template_callback (widget_class, create_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, tier_selected_cb);
}

static SlipEntityChoice *
add_choice (AdwActionRow *row,
            SlipKind kind,
            const char *label,
            const char *none,
            const char *extra)
{
  GtkWidget *choice = slip_entity_choice_new (kind, none, extra);

  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  slip_entity_choice_set_label (SLIP_ENTITY_CHOICE (choice), label);
  adw_action_row_add_suffix (row, choice);
  return SLIP_ENTITY_CHOICE (choice);
}

static void
slip_release_dialog_init (SlipReleaseDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  slip_control_name_set (GTK_WIDGET (self->tier), _ ("Tier"));
  self->product = add_choice (self->product_row, SLIP_KIND_PRODUCT,
                              _ ("Product"), NULL, _ ("New Product…"));
  gtk_widget_set_name (GTK_WIDGET (self->product), "product");
  g_signal_connect (self->product, "chosen", G_CALLBACK (product_chosen_cb),
                    self);
  self->owner = add_choice (self->owner_row, SLIP_KIND_PERSON, _ ("Owner"),
                            _ ("Nobody yet"), NULL);
  gtk_widget_set_name (GTK_WIDGET (self->owner), "owner");
  self->template = SLIP_TEMPLATE_CHOICE (slip_template_choice_new (
    /* Translators: no template. */
    C_ ("template", "None")));
  gtk_widget_set_name (GTK_WIDGET (self->template), "template");
  gtk_widget_set_valign (GTK_WIDGET (self->template), GTK_ALIGN_CENTER);
  g_signal_connect (self->template, "chosen", G_CALLBACK (template_chosen_cb),
                    self);
  adw_action_row_add_suffix (self->template_row, GTK_WIDGET (self->template));
  self->date = SLIP_DATE_ENTRY (slip_date_entry_new (TRUE));
  g_signal_connect (self->date, "committed", G_CALLBACK (date_changed_cb),
                    self);
  slip_date_entry_set_label (self->date, _ ("Release date"));
  gtk_box_append (self->date_box, GTK_WIDGET (self->date));
}

GtkWidget *
slip_release_dialog_new (const SlipPlanState *state,
                         const char *product,
                         SlipDate date,
                         SlipDate today)
{
  SlipReleaseDialog *self = g_object_new (SLIP_TYPE_RELEASE_DIALOG, NULL);

  self->state = slip_plan_state_ref (state);
  self->n_products = slip_plan_state_count (state, SLIP_KIND_PRODUCT);
  slip_entity_choice_set_plan (self->product, state, product);
  if (self->n_products == 0)
    slip_entity_choice_choose_extra (self->product);
  slip_entity_choice_set_plan (self->owner, state, NULL);
  slip_date_entry_set_planned (self->date,
                               slip_date_is_set (date)
                                 ? (SlipPlannedDate){ date,
                                                      SLIP_CERTAINTY_TENTATIVE }
                                 : SLIP_UNSCHEDULED,
                               today);
  suggest_template (self);
  show_state (self);
  gtk_widget_grab_focus (self->n_products == 0 ? self->new_product
                                               : self->name);
  return GTK_WIDGET (self);
}

void
slip_release_dialog_offer_me (SlipReleaseDialog *self)
{
  g_return_if_fail (SLIP_IS_RELEASE_DIALOG (self));

  slip_entity_choice_set_extra (self->owner,
                                /* Translators: who uses the program, as the
                                 * owner of a release. */
                                C_ ("owner", "Me"));
  slip_entity_choice_set_plan (self->owner, self->state,
                               slip_entity_choice_get_id (self->owner));
}

void
slip_release_dialog_create_for (SlipReleaseDialog *self, const char *owner)
{
  g_return_if_fail (SLIP_IS_RELEASE_DIALOG (self));

  create (self, owner);
}

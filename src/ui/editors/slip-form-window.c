/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-form-window.h"

#include "slip-control-name.h"
#include "slip-plain-row.h"
#include "slip-plain-text.h"

#define WIDTH_PX  480
#define HEIGHT_PX 620

/* A field and the property it is for. */
typedef struct {
  SlipField *field; /* borrowed */
  guint property;
} FormField;

struct _SlipFormWindow {
  AdwWindow parent_instance;

  SlipPlanState *state;
  SlipRow *draft;
  SlipDate today;
  GArray *fields; /* FormField */

  GtkButton *accept;
  GtkLabel *fault;
  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (SlipFormWindow, slip_form_window, ADW_TYPE_WINDOW)

enum {
  ACCEPTED,
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static FormField *
get_field (SlipFormWindow *self, guint i)
{
  return &g_array_index (self->fields, FormField, i);
}

static void
show_draft (SlipFormWindow *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    slip_field_set_row (get_field (self, i)->field, self->state, self->draft,
                        self->today);
}

/* A fault stays until it is tried again: rows that move away under the pointer
 * are clicked in vain. */
static void
fill (SlipFormWindow *self, const char *const *pairs)
{
  SlipKind kind = slip_row_get_kind (self->draft);

  for (; pairs[0]; pairs += 2) {
    int index = slip_schema_find_property (kind, pairs[0]);
    g_auto (SlipValue) value = SLIP_VALUE_INIT;
    g_autoptr (GError) error = NULL;
    SlipRow *draft;

    if (!slip_property_parse (slip_schema_get_property (kind, (guint) index),
                              pairs[1], &value, &error)) {
      slip_form_window_show_fault (self, error->message);
      break;
    }
    draft = slip_row_new_with (self->draft, (guint) index, &value);
    slip_row_unref (self->draft);
    self->draft = draft;
  }
  show_draft (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
wanted_cb (SlipField *field, const char *const *pairs, SlipFormWindow *self)
{
  fill (self, pairs);
}

/* What is typed and not committed counts too. */
static gboolean
commit_fields (SlipFormWindow *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (!slip_field_try (get_field (self, i)->field)) {
      gtk_widget_grab_focus (GTK_WIDGET (get_field (self, i)->field));
      return FALSE;
    }

  return !gtk_widget_get_visible (GTK_WIDGET (self->fault));
}

static void
accept_clicked_cb (GtkButton *button, SlipFormWindow *self)
{
  slip_form_window_accept (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint key,
                guint code,
                GdkModifierType modifiers,
                SlipFormWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  if (!GTK_IS_TEXT (focus) ||
      gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) ||
      (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter))
    return FALSE;
  slip_form_window_accept (self);
  return TRUE;
}

static void
slip_form_window_finalize (GObject *object)
{
  SlipFormWindow *self = SLIP_FORM_WINDOW (object);

  g_clear_pointer (&self->state, slip_plan_state_unref);
  g_clear_pointer (&self->draft, slip_row_unref);
  g_array_unref (self->fields);

  G_OBJECT_CLASS (slip_form_window_parent_class)->finalize (object);
}

static void
slip_form_window_class_init (SlipFormWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = slip_form_window_finalize;
  signals[ACCEPTED] =
    g_signal_new ("accepted", SLIP_TYPE_FORM_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] =
    g_signal_new ("changed", SLIP_TYPE_FORM_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0,
                                       "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/slipway_planner/Slipway/slip-form-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SlipFormWindow, accept);
  gtk_widget_class_bind_template_child (widget_class, SlipFormWindow, fault);
  gtk_widget_class_bind_template_child (widget_class, SlipFormWindow, page);
  gtk_widget_class_bind_template_callback (widget_class, accept_clicked_cb);
}

static void
slip_form_window_init (SlipFormWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->fields = g_array_new (FALSE, FALSE, sizeof (FormField));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH_PX, HEIGHT_PX);
}

SlipFormWindow *
slip_form_window_new (const char *name, const char *title, const char *accept)
{
  SlipFormWindow *self = g_object_new (SLIP_TYPE_FORM_WINDOW, NULL);

  gtk_widget_set_name (GTK_WIDGET (self), name);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_button_set_label (self->accept, accept);
  return self;
}

void
slip_form_window_set_draft (SlipFormWindow *self,
                            const SlipPlanState *state,
                            const SlipRow *draft,
                            SlipDate today)
{
  g_return_if_fail (SLIP_IS_FORM_WINDOW (self));

  g_clear_pointer (&self->state, slip_plan_state_unref);
  self->state = slip_plan_state_ref (state);
  g_clear_pointer (&self->draft, slip_row_unref);
  self->draft = slip_row_ref ((SlipRow *) draft);
  self->today = today;
}

void
slip_form_window_set_text (SlipFormWindow *self,
                           guint property,
                           const char *text)
{
  g_return_if_fail (SLIP_IS_FORM_WINDOW (self) && self->draft);

  fill (self,
        (const char *const[]){
          slip_schema_get_property (slip_row_get_kind (self->draft), property)
            ->name,
          text, NULL });
}

const SlipRow *
slip_form_window_get_draft (SlipFormWindow *self)
{
  g_return_val_if_fail (SLIP_IS_FORM_WINDOW (self), NULL);

  return self->draft;
}

const SlipPlanState *
slip_form_window_get_state (SlipFormWindow *self)
{
  g_return_val_if_fail (SLIP_IS_FORM_WINDOW (self), NULL);

  return self->state;
}

SlipDate
slip_form_window_get_today (SlipFormWindow *self)
{
  g_return_val_if_fail (SLIP_IS_FORM_WINDOW (self), SLIP_DATE_NONE);

  return self->today;
}

AdwPreferencesGroup *
slip_form_window_add_group (SlipFormWindow *self,
                            const char *title,
                            const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  g_return_val_if_fail (SLIP_IS_FORM_WINDOW (self), NULL);

  slip_plain_text_set_group (ADW_PREFERENCES_GROUP (group), title, description);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
  return ADW_PREFERENCES_GROUP (group);
}

void
slip_form_window_take_group (SlipFormWindow *self, AdwPreferencesGroup *group)
{
  g_return_if_fail (SLIP_IS_FORM_WINDOW (self));

  adw_preferences_page_add (self->page, group);
}

SlipField *
slip_form_window_add_field (SlipFormWindow *self,
                            AdwPreferencesGroup *group,
                            guint property,
                            SlipFieldForm form)
{
  FormField entry;

  g_return_val_if_fail (SLIP_IS_FORM_WINDOW (self) && self->draft, NULL);

  entry.property = property;
  entry.field = SLIP_FIELD (
    slip_field_new (slip_row_get_kind (self->draft), property, form));
  g_signal_connect (entry.field, "wanted", G_CALLBACK (wanted_cb), self);
  adw_preferences_group_add (group, GTK_WIDGET (entry.field));
  g_array_append_val (self->fields, entry);
  slip_field_set_row (entry.field, self->state, self->draft, self->today);
  return entry.field;
}

void
slip_form_window_add_row (SlipFormWindow *self,
                          AdwPreferencesGroup *group,
                          const char *title,
                          GtkWidget *editor)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *label = gtk_label_new (title);

  g_return_if_fail (SLIP_IS_FORM_WINDOW (self));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), editor);
  gtk_widget_add_css_class (label, "field-label");
  slip_control_name_set (editor, title);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), editor);
  gtk_widget_add_css_class (box, "field");
  adw_preferences_group_add (group, slip_plain_row_new (box));
}

GVariant *
slip_form_window_new_pairs (SlipFormWindow *self)
{
  GVariantBuilder builder;

  g_return_val_if_fail (SLIP_IS_FORM_WINDOW (self), NULL);

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ss)"));
  for (guint i = 0; i < self->fields->len; i++) {
    guint index = get_field (self, i)->property;
    const SlipProperty *property =
      slip_schema_get_property (slip_row_get_kind (self->draft), index);
    g_autofree char *text =
      slip_property_print (property, slip_row_peek (self->draft, index));

    g_variant_builder_add (&builder, "(ss)", property->name, text ? text : "");
  }
  return g_variant_builder_end (&builder);
}

void
slip_form_window_show_fault (SlipFormWindow *self, const char *fault)
{
  g_return_if_fail (SLIP_IS_FORM_WINDOW (self));

  gtk_label_set_text (self->fault, fault ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), fault != NULL);
}

gboolean
slip_form_window_commit (SlipFormWindow *self)
{
  g_return_val_if_fail (SLIP_IS_FORM_WINDOW (self), FALSE);

  slip_form_window_show_fault (self, NULL);
  return commit_fields (self);
}

void
slip_form_window_set_can_accept (SlipFormWindow *self, gboolean can_accept)
{
  g_return_if_fail (SLIP_IS_FORM_WINDOW (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self->accept), can_accept);
}

void
slip_form_window_accept (SlipFormWindow *self)
{
  g_return_if_fail (SLIP_IS_FORM_WINDOW (self));

  if (slip_form_window_commit (self))
    g_signal_emit (self, signals[ACCEPTED], 0);
}

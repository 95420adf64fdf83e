/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-template-editor.h"

#include "slip-ask.h"
#include "slip-audience.h"
#include "slip-control-name.h"
#include "slip-date-entry.h"
#include "slip-date-text.h"
#include "slip-entity-list.h"
#include "slip-plain-row.h"
#include "slip-template-forms.h"
#include "slip-template-menu.h"
#include "slip-template-section.h"
#include "slip-template.h"

#include <glib/gi18n-lib.h>

/* How far ahead the release is that the days are shown for. */
#define PREVIEW_DAYS 56

struct _SlipTemplateEditor {
  GtkWidget parent_instance;

  char *id;
  SlipPlanState *state;
  SlipDate today;
  SlipDate release_date;
  SlipTemplatePreview *preview; /* while the plan is being shown */

  GtkWidget *box;
  GtkLabel *title;
  GtkMenuButton *menu;
  GPtrArray *fields; /* SlipField, borrowed */
  SlipDateEntry *date;
  GtkBox *content;
  GPtrArray *sections; /* SlipTemplateSection, borrowed, in order */
  GtkWidget *add_group;
  GtkMenuButton *add;
  SlipEntityList *stages;
};

G_DEFINE_FINAL_TYPE (SlipTemplateEditor, slip_template_editor, GTK_TYPE_WIDGET)

enum {
  LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
back_clicked_cb (GtkButton *button, SlipTemplateEditor *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint key,
                guint code,
                GdkModifierType modifiers,
                SlipTemplateEditor *self)
{
  gboolean is_alt =
    (modifiers & gtk_accelerator_get_default_mod_mask ()) == GDK_ALT_MASK;
  guint back = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL
                 ? GDK_KEY_Right
                 : GDK_KEY_Left;

  if (key != GDK_KEY_Escape && !(is_alt && key == back))
    return FALSE;
  g_signal_emit (self, signals[LEFT], 0);
  return TRUE;
}

static void
add_audience_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SlipTemplateEditor *self = data;

  slip_ask_create (GTK_WIDGET (self), SLIP_KIND_TEMPLATE_AUDIENCE, NULL,
                   self->id,
                   (const char *const[]){
                     "audience", g_variant_get_string (parameter, NULL),
                     NULL });
}

static char *
dup_stage_days (const char *id, gpointer data)
{
  SlipTemplateEditor *self = data;
  SlipRange range = slip_template_preview_get_stage (self->preview, id);
  g_autofree char *text = NULL;

  if (slip_range_is_empty (range))
    return NULL;
  text = slip_entity_form_dup_range_text (range.first, range.last, self->today);
  return g_strdup_printf (_ ("→ %s"), text);
}

static SlipTemplateSection *
find_section (SlipTemplateEditor *self, const char *id)
{
  for (guint i = 0; i < self->sections->len; i++)
    if (g_str_equal (slip_template_section_get_id (self->sections->pdata[i]),
                     id))
      return self->sections->pdata[i];

  return NULL;
}

/* Sections stay with what is open and typed in them. */
static void
arrange_sections (SlipTemplateEditor *self, GPtrArray *audiences)
{
  g_autoptr (GPtrArray) sections = g_ptr_array_new ();
  GtkWidget *before = gtk_widget_get_prev_sibling (
    self->sections->len > 0 ? GTK_WIDGET (self->sections->pdata[0])
                            : self->add_group);

  for (guint i = 0; i < audiences->len; i++) {
    const char *id = slip_row_get_id (audiences->pdata[i]);
    SlipTemplateSection *section = find_section (self, id);

    if (section) {
      g_ptr_array_remove (self->sections, section);
    } else {
      section = SLIP_TEMPLATE_SECTION (slip_template_section_new (id));
      gtk_box_append (self->content, GTK_WIDGET (section));
    }
    g_ptr_array_add (sections, section);
  }
  for (guint i = 0; i < self->sections->len; i++)
    gtk_box_remove (self->content, self->sections->pdata[i]);
  for (guint i = 0; i < sections->len; i++) {
    if (gtk_widget_get_prev_sibling (sections->pdata[i]) != before)
      gtk_box_reorder_child_after (self->content, sections->pdata[i], before);
    before = sections->pdata[i];
  }
  g_ptr_array_unref (self->sections);
  self->sections = g_steal_pointer (&sections);
}

static gboolean
has_audience (const SlipPlanState *state, GPtrArray *parts, const SlipRow *row)
{
  for (guint i = 0; i < parts->len; i++)
    if (slip_plan_state_follow (state, parts->pdata[i],
                                SLIP_TEMPLATE_AUDIENCE_AUDIENCE) == row)
      return TRUE;

  return FALSE;
}

/* Those that the template does not have. */
static void
show_choice (SlipTemplateEditor *self, GPtrArray *parts)
{
  g_autoptr (GPtrArray) audiences = slip_audience_list (self->state);
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < audiences->len; i++) {
    const SlipRow *row =
      slip_plan_state_get (self->state, SLIP_KIND_AUDIENCE,
                           slip_row_get_id (audiences->pdata[i]));
    g_autoptr (GMenuItem) item = NULL;

    if (slip_row_get_boolean (row, SLIP_AUDIENCE_IS_RETIRED) ||
        has_audience (self->state, parts, row))
      continue;
    item = g_menu_item_new (slip_row_get_text (row, SLIP_AUDIENCE_NAME), NULL);
    g_menu_item_set_action_and_target (item, "template.add-audience", "s",
                                       slip_row_get_id (row));
    g_menu_append_item (menu, item);
  }
  gtk_menu_button_set_menu_model (self->add, G_MENU_MODEL (menu));
  gtk_widget_set_sensitive (GTK_WIDGET (self->add),
                            g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);
}

static void
show_template (SlipTemplateEditor *self, const SlipRow *row)
{
  g_autoptr (GPtrArray) parts =
    slip_template_list_audiences (self->state, self->id);
  g_autoptr (SlipTemplatePreview) preview =
    slip_template_preview_new (self->state, self->id, self->release_date);
  g_autoptr (GMenuModel) menu =
    slip_template_menu_new (row, SLIP_TEMPLATE_MENU_EDITOR);

  gtk_label_set_text (self->title, slip_row_get_text (row, SLIP_TEMPLATE_NAME));
  gtk_menu_button_set_menu_model (self->menu, menu);
  for (guint i = 0; i < self->fields->len; i++)
    slip_field_set_row (self->fields->pdata[i], self->state, row, self->today);
  arrange_sections (self, parts);
  self->preview = preview;
  for (guint i = 0; i < self->sections->len; i++)
    slip_template_section_set_plan (self->sections->pdata[i], self->state,
                                    preview, self->today);
  slip_entity_list_set_plan (self->stages, self->state, self->today);
  self->preview = NULL;
  show_choice (self, parts);
}

static void
day_committed_cb (SlipDateEntry *entry, SlipTemplateEditor *self)
{
  self->release_date = slip_date_entry_get_planned (entry).date;
  slip_template_editor_set_plan (self, self->state, self->today);
}

static void
slip_template_editor_dispose (GObject *object)
{
  SlipTemplateEditor *self = SLIP_TEMPLATE_EDITOR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (slip_template_editor_parent_class)->dispose (object);
}

static void
slip_template_editor_finalize (GObject *object)
{
  SlipTemplateEditor *self = SLIP_TEMPLATE_EDITOR (object);

  g_clear_pointer (&self->state, slip_plan_state_unref);
  g_ptr_array_unref (self->fields);
  g_ptr_array_unref (self->sections);
  g_free (self->id);

  G_OBJECT_CLASS (slip_template_editor_parent_class)->finalize (object);
}

static void
slip_template_editor_class_init (SlipTemplateEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = slip_template_editor_dispose;
  object_class->finalize = slip_template_editor_finalize;
  signals[LEFT] =
    g_signal_new ("left", SLIP_TYPE_TEMPLATE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
new_header_bar (SlipTemplateEditor *self)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *back = gtk_button_new_from_icon_name ("go-previous-symbolic");

  gtk_widget_set_name (back, "back");
  gtk_widget_set_tooltip_text (back, _ ("All Templates"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (back),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("All Templates"), -1);
  g_signal_connect (back, "clicked", G_CALLBACK (back_clicked_cb), self);
  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "title");
  self->menu = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_widget_set_name (GTK_WIDGET (self->menu), "template-menu");
  gtk_menu_button_set_icon_name (self->menu, "view-more-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->menu), _ ("More"));
  slip_control_name_set (GTK_WIDGET (self->menu), _ ("More"));
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), back);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar),
                                   GTK_WIDGET (self->title));
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), GTK_WIDGET (self->menu));
  return bar;
}

static GtkWidget *
new_date_row (SlipTemplateEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *label = gtk_label_new (_ ("Days for a release on"));

  self->date = SLIP_DATE_ENTRY (slip_date_entry_new (FALSE));
  slip_date_entry_set_label (self->date, _ ("Days for a release on"));
  g_signal_connect (self->date, "committed", G_CALLBACK (day_committed_cb),
                    self);
  gtk_widget_set_name (GTK_WIDGET (self->date), "preview-date");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "field-label");
  gtk_widget_add_css_class (box, "field");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->date));
  return slip_plain_row_new (box);
}

static void
build_head (SlipTemplateEditor *self)
{
  const SlipEntityForm *form = slip_template_forms_get_template ();
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *dates = adw_preferences_group_new ();

  for (guint i = 0; i < form->n_fields; i++) {
    GtkWidget *field = slip_field_new (form->kind, form->fields[i].property,
                                       form->fields[i].form);

    g_ptr_array_add (self->fields, field);
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), field);
  }
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (dates),
                             new_date_row (self));
  gtk_box_append (self->content, group);
  gtk_box_append (self->content, dates);
}

static void
build_add (SlipTemplateEditor *self)
{
  static const GActionEntry entries[] = {
    { "add-audience", add_audience_cb, "s" },
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries,
                                   G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "template",
                                  G_ACTION_GROUP (actions));
  self->add = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_widget_set_name (GTK_WIDGET (self->add), "add-audience");
  gtk_menu_button_set_label (self->add, _ ("Add Audience"));
  gtk_widget_set_halign (GTK_WIDGET (self->add), GTK_ALIGN_START);
  self->add_group = GTK_WIDGET (self->add);
  gtk_box_append (self->content, self->add_group);
}

static void
slip_template_editor_init (SlipTemplateEditor *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->fields = g_ptr_array_new ();
  self->sections = g_ptr_array_new ();
  self->release_date = SLIP_DATE_NONE;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->box), new_header_bar (self));

  self->content = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  gtk_widget_add_css_class (GTK_WIDGET (self->content), "template-editor");
  build_head (self);
  build_add (self);
  self->stages =
    SLIP_ENTITY_LIST (slip_entity_list_new (slip_template_forms_get_stage ()));
  slip_entity_list_set_remark_func (self->stages, dup_stage_days, self);
  gtk_box_append (self->content, GTK_WIDGET (self->stages));

  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->content));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self->box), scroller);

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
slip_template_editor_new (const char *id)
{
  SlipTemplateEditor *self = g_object_new (SLIP_TYPE_TEMPLATE_EDITOR, NULL);

  self->id = g_strdup (id);
  gtk_widget_set_name (GTK_WIDGET (self), "template-editor");
  slip_entity_list_set_owner (self->stages, id, NULL);
  return GTK_WIDGET (self);
}

void
slip_template_editor_set_plan (SlipTemplateEditor *self,
                               const SlipPlanState *state,
                               SlipDate today)
{
  const SlipRow *row;
  SlipPlanState *old;

  g_return_if_fail (SLIP_IS_TEMPLATE_EDITOR (self));

  old = self->state;
  self->state = slip_plan_state_ref (state);
  g_clear_pointer (&old, slip_plan_state_unref);
  self->today = today;
  if (!slip_date_is_set (self->release_date)) {
    self->release_date = slip_date_add_days (today, PREVIEW_DAYS);
    slip_date_entry_set_planned (self->date,
                                 (SlipPlannedDate){ self->release_date,
                                                    SLIP_CERTAINTY_CONFIRMED },
                                 today);
  }
  row = slip_plan_state_get (state, SLIP_KIND_TEMPLATE, self->id);
  if (row)
    show_template (self, row);
  else
    g_signal_emit (self, signals[LEFT], 0);
}

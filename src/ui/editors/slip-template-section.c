/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-template-section.h"

#include "slip-ask.h"
#include "slip-date-text.h"
#include "slip-entity-list.h"
#include "slip-entity-mover.h"
#include "slip-item-lines.h"
#include "slip-plain-row.h"
#include "slip-plain-text.h"
#include "slip-quick-entry.h"
#include "slip-template-forms.h"
#include "slip-template.h"

#include <glib/gi18n-lib.h>

struct _SlipTemplateSection {
  GtkWidget parent_instance;

  char *id;
  char *template_id;
  SlipPlanState *state;
  const SlipTemplatePreview *preview; /* while the plan is being shown */
  SlipDate today;
  guint n_items;
  int n_frames; /* until the entry is brought into sight */

  SlipEntityList *list;
  SlipField *role;
  SlipQuickEntry *quick;
  GtkWidget *tail;
  SlipEntityMover *mover;
  SlipEntityMover *tail_mover;
};

G_DEFINE_FINAL_TYPE (SlipTemplateSection,
                     slip_template_section,
                     GTK_TYPE_WIDGET)

static void
step (SlipTemplateSection *self, int direction)
{
  slip_entity_form_ask_step (slip_template_forms_get_audience (),
                             GTK_WIDGET (self), self->state, self->id,
                             direction);
}

static void
up_clicked_cb (GtkButton *button, SlipTemplateSection *self)
{
  step (self, -1);
}

static void
down_clicked_cb (GtkButton *button, SlipTemplateSection *self)
{
  step (self, 1);
}

static void
remove_clicked_cb (GtkButton *button, SlipTemplateSection *self)
{
  slip_ask_remove (GTK_WIDGET (self), SLIP_KIND_TEMPLATE_AUDIENCE, self->id);
}

/* Once the new items have their place, so does the entry below them. */
static gboolean
keep_in_sight_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  SlipTemplateSection *self = data;
  GtkWidget *scroller =
    gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  graphene_rect_t bounds;
  double top;

  if (self->n_frames-- > 0)
    return G_SOURCE_CONTINUE;
  if (!scroller || !gtk_widget_compute_bounds (widget, scroller, &bounds))
    return G_SOURCE_REMOVE;
  adjustment =
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  top = gtk_adjustment_get_value (adjustment) + bounds.origin.y;
  gtk_adjustment_clamp_page (adjustment, top, top + bounds.size.height);
  return G_SOURCE_REMOVE;
}

static void
keep_in_sight (SlipTemplateSection *self)
{
  if (self->n_frames <= 0)
    gtk_widget_add_tick_callback (self->tail, keep_in_sight_cb, self, NULL);
  self->n_frames = 2;
}

static GVariant *
new_item_wish (SlipTemplateSection *self, const char *title)
{
  g_autofree char *id = slip_id_new ();

  return slip_wish_new_create (SLIP_KIND_TEMPLATE_ITEM, id, self->template_id,
                               (const char *const[]){
                                 "audience", self->id, "title", title,
                                 "is_required", "true", NULL });
}

/* However many lines there are, they are one step. */
static void
entered_cb (SlipQuickEntry *quick, const char *text, SlipTemplateSection *self)
{
  g_auto (GStrv) titles = slip_item_lines_split (text);
  guint n_titles = g_strv_length (titles);
  g_autofree GVariant **wishes = g_new (GVariant *, n_titles);

  for (guint i = 0; i < n_titles; i++)
    wishes[i] = new_item_wish (self, titles[i]);
  if (n_titles > 0)
    slip_ask_all (GTK_WIDGET (self), wishes, n_titles);
}

static char *
dup_day (const char *id, gpointer data)
{
  SlipTemplateSection *self = data;
  SlipDate day = slip_template_preview_get_day (self->preview, id);
  g_autofree char *text = NULL;

  if (!slip_date_is_set (day))
    return NULL;
  text = slip_date_dup_text (day, SLIP_DATE_STYLE_MEDIUM, self->today);
  /* Translators: the day that a rule comes to. */
  return g_strdup_printf (_ ("→ %s"), text);
}

static void
slip_template_section_dispose (GObject *object)
{
  SlipTemplateSection *self = SLIP_TEMPLATE_SECTION (object);

  if (self->list)
    gtk_widget_unparent (GTK_WIDGET (self->list));
  self->list = NULL;
  g_clear_object (&self->mover);
  g_clear_object (&self->tail_mover);

  G_OBJECT_CLASS (slip_template_section_parent_class)->dispose (object);
}

static void
slip_template_section_finalize (GObject *object)
{
  SlipTemplateSection *self = SLIP_TEMPLATE_SECTION (object);

  g_clear_pointer (&self->state, slip_plan_state_unref);
  g_free (self->id);
  g_free (self->template_id);

  G_OBJECT_CLASS (slip_template_section_parent_class)->finalize (object);
}

static void
slip_template_section_class_init (SlipTemplateSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = slip_template_section_dispose;
  G_OBJECT_CLASS (klass)->finalize = slip_template_section_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "templatesection");
}

static void
add_button (GtkWidget *box,
            const char *name,
            const char *icon,
            const char *label,
            GCallback clicked,
            SlipTemplateSection *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_name (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
new_buttons (SlipTemplateSection *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_append (GTK_BOX (box), slip_entity_mover_new_handle (self->mover));
  add_button (box, "audience-up", "go-up-symbolic", _ ("Move Up"),
              G_CALLBACK (up_clicked_cb), self);
  add_button (box, "audience-down", "go-down-symbolic", _ ("Move Down"),
              G_CALLBACK (down_clicked_cb), self);
  add_button (box, "audience-remove", "user-trash-symbolic",
              _ ("Remove from the Template"), G_CALLBACK (remove_clicked_cb),
              self);
  return box;
}

/* What is dropped on the entry comes after all other items. */
static void
build_tail (SlipTemplateSection *self)
{
  self->quick = SLIP_QUICK_ENTRY (
    slip_quick_entry_new (_ ("Add an item, or paste a list of them")));
  g_signal_connect (self->quick, "entered", G_CALLBACK (entered_cb), self);
  gtk_widget_set_name (GTK_WIDGET (self->quick), "quick-entry");
  gtk_widget_add_css_class (GTK_WIDGET (self->quick), "field");
  self->tail = slip_plain_row_new (GTK_WIDGET (self->quick));
  slip_entity_list_set_tail (self->list, self->tail);
  self->tail_mover =
    slip_entity_mover_new (self->tail, slip_template_forms_get_item ());
}

static void
slip_template_section_init (SlipTemplateSection *self)
{
  self->list =
    SLIP_ENTITY_LIST (slip_entity_list_new (slip_template_forms_get_item ()));
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  slip_entity_list_set_remark_func (self->list, dup_day, self);
  self->role = SLIP_FIELD (slip_field_new (SLIP_KIND_TEMPLATE_AUDIENCE,
                                           SLIP_TEMPLATE_AUDIENCE_OWNER_ROLE,
                                           SLIP_FIELD_PLAIN));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->list),
                             GTK_WIDGET (self->role));
  self->mover = slip_entity_mover_new (GTK_WIDGET (self),
                                       slip_template_forms_get_audience ());
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self->list),
                                           new_buttons (self));
  build_tail (self);
}

GtkWidget *
slip_template_section_new (const char *id)
{
  SlipTemplateSection *self = g_object_new (SLIP_TYPE_TEMPLATE_SECTION, NULL);

  self->id = g_strdup (id);
  return GTK_WIDGET (self);
}

const char *
slip_template_section_get_id (SlipTemplateSection *self)
{
  g_return_val_if_fail (SLIP_IS_TEMPLATE_SECTION (self), NULL);

  return self->id;
}

static void
show_header (SlipTemplateSection *self, const SlipRow *row)
{
  const SlipRow *audience =
    slip_plan_state_follow (self->state, row, SLIP_TEMPLATE_AUDIENCE_AUDIENCE);
  const char *name =
    audience ? slip_row_get_text (audience, SLIP_AUDIENCE_NAME) : "";
  gboolean is_retired =
    audience && slip_row_get_boolean (audience, SLIP_AUDIENCE_IS_RETIRED);
  g_autofree char *widget_name = g_strconcat ("audience:", name, NULL);
  g_autofree char *label = g_strdup_printf (_ ("Add an item for %s"), name);

  gtk_widget_set_name (GTK_WIDGET (self), widget_name);
  slip_quick_entry_set_label (self->quick, label);
  slip_plain_text_set_group (ADW_PREFERENCES_GROUP (self->list), name,
                             is_retired
                               ? _ ("This audience is retired: releases get "
                                    "nothing for it")
                               : NULL);
}

/* Whoever types one item after the other sees where they type. */
static void
follow_entry (SlipTemplateSection *self)
{
  g_autoptr (GPtrArray) items =
    slip_template_list_items (self->state, self->template_id, self->id);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (items->len > self->n_items && focus &&
      gtk_widget_is_ancestor (focus, GTK_WIDGET (self->quick)))
    keep_in_sight (self);
  self->n_items = items->len;
}

void
slip_template_section_set_plan (SlipTemplateSection *self,
                                const SlipPlanState *state,
                                const SlipTemplatePreview *preview,
                                SlipDate today)
{
  const SlipRow *row;
  g_autofree char *note = NULL;

  g_return_if_fail (SLIP_IS_TEMPLATE_SECTION (self));

  row = slip_plan_state_get (state, SLIP_KIND_TEMPLATE_AUDIENCE, self->id);
  if (!row)
    return;
  g_clear_pointer (&self->state, slip_plan_state_unref);
  self->state = slip_plan_state_ref (state);
  self->today = today;
  g_free (self->template_id);
  self->template_id = g_strdup (slip_row_get_owner (row));

  show_header (self, row);
  note = slip_template_forms_dup_role_note (
    state, slip_row_get_text (row, SLIP_TEMPLATE_AUDIENCE_OWNER_ROLE));
  slip_field_set_row (self->role, state, row, today);
  slip_field_set_note (self->role, note, FALSE);
  slip_entity_mover_set_plan (self->mover, state, self->id, self->template_id,
                              NULL);
  slip_entity_mover_set_plan (self->tail_mover, state, NULL, self->template_id,
                              self->id);
  slip_entity_list_set_owner (self->list, self->template_id, self->id);
  self->preview = preview;
  slip_entity_list_set_plan (self->list, state, today);
  self->preview = NULL;
  follow_entry (self);
}

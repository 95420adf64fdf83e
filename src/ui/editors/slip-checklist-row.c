/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-checklist-row.h"

#include "slip-actions.h"
#include "slip-ask.h"
#include "slip-checklist-drops.h"
#include "slip-checklist-items.h"
#include "slip-control-name.h"
#include "slip-feed-text.h"
#include "slip-feed-values.h"
#include "slip-focus-later.h"
#include "slip-now.h"
#include "slip-person-picker.h"
#include "slip-readiness-text.h"

#include <glib/gi18n-lib.h>

#define OWNER_CHARS 16

/* As much of the name and of how far it is stays, before the owner is cut. */
#define NAME_CHARS 15
#define PILL_CHARS 18

struct _SlipChecklistRow {
  GtkBox parent_instance;

  char *release;
  char *checklist;
  char *audience;
  char *owner;
  SlipPlanState *state;
  SlipDate today;
  gboolean is_open;
  gboolean is_not_needed;

  GtkWidget *header;
  GtkWidget *toggle;
  GtkWidget *arrow;
  GtkLabel *name;
  GtkLabel *pill;
  GtkLabel *detail;
  GtkWidget *owner_button;
  GtkLabel *owner_label;
  GtkWidget *picker;
  GtkWidget *menu;
  GtkWidget *content; /* while it is open */
  GtkLabel *reason;
  GtkWidget *items;
  GtkWidget *loading;
  GtkWidget *feed_values;
};

G_DEFINE_FINAL_TYPE (SlipChecklistRow, slip_checklist_row, GTK_TYPE_BOX)

static void
picked_cb (SlipPersonPicker *picker,
           const char *person,
           const char *name,
           SlipChecklistRow *self)
{
  slip_ask (GTK_WIDGET (self), SLIP_ACTION_ASSIGN,
            g_variant_new ("(ssss)", self->release, self->audience, person,
                           name));
}

static void
owner_clicked_cb (GtkButton *button, SlipChecklistRow *self)
{
  const SlipRow *audience;

  if (self->audience == NULL)
    return;
  if (self->picker == NULL) {
    self->picker = slip_person_picker_new ();
    g_signal_connect (self->picker, "picked", G_CALLBACK (picked_cb), self);
    g_signal_connect_swapped (self->picker, "closed",
                              G_CALLBACK (slip_focus_later),
                              self->owner_button);
    gtk_widget_set_parent (self->picker, self->owner_button);
  }
  audience =
    slip_plan_state_get (self->state, SLIP_KIND_AUDIENCE, self->audience);
  slip_person_picker_ask (SLIP_PERSON_PICKER (self->picker), self->state,
                          self->owner,
                          audience != NULL
                            ? slip_row_get_text (audience, SLIP_AUDIENCE_OWNER)
                            : NULL);
}

static void
toggle_clicked_cb (GtkButton *button, SlipChecklistRow *self)
{
  slip_checklist_row_set_open (self, !self->is_open);
}

static void
ask_pair (SlipChecklistRow *self, const char *action, const char *second)
{
  slip_ask (GTK_WIDGET (self), action,
            g_variant_new ("(ss)", self->release, second));
}

static void
need_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SlipChecklistRow *self = data;

  if (self->audience != NULL)
    ask_pair (self,
              self->is_not_needed ? SLIP_ACTION_NEEDED : SLIP_ACTION_NOT_NEEDED,
              self->audience);
}

static void
assign_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  owner_clicked_cb (NULL, data);
}

static void
delete_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SlipChecklistRow *self = data;

  ask_pair (self, SLIP_ACTION_DELETE_CHECKLIST, self->checklist);
}

static GMenuModel *
new_menu (SlipChecklistRow *self)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("_Assign Owner…"), "checklist.assign");
  g_menu_append (menu,
                 self->is_not_needed ? _ ("_Needed Again") : _ ("_Not Needed…"),
                 "checklist.need");
  g_menu_append (menu, _ ("De_lete Checklist"), "checklist.delete");
  return G_MENU_MODEL (menu);
}

static void
create_menu_cb (GtkMenuButton *button, gpointer data)
{
  g_autoptr (GMenuModel) menu = new_menu (data);

  gtk_menu_button_set_menu_model (button, menu);
}

static void
popup_menu (SlipChecklistRow *self)
{
  g_autoptr (GMenuModel) model = new_menu (self);

  if (self->menu == NULL) {
    self->menu = gtk_popover_menu_new_from_model (NULL);
    gtk_widget_set_name (self->menu, "checklist-menu");
    g_signal_connect_swapped (self->menu, "closed",
                              G_CALLBACK (slip_focus_later), self->toggle);
    gtk_widget_set_parent (self->menu, self->toggle);
  }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_clicked_cb (GtkGestureClick *click,
                 int n_press,
                 double x,
                 double y,
                 SlipChecklistRow *self)
{
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  popup_menu (self);
}

static void
menu_pressed_cb (GtkGestureLongPress *press,
                 double x,
                 double y,
                 SlipChecklistRow *self)
{
  popup_menu (self);
}

/* Down goes to the first item: left to itself it looks for what lies nearest
 * to the middle, and the list is tall. */
static gboolean
enter_items (SlipChecklistRow *self)
{
  if (self->items == NULL || !gtk_widget_get_mapped (self->items))
    return FALSE;
  slip_checklist_items_focus (SLIP_CHECKLIST_ITEMS (self->items));
  return TRUE;
}

static gboolean
header_key_pressed_cb (GtkEventControllerKey *controller,
                       guint key,
                       guint code,
                       GdkModifierType modifiers,
                       SlipChecklistRow *self)
{
  guint held = modifiers & gtk_accelerator_get_default_mod_mask ();

  if ((key == GDK_KEY_Down || key == GDK_KEY_KP_Down) && held == 0)
    return enter_items (self);
  if (!(key == GDK_KEY_Menu && held == 0) &&
      !(key == GDK_KEY_F10 && held == GDK_SHIFT_MASK))
    return FALSE;
  popup_menu (self);
  return TRUE;
}

static void
add_menu_controllers (SlipChecklistRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click),
                                 GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (menu_clicked_cb), self);
  gtk_widget_add_controller (self->header, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (self->header, GTK_EVENT_CONTROLLER (press));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (header_key_pressed_cb),
                    self);
  gtk_widget_add_controller (self->header, keys);
}

/* Opens it and goes to what is in it. */
static gboolean
slip_checklist_row_grab_focus (GtkWidget *widget)
{
  SlipChecklistRow *self = SLIP_CHECKLIST_ROW (widget);

  slip_checklist_row_set_open (self, TRUE);
  if (self->items == NULL || !gtk_widget_get_visible (self->items))
    return gtk_widget_grab_focus (self->toggle);
  slip_checklist_items_focus (SLIP_CHECKLIST_ITEMS (self->items));
  return TRUE;
}

static void
slip_checklist_row_dispose (GObject *object)
{
  SlipChecklistRow *self = SLIP_CHECKLIST_ROW (object);

  gtk_widget_insert_action_group (GTK_WIDGET (self), "checklist", NULL);
  g_clear_pointer (&self->picker, gtk_widget_unparent);
  g_clear_pointer (&self->menu, gtk_widget_unparent);

  G_OBJECT_CLASS (slip_checklist_row_parent_class)->dispose (object);
}

static void
slip_checklist_row_finalize (GObject *object)
{
  SlipChecklistRow *self = SLIP_CHECKLIST_ROW (object);

  g_free (self->release);
  g_free (self->checklist);
  g_free (self->audience);
  g_free (self->owner);
  g_clear_pointer (&self->state, slip_plan_state_unref);

  G_OBJECT_CLASS (slip_checklist_row_parent_class)->finalize (object);
}

static void
slip_checklist_row_class_init (SlipChecklistRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = slip_checklist_row_dispose;
  object_class->finalize = slip_checklist_row_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = slip_checklist_row_grab_focus;
}

static void
build_toggle (SlipChecklistRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->arrow = gtk_image_new_from_icon_name ("pan-end-symbolic");
  self->name = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->name, 0);
  gtk_label_set_ellipsize (self->name, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->name), "heading");
  self->pill = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_valign (GTK_WIDGET (self->pill), GTK_ALIGN_CENTER);
  gtk_label_set_ellipsize (self->pill, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->pill), "pill-label");
  self->detail = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->detail, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "caption");
  gtk_box_append (GTK_BOX (first), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (first), GTK_WIDGET (self->pill));
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), first);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->detail));
  gtk_box_append (GTK_BOX (line), self->arrow);
  gtk_box_append (GTK_BOX (line), texts);
  self->toggle = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->toggle), line);
  gtk_widget_set_hexpand (self->toggle, TRUE);
  gtk_widget_add_css_class (self->toggle, "flat");
  gtk_widget_add_css_class (self->toggle, "checklist-toggle");
  g_signal_connect (self->toggle, "clicked", G_CALLBACK (toggle_clicked_cb),
                    self);
}

static void
build_owner (SlipChecklistRow *self)
{
  self->owner_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->owner_label, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->owner_label, OWNER_CHARS);
  self->owner_button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->owner_button),
                        GTK_WIDGET (self->owner_label));
  gtk_widget_add_css_class (self->owner_button, "flat");
  gtk_widget_add_css_class (self->owner_button, "checklist-owner");
  g_signal_connect (self->owner_button, "clicked",
                    G_CALLBACK (owner_clicked_cb), self);
}

static void
slip_checklist_row_init (SlipChecklistRow *self)
{
  static const GActionEntry entries[] = {
    { "need", need_cb },
    { "assign", assign_cb },
    { "delete", delete_cb },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  self->today = SLIP_DATE_NONE;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self),
                                  GTK_ORIENTATION_VERTICAL);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries,
                                   G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "checklist",
                                  G_ACTION_GROUP (group));
  gtk_widget_add_css_class (GTK_WIDGET (self), "checklist");
  self->header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_widget_add_css_class (self->header, "checklist-header");
  build_toggle (self);
  build_owner (self);
  gtk_box_append (GTK_BOX (self->header), self->toggle);
  gtk_box_append (GTK_BOX (self->header), self->owner_button);
  gtk_box_append (GTK_BOX (self), self->header);
  add_menu_controllers (self);
}

GtkWidget *
slip_checklist_row_new (const char *release, const char *checklist)
{
  SlipChecklistRow *self = g_object_new (SLIP_TYPE_CHECKLIST_ROW, NULL);

  self->release = g_strdup (release);
  self->checklist = g_strdup (checklist);
  slip_checklist_drops_add_header (self->header, release, checklist);
  return GTK_WIDGET (self);
}

const char *
slip_checklist_row_get_id (SlipChecklistRow *self)
{
  g_return_val_if_fail (SLIP_IS_CHECKLIST_ROW (self), NULL);

  return self->checklist;
}

static void
set_label (GtkWidget *widget, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static GtkWidget *
new_menu_button (SlipChecklistRow *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button),
                                 "view-more-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button),
                                         create_menu_cb, self, NULL);
  gtk_widget_set_tooltip_text (button, _ ("Checklist"));
  gtk_widget_add_css_class (button, "flat");
  slip_control_name_set (button, _ ("Checklist"));
  return button;
}

/* Up from the first item goes to the header. */
static gboolean
keynav_failed_cb (SlipChecklistRow *self, GtkDirectionType direction)
{
  return direction == GTK_DIR_UP && gtk_widget_grab_focus (self->toggle);
}

static void
build_content (SlipChecklistRow *self)
{
  GtkWidget *menu = new_menu_button (self);
  g_autofree char *menu_name =
    g_strconcat ("menu:", gtk_label_get_text (self->name), NULL);

  gtk_widget_set_name (menu, menu_name);
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->content, "checklist-content");
  self->reason = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->reason, 0);
  gtk_label_set_wrap (self->reason, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->reason), "caption");
  self->items = slip_checklist_items_new (self->release, self->checklist);
  g_signal_connect_object (slip_checklist_items_get_list (
                             SLIP_CHECKLIST_ITEMS (self->items)),
                           "keynav-failed", G_CALLBACK (keynav_failed_cb), self,
                           G_CONNECT_SWAPPED);
  self->loading = gtk_label_new (_ ("Reading the items…"));
  gtk_widget_add_css_class (self->loading, "dim-label");
  slip_checklist_items_add_suffix (SLIP_CHECKLIST_ITEMS (self->items), menu);
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->reason));
  gtk_box_append (GTK_BOX (self->content), self->loading);
  gtk_box_append (GTK_BOX (self->content), self->items);
  self->feed_values = slip_feed_values_new ();
  gtk_box_append (GTK_BOX (self->content), self->feed_values);
  gtk_box_append (GTK_BOX (self), self->content);
}

/* Says what is not seen from the items: why it is not needed, or what is
 * missing. */
static void
show_reason (SlipChecklistRow *self, const SlipRow *row)
{
  const char *reason =
    row != NULL ? slip_row_get_text (row, SLIP_CHECKLIST_REASON) : NULL;
  g_autofree char *text =
    self->is_not_needed
      ? g_strdup_printf (_ ("Not needed: %s"), reason != NULL ? reason : "?")
    : self->owner == NULL ? g_strdup (_ ("Nobody owns this checklist"))
                          : g_strdup ("");

  gtk_label_set_text (self->reason, text);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), *text != '\0');
  if (!self->is_not_needed && self->owner == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->reason), "item-loud");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->reason), "item-loud");
}

static void
show_content (SlipChecklistRow *self)
{
  gboolean is_loaded;

  if (!self->is_open || self->state == NULL)
    return;
  if (self->content == NULL)
    build_content (self);
  is_loaded = slip_plan_state_is_loaded (self->state, self->release);
  gtk_widget_set_visible (self->loading, !is_loaded);
  gtk_widget_set_visible (self->items, is_loaded);
  show_reason (self, slip_plan_state_get (self->state, SLIP_KIND_CHECKLIST,
                                          self->checklist));
  if (is_loaded)
    slip_checklist_items_set_plan (SLIP_CHECKLIST_ITEMS (self->items),
                                   self->state, self->today);
  if (self->audience != NULL)
    slip_feed_values_set_plan (SLIP_FEED_VALUES (self->feed_values),
                               self->state, self->release, self->audience,
                               self->today);
}

static void
set_tone (GtkWidget *widget, SlipTone tone)
{
  static const char *const classes[] = { "tone-none", "tone-good",
                                         "tone-warning", "tone-error" };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (i == tone)
      gtk_widget_add_css_class (widget, classes[i]);
    else
      gtk_widget_remove_css_class (widget, classes[i]);
}

/* Whether a text is cut depends on how long it may be. */
static void
keep_whole (GtkLabel *label, const char *text, int max_chars)
{
  gtk_label_set_ellipsize (label, g_utf8_strlen (text, -1) > max_chars
                                    ? PANGO_ELLIPSIZE_END
                                    : PANGO_ELLIPSIZE_NONE);
}

/* Returns: (transfer full) (nullable): what a feed says of the audience. */
static char *
dup_feed (SlipChecklistRow *self, gboolean is_whole)
{
  const SlipRow *release =
    slip_plan_state_get (self->state, SLIP_KIND_RELEASE, self->release);
  SlipMoment moment = slip_now_get (GTK_WIDGET (self), self->today);

  if (release == NULL || self->audience == NULL)
    return NULL;
  return is_whole
           ? slip_feed_dup_label (self->state, release, self->audience, moment)
           : slip_feed_dup_brief (self->state, release, self->audience, moment);
}

static void
append_part (GString *text, const char *part)
{
  if (part != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\u00a0· " : "",
                            part);
}

/* The line below, for what has no room in the first. */
static void
show_detail (SlipChecklistRow *self, const char *overdue, const char *optional)
{
  g_autofree char *feed = dup_feed (self, FALSE);
  g_autoptr (GString) text = g_string_new (NULL);

  append_part (text, overdue);
  append_part (text, optional);
  append_part (text, feed);
  gtk_label_set_text (self->detail, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), text->len > 0);
  if (overdue != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->detail), "item-loud");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->detail), "item-loud");
}

static void
show_pill (SlipChecklistRow *self, const SlipChecklistSummary *summary)
{
  guint n_overdue = slip_checklist_summary_count_overdue (summary, self->today);
  gboolean is_blocked =
    !summary->is_not_needed && summary->n_required_blocked > 0;
  g_autofree char *figure =
    slip_checklist_summary_dup_figure (summary, self->today);
  g_autofree char *optional = slip_checklist_summary_dup_optional (summary);
  g_autofree char *overdue =
    n_overdue > 0
      ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "⚠ %u overdue",
                                      "⚠ %u overdue", n_overdue),
                         n_overdue)
      : NULL;
  g_autofree char *text = is_blocked
                            ? g_strdup_printf ("%s %s", figure, _ ("blocked"))
                            : g_strdup (figure);

  gtk_label_set_text (self->pill, text);
  keep_whole (self->pill, text, PILL_CHARS);
  show_detail (self, overdue, optional);
  set_tone (GTK_WIDGET (self->pill),
            slip_checklist_summary_get_tone (summary, self->today));
}

static void
show_owner (SlipChecklistRow *self, const char *audience)
{
  const SlipRow *owner =
    slip_plan_state_get (self->state, SLIP_KIND_PERSON, self->owner);
  const char *name =
    owner != NULL ? slip_row_get_text (owner, SLIP_PERSON_NAME) : NULL;
  g_autofree char *widget_name = g_strconcat ("owner:", audience, NULL);
  g_autofree char *label =
    name != NULL
      /* Translators: an audience and who owns its checklist. */
      ? g_strdup_printf (_ ("%s: owner %s"), audience, name)
      : g_strdup_printf (_ ("%s: no owner; assign one"), audience);

  gtk_label_set_text (self->owner_label,
                      name != NULL ? name : _ ("⚠ no owner"));
  gtk_widget_set_name (self->owner_button, widget_name);
  gtk_widget_set_tooltip_text (self->owner_button, label);
  gtk_widget_set_visible (self->owner_button, !self->is_not_needed);
  set_label (self->owner_button, label);
  gtk_label_set_ellipsize (self->owner_label, name != NULL
                                                ? PANGO_ELLIPSIZE_END
                                                : PANGO_ELLIPSIZE_NONE);
  if (name == NULL) {
    gtk_widget_add_css_class (self->owner_button, "unowned");
    gtk_widget_remove_css_class (GTK_WIDGET (self->owner_label), "dim-label");
  } else {
    gtk_widget_remove_css_class (self->owner_button, "unowned");
    gtk_widget_add_css_class (GTK_WIDGET (self->owner_label), "dim-label");
  }
}

static void
show_header (SlipChecklistRow *self, const SlipChecklistSummary *summary)
{
  const SlipRow *audience =
    slip_plan_state_get (self->state, SLIP_KIND_AUDIENCE, summary->audience);
  const char *name = audience != NULL
                       ? slip_row_get_text (audience, SLIP_AUDIENCE_NAME)
                       : _ ("No audience");
  g_autofree char *widget_name = g_strconcat ("checklist:", name, NULL);
  g_autofree char *state =
    slip_checklist_summary_dup_label (summary, self->state, self->today);
  g_autofree char *feed = dup_feed (self, TRUE);
  g_autofree char *label =
    feed != NULL ? g_strdup_printf (_ ("%s, %s, %s"), name, state, feed)
                 : g_strdup_printf (_ ("%s, %s"), name, state);

  gtk_label_set_text (self->name, name);
  keep_whole (self->name, name, NAME_CHARS);
  gtk_widget_set_name (self->toggle, widget_name);
  gtk_widget_set_tooltip_text (self->toggle, label);
  set_label (self->toggle, label);
  show_pill (self, summary);
  show_owner (self, name);
}

void
slip_checklist_row_set_plan (SlipChecklistRow *self,
                             const SlipPlanState *state,
                             const SlipChecklistSummary *summary,
                             SlipDate today)
{
  g_return_if_fail (SLIP_IS_CHECKLIST_ROW (self));

  g_clear_pointer (&self->state, slip_plan_state_unref);
  g_free (self->audience);
  g_free (self->owner);
  self->state = slip_plan_state_ref (state);
  self->today = today;
  self->audience = g_strdup (summary->audience);
  self->owner = g_strdup (summary->owner);
  self->is_not_needed = summary->is_not_needed;
  show_header (self, summary);
  show_content (self);
}

void
slip_checklist_row_set_open (SlipChecklistRow *self, gboolean is_open)
{
  g_return_if_fail (SLIP_IS_CHECKLIST_ROW (self));

  if (self->is_open == is_open)
    return;
  self->is_open = is_open;
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow),
                                is_open ? "pan-down-symbolic"
                                        : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->toggle),
                               GTK_ACCESSIBLE_STATE_EXPANDED, is_open, -1);
  if (!is_open && self->content != NULL) {
    gtk_box_remove (GTK_BOX (self), self->content);
    self->content = NULL;
    self->items = NULL;
    self->feed_values = NULL;
  }
  show_content (self);
}

void
slip_checklist_row_focus_header (SlipChecklistRow *self)
{
  g_return_if_fail (SLIP_IS_CHECKLIST_ROW (self));

  slip_focus_later (self->toggle);
}

void
slip_checklist_row_focus_item (SlipChecklistRow *self, const char *id)
{
  GtkWidget *item = NULL;

  g_return_if_fail (SLIP_IS_CHECKLIST_ROW (self));

  slip_checklist_row_set_open (self, TRUE);
  if (self->items != NULL)
    item = slip_checklist_items_find (SLIP_CHECKLIST_ITEMS (self->items), id);
  slip_focus_later (item != NULL ? item : GTK_WIDGET (self));
}

void
slip_checklist_row_unselect (SlipChecklistRow *self)
{
  g_return_if_fail (SLIP_IS_CHECKLIST_ROW (self));

  if (self->items != NULL)
    gtk_list_box_unselect_all (
      slip_checklist_items_get_list (SLIP_CHECKLIST_ITEMS (self->items)));
}

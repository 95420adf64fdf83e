/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-checklist-asker.h"

#include "slip-actions.h"
#include "slip-ask.h"
#include "slip-checklist.h"
#include "slip-focus-later.h"
#include "slip-item-dialog.h"
#include "slip-item-menu.h"
#include "slip-person-picker.h"
#include "slip-prompt.h"

#include <glib/gi18n-lib.h>

#define ASKER_KEY "slip-checklist-asker"

/* Kept as the list's data. */
typedef struct {
  SlipChecklistItems *list; /* borrowed: owns this */
  GtkWidget *menu;
  GtkWidget *picker;
  GtkWidget *focus; /* the row that the popovers are about; weak */
  GStrv asked;      /* the items that the picker asks about */
} Asker;

/* A popover that closes does not give the focus back to the row. */
static void
remember_focus (Asker *self)
{
  GtkListBox *list = slip_checklist_items_get_list (self->list);
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (list));

  if (row != NULL)
    g_set_weak_pointer (&self->focus, row);
}

static void
closed_cb (GtkPopover *popover, Asker *self)
{
  if (self->focus != NULL)
    slip_focus_later (self->focus);
}

/* The items that an entry of the menu is about.  When it is chosen the menu is
 * closed already, and the row that it was opened on has no focus yet. */
static GPtrArray *
list_meant (Asker *self)
{
  GtkWidget *list = GTK_WIDGET (slip_checklist_items_get_list (self->list));
  GtkWidget *focus = gtk_widget_get_focus_child (list);
  GPtrArray *items;

  if (SLIP_IS_ITEM_ROW (focus) || !SLIP_IS_ITEM_ROW (self->focus) ||
      gtk_widget_get_parent (self->focus) != list ||
      gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (self->focus)))
    return slip_checklist_items_list_selected (self->list);
  items = g_ptr_array_new_with_free_func ((GDestroyNotify) slip_row_unref);
  g_ptr_array_add (items, slip_row_ref (slip_item_row_get_item (
                            SLIP_ITEM_ROW (self->focus))));
  return items;
}

/* What waits for an answer. */
typedef struct {
  SlipChecklistItems *list;
  GStrv items;
  SlipItemState state;
} Wish;

static void
free_asker (gpointer data)
{
  Asker *self = data;

  g_clear_weak_pointer (&self->focus);
  g_strfreev (self->asked);
  g_free (self);
}

static Asker *
get_asker (SlipChecklistItems *list)
{
  return g_object_get_data (G_OBJECT (list), ASKER_KEY);
}

static void
free_wish (gpointer data)
{
  Wish *wish = data;

  g_object_unref (wish->list);
  g_strfreev (wish->items);
  g_free (wish);
}

static Wish *
new_wish (SlipChecklistItems *list, const GPtrArray *items, SlipItemState state)
{
  Wish *wish = g_new (Wish, 1);

  *wish =
    (Wish){ g_object_ref (list), slip_checklist_items_dup_ids (items), state };
  return wish;
}

static void
ask_state (const Wish *wish, const char *note, const char *evidence)
{
  const SlipProperty *property =
    slip_schema_get_property (SLIP_KIND_ITEM, SLIP_ITEM_STATE);

  slip_ask (GTK_WIDGET (wish->list), SLIP_ACTION_ITEMS_STATE,
            g_variant_new ("(s^assss)",
                           slip_checklist_items_get_release (wish->list),
                           wish->items, property->values[wish->state].nick,
                           note, evidence));
}

static void
noted_cb (const char *text, gpointer wish)
{
  ask_state (wish, text, "");
}

static void
proved_cb (const char *text, gpointer wish)
{
  ask_state (wish, "", text);
}

static gboolean
lack_evidence (const GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    if (slip_item_lacks_evidence (items->pdata[i]))
      return TRUE;

  return FALSE;
}

/* What the question is about. */
static char *
dup_subject (const GPtrArray *items)
{
  if (items->len == 1)
    return g_strdup (slip_row_get_text (items->pdata[0], SLIP_ITEM_TITLE));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item", "%u items",
                                       items->len),
                          items->len);
}

void
slip_checklist_asker_set_state (SlipChecklistItems *list,
                                const GPtrArray *items,
                                SlipItemState state)
{
  static const SlipPrompt blocked = {
    N_ ("Blocked"), NULL, N_ ("By whom or what?"), N_ ("_Block"), NULL, FALSE
  };
  static const SlipPrompt not_applicable = {
    N_ ("Not Applicable"), NULL, N_ ("Why not?"), N_ ("_Set"), NULL, FALSE
  };
  static const SlipPrompt evidence = { N_ ("Evidence Is Needed"),
                                       NULL,
                                       N_ ("A link, or a few words"),
                                       N_ ("_Done"),
                                       NULL,
                                       FALSE };
  gboolean is_proof = state == SLIP_ITEM_STATE_DONE && lack_evidence (items);
  g_autofree char *subject = NULL;
  SlipPrompt prompt;
  Wish *wish;

  g_return_if_fail (SLIP_IS_CHECKLIST_ITEMS (list));

  if (items->len == 0)
    return;
  wish = new_wish (list, items, state);
  if (!slip_item_state_takes_note (state) && !is_proof) {
    ask_state (wish, "", "");
    free_wish (wish);
    return;
  }

  prompt = is_proof                           ? evidence
           : state == SLIP_ITEM_STATE_BLOCKED ? blocked
                                              : not_applicable;
  subject = dup_subject (items);
  prompt.heading = _ (prompt.heading);
  prompt.label = _ (prompt.label);
  prompt.confirm = _ (prompt.confirm);
  prompt.body = subject;
  slip_prompt_ask (GTK_WIDGET (list), &prompt, is_proof ? proved_cb : noted_cb,
                   wish, free_wish);
}

static void
state_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Asker *self = data;
  const SlipProperty *property =
    slip_schema_get_property (SLIP_KIND_ITEM, SLIP_ITEM_STATE);
  int state =
    slip_enum_find (property->values, g_variant_get_string (parameter, NULL));
  g_autoptr (GPtrArray) items = list_meant (self);

  if (state >= 0)
    slip_checklist_asker_set_state (self->list, items, (SlipItemState) state);
}

static void
picked_cb (SlipPersonPicker *picker,
           const char *person,
           const char *name,
           Asker *self)
{
  slip_ask (GTK_WIDGET (self->list), SLIP_ACTION_ITEMS_OWNER,
            g_variant_new ("(s^asss)",
                           slip_checklist_items_get_release (self->list),
                           self->asked, person, name));
}

/* Where the focus is, so that popovers point at it. */
static void
point (Asker *self, GtkWidget *popover)
{
  GtkWidget *list = GTK_WIDGET (slip_checklist_items_get_list (self->list));
  GtkWidget *row = gtk_widget_get_focus_child (list);
  graphene_rect_t bounds;

  if (row != NULL &&
      gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                                 &(GdkRectangle){ (int) bounds.origin.x,
                                                  (int) bounds.origin.y,
                                                  (int) bounds.size.width,
                                                  (int) bounds.size.height });
  else
    gtk_popover_set_pointing_to (GTK_POPOVER (popover), NULL);
}

static void
owner_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Asker *self = data;
  g_autoptr (GPtrArray) items = list_meant (self);

  if (items->len == 0)
    return;
  if (self->picker == NULL) {
    self->picker = slip_person_picker_new ();
    g_signal_connect (self->picker, "picked", G_CALLBACK (picked_cb), self);
    g_signal_connect (self->picker, "closed", G_CALLBACK (closed_cb), self);
    gtk_widget_set_parent (self->picker, GTK_WIDGET (self->list));
  }
  g_strfreev (self->asked);
  self->asked = slip_checklist_items_dup_ids (items);
  remember_focus (self);
  point (self, self->picker);
  slip_person_picker_ask (SLIP_PERSON_PICKER (self->picker),
                          slip_checklist_items_get_state (self->list),
                          slip_row_get_text (items->pdata[0], SLIP_ITEM_OWNER),
                          NULL);
}

static void
due_answered_cb (const char *text, gpointer data)
{
  const Wish *wish = data;

  slip_ask (GTK_WIDGET (wish->list), SLIP_ACTION_ITEMS_DUE,
            g_variant_new ("(s^ass)",
                           slip_checklist_items_get_release (wish->list),
                           wish->items, text));
}

static void
due_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Asker *self = data;
  g_autoptr (GPtrArray) items = list_meant (self);
  g_autofree char *subject = NULL;
  SlipPrompt prompt = { .heading = _ ("Due"),
                        .label = _ ("T-10 wd, 4 Dec, in 2 weeks"),
                        .confirm = _ ("_Set"),
                        .may_be_empty = TRUE };

  if (items->len == 0)
    return;
  subject = dup_subject (items);
  prompt.body = subject;
  slip_prompt_ask (GTK_WIDGET (self->list), &prompt, due_answered_cb,
                   new_wish (self->list, items, SLIP_ITEM_STATE_TO_DO),
                   free_wish);
}

/* Asks for something that takes the items and a yes or no. */
static void
ask_boolean (Asker *self, const char *action, GVariant *parameter)
{
  g_autoptr (GPtrArray) items = list_meant (self);
  g_auto (GStrv) ids = slip_checklist_items_dup_ids (items);

  if (items->len > 0)
    slip_ask (GTK_WIDGET (self->list), action,
              g_variant_new ("(s^asb)",
                             slip_checklist_items_get_release (self->list), ids,
                             g_variant_get_boolean (parameter)));
}

static void
required_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ask_boolean (data, SLIP_ACTION_ITEMS_REQUIRED, parameter);
}

static void
pin_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ask_boolean (data, SLIP_ACTION_PIN_ITEMS, parameter);
}

static void
ask_move (Asker *self,
          const GPtrArray *items,
          const char *checklist,
          const char *before,
          const char *after)
{
  g_auto (GStrv) ids = slip_checklist_items_dup_ids (items);

  slip_ask (GTK_WIDGET (self->list), SLIP_ACTION_MOVE_ITEMS,
            g_variant_new ("(s^assss)",
                           slip_checklist_items_get_release (self->list), ids,
                           checklist, before, after));
}

static void
move_to_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Asker *self = data;
  g_autoptr (GPtrArray) items = list_meant (self);

  if (items->len > 0)
    ask_move (self, items, g_variant_get_string (parameter, NULL), "", "");
}

static void
delete_items (Asker *self)
{
  g_autoptr (GPtrArray) items = list_meant (self);
  g_auto (GStrv) ids = slip_checklist_items_dup_ids (items);

  if (items->len > 0)
    slip_ask (GTK_WIDGET (self->list), SLIP_ACTION_DELETE_ITEMS,
              g_variant_new ("(s^as)",
                             slip_checklist_items_get_release (self->list),
                             ids));
}

static void
delete_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  delete_items (data);
}

static void
show_details (Asker *self, const char *id)
{
  slip_item_dialog_show (GTK_WIDGET (self->list),
                         slip_checklist_items_get_state (self->list), id,
                         slip_checklist_items_get_today (self->list));
}

static void
details_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Asker *self = data;
  g_autoptr (GPtrArray) items = list_meant (self);

  if (items->len > 0)
    show_details (self, slip_row_get_id (items->pdata[0]));
}

static void
row_activated_cb (GtkListBox *box, GtkListBoxRow *row, Asker *self)
{
  show_details (self, slip_item_row_get_id (SLIP_ITEM_ROW (row)));
}

static void
show_menu (Asker *self, double x, double y)
{
  g_autoptr (GPtrArray) items = list_meant (self);
  g_autoptr (GMenuModel) model = NULL;

  if (items->len == 0)
    return;
  if (self->menu == NULL) {
    self->menu = gtk_popover_menu_new_from_model (NULL);
    gtk_widget_set_name (self->menu, "item-menu");
    g_signal_connect (self->menu, "closed", G_CALLBACK (closed_cb), self);
    gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
    gtk_widget_set_parent (self->menu, GTK_WIDGET (self->list));
  }
  model =
    slip_item_menu_new (slip_checklist_items_get_state (self->list), items);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  remember_focus (self);
  if (x >= 0)
    gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                                 &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  else
    point (self, self->menu);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* The item under the pointer is meant, with the others if it is selected. */
static void
show_menu_at (Asker *self, double x, double y)
{
  GtkWidget *list = GTK_WIDGET (slip_checklist_items_get_list (self->list));
  SlipItemRow *row = slip_checklist_items_find_at (self->list, y);

  if (row == NULL)
    return;
  slip_checklist_items_select (self->list, slip_item_row_get_id (row));
  gtk_widget_grab_focus (GTK_WIDGET (row));
  gtk_widget_translate_coordinates (list, GTK_WIDGET (self->list), x, y, &x,
                                    &y);
  show_menu (self, x, y);
}

static void
pressed_cb (GtkGestureClick *click,
            int n_press,
            double x,
            double y,
            Asker *self)
{
  GdkEvent *event =
    gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (click));

  if (event == NULL || !gdk_event_triggers_context_menu (event))
    return;
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  show_menu_at (self, x, y);
}

static void
long_pressed_cb (GtkGestureLongPress *press, double x, double y, Asker *self)
{
  show_menu_at (self, x, y);
}

/* The items of the list but those of @items. */
static GPtrArray *
list_others (Asker *self, const GPtrArray *items)
{
  GPtrArray *others =
    slip_checklist_list_items (slip_checklist_items_get_state (self->list),
                               slip_checklist_items_get_release (self->list),
                               slip_checklist_items_get_checklist (self->list));

  for (guint i = 0; i < items->len; i++)
    for (guint k = 0; k < others->len; k++)
      if (g_str_equal (slip_row_get_id (others->pdata[k]),
                       slip_row_get_id (items->pdata[i]))) {
        g_ptr_array_remove_index (others, k);
        break;
      }

  return others;
}

/* Moves the selected items together one place up or down. */
static void
step (Asker *self, int direction)
{
  g_autoptr (GPtrArray) items = list_meant (self);
  g_autoptr (GPtrArray) others = list_others (self, items);
  g_autoptr (GPtrArray) all = NULL;
  const char *checklist = slip_checklist_items_get_checklist (self->list);
  int first = 0;
  int place;

  if (items->len == 0 || others->len == 0)
    return;
  all =
    slip_checklist_list_items (slip_checklist_items_get_state (self->list),
                               slip_checklist_items_get_release (self->list),
                               checklist);
  while (!g_str_equal (slip_row_get_id (all->pdata[first]),
                       slip_row_get_id (items->pdata[0])))
    first++;
  place = CLAMP (first + direction, 0, (int) others->len);
  ask_move (self, items, checklist,
            place > 0 ? slip_row_get_id (others->pdata[place - 1]) : "",
            place > 0 ? "" : slip_row_get_id (others->pdata[0]));
}

/* Ticks the selected items; takes the ticks away if all have one. */
static void
tick (Asker *self)
{
  g_autoptr (GPtrArray) items = list_meant (self);
  gboolean are_done = TRUE;

  for (guint i = 0; i < items->len; i++)
    are_done &= slip_row_get_integer (items->pdata[i], SLIP_ITEM_STATE) ==
                SLIP_ITEM_STATE_DONE;
  slip_checklist_asker_set_state (self->list, items,
                                  are_done ? SLIP_ITEM_STATE_TO_DO
                                           : SLIP_ITEM_STATE_DONE);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType modifiers,
                Asker *self)
{
  guint held = modifiers & gtk_accelerator_get_default_mod_mask ();
  gboolean is_step = held == GDK_ALT_MASK;

  if (is_step && (key == GDK_KEY_Up || key == GDK_KEY_KP_Up))
    step (self, -1);
  else if (is_step && (key == GDK_KEY_Down || key == GDK_KEY_KP_Down))
    step (self, 1);
  else if (held == 0 && (key == GDK_KEY_space || key == GDK_KEY_KP_Space))
    tick (self);
  else if (held == 0 && (key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete))
    delete_items (self);
  else if (held == 0 && key == GDK_KEY_F2)
    details_cb (NULL, NULL, self);
  else if ((held == 0 && key == GDK_KEY_Menu) ||
           (held == GDK_SHIFT_MASK && key == GDK_KEY_F10))
    show_menu (self, -1, -1);
  else
    return FALSE;

  return TRUE;
}

static void
add_actions (Asker *self)
{
  static const GActionEntry entries[] = {
    { "state", state_cb, "s" },
    { "owner", owner_cb },
    { "due", due_cb },
    { "pin", pin_cb, "b" },
    { "required", required_cb, "b" },
    { "move-to", move_to_cb, "s" },
    { "details", details_cb },
    { "delete", delete_cb },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries,
                                   G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self->list), "items",
                                  G_ACTION_GROUP (group));
}

void
slip_checklist_asker_add (SlipChecklistItems *list)
{
  GtkWidget *box = GTK_WIDGET (slip_checklist_items_get_list (list));
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  Asker *self = g_new0 (Asker, 1);

  self->list = list;
  g_object_set_data_full (G_OBJECT (list), ASKER_KEY, self, free_asker);
  add_actions (self);
  g_signal_connect (box, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (press));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (box, keys);
}

void
slip_checklist_asker_remove (SlipChecklistItems *list)
{
  Asker *self = get_asker (list);

  gtk_widget_insert_action_group (GTK_WIDGET (list), "items", NULL);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->picker, gtk_widget_unparent);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-gate-list.h"

#include "slip-actions.h"
#include "slip-ask.h"
#include "slip-control-name.h"
#include "slip-text.h"

#include <glib/gi18n-lib.h>

struct _SlipGateList {
  AdwBin parent_instance;

  GtkListBox *list;
  char *release;
  char *shown; /* all that the rows say, to know whether they are other ones */
};

G_DEFINE_FINAL_TYPE (SlipGateList, slip_gate_list, ADW_TYPE_BIN)

#define CAUSE_KIND_KEY "slip-cause-kind"
#define CAUSE_KEY      "slip-cause"
#define CRITERION_KEY  "slip-criterion"
#define MORE_KEY       "slip-more"

/* So many parts of a line are shown at first. */
#define MAX_PARTS 3

/* 'Not met, required: Soaked 3 days at 25 %, 2 d 4 h so far' */
static char *
dup_label (const SlipGateLine *line)
{
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: how a criterion stands, 'must' or 'should', and what it is. */
  g_string_append_printf (text, _ ("%s, %s: %s"),
                          slip_gate_state_get_label (line->state),
                          line->is_must ? C_ ("criterion", "must")
                                        : C_ ("criterion", "should"),
                          line->title);
  if (line->detail)
    slip_text_append_member (text, line->detail);
  if (line->waiver)
    slip_text_append_member (text, line->waiver);
  return g_strdup (text->str);
}

static const char *
get_state_class (SlipGateState state)
{
  switch (state) {
  case SLIP_GATE_MET:
    return "met";
  case SLIP_GATE_NOT_MET:
    return "not-met";
  case SLIP_GATE_UNKNOWN:
    return "unknown";
  case SLIP_GATE_WAIVED:
  case SLIP_N_GATE_STATES:
    break;
  }
  return "waived";
}

static GtkWidget *
new_mark (SlipGateState state)
{
  GtkWidget *mark = gtk_label_new (slip_gate_state_get_mark (state));

  gtk_widget_add_css_class (mark, "gate-mark");
  gtk_widget_add_css_class (mark, get_state_class (state));
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  return mark;
}

static GtkWidget *
new_text (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Says that a line that is not met shuts the gate. */
static GtkWidget *
new_badge (void)
{
  GtkWidget *badge = gtk_label_new (_ ("required"));

  gtk_widget_add_css_class (badge, "pill-label");
  gtk_widget_add_css_class (badge, "tone-error");
  gtk_widget_set_valign (badge, GTK_ALIGN_START);
  return badge;
}

static GtkWidget *
new_texts (const SlipGateLine *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  /* Beside the shorter text, so that long words of the title fit. */
  GtkWidget *second = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gboolean shuts = line->is_must && slip_gate_line_is_open (line);

  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), new_text (line->title, NULL));
  if (shuts)
    gtk_box_append (GTK_BOX (second), new_badge ());
  if (line->detail) {
    GtkWidget *detail = new_text (line->detail, "gate-detail");

    gtk_widget_set_hexpand (detail, TRUE);
    gtk_box_append (GTK_BOX (second), detail);
  }
  gtk_widget_set_visible (second, shuts || line->detail);
  gtk_box_append (GTK_BOX (box), second);
  if (line->waiver)
    gtk_box_append (GTK_BOX (box), new_text (line->waiver, "gate-detail"));
  return box;
}

/* An entry of the menu that sets @property of the criterion. */
static void
append_set (GMenu *menu,
            const char *label,
            const char *criterion,
            const char *property,
            const char *text)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);
  GVariantBuilder pairs;

  g_variant_builder_init (&pairs, G_VARIANT_TYPE ("a(ss)"));
  g_variant_builder_add (&pairs, "(ss)", property, text);
  g_menu_item_set_action_and_target_value (item, SLIP_ACTION_EDIT,
                                           g_variant_new ("(ssa(ss))",
                                                          "criterion",
                                                          criterion, &pairs));
  g_menu_append_item (menu, item);
}

static void
append_edit (GMenu *menu,
             const char *label,
             const char *criterion,
             const char *what)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, SLIP_ACTION_EDIT_CRITERION,
                                           g_variant_new ("(ss)", criterion,
                                                          what));
  g_menu_append_item (menu, item);
}

static void
append_answers (GMenu *menu, const SlipGateLine *line)
{
  const char *id = slip_row_get_id (line->criterion);
  gint64 type = slip_row_get_integer (line->criterion, SLIP_CRITERION_TYPE);
  gboolean is_ticked =
    slip_row_get_boolean (line->criterion, SLIP_CRITERION_IS_TICKED);

  if (type == SLIP_CRITERION_OWN)
    append_set (menu, is_ticked ? _ ("Take the Tick _Back") : _ ("_Tick"), id,
                "is_ticked", is_ticked ? "false" : "true");
  if (type == SLIP_CRITERION_FIGURE_WITHIN)
    append_edit (menu, _ ("Enter _Figure…"), id, "figure");
  append_edit (menu, line->waiver ? _ ("Change _Waiver…") : _ ("_Waive…"), id,
               "waiver");
  if (line->waiver)
    append_edit (menu, _ ("Ta_ke Waiver Back"), id, "no-waiver");
}

static void
append_moves (GMenu *menu, const char *criterion)
{
  static const struct {
    const char *label;
    int places;
  } moves[] = { { N_ ("Move _Up"), -1 }, { N_ ("Move _Down"), 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++) {
    g_autoptr (GMenuItem) item = g_menu_item_new (_ (moves[i].label), NULL);

    g_menu_item_set_action_and_target_value (item, SLIP_ACTION_MOVE_CRITERION,
                                             g_variant_new ("(si)", criterion,
                                                            moves[i].places));
    g_menu_append_item (menu, item);
  }
}

static GMenuModel *
new_menu (const SlipGateLine *line)
{
  const char *id = slip_row_get_id (line->criterion);
  g_autoptr (GMenu) answers = g_menu_new ();
  g_autoptr (GMenu) changes = g_menu_new ();
  g_autoptr (GMenuItem) removal = g_menu_item_new (_ ("_Remove"), NULL);
  GMenu *menu = g_menu_new ();

  append_answers (answers, line);
  append_edit (changes, _ ("_Edit…"), id, "edit");
  append_set (changes,
              line->is_must ? _ ("_Should, Not Must") : _ ("_Must, Not Should"),
              id, "is_must", line->is_must ? "false" : "true");
  append_moves (changes, id);
  g_menu_item_set_action_and_target_value (removal, SLIP_ACTION_REMOVE,
                                           g_variant_new ("(ss)", "criterion",
                                                          id));
  g_menu_append_item (changes, removal);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (answers));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (changes));
  return G_MENU_MODEL (menu);
}

static GtkWidget *
new_menu_button (const SlipGateLine *line)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = new_menu (line);
  /* Translators: what a gate asks. */
  g_autofree char *label = g_strdup_printf (_ ("Menu of “%s”"), line->title);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button),
                                 "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Tick, Waive, Change"));
  /* Assistive technology sees the button inside. */
  slip_control_name_set (button, label);
  return button;
}

/* A row that opens @id of @kind, if there is one, for the sake of @line. */
static GtkWidget *
new_row (const SlipGateLine *line,
         SlipKind kind,
         const char *id,
         GtkWidget *child,
         const char *label)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), id != NULL);
  if (id) {
    g_object_set_data (G_OBJECT (row), CAUSE_KIND_KEY, GINT_TO_POINTER (kind));
    g_object_set_data_full (G_OBJECT (row), CAUSE_KEY, g_strdup (id), g_free);
    g_object_set_data_full (G_OBJECT (row), CRITERION_KEY,
                            g_strdup (slip_row_get_id (line->criterion)),
                            g_free);
  }
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return row;
}

static GtkWidget *
new_chevron (void)
{
  GtkWidget *image = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_widget_add_css_class (image, "dim-label");
  return image;
}

static GtkWidget *
new_line_row (const SlipGateLine *line, guint i)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  g_autofree char *label = dup_label (line);
  g_autofree char *name = g_strdup_printf ("gate-line:%u", i);
  GtkWidget *row = new_row (line, line->cause_kind, line->cause, box, label);

  gtk_widget_add_css_class (box, "gate-line");
  gtk_box_append (GTK_BOX (box), new_mark (line->state));
  gtk_box_append (GTK_BOX (box), new_texts (line));
  if (line->cause)
    gtk_box_append (GTK_BOX (box), new_chevron ());
  gtk_box_append (GTK_BOX (box), new_menu_button (line));
  gtk_widget_set_name (row, name);
  return row;
}

static GtkWidget *
new_part_row (const SlipGateLine *line, const SlipGatePart *part)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  g_autofree char *label =
    g_strdup_printf ("%s: %s", slip_gate_state_get_label (part->state),
                     part->text);
  GtkWidget *text = new_text (part->text, "gate-detail");

  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_add_css_class (box, "gate-part");
  gtk_box_append (GTK_BOX (box), new_mark (part->state));
  gtk_box_append (GTK_BOX (box), text);
  if (part->id)
    gtk_box_append (GTK_BOX (box), new_chevron ());
  return new_row (line, part->kind, part->id, box, label);
}

/* Of what a line is made of, what is in the way and not said yet. */
static gboolean
shows_part (const SlipGateLine *line, const SlipGatePart *part)
{
  return slip_gate_line_is_open (line) && part->state != SLIP_GATE_MET &&
         (line->parts->len > 1 || g_strcmp0 (part->text, line->detail) != 0);
}

/* Stands for the parts of a line that are hidden until it is activated. */
static GtkWidget *
new_more_row (guint n)
{
  g_autofree char *text =
    g_strdup_printf (ngettext ("%u more…", "%u more…", n), n);
  GtkWidget *label = new_text (text, "gate-part");
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_add_css_class (label, "dim-label");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data (G_OBJECT (row), MORE_KEY, GUINT_TO_POINTER (n));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return row;
}

/* Shows the rows that @row stands for, and puts the focus on the first. */
static void
show_more (SlipGateList *self, GtkListBoxRow *row, guint n)
{
  int index = gtk_list_box_row_get_index (row);

  for (guint i = n; i > 0; i--) {
    GtkListBoxRow *hidden =
      gtk_list_box_get_row_at_index (self->list, index - (int) i);

    gtk_widget_set_visible (GTK_WIDGET (hidden), TRUE);
    if (i == n)
      gtk_widget_grab_focus (GTK_WIDGET (hidden));
  }
  gtk_widget_set_visible (GTK_WIDGET (row), FALSE);
}

/* A gate may have dozens of open items: the first few stand for them. */
static void
add_parts (SlipGateList *self, const SlipGateLine *line)
{
  guint n_shown = 0;

  for (guint i = 0; i < line->parts->len; i++) {
    GtkWidget *row;

    if (!shows_part (line, line->parts->pdata[i]))
      continue;
    row = new_part_row (line, line->parts->pdata[i]);
    gtk_widget_set_visible (row, n_shown < MAX_PARTS);
    gtk_list_box_append (self->list, row);
    n_shown++;
  }
  if (n_shown > MAX_PARTS)
    gtk_list_box_append (self->list, new_more_row (n_shown - MAX_PARTS));
}

static char *
print_gate (const SlipGate *gate)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < gate->lines->len; i++) {
    const SlipGateLine *line = gate->lines->pdata[i];

    g_string_append_printf (text, "%s %d %d %s %s %s %s %d\n",
                            slip_row_get_id (line->criterion), line->state,
                            line->is_must, line->title, line->detail,
                            line->waiver, line->cause,
                            slip_row_get_boolean (line->criterion,
                                                  SLIP_CRITERION_IS_TICKED));
    for (guint j = 0; j < line->parts->len; j++) {
      const SlipGatePart *part = line->parts->pdata[j];

      g_string_append_printf (text, " %d %s %s\n", part->state, part->id,
                              part->text);
    }
  }
  return g_strdup (text->str);
}

static int
find_focused (SlipGateList *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  return GTK_IS_LIST_BOX_ROW (focus)
           ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus))
           : -1;
}

static void
fill (SlipGateList *self, const SlipGate *gate)
{
  GtkListBoxRow *row;

  /* Its first child may be the placeholder, which has to stay. */
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)))
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < gate->lines->len; i++) {
    const SlipGateLine *line = gate->lines->pdata[i];

    gtk_list_box_append (self->list, new_line_row (line, i));
    add_parts (self, line);
  }
}

static void
activated_cb (GtkListBox *list, GtkListBoxRow *row, SlipGateList *self)
{
  const char *id = g_object_get_data (G_OBJECT (row), CAUSE_KEY);
  SlipKind kind = (SlipKind) GPOINTER_TO_INT (
    g_object_get_data (G_OBJECT (row), CAUSE_KIND_KEY));

  guint n_more =
    GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), MORE_KEY));

  if (n_more > 0)
    show_more (self, row, n_more);
  else if (id)
    slip_ask (
      GTK_WIDGET (self), SLIP_ACTION_OPEN_CAUSE,
      g_variant_new ("(ssss)", self->release, slip_schema_get (kind)->name, id,
                     g_object_get_data (G_OBJECT (row), CRITERION_KEY)));
}

static void
slip_gate_list_finalize (GObject *object)
{
  SlipGateList *self = SLIP_GATE_LIST (object);

  g_free (self->release);
  g_free (self->shown);

  G_OBJECT_CLASS (slip_gate_list_parent_class)->finalize (object);
}

static void
slip_gate_list_class_init (SlipGateListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_gate_list_finalize;
}

static void
slip_gate_list_init (SlipGateList *self)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *nothing = new_text (_ ("Nothing is asked"), "dim-label");

  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_set_margin_top (nothing, 12);
  gtk_widget_set_margin_bottom (nothing, 12);
  gtk_widget_set_margin_start (nothing, 12);
  gtk_list_box_set_placeholder (self->list, nothing);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_name (list, "gate-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What stands in the way"), -1);
  g_signal_connect (list, "row-activated", G_CALLBACK (activated_cb), self);
  adw_bin_set_child (ADW_BIN (self), list);
}

GtkWidget *
slip_gate_list_new (void)
{
  return g_object_new (SLIP_TYPE_GATE_LIST, NULL);
}

void
slip_gate_list_set_gate (SlipGateList *self, const SlipGate *gate)
{
  g_autofree char *shown = print_gate (gate);
  int focused;
  GtkListBoxRow *row;

  g_return_if_fail (SLIP_IS_GATE_LIST (self));

  if (g_strcmp0 (shown, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
  g_free (self->release);
  self->release = g_strdup (slip_row_get_id (gate->release));
  focused = find_focused (self);
  fill (self, gate);
  row =
    focused >= 0 ? gtk_list_box_get_row_at_index (self->list, focused) : NULL;
  if (row)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-difference-table.h"

#include <glib/gi18n.h>
#include <string.h>

struct _SlipDifferenceTable {
  GtkWidget parent_instance;

  gboolean is_narrow;
  GtkListBox *list;
};

enum {
  RELEASE_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlipDifferenceTable,
                     slip_difference_table,
                     GTK_TYPE_WIDGET)

/* What stands side by side, and how wide it is by the style sheet. */
static const struct {
  SlipDifferenceColumn column;
  const char *width;
} columns[] = {
  { SLIP_DIFFERENCE_RELEASE, "cell" },
  { SLIP_DIFFERENCE_BEFORE, "cell" },
  { SLIP_DIFFERENCE_AFTER, "cell" },
  { SLIP_DIFFERENCE_FOLLOWS, "wide-cell" },
  { SLIP_DIFFERENCE_APPEARING, "widest-cell" },
  { SLIP_DIFFERENCE_TELL, "cell" },
};

static void
append_lines (GString *text, const GPtrArray *conflicts, gboolean is_going)
{
  guint n_told = 1;
  for (guint i = 0; i < conflicts->len; i += n_told) {
    const SlipConflict *conflict = conflicts->pdata[i];
    g_autofree char *line =
      slip_conflict_describe_group (conflicts, i, &n_told);
    if (text->len > 0)
      g_string_append_c (text, '\n');
    if (is_going)
      /* Translators: followed by the conflict that goes away. */
      g_string_append_printf (text, _ ("✓ Solved: %s"), line);
    else
      g_string_append_printf (text, "%s %s", conflict->is_soft ? "?" : "!",
                              line);
  }
}

static void
append_late (GString *text, const GPtrArray *late)
{
  for (guint i = 0; i < late->len; i++) {
    if (text->len > 0)
      g_string_append_c (text, '\n');
    /* Translators: an item, after the name of its audience. */
    g_string_append_printf (text, _ ("? Already past: %s"),
                            (const char *) late->pdata[i]);
  }
}

/* The date with its shift; conflicts that appear and those that go. */
static char *
dup_cell (const SlipDifference *difference,
          SlipDifferenceColumn column,
          SlipDate today)
{
  g_autofree char *cell = slip_difference_dup_cell (difference, column, today);
  if (column == SLIP_DIFFERENCE_AFTER && difference->n_days != 0) {
    int n = ABS (difference->n_days);
    g_autofree char *shift =
      g_strdup_printf (difference->n_days > 0
                         ? ngettext ("+%d day", "+%d days", (gulong) n)
                         : ngettext ("−%d day", "−%d days", (gulong) n),
                       n);
    return g_strdup_printf ("%s\n%s", cell, shift);
  }
  if (column != SLIP_DIFFERENCE_APPEARING)
    return g_steal_pointer (&cell);
  GString *text = g_string_new (NULL);
  append_lines (text, difference->preview->appearing, FALSE);
  append_late (text, difference->late);
  append_lines (text, difference->preview->going, TRUE);
  return g_string_free (text, FALSE);
}

static const char *
get_title (SlipDifferenceColumn column)
{
  return column == SLIP_DIFFERENCE_APPEARING
           ? _ ("Conflicts")
           : slip_difference_column_get_title (column);
}

static GtkWidget *
new_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* As wide as the style sheet says and no wider, whatever is in it. */
static void
add_column (GtkWidget *box, guint i, const char *text, const char *style)
{
  GtkWidget *label = new_label (text, style);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, columns[i].width);
  gtk_box_append (GTK_BOX (box), label);
}

static void
add_captioned (GtkWidget *box, SlipDifferenceColumn column, const char *text)
{
  if (column == SLIP_DIFFERENCE_RELEASE) {
    gtk_box_append (GTK_BOX (box), new_label (text, "heading"));
    return;
  }
  if (*text == '\0')
    return;
  gtk_box_append (GTK_BOX (box), new_label (get_title (column), "caption"));
  gtk_box_append (GTK_BOX (box), new_label (text, NULL));
}

/* Everything in the row in one sentence, for those who do not see columns. */
static void
name_row (GtkWidget *row, const SlipDifference *difference, SlipDate today)
{
  g_autoptr (GString) name = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++) {
    g_autofree char *cell = dup_cell (difference, columns[i].column, today);
    if (*cell == '\0')
      continue;
    g_strdelimit (cell, "\n", ';');
    if (i == 0)
      g_string_append (name, cell);
    else
      /* Translators: the title of a column and what stands in it. */
      g_string_append_printf (name, _ (". %s: %s"),
                              get_title (columns[i].column), cell);
  }
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

static GtkWidget *
new_cells (SlipDifferenceTable *self,
           const SlipDifference *difference,
           SlipDate today)
{
  GtkWidget *box = gtk_box_new (self->is_narrow ? GTK_ORIENTATION_VERTICAL
                                                : GTK_ORIENTATION_HORIZONTAL,
                                self->is_narrow ? 2 : 12);
  gtk_widget_add_css_class (box, "difference-row");
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++) {
    g_autofree char *cell = dup_cell (difference, columns[i].column, today);
    if (self->is_narrow)
      add_captioned (box, columns[i].column, cell);
    else
      add_column (box, i, cell, i == 0 ? "heading" : NULL);
  }
  return box;
}

/* The columns' titles; a row of its own only for the eye. */
static void
add_titles (SlipDifferenceTable *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *row = gtk_list_box_row_new ();
  gtk_widget_add_css_class (box, "difference-row");
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (box, i, get_title (columns[i].column), "heading");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (self->list, row);
}

static void
clear (SlipDifferenceTable *self)
{
  GtkWidget *row;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

static void
row_activated_cb (SlipDifferenceTable *self, GtkListBoxRow *row)
{
  const char *release = g_object_get_data (G_OBJECT (row), "release");
  if (release != NULL)
    g_signal_emit (self, signals[RELEASE_ACTIVATED], 0, release);
}

static void
slip_difference_table_dispose (GObject *object)
{
  SlipDifferenceTable *self = SLIP_DIFFERENCE_TABLE (object);
  g_clear_pointer ((GtkWidget **) &self->list, gtk_widget_unparent);
  G_OBJECT_CLASS (slip_difference_table_parent_class)->dispose (object);
}

static void
slip_difference_table_class_init (SlipDifferenceTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = slip_difference_table_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass),
                                            GTK_TYPE_BIN_LAYOUT);
  signals[RELEASE_ACTIVATED] =
    g_signal_new ("release-activated", SLIP_TYPE_DIFFERENCE_TABLE,
                  G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                  G_TYPE_STRING);
}

static void
slip_difference_table_init (SlipDifferenceTable *self)
{
  GtkWidget *list = gtk_list_box_new ();
  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_name (list, "difference-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Releases that would be different"), -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (list, GTK_WIDGET (self));
}

GtkWidget *
slip_difference_table_new (gboolean is_narrow)
{
  SlipDifferenceTable *self = g_object_new (SLIP_TYPE_DIFFERENCE_TABLE, NULL);
  self->is_narrow = is_narrow;
  return GTK_WIDGET (self);
}

void
slip_difference_table_set_differences (SlipDifferenceTable *self,
                                       const SlipDifferences *differences,
                                       SlipDate today)
{
  g_return_if_fail (SLIP_IS_DIFFERENCE_TABLE (self));

  clear (self);
  if (!self->is_narrow && differences->releases->len > 0)
    add_titles (self);
  for (guint i = 0; i < differences->releases->len; i++) {
    const SlipDifference *difference = differences->releases->pdata[i];
    GtkWidget *row = gtk_list_box_row_new ();
    gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row),
                                new_cells (self, difference, today));
    name_row (row, difference, today);
    g_object_set_data_full (G_OBJECT (row), "release",
                            g_strdup (difference->release), g_free);
    gtk_list_box_append (self->list, row);
  }
}

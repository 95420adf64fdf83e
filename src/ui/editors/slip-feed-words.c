/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-feed-words.h"

#include "slip-ask.h"
#include "slip-control-name.h"
#include "slip-observation.h"
#include "slip-plain-row.h"

#include <glib/gi18n-lib.h>

/* The longest word that can be typed. */
#define MAX_WORD_LENGTH 200

/* A line, and what the plan has for it. */
typedef struct {
  char *id;
  char *word; /* %NULL for a new one */
  guint state;
  GtkWidget *row; /* these are borrowed */
  GtkEditable *entry;
  GtkDropDown *states;
  gboolean is_removed;
} Line;

struct _SlipFeedWords {
  AdwPreferencesGroup parent_instance;

  char *feed;
  GPtrArray *lines; /* Line */
};

G_DEFINE_FINAL_TYPE (SlipFeedWords, slip_feed_words, ADW_TYPE_PREFERENCES_GROUP)

static void
free_line (gpointer data)
{
  Line *line = data;

  g_free (line->id);
  g_free (line->word);
  g_free (line);
}

static void
remove_clicked_cb (GtkButton *button, SlipFeedWords *self)
{
  for (guint i = 0; i < self->lines->len; i++) {
    Line *line = self->lines->pdata[i];

    if (line->is_removed ||
        !gtk_widget_is_ancestor (GTK_WIDGET (button), line->row))
      continue;
    line->is_removed = TRUE;
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), line->row);
    return;
  }
}

static void
add_clicked_cb (GtkButton *button, SlipFeedWords *self)
{
  Line *line;

  slip_feed_words_add (self, "", SLIP_OBSERVED_DONE);
  line = self->lines->pdata[self->lines->len - 1];
  gtk_widget_grab_focus (GTK_WIDGET (line->entry));
}

static GtkWidget *
new_states (guint state)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *states;

  for (guint i = 0; i < SLIP_OBSERVED_N_STATES; i++)
    gtk_string_list_append (names, slip_observed_state_get_label (i));
  states = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (states), state);
  gtk_widget_set_valign (states, GTK_ALIGN_CENTER);
  slip_control_name_set (states, _ ("What it means"));
  return states;
}

static GtkWidget *
new_remove (SlipFeedWords *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Remove Word"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Remove Word"), -1);
  g_signal_connect (button, "clicked", G_CALLBACK (remove_clicked_cb), self);
  return button;
}

static GtkWidget *
new_entry (const char *word)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_widget_set_name (entry, "feed-word");
  gtk_editable_set_text (GTK_EDITABLE (entry), word);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  gtk_entry_set_max_length (GTK_ENTRY (entry), MAX_WORD_LENGTH);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("What the feed says"));
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What the feed says"), -1);
  return entry;
}

static Line *
add_line (SlipFeedWords *self, char *id, const char *word, guint state)
{
  Line *line = g_new0 (Line, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *entry = new_entry (word ? word : "");
  GtkWidget *states = new_states (state);

  gtk_widget_add_css_class (box, "field");
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), states);
  gtk_box_append (GTK_BOX (box), new_remove (self));
  line->id = id;
  line->state = state;
  line->entry = GTK_EDITABLE (entry);
  line->states = GTK_DROP_DOWN (states);
  line->row = slip_plain_row_new (box);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), line->row);
  g_ptr_array_add (self->lines, line);
  return line;
}

static void
slip_feed_words_finalize (GObject *object)
{
  SlipFeedWords *self = SLIP_FEED_WORDS (object);

  g_ptr_array_unref (self->lines);
  g_free (self->feed);

  G_OBJECT_CLASS (slip_feed_words_parent_class)->finalize (object);
}

static void
slip_feed_words_class_init (SlipFeedWordsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_feed_words_finalize;
}

static void
slip_feed_words_init (SlipFeedWords *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);
  GtkWidget *add = gtk_button_new_with_label (_ ("Add Word"));

  self->lines = g_ptr_array_new_with_free_func (free_line);
  gtk_widget_set_name (GTK_WIDGET (self), "feed-words");
  gtk_widget_set_name (add, "add-word");
  gtk_widget_set_valign (add, GTK_ALIGN_CENTER);
  g_signal_connect (add, "clicked", G_CALLBACK (add_clicked_cb), self);
  adw_preferences_group_set_title (group, _ ("What Words Mean"));
  adw_preferences_group_set_description (group,
                                         _ ("A word that nobody has explained "
                                            "is unknown, and never good news"));
  adw_preferences_group_set_header_suffix (group, add);
}

GtkWidget *
slip_feed_words_new (const SlipPlanState *state, const char *feed)
{
  SlipFeedWords *self = g_object_new (SLIP_TYPE_FEED_WORDS, NULL);
  g_autoptr (GPtrArray) rows =
    slip_plan_state_list_owned (state, SLIP_KIND_FEED_WORD, feed);

  self->feed = g_strdup (feed);
  for (guint i = 0; i < rows->len; i++) {
    const SlipRow *row = rows->pdata[i];
    const char *word = slip_row_get_text (row, SLIP_FEED_WORD_WORD);
    Line *line =
      add_line (self, g_strdup (slip_row_get_id (row)), word,
                (guint) slip_row_get_integer (row, SLIP_FEED_WORD_STATE));

    line->word = g_strdup (word);
  }
  return GTK_WIDGET (self);
}

void
slip_feed_words_add (SlipFeedWords *self, const char *word, guint state)
{
  g_return_if_fail (SLIP_IS_FEED_WORDS (self));

  add_line (self, slip_id_new (), word, state);
}

void
slip_feed_words_add_wishes (SlipFeedWords *self, GPtrArray *wishes)
{
  g_return_if_fail (SLIP_IS_FEED_WORDS (self));

  for (guint i = 0; i < self->lines->len; i++) {
    const Line *line = self->lines->pdata[i];
    g_autofree char *word =
      g_strstrip (g_strdup (gtk_editable_get_text (line->entry)));
    guint state = gtk_drop_down_get_selected (line->states);
    gboolean is_there = !line->is_removed && *word != '\0';
    const char *pairs[] = { "word", word, "state",
                            slip_observed_state_get_nick (state), NULL };

    if (!line->word && is_there)
      g_ptr_array_add (wishes,
                       slip_wish_new_create (SLIP_KIND_FEED_WORD, line->id,
                                             self->feed, pairs));
    else if (line->word && !is_there)
      g_ptr_array_add (wishes,
                       slip_wish_new_remove (SLIP_KIND_FEED_WORD, line->id));
    else if (is_there &&
             (!g_str_equal (word, line->word) || state != line->state))
      g_ptr_array_add (wishes, slip_wish_new_set (SLIP_KIND_FEED_WORD, line->id,
                                                  pairs));
  }
}

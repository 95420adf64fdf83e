/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-feed-names.h"

#include "slip-ask.h"
#include "slip-plain-row.h"
#include "slip-plain-text.h"
#include "slip-release-picker.h"
#include "slip-release.h"
#include "slip-text.h"

#include <glib/gi18n-lib.h>

/* So many names get a line at a time; a feed may know thousands. */
#define MAX_NEW 50

/* A name and what it is taken for. */
typedef struct {
  SlipFeedNames *names; /* borrowed */
  SlipKind kind;        /* release or audience */
  char *text;
  char *alias; /* the id of the row in the plan, or of one to be made */
  char *kept;  /* what the plan takes it for, or %NULL */
  char *id;    /* what it is taken for here, or %NULL */
  guint n_observations;
  AdwActionRow *row; /* these are borrowed */
  GtkLabel *chosen;
  GtkWidget *clear;
  GtkWidget *picker; /* %NULL until it is opened */
} Line;

struct _SlipFeedNames {
  AdwPreferencesGroup parent_instance;

  SlipPlanState *state;
  char *feed;
  GPtrArray *lines;  /* Line */
  GHashTable *flags; /* texts that have a row */
  GtkWidget *more;   /* %NULL while there is a line for each */
};

G_DEFINE_FINAL_TYPE (SlipFeedNames, slip_feed_names, ADW_TYPE_PREFERENCES_GROUP)

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
free_line (gpointer data)
{
  Line *line = data;

  g_free (line->text);
  g_free (line->alias);
  g_free (line->kept);
  g_free (line->id);
  g_free (line);
}

/* %NULL if it is not in the plan any more. */
static char *
dup_title (const Line *line)
{
  const SlipRow *row =
    slip_plan_state_get (line->names->state, line->kind, line->id);

  if (!row)
    return NULL;
  return line->kind == SLIP_KIND_RELEASE
           ? slip_release_dup_title (line->names->state, row)
           : g_strdup (slip_row_get_text (row, SLIP_AUDIENCE_NAME));
}

static char *
dup_subtitle (const Line *line)
{
  const char *problem = line->kind == SLIP_KIND_RELEASE
                          ? _ ("No release is called so")
                          : _ ("No audience is called so");
  g_autofree char *n = NULL;

  if (line->id)
    return g_strdup (line->kind == SLIP_KIND_RELEASE ? _ ("Release")
                                                     : _ ("Audience"));
  if (line->n_observations == 0)
    return g_strdup (problem);
  n = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u value", "%u values",
                                    line->n_observations),
                       line->n_observations);
  return g_strdup_printf ("%s · %s", problem, n);
}

static void
show_line (const Line *line)
{
  g_autofree char *title = dup_title (line);
  g_autofree char *subtitle = dup_subtitle (line);

  slip_plain_text_set_row_subtitle (line->row, subtitle);
  /* Translators: a button that opens a list of what a name can mean. */
  gtk_label_set_text (line->chosen, title ? title : _ ("This Is…"));
  gtk_widget_set_visible (line->clear, line->id != NULL);
}

static void
take (Line *line, const char *id)
{
  if (g_strcmp0 (id, line->id) == 0)
    return;
  g_free (line->id);
  line->id = id && *id != '\0' ? g_strdup (id) : NULL;
  show_line (line);
  g_signal_emit (line->names, signals[CHANGED], 0);
}

static void
picked_cb (SlipPicker *picker, const char *id, const char *name, Line *line)
{
  take (line, id);
}

static void
clear_clicked_cb (GtkButton *button, Line *line)
{
  take (line, NULL);
}

static void
audience_chosen_cb (GtkButton *button, Line *line)
{
  gtk_popover_popdown (GTK_POPOVER (line->picker));
  take (line, g_object_get_data (G_OBJECT (button), "id"));
}

static int
compare_audiences_cb (gconstpointer a, gconstpointer b)
{
  const SlipRow *first = *(const SlipRow *const *) a;
  const SlipRow *second = *(const SlipRow *const *) b;

  return g_strcmp0 (slip_row_get_text (first, SLIP_AUDIENCE_RANK),
                    slip_row_get_text (second, SLIP_AUDIENCE_RANK));
}

/* There are few audiences: all are shown. */
static GtkWidget *
new_audience_picker (Line *line)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GPtrArray) rows =
    slip_plan_state_list (line->names->state, SLIP_KIND_AUDIENCE);

  g_ptr_array_sort (rows, compare_audiences_cb);
  for (guint i = 0; i < rows->len; i++) {
    const char *name = slip_row_get_text (rows->pdata[i], SLIP_AUDIENCE_NAME);
    GtkWidget *button = gtk_button_new_with_label (name);
    g_autofree char *widget_name = g_strconcat ("audience:", name, NULL);

    gtk_widget_set_name (button, widget_name);
    gtk_widget_add_css_class (button, "flat");
    g_object_set_data_full (G_OBJECT (button), "id",
                            g_strdup (slip_row_get_id (rows->pdata[i])),
                            g_free);
    g_signal_connect (button, "clicked", G_CALLBACK (audience_chosen_cb), line);
    gtk_box_append (GTK_BOX (box), button);
  }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (
                                                      scrolled),
                                                    TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled),
                                              320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  return popover;
}

static void
open_picker (Line *line)
{
  g_autoptr (GHashTable) without = g_hash_table_new (g_str_hash, g_str_equal);

  if (line->kind == SLIP_KIND_RELEASE)
    slip_release_picker_ask (SLIP_RELEASE_PICKER (line->picker),
                             line->names->state, without);
  else
    gtk_popover_popup (GTK_POPOVER (line->picker));
}

static void
choose_clicked_cb (GtkButton *button, Line *line)
{
  if (!line->picker) {
    line->picker = line->kind == SLIP_KIND_RELEASE ? slip_release_picker_new ()
                                                   : new_audience_picker (line);
    gtk_widget_set_parent (line->picker, GTK_WIDGET (button));
    if (line->kind == SLIP_KIND_RELEASE)
      g_signal_connect (line->picker, "picked", G_CALLBACK (picked_cb), line);
  }
  open_picker (line);
}

/* A popover of one's own is not let go by a button. */
static void
button_destroyed_cb (GtkWidget *button, Line *line)
{
  g_clear_pointer (&line->picker, gtk_widget_unparent);
}

static void
fill_row (Line *line)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *name = g_strconcat ("this-is:", line->text, NULL);
  g_autofree char *spoken = g_strdup_printf (
    /* Translators: a name that a status feed uses. */
    _ ("What “%s” is"), line->text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_name (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (choose_clicked_cb), line);
  g_signal_connect (button, "unrealize", G_CALLBACK (button_destroyed_cb),
                    line);
  line->chosen = GTK_LABEL (label);
  line->clear = gtk_button_new_from_icon_name ("edit-clear-symbolic");
  gtk_widget_add_css_class (line->clear, "flat");
  gtk_widget_set_valign (line->clear, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (line->clear, _ ("Forget What It Is"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (line->clear),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Forget What It Is"), -1);
  g_signal_connect (line->clear, "clicked", G_CALLBACK (clear_clicked_cb),
                    line);
  adw_action_row_add_suffix (line->row, button);
  adw_action_row_add_suffix (line->row, line->clear);
}

static Line *
add_line (SlipFeedNames *self, SlipKind kind, const char *text)
{
  Line *line = g_new0 (Line, 1);
  GtkWidget *row = adw_action_row_new ();

  line->names = self;
  line->kind = kind;
  line->text = g_strdup (text);
  line->row = ADW_ACTION_ROW (row);
  slip_plain_text_set_row_title (ADW_PREFERENCES_ROW (row), text);
  fill_row (line);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->lines, line);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  return line;
}

static char *
dup_key (SlipKind kind, const char *text)
{
  g_autofree char *folded = slip_text_fold (text);

  return g_strdup_printf ("%d %s", (int) kind, folded);
}

/* The lines that are there, by dup_key(). */
static GHashTable *
new_index (SlipFeedNames *self)
{
  GHashTable *index =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->lines->len; i++) {
    Line *line = self->lines->pdata[i];

    g_hash_table_insert (index, dup_key (line->kind, line->text), line);
  }
  return index;
}

static void
slip_feed_names_finalize (GObject *object)
{
  SlipFeedNames *self = SLIP_FEED_NAMES (object);

  g_ptr_array_unref (self->lines);
  g_hash_table_unref (self->flags);
  slip_plan_state_unref (self->state);
  g_free (self->feed);

  G_OBJECT_CLASS (slip_feed_names_parent_class)->finalize (object);
}

static void
slip_feed_names_class_init (SlipFeedNamesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_feed_names_finalize;
  signals[CHANGED] =
    g_signal_new ("changed", SLIP_TYPE_FEED_NAMES, G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
slip_feed_names_init (SlipFeedNames *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);

  self->lines = g_ptr_array_new_with_free_func (free_line);
  self->flags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_set_name (GTK_WIDGET (self), "feed-names");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  adw_preferences_group_set_title (group, _ ("What Names Mean"));
  adw_preferences_group_set_description (
    group, _ ("Names that the feed has for releases and audiences of this "
              "plan"));
}

GtkWidget *
slip_feed_names_new (const SlipPlanState *state, const char *feed)
{
  SlipFeedNames *self = g_object_new (SLIP_TYPE_FEED_NAMES, NULL);
  g_autoptr (GPtrArray) rows =
    slip_plan_state_list_owned (state, SLIP_KIND_FEED_ALIAS, feed);

  self->state = slip_plan_state_ref (state);
  self->feed = g_strdup (feed);
  for (guint i = 0; i < rows->len; i++) {
    const SlipRow *row = rows->pdata[i];
    const char *release = slip_row_get_text (row, SLIP_FEED_ALIAS_RELEASE);
    Line *line =
      add_line (self, release ? SLIP_KIND_RELEASE : SLIP_KIND_AUDIENCE,
                slip_row_get_text (row, SLIP_FEED_ALIAS_TEXT));

    line->alias = g_strdup (slip_row_get_id (row));
    line->kept = g_strdup (
      release ? release : slip_row_get_text (row, SLIP_FEED_ALIAS_AUDIENCE));
    line->id = g_strdup (line->kept);
    show_line (line);
  }
  return GTK_WIDGET (self);
}

static void
add_row (SlipFeedNames *self, GtkWidget **row, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "field");
  *row = slip_plain_row_new (label);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), *row);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/* Of a flag it is told that the plan has none so called: to be chosen there is
 * nothing. */
static void
add_flag (SlipFeedNames *self, const char *flag)
{
  GtkWidget *row;
  g_autofree char *text =
    g_strdup_printf (_ ("No open release has the flag “%s”"), flag);

  add_row (self, &row, text);
  g_hash_table_add (self->flags, g_strdup (flag));
}

/* Tells how many names have no line. */
static void
show_more (SlipFeedNames *self, guint n)
{
  g_autofree char *text = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n), n);

  if (self->more)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->more);
  self->more = NULL;
  if (n > 0)
    add_row (self, &self->more, text);
}

static gboolean
has_line (SlipFeedNames *self, GHashTable *index, const SlipUnmatchedName *name)
{
  g_autofree char *key = dup_key (name->kind, name->text);
  Line *line = g_hash_table_lookup (index, key);

  if (line) {
    line->n_observations = name->n_observations;
    show_line (line);
  }
  return line || (name->kind == SLIP_KIND_FLAG &&
                  g_hash_table_contains (self->flags, name->text));
}

void
slip_feed_names_add (SlipFeedNames *self, const GPtrArray *names)
{
  g_autoptr (GHashTable) index = NULL;
  guint n_new = 0;

  g_return_if_fail (SLIP_IS_FEED_NAMES (self));

  index = new_index (self);
  for (guint i = 0; i < names->len; i++) {
    const SlipUnmatchedName *name = names->pdata[i];
    Line *line;

    if (has_line (self, index, name) || n_new++ >= MAX_NEW)
      continue;
    if (name->kind == SLIP_KIND_FLAG) {
      add_flag (self, name->text);
      continue;
    }
    line = add_line (self, name->kind, name->text);
    line->n_observations = name->n_observations;
    show_line (line);
  }
  show_more (self, n_new > MAX_NEW ? n_new - MAX_NEW : 0);
}

void
slip_feed_names_choose (SlipFeedNames *self, const char *text, const char *id)
{
  g_return_if_fail (SLIP_IS_FEED_NAMES (self));

  for (guint i = 0; i < self->lines->len; i++) {
    Line *line = self->lines->pdata[i];

    if (g_str_equal (line->text, text))
      take (line, id);
  }
}

static void
add_wish (const Line *line, const char *feed, GPtrArray *wishes)
{
  g_autofree char *id = line->alias ? NULL : slip_id_new ();
  const char *pairs[] = { "text", line->text,
                          line->kind == SLIP_KIND_RELEASE ? "release"
                                                          : "audience",
                          line->id, NULL };

  if (g_strcmp0 (line->id, line->kept) == 0)
    return;
  if (!line->id)
    g_ptr_array_add (wishes,
                     slip_wish_new_remove (SLIP_KIND_FEED_ALIAS, line->alias));
  else if (line->kept)
    g_ptr_array_add (wishes, slip_wish_new_set (SLIP_KIND_FEED_ALIAS,
                                                line->alias, pairs));
  else
    g_ptr_array_add (wishes, slip_wish_new_create (SLIP_KIND_FEED_ALIAS, id,
                                                   feed, pairs));
}

void
slip_feed_names_add_wishes (SlipFeedNames *self, GPtrArray *wishes)
{
  g_return_if_fail (SLIP_IS_FEED_NAMES (self));

  for (guint i = 0; i < self->lines->len; i++)
    add_wish (self->lines->pdata[i], self->feed, wishes);
}

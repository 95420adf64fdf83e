/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-conflict-line.h"

#include "slip-actions.h"
#include "slip-ask.h"
#include "slip-date-text.h"
#include "slip-exception.h"
#include "slip-solution-box.h"

#include <glib/gi18n-lib.h>

/* What a button asks an exception for. */
typedef struct {
  char *release;
  char *stage; /* "" for the whole release */
  char *freeze;
} Wish;

static void
free_wish (gpointer data, GClosure *closure)
{
  Wish *wish = data;

  g_free (wish->release);
  g_free (wish->stage);
  g_free (wish->freeze);
  g_free (wish);
}

static void
clicked_cb (GtkButton *button, Wish *wish)
{
  slip_ask (GTK_WIDGET (button), SLIP_ACTION_ASK_EXCEPTION,
            g_variant_new ("(sss)", wish->release, wish->stage, wish->freeze));
}

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
new_button (const char *release, const SlipConflict *conflict)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Exception…"));
  Wish *wish = g_new (Wish, 1);
  /* Translators: a freeze. */
  g_autofree char *label =
    g_strdup_printf (_ ("Ask for an exception from “%s”"),
                     conflict->cause_name ? conflict->cause_name : "");

  *wish = (Wish){ g_strdup (release),
                  g_strdup (conflict->stage ? conflict->stage : ""),
                  g_strdup (conflict->cause) };
  gtk_widget_set_name (button, "ask-exception");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (clicked_cb), wish,
                         free_wish, 0);
  return button;
}

/* 'Exception by Release lead, until …: a customer waits' */
static char *
dup_exception (const SlipRow *record)
{
  SlipDate until = slip_row_get_date (record, SLIP_DECISION_UNTIL);
  const char *person = slip_row_get_text (record, SLIP_DECISION_PERSON_NAME);
  const char *reason = slip_row_get_text (record, SLIP_DECISION_REASON);
  g_autofree char *day =
    slip_date_dup_text (until, SLIP_DATE_STYLE_MEDIUM, SLIP_DATE_NONE);

  if (!slip_date_is_set (until))
    /* Translators: who decided, and why. */
    return g_strdup_printf (_ ("Exception by %s: %s"), person, reason);

  /* Translators: who decided, the last day, and why. */
  return g_strdup_printf (_ ("Exception by %s, until %s: %s"), person, day,
                          reason);
}

/* A button beside the sentence, or the exception below it. */
static void
add_exception (const SlipPlanState *state,
               const char *release,
               const SlipConflict *conflict,
               GtkBox *line,
               GtkBox *box)
{
  const SlipRow *record = slip_exception_find (state, release, conflict->stage,
                                               conflict->cause, conflict->day);
  g_autofree char *text = record ? dup_exception (record) : NULL;
  GtkWidget *label;

  if (!record && conflict->excepted_by == NULL) {
    gtk_box_append (line, new_button (release, conflict));
    return;
  }

  /* One for the launch stage alone is told in the sentence. */
  if (!record)
    return;
  label = new_label (text, "caption");
  gtk_widget_set_name (label, "exception");
  gtk_box_append (box, label);
}

static gboolean
is_freeze (const SlipConflict *conflict)
{
  return conflict->type == SLIP_CONFLICT_FREEZE ||
         conflict->type == SLIP_CONFLICT_STAGE_FREEZE;
}

static GtkWidget *
new_line (const SlipPlanState *state,
          const SlipConflictContext *context,
          const char *release,
          const SlipConflict *conflict,
          const char *sentence)
{
  g_autofree char *text =
    g_strconcat (conflict->is_soft ? "⚠ " : "⊘ ", sentence, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (line), new_label (text, "conflict-text"));
  gtk_box_append (GTK_BOX (box), line);
  gtk_widget_add_css_class (box, "conflict");
  gtk_widget_add_css_class (box, conflict->is_soft ? "soft" : "hard");
  if (is_freeze (conflict) &&
      (!conflict->is_soft || conflict->excepted_by != NULL))
    add_exception (state, release, conflict, GTK_BOX (line), GTK_BOX (box));
  if (conflict->excepted_by == NULL)
    gtk_box_append (GTK_BOX (box),
                    slip_solution_box_new (state, context, release, conflict));
  return box;
}

void
slip_conflict_line_add_all (GtkBox *box,
                            const SlipPlanState *state,
                            const SlipConflictContext *context,
                            const char *release,
                            const GPtrArray *conflicts)
{
  for (guint is_soft = FALSE; is_soft <= TRUE; is_soft++) {
    guint n_told = 1;

    for (guint i = 0; i < conflicts->len; i += n_told) {
      const SlipConflict *conflict = conflicts->pdata[i];
      g_autofree char *sentence =
        slip_conflict_describe_group (conflicts, i, &n_told);

      /* What is too much in one week is solved in another, for all alike. */
      if (conflict->is_soft == (gboolean) is_soft)
        gtk_box_append (box,
                        new_line (state, context, release, conflict, sentence));
    }
  }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-knowledge-actions.h"

#include "slip-edit-runner.h"
#include "slip-knowledge.h"
#include "slip-plain-text.h"
#include "slip-tell-dialog.h"
#include "slip-telling.h"

#include <glib/gi18n.h>

/* The dialog reads what the audiences were told, so that must be there. */
typedef struct {
  SlipWindow *window;
  char *release;
  char *audience;
  char *communication;
} Wish;

static void
free_wish (Wish *wish)
{
  g_object_unref (wish->window);
  g_free (wish->release);
  g_free (wish->audience);
  g_free (wish->communication);
  g_free (wish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wish, free_wish)

static const char *
get_filled (const char *text)
{
  return text != NULL && *text != '\0' ? text : NULL;
}

static void
show_dialog (const Wish *wish)
{
  SlipWindow *window = wish->window;
  const SlipPlanState *state = slip_window_get_state (window);
  if (state == NULL ||
      slip_plan_state_get (state, SLIP_KIND_RELEASE, wish->release) == NULL)
    return;
  GtkWidget *dialog =
    slip_tell_dialog_new (state, wish->release, get_filled (wish->audience),
                          get_filled (wish->communication),
                          slip_workspace_get_person (
                            slip_window_get_workspace (window)),
                          slip_window_get_today (window));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Wish) wish = data;
  g_autoptr (GError) error = NULL;
  gboolean is_loaded =
    slip_workspace_load_parts_finish (SLIP_WORKSPACE (source), result, &error);
  slip_window_end_work (wish->window);
  if (slip_window_get_workspace (wish->window) != SLIP_WORKSPACE (source))
    return;
  if (is_loaded)
    show_dialog (wish);
  else
    slip_window_say (wish->window, error->message);
}

static void
tell_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *release;
  const char *audience;
  const char *communication;
  g_variant_get (parameter, "(&s&s&s)", &release, &audience, &communication);
  if (*release == '\0')
    release = slip_plan_page_get_selected (slip_window_get_page (window));
  if (release == NULL || slip_window_get_workspace (window) == NULL)
    return;
  Wish *wish = g_new (Wish, 1);
  *wish = (Wish){ g_object_ref (window), g_strdup (release),
                  g_strdup (audience), g_strdup (communication) };
  slip_window_begin_work (window);
  slip_workspace_load_parts_async (slip_window_get_workspace (window),
                                   (const char *const[]){ release, NULL }, NULL,
                                   loaded_cb, wish);
}

/* Says of @telling what a pair of @name and @text says. */
static void
take_pair (SlipTelling *telling, const char *name, const char *text)
{
  const SlipProperty *types =
    slip_schema_get_property (SLIP_KIND_COMMUNICATION, SLIP_COMMUNICATION_TYPE);
  const struct {
    const char *name;
    char **text;
  } texts[] = {
    { "audience", &telling->audience },
    { "sent_by", &telling->by },
    { "channel", &telling->channel },
    { "confirmed_by", &telling->confirmed_by },
    { "note", &telling->note },
  };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (texts[i].name, name)) {
      g_free (*texts[i].text);
      *texts[i].text = g_strdup (text);
    }
  if (g_str_equal (name, "date_told"))
    telling->date_told = slip_date_parse (text);
  if (g_str_equal (name, "type"))
    telling->type =
      (SlipCommunicationType) MAX (slip_enum_find (types->values, text), 0);
}

static void
free_held_telling (gpointer data)
{
  SlipTelling **held = data;
  g_clear_pointer (held, slip_telling_free);
  g_free (held);
}

/* A SlipReadyFunc over a held SlipTelling, which it takes: it was I, unless
 * somebody else was named. */
static void
record (SlipWindow *window, SlipWorkspace *workspace, gpointer data)
{
  SlipTelling *telling = g_steal_pointer ((SlipTelling **) data);
  if (get_filled (telling->by) == NULL) {
    g_free (telling->by);
    telling->by = g_strdup (slip_workspace_get_person (workspace));
  }
  slip_edit_runner_run (slip_window_get_runner (window), slip_telling_run,
                        telling, (GDestroyNotify) slip_telling_free,
                        SLIP_EDIT_DEFAULT);
}

static void
record_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *release;
  const char *communication;
  const char *day;
  const char *name;
  const char *text;
  g_autoptr (GVariant) pairs = NULL;
  GVariantIter iter;
  if (slip_window_get_workspace (window) == NULL)
    return;
  g_variant_get (parameter, "(&s&s&s@a(ss))", &release, &communication, &day,
                 &pairs);
  SlipClock *clock =
    slip_workspace_get_clock (slip_window_get_workspace (window));
  SlipTelling *telling =
    slip_telling_new (release, NULL, SLIP_COMMUNICATION_HEADS_UP,
                      slip_clock_get_instant (clock, slip_date_parse (day)),
                      slip_window_get_today (window));
  telling->communication = g_strdup (get_filled (communication));
  telling->tells_present = FALSE;
  g_variant_iter_init (&iter, pairs);
  while (g_variant_iter_next (&iter, "(&s&s)", &name, &text))
    take_pair (telling, name, text);
  SlipTelling **held = g_new (SlipTelling *, 1);
  *held = telling;
  slip_edit_runner_when_ready (slip_window_get_runner (window), record, held,
                               free_held_telling);
}

/* A question who has confirmed it; lives as long as its dialog. */
typedef struct {
  SlipWindow *window; /* borrowed: it is what the dialog stands in front of */
  char *communication;
  GtkEditable *name;
} Question;

static void
free_question (gpointer data, GClosure *closure)
{
  Question *question = data;
  g_free (question->communication);
  g_free (question);
}

static void
set_confirmed (SlipWindow *window,
               const char *communication,
               gboolean is_confirmed,
               const char *by)
{
  SlipClock *clock =
    slip_workspace_get_clock (slip_window_get_workspace (window));
  SlipConfirmation *confirmation = slip_confirmation_new (
    communication, is_confirmed, by,
    slip_clock_get_instant (clock, slip_window_get_today (window)));
  slip_edit_runner_run (slip_window_get_runner (window), slip_confirmation_run,
                        confirmation, (GDestroyNotify) slip_confirmation_free,
                        SLIP_EDIT_DEFAULT);
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, Question *question)
{
  g_autofree char *name =
    g_strstrip (g_strdup (gtk_editable_get_text (question->name)));
  if (g_str_equal (response, "confirm") &&
      slip_window_get_workspace (question->window) != NULL)
    set_confirmed (question->window, question->communication, TRUE, name);
}

/* Who most likely has: the owner of the audience's checklist, or of it. */
static const char *
find_likely (const SlipPlanState *state, const SlipRow *communication)
{
  const char *id =
    slip_row_get_text (communication, SLIP_COMMUNICATION_AUDIENCE);
  g_autoptr (SlipReleaseSummary) summary =
    slip_plan_state_get_summary (state, slip_row_get_owner (communication));
  const SlipChecklistSummary *checklist =
    summary != NULL ? slip_release_summary_find (summary, id) : NULL;
  const SlipRow *audience = slip_plan_state_get (state, SLIP_KIND_AUDIENCE, id);
  const SlipRow *person = NULL;
  if (checklist != NULL)
    person = slip_plan_state_get (state, SLIP_KIND_PERSON, checklist->owner);
  if (person == NULL && audience != NULL)
    person = slip_plan_state_follow (state, audience, SLIP_AUDIENCE_OWNER);
  return person != NULL ? slip_row_get_text (person, SLIP_PERSON_NAME) : NULL;
}

static GtkWidget *
new_name_entry (const char *name)
{
  GtkWidget *entry = gtk_entry_new ();
  const char *label = _ ("Who has confirmed it");
  gtk_widget_set_name (entry, "confirmed-by");
  gtk_editable_set_text (GTK_EDITABLE (entry), name != NULL ? name : "");
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return entry;
}

static void
confirm_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const SlipPlanState *state = slip_window_get_state (window);
  const char *id = g_variant_get_string (parameter, NULL);
  const SlipRow *row =
    state != NULL ? slip_plan_state_get (state, SLIP_KIND_COMMUNICATION, id)
                  : NULL;
  if (row == NULL)
    return;
  g_autofree char *label = slip_entity_dup_label (state, row);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (window), NULL, NULL);
  GtkWidget *entry = new_name_entry (find_likely (state, row));
  Question *question = g_new (Question, 1);
  *question = (Question){ window, g_strdup (id), GTK_EDITABLE (entry) };
  gtk_widget_set_name (dialog, "confirm-dialog");
  slip_plain_text_set_message (ADW_MESSAGE_DIALOG (dialog),
                               _ ("Who Has Confirmed It?"), label);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel",
                                    _ ("_Cancel"), "confirm", _ ("Co_nfirmed"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog),
                                              "confirm",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog),
                                           "confirm");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question,
                         free_question, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

static void
unconfirm_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  if (slip_window_get_workspace (window) != NULL)
    set_confirmed (window, g_variant_get_string (parameter, NULL), FALSE, NULL);
}

static const GActionEntry entries[] = {
  { "tell-audience", tell_cb, "(sss)" },
  { "record-telling", record_cb, "(sssa(ss))" },
  { "confirm-communication", confirm_cb, "s" },
  { "unconfirm-communication", unconfirm_cb, "s" },
};

void
slip_knowledge_actions_add (SlipWindow *window)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  g_action_map_add_action_entries (G_ACTION_MAP (window), entries,
                                   G_N_ELEMENTS (entries), window);
}

void
slip_knowledge_actions_update (SlipWindow *window)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (
                                   G_ACTION_MAP (window), entries[i].name)),
                                 slip_window_can_edit (window));
}

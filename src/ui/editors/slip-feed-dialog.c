/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-feed-dialog.h"

#include "slip-adapter.h"
#include "slip-ask.h"
#include "slip-entity-edit.h"
#include "slip-feed-names.h"
#include "slip-feed-service.h"
#include "slip-feed-trial.h"
#include "slip-feed-words.h"
#include "slip-intent.h"
#include "slip-observation-match.h"
#include "slip-plain-row.h"
#include "slip-wishes.h"

#include <glib/gi18n-lib.h>

#define DATA_KEY "slip-feed-dialog"

struct _SlipFeedDialog {
  GObject parent_instance;

  SlipPlanState *state; /* as it was when this began */
  char *feed;
  SlipDate today;
  gboolean is_new;
  gboolean has_secret;
  gboolean forgets_secret;

  SlipFormWindow *window; /* borrowed: owns this */
  SlipField *address;
  SlipField *secret_name;
  GtkDropDown *adapters;
  GtkWidget *secret;
  GtkWidget *forget;
  GtkWidget *pointers;
  SlipFeedWords *words;
  SlipFeedNames *names;
  SlipFeedTrial *trial;

  SlipStatusReport *report; /* the last one, or NULL */
  guint n_pages;
};

G_DEFINE_FINAL_TYPE (SlipFeedDialog, slip_feed_dialog, G_TYPE_OBJECT)

enum {
  TRY_WANTED,
  TRY_CANCELLED,
  SECRET_TYPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const struct {
  guint property;
  const char *note;
} pointer_fields[] = {
  { SLIP_FEED_LIST_POINTER,
    N_ ("A JSON pointer, such as /data/releases; empty if the answer is the "
        "list") },
  { SLIP_FEED_RELEASE_POINTER,
    N_ ("From here on within an entry of the list: /release/name") },
  { SLIP_FEED_FIXED_RELEASE, NULL },
  { SLIP_FEED_AUDIENCE_POINTER, NULL },
  { SLIP_FEED_FIXED_AUDIENCE, NULL },
  { SLIP_FEED_STATE_POINTER, NULL },
  { SLIP_FEED_TEXT_POINTER, NULL },
  { SLIP_FEED_OWNER_POINTER, NULL },
  { SLIP_FEED_DONE_POINTER, NULL },
  { SLIP_FEED_TOTAL_POINTER, NULL },
  { SLIP_FEED_UPDATED_AT_POINTER, NULL },
  { SLIP_FEED_URL_POINTER, NULL },
  { SLIP_FEED_NEXT_POINTER, N_ ("From the top of the answer") },
};

static const SlipRow *
get_draft (SlipFeedDialog *self)
{
  return slip_form_window_get_draft (self->window);
}

static const char *
get_text (SlipFeedDialog *self, guint property)
{
  return slip_row_get_text (get_draft (self), property);
}

static gint64
get_secret_type (SlipFeedDialog *self)
{
  return slip_row_get_integer (get_draft (self), SLIP_FEED_SECRET_TYPE);
}

/* What was typed, or %NULL. */
static const char *
get_secret (SlipFeedDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->secret));

  return *text != '\0' && get_secret_type (self) != SLIP_FEED_SECRET_NONE
           ? text
           : NULL;
}

/* Adds a wish for all properties that are other ones than before. */
static void
add_feed_wish (SlipFeedDialog *self, GPtrArray *wishes)
{
  const SlipRow *draft = get_draft (self);
  const SlipRow *before =
    self->is_new
      ? NULL
      : slip_plan_state_get (self->state, SLIP_KIND_FEED, self->feed);
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < SLIP_FEED_N_PROPERTIES; i++) {
    const SlipProperty *property = slip_schema_get_property (SLIP_KIND_FEED, i);
    const SlipValue *value = slip_row_peek (draft, i);
    g_autofree char *text = NULL;

    if (before ? slip_value_equal (value, slip_row_peek (before, i))
               : value->type == SLIP_VALUE_NONE)
      continue;
    text = slip_property_print (property, value);
    g_ptr_array_add (pairs, g_strdup (property->name));
    g_ptr_array_add (pairs, text ? g_steal_pointer (&text) : g_strdup (""));
  }
  if (pairs->len == 0)
    return;
  g_ptr_array_add (pairs, NULL);
  g_ptr_array_add (wishes,
                   self->is_new
                     ? slip_wish_new_create (SLIP_KIND_FEED, self->feed, NULL,
                                             (const char **) pairs->pdata)
                     : slip_wish_new_set (SLIP_KIND_FEED, self->feed,
                                          (const char **) pairs->pdata));
}

/* All that is to be asked for (element-type GVariant). */
static GPtrArray *
new_wishes (SlipFeedDialog *self)
{
  GPtrArray *wishes = g_ptr_array_new ();

  add_feed_wish (self, wishes);
  slip_feed_words_add_wishes (self->words, wishes);
  slip_feed_names_add_wishes (self->names, wishes);
  for (guint i = 0; i < wishes->len; i++)
    g_variant_ref_sink (wishes->pdata[i]);
  g_ptr_array_set_free_func (wishes, (GDestroyNotify) g_variant_unref);
  return wishes;
}

static GVariant *
new_wish_list (GPtrArray *wishes)
{
  return g_variant_new_array (G_VARIANT_TYPE ("(ssssa(ss))"),
                              (GVariant **) wishes->pdata, wishes->len);
}

/* The plan as it would be with the feed as it is filled in. */
static SlipPlanState *
new_state (SlipFeedDialog *self, GPtrArray *wishes, GError **error)
{
  g_autoptr (GVariant) list = g_variant_ref_sink (new_wish_list (wishes));
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (SlipChangeSet) set = NULL;
  gboolean has_release;

  edits = slip_wishes_read (list, &has_release, error);
  if (!edits)
    return NULL;
  set = slip_intent_run (slip_entity_edit_run_all, edits, self->state, error);
  return set ? slip_plan_state_apply (self->state, set, error) : NULL;
}

static const SlipAdapter *
get_adapter (SlipFeedDialog *self)
{
  const char *id = get_text (self, SLIP_FEED_ADAPTER);

  return id ? slip_adapter_find (id) : NULL;
}

/* Shows what counts for the way to read and to be let in that is chosen. */
static void
changed_cb (SlipFeedDialog *self)
{
  const SlipAdapter *adapter = get_adapter (self);
  gint64 type = get_secret_type (self);
  gboolean is_general = adapter == &slip_adapter_general;
  g_autofree char *note = NULL;

  if (adapter)
    /* Translators: an address as an example. */
    note = g_strdup_printf (_ ("Such as %s"), adapter->example);
  slip_field_set_note (self->address, note, FALSE);
  gtk_widget_set_visible (self->pointers, is_general);
  gtk_widget_set_visible (GTK_WIDGET (self->words), is_general);
  gtk_widget_set_visible (GTK_WIDGET (self->secret_name),
                          type == SLIP_FEED_SECRET_BASIC ||
                            type == SLIP_FEED_SECRET_HEADER);
  slip_field_set_note (self->secret_name,
                       type == SLIP_FEED_SECRET_BASIC
                         ? _ ("The name that belongs to the password")
                         : _ ("The header’s name, such as PRIVATE-TOKEN"),
                       FALSE);
  gtk_widget_set_visible (self->secret, type != SLIP_FEED_SECRET_NONE);
}

static void
adapter_selected_cb (SlipFeedDialog *self)
{
  guint n;
  const SlipAdapter *const *list = slip_adapter_list (&n);
  guint selected = gtk_drop_down_get_selected (self->adapters);

  if (selected < n)
    slip_form_window_set_text (self->window, SLIP_FEED_ADAPTER,
                               list[selected]->id);
}

/* Returns: (transfer full): the plan as it would be; %NULL after saying what is
 * wrong. */
static SlipPlanState *
take_in (SlipFeedDialog *self, GPtrArray **wishes)
{
  g_autoptr (GPtrArray) made = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipPlanState) state = NULL;

  if (!slip_form_window_commit (self->window))
    return NULL;
  made = new_wishes (self);
  state = new_state (self, made, &error);
  if (!state || !slip_feed_service_check (state, self->feed, &error)) {
    slip_form_window_show_fault (self->window, error->message);
    return NULL;
  }
  if (wishes)
    *wishes = g_steal_pointer (&made);
  return g_steal_pointer (&state);
}

static void
accepted_cb (SlipFeedDialog *self)
{
  g_autoptr (GPtrArray) wishes = NULL;
  g_autoptr (SlipPlanState) state = take_in (self, &wishes);
  const char *secret;

  if (!state)
    return;
  if (wishes->len > 0)
    slip_ask_all (GTK_WIDGET (self->window), (GVariant **) wishes->pdata,
                  wishes->len);
  secret = get_secret (self);
  if (secret ||
      (self->has_secret && (self->forgets_secret ||
                            get_secret_type (self) == SLIP_FEED_SECRET_NONE)))
    g_signal_emit (self, signals[SECRET_TYPED], 0, self->feed,
                   secret ? secret : "");
  g_signal_emit (self, signals[TRY_CANCELLED], 0);
  gtk_window_close (GTK_WINDOW (self->window));
}

/* Looked for anew, as what names mean may have changed. */
static void
show_report (SlipFeedDialog *self)
{
  g_autoptr (GPtrArray) wishes = new_wishes (self);
  g_autoptr (SlipPlanState) state = new_state (self, wishes, NULL);
  const SlipPlanState *plan = state ? state : self->state;
  g_autoptr (GPtrArray) rows =
    slip_plan_state_list_owned (plan, SLIP_KIND_FEED_ALIAS, self->feed);
  g_autofree SlipObservationAlias *aliases =
    g_new0 (SlipObservationAlias, rows->len + 1);
  g_autoptr (SlipObservationMatcher) matcher = NULL;
  g_autoptr (SlipObservationTally) tally = NULL;

  for (guint i = 0; i < rows->len; i++) {
    const char *release =
      slip_row_get_text (rows->pdata[i], SLIP_FEED_ALIAS_RELEASE);

    aliases[i].kind = release ? SLIP_KIND_RELEASE : SLIP_KIND_AUDIENCE;
    aliases[i].text = slip_row_get_text (rows->pdata[i], SLIP_FEED_ALIAS_TEXT);
    aliases[i].id =
      release ? release
              : slip_row_get_text (rows->pdata[i], SLIP_FEED_ALIAS_AUDIENCE);
  }
  matcher = slip_observation_matcher_new (plan, aliases, rows->len);
  tally = slip_observation_tally_new (matcher, self->report->observations);
  slip_feed_trial_show_report (self->trial, self->report, self->n_pages,
                               matcher, plan, self->today);
  slip_feed_names_add (self->names, tally->unmatched);
}

static void
names_changed_cb (SlipFeedDialog *self)
{
  if (self->report)
    show_report (self);
}

static void
try_cancelled_cb (SlipFeedDialog *self)
{
  g_signal_emit (self, signals[TRY_CANCELLED], 0);
  slip_feed_trial_show_nothing (self->trial);
}

/* Closing does not wait either. */
static gboolean
close_request_cb (SlipFeedDialog *self)
{
  g_signal_emit (self, signals[TRY_CANCELLED], 0);
  return FALSE;
}

static void
remove_clicked_cb (SlipFeedDialog *self)
{
  slip_ask_remove (GTK_WIDGET (self->window), SLIP_KIND_FEED, self->feed);
  gtk_window_close (GTK_WINDOW (self->window));
}

static void
forget_clicked_cb (SlipFeedDialog *self)
{
  self->forgets_secret = !self->forgets_secret;
  slip_feed_dialog_set_has_secret (self, self->has_secret);
}

static void
slip_feed_dialog_finalize (GObject *object)
{
  SlipFeedDialog *self = SLIP_FEED_DIALOG (object);

  g_clear_pointer (&self->report, slip_status_report_free);
  g_clear_pointer (&self->state, slip_plan_state_unref);
  g_free (self->feed);

  G_OBJECT_CLASS (slip_feed_dialog_parent_class)->finalize (object);
}

static void
slip_feed_dialog_class_init (SlipFeedDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_feed_dialog_finalize;
  signals[TRY_WANTED] =
    g_signal_new ("try-wanted", SLIP_TYPE_FEED_DIALOG, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_POINTER,
                  G_TYPE_STRING, G_TYPE_STRING);
  signals[TRY_CANCELLED] =
    g_signal_new ("try-cancelled", SLIP_TYPE_FEED_DIALOG, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SECRET_TYPED] =
    g_signal_new ("secret-typed", SLIP_TYPE_FEED_DIALOG, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING,
                  G_TYPE_STRING);
}

static void
slip_feed_dialog_init (SlipFeedDialog *self)
{
}

static void
add_adapters (SlipFeedDialog *self, AdwPreferencesGroup *group)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const SlipAdapter *chosen = get_adapter (self);
  guint n;
  const SlipAdapter *const *list = slip_adapter_list (&n);
  guint selected = GTK_INVALID_LIST_POSITION;
  GtkWidget *drop_down;

  for (guint i = 0; i < n; i++) {
    gtk_string_list_append (names,
                            g_dgettext (GETTEXT_PACKAGE, list[i]->label));
    if (list[i] == chosen)
      selected = i;
  }
  drop_down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), selected);
  gtk_widget_set_name (drop_down, "adapters");
  self->adapters = GTK_DROP_DOWN (drop_down);
  slip_form_window_add_row (
    self->window, group,
    g_dgettext (
      GETTEXT_PACKAGE,
      slip_schema_get_property (SLIP_KIND_FEED, SLIP_FEED_ADAPTER)->label),
    drop_down);
  g_signal_connect_object (drop_down, "notify::selected",
                           G_CALLBACK (adapter_selected_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
add_feed_fields (SlipFeedDialog *self)
{
  AdwPreferencesGroup *group =
    slip_form_window_add_group (self->window, NULL, NULL);
  SlipField *name =
    slip_form_window_add_field (self->window, group, SLIP_FEED_NAME,
                                SLIP_FIELD_PLAIN);

  add_adapters (self, group);
  self->address =
    slip_form_window_add_field (self->window, group, SLIP_FEED_ADDRESS,
                                SLIP_FIELD_PLAIN);
  slip_form_window_add_field (self->window, group, SLIP_FEED_INTERVAL_MINUTES,
                              SLIP_FIELD_PLAIN);
  slip_form_window_add_field (self->window, group, SLIP_FEED_IS_ENABLED,
                              SLIP_FIELD_PLAIN);
  gtk_widget_grab_focus (GTK_WIDGET (name));
}

static void
add_secret_fields (SlipFeedDialog *self)
{
  AdwPreferencesGroup *group = slip_form_window_add_group (
    self->window, _ ("Secret"),
    _ ("Kept in the keyring of this computer, never in the plan, and sent to "
       "no other server than that of the address"));

  slip_form_window_add_field (self->window, group, SLIP_FEED_SECRET_TYPE,
                              SLIP_FIELD_PLAIN);
  self->secret_name =
    slip_form_window_add_field (self->window, group, SLIP_FEED_SECRET_NAME,
                                SLIP_FIELD_PLAIN);
  self->secret = adw_password_entry_row_new ();
  self->forget = gtk_button_new ();
  gtk_widget_set_name (self->secret, "feed-secret");
  gtk_widget_set_name (self->forget, "forget-secret");
  gtk_widget_set_valign (self->forget, GTK_ALIGN_CENTER);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->secret), self->forget);
  g_signal_connect_object (self->forget, "clicked",
                           G_CALLBACK (forget_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, self->secret);
  slip_feed_dialog_set_has_secret (self, FALSE);
}

static void
add_pointer_fields (SlipFeedDialog *self)
{
  AdwPreferencesGroup *group =
    slip_form_window_add_group (self->window, _ ("Where Things Are"),
                                _ ("What is left empty is not read"));

  self->pointers = GTK_WIDGET (group);
  for (guint i = 0; i < G_N_ELEMENTS (pointer_fields); i++) {
    SlipField *field =
      slip_form_window_add_field (self->window, group,
                                  pointer_fields[i].property, SLIP_FIELD_PLAIN);

    if (pointer_fields[i].note)
      slip_field_set_note (field,
                           g_dgettext (GETTEXT_PACKAGE, pointer_fields[i].note),
                           FALSE);
  }
}

static void
add_lists (SlipFeedDialog *self)
{
  self->words = SLIP_FEED_WORDS (slip_feed_words_new (self->state, self->feed));
  self->names = SLIP_FEED_NAMES (slip_feed_names_new (self->state, self->feed));
  self->trial = SLIP_FEED_TRIAL (slip_feed_trial_new ());
  slip_form_window_take_group (self->window,
                               ADW_PREFERENCES_GROUP (self->words));
  slip_form_window_take_group (self->window,
                               ADW_PREFERENCES_GROUP (self->trial));
  slip_form_window_take_group (self->window,
                               ADW_PREFERENCES_GROUP (self->names));
  g_signal_connect_object (self->names, "changed",
                           G_CALLBACK (names_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->trial, "wanted",
                           G_CALLBACK (slip_feed_dialog_try), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->trial, "cancelled",
                           G_CALLBACK (try_cancelled_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
add_remove_button (SlipFeedDialog *self)
{
  AdwPreferencesGroup *group =
    slip_form_window_add_group (self->window, NULL, NULL);
  GtkWidget *button = gtk_button_new_with_label (_ ("Remove Feed"));

  gtk_widget_set_name (button, "remove-feed");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb),
                           self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, button);
}

/* Takes @row (transfer full) with @property set. */
static SlipRow *
with_value (SlipRow *row, guint property, SlipValue value)
{
  g_autoptr (SlipRow) before = row;
  g_auto (SlipValue) owned = value;

  return slip_row_new_with (before, property, &owned);
}

static SlipRow *
new_draft (const SlipFeedDialog *self)
{
  SlipRow *row;

  if (!self->is_new)
    return slip_row_ref (
      slip_plan_state_get (self->state, SLIP_KIND_FEED, self->feed));
  row = slip_row_new (SLIP_KIND_FEED, self->feed, NULL, NULL);
  row = with_value (row, SLIP_FEED_ADAPTER,
                    slip_value_new_text (slip_adapter_native.id));
  row = with_value (row, SLIP_FEED_INTERVAL_MINUTES,
                    slip_value_new_integer (SLIP_FEED_USUAL_MINUTES));
  return with_value (row, SLIP_FEED_IS_ENABLED, slip_value_new_integer (TRUE));
}

static void
build (SlipFeedDialog *self)
{
  add_feed_fields (self);
  add_secret_fields (self);
  add_pointer_fields (self);
  add_lists (self);
  if (!self->is_new)
    add_remove_button (self);
  g_signal_connect_object (self->window, "changed", G_CALLBACK (changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->window, "accepted", G_CALLBACK (accepted_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->window, "close-request",
                           G_CALLBACK (close_request_cb), self,
                           G_CONNECT_SWAPPED);
  changed_cb (self);
}

SlipFeedDialog *
slip_feed_dialog_new (const SlipPlanState *state,
                      const char *feed,
                      SlipDate today)
{
  SlipFeedDialog *self = g_object_new (SLIP_TYPE_FEED_DIALOG, NULL);
  g_autoptr (SlipRow) draft = NULL;

  self->state = slip_plan_state_ref (state);
  self->is_new = feed == NULL;
  self->feed = feed ? g_strdup (feed) : slip_id_new ();
  self->today = today;
  self->window = slip_form_window_new ("feed-dialog",
                                       self->is_new ? _ ("Add Status Feed")
                                                    : _ ("Status Feed"),
                                       self->is_new ? _ ("_Add") : _ ("_Save"));
  draft = new_draft (self);
  slip_form_window_set_draft (self->window, state, draft, today);
  build (self);
  g_object_set_data_full (G_OBJECT (self->window), DATA_KEY, self,
                          g_object_unref);
  return self;
}

SlipFormWindow *
slip_feed_dialog_get_window (SlipFeedDialog *self)
{
  g_return_val_if_fail (SLIP_IS_FEED_DIALOG (self), NULL);

  return self->window;
}

const char *
slip_feed_dialog_get_feed (SlipFeedDialog *self)
{
  g_return_val_if_fail (SLIP_IS_FEED_DIALOG (self), NULL);

  return self->feed;
}

void
slip_feed_dialog_set_has_secret (SlipFeedDialog *self, gboolean has_secret)
{
  const char *title;

  g_return_if_fail (SLIP_IS_FEED_DIALOG (self));

  self->has_secret = has_secret;
  if (!has_secret)
    title = _ ("Secret");
  else
    title = self->forgets_secret ? _ ("Forgotten when saved")
                                 : _ ("Is set; type to replace it");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->secret), title);
  gtk_button_set_label (GTK_BUTTON (self->forget),
                        self->forgets_secret ? _ ("Keep") : _ ("Forget"));
  gtk_widget_set_visible (self->forget, has_secret);
}

void
slip_feed_dialog_add_names (SlipFeedDialog *self, const GPtrArray *names)
{
  g_return_if_fail (SLIP_IS_FEED_DIALOG (self));

  slip_feed_names_add (self->names, names);
}

void
slip_feed_dialog_show_report (SlipFeedDialog *self,
                              SlipStatusReport *report,
                              guint n_pages)
{
  g_return_if_fail (SLIP_IS_FEED_DIALOG (self));

  g_clear_pointer (&self->report, slip_status_report_free);
  self->report = report;
  self->n_pages = n_pages;
  show_report (self);
  slip_feed_trial_scroll (self->trial);
}

void
slip_feed_dialog_show_failure (SlipFeedDialog *self, const char *text)
{
  g_return_if_fail (SLIP_IS_FEED_DIALOG (self));

  g_clear_pointer (&self->report, slip_status_report_free);
  slip_feed_trial_show_failure (self->trial, text);
}

void
slip_feed_dialog_try (SlipFeedDialog *self)
{
  g_autoptr (SlipPlanState) state = NULL;
  g_autoptr (GUri) uri = NULL;

  g_return_if_fail (SLIP_IS_FEED_DIALOG (self));

  state = take_in (self, NULL);
  if (!state)
    return;
  uri =
    g_uri_parse (get_text (self, SLIP_FEED_ADDRESS), G_URI_FLAGS_NONE, NULL);
  slip_feed_trial_show_waiting (self->trial,
                                uri && g_uri_get_host (uri)
                                  ? g_uri_get_host (uri)
                                  : get_text (self, SLIP_FEED_ADDRESS));
  g_signal_emit (self, signals[TRY_WANTED], 0, state, self->feed,
                 get_secret (self));
}

void
slip_feed_dialog_type_secret (SlipFeedDialog *self, const char *secret)
{
  g_return_if_fail (SLIP_IS_FEED_DIALOG (self));

  gtk_editable_set_text (GTK_EDITABLE (self->secret), secret);
}

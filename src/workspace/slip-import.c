/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-import.h"

#include "slip-entity-edit.h"
#include "slip-import-event.h"
#include "slip-move.h"
#include "slip-release.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _SlipImport {
  SlipIcalCalendar *calendar;
  char *file_name;
  char *source;
  char *product;
  char *product_name;
  SlipDate today;
  char *new_product;   /* the id of a product to be made */
  char **new_releases; /* an id for each event */
  char **new_links;
  SlipImportReport **report; /* a place, so that a run can leave one there */
};

/* One run over one state. */
typedef struct {
  const SlipImport *import;
  SlipEdit *edit;
  SlipImportReport *report;
  const SlipPlanState *before;
  GHashTable *known; /* of 'source uid' and 'product uid' to SlipRow */
  GHashTable *met;   /* ids of releases that the file has */
} Run;

static SlipDate
find_date (const SlipPlanState *state, const char *release)
{
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_RELEASE, release);

  return row != NULL ? slip_release_resolve (state, row, SLIP_ANCHOR_RELEASE)
                     : SLIP_DATE_NONE;
}

static void
add_entry (Run *run,
           SlipImportOutcome outcome,
           const char *release,
           const SlipImportEvent *wanted,
           const char *detail)
{
  const SlipRow *row = slip_plan_state_get (slip_edit_get_state (run->edit),
                                            SLIP_KIND_RELEASE, release);
  g_autofree char *title = NULL;

  if (row != NULL)
    title = slip_release_dup_title (slip_edit_get_state (run->edit), row);
  SlipDate date = find_date (slip_edit_get_state (run->edit), release);
  SlipDate old_date = find_date (run->before, release);
  SlipImportEntry entry = {
    .outcome = outcome,
    .date = date,
    .old_date = slip_date_equal (date, old_date) ? SLIP_DATE_NONE : old_date,
    .release = (char *) release,
    .title = row != NULL ? title : (char *) release,
    .line = wanted != NULL ? wanted->line : 0,
    .detail = (char *) detail,
  };
  slip_import_report_add (run->report, &entry);
}

static char *
make_key (const char *scope, const char *uid)
{
  return g_strdup_printf ("%s\n%s", scope, uid);
}

static void
note_known (const SlipRow *release, gpointer data)
{
  Run *run = data;
  const char *source = slip_row_get_text (release, SLIP_RELEASE_IMPORT_SOURCE);
  const char *uid = slip_row_get_text (release, SLIP_RELEASE_IMPORT_UID);
  const char *product = slip_row_get_text (release, SLIP_RELEASE_PRODUCT);

  if (uid == NULL)
    return;
  if (source != NULL)
    g_hash_table_insert (run->known, make_key (source, uid),
                         slip_row_ref (release));
  if (product != NULL)
    g_hash_table_insert (run->known, make_key (product, uid),
                         slip_row_ref (release));
}

static const SlipRow *
find_known (const Run *run, const char *uid)
{
  g_autofree char *by_source = make_key (run->report->source, uid);
  g_autofree char *by_product = make_key (run->report->product, uid);
  const SlipRow *release = g_hash_table_lookup (run->known, by_source);

  if (release == NULL)
    release = g_hash_table_lookup (run->known, by_product);
  return release;
}

typedef struct {
  const char *wanted;
  GHashTable *counts; /* of product ids */
  const char *found;
} ProductSearch;

static void
count_product (const SlipRow *release, gpointer data)
{
  ProductSearch *search = data;
  const char *product = slip_row_get_text (release, SLIP_RELEASE_PRODUCT);
  guint n = 0;

  if (product == NULL ||
      g_strcmp0 (slip_row_get_text (release, SLIP_RELEASE_IMPORT_SOURCE),
                 search->wanted) != 0)
    return;
  n = GPOINTER_TO_UINT (g_hash_table_lookup (search->counts, product)) + 1;
  g_hash_table_insert (search->counts, (gpointer) product,
                       GUINT_TO_POINTER (n));
}

/* The product that most releases of the calendar belong to. */
static const char *
find_product_of_source (const SlipPlanState *state, const char *source)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  ProductSearch search = { source, counts, NULL };
  GHashTableIter iter;
  gpointer product, n;
  guint most = 0;

  slip_plan_state_foreach (state, SLIP_KIND_RELEASE, count_product, &search);
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &product, &n)) {
    gboolean is_tie = GPOINTER_TO_UINT (n) == most;
    if (GPOINTER_TO_UINT (n) > most ||
        (is_tie && g_strcmp0 (product, search.found) < 0)) {
      most = GPOINTER_TO_UINT (n);
      search.found = product;
    }
  }
  return search.found;
}

static void
match_name (const SlipRow *product, gpointer data)
{
  ProductSearch *search = data;
  const char *name = slip_row_get_text (product, SLIP_PRODUCT_NAME);

  if (name == NULL || slip_row_get_boolean (product, SLIP_PRODUCT_IS_RETIRED))
    return;
  g_autofree char *folded = g_utf8_casefold (name, -1);
  if (strcmp (folded, search->wanted) == 0 &&
      g_strcmp0 (slip_row_get_id (product), search->found) > 0)
    search->found = slip_row_get_id (product);
}

static const char *
find_product_named (const SlipPlanState *state, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);
  ProductSearch search = { folded, NULL, NULL };

  slip_plan_state_foreach (state, SLIP_KIND_PRODUCT, match_name, &search);
  return search.found;
}

/* Makes the product, once there is a release for it. */
static gboolean
need_product (Run *run, GError **error)
{
  const SlipPlanState *state = slip_edit_get_state (run->edit);
  g_autoptr (SlipEntityEdit) product = NULL;

  if (slip_plan_state_get (state, SLIP_KIND_PRODUCT, run->report->product) !=
      NULL)
    return TRUE;
  product =
    slip_entity_edit_new_create (SLIP_KIND_PRODUCT, run->report->product, NULL);
  slip_entity_edit_add_text (product, SLIP_PRODUCT_NAME,
                             run->report->product_name);
  run->report->is_new_product = TRUE;
  return slip_entity_edit_run (run->edit, product, error);
}

static gboolean
find_product (Run *run, GError **error)
{
  const SlipImport *import = run->import;
  const SlipPlanState *state = slip_edit_get_state (run->edit);
  const char *name =
    import->product_name != NULL ? import->product_name : import->source;
  const char *id = import->product;
  const SlipRow *row = NULL;

  if (id == NULL && import->product_name == NULL)
    id = find_product_of_source (state, import->source);
  if (id == NULL)
    id = find_product_named (state, name);
  if (id == NULL) {
    run->report->product = g_strdup (import->new_product);
    run->report->product_name = g_strdup (name);
    return TRUE;
  }
  row = slip_plan_state_get (state, SLIP_KIND_PRODUCT, id);
  if (row == NULL) {
    g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND,
                         _ ("The product is not there any more"));
    return FALSE;
  }
  run->report->product = g_strdup (id);
  run->report->product_name =
    g_strdup (slip_row_get_text (row, SLIP_PRODUCT_NAME));
  return TRUE;
}

static void
set_text (Run *run, const char *release, guint property, const char *text)
{
  slip_edit_set_text (run->edit, SLIP_KIND_RELEASE, release, property, text);
}

static void
note_file (Run *run, const char *release, const SlipImportEvent *wanted)
{
  set_text (run, release, SLIP_RELEASE_IMPORT_NAME, wanted->name);
  set_text (run, release, SLIP_RELEASE_IMPORT_SUMMARY, wanted->summary);
  slip_edit_set_date (run->edit, SLIP_KIND_RELEASE, release,
                      SLIP_RELEASE_IMPORT_DATE, wanted->date);
}

static SlipStatus
choose_status (const Run *run, const SlipImportEvent *wanted)
{
  if (wanted->status == SLIP_ICAL_STATUS_CANCELLED)
    return SLIP_STATUS_CANCELLED;
  if (slip_date_is_before (wanted->date, run->import->today))
    return SLIP_STATUS_RELEASED;
  return SLIP_STATUS_PLANNED;
}

static gboolean
make_release (Run *run,
              const SlipImportEvent *wanted,
              guint index,
              GError **error)
{
  const char *id = run->import->new_releases[index];
  SlipCertainty certainty = wanted->status == SLIP_ICAL_STATUS_TENTATIVE
                              ? SLIP_CERTAINTY_TENTATIVE
                              : SLIP_CERTAINTY_CONFIRMED;

  if (!need_product (run, error))
    return FALSE;
  slip_edit_create (run->edit, SLIP_KIND_RELEASE, id, NULL);
  set_text (run, id, SLIP_RELEASE_PRODUCT, run->report->product);
  set_text (run, id, SLIP_RELEASE_NAME, wanted->name);
  set_text (run, id, SLIP_RELEASE_SUMMARY, wanted->summary);
  set_text (run, id, SLIP_RELEASE_IMPORT_SOURCE, run->report->source);
  set_text (run, id, SLIP_RELEASE_IMPORT_UID, wanted->uid);
  slip_edit_set_integer (run->edit, SLIP_KIND_RELEASE, id, SLIP_RELEASE_STATUS,
                         choose_status (run, wanted));
  slip_edit_set_date (run->edit, SLIP_KIND_RELEASE, id,
                      SLIP_RELEASE_RELEASE_DATE, wanted->date);
  slip_edit_set_integer (run->edit, SLIP_KIND_RELEASE, id,
                         SLIP_RELEASE_RELEASE_CERTAINTY, certainty);
  slip_edit_set_date (run->edit, SLIP_KIND_RELEASE, id,
                      SLIP_RELEASE_FIRST_PLANNED_DATE, wanted->date);
  note_file (run, id, wanted);
  if (wanted->link != NULL) {
    const char *link = run->import->new_links[index];
    slip_edit_create (run->edit, SLIP_KIND_LINK, link, id);
    slip_edit_set_text (run->edit, SLIP_KIND_LINK, link,
                        (guint) slip_schema_find_property (SLIP_KIND_LINK,
                                                           "uri"),
                        wanted->link);
  }
  add_entry (run, SLIP_IMPORT_CREATED, id, wanted, NULL);
  return TRUE;
}

static const SlipProperty *
release_property (guint property)
{
  return slip_schema_get_property (SLIP_KIND_RELEASE, property);
}

static void
append_detail (GString *details,
               guint property,
               const char *ours,
               const char *theirs)
{
  const SlipProperty *info = release_property (property);

  g_string_append (details, details->len > 0 ? "; " : "");
  if (theirs != NULL)
    g_string_append_printf (details,
                            /* Translators: 'Name: here “A”, in the file “B”' */
                            _ ("%s: here “%s”, in the file “%s”"),
                            _ (info->label), ours, theirs);
  else
    g_string_append (details, _ (info->label));
}

/* Compares a text three ways: here, in the file, in the file the last time. */
static void
merge_text (Run *run,
            const SlipRow *release,
            guint properties[2],
            const char *theirs,
            GString *details[2])
{
  const char *ours = slip_row_get_text (release, properties[0]);
  const char *before = slip_row_get_text (release, properties[1]);

  if (g_strcmp0 (theirs, before) == 0 || g_strcmp0 (theirs, ours) == 0)
    return;
  if (g_strcmp0 (ours, before) == 0) {
    set_text (run, slip_row_get_id (release), properties[0], theirs);
    append_detail (details[0], properties[0], NULL, NULL);
  } else {
    append_detail (details[1], properties[0], ours != NULL ? ours : "–",
                   theirs != NULL ? theirs : "–");
  }
}

/* The same for the release date; the other dates follow as in any move. */
static gboolean
merge_date (Run *run,
            const SlipRow *release,
            SlipDate theirs,
            GString *details[2],
            GError **error)
{
  SlipPlannedDate ours =
    slip_release_get_planned (release, SLIP_ANCHOR_RELEASE);
  SlipDate before = slip_row_get_date (release, SLIP_RELEASE_IMPORT_DATE);
  gboolean is_day = ours.certainty == SLIP_CERTAINTY_CONFIRMED ||
                    ours.certainty == SLIP_CERTAINTY_TENTATIVE;
  g_autoptr (SlipMove) move = NULL;

  if (slip_date_equal (theirs, before) ||
      (is_day && slip_date_equal (theirs, ours.date)))
    return TRUE;
  if (!is_day || !slip_date_equal (ours.date, before)) {
    g_autofree char *our_text = slip_date_to_text (ours.date);
    g_autofree char *their_text = slip_date_to_text (theirs);
    append_detail (details[1], SLIP_RELEASE_RELEASE_DATE,
                   our_text != NULL ? our_text : "–", their_text);
    return TRUE;
  }
  ours.date = theirs;
  move = slip_move_new (slip_row_get_id (release), ours, 0, run->import->today);
  append_detail (details[0], SLIP_RELEASE_RELEASE_DATE, NULL, NULL);
  return slip_move_run (run->edit, move, error);
}

static gboolean
merge_release (Run *run,
               const SlipRow *release,
               const SlipImportEvent *wanted,
               GError **error)
{
  const char *id = slip_row_get_id (release);
  g_autoptr (GString) updated = g_string_new (NULL);
  g_autoptr (GString) kept = g_string_new (NULL);
  GString *details[2] = { updated, kept };
  guint name[2] = { SLIP_RELEASE_NAME, SLIP_RELEASE_IMPORT_NAME };
  guint summary[2] = { SLIP_RELEASE_SUMMARY, SLIP_RELEASE_IMPORT_SUMMARY };

  g_hash_table_add (run->met, g_strdup (id));
  if (slip_release_is_deleted (release)) {
    add_entry (run, SLIP_IMPORT_DELETED, id, wanted, NULL);
    return TRUE;
  }
  merge_text (run, release, name, wanted->name, details);
  merge_text (run, release, summary, wanted->summary, details);
  if (!merge_date (run, release, wanted->date, details, error))
    return FALSE;
  note_file (run, id, wanted);
  if (wanted->status == SLIP_ICAL_STATUS_CANCELLED &&
      slip_release_get_status (release) != SLIP_STATUS_CANCELLED)
    append_detail (kept, SLIP_RELEASE_STATUS,
                   slip_status_get_label (slip_release_get_status (release)),
                   slip_status_get_label (SLIP_STATUS_CANCELLED));
  if (updated->len > 0)
    add_entry (run, SLIP_IMPORT_UPDATED, id, wanted, updated->str);
  if (kept->len > 0)
    add_entry (run, SLIP_IMPORT_KEPT, id, wanted, kept->str);
  if (updated->len == 0 && kept->len == 0)
    add_entry (run, SLIP_IMPORT_UNCHANGED, id, wanted, NULL);
  return TRUE;
}

/* Releases of this calendar and product that the file does not have any more.
 */
static void
note_vanished (Run *run, const SlipPlanState *state)
{
  g_autoptr (GPtrArray) releases =
    slip_plan_state_list (state, SLIP_KIND_RELEASE);

  for (guint i = 0; i < releases->len; i++) {
    const SlipRow *release = releases->pdata[i];
    const char *source =
      slip_row_get_text (release, SLIP_RELEASE_IMPORT_SOURCE);
    const char *product = slip_row_get_text (release, SLIP_RELEASE_PRODUCT);

    if (g_strcmp0 (source, run->report->source) == 0 &&
        g_strcmp0 (product, run->report->product) == 0 &&
        !slip_release_is_deleted (release) &&
        !g_hash_table_contains (run->met, slip_row_get_id (release)))
      add_entry (run, SLIP_IMPORT_VANISHED, slip_row_get_id (release), NULL,
                 NULL);
  }
}

static gboolean
take_events (Run *run, GError **error)
{
  GPtrArray *events = run->import->calendar->events;

  for (guint i = 0; i < events->len; i++) {
    g_auto (SlipImportEvent) wanted = slip_import_event_new (events->pdata[i]);
    const SlipRow *release = find_known (run, wanted.uid);

    if (release == NULL ? !make_release (run, &wanted, i, error)
                        : !merge_release (run, release, &wanted, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
slip_import_run (SlipEdit *edit, gconstpointer data, GError **error)
{
  const SlipImport *import = data;
  g_autoptr (SlipPlanState) before =
    slip_plan_state_fork (slip_edit_get_state (edit));
  g_autoptr (GHashTable) known =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                           (GDestroyNotify) slip_row_unref);
  g_autoptr (GHashTable) met =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  SlipImportReport *report =
    slip_import_report_new (import->source, import->calendar->skipped);
  Run run = { import, edit, report, before, known, met };

  /* The report is no part of the plan: the last run's counts. */
  g_clear_pointer (import->report, slip_import_report_free);
  *import->report = report;

  slip_plan_state_foreach (before, SLIP_KIND_RELEASE, note_known, &run);
  if (!find_product (&run, error) || !take_events (&run, error))
    return FALSE;
  note_vanished (&run, before);
  if (slip_plan_state_get (slip_edit_get_state (edit), SLIP_KIND_PRODUCT,
                           report->product) == NULL)
    g_clear_pointer (&report->product, g_free);
  slip_edit_set_verb (edit, SLIP_VERB_IMPORT);
  slip_edit_set_subject (edit, import->file_name);
  return TRUE;
}

SlipImportReport *
slip_import_take_report (SlipImport *import)
{
  g_return_val_if_fail (*import->report != NULL, NULL);

  return g_steal_pointer (import->report);
}

SlipImport *
slip_import_new (SlipIcalCalendar *calendar,
                 const char *file_name,
                 const char *product,
                 const char *product_name,
                 SlipDate today)
{
  g_return_val_if_fail (calendar != NULL, NULL);
  g_return_val_if_fail (file_name != NULL, NULL);

  SlipImport *import = g_new0 (SlipImport, 1);
  guint n = calendar->events->len;
  import->calendar = calendar;
  import->file_name = g_strdup (file_name);
  import->source = slip_import_dup_source (calendar, file_name);
  import->product = g_strdup (product);
  import->product_name = g_strdup (product_name);
  import->today = today;
  import->report = g_new0 (SlipImportReport *, 1);
  import->new_product = slip_id_new ();
  import->new_releases = g_new0 (char *, n + 1);
  import->new_links = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++) {
    import->new_releases[i] = slip_id_new ();
    import->new_links[i] = slip_id_new ();
  }
  return import;
}

void
slip_import_free (SlipImport *import)
{
  slip_ical_calendar_free (import->calendar);
  g_free (import->file_name);
  g_free (import->source);
  g_free (import->product);
  g_free (import->product_name);
  g_free (import->new_product);
  g_strfreev (import->new_releases);
  g_strfreev (import->new_links);
  g_clear_pointer (import->report, slip_import_report_free);
  g_free (import->report);
  g_free (import);
}

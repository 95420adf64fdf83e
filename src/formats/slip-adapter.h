/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "slip-format-error.h"
#include "slip-json-cursor.h"
#include "slip-status-report.h"

G_BEGIN_DECLS

/* Most bytes of one answer, as of a status document. */
#define SLIP_ADAPTER_MAX_BYTES ((gsize) 8 * 1024 * 1024)

/* One line of a table of values: what the source says and what it means. */
typedef struct {
  const char *word;
  SlipObservedState state;
} SlipAdapterWord;

/**
 * SlipAdapterSettings:
 * @list: where the list is, from the top
 * @release: where in an entry the release is named, or %NULL
 * @audience: the same for the audience
 * @state: and so on
 * @next: where the address of the next page is, from the top
 * @fixed_release: the release of entries that name none
 * @fixed_audience: the same for the audience
 * @words: (array length=n_words): what states mean; looked up in any case, and
 *   before the words of the native document
 *
 * What a person says about a source that no adapter knows: JSON pointers (see
 * slip_json_pointer_check()), all of which may be %NULL.  Only the general
 * adapter reads them.
 */
typedef struct {
  const char *list;
  const char *release;
  const char *audience;
  const char *state;
  const char *text;
  const char *owner;
  const char *done;
  const char *total;
  const char *updated_at;
  const char *url;
  const char *next;
  const char *fixed_release;
  const char *fixed_audience;
  const SlipAdapterWord *words;
  guint n_words;
} SlipAdapterSettings;

/* Returns: (transfer full) (nullable): @settings with texts of its own. */
SlipAdapterSettings *slip_adapter_settings_copy (
  const SlipAdapterSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

/* Frees what slip_adapter_settings_copy() returned. */
void slip_adapter_settings_free (SlipAdapterSettings *settings);

/**
 * SlipAdapterInput:
 * @address: (nullable): where the answer came from, for sources whose pages are
 *   counted in it
 * @today: the present day, for sources that say when in words: freeze periods
 * @settings: (nullable): of the general adapter
 *
 * What an adapter knows besides the answer.
 */
typedef struct {
  const char *address;
  SlipDate today;
  const SlipAdapterSettings *settings;
} SlipAdapterInput;

/**
 * SlipAdapter:
 * @id: kept with a feed; never changes
 * @label: for people, to be translated
 * @example: what an address looks like
 * @is_summed: whether an entry is one of many things to be counted, for
 *   slip_status_report_merge()
 * @read: adds what the answer says to @report, or fails with the place; @top is
 *   what passed the gate.  Touches nothing else: it may run in any thread
 *
 * A way to read what a source sends.
 */
typedef struct {
  const char *id;
  const char *label;
  const char *example;
  gboolean is_summed;
  gboolean (*read) (const SlipJsonCursor *top,
                    const SlipAdapterInput *input,
                    SlipStatusReport *report,
                    GError **error);
} SlipAdapter;

/* One adapter a file: slip-adapter-NAME.c. */
extern const SlipAdapter slip_adapter_general;
extern const SlipAdapter slip_adapter_github_issues;
extern const SlipAdapter slip_adapter_github_milestones;
extern const SlipAdapter slip_adapter_gitlab_freeze_periods;
extern const SlipAdapter slip_adapter_gitlab_releases;
extern const SlipAdapter slip_adapter_native;
extern const SlipAdapter slip_adapter_unleash;

/**
 * slip_adapter_list:
 *
 * Returns: all of them, the native one first.
 */
const SlipAdapter *const *slip_adapter_list (guint *n_adapters);

/* Returns: (nullable): the one with that id. */
const SlipAdapter *slip_adapter_find (const char *id);

/**
 * slip_adapter_read:
 *
 * Reads one answer as it came, through the one gate for JSON.  May be called
 * from any thread.
 *
 * Returns: (transfer full): what it says, or %NULL with an error in
 *   `SLIP_FORMAT_ERROR` that says where.
 */
SlipStatusReport *slip_adapter_read (const SlipAdapter *self,
                                     GBytes *bytes,
                                     const SlipAdapterInput *input,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_adapter_settings_check:
 *
 * Returns: whether the pointers of @settings are pointers, and there is enough
 *   of them to read anything; else an error for the person.
 */
gboolean slip_adapter_settings_check (const SlipAdapterSettings *settings,
                                      GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "slip-plan-state.h"
#include "slip-step.h"

G_BEGIN_DECLS

/**
 * SlipStoreError:
 * @SLIP_STORE_ERROR_NOT_A_PLAN: the file is something else
 * @SLIP_STORE_ERROR_TOO_NEW: a newer Slipway wrote the file
 * @SLIP_STORE_ERROR_CORRUPT: the file is damaged
 * @SLIP_STORE_ERROR_READ_ONLY: the file or its folder cannot be written
 * @SLIP_STORE_ERROR_NOT_FOUND: there is no such file
 * @SLIP_STORE_ERROR_BUSY: another program wrote for too long
 * @SLIP_STORE_ERROR_FULL: the disk is full
 * @SLIP_STORE_ERROR_STALE: the step to undo or redo is no longer the next one
 * @SLIP_STORE_ERROR_IN_USE: something still refers to what would be deleted
 * @SLIP_STORE_ERROR_FAILED: anything else
 */
typedef enum {
  SLIP_STORE_ERROR_NOT_A_PLAN,
  SLIP_STORE_ERROR_TOO_NEW,
  SLIP_STORE_ERROR_CORRUPT,
  SLIP_STORE_ERROR_READ_ONLY,
  SLIP_STORE_ERROR_NOT_FOUND,
  SLIP_STORE_ERROR_BUSY,
  SLIP_STORE_ERROR_FULL,
  SLIP_STORE_ERROR_STALE,
  SLIP_STORE_ERROR_IN_USE,
  SLIP_STORE_ERROR_FAILED,
} SlipStoreError;

#define SLIP_STORE_ERROR (slip_store_error_quark ())
GQuark slip_store_error_quark (void);

/* 'SLPW', the SQLite application id of a plan. */
#define SLIP_STORE_APPLICATION_ID 0x534C5057

/* The version of the schema that this program writes. */
#define SLIP_STORE_VERSION 7

/**
 * SlipStoreFlags:
 * @SLIP_STORE_CREATE: make an empty plan if there is no file
 * @SLIP_STORE_CREATE_NEW: make an empty plan; there must be no file, else it
 *   fails with `G_IO_ERROR_EXISTS`
 *
 * A plan is made as a whole or not at all, in a folder that exists.  A file of
 * 0 bytes is a file, and not a plan.
 */
typedef enum {
  SLIP_STORE_DEFAULT = 0,
  SLIP_STORE_CREATE = 1 << 0,
  SLIP_STORE_CREATE_NEW = 1 << 1,
} SlipStoreFlags;

/**
 * SlipNews:
 * @generation: changed by a restore; everything is to be read again then
 * @head: the number of the file's last step
 * @steps: (element-type SlipStep): the steps after the asked-for number, with
 *   their changes, oldest first
 * @feeds: grows with all that is written of status feeds, see
 *   slip-store-feeds.h
 * @undo: (nullable): the step that undo takes back next, without changes
 * @redo: (nullable): the step that redo does next, without changes
 *
 * What happened in the file since some step: one consistent reading.
 */
typedef struct {
  gint64 generation;
  gint64 head;
  gint64 feeds;
  GPtrArray *steps;
  GPtrArray *summaries;
  SlipStep *undo;
  SlipStep *redo;
} SlipNews;

void slip_news_free (SlipNews *news);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipNews, slip_news_free)

/**
 * SlipStore:
 *
 * One plan's file: SQLite with a writing and a reading connection, a thread
 * each.  The object belongs to the thread that made it; asynchronous calls
 * answer in its thread-default main context, in the order they were made per
 * connection, and pass values only.
 *
 * The caller gets the file's messages as they are for people: a
 * `SLIP_STORE_ERROR` names the file and what is wrong with it.
 */
#define SLIP_TYPE_STORE (slip_store_get_type ())
G_DECLARE_FINAL_TYPE (SlipStore, slip_store, SLIP, STORE, GObject)

/**
 * SlipStore::waiting:
 * @is_waiting: whether a write now waits for another program's
 *
 * Emitted in the store's main context when a write has waited for 0.3 s, and
 * again when it goes on or gives up (after 30 s, or cancelled).
 */

/**
 * slip_store_open_async:
 * @path: the file, in the file name encoding
 *
 * Opens a plan, brings an older one up to date after making a copy of it beside
 * it, and leaves what is no plan, newer or damaged as it was, byte for byte.
 *
 * Damage is looked for where it costs little: in the header and the schema.
 * What is damaged elsewhere fails with `SLIP_STORE_ERROR_CORRUPT` when it is
 * read.  A single value that the schema refuses (somebody edited the file by
 * hand) reads as the property's default and is named by
 * slip_store_check_async(); the next edit of it mends it.
 *
 * What cannot be written is opened for reading.  If nobody has it open then, it
 * is taken to stay as it is while this store has it open.
 */
void slip_store_open_async (const char *path,
                            SlipStoreFlags flags,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data);
SlipStore *slip_store_open_finish (GAsyncResult *result, GError **error);

/**
 * slip_store_close_async:
 *
 * Ends the threads after what was asked before, and closes the file, which then
 * is one single file unless another program has it open.  A store that is only
 * unreferenced does the same without telling when.
 */
void slip_store_close_async (SlipStore *self,
                             GAsyncReadyCallback callback,
                             gpointer data);
gboolean slip_store_close_finish (SlipStore *self,
                                  GAsyncResult *result,
                                  GError **error);

const char *slip_store_get_path (SlipStore *self);

/* The UUID of the plan in the file, the same in copies of it. */
const char *slip_store_get_plan_id (SlipStore *self);

/* Whether edits are refused because the file or folder cannot be written. */
gboolean slip_store_is_read_only (SlipStore *self);

/**
 * slip_store_load_async:
 *
 * Reads everything but the parts of releases, and of open releases what their
 * checklists come to.
 */
void slip_store_load_async (SlipStore *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data);

/**
 * slip_store_load_finish:
 * @news: (out): the reading's head and next steps; no steps
 *
 * Returns: (transfer full): the plan, not shared yet.
 */
SlipPlanState *slip_store_load_finish (SlipStore *self,
                                       GAsyncResult *result,
                                       SlipNews **news,
                                       GError **error);

/**
 * slip_store_load_parts_async:
 * @releases: ids of releases; %NULL for those of every release
 * @since: the number of the last step the caller knows
 *
 * Reads the parts of releases, and in the same reading what happened since.
 */
void slip_store_load_parts_async (SlipStore *self,
                                  const char *const *releases,
                                  gint64 since,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer data);

/**
 * slip_store_load_parts_finish:
 *
 * Returns: (transfer full) (element-type SlipRow): the parts as of @news's
 * head.
 */
GPtrArray *slip_store_load_parts_finish (SlipStore *self,
                                         GAsyncResult *result,
                                         SlipNews **news,
                                         GError **error);

/**
 * slip_store_poll_async:
 *
 * Asks whether anybody wrote to the file after step @since.  Costs next to
 * nothing when nobody did.
 */
void slip_store_poll_async (SlipStore *self,
                            gint64 since,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data);

/**
 * slip_store_poll_finish:
 *
 * Returns: (transfer full): the news, its steps empty if there are none.
 */
SlipNews *slip_store_poll_finish (SlipStore *self,
                                  GAsyncResult *result,
                                  GError **error);

/**
 * SlipCommit:
 * @is_written: `TRUE` if the step is in the file, safe from a crash
 * @news: the steps after the expected head: the one just written as the only
 *   one, or, if @is_written is `FALSE`, those of other writers, which the
 * caller applies before it makes its set anew
 *
 * How a commit ended.
 */
typedef struct {
  gboolean is_written;
  SlipNews *news;
} SlipCommit;

void slip_commit_free (SlipCommit *commit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipCommit, slip_commit_free)

/**
 * slip_store_commit_async:
 * @set: what to write, made from the plan at step @head
 * @at_ms: when, milliseconds since 1970 UTC
 *
 * Writes @set with its history in one transaction, if the file still is at
 * step @head.  Ends redo: steps that were undone stay so.  The first step of a
 * file cannot be undone if @set is a beginning.
 */
void slip_store_commit_async (SlipStore *self,
                              SlipChangeSet *set,
                              const SlipAuthor *author,
                              gint64 head,
                              gint64 at_ms,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data);
SlipCommit *slip_store_commit_finish (SlipStore *self,
                                      GAsyncResult *result,
                                      GError **error);

/**
 * SlipTurn:
 * @type: undo or redo
 * @step: the number of the edit meant
 * @head: the number of the last step the caller knows
 * @may_be_older: for undo: whether later edits may stay on top, if none of them
 *   touched the same properties or entities
 * @at_ms: when
 *
 * A wish to take a step back or do it again.
 */
typedef struct {
  SlipStepType type;
  gint64 step;
  gint64 head;
  gboolean may_be_older;
  gint64 at_ms;
} SlipTurn;

/**
 * slip_store_turn_async:
 *
 * Undoes or redoes a step.  Undo's next is the newest edit not undone; redo's
 * next is the one that was undone last.  Fails with `SLIP_STORE_ERROR_STALE` if
 * another is next, or if it may be older and a later one touched the same
 * things: the message then names that one.
 */
void slip_store_turn_async (SlipStore *self,
                            const SlipTurn *turn,
                            const SlipAuthor *author,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data);
SlipCommit *slip_store_turn_finish (SlipStore *self,
                                    GAsyncResult *result,
                                    GError **error);

/**
 * slip_store_fill_async:
 * @rows: (element-type SlipRow): everything the plan is to hold beside its row
 *   of kind plan
 *
 * Fills a plan that holds nothing yet, as one step without changes that cannot
 * be undone.  For reference plans with millions of entities.
 */
void slip_store_fill_async (SlipStore *self,
                            GPtrArray *rows,
                            const SlipAuthor *author,
                            gint64 at_ms,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data);
gboolean slip_store_fill_finish (SlipStore *self,
                                 GAsyncResult *result,
                                 GError **error);

/**
 * slip_store_history_async:
 * @release: (nullable): only steps that changed this release or its parts, and
 *   of those only these changes
 * @before: only steps before this number; `G_MAXINT64` for all
 * @limit: at most so many
 */
void slip_store_history_async (SlipStore *self,
                               const char *release,
                               gint64 before,
                               guint limit,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data);

/**
 * slip_store_history_finish:
 *
 * Returns: (transfer full) (element-type SlipStep): newest first.
 */
GPtrArray *slip_store_history_finish (SlipStore *self,
                                      GAsyncResult *result,
                                      GError **error);

/**
 * slip_store_check_async:
 *
 * Checks the file: SQLite's integrity and foreign keys, values against the
 * schema, history against the plan (its last values, its numbers, undo
 * positions), summaries against the items they count, the search index against
 * the texts.
 */
void slip_store_check_async (SlipStore *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data);

/**
 * slip_store_check_finish:
 *
 * Returns: (transfer full) (element-type utf8): a line per fault; none if the
 * file is sound.
 */
GPtrArray *slip_store_check_finish (SlipStore *self,
                                    GAsyncResult *result,
                                    GError **error);

/**
 * SlipCensus:
 * @version: of the file's schema
 * @n_bytes: the size of the file, with its log in it
 * @n_steps: how many steps its history has
 * @n_entities: how many there are of each kind, deleted releases as well
 *
 * How much a plan holds.  It says nothing of what is in it.
 */
typedef struct {
  int version;
  gint64 n_bytes;
  gint64 n_steps;
  gint64 n_entities[SLIP_N_KINDS];
} SlipCensus;

void slip_store_census_async (SlipStore *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data);

/* Returns: (transfer full): to be freed with g_free(). */
SlipCensus *slip_store_census_finish (SlipStore *self,
                                      GAsyncResult *result,
                                      GError **error);

/* The version of SQLite at work. */
const char *slip_store_get_engine_version (void);

/**
 * slip_store_copy_async:
 * @path: a file that must not exist
 *
 * Writes a complete copy as one single file.
 */
void slip_store_copy_async (SlipStore *self,
                            const char *path,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data);
gboolean slip_store_copy_finish (SlipStore *self,
                                 GAsyncResult *result,
                                 GError **error);

G_END_DECLS

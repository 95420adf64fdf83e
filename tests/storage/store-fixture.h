/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-edit.h"
#include "slip-store-private.h"
#include "slip-store.h"

/**
 * Folder:
 *
 * A temporary folder of the test's own, with the path of a plan in it.
 */
typedef struct {
  char *path;
  char *plan;
} Folder;

void folder_init (Folder *folder);
/* Removes the folder with all that is in it. */
void folder_clear (Folder *folder);
/* The names and contents of all files in it but shared memory, as one text. */
char *folder_print (const Folder *folder);
char *folder_build (const Folder *folder, const char *name);
/* How many files there are. */
guint folder_count (const Folder *folder);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Folder, folder_clear)

/* The path of the test program itself, to be started again with a task. */
char *find_self (void);

/**
 * Session:
 *
 * A store with the plan that its user has in memory, all parts loaded.  The
 * functions wait for the store's answers.
 */
typedef struct {
  SlipStore *store;
  SlipPlanState *state;
  gint64 head;
  gint64 generation;
  SlipStep *undo;
  SlipStep *redo;
  SlipWriter writer;
} Session;

/* Opens a store and nothing more. */
SlipStore *open_store (const char *path, SlipStoreFlags flags, GError **error);
void close_store (SlipStore *store);

/* Opens or makes the plan and loads it. */
void session_init (Session *session, const char *path);
/* Closes and finalizes the store. */
void session_clear (Session *session);
void session_reopen (Session *session);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Session, session_clear)

/* Asks once; what it answers is not applied. */
SlipCommit *session_try_commit (Session *session,
                                SlipChangeSet *set,
                                GError **error);
SlipCommit *session_try_turn (Session *session,
                              const SlipTurn *turn,
                              GError **error);
SlipNews *session_poll (Session *session);
GPtrArray *session_history (Session *session,
                            const char *release,
                            gint64 before,
                            guint n);
/* The faults of the file, one a line; the empty text if it is sound. */
char *session_check (Session *session);
/* The ids of what the index finds for words, as they are typed, in alphabetical
 * order; the first @n of each range. */
char *session_search (Session *session, const char *typed, guint n);
/* Reads one more batch into the index. */
double session_index (Session *session, gboolean is_anew);
gboolean session_copy (Session *session, const char *path, GError **error);
gboolean session_fill (Session *session, GPtrArray *rows, GError **error);

/* The plan as it is right after opening, without the parts of releases. */
SlipPlanState *session_load_light (Session *session);

/* Whether all that was said of what checklists come to, in the file and in
 * memory, is what they come to in memory now. */
void session_assert_summaries (Session *session);

/* Applies the steps of @news. */
void session_follow (Session *session, const SlipNews *news);

/* Writes @set and applies it; it must succeed at the first time of asking. */
void session_commit (Session *session, SlipChangeSet *set);
/* Undoes or redoes what is next. */
void session_turn (Session *session, SlipStepType type);
char *session_digest (Session *session);

/* Edits that are easy to tell apart. */
SlipChangeSet *make_person (Session *session, const char *id, const char *name);
SlipChangeSet *make_rename (Session *session, const char *id, const char *name);
/* A release with a product, a checklist and an item, ids from @stem. */
SlipChangeSet *make_release (Session *session, const char *stem);

/* Whether @error is a store's @code and names the file. */
void assert_store_error (GError *error, SlipStoreError code, const char *name);

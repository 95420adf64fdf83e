/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-change-set.h"

G_BEGIN_DECLS

/**
 * SlipWriter:
 *
 * The part of the program that wrote a step.
 */
typedef enum {
  SLIP_WRITER_WINDOW,
  SLIP_WRITER_COMMAND_LINE,
  SLIP_WRITER_IMPORT,
  SLIP_WRITER_FEED,
  SLIP_N_WRITERS,
} SlipWriter;

const char *slip_writer_get_nick (SlipWriter writer);
SlipWriter slip_writer_find (const char *nick);
/* Its name for people, translated: 'command line'. */
const char *slip_writer_get_label (SlipWriter writer);

/**
 * SlipAuthor:
 * @person: (nullable): the id of the plan's person that edits
 * @name: (nullable): that person's name at the time, or the system's name of
 *   the user
 */
typedef struct {
  char *person;
  char *name;
  SlipWriter writer;
} SlipAuthor;

SlipAuthor *slip_author_new (const char *person,
                             const char *name,
                             SlipWriter writer);
SlipAuthor *slip_author_copy (const SlipAuthor *author);
void slip_author_free (SlipAuthor *author);

/**
 * SlipStepType:
 * @SLIP_STEP_EDIT: an edit, which can be undone
 * @SLIP_STEP_UNDO: takes its target back
 * @SLIP_STEP_REDO: does its target again
 */
typedef enum {
  SLIP_STEP_EDIT,
  SLIP_STEP_UNDO,
  SLIP_STEP_REDO,
} SlipStepType;

/**
 * SlipStep:
 * @number: its place in the file's history, 1 for the first
 * @target: the number of the edit it undoes or redoes, else 0
 * @at_ms: when, milliseconds since 1970 UTC
 * @set: what changed; of a step that is only named (the next undo, say) without
 *   its changes
 *
 * One step of a file's history.  History is a record: steps are never changed
 * and never deleted.
 */
typedef struct {
  gint64 number;
  SlipStepType type;
  gint64 target;
  gint64 at_ms;
  SlipAuthor *author;
  SlipChangeSet *set;
} SlipStep;

SlipStep *slip_step_new (gint64 number,
                         SlipStepType type,
                         gint64 target,
                         gint64 at_ms);
SlipStep *slip_step_copy (const SlipStep *step);
void slip_step_free (SlipStep *step);

/**
 * slip_step_describe:
 *
 * Returns: (transfer full): the step as a noun phrase with its writer if that
 * is not @reader: 'move of Payments 3.9, command line'.
 */
char *slip_step_describe (const SlipStep *step,
                          SlipWriter reader) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipAuthor, slip_author_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipStep, slip_step_free)

G_END_DECLS

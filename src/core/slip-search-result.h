/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-plan-state.h"
#include "slip-search-marks.h"

G_BEGIN_DECLS

/**
 * SlipSearchResult:
 * @kind: what it is
 * @id: its id
 * @release: (nullable): the id of the release that it is or is part of
 * @owner: (nullable): the id of what else it is part of: a template, a person
 * @checklist: (nullable): the id of the checklist that it is or is part of
 * @audience: (nullable): the id of that checklist's audience
 * @title: what people call it
 * @context: (nullable): where it is: 'Mobile 4.2 · Sales'
 * @snippet: (nullable): a line of it around what was looked for, if that is not
 *   in the title alone
 * @title_marks: (element-type SlipSearchMark): what was looked for in the title
 * @snippet_marks: (nullable) (element-type SlipSearchMark): and in the snippet
 * @score: how much it is meant, the more the likelier
 *
 * Something that was found.
 */
typedef struct {
  SlipKind kind;
  char *id;
  char *release;
  char *owner;
  char *checklist;
  char *audience;
  char *title;
  char *context;
  char *snippet;
  GArray *title_marks;
  GArray *snippet_marks;
  int score;
} SlipSearchResult;

/**
 * slip_search_score:
 * @row: something that was found in the index
 * @terms: (element-type SlipSearchTerm): what was looked for
 *
 * What is called what was looked for comes first, then what has all of it in
 * its title, then some of it; releases before their parts; what is open before
 * what is over; and what is near to @today before what is far.
 *
 * Returns: the score, or -1 if it is not to be shown because it, or its
 *   release, is not there any more.
 */
int slip_search_score (const SlipPlanState *state,
                       const SlipRow *row,
                       const GPtrArray *terms,
                       SlipDate today);

/**
 * slip_search_result_new:
 * @checklist: (nullable): the checklist of an item that is not in @state
 *
 * Tells of @row as of something that was found.
 */
SlipSearchResult *slip_search_result_new (const SlipPlanState *state,
                                          const SlipRow *row,
                                          const SlipRow *checklist,
                                          const GPtrArray *terms,
                                          int score);
void slip_search_result_free (SlipSearchResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipSearchResult, slip_search_result_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-cli-arguments.h"

G_BEGIN_DECLS

/* The commands of each unit, ended by one without a name. */
extern const SlipCliVerb slip_cli_list_verbs[];
extern const SlipCliVerb slip_cli_release_verbs[];
extern const SlipCliVerb slip_cli_history_verbs[];
extern const SlipCliVerb slip_cli_conflict_verbs[];
extern const SlipCliVerb slip_cli_criterion_verbs[];
extern const SlipCliVerb slip_cli_decide_verbs[];
extern const SlipCliVerb slip_cli_entity_verbs[];
extern const SlipCliVerb slip_cli_exception_verbs[];
extern const SlipCliVerb slip_cli_flag_verbs[];
extern const SlipCliVerb slip_cli_freeze_verbs[];
extern const SlipCliVerb slip_cli_calendar_verbs[];
extern const SlipCliVerb slip_cli_holidays_verbs[];
extern const SlipCliVerb slip_cli_import_verbs[];
extern const SlipCliVerb slip_cli_knowledge_verbs[];
extern const SlipCliVerb slip_cli_plan_verbs[];
extern const SlipCliVerb slip_cli_stage_verbs[];
extern const SlipCliVerb slip_cli_accept_verbs[];
extern const SlipCliVerb slip_cli_feed_verbs[];
extern const SlipCliVerb slip_cli_feeds_verbs[];
extern const SlipCliVerb slip_cli_status_verbs[];
extern const SlipCliVerb slip_cli_sync_verbs[];
extern const SlipCliVerb slip_cli_template_verbs[];
extern const SlipCliVerb slip_cli_agenda_verbs[];
extern const SlipCliVerb slip_cli_checklist_verbs[];
extern const SlipCliVerb slip_cli_item_verbs[];
extern const SlipCliVerb slip_cli_ready_verbs[];
extern const SlipCliVerb slip_cli_search_verbs[];
extern const SlipCliVerb slip_cli_truth_verbs[];
extern const SlipCliVerb slip_cli_what_if_verbs[];

G_END_DECLS

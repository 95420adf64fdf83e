/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/*
 * The window's actions that views, widgets and editors ask by, with the type of
 * their parameter.  Menus, keys and drops all go through them.  An empty text
 * stands for 'none', days are ISO 8601.
 */

/* (s) id; marks it as selected and shows it in the inspector. */
#define SLIP_ACTION_SELECT "win.select-release"
/* s id, clicked once: selects it and, where a narrow window has no room for the
 * details beside the view, opens it. */
#define SLIP_ACTION_PICK "win.pick-release"
/* (s) id; the same, and opens the inspector if it is hidden. */
#define SLIP_ACTION_OPEN "win.open-release"
/* (ssss) kind, id, release (or empty), checklist (or empty) of something that
 * was found; opens it where it belongs. */
#define SLIP_ACTION_OPEN_FOUND "win.open-found"
/* (s) id; has the checklists of the release read, of which its parts are not in
 * memory.  Views get the plan again once they are there. */
#define SLIP_ACTION_LOAD_PARTS "win.load-parts"
/* (s) day; opens New Release with that release date. */
#define SLIP_ACTION_NEW "win.new-release"
/* (ssb) id, day, whether only the release date moves. */
#define SLIP_ACTION_MOVE "win.move-release"
/* (sib) id, days, whether only the release date moves. */
#define SLIP_ACTION_MOVE_BY "win.move-release-by"
/* (sssu) id, day (empty for none), certainty nick, set of SLIP_ANCHOR_BIT()s of
 * the dates that stay. */
#define SLIP_ACTION_MOVE_PLANNED "win.move-release-planned"
/* (s) id; opens Move to Date…. */
#define SLIP_ACTION_MOVE_TO_DATE "win.move-to-date"
/* (s) id; takes the release date away. */
#define SLIP_ACTION_UNSCHEDULE "win.unschedule-release"
/* (sss) stage, its first and its last day. */
#define SLIP_ACTION_MOVE_STAGE "win.move-stage"
/* (sii) stage, by how many days it starts later, by how many it ends later. */
#define SLIP_ACTION_MOVE_STAGE_BY "win.move-stage-by"
/* (s) stage; opens Move Stage to Date…. */
#define SLIP_ACTION_MOVE_STAGE_TO_DATE "win.move-stage-to-date"
/* (s) stage; opens Change Length…. */
#define SLIP_ACTION_STAGE_LENGTH "win.change-stage-length"
/* (ss) id, status nick; to the end of that column. */
#define SLIP_ACTION_STATUS "win.set-status"
/* (ssss) id, status nick, id it comes after, id it comes before. */
#define SLIP_ACTION_PLACE "win.place-card"
/* (s) id; deletes the release (softly). */
#define SLIP_ACTION_DELETE "win.delete-release"
/* (ssa(ss)) kind, id, pairs of property name and text as
 * slip_property_parse() reads it. */
#define SLIP_ACTION_EDIT "win.edit-entity"
/* (sssa(ss)) kind, id, owner, pairs as above. */
#define SLIP_ACTION_CREATE "win.create-entity"
/* (ss) kind, id. */
#define SLIP_ACTION_REMOVE "win.remove-entity"
/* a(ssssa(ss)) of 'create', 'set' or 'remove', kind, id, owner, pairs as above;
 * all of them as one step. */
#define SLIP_ACTION_EDIT_ALL "win.edit-entities"
/* (sss) kind, id, property that refers to a person: asks for somebody new, who
 * comes to the plan in the same step. */
#define SLIP_ACTION_NEW_PERSON "win.new-person"
/* (s) id of a template. */
#define SLIP_ACTION_DUPLICATE_TEMPLATE "win.duplicate-template"
/* (s) id of a template; asks for a file first. */
#define SLIP_ACTION_EXPORT_TEMPLATE "win.export-template"
/* no parameter; asks for a file first. */
#define SLIP_ACTION_IMPORT_TEMPLATES "win.import-templates"
/* no parameter. */
#define SLIP_ACTION_ADD_SHIPPED_TEMPLATES "win.add-shipped-templates"
/* (s) id of a release; opens Apply Template…. */
#define SLIP_ACTION_APPLY_TEMPLATE "win.apply-template"
/* (ssa(ssssa(ss))as) id of a release, id of a template, edits as above that
 * make the release, ids of template_audiences to leave out; all as one step. */
#define SLIP_ACTION_TAKE_TEMPLATE "win.take-template"
/* (s) id of a release; asks for a name first. */
#define SLIP_ACTION_SAVE_AS_TEMPLATE "win.save-as-template"
/* no parameter. */
#define SLIP_ACTION_UNDO "win.undo"
#define SLIP_ACTION_REDO "win.redo"
/* (x) step number: a toast's Undo. */
#define SLIP_ACTION_UNDO_STEP "win.undo-step"
/* (x) step number: a toast's Adjust…; 0 for the last move. */
#define SLIP_ACTION_ADJUST_STEP "win.adjust-step"
/* (ss) release, checklist (empty for the release itself); opens it in the
 * inspector. */
#define SLIP_ACTION_SHOW_CHECKLIST "win.show-checklist"
/* (ssss) release, role as slip_assignment_new() has it, person (empty for
 * nobody or a new one), name of a new person. */
#define SLIP_ACTION_ASSIGN "win.assign-owner"
/* (ss) release, audience; asks why it needs nothing. */
#define SLIP_ACTION_NOT_NEEDED "win.mark-not-needed"
/* (ss) release, audience. */
#define SLIP_ACTION_NEEDED "win.mark-needed"
/* (sss) release (empty for the selected one), audience (empty to choose),
 * planned communication that was sent (or empty); opens Tell Audience…. */
#define SLIP_ACTION_TELL "win.tell-audience"
/* (sssa(ss)) release, planned communication that was sent (or empty), day, and
 * pairs of a communication: audience, type, date_told, …; no sent_by is me. */
#define SLIP_ACTION_RECORD_TELLING "win.record-telling"
/* (s) communication; asks who has confirmed it. */
#define SLIP_ACTION_CONFIRM "win.confirm-communication"
/* (s) communication; nobody has. */
#define SLIP_ACTION_UNCONFIRM "win.unconfirm-communication"
/* (s) status feed (empty for a new one); opens its set-up. */
#define SLIP_ACTION_EDIT_FEED "win.edit-feed"
/* (s) status feed; asks it now, also one that is not asked by itself. */
#define SLIP_ACTION_SYNC_FEED "win.sync-feed"
/* (sss) status feed, key of what it says, feature flag (or empty); shows what
 * accepting would change. */
#define SLIP_ACTION_ACCEPT_OBSERVATION "win.accept-observation"
/* (ss) status feed, key of what it says; shows what was said before. */
#define SLIP_ACTION_SHOW_OBSERVATION "win.show-observation"
/* (ss) release (empty for the selected one), feature flag (empty for a new
 * one); opens its dialog. */
#define SLIP_ACTION_EDIT_FLAG "win.edit-flag"
/* (ssa(ss)a(ss)) release, feature flag (empty for a new one), pairs of property
 * name and text, pairs of stage and what it expects, as slip_flag_parse_state()
 * reads it; all as one step. */
#define SLIP_ACTION_SET_FLAG "win.set-flag"
/* (ss) release, feature flag; asks what was observed of it. */
#define SLIP_ACTION_OBSERVE_FLAG "win.observe-flag"
/* (sssx) feature flag, what was observed as slip_flag_parse_state() reads it,
 * where, when in milliseconds since 1970 UTC. */
#define SLIP_ACTION_RECORD_FLAG "win.record-flag"
/* (sss) release, stage (empty for the whole release), freeze; asks who wants an
 * exception and why. */
#define SLIP_ACTION_ASK_EXCEPTION "win.ask-exception"
/* (sssssss) release, stage (or empty), freeze, who asks for it, the person who
 * decides, why, its last day (or empty). */
#define SLIP_ACTION_RECORD_EXCEPTION "win.record-exception"
/* (s) release (empty for the selected one); asks whether it goes wider. */
#define SLIP_ACTION_GO_WIDER "win.go-wider"
/* (sss) release (empty for the selected one), stage (empty for the next or the
 * present one), nick of a decision; asks about that. */
#define SLIP_ACTION_DECIDE "win.decide"
/* (ssssssssa(sss)) nick of a decision, release, stage, stage that a roll back
 * goes to (or empty), person (empty for me), what others said, why, when to
 * look again (or empty), conditions: title, owner and day. */
#define SLIP_ACTION_RECORD_DECISION "win.record-decision"
/* (s) decision; opens its record. */
#define SLIP_ACTION_SHOW_DECISION "win.show-decision"
/* (ss) release, stage (empty for the next one); opens its gate. */
#define SLIP_ACTION_SHOW_GATE "win.show-gate"
/* (ssss) release, kind and id of what a line of its gate is about, and the
 * criterion that asks; opens that. */
#define SLIP_ACTION_OPEN_CAUSE "win.open-cause"
/* (sss) release, stage, nick of a kind of criterion; asks about it, if there is
 * something to be said, and adds it. */
#define SLIP_ACTION_ADD_CRITERION "win.add-criterion"
/* (ss) release, stage (empty for every stage that has not begun). */
#define SLIP_ACTION_ADD_USUAL_CRITERIA "win.add-usual-criteria"
/* (ss) criterion, and 'edit', 'figure' or 'waiver' to ask for that, or
 * 'no-waiver' to take the waiver back. */
#define SLIP_ACTION_EDIT_CRITERION "win.edit-criterion"
/* (si) criterion, how many places later it comes. */
#define SLIP_ACTION_MOVE_CRITERION "win.move-criterion"
/* (s) working calendar; opens Add Holidays…. */
#define SLIP_ACTION_ADD_HOLIDAYS "win.add-holidays"
/* (sa(sssb)) working calendar; of each holiday first day, last day, name and
 * whether it is on them every year; as one step. */
#define SLIP_ACTION_TAKE_HOLIDAYS "win.take-holidays"
/* (s) 'conflicts', 'unowned' or 'overdue'; lists what the count is made of. */
#define SLIP_ACTION_ATTENTION "win.show-attention"
/* (ss) release, audience; makes its checklist. */
#define SLIP_ACTION_ADD_CHECKLIST "win.add-checklist"
/* (ss) release, checklist; its items go with it. */
#define SLIP_ACTION_DELETE_CHECKLIST "win.delete-checklist"
/* (sss) release, checklist, titles as slip_item_lines_split() reads them. */
#define SLIP_ACTION_ADD_ITEMS "win.add-items"
/* (sassss) release, items, checklist, item they come after, item they come
 * before. */
#define SLIP_ACTION_MOVE_ITEMS "win.move-items"
/* (sas) release, items. */
#define SLIP_ACTION_DELETE_ITEMS "win.delete-items"
/* (sassss) release, items, state nick, its note, evidence for those that need
 * some and have none. */
#define SLIP_ACTION_ITEMS_STATE "win.set-items-state"
/* (sasss) release, items, person (empty for nobody or a new one), name of a new
 * person. */
#define SLIP_ACTION_ITEMS_OWNER "win.set-items-owner"
/* (sasb) release, items, whether they are required. */
#define SLIP_ACTION_ITEMS_REQUIRED "win.set-items-required"
/* (sass) release, items, a rule or day as slip_due_parse_among() reads it. */
#define SLIP_ACTION_ITEMS_DUE "win.set-items-due"
/* (sasb) release, items, whether they are pinned. */
#define SLIP_ACTION_PIN_ITEMS "win.pin-items"
/* (s) 'calendar', 'board', 'readiness', 'rollout' or 'my-day'; stateful. */
#define SLIP_ACTION_VIEW "win.view"
/* (i) -1, 0 or 1: previous, present, next period. */
#define SLIP_ACTION_GO "win.go"
/* (s) page: products, people, audiences, templates, working-days, freezes,
 * key-dates. */
#define SLIP_ACTION_PLAN_SETTINGS "win.plan-settings"
/* (sss) stage, what to do as slip_stage_act_get_nick() names it, stage to roll
 * back to (empty for nobody); what is to be decided is asked first. */
#define SLIP_ACTION_ACT_ON_STAGE "win.act-on-stage"
/* (ss) release, stage; goes to it in the rollout. */
#define SLIP_ACTION_SHOW_STAGE "win.show-stage"
/* (ss) release, key of a usual rollout that it is given. */
#define SLIP_ACTION_APPLY_PRESET "win.apply-preset"
/* no parameter; lists what waits for a decision. */
#define SLIP_ACTION_SHOW_WAITING "win.show-waiting"
/* (s) text to announce to assistive technology. */
#define SLIP_ACTION_ANNOUNCE "win.announce"

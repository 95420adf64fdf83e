-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Version 1 of a plan's file.  A shipped script never changes.
--
-- A table per kind of the schema table and a column per property: days as TEXT
-- YYYY-MM-DD, enumerations as TEXT, instants as INTEGER milliseconds since 1970
-- UTC.  References are checked when a transaction ends, so that the order of an
-- edit's changes does not matter.

PRAGMA application_id = 0x534C5057;
PRAGMA user_version = 1;

CREATE TABLE meta (
  key TEXT NOT NULL PRIMARY KEY,
  value ANY
) STRICT, WITHOUT ROWID;
INSERT INTO meta (key, value) VALUES ('generation', 1), ('undo-floor', 0);

-- History: a row per step and a row per change, never changed and never
-- deleted.  A value is kept as the column of its property keeps it.

CREATE TABLE history_step (
  number INTEGER NOT NULL PRIMARY KEY CHECK (number > 0),
  type TEXT NOT NULL CHECK (type IN ('edit', 'undo', 'redo')),
  target INTEGER CHECK ((target IS NULL) = (type = 'edit')),
  at_ms INTEGER NOT NULL,
  person TEXT,
  person_name TEXT,
  writer TEXT NOT NULL,
  verb TEXT NOT NULL,
  subject TEXT,
  reason TEXT
) STRICT;

CREATE TABLE history_change (
  step INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('create', 'delete', 'set')),
  kind TEXT NOT NULL,
  entity TEXT NOT NULL,
  owner TEXT,
  property TEXT CHECK ((property IS NOT NULL) = (type = 'set')),
  old ANY,
  new ANY,
  PRIMARY KEY (step, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX history_change_entity ON history_change (entity, step);
CREATE INDEX history_change_owner ON history_change (owner, step)
  WHERE owner IS NOT NULL;

-- What undo and redo do next.  turn is the step that did or undid it last.

CREATE TABLE step_state (
  number INTEGER NOT NULL PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('closed', 'done', 'undone')),
  turn INTEGER NOT NULL
) STRICT;
CREATE INDEX step_state_state ON step_state (state, number);

-- Records of what people decided.  They refer to nothing that could go.

CREATE TABLE decision (
  id TEXT NOT NULL PRIMARY KEY,
  release TEXT NOT NULL,
  stage TEXT,
  kind TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  person TEXT,
  person_name TEXT,
  reason TEXT,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX decision_release ON decision (release, at_ms);

CREATE TABLE freeze_exception (
  id TEXT NOT NULL PRIMARY KEY,
  release TEXT NOT NULL,
  stage TEXT,
  kind TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  person TEXT,
  person_name TEXT,
  reason TEXT,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX freeze_exception_release ON freeze_exception (release, at_ms);

CREATE TRIGGER history_step_update BEFORE UPDATE ON history_step
BEGIN
  SELECT RAISE (ABORT, 'history_step is a record');
END;
CREATE TRIGGER history_step_delete BEFORE DELETE ON history_step
BEGIN
  SELECT RAISE (ABORT, 'history_step is a record');
END;
CREATE TRIGGER history_step_insert BEFORE INSERT ON history_step
WHEN EXISTS (SELECT 1 FROM history_step WHERE number = NEW.number)
BEGIN
  SELECT RAISE (ABORT, 'history_step is a record');
END;

CREATE TRIGGER history_change_update BEFORE UPDATE ON history_change
BEGIN
  SELECT RAISE (ABORT, 'history_change is a record');
END;
CREATE TRIGGER history_change_delete BEFORE DELETE ON history_change
BEGIN
  SELECT RAISE (ABORT, 'history_change is a record');
END;
CREATE TRIGGER history_change_insert BEFORE INSERT ON history_change
WHEN EXISTS (
  SELECT 1 FROM history_change WHERE step = NEW.step AND ordinal = NEW.ordinal
)
BEGIN
  SELECT RAISE (ABORT, 'history_change is a record');
END;

CREATE TRIGGER decision_update BEFORE UPDATE ON decision
BEGIN
  SELECT RAISE (ABORT, 'decision is a record');
END;
CREATE TRIGGER decision_delete BEFORE DELETE ON decision
BEGIN
  SELECT RAISE (ABORT, 'decision is a record');
END;
CREATE TRIGGER decision_insert BEFORE INSERT ON decision
WHEN EXISTS (SELECT 1 FROM decision WHERE id = NEW.id)
BEGIN
  SELECT RAISE (ABORT, 'decision is a record');
END;

CREATE TRIGGER freeze_exception_update BEFORE UPDATE ON freeze_exception
BEGIN
  SELECT RAISE (ABORT, 'freeze_exception is a record');
END;
CREATE TRIGGER freeze_exception_delete BEFORE DELETE ON freeze_exception
BEGIN
  SELECT RAISE (ABORT, 'freeze_exception is a record');
END;
CREATE TRIGGER freeze_exception_insert BEFORE INSERT ON freeze_exception
WHEN EXISTS (SELECT 1 FROM freeze_exception WHERE id = NEW.id)
BEGIN
  SELECT RAISE (ABORT, 'freeze_exception is a record');
END;

-- The plan.

CREATE TABLE "plan" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT,
  "calendar" TEXT
    REFERENCES "working_calendar" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "plan_calendar" ON "plan" ("calendar")
  WHERE "calendar" IS NOT NULL;

CREATE TABLE "person" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT,
  "role" TEXT,
  "email" TEXT,
  "is_retired" INTEGER NOT NULL DEFAULT 0
    CHECK ("is_retired" IN (0, 1))
) STRICT;

CREATE TABLE "away" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "owner" TEXT NOT NULL
    REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "first_day" TEXT,
  "last_day" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX "away_owner" ON "away" ("owner");

CREATE TABLE "working_calendar" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT,
  "weekdays" INTEGER
) STRICT;

CREATE TABLE "holiday" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "owner" TEXT NOT NULL
    REFERENCES "working_calendar" ("id") DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT,
  "first_day" TEXT,
  "last_day" TEXT,
  "is_yearly" INTEGER NOT NULL DEFAULT 0
    CHECK ("is_yearly" IN (0, 1))
) STRICT;
CREATE INDEX "holiday_owner" ON "holiday" ("owner");

CREATE TABLE "product" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT,
  "short_name" TEXT,
  "color" TEXT,
  "owner_person" TEXT
    REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "calendar" TEXT
    REFERENCES "working_calendar" ("id") DEFERRABLE INITIALLY DEFERRED,
  "rank" TEXT,
  "is_retired" INTEGER NOT NULL DEFAULT 0
    CHECK ("is_retired" IN (0, 1))
) STRICT;
CREATE INDEX "product_owner_person" ON "product" ("owner_person")
  WHERE "owner_person" IS NOT NULL;
CREATE INDEX "product_calendar" ON "product" ("calendar")
  WHERE "calendar" IS NOT NULL;

CREATE TABLE "audience" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT,
  "side" TEXT NOT NULL DEFAULT 'internal',
  "notice_days" INTEGER,
  "owner_person" TEXT
    REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "rank" TEXT,
  "is_retired" INTEGER NOT NULL DEFAULT 0
    CHECK ("is_retired" IN (0, 1))
) STRICT;
CREATE INDEX "audience_owner_person" ON "audience" ("owner_person")
  WHERE "owner_person" IS NOT NULL;

CREATE TABLE "freeze" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT,
  "severity" TEXT NOT NULL DEFAULT 'hard',
  "first_day" TEXT,
  "last_day" TEXT,
  "repeat" TEXT NOT NULL DEFAULT 'never',
  "weekdays" INTEGER,
  "months" INTEGER,
  "until" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE "freeze_product" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "owner" TEXT NOT NULL
    REFERENCES "freeze" ("id") DEFERRABLE INITIALLY DEFERRED,
  "product" TEXT
    REFERENCES "product" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "freeze_product_owner" ON "freeze_product" ("owner");
CREATE INDEX "freeze_product_product" ON "freeze_product" ("product")
  WHERE "product" IS NOT NULL;

CREATE TABLE "freeze_audience" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "owner" TEXT NOT NULL
    REFERENCES "freeze" ("id") DEFERRABLE INITIALLY DEFERRED,
  "audience" TEXT
    REFERENCES "audience" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "freeze_audience_owner" ON "freeze_audience" ("owner");
CREATE INDEX "freeze_audience_audience" ON "freeze_audience" ("audience")
  WHERE "audience" IS NOT NULL;

CREATE TABLE "key_date" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT,
  "first_day" TEXT,
  "last_day" TEXT,
  "product" TEXT
    REFERENCES "product" ("id") DEFERRABLE INITIALLY DEFERRED,
  "note" TEXT
) STRICT;
CREATE INDEX "key_date_product" ON "key_date" ("product")
  WHERE "product" IS NOT NULL;

CREATE TABLE "template" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT,
  "summary" TEXT,
  "tier" INTEGER,
  "product" TEXT
    REFERENCES "product" ("id") DEFERRABLE INITIALLY DEFERRED,
  "rank" TEXT,
  "is_retired" INTEGER NOT NULL DEFAULT 0
    CHECK ("is_retired" IN (0, 1))
) STRICT;
CREATE INDEX "template_product" ON "template" ("product")
  WHERE "product" IS NOT NULL;

CREATE TABLE "template_audience" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "owner" TEXT NOT NULL
    REFERENCES "template" ("id") DEFERRABLE INITIALLY DEFERRED,
  "audience" TEXT
    REFERENCES "audience" ("id") DEFERRABLE INITIALLY DEFERRED,
  "owner_role" TEXT,
  "rank" TEXT
) STRICT;
CREATE INDEX "template_audience_owner" ON "template_audience" ("owner");
CREATE INDEX "template_audience_audience" ON "template_audience" ("audience")
  WHERE "audience" IS NOT NULL;

CREATE TABLE "template_item" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "owner" TEXT NOT NULL
    REFERENCES "template" ("id") DEFERRABLE INITIALLY DEFERRED,
  "audience" TEXT
    REFERENCES "template_audience" ("id") DEFERRABLE INITIALLY DEFERRED,
  "title" TEXT,
  "is_required" INTEGER NOT NULL DEFAULT 0
    CHECK ("is_required" IN (0, 1)),
  "needs_evidence" INTEGER NOT NULL DEFAULT 0
    CHECK ("needs_evidence" IN (0, 1)),
  "owner_role" TEXT,
  "due_anchor" TEXT NOT NULL DEFAULT 'none',
  "due_stage" TEXT
    REFERENCES "template_stage" ("id") DEFERRABLE INITIALLY DEFERRED,
  "due_offset" INTEGER,
  "due_unit" TEXT NOT NULL DEFAULT 'calendar-days',
  "due_snap" TEXT NOT NULL DEFAULT 'none',
  "note" TEXT,
  "rank" TEXT
) STRICT;
CREATE INDEX "template_item_owner" ON "template_item" ("owner");
CREATE INDEX "template_item_audience" ON "template_item" ("audience")
  WHERE "audience" IS NOT NULL;
CREATE INDEX "template_item_due_stage" ON "template_item" ("due_stage")
  WHERE "due_stage" IS NOT NULL;

CREATE TABLE "template_stage" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "owner" TEXT NOT NULL
    REFERENCES "template" ("id") DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT,
  "type" TEXT NOT NULL DEFAULT 'internal',
  "share" INTEGER,
  "segment" TEXT,
  "is_launch" INTEGER NOT NULL DEFAULT 0
    CHECK ("is_launch" IN (0, 1)),
  "start_offset" INTEGER,
  "start_unit" TEXT NOT NULL DEFAULT 'calendar-days',
  "length_days" INTEGER,
  "soak_hours" INTEGER,
  "rank" TEXT
) STRICT;
CREATE INDEX "template_stage_owner" ON "template_stage" ("owner");

CREATE TABLE "release" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "product" TEXT
    REFERENCES "product" ("id") DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT,
  "version" TEXT,
  "summary" TEXT,
  "tier" INTEGER,
  "status" TEXT NOT NULL DEFAULT 'planned',
  "owner_person" TEXT
    REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "market_owner" TEXT
    REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "release_date" TEXT,
  "release_certainty" TEXT NOT NULL DEFAULT 'unscheduled',
  "deploy_date" TEXT,
  "deploy_certainty" TEXT NOT NULL DEFAULT 'unscheduled',
  "deploy_is_pinned" INTEGER NOT NULL DEFAULT 0
    CHECK ("deploy_is_pinned" IN (0, 1)),
  "deploy_offset" INTEGER,
  "code_complete_date" TEXT,
  "code_complete_certainty" TEXT NOT NULL DEFAULT 'unscheduled',
  "code_complete_is_pinned" INTEGER NOT NULL DEFAULT 0
    CHECK ("code_complete_is_pinned" IN (0, 1)),
  "code_complete_offset" INTEGER,
  "announce_date" TEXT,
  "announce_certainty" TEXT NOT NULL DEFAULT 'unscheduled',
  "announce_is_pinned" INTEGER NOT NULL DEFAULT 0
    CHECK ("announce_is_pinned" IN (0, 1)),
  "announce_offset" INTEGER,
  "first_planned_date" TEXT,
  "rank" TEXT,
  "changes" TEXT,
  "affected" TEXT,
  "action" TEXT,
  "contact" TEXT,
  "rollback_plan" TEXT,
  "template" TEXT
    REFERENCES "template" ("id") DEFERRABLE INITIALLY DEFERRED,
  "is_deleted" INTEGER NOT NULL DEFAULT 0
    CHECK ("is_deleted" IN (0, 1)),
  "import_source" TEXT,
  "import_uid" TEXT,
  "import_name" TEXT,
  "import_date" TEXT,
  "import_summary" TEXT
) STRICT;
CREATE INDEX "release_product" ON "release" ("product")
  WHERE "product" IS NOT NULL;
CREATE INDEX "release_owner_person" ON "release" ("owner_person")
  WHERE "owner_person" IS NOT NULL;
CREATE INDEX "release_market_owner" ON "release" ("market_owner")
  WHERE "market_owner" IS NOT NULL;
CREATE INDEX "release_release_date" ON "release" ("release_date")
  WHERE "release_date" IS NOT NULL;
CREATE INDEX "release_template" ON "release" ("template")
  WHERE "template" IS NOT NULL;
CREATE INDEX "release_import_uid" ON "release" ("import_uid")
  WHERE "import_uid" IS NOT NULL;

CREATE TABLE "link" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "owner" TEXT NOT NULL
    REFERENCES "release" ("id") DEFERRABLE INITIALLY DEFERRED,
  "title" TEXT,
  "uri" TEXT,
  "rank" TEXT
) STRICT;
CREATE INDEX "link_owner" ON "link" ("owner");

CREATE TABLE "dependency" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "owner" TEXT NOT NULL
    REFERENCES "release" ("id") DEFERRABLE INITIALLY DEFERRED,
  "on_release" TEXT
    REFERENCES "release" ("id") DEFERRABLE INITIALLY DEFERRED,
  "lag_days" INTEGER,
  "note" TEXT
) STRICT;
CREATE INDEX "dependency_owner" ON "dependency" ("owner");
CREATE INDEX "dependency_on_release" ON "dependency" ("on_release")
  WHERE "on_release" IS NOT NULL;

CREATE TABLE "checklist" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "owner" TEXT NOT NULL
    REFERENCES "release" ("id") DEFERRABLE INITIALLY DEFERRED,
  "audience" TEXT
    REFERENCES "audience" ("id") DEFERRABLE INITIALLY DEFERRED,
  "owner_person" TEXT
    REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "is_not_needed" INTEGER NOT NULL DEFAULT 0
    CHECK ("is_not_needed" IN (0, 1)),
  "reason" TEXT
) STRICT;
CREATE INDEX "checklist_owner" ON "checklist" ("owner");
CREATE INDEX "checklist_audience" ON "checklist" ("audience")
  WHERE "audience" IS NOT NULL;
CREATE INDEX "checklist_owner_person" ON "checklist" ("owner_person")
  WHERE "owner_person" IS NOT NULL;

CREATE TABLE "stage" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "owner" TEXT NOT NULL
    REFERENCES "release" ("id") DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT,
  "type" TEXT NOT NULL DEFAULT 'internal',
  "share" INTEGER,
  "segment" TEXT,
  "people" INTEGER,
  "is_launch" INTEGER NOT NULL DEFAULT 0
    CHECK ("is_launch" IN (0, 1)),
  "state" TEXT NOT NULL DEFAULT 'planned',
  "planned_start" TEXT,
  "planned_end" TEXT,
  "started_at" INTEGER,
  "ended_at" INTEGER,
  "start_offset" INTEGER,
  "start_unit" TEXT NOT NULL DEFAULT 'calendar-days',
  "start_is_pinned" INTEGER NOT NULL DEFAULT 0
    CHECK ("start_is_pinned" IN (0, 1)),
  "length_days" INTEGER,
  "soak_hours" INTEGER,
  "rank" TEXT
) STRICT;
CREATE INDEX "stage_owner" ON "stage" ("owner");

CREATE TABLE "item" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "owner" TEXT NOT NULL
    REFERENCES "release" ("id") DEFERRABLE INITIALLY DEFERRED,
  "checklist" TEXT
    REFERENCES "checklist" ("id") DEFERRABLE INITIALLY DEFERRED,
  "title" TEXT,
  "is_required" INTEGER NOT NULL DEFAULT 0
    CHECK ("is_required" IN (0, 1)),
  "state" TEXT NOT NULL DEFAULT 'to-do',
  "state_note" TEXT,
  "owner_person" TEXT
    REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "due_date" TEXT,
  "due_anchor" TEXT NOT NULL DEFAULT 'none',
  "due_stage" TEXT
    REFERENCES "stage" ("id") DEFERRABLE INITIALLY DEFERRED,
  "due_offset" INTEGER,
  "due_unit" TEXT NOT NULL DEFAULT 'calendar-days',
  "due_snap" TEXT NOT NULL DEFAULT 'none',
  "due_is_pinned" INTEGER NOT NULL DEFAULT 0
    CHECK ("due_is_pinned" IN (0, 1)),
  "due_was" TEXT,
  "needs_evidence" INTEGER NOT NULL DEFAULT 0
    CHECK ("needs_evidence" IN (0, 1)),
  "evidence" TEXT,
  "note" TEXT,
  "rank" TEXT
) STRICT;
CREATE INDEX "item_owner" ON "item" ("owner");
CREATE INDEX "item_checklist" ON "item" ("checklist")
  WHERE "checklist" IS NOT NULL;
CREATE INDEX "item_owner_person" ON "item" ("owner_person")
  WHERE "owner_person" IS NOT NULL;
CREATE INDEX "item_due_stage" ON "item" ("due_stage")
  WHERE "due_stage" IS NOT NULL;

CREATE TABLE "criterion" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "owner" TEXT NOT NULL
    REFERENCES "release" ("id") DEFERRABLE INITIALLY DEFERRED,
  "stage" TEXT
    REFERENCES "stage" ("id") DEFERRABLE INITIALLY DEFERRED,
  "type" TEXT NOT NULL DEFAULT 'items',
  "audience" TEXT
    REFERENCES "audience" ("id") DEFERRABLE INITIALLY DEFERRED,
  "text" TEXT,
  "is_must" INTEGER NOT NULL DEFAULT 0
    CHECK ("is_must" IN (0, 1)),
  "is_ticked" INTEGER NOT NULL DEFAULT 0
    CHECK ("is_ticked" IN (0, 1)),
  "threshold" TEXT,
  "waiver_reason" TEXT,
  "waiver_person" TEXT
    REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "waiver_until" TEXT,
  "rank" TEXT
) STRICT;
CREATE INDEX "criterion_owner" ON "criterion" ("owner");
CREATE INDEX "criterion_stage" ON "criterion" ("stage")
  WHERE "stage" IS NOT NULL;
CREATE INDEX "criterion_audience" ON "criterion" ("audience")
  WHERE "audience" IS NOT NULL;
CREATE INDEX "criterion_waiver_person" ON "criterion" ("waiver_person")
  WHERE "waiver_person" IS NOT NULL;

CREATE TABLE "flag" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "owner" TEXT NOT NULL
    REFERENCES "release" ("id") DEFERRABLE INITIALLY DEFERRED,
  "key" TEXT,
  "environment" TEXT,
  "owner_person" TEXT
    REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "is_permanent" INTEGER NOT NULL DEFAULT 0
    CHECK ("is_permanent" IN (0, 1)),
  "note" TEXT
) STRICT;
CREATE INDEX "flag_owner" ON "flag" ("owner");
CREATE INDEX "flag_owner_person" ON "flag" ("owner_person")
  WHERE "owner_person" IS NOT NULL;

CREATE TABLE "flag_stage" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "owner" TEXT NOT NULL
    REFERENCES "release" ("id") DEFERRABLE INITIALLY DEFERRED,
  "flag" TEXT
    REFERENCES "flag" ("id") DEFERRABLE INITIALLY DEFERRED,
  "stage" TEXT
    REFERENCES "stage" ("id") DEFERRABLE INITIALLY DEFERRED,
  "is_on" INTEGER NOT NULL DEFAULT 0
    CHECK ("is_on" IN (0, 1)),
  "share" INTEGER
) STRICT;
CREATE INDEX "flag_stage_owner" ON "flag_stage" ("owner");
CREATE INDEX "flag_stage_flag" ON "flag_stage" ("flag")
  WHERE "flag" IS NOT NULL;
CREATE INDEX "flag_stage_stage" ON "flag_stage" ("stage")
  WHERE "stage" IS NOT NULL;

CREATE TABLE "communication" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "owner" TEXT NOT NULL
    REFERENCES "release" ("id") DEFERRABLE INITIALLY DEFERRED,
  "audience" TEXT
    REFERENCES "audience" ("id") DEFERRABLE INITIALLY DEFERRED,
  "type" TEXT NOT NULL DEFAULT 'heads-up',
  "planned_date" TEXT,
  "planned_anchor" TEXT NOT NULL DEFAULT 'none',
  "planned_offset" INTEGER,
  "planned_unit" TEXT NOT NULL DEFAULT 'calendar-days',
  "sent_at" INTEGER,
  "sent_by" TEXT
    REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "channel" TEXT,
  "date_told" TEXT,
  "confirmed_at" INTEGER,
  "confirmed_by" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX "communication_owner" ON "communication" ("owner");
CREATE INDEX "communication_audience" ON "communication" ("audience")
  WHERE "audience" IS NOT NULL;
CREATE INDEX "communication_sent_by" ON "communication" ("sent_by")
  WHERE "sent_by" IS NOT NULL;

CREATE TABLE "session" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT,
  "attendees" TEXT,
  "began_at" INTEGER,
  "ended_at" INTEGER
) STRICT;

CREATE TABLE "question" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "owner" TEXT NOT NULL
    REFERENCES "session" ("id") DEFERRABLE INITIALLY DEFERRED,
  "text" TEXT,
  "release" TEXT
    REFERENCES "release" ("id") DEFERRABLE INITIALLY DEFERRED,
  "owner_person" TEXT
    REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "answer" TEXT
) STRICT;
CREATE INDEX "question_owner" ON "question" ("owner");
CREATE INDEX "question_release" ON "question" ("release")
  WHERE "release" IS NOT NULL;
CREATE INDEX "question_owner_person" ON "question" ("owner_person")
  WHERE "owner_person" IS NOT NULL;

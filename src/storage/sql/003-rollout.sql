-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Version 3: stages that pause and know when they end, criteria that compare a
-- figure, flags with a kind and what was observed of them, and decisions as
-- entities that are records.

PRAGMA user_version = 3;

ALTER TABLE "template_stage" ADD COLUMN
  "advance" TEXT NOT NULL DEFAULT 'by-hand';

ALTER TABLE "stage" ADD COLUMN "advance" TEXT NOT NULL DEFAULT 'by-hand';
ALTER TABLE "stage" ADD COLUMN "expected_end" TEXT;
ALTER TABLE "stage" ADD COLUMN "held_at" INTEGER;
ALTER TABLE "stage" ADD COLUMN "paused_seconds" INTEGER;

ALTER TABLE "criterion" ADD COLUMN
  "comparison" TEXT NOT NULL DEFAULT 'at-most';
ALTER TABLE "criterion" ADD COLUMN "figure" TEXT;
ALTER TABLE "criterion" ADD COLUMN "figure_at" INTEGER;
ALTER TABLE "criterion" ADD COLUMN "figure_source" TEXT;

ALTER TABLE "flag" ADD COLUMN "type" TEXT NOT NULL DEFAULT 'release';
ALTER TABLE "flag" ADD COLUMN "observed" TEXT NOT NULL DEFAULT 'unknown';
ALTER TABLE "flag" ADD COLUMN "observed_share" INTEGER;
ALTER TABLE "flag" ADD COLUMN "observed_source" TEXT;
ALTER TABLE "flag" ADD COLUMN "observed_at" INTEGER;

-- No program ever wrote a row into these.

DROP TABLE decision;
DROP TABLE freeze_exception;

-- A record refers to nothing that could go, its release included, and stays as
-- it is whatever is done to the plan.

CREATE TABLE "decision" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "owner" TEXT NOT NULL,
  "type" TEXT NOT NULL DEFAULT 'go',
  "at" INTEGER,
  "release_name" TEXT,
  "stage" TEXT,
  "stage_name" TEXT,
  "person" TEXT,
  "person_name" TEXT,
  "asked_by" TEXT,
  "opinions" TEXT,
  "reason" TEXT,
  "conditions" TEXT,
  "to_stage" TEXT,
  "to_stage_name" TEXT,
  "review_day" TEXT,
  "until" TEXT,
  "subject" TEXT,
  "subject_name" TEXT,
  "evidence" TEXT
) STRICT;
CREATE INDEX "decision_owner" ON "decision" ("owner");

CREATE TRIGGER decision_update BEFORE UPDATE ON "decision"
BEGIN
  SELECT RAISE (ABORT, 'decision is a record');
END;
CREATE TRIGGER decision_delete BEFORE DELETE ON "decision"
BEGIN
  SELECT RAISE (ABORT, 'decision is a record');
END;
CREATE TRIGGER decision_insert BEFORE INSERT ON "decision"
WHEN EXISTS (SELECT 1 FROM "decision" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE (ABORT, 'decision is a record');
END;

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

-- From now on a release's status and its stages agree (slip-rollout-status.h),
-- and what is skipped or rolled back is passed over by what follows.  Where
-- they did not, the stages follow the status here as they would in the program,
-- at times that nobody knows.  rollout_count: what is not yet so.

CREATE TABLE rollout_count (
  "release" TEXT NOT NULL PRIMARY KEY,
  status TEXT NOT NULL,
  n_planned INTEGER NOT NULL,
  n_active INTEGER NOT NULL,
  n_running INTEGER NOT NULL,
  n_done INTEGER NOT NULL,
  n_left INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO rollout_count
SELECT r.id, r.status, sum (s.state = 'planned'), sum (s.state = 'active'),
  sum (s.state IN ('active', 'held')), sum (s.state = 'done'),
  sum (s.state IN ('planned', 'rolled-back'))
FROM "release" AS r JOIN "stage" AS s ON s.owner = r.id
GROUP BY r.id HAVING sum (s.state <> 'skipped') > 0;
DELETE FROM rollout_count WHERE CASE status
  WHEN 'rolling-out' THEN n_running > 0 OR (n_done > 0 AND n_left > 0)
  WHEN 'released' THEN n_running = 0 AND n_done > 0 AND n_planned = 0
  WHEN 'on-hold' THEN n_active = 0
  WHEN 'cancelled' THEN n_running = 0
  ELSE n_running + n_done = 0
END;

CREATE TABLE rollout_change (
  ordinal INTEGER NOT NULL PRIMARY KEY,
  stage TEXT NOT NULL,
  "release" TEXT NOT NULL,
  property TEXT NOT NULL,
  old ANY,
  new ANY
) STRICT;

INSERT INTO rollout_change (stage, "release", property, old, new)
SELECT * FROM (
  SELECT s.id, s.owner, 'state', s.state AS old, CASE c.status
    WHEN 'rolling-out' THEN iif (s.id = CASE
      WHEN c.n_done > 0 THEN (SELECT o.id FROM "stage" AS o
        WHERE o.owner = s.owner AND o.state = 'done'
        ORDER BY o."rank" DESC, o.id DESC LIMIT 1)
      ELSE (SELECT o.id FROM "stage" AS o
        WHERE o.owner = s.owner AND o.state IN ('planned', 'rolled-back')
        ORDER BY o.state, o."rank", o.id LIMIT 1)
      END, 'active', s.state)
    WHEN 'released' THEN CASE
      WHEN s.state IN ('active', 'held') THEN 'done'
      WHEN s.state = 'planned' THEN 'skipped'
      WHEN c.n_running + c.n_done = 0 AND s.id = (
        SELECT o.id FROM "stage" AS o WHERE o.owner = s.owner
          AND o.state = 'rolled-back'
        ORDER BY o."rank" DESC, o.id DESC LIMIT 1) THEN 'done'
      ELSE s.state END
    WHEN 'on-hold' THEN iif (s.state = 'active', 'held', s.state)
    WHEN 'cancelled' THEN
      iif (s.state IN ('active', 'held'), 'rolled-back', s.state)
    ELSE iif (s.state IN ('active', 'held', 'done'), 'rolled-back', s.state)
    END AS new
  FROM "stage" AS s JOIN rollout_count AS c ON c."release" = s.owner
  ORDER BY s.owner, s."rank", s.id)
WHERE old <> new;

UPDATE "stage" SET "state" = (SELECT new FROM rollout_change WHERE stage = id)
WHERE id IN (SELECT stage FROM rollout_change);

-- Times that a stage in its state does not have; what begins anew at a time
-- that nobody knows has none.

INSERT INTO rollout_change (stage, "release", property, old, new)
SELECT id, owner, 'started_at', started_at, NULL FROM "stage" AS s
WHERE started_at IS NOT NULL AND (state = 'planned' OR EXISTS (
  SELECT 1 FROM rollout_change WHERE stage = s.id
    AND old IN ('planned', 'rolled-back') AND new = 'active'))
ORDER BY id;
INSERT INTO rollout_change (stage, "release", property, old, new)
SELECT id, owner, 'ended_at', ended_at, NULL FROM "stage"
WHERE ended_at IS NOT NULL AND state IN ('planned', 'active', 'held')
ORDER BY id;
UPDATE "stage" SET started_at = NULL WHERE id IN
  (SELECT stage FROM rollout_change WHERE property = 'started_at');
UPDATE "stage" SET ended_at = NULL WHERE id IN
  (SELECT stage FROM rollout_change WHERE property = 'ended_at');

-- What followed a stage that is passed over now stays where it is.

INSERT INTO rollout_change (stage, "release", property, old, new)
SELECT s.id, s.owner, 'start_is_pinned', 0, 1
FROM "stage" AS s JOIN "release" AS r ON r.id = s.owner
WHERE s.state = 'planned' AND NOT s.start_is_pinned AND NOT s.is_launch
  AND s.start_anchor = 'previous' AND r.release_date IS NOT NULL
  AND (SELECT o.state FROM "stage" AS o WHERE o.owner = s.owner
    AND (coalesce (o."rank", ''), o.id) < (coalesce (s."rank", ''), s.id)
    ORDER BY o."rank" DESC, o.id DESC LIMIT 1) IN ('rolled-back', 'skipped')
ORDER BY s.owner, s."rank", s.id;
UPDATE "stage" SET start_is_pinned = 1 WHERE id IN
  (SELECT stage FROM rollout_change WHERE property = 'start_is_pinned');

-- History tells of it.  What was done to stages, or to a status beside them, in
-- a file of version 2 cannot be taken back: it could end in a plan that does
-- not agree.

INSERT INTO history_step (number, type, at_ms, writer, verb)
SELECT coalesce (max (number), 0) + 1, 'edit',
  CAST (round ((julianday ('now') - 2440587.5) * 86400000) AS INTEGER), 'window', 'update'
FROM history_step HAVING EXISTS (SELECT 1 FROM rollout_change);
INSERT INTO history_change (step, ordinal, type, kind, entity, owner, property,
  old, new)
SELECT (SELECT max (number) FROM history_step),
  row_number () OVER (ORDER BY ordinal) - 1, 'set', 'stage', stage, "release",
  property, old, new
FROM rollout_change;
UPDATE meta SET value = (SELECT coalesce (max (number), 0) FROM history_step)
WHERE key = 'undo-floor' AND (EXISTS (SELECT 1 FROM "stage")
  OR EXISTS (SELECT 1 FROM history_change WHERE kind = 'stage'));
UPDATE step_state SET state = 'closed' WHERE number <=
  (SELECT value FROM meta WHERE key = 'undo-floor');

DROP TABLE rollout_change;
DROP TABLE rollout_count;

-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Version 2: who is affected in three parts, stages that follow the stage
-- before, items that know the template they came from, planned communications
-- with a whole T-date, and summaries of checklists.

PRAGMA user_version = 2;

ALTER TABLE "release" ADD COLUMN "affected_customers" TEXT;
ALTER TABLE "release" ADD COLUMN "affected_integrations" TEXT;

ALTER TABLE "template_stage" ADD COLUMN
  "start_anchor" TEXT NOT NULL DEFAULT 'release';
ALTER TABLE "stage" ADD COLUMN
  "start_anchor" TEXT NOT NULL DEFAULT 'release';

ALTER TABLE "item" ADD COLUMN "origin" TEXT;

ALTER TABLE "communication" ADD COLUMN "planned_stage" TEXT
  REFERENCES "stage" ("id") DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "communication" ADD COLUMN
  "planned_snap" TEXT NOT NULL DEFAULT 'none';
ALTER TABLE "communication" ADD COLUMN
  "planned_is_pinned" INTEGER NOT NULL DEFAULT 0
    CHECK ("planned_is_pinned" IN (0, 1));
ALTER TABLE "communication" ADD COLUMN "planned_was" TEXT;
CREATE INDEX "communication_planned_stage" ON "communication" ("planned_stage")
  WHERE "planned_stage" IS NOT NULL;

-- What a plan's views say of a release without reading its parts.  A row per
-- checklist, written in the transaction that changes the checklist or its
-- items; never in history.  due_days: the due days of its open items in order,
-- YYYY-MM-DD, separated by spaces.

CREATE TABLE checklist_summary (
  "release" TEXT NOT NULL,
  checklist TEXT NOT NULL,
  audience TEXT,
  owner_person TEXT,
  is_not_needed INTEGER NOT NULL,
  n_required INTEGER NOT NULL,
  n_required_closed INTEGER NOT NULL,
  n_required_blocked INTEGER NOT NULL,
  n_required_started INTEGER NOT NULL,
  n_optional_open INTEGER NOT NULL,
  due_days TEXT NOT NULL,
  PRIMARY KEY ("release", checklist)
) STRICT, WITHOUT ROWID;

INSERT INTO checklist_summary
SELECT c.owner, c.id, c.audience, c.owner_person, c.is_not_needed,
  coalesce (sum (i.is_required), 0),
  coalesce (sum (i.is_required AND i.state IN ('done', 'not-applicable')), 0),
  coalesce (sum (i.is_required AND i.state = 'blocked'), 0),
  coalesce (sum (i.is_required AND i.state = 'doing'), 0),
  coalesce (sum (NOT i.is_required
                 AND i.state NOT IN ('done', 'not-applicable')), 0),
  coalesce ((SELECT group_concat (d, ' ') FROM (
    SELECT o.due_date AS d FROM item AS o
    WHERE o.checklist = c.id AND o.owner = c.owner AND o.due_date IS NOT NULL
      AND o.state NOT IN ('done', 'not-applicable')
    ORDER BY o.due_date)), '')
FROM checklist AS c
LEFT JOIN item AS i ON i.checklist = c.id AND i.owner = c.owner
GROUP BY c.id;

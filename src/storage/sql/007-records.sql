-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Version 7: no other way of putting something in a decision's place.
--
-- Where a program does not ask for recursive triggers, INSERT OR REPLACE takes
-- away what it collides with and asks no trigger.  The key it collides with may
-- be SQLite's own: a new id with the row number of a record took its place.

PRAGMA user_version = 7;

DROP TRIGGER decision_insert;
CREATE TRIGGER decision_insert BEFORE INSERT ON "decision"
WHEN EXISTS (
  SELECT 1 FROM "decision" WHERE "id" = NEW."id" OR rowid = NEW.rowid
)
BEGIN
  SELECT RAISE (ABORT, 'decision is a record');
END;

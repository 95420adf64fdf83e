-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Version 5: how much in a week is too much is the plan's to say.

PRAGMA user_version = 5;

ALTER TABLE "plan" ADD COLUMN "max_releases" INTEGER;
ALTER TABLE "plan" ADD COLUMN "max_items" INTEGER;

-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Version 4: status feeds, and what they said.

PRAGMA user_version = 4;

CREATE TABLE "feed" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "name" TEXT,
  "address" TEXT,
  "adapter" TEXT,
  "interval_minutes" INTEGER,
  "is_enabled" INTEGER NOT NULL DEFAULT 0
    CHECK ("is_enabled" IN (0, 1)),
  "secret_type" TEXT NOT NULL DEFAULT 'none',
  "secret_name" TEXT,
  "list_pointer" TEXT,
  "release_pointer" TEXT,
  "audience_pointer" TEXT,
  "state_pointer" TEXT,
  "text_pointer" TEXT,
  "owner_pointer" TEXT,
  "done_pointer" TEXT,
  "total_pointer" TEXT,
  "updated_at_pointer" TEXT,
  "url_pointer" TEXT,
  "next_pointer" TEXT,
  "fixed_release" TEXT,
  "fixed_audience" TEXT
) STRICT;

CREATE TABLE "feed_alias" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "owner" TEXT NOT NULL
    REFERENCES "feed" ("id") DEFERRABLE INITIALLY DEFERRED,
  "text" TEXT,
  "release" TEXT
    REFERENCES "release" ("id") DEFERRABLE INITIALLY DEFERRED,
  "audience" TEXT
    REFERENCES "audience" ("id") DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "feed_alias_owner" ON "feed_alias" ("owner");
CREATE INDEX "feed_alias_release" ON "feed_alias" ("release")
  WHERE "release" IS NOT NULL;
CREATE INDEX "feed_alias_audience" ON "feed_alias" ("audience")
  WHERE "audience" IS NOT NULL;

CREATE TABLE "feed_word" (
  "id" TEXT NOT NULL PRIMARY KEY,
  "owner" TEXT NOT NULL
    REFERENCES "feed" ("id") DEFERRABLE INITIALLY DEFERRED,
  "word" TEXT,
  "state" TEXT NOT NULL DEFAULT 'unknown'
) STRICT;
CREATE INDEX "feed_word_owner" ON "feed_word" ("owner");

-- Store data from here on: written in transactions of its own and never in
-- history.  It stays when its feed is deleted, so that undo has it again, and
-- therefore refers to nothing.

-- Grows with each transaction on store data of feeds.
INSERT INTO meta (key, value) VALUES ('feeds', 0);

-- Where a feed stands.

CREATE TABLE feed_state (
  feed TEXT NOT NULL PRIMARY KEY,
  tried_at INTEGER NOT NULL,
  succeeded_at INTEGER NOT NULL,
  failing_since INTEGER NOT NULL,
  next_at INTEGER NOT NULL,
  n_failures INTEGER NOT NULL,
  is_offline INTEGER NOT NULL CHECK (is_offline IN (0, 1)),
  error TEXT,
  source_name TEXT,
  source_url TEXT,
  generated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The pages of the last good run, so that 'not modified' is an answer.  They
-- hold for the credential they were got with (a random id, renewed with the
-- secret) and for what was asked and how it was read (print).

CREATE TABLE feed_page (
  id INTEGER NOT NULL PRIMARY KEY,
  feed TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  credential TEXT NOT NULL,
  print TEXT NOT NULL,
  address TEXT NOT NULL,
  etag TEXT,
  last_modified TEXT,
  next TEXT,
  body BLOB NOT NULL,
  UNIQUE (feed, ordinal)
) STRICT;

-- A row per value that a feed said, from when we first saw it until when it
-- said something else or nothing.  key: what it is about, see
-- slip_observation_dup_key().

CREATE TABLE observation (
  id INTEGER NOT NULL PRIMARY KEY,
  feed TEXT NOT NULL,
  key TEXT NOT NULL,
  since INTEGER NOT NULL,
  until INTEGER CHECK (until >= since),
  type TEXT NOT NULL
    CHECK (type IN ('status', 'flag', 'criterion', 'freeze')),
  "release" TEXT,
  audience TEXT,
  state TEXT NOT NULL,
  state_word TEXT,
  text TEXT,
  owner TEXT,
  knows INTEGER,
  stated_release_date TEXT,
  done INTEGER,
  total INTEGER,
  flag TEXT,
  environment TEXT,
  is_on INTEGER,
  share INTEGER,
  stage TEXT,
  criterion TEXT,
  value REAL,
  unit TEXT,
  freeze_first TEXT,
  freeze_last TEXT,
  updated_at INTEGER,
  url TEXT
) STRICT;
CREATE UNIQUE INDEX observation_present ON observation (feed, key)
  WHERE until IS NULL;
CREATE INDEX observation_key ON observation (feed, key, since);
CREATE INDEX observation_since ON observation (feed, since);

CREATE TABLE observation_item (
  observation INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  title TEXT NOT NULL,
  state TEXT NOT NULL,
  owner TEXT,
  due_date TEXT,
  url TEXT,
  PRIMARY KEY (observation, ordinal)
) STRICT, WITHOUT ROWID;

-- One process asks a feed at a time.

CREATE TABLE feed_lease (
  feed TEXT NOT NULL PRIMARY KEY,
  holder TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

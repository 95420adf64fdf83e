-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Version 6 of a plan's file: an index of its texts.
--
-- Store data, made from the plan alone.  It is filled after the file was opened,
-- a little at a time (see slip-search-index.c), and from then on kept with each
-- step.  A row's number says the kind and the row that it is made from.

PRAGMA user_version = 6;

CREATE VIRTUAL TABLE search USING fts5 (
  title, body, names, pairs,
  tokenize = 'unicode61 remove_diacritics 2',
  prefix = '1 2 3 4'
);

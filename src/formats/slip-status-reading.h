/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-json-cursor.h"
#include "slip-status-report.h"

G_BEGIN_DECLS

/* Most that is read of each, in characters and in entries. */
#define SLIP_STATUS_MAX_NAME    500u
#define SLIP_STATUS_MAX_TEXT    10000u
#define SLIP_STATUS_MAX_URL     2000u
#define SLIP_STATUS_MAX_ENTRIES 10000u
#define SLIP_STATUS_MAX_ITEMS   1000u
#define SLIP_STATUS_MAX_COUNT   1000000

/*
 * Readers of one member @key of @object, for whatever a source sends.  What is
 * absent or null leaves the value alone; what is there must be of its form, or
 * they fail with the place.  Texts are copied, an empty one counts as absent,
 * and what the value was before is freed.
 */
gboolean slip_status_read_text (const SlipJsonCursor *object,
                                const char *key,
                                guint max_characters,
                                char **value,
                                GError **error);
/* The same, and it must be there and not be empty. */
gboolean slip_status_read_name (const SlipJsonCursor *object,
                                const char *key,
                                char **value,
                                GError **error);
/* An address of http or https, which is shown and opened but never fetched. */
gboolean slip_status_read_url (const SlipJsonCursor *object,
                               const char *key,
                               char **value,
                               GError **error);
/* A whole number from 0 to SLIP_STATUS_MAX_COUNT. */
gboolean slip_status_read_count (const SlipJsonCursor *object,
                                 const char *key,
                                 gint64 *value,
                                 GError **error);
gboolean slip_status_read_said (const SlipJsonCursor *object,
                                const char *key,
                                SlipSaid *value,
                                GError **error);
gboolean slip_status_read_date (const SlipJsonCursor *object,
                                const char *key,
                                SlipDate *value,
                                GError **error);
gboolean slip_status_read_instant (const SlipJsonCursor *object,
                                   const char *key,
                                   gint64 *value_ms,
                                   GError **error);
/* From 0 to 100, kept in hundredths. */
gboolean slip_status_read_percent (const SlipJsonCursor *object,
                                   const char *key,
                                   int *share,
                                   GError **error);

/**
 * slip_status_read_array:
 * @place: (out): the array, for slip_json_element()
 * @n_elements: (out): 0 if it is absent or null
 *
 * Steps into an array of at most @most.
 */
gboolean slip_status_read_array (const SlipJsonCursor *object,
                                 const char *key,
                                 guint most,
                                 SlipJsonCursor *place,
                                 guint *n_elements,
                                 GError **error);

/* A day, or the day in UTC of an instant. */
gboolean slip_status_read_day (const SlipJsonCursor *object,
                               const char *key,
                               SlipDate *value,
                               GError **error);

/* As slip_status_read_text(), but what is too long is cut and not refused: for
 * sources that do not know of our limits. */
gboolean slip_status_read_clipped (const SlipJsonCursor *object,
                                   const char *key,
                                   guint max_characters,
                                   char **value,
                                   GError **error);

/* Returns: (transfer full): @text or its first characters and an ellipsis. */
char *slip_status_dup_clipped (const char *text,
                               guint max_characters) G_GNUC_WARN_UNUSED_RESULT;

/* The same readers, of the value at @place. */
gboolean slip_status_get_count (const SlipJsonCursor *place,
                                gint64 *value,
                                GError **error);
gboolean slip_status_get_url (const SlipJsonCursor *place,
                              char **value,
                              GError **error);

/* An array of at most @most, which must be there. */
gboolean slip_status_get_array (const SlipJsonCursor *place,
                                guint most,
                                guint *n_elements,
                                GError **error);

/**
 * slip_status_read_each:
 * @read: reads one entry into the report
 *
 * Reads every entry of the array @list, of at most `SLIP_STATUS_MAX_ENTRIES`.
 */
gboolean slip_status_read_each (const SlipJsonCursor *list,
                                gboolean (*read) (const SlipJsonCursor *entry,
                                                  SlipStatusReport *report,
                                                  GError **error),
                                SlipStatusReport *report,
                                GError **error);

/**
 * slip_status_check_text:
 * @place: where @text was read
 *
 * Returns: whether @text has at most @max_characters, else an error.
 */
gboolean slip_status_check_text (const SlipJsonCursor *place,
                                 const char *text,
                                 guint max_characters,
                                 GError **error);

G_END_DECLS

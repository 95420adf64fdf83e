/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-template-file.h"

#include <glib/gi18n-lib.h>

#include "slip-json-cursor.h"
#include "slip-json-print.h"
#include "slip-json.h"
#include "slip-template.h"
#include "slip-text.h"

#define FORMAT  "slipway-template"
#define VERSION 1

static void
set_text (JsonObject *object, SlipKind kind, guint property, const char *text)
{
  const char *name = slip_schema_get_property (kind, property)->name;

  if (text != NULL)
    json_object_set_string_member (object, name, text);
}

static void
set_enum (JsonObject *object, SlipKind kind, guint property, int value)
{
  const SlipProperty *info = slip_schema_get_property (kind, property);

  json_object_set_string_member (object, info->name, info->values[value].nick);
}

static void
set_integer (JsonObject *object, SlipKind kind, guint property, int value)
{
  json_object_set_int_member (object,
                              slip_schema_get_property (kind, property)->name,
                              value);
}

static void
set_boolean (JsonObject *object, SlipKind kind, guint property, gboolean value)
{
  json_object_set_boolean_member (
    object, slip_schema_get_property (kind, property)->name, value);
}

static JsonObject *
make_item (const SlipDraftItem *item)
{
  const SlipKind kind = SLIP_KIND_TEMPLATE_ITEM;
  JsonObject *object = json_object_new ();

  set_text (object, kind, SLIP_TEMPLATE_ITEM_TITLE, item->title);
  set_boolean (object, kind, SLIP_TEMPLATE_ITEM_IS_REQUIRED, item->is_required);
  set_boolean (object, kind, SLIP_TEMPLATE_ITEM_NEEDS_EVIDENCE,
               item->needs_evidence);
  set_text (object, kind, SLIP_TEMPLATE_ITEM_OWNER_ROLE, item->owner_role);
  set_enum (object, kind, SLIP_TEMPLATE_ITEM_DUE_ANCHOR, (int) item->anchor);
  if (item->anchor != SLIP_DUE_FIXED) {
    if (item->anchor == SLIP_DUE_STAGE)
      set_integer (object, kind, SLIP_TEMPLATE_ITEM_DUE_STAGE,
                   (int) item->stage);
    set_integer (object, kind, SLIP_TEMPLATE_ITEM_DUE_OFFSET, item->offset);
    set_enum (object, kind, SLIP_TEMPLATE_ITEM_DUE_UNIT, (int) item->unit);
    set_enum (object, kind, SLIP_TEMPLATE_ITEM_DUE_SNAP, (int) item->snap);
  }
  set_text (object, kind, SLIP_TEMPLATE_ITEM_NOTE, item->note);
  return object;
}

static JsonObject *
make_audience (const SlipDraftAudience *audience)
{
  JsonObject *object = json_object_new ();
  JsonArray *items = json_array_new ();

  set_text (object, SLIP_KIND_AUDIENCE, SLIP_AUDIENCE_NAME, audience->name);
  set_enum (object, SLIP_KIND_AUDIENCE, SLIP_AUDIENCE_SIDE,
            (int) audience->side);
  set_integer (object, SLIP_KIND_AUDIENCE, SLIP_AUDIENCE_NOTICE_DAYS,
               audience->notice_days);
  set_text (object, SLIP_KIND_TEMPLATE_AUDIENCE,
            SLIP_TEMPLATE_AUDIENCE_OWNER_ROLE, audience->owner_role);
  for (guint i = 0; i < audience->items->len; i++)
    json_array_add_object_element (items,
                                   make_item (audience->items->pdata[i]));
  json_object_set_array_member (object, "items", items);
  return object;
}

static JsonObject *
make_stage (const SlipDraftStage *stage)
{
  const SlipKind kind = SLIP_KIND_TEMPLATE_STAGE;
  JsonObject *object = json_object_new ();

  set_text (object, kind, SLIP_TEMPLATE_STAGE_NAME, stage->name);
  set_enum (object, kind, SLIP_TEMPLATE_STAGE_TYPE, stage->type);
  if (stage->share >= 0)
    set_integer (object, kind, SLIP_TEMPLATE_STAGE_SHARE, stage->share);
  set_text (object, kind, SLIP_TEMPLATE_STAGE_SEGMENT, stage->segment);
  set_boolean (object, kind, SLIP_TEMPLATE_STAGE_IS_LAUNCH, stage->is_launch);
  set_enum (object, kind, SLIP_TEMPLATE_STAGE_START_ANCHOR,
            (int) stage->start_anchor);
  set_integer (object, kind, SLIP_TEMPLATE_STAGE_START_OFFSET,
               stage->start_offset);
  set_enum (object, kind, SLIP_TEMPLATE_STAGE_START_UNIT,
            (int) stage->start_unit);
  set_integer (object, kind, SLIP_TEMPLATE_STAGE_LENGTH_DAYS,
               stage->length_days);
  set_integer (object, kind, SLIP_TEMPLATE_STAGE_SOAK_HOURS, stage->soak_hours);
  if (stage->advance != SLIP_ADVANCE_BY_HAND)
    set_enum (object, kind, SLIP_TEMPLATE_STAGE_ADVANCE, (int) stage->advance);
  return object;
}

char *
slip_template_file_print (const SlipTemplateDraft *draft)
{
  JsonObject *object = json_object_new ();
  JsonArray *stages = json_array_new ();
  JsonArray *audiences = json_array_new ();
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_string_member (object, "format", FORMAT);
  json_object_set_int_member (object, "version", VERSION);
  set_text (object, SLIP_KIND_TEMPLATE, SLIP_TEMPLATE_NAME, draft->name);
  set_text (object, SLIP_KIND_TEMPLATE, SLIP_TEMPLATE_SUMMARY, draft->summary);
  if (draft->tier > 0)
    set_integer (object, SLIP_KIND_TEMPLATE, SLIP_TEMPLATE_TIER, draft->tier);
  set_text (object, SLIP_KIND_TEMPLATE, SLIP_TEMPLATE_PRODUCT, draft->product);
  for (guint i = 0; i < draft->stages->len; i++)
    json_array_add_object_element (stages,
                                   make_stage (draft->stages->pdata[i]));
  for (guint i = 0; i < draft->audiences->len; i++)
    json_array_add_object_element (audiences,
                                   make_audience (draft->audiences->pdata[i]));
  json_object_set_array_member (object, "stages", stages);
  json_object_set_array_member (object, "audiences", audiences);
  json_node_take_object (node, object);
  return slip_json_print (node, TRUE);
}

/* Fails with the place before @what. */
static gboolean
fail_at (const SlipJsonCursor *place,
         SlipFormatError code,
         const char *what,
         GError **error)
{
  g_autofree char *path = slip_json_dup_path (place);

  g_set_error (error, SLIP_FORMAT_ERROR, (int) code, "%s: %s", path, what);
  return FALSE;
}

static gboolean
check_value (const SlipJsonCursor *place,
             const SlipProperty *property,
             const SlipValue *value,
             GError **error)
{
  g_autoptr (GError) own_error = NULL;

  return slip_property_check (property, value, &own_error) ||
         fail_at (place, SLIP_FORMAT_ERROR_INVALID, own_error->message, error);
}

/* Reads a text of @object; an empty one is none.  @text is freed first. */
static gboolean
read_text (const SlipJsonCursor *object,
           const SlipProperty *property,
           char **text,
           GError **error)
{
  SlipJsonCursor place = slip_json_member (object, property->name);
  g_auto (SlipValue) value = SLIP_VALUE_INIT;
  const char *found;

  if (slip_json_is_absent (&place))
    return TRUE;
  if (!slip_json_get_string (&place, &found, error))
    return FALSE;
  if (*found == '\0')
    return TRUE;

  value = slip_value_new_text (found);
  if (!check_value (&place, property, &value, error))
    return FALSE;

  g_free (*text);
  *text = g_strdup (found);
  return TRUE;
}

/* The same, and it must be there. */
static gboolean
read_needed_text (const SlipJsonCursor *object,
                  const SlipProperty *property,
                  char **text,
                  GError **error)
{
  SlipJsonCursor place = slip_json_member (object, property->name);

  if (!read_text (object, property, text, error))
    return FALSE;

  return !slip_text_is_blank (*text) ||
         fail_at (&place, SLIP_FORMAT_ERROR_INVALID, _ ("a text is needed"),
                  error);
}

static gboolean
read_integer (const SlipJsonCursor *object,
              const SlipProperty *property,
              int *integer,
              GError **error)
{
  SlipJsonCursor place = slip_json_member (object, property->name);
  SlipValue value;
  gint64 found;

  if (slip_json_is_absent (&place))
    return TRUE;
  if (!slip_json_get_integer (&place, &found, error))
    return FALSE;

  value = slip_value_new_integer (found);
  if (!check_value (&place, property, &value, error))
    return FALSE;

  *integer = (int) found;
  return TRUE;
}

static gboolean
read_boolean (const SlipJsonCursor *object,
              const SlipProperty *property,
              gboolean *boolean,
              GError **error)
{
  SlipJsonCursor place = slip_json_member (object, property->name);

  return slip_json_is_absent (&place) ||
         slip_json_get_boolean (&place, boolean, error);
}

static gboolean
fail_enum (const SlipJsonCursor *place,
           const SlipProperty *property,
           GError **error)
{
  g_autoptr (GString) what = g_string_new (NULL);

  for (guint i = 0; property->values[i].nick != NULL; i++)
    g_string_append_printf (what, "%s%s", i > 0 ? ", " : "",
                            property->values[i].nick);
  g_string_prepend (what, _ ("it must be one of: "));
  return fail_at (place, SLIP_FORMAT_ERROR_INVALID, what->str, error);
}

static gboolean
read_enum (const SlipJsonCursor *object,
           const SlipProperty *property,
           int *value,
           GError **error)
{
  SlipJsonCursor place = slip_json_member (object, property->name);
  const char *found;

  if (slip_json_is_absent (&place))
    return TRUE;
  if (!slip_json_get_string (&place, &found, error))
    return FALSE;

  for (int i = 0; property->values[i].nick != NULL; i++)
    if (g_str_equal (property->values[i].nick, found)) {
      *value = i;
      return TRUE;
    }

  return fail_enum (&place, property, error);
}

/* Steps into an array of @object, which may be left out. */
static gboolean
read_array (const SlipJsonCursor *object,
            SlipJsonCursor *array,
            const char *name,
            guint most,
            guint *n,
            GError **error)
{
  *array = slip_json_member (object, name);
  *n = 0;
  if (slip_json_is_absent (array))
    return TRUE;
  if (!slip_json_get_array (array, n, error))
    return FALSE;

  return *n <= most || fail_at (array, SLIP_FORMAT_ERROR_TOO_LARGE,
                                _ ("there are too many"), error);
}

#define PROPERTY(kind, name)                                                   \
  slip_schema_get_property (SLIP_KIND_##kind, SLIP_##kind##_##name)

static gboolean
read_stage (const SlipJsonCursor *object, SlipDraftStage *stage, GError **error)
{
  int anchor = SLIP_STAGE_ANCHOR_RELEASE;
  int unit = SLIP_UNIT_CALENDAR_DAYS;
  int advance = SLIP_ADVANCE_BY_HAND;

  if (!slip_json_get_object (object, error) ||
      !read_text (object, PROPERTY (TEMPLATE_STAGE, NAME), &stage->name,
                  error) ||
      !read_enum (object, PROPERTY (TEMPLATE_STAGE, TYPE), &stage->type,
                  error) ||
      !read_integer (object, PROPERTY (TEMPLATE_STAGE, SHARE), &stage->share,
                     error) ||
      !read_text (object, PROPERTY (TEMPLATE_STAGE, SEGMENT), &stage->segment,
                  error) ||
      !read_boolean (object, PROPERTY (TEMPLATE_STAGE, IS_LAUNCH),
                     &stage->is_launch, error) ||
      !read_enum (object, PROPERTY (TEMPLATE_STAGE, START_ANCHOR), &anchor,
                  error) ||
      !read_integer (object, PROPERTY (TEMPLATE_STAGE, START_OFFSET),
                     &stage->start_offset, error) ||
      !read_enum (object, PROPERTY (TEMPLATE_STAGE, START_UNIT), &unit,
                  error) ||
      !read_integer (object, PROPERTY (TEMPLATE_STAGE, LENGTH_DAYS),
                     &stage->length_days, error) ||
      !read_integer (object, PROPERTY (TEMPLATE_STAGE, SOAK_HOURS),
                     &stage->soak_hours, error) ||
      !read_enum (object, PROPERTY (TEMPLATE_STAGE, ADVANCE), &advance, error))
    return FALSE;

  stage->start_anchor = (SlipStageAnchor) anchor;
  stage->start_unit = (SlipUnit) unit;
  stage->advance = (SlipAdvance) advance;
  return TRUE;
}

static gboolean
read_stages (const SlipJsonCursor *top,
             SlipTemplateDraft *draft,
             GError **error)
{
  SlipJsonCursor array;
  gboolean has_launch = FALSE;
  guint n;

  if (!read_array (top, &array, "stages", SLIP_TEMPLATE_FILE_MAX_STAGES, &n,
                   error))
    return FALSE;

  for (guint i = 0; i < n; i++) {
    SlipJsonCursor object = slip_json_element (&array, i);
    SlipDraftStage *stage = slip_template_draft_add_stage (draft);

    if (!read_stage (&object, stage, error))
      return FALSE;
    if (stage->is_launch && has_launch)
      return fail_at (&object, SLIP_FORMAT_ERROR_INVALID,
                      _ ("there can be one launch stage only"), error);
    has_launch |= stage->is_launch;
  }

  return TRUE;
}

/* Which of the stages an item hangs on, counted from 0. */
static gboolean
read_item_stage (const SlipJsonCursor *object,
                 SlipDraftItem *item,
                 guint n_stages,
                 GError **error)
{
  SlipJsonCursor place =
    slip_json_member (object, PROPERTY (TEMPLATE_ITEM, DUE_STAGE)->name);
  gint64 index;

  if (item->anchor != SLIP_DUE_STAGE)
    return TRUE;
  if (!slip_json_get_integer (&place, &index, error))
    return FALSE;
  if (index < 0 || index >= n_stages)
    return fail_at (&place, SLIP_FORMAT_ERROR_INVALID,
                    _ ("there is no such stage"), error);

  item->stage = (guint) index;
  return TRUE;
}

static gboolean
read_item (const SlipJsonCursor *object,
           SlipDraftItem *item,
           guint n_stages,
           GError **error)
{
  int anchor = SLIP_DUE_FIXED;
  int unit = SLIP_UNIT_CALENDAR_DAYS;
  int snap = SLIP_SNAP_NONE;

  if (!slip_json_get_object (object, error) ||
      !read_needed_text (object, PROPERTY (TEMPLATE_ITEM, TITLE), &item->title,
                         error) ||
      !read_boolean (object, PROPERTY (TEMPLATE_ITEM, IS_REQUIRED),
                     &item->is_required, error) ||
      !read_boolean (object, PROPERTY (TEMPLATE_ITEM, NEEDS_EVIDENCE),
                     &item->needs_evidence, error) ||
      !read_text (object, PROPERTY (TEMPLATE_ITEM, OWNER_ROLE),
                  &item->owner_role, error) ||
      !read_enum (object, PROPERTY (TEMPLATE_ITEM, DUE_ANCHOR), &anchor,
                  error) ||
      !read_integer (object, PROPERTY (TEMPLATE_ITEM, DUE_OFFSET),
                     &item->offset, error) ||
      !read_enum (object, PROPERTY (TEMPLATE_ITEM, DUE_UNIT), &unit, error) ||
      !read_enum (object, PROPERTY (TEMPLATE_ITEM, DUE_SNAP), &snap, error) ||
      !read_text (object, PROPERTY (TEMPLATE_ITEM, NOTE), &item->note, error))
    return FALSE;

  item->anchor = (SlipDueAnchor) anchor;
  item->unit = (SlipUnit) unit;
  item->snap = (SlipSnap) snap;
  return read_item_stage (object, item, n_stages, error);
}

static gboolean
read_audience (const SlipJsonCursor *object,
               SlipTemplateDraft *draft,
               SlipDraftAudience *audience,
               GError **error)
{
  SlipJsonCursor array;
  int side = SLIP_SIDE_INTERNAL;
  guint n;

  if (!slip_json_get_object (object, error) ||
      !read_needed_text (object, PROPERTY (AUDIENCE, NAME), &audience->name,
                         error) ||
      !read_enum (object, PROPERTY (AUDIENCE, SIDE), &side, error) ||
      !read_integer (object, PROPERTY (AUDIENCE, NOTICE_DAYS),
                     &audience->notice_days, error) ||
      !read_text (object, PROPERTY (TEMPLATE_AUDIENCE, OWNER_ROLE),
                  &audience->owner_role, error) ||
      !read_array (object, &array, "items",
                   SLIP_TEMPLATE_FILE_MAX_ITEMS -
                     MIN (slip_template_draft_count_items (draft),
                          SLIP_TEMPLATE_FILE_MAX_ITEMS),
                   &n, error))
    return FALSE;

  audience->side = (SlipSide) side;
  for (guint i = 0; i < n; i++) {
    SlipJsonCursor item = slip_json_element (&array, i);

    if (!read_item (&item, slip_draft_audience_add_item (audience),
                    draft->stages->len, error))
      return FALSE;
  }

  return TRUE;
}

static gboolean
read_audiences (const SlipJsonCursor *top,
                SlipTemplateDraft *draft,
                GError **error)
{
  g_autoptr (GHashTable) names =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  SlipJsonCursor array;
  guint n;

  if (!read_array (top, &array, "audiences", SLIP_TEMPLATE_FILE_MAX_AUDIENCES,
                   &n, error))
    return FALSE;

  for (guint i = 0; i < n; i++) {
    SlipJsonCursor object = slip_json_element (&array, i);
    SlipJsonCursor name = slip_json_member (&object, "name");
    SlipDraftAudience *audience = slip_template_draft_add_audience (draft);

    if (!read_audience (&object, draft, audience, error))
      return FALSE;
    if (!g_hash_table_add (names, slip_template_fold (audience->name)))
      return fail_at (&name, SLIP_FORMAT_ERROR_INVALID,
                      _ ("this audience is there twice"), error);
  }

  return TRUE;
}

/* Whether this is a template, and one of a version that is known. */
static gboolean
check_format (const SlipJsonCursor *top, GError **error)
{
  SlipJsonCursor format = slip_json_member (top, "format");
  SlipJsonCursor version = slip_json_member (top, "version");
  const char *name;
  gint64 number;

  if (!slip_json_get_object (top, error))
    return FALSE;
  if (!slip_json_get_string (&format, &name, NULL) ||
      !g_str_equal (name, FORMAT)) {
    g_set_error_literal (error, SLIP_FORMAT_ERROR, SLIP_FORMAT_ERROR_INVALID,
                         _ ("This is not a template of Slipway"));
    return FALSE;
  }
  if (!slip_json_get_integer (&version, &number, error))
    return FALSE;
  if (number > VERSION) {
    g_set_error_literal (error, SLIP_FORMAT_ERROR,
                         SLIP_FORMAT_ERROR_UNSUPPORTED,
                         _ ("This template was written by a newer version of "
                            "Slipway"));
    return FALSE;
  }

  return number == VERSION || fail_at (&version, SLIP_FORMAT_ERROR_INVALID,
                                       _ ("there is no such version"), error);
}

SlipTemplateDraft *
slip_template_file_parse (GBytes *bytes, GError **error)
{
  const SlipJsonLimits limits = { SLIP_TEMPLATE_FILE_MAX_BYTES, 0 };
  g_autoptr (JsonNode) root = slip_json_parse (bytes, &limits, error);
  g_autoptr (SlipTemplateDraft) draft = slip_template_draft_new (NULL);
  SlipJsonCursor top;

  if (root == NULL)
    return NULL;

  top = slip_json_cursor (root);
  if (!check_format (&top, error) ||
      !read_needed_text (&top, PROPERTY (TEMPLATE, NAME), &draft->name,
                         error) ||
      !read_text (&top, PROPERTY (TEMPLATE, SUMMARY), &draft->summary, error) ||
      !read_integer (&top, PROPERTY (TEMPLATE, TIER), &draft->tier, error))
    return NULL;

  /* In a file it is the name of one. */
  SlipProperty product = *PROPERTY (PRODUCT, NAME);
  product.name = "product";
  if (!read_text (&top, &product, &draft->product, error) ||
      !read_stages (&top, draft, error) || !read_audiences (&top, draft, error))
    return NULL;

  return g_steal_pointer (&draft);
}

/* No more is read than shows that it is too much. */
static GBytes *
read_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 buffer[16384];
  gssize n_read = 0;

  if (stream == NULL)
    return NULL;
  do {
    n_read = g_input_stream_read (G_INPUT_STREAM (stream), buffer,
                                  sizeof buffer, cancellable, error);
    if (n_read < 0)
      return NULL;
    g_byte_array_append (bytes, buffer, (guint) n_read);
  } while (n_read > 0 && bytes->len <= SLIP_TEMPLATE_FILE_MAX_BYTES);

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static void
load_thread (GTask *task,
             gpointer source,
             gpointer data,
             GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = read_file (data, cancellable, &error);
  SlipTemplateDraft *draft =
    bytes != NULL ? slip_template_file_parse (bytes, &error) : NULL;

  if (draft != NULL)
    g_task_return_pointer (task, draft,
                           (GDestroyNotify) slip_template_draft_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
slip_template_file_load_async (GFile *file,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, slip_template_file_load_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, load_thread);
}

SlipTemplateDraft *
slip_template_file_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

char *
slip_template_file_dup_name (const SlipTemplateDraft *draft)
{
  g_autoptr (GString) name = g_string_new (NULL);

  for (const char *p = draft->name != NULL ? draft->name : ""; *p != '\0';
       p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    /* File systems and people take exception to the rest. */
    if (name->len > 100)
      break;
    g_string_append_unichar (name, g_unichar_isalnum (c) ? c : '-');
  }
  if (name->len == 0)
    g_string_append (name, "template");
  g_string_append (name, SLIP_TEMPLATE_FILE_ENDING);

  return g_string_free (g_steal_pointer (&name), FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-template-file.h"
#include "slip-template-library.h"

#include <glib/gstdio.h>
#include <string.h>

static SlipTemplateDraft *
parse (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return slip_template_file_parse (bytes, error);
}

static const char sample[] = "{\n"
                             "  \"format\": \"slipway-template\",\n"
                             "  \"version\": 1,\n"
                             "  \"name\": \"Launch “é”\",\n"
                             "  \"summary\": \"What\\nit is for\",\n"
                             "  \"tier\": 2,\n"
                             "  \"product\": \"Payments\",\n"
                             "  \"stages\": [\n"
                             "    {\n"
                             "      \"name\": \"5 %\",\n"
                             "      \"type\": \"percentage\",\n"
                             "      \"share\": 500,\n"
                             "      \"segment\": \"North\",\n"
                             "      \"is_launch\": true,\n"
                             "      \"start_anchor\": \"previous\",\n"
                             "      \"start_offset\": -2,\n"
                             "      \"start_unit\": \"working-days\",\n"
                             "      \"length_days\": 3,\n"
                             "      \"soak_hours\": 48\n"
                             "    }\n"
                             "  ],\n"
                             "  \"audiences\": [\n"
                             "    {\n"
                             "      \"name\": \"Customers\",\n"
                             "      \"side\": \"external\",\n"
                             "      \"notice_days\": 5,\n"
                             "      \"owner_role\": \"Support lead\",\n"
                             "      \"items\": [\n"
                             "        {\n"
                             "          \"title\": \"Tell them\",\n"
                             "          \"is_required\": true,\n"
                             "          \"needs_evidence\": true,\n"
                             "          \"owner_role\": \"API lead\",\n"
                             "          \"due_anchor\": \"stage\",\n"
                             "          \"due_stage\": 0,\n"
                             "          \"due_offset\": -5,\n"
                             "          \"due_unit\": \"working-days\",\n"
                             "          \"due_snap\": \"earlier\",\n"
                             "          \"note\": \"By name\"\n"
                             "        },\n"
                             "        {\n"
                             "          \"title\": \"Some day\",\n"
                             "          \"is_required\": false,\n"
                             "          \"needs_evidence\": false,\n"
                             "          \"due_anchor\": \"none\"\n"
                             "        }\n"
                             "      ]\n"
                             "    }\n"
                             "  ]\n"
                             "}\n";

static void
test_everything_is_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipTemplateDraft) draft = parse (sample, &error);
  const SlipDraftStage *stage;
  const SlipDraftAudience *audience;
  const SlipDraftItem *item;

  g_assert_no_error (error);
  g_assert_cmpstr (draft->name, ==, "Launch “é”");
  g_assert_cmpstr (draft->summary, ==, "What\nit is for");
  g_assert_cmpint (draft->tier, ==, 2);
  g_assert_cmpstr (draft->product, ==, "Payments");
  g_assert_cmpuint (draft->stages->len, ==, 1);
  stage = draft->stages->pdata[0];
  g_assert_cmpstr (stage->name, ==, "5 %");
  g_assert_cmpint (stage->type, ==, 2);
  g_assert_cmpint (stage->share, ==, 500);
  g_assert_cmpstr (stage->segment, ==, "North");
  g_assert_true (stage->is_launch);
  g_assert_cmpint (stage->start_anchor, ==, SLIP_STAGE_ANCHOR_PREVIOUS);
  g_assert_cmpint (stage->start_offset, ==, -2);
  g_assert_cmpint (stage->start_unit, ==, SLIP_UNIT_WORKING_DAYS);
  g_assert_cmpint (stage->length_days, ==, 3);
  g_assert_cmpint (stage->soak_hours, ==, 48);
  g_assert_cmpuint (draft->audiences->len, ==, 1);
  audience = draft->audiences->pdata[0];
  g_assert_cmpstr (audience->name, ==, "Customers");
  g_assert_cmpint (audience->side, ==, SLIP_SIDE_EXTERNAL);
  g_assert_cmpint (audience->notice_days, ==, 5);
  g_assert_cmpstr (audience->owner_role, ==, "Support lead");
  g_assert_cmpuint (audience->items->len, ==, 2);
  item = audience->items->pdata[0];
  g_assert_cmpstr (item->title, ==, "Tell them");
  g_assert_true (item->is_required);
  g_assert_true (item->needs_evidence);
  g_assert_cmpstr (item->owner_role, ==, "API lead");
  g_assert_cmpint (item->anchor, ==, SLIP_DUE_STAGE);
  g_assert_cmpuint (item->stage, ==, 0);
  g_assert_cmpint (item->offset, ==, -5);
  g_assert_cmpint (item->unit, ==, SLIP_UNIT_WORKING_DAYS);
  g_assert_cmpint (item->snap, ==, SLIP_SNAP_EARLIER);
  g_assert_cmpstr (item->note, ==, "By name");
  item = audience->items->pdata[1];
  g_assert_cmpint (item->anchor, ==, SLIP_DUE_FIXED);
}

/* With everything in it, printed as it was read. */
static void
test_print_is_the_opposite (void)
{
  g_autoptr (SlipTemplateDraft) draft = parse (sample, NULL);
  g_autofree char *text = slip_template_file_print (draft);

  g_assert_cmpstr (text, ==, sample);
  for (guint i = 0; i < slip_template_library_count (); i++) {
    g_autoptr (SlipTemplateDraft) shipped = slip_template_library_new_draft (i);
    g_autofree char *printed = slip_template_file_print (shipped);
    g_autoptr (GError) error = NULL;
    g_autoptr (SlipTemplateDraft) again = parse (printed, &error);
    g_autofree char *reprinted = NULL;

    g_assert_no_error (error);
    reprinted = slip_template_file_print (again);
    g_assert_cmpstr (reprinted, ==, printed);
    g_assert_cmpuint (slip_template_draft_count_items (again), ==,
                      slip_template_draft_count_items (shipped));
    g_assert_null (again->key);
  }
}

static void
test_little_is_enough (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipTemplateDraft) draft =
    parse ("{\"format\":\"slipway-template\",\"version\":1,\"name\":\"X\","
           "\"tier\":null,\"colour\":{\"of\":[\"a later version\"]},"
           "\"audiences\":[{\"name\":\"Sales\",\"mood\":3}]}",
           &error);

  g_assert_no_error (error);
  g_assert_cmpint (draft->tier, ==, 0);
  g_assert_cmpuint (draft->stages->len, ==, 0);
  g_assert_cmpuint (draft->audiences->len, ==, 1);
}

#define BEGIN "{\"format\":\"slipway-template\",\"version\":1,\"name\":\"X\","

static const struct {
  const char *text;
  SlipFormatError code;
  const char *message;
} wrong_cases[] = {
  { "", SLIP_FORMAT_ERROR_INVALID, "" },
  { "[]", SLIP_FORMAT_ERROR_INVALID,
    "the document: an object was expected, an array was found" },
  { "{}", SLIP_FORMAT_ERROR_INVALID, "This is not a template of Slipway" },
  { "{\"format\":\"slipway-plan\",\"version\":1}", SLIP_FORMAT_ERROR_INVALID,
    "This is not a template of Slipway" },
  { "{\"format\":\"slipway-template\",\"version\":2,\"name\":3}",
    SLIP_FORMAT_ERROR_UNSUPPORTED,
    "This template was written by a newer version of Slipway" },
  { "{\"format\":\"slipway-template\",\"version\":0}",
    SLIP_FORMAT_ERROR_INVALID, "version: there is no such version" },
  { "{\"format\":\"slipway-template\",\"version\":\"1\"}",
    SLIP_FORMAT_ERROR_INVALID,
    "version: a whole number was expected, \"1\" was found" },
  { "{\"format\":\"slipway-template\",\"version\":1}",
    SLIP_FORMAT_ERROR_INVALID, "name: a text is needed" },
  { "{\"format\":\"slipway-template\",\"version\":1,\"name\":\"\"}",
    SLIP_FORMAT_ERROR_INVALID, "name: a text is needed" },
  { "{\"format\":\"slipway-template\",\"version\":1,\"name\":\" \\t\"}",
    SLIP_FORMAT_ERROR_INVALID, "name: a text is needed" },
  { BEGIN "\"name\":\"Y\"}", SLIP_FORMAT_ERROR_INVALID, "" },
  { BEGIN "\"tier\":4}", SLIP_FORMAT_ERROR_INVALID, "tier: " },
  { BEGIN "\"tier\":9223372036854775807}", SLIP_FORMAT_ERROR_INVALID,
    "tier: " },
  { BEGIN "\"summary\":\"a\\u0007b\"}", SLIP_FORMAT_ERROR_INVALID,
    "summary: " },
  { BEGIN "\"stages\":{}}", SLIP_FORMAT_ERROR_INVALID,
    "stages: an array was expected, an object was found" },
  { BEGIN "\"stages\":[{\"is_launch\":true},{\"is_launch\":true}]}",
    SLIP_FORMAT_ERROR_INVALID,
    "stages[1]: there can be one launch stage only" },
  { BEGIN "\"stages\":[{\"type\":\"all\"}]}", SLIP_FORMAT_ERROR_INVALID,
    "stages[0].type: it must be one of: internal, segment, percentage, "
    "everyone" },
  { BEGIN "\"stages\":[{\"share\":10001}]}", SLIP_FORMAT_ERROR_INVALID,
    "stages[0].share: " },
  { BEGIN "\"audiences\":[{}]}", SLIP_FORMAT_ERROR_INVALID,
    "audiences[0].name: a text is needed" },
  { BEGIN "\"audiences\":[{\"name\":\"a\"},{\"name\":\"A\"}]}",
    SLIP_FORMAT_ERROR_INVALID,
    "audiences[1].name: this audience is there twice" },
  { BEGIN "\"audiences\":[{\"name\":\"a\",\"notice_days\":-1}]}",
    SLIP_FORMAT_ERROR_INVALID, "audiences[0].notice_days: " },
  { BEGIN "\"audiences\":[{\"name\":\"a\",\"items\":[{\"title\":\"t\"},"
          "{\"title\":\"t\",\"due_anchor\":\"stage\"}]}]}",
    SLIP_FORMAT_ERROR_INVALID, "audiences[0].items[1].due_stage: " },
  { BEGIN "\"audiences\":[{\"name\":\"a\",\"items\":[{\"title\":\"t\","
          "\"due_anchor\":\"stage\",\"due_stage\":0}]}]}",
    SLIP_FORMAT_ERROR_INVALID,
    "audiences[0].items[0].due_stage: there is no such stage" },
  { BEGIN "\"audiences\":[{\"name\":\"a\",\"items\":[{\"title\":\"t\","
          "\"due_offset\":3661}]}]}",
    SLIP_FORMAT_ERROR_INVALID, "audiences[0].items[0].due_offset: " },
  { BEGIN "\"audiences\":[{\"name\":\"a\",\"items\":[{\"title\":7}]}]}",
    SLIP_FORMAT_ERROR_INVALID,
    "audiences[0].items[0].title: a text was expected, 7 was found" },
};

static void
test_what_is_wrong_is_said_with_its_place (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong_cases); i++) {
    g_autoptr (GError) error = NULL;
    SlipTemplateDraft *draft = parse (wrong_cases[i].text, &error);

    g_assert_null (draft);
    g_assert_error (error, SLIP_FORMAT_ERROR, (int) wrong_cases[i].code);
    if (!g_str_has_prefix (error->message, wrong_cases[i].message))
      g_error ("%s: %s", wrong_cases[i].text, error->message);
  }
}

static void
append_items (GString *text, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s{\"title\":\"t\"}", i > 0 ? "," : "");
}

static void
test_too_much_is_refused (void)
{
  g_autoptr (GString) items = g_string_new (BEGIN "\"audiences\":[");
  g_autoptr (GString) bytes = g_string_new (BEGIN "\"x\":\"");
  g_autofree char *name = g_strnfill (201, 'n');
  g_autofree char *named = g_strdup_printf (
    "{\"format\":\"slipway-template\",\"version\":1,\"name\":\"%s\"}", name);
  g_autoptr (GError) error = NULL;

  g_string_append (items, "{\"name\":\"a\",\"items\":[");
  append_items (items, 600);
  g_string_append (items, "]},{\"name\":\"b\",\"items\":[");
  append_items (items, 401);
  g_string_append (items, "]}]}");
  g_assert_null (parse (items->str, &error));
  g_assert_error (error, SLIP_FORMAT_ERROR, SLIP_FORMAT_ERROR_TOO_LARGE);
  g_clear_error (&error);

  for (guint i = 0; i <= SLIP_TEMPLATE_FILE_MAX_BYTES; i++)
    g_string_append_c (bytes, 'x');
  g_string_append (bytes, "\"}");
  g_assert_null (parse (bytes->str, &error));
  g_assert_error (error, SLIP_FORMAT_ERROR, SLIP_FORMAT_ERROR_TOO_LARGE);
  g_clear_error (&error);

  g_assert_null (parse (named, &error));
  g_assert_error (error, SLIP_FORMAT_ERROR, SLIP_FORMAT_ERROR_INVALID);
}

/* Every beginning of a file is refused, and nothing else happens. */
static void
test_cut_files_are_refused (void)
{
  for (gsize length = 0; length + 2 < strlen (sample); length++) {
    g_autoptr (GBytes) bytes = g_bytes_new (sample, length);
    g_autoptr (GError) error = NULL;

    g_assert_null (slip_template_file_parse (bytes, &error));
    g_assert_error (error, SLIP_FORMAT_ERROR, SLIP_FORMAT_ERROR_INVALID);
  }
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static SlipTemplateDraft *
load (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  slip_template_file_load_async (file, NULL, loaded_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return slip_template_file_load_finish (result, error);
}

static void
test_load_reads_a_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("slipway-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "x.slipway-template", NULL);
  g_autoptr (SlipTemplateDraft) draft = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (load (path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (path, sample, -1, NULL));
  draft = load (path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (draft->name, ==, "Launch “é”");
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_file_name_is_plain (void)
{
  g_autoptr (SlipTemplateDraft) draft = slip_template_draft_new ("A/B: \"é\"");
  g_autoptr (SlipTemplateDraft) nameless = slip_template_draft_new (NULL);
  g_autofree char *name = slip_template_file_dup_name (draft);
  g_autofree char *none = slip_template_file_dup_name (nameless);

  g_assert_cmpstr (name, ==, "A-B---é-.slipway-template");
  g_assert_cmpstr (none, ==, "template.slipway-template");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/template-file/parse/everything", test_everything_is_read);
  g_test_add_func ("/template-file/parse/little-is-enough",
                   test_little_is_enough);
  g_test_add_func ("/template-file/parse/wrong-is-said-with-its-place",
                   test_what_is_wrong_is_said_with_its_place);
  g_test_add_func ("/template-file/parse/too-much-is-refused",
                   test_too_much_is_refused);
  g_test_add_func ("/template-file/parse/cut-files-are-refused",
                   test_cut_files_are_refused);
  g_test_add_func ("/template-file/print/is-the-opposite",
                   test_print_is_the_opposite);
  g_test_add_func ("/template-file/load/reads-a-file", test_load_reads_a_file);
  g_test_add_func ("/template-file/name/is-plain", test_file_name_is_plain);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "editor-fixture.h"

#include "slip-board-column.h"
#include "slip-board-view.h"
#include "slip-card-marks.h"
#include "slip-card-stack.h"
#include "slip-dragged-release.h"
#include "slip-edge-scroll.h"
#include "slip-rect.h"

typedef struct {
  Editor editor;
  SlipQuery *query;
  GtkWidget *board;
} Fixture;

static void
show_plan (gpointer data)
{
  Fixture *fixture = data;

  slip_view_set_plan (SLIP_VIEW (fixture->board), fixture->editor.state,
                      fixture->query, TODAY);
}

static void
set_up (Fixture *fixture, gconstpointer width)
{
  editor_set_up (&fixture->editor, width ? GPOINTER_TO_INT (width) : 1400, 800);
  fixture->query = slip_query_new ();
  fixture->board = slip_board_view_new ();
  show_plan (fixture);
  fixture->editor.changed = show_plan;
  editor_show (&fixture->editor, fixture->board);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  editor_tear_down (&fixture->editor, fixture->board);
  slip_query_unref (fixture->query);
}

static const char *
find_release (Fixture *fixture, const char *title)
{
  return editor_find_id (&fixture->editor, SLIP_KIND_RELEASE, title);
}

static SlipBoardColumn *
find_column (Fixture *fixture, SlipStatus status)
{
  g_autofree char *name =
    g_strconcat ("column:", slip_status_get_nick (status), NULL);

  return SLIP_BOARD_COLUMN (editor_find (fixture->board, name));
}

/* The ids of the cards that a column shows, in order. */
static GPtrArray *
list_cards (GtkWidget *widget, GPtrArray *ids)
{
  if (SLIP_IS_CARD (widget))
    g_ptr_array_add (ids,
                     g_strdup (slip_card_get_release (SLIP_CARD (widget))));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    list_cards (child, ids);

  return ids;
}

static GPtrArray *
list_column (Fixture *fixture, SlipStatus status)
{
  return list_cards (GTK_WIDGET (find_column (fixture, status)),
                     g_ptr_array_new_with_free_func (g_free));
}

static GtkWidget *
find_card (Fixture *fixture, const char *title)
{
  g_autofree char *name = g_strconcat ("card:", title, NULL);
  GtkWidget *card = editor_find (fixture->board, name);

  g_assert_nonnull (card);
  return card;
}

static const char *
get_focused (Fixture *fixture)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->editor.window));

  return focus ? slip_widget_name_get (focus) : NULL;
}

/* Drops as the pointer would, at @y of the column. */
static gboolean
drop (Fixture *fixture, const char *id, SlipStatus status, double y)
{
  GtkWidget *column = GTK_WIDGET (find_column (fixture, status));
  GtkEventController *target =
    editor_find_controller (column, GTK_TYPE_DROP_TARGET);
  g_autoptr (SlipDraggedRelease) dragged = slip_dragged_release_new (id);
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean is_dropped = FALSE;

  g_value_init (&value, SLIP_TYPE_DRAGGED_RELEASE);
  g_value_set_boxed (&value, dragged);
  g_signal_emit_by_name (target, "drop", &value, 20.0, y, &is_dropped);
  return is_dropped;
}

/* The height of @title's card in its column, a little below its top. */
static double
find_top (Fixture *fixture, const char *title)
{
  GtkWidget *card = find_card (fixture, title);
  GtkWidget *column = gtk_widget_get_ancestor (card, SLIP_TYPE_BOARD_COLUMN);
  graphene_point_t point;

  g_assert_true (gtk_widget_compute_point (card, column,
                                           &GRAPHENE_POINT_INIT (0, 3),
                                           &point));
  return point.y;
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  for (guint status = 0; status < SLIP_N_STATUSES; status++) {
    g_autoptr (GPtrArray) rows =
      slip_board_list_column (fixture->editor.state, status);
    g_autoptr (GPtrArray) ids = list_column (fixture, status);

    g_assert_cmpuint (ids->len, ==, rows->len);
    for (guint i = 0; i < rows->len; i++)
      g_assert_cmpstr (ids->pdata[i], ==, slip_row_get_id (rows->pdata[i]));
  }
}

static void
test_label (Fixture *fixture, gconstpointer data)
{
  GtkWidget *card = find_card (fixture, "Console 12.2");

  gtk_test_accessible_assert_role (card, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (
    card, GTK_ACCESSIBLE_PROPERTY_LABEL,
    "Console 12.2, Wed 16 December\u00a0· in 15 days\u00a0· Tier 2, Building, "
    "“Everyone” (Sun 20 December) starts in “Year-end freeze”, "
    "Deployed on Thu 17 December, after the release, "
    "Release date (Wed 16 December) lies in “Audit week”\n"
    "Deploy date (Thu 17 December) lies in “Audit week”, "
    "3 stages, none started, "
    "Nobody takes it to market, "
    "Engineering: 1 of 5 +1 optional, Engineering lead, due Thu 10 December, "
    "Support: 1 of 4, Support lead, due Wed 9 December, "
    "Documentation: 0 of 3, Documentation lead, due Fri 11 December, "
    "Sales: 0 of 3, Sales enablement lead, due Wed 9 December, "
    "Customers: 0 of 3, Customer success lead, due Wed 2 December");
}

static void
test_drop_across (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = g_strdup (find_release (fixture, "Mobile 4.2"));
  g_autofree char *ready = g_strdup (find_release (fixture, "Payments 3.9"));

  g_assert_true (
    drop (fixture, id, SLIP_STATUS_READY, find_top (fixture, "Payments 3.9")));
  editor_assert_asked (&fixture->editor,
                       "place-card ('%s', 'ready', '', '%s')\n", id, ready);
  g_autoptr (GPtrArray) ids = list_column (fixture, SLIP_STATUS_READY);
  g_assert_cmpstr (ids->pdata[0], ==, id);
  g_assert_cmpstr (ids->pdata[1], ==, ready);

  /* Far below the last card is the end. */
  drop (fixture, id, SLIP_STATUS_READY, 700);
  editor_assert_asked (&fixture->editor,
                       "place-card ('%s', 'ready', '%s', '')\n", id, ready);
}

static void
test_drop_empty (Fixture *fixture, gconstpointer data)
{
  const char *id = find_release (fixture, "Mobile 4.3");

  drop (fixture, id, SLIP_STATUS_CANCELLED, 200);
  editor_assert_asked (&fixture->editor,
                       "place-card ('%s', 'cancelled', '', '')\n", id);
}

static void
test_drop_within (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) ids = list_column (fixture, SLIP_STATUS_PLANNED);
  const char *first = ids->pdata[0];
  const char *last = ids->pdata[ids->len - 1];
  double top = find_top (fixture, "Mobile 4.2.1");

  g_assert_cmpstr (first, ==, find_release (fixture, "Mobile 4.2.1"));
  drop (fixture, last, SLIP_STATUS_PLANNED, top);
  editor_assert_asked (&fixture->editor,
                       "place-card ('%s', 'planned', '', '%s')\n", last, first);
}

static void
test_drop_same_place (Fixture *fixture, gconstpointer data)
{
  const char *id = find_release (fixture, "Mobile 4.2.1");

  g_assert_true (drop (fixture, id, SLIP_STATUS_PLANNED,
                       find_top (fixture, "Mobile 4.2.1")));
  drop (fixture, id, SLIP_STATUS_PLANNED,
        find_top (fixture, "Mobile 4.2.1") + 40);
  editor_assert_asked (&fixture->editor, "%s", "");
}

static void
test_drag_carries_id (Fixture *fixture, gconstpointer data)
{
  GtkEventController *source =
    editor_find_controller (find_card (fixture, "Mobile 4.2"),
                            GTK_TYPE_DRAG_SOURCE);
  g_autoptr (GdkContentProvider) content = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  const SlipDraggedRelease *dragged;

  g_signal_emit_by_name (source, "prepare", 5.0, 5.0, &content);
  g_value_init (&value, SLIP_TYPE_DRAGGED_RELEASE);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  dragged = g_value_get_boxed (&value);
  g_assert_cmpstr (dragged->id, ==, find_release (fixture, "Mobile 4.2"));
}

static void
test_aside (Fixture *fixture, gconstpointer data)
{
  GtkWidget *held = GTK_WIDGET (find_column (fixture, SLIP_STATUS_ON_HOLD));
  GtkWidget *cancelled =
    GTK_WIDGET (find_column (fixture, SLIP_STATUS_CANCELLED));

  g_assert_true (gtk_widget_get_visible (held));
  g_assert_false (gtk_widget_get_visible (cancelled));
  gtk_widget_activate_action (fixture->board, "board.begin-drag", "s", "x");
  g_assert_true (gtk_widget_get_visible (cancelled));
  gtk_widget_activate_action (fixture->board, "board.end-drag", NULL);
  gtk_widget_activate_action (fixture->board, "board.end-drag", NULL);
  g_assert_false (gtk_widget_get_visible (cancelled));
}

static void
test_arrows (Fixture *fixture, gconstpointer data)
{
  gtk_widget_grab_focus (find_card (fixture, "Mobile 4.2.1"));
  g_assert_true (editor_press_key (fixture->board, GDK_KEY_Down, 0));
  g_assert_cmpstr (get_focused (fixture), ==, "card:Desktop 9.0.1");
  editor_press_key (fixture->board, GDK_KEY_Right, 0);
  g_assert_cmpstr (get_focused (fixture), ==, "card:Desktop 9.0");
  editor_press_key (fixture->board, GDK_KEY_End, 0);
  g_assert_cmpstr (get_focused (fixture), ==, "card:Payments 3.10");
  editor_press_key (fixture->board, GDK_KEY_Home, 0);
  g_assert_cmpstr (get_focused (fixture), ==, "card:Mobile 4.2");
  editor_press_key (fixture->board, GDK_KEY_Left, 0);
  g_assert_cmpstr (get_focused (fixture), ==, "card:Mobile 4.2.1");
  g_assert_false (
    editor_press_key (fixture->board, GDK_KEY_Down, GDK_ALT_MASK));
}

static void
test_commands (Fixture *fixture, gconstpointer data)
{
  const char *id = find_release (fixture, "Mobile 4.2.1");

  gtk_widget_grab_focus (find_card (fixture, "Mobile 4.2.1"));
  g_string_truncate (fixture->editor.log, 0);
  editor_press_key (fixture->board, GDK_KEY_Return, 0);
  editor_press_key (fixture->board, GDK_KEY_Delete, 0);
  editor_press_key (fixture->board, GDK_KEY_Right, GDK_CONTROL_MASK);
  editor_press_key (fixture->board, GDK_KEY_Left, GDK_CONTROL_MASK);
  editor_assert_asked (&fixture->editor,
                       "open-release '%s'\ndelete-release '%s'\n"
                       "set-status ('%s', 'building')\n",
                       id, id, id);
}

static void
test_move_within (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) ids = list_column (fixture, SLIP_STATUS_PLANNED);

  gtk_widget_grab_focus (find_card (fixture, "Mobile 4.2.1"));
  g_string_truncate (fixture->editor.log, 0);
  editor_press_key (fixture->board, GDK_KEY_Up, GDK_CONTROL_MASK);
  editor_assert_asked (&fixture->editor, "%s", "");
  editor_press_key (fixture->board, GDK_KEY_Down, GDK_CONTROL_MASK);
  editor_assert_asked (&fixture->editor,
                       "place-card ('%s', 'planned', '%s', '%s')\n",
                       (char *) ids->pdata[0], (char *) ids->pdata[1],
                       (char *) ids->pdata[2]);
  g_assert_cmpstr (get_focused (fixture), ==, "card:Mobile 4.2.1");
  g_assert_cmpint (slip_board_column_get_focused (
                     find_column (fixture, SLIP_STATUS_PLANNED)),
                   ==, 1);
}

static void
test_focus_follows (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = g_strdup (find_release (fixture, "Mobile 4.2"));
  GtkWidget *focus;

  gtk_widget_grab_focus (find_card (fixture, "Mobile 4.2"));
  drop (fixture, id, SLIP_STATUS_RELEASED, 700);
  focus = gtk_root_get_focus (GTK_ROOT (fixture->editor.window));
  g_assert_cmpstr (get_focused (fixture), ==, "card:Mobile 4.2");
  g_assert_true (gtk_widget_is_ancestor (
    focus, GTK_WIDGET (find_column (fixture, SLIP_STATUS_RELEASED))));
}

static void
test_focus_after_delete (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_remove (SLIP_KIND_RELEASE,
                                 find_release (fixture, "Mobile 4.2"));

  gtk_widget_grab_focus (find_card (fixture, "Mobile 4.2"));
  editor_run (&fixture->editor, slip_entity_edit_run, edit);
  g_assert_cmpstr (get_focused (fixture), ==, "card:Desktop 9.0");
}

static void
test_one_tab_stop (Fixture *fixture, gconstpointer data)
{
  gtk_widget_grab_focus (find_card (fixture, "Desktop 9.0.1"));
  gtk_widget_child_focus (fixture->editor.window, GTK_DIR_TAB_FORWARD);
  g_assert_cmpstr (get_focused (fixture), ==, "card:Mobile 4.2");
  gtk_widget_child_focus (fixture->editor.window, GTK_DIR_TAB_BACKWARD);
  g_assert_cmpstr (get_focused (fixture), ==, "card:Desktop 9.0.1");
}

static void
test_query (Fixture *fixture, gconstpointer data)
{
  SlipQuery *query = slip_query_new ();

  slip_query_set_text (query, "payments");
  slip_query_unref (fixture->query);
  fixture->query = query;
  show_plan (fixture);
  g_autoptr (GPtrArray) ids = list_column (fixture, SLIP_STATUS_BUILDING);
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpstr (ids->pdata[0], ==, find_release (fixture, "Payments 3.10"));
  g_assert_cmpuint (slip_board_column_get_n_releases (
                      find_column (fixture, SLIP_STATUS_READY)),
                    ==, 1);
}

static void
test_grouping (Fixture *fixture, gconstpointer data)
{
  g_autofree char *mobile = g_strdup (find_release (fixture, "Mobile 4.3"));

  gtk_widget_activate_action (fixture->board, "board.group", "s", "product");
  editor_spin ();
  g_autoptr (GPtrArray) ids = list_column (fixture, SLIP_STATUS_PLANNED);
  g_assert_cmpstr (ids->pdata[0], ==, find_release (fixture, "Mobile 4.2.1"));
  g_assert_cmpstr (ids->pdata[1], ==, mobile);

  /* A drop stays within its group, wherever the pointer is. */
  drop (fixture, ids->pdata[0], SLIP_STATUS_PLANNED, 750);
  editor_assert_asked (&fixture->editor,
                       "place-card ('%s', 'planned', '%s', '')\n",
                       (char *) ids->pdata[0], mobile);
  g_autoptr (GPtrArray) moved = list_column (fixture, SLIP_STATUS_PLANNED);
  g_assert_cmpstr (moved->pdata[0], ==, mobile);
  g_assert_cmpstr (moved->pdata[1], ==, ids->pdata[0]);
}

/* Keys move a card within its group, and no further. */
static void
test_keys_in_groups (Fixture *fixture, gconstpointer data)
{
  gtk_widget_activate_action (fixture->board, "board.group", "s", "product");
  editor_spin ();
  g_autoptr (GPtrArray) ids = list_column (fixture, SLIP_STATUS_PLANNED);
  gtk_widget_grab_focus (find_card (fixture, "Mobile 4.2.1"));
  g_string_truncate (fixture->editor.log, 0);
  editor_press_key (fixture->board, GDK_KEY_Up, GDK_CONTROL_MASK);
  editor_assert_asked (&fixture->editor, "%s", "");
  editor_press_key (fixture->board, GDK_KEY_Down, GDK_CONTROL_MASK);
  editor_assert_asked (&fixture->editor,
                       "place-card ('%s', 'planned', '%s', '')\n",
                       (char *) ids->pdata[0], (char *) ids->pdata[1]);
  g_assert_cmpstr (get_focused (fixture), ==, "card:Mobile 4.2.1");
  editor_press_key (fixture->board, GDK_KEY_Down, GDK_CONTROL_MASK);
  editor_assert_asked (&fixture->editor, "%s", "");

  /* Without Ctrl the focus goes on into the next group. */
  editor_press_key (fixture->board, GDK_KEY_Down, 0);
  g_assert_cmpstr (get_focused (fixture), !=, "card:Mobile 4.2.1");
  editor_press_key (fixture->board, GDK_KEY_Up, 0);
  g_assert_cmpstr (get_focused (fixture), ==, "card:Mobile 4.2.1");
}

static SlipRect
find_bounds (GtkWidget *widget, GtkWidget *parent)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, parent, &bounds));
  return (SlipRect){ (int) bounds.origin.x, (int) bounds.origin.y,
                     (int) bounds.size.width, (int) bounds.size.height };
}

/* The gap is where the drop would go: below a group's heading, or above the
 * next one's. */
static void
test_gap (Fixture *fixture, gconstpointer data)
{
  GtkWidget *column = GTK_WIDGET (find_column (fixture, SLIP_STATUS_PLANNED));
  GtkWidget *list = editor_find_type (column, SLIP_TYPE_CARD_STACK);
  SlipCardStack *stack = SLIP_CARD_STACK (list);
  GtkWidget *gap = editor_find (list, "gap");
  GtkWidget *heading;
  int height;

  gtk_widget_activate_action (fixture->board, "board.group", "s", "product");
  gtk_test_widget_wait_for_draw (fixture->editor.window);
  height = gtk_widget_get_height (list);
  /* The third card begins the second group. */
  heading = gtk_widget_get_prev_sibling (find_card (fixture, "Mobile 4.3"));
  heading = gtk_widget_get_next_sibling (gtk_widget_get_next_sibling (heading));
  g_assert_true (GTK_IS_LABEL (heading));
  g_assert_false (gtk_widget_get_visible (gap));

  slip_card_stack_set_gap_text (stack, "Move here");
  slip_card_stack_show_gap (stack, 2, FALSE);
  gtk_test_widget_wait_for_draw (fixture->editor.window);
  g_assert_cmpint (find_bounds (gap, list).y, <, find_bounds (heading, list).y);
  slip_card_stack_show_gap (stack, 2, TRUE);
  gtk_test_widget_wait_for_draw (fixture->editor.window);
  g_assert_cmpint (find_bounds (gap, list).y, >, find_bounds (heading, list).y);
  g_assert_cmpint (slip_card_stack_find_place (stack, 0), ==, 0);
  g_assert_cmpint (slip_card_stack_find_place (stack, 5000), ==, 6);

  slip_board_column_clear_hover (SLIP_BOARD_COLUMN (column));
  slip_board_column_clear_hover (SLIP_BOARD_COLUMN (column));
  gtk_test_widget_wait_for_draw (fixture->editor.window);
  g_assert_false (gtk_widget_get_visible (gap));
  g_assert_cmpint (gtk_widget_get_height (list), ==, height);
}

/* What comes up beside a dragged card moves no column. */
static void
test_columns_keep_their_places (Fixture *fixture, gconstpointer data)
{
  GtkWidget *ready = GTK_WIDGET (find_column (fixture, SLIP_STATUS_READY));
  GtkWidget *columns = gtk_widget_get_parent (ready);
  SlipRect before = find_bounds (ready, columns);
  SlipRect during;

  gtk_widget_activate_action (fixture->board, "board.begin-drag", "s", "x");
  gtk_test_widget_wait_for_draw (fixture->editor.window);
  during = find_bounds (ready, columns);
  g_assert_cmpint (ABS (during.x - before.x), <=, 1);
  g_assert_cmpint (ABS (during.width - before.width), <=, 1);
  gtk_widget_activate_action (fixture->board, "board.end-drag", NULL);
  gtk_test_widget_wait_for_draw (fixture->editor.window);
  g_assert_cmpint (find_bounds (ready, columns).x, ==, before.x);
}

static void
test_mirrored (Fixture *fixture, gconstpointer data)
{
  GtkWidget *planned = GTK_WIDGET (find_column (fixture, SLIP_STATUS_PLANNED));
  GtkWidget *ready = GTK_WIDGET (find_column (fixture, SLIP_STATUS_READY));
  GtkWidget *columns = gtk_widget_get_parent (ready);

  g_assert_cmpint (find_bounds (planned, columns).x, <,
                   find_bounds (ready, columns).x);
  gtk_widget_set_direction (columns, GTK_TEXT_DIR_RTL);
  gtk_test_widget_wait_for_draw (fixture->editor.window);
  g_assert_cmpint (find_bounds (planned, columns).x, >,
                   find_bounds (ready, columns).x);
}

static void
add_releases (Fixture *fixture, guint n_releases)
{
  fixture->editor.changed = NULL;
  for (guint i = 0; i < n_releases; i++) {
    g_autoptr (SlipEntityEdit) edit =
      slip_entity_edit_new_create (SLIP_KIND_RELEASE, NULL, NULL);
    g_autofree char *version = g_strdup_printf ("9.%u", i);

    slip_entity_edit_add_text (edit, SLIP_RELEASE_PRODUCT,
                               editor_find_id (&fixture->editor,
                                               SLIP_KIND_PRODUCT,
                                               "Mobile app"));
    slip_entity_edit_add_text (edit, SLIP_RELEASE_VERSION, version);
    editor_run (&fixture->editor, slip_entity_edit_run, edit);
  }
  fixture->editor.changed = show_plan;
  show_plan (fixture);
}

static void
test_show_more (Fixture *fixture, gconstpointer data)
{
  SlipBoardColumn *column = find_column (fixture, SLIP_STATUS_PLANNED);

  add_releases (fixture, 100);
  g_autoptr (GPtrArray) some = list_column (fixture, SLIP_STATUS_PLANNED);
  g_assert_cmpuint (slip_board_column_get_n_releases (column), ==, 106);
  g_assert_cmpuint (some->len, <, SLIP_BOARD_COLUMN_MAX_CARDS);

  /* To the last that may be had, and from there to those behind. */
  g_assert_true (slip_board_column_focus_nth (column, G_MAXINT));
  g_autoptr (GPtrArray) most = list_column (fixture, SLIP_STATUS_PLANNED);
  g_assert_cmpuint (most->len, ==, SLIP_BOARD_COLUMN_MAX_CARDS);
  g_signal_emit_by_name (gtk_root_get_focus (GTK_ROOT (fixture->editor.window)),
                         "clicked");
  g_autoptr (GPtrArray) more = list_column (fixture, SLIP_STATUS_PLANNED);
  g_assert_cmpuint (more->len, >, SLIP_BOARD_COLUMN_MAX_CARDS);

  /* A release further down can be found nevertheless. */
  g_assert_true (
    slip_view_focus_release (SLIP_VIEW (fixture->board),
                             find_release (fixture, "Mobile 9.99")));
  g_assert_cmpstr (get_focused (fixture), ==, "card:Mobile 9.99");
  g_autoptr (GPtrArray) all = list_column (fixture, SLIP_STATUS_PLANNED);
  g_assert_cmpuint (all->len, ==, 106);
}

static guint
count_cards (Fixture *fixture)
{
  g_autoptr (GPtrArray) cards = list_column (fixture, SLIP_STATUS_PLANNED);

  return cards->len;
}

static void
test_scrolling (Fixture *fixture, gconstpointer data)
{
  GtkWidget *card;
  GtkWidget *scroller;
  GtkAdjustment *adjustment;
  guint n_cards;

  add_releases (fixture, 100);
  card = find_card (fixture, "Mobile 9.0");
  scroller = gtk_widget_get_ancestor (card, GTK_TYPE_SCROLLED_WINDOW);
  adjustment =
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  /* Half a screenful more than is in sight, and not all. */
  while (gtk_adjustment_get_page_size (adjustment) <= 1 ||
         gtk_adjustment_get_upper (adjustment) <
           1.5 * gtk_adjustment_get_page_size (adjustment))
    g_main_context_iteration (NULL, TRUE);
  n_cards = count_cards (fixture);
  g_assert_cmpuint (n_cards, <, SLIP_BOARD_COLUMN_MAX_CARDS);

  gtk_adjustment_set_value (adjustment, G_MAXDOUBLE);
  while (count_cards (fixture) == n_cards)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  gtk_test_widget_wait_for_draw (fixture->editor.window);
  g_assert_true (gtk_widget_get_visible (
    GTK_WIDGET (find_column (fixture, SLIP_STATUS_PLANNED))));
  g_assert_false (gtk_widget_get_visible (
    GTK_WIDGET (find_column (fixture, SLIP_STATUS_BUILDING))));
  g_assert_true (
    gtk_widget_get_visible (editor_find (fixture->board, "board-switcher")));
  gtk_widget_activate_action (fixture->board, "board.go", "i", 1);
  g_assert_true (gtk_widget_get_visible (
    GTK_WIDGET (find_column (fixture, SLIP_STATUS_BUILDING))));
  g_assert_true (
    slip_view_focus_release (SLIP_VIEW (fixture->board),
                             find_release (fixture, "Payments 3.9")));
  g_assert_true (gtk_widget_get_visible (
    GTK_WIDGET (find_column (fixture, SLIP_STATUS_READY))));
}

static SlipTone
get_tone (SlipStatus status)
{
  g_autoptr (SlipPlanState) state = slip_plan_state_new ();
  g_autoptr (SlipEdit) edit = slip_edit_new (state, SLIP_VERB_ADD);

  slip_edit_create (edit, SLIP_KIND_RELEASE, "r", NULL);
  slip_edit_set_date (edit, SLIP_KIND_RELEASE, "r", SLIP_RELEASE_RELEASE_DATE,
                      slip_date_new (2026, 11, 23));
  slip_edit_set_integer (edit, SLIP_KIND_RELEASE, "r",
                         SLIP_RELEASE_RELEASE_CERTAINTY,
                         SLIP_CERTAINTY_CONFIRMED);
  slip_edit_set_integer (edit, SLIP_KIND_RELEASE, "r", SLIP_RELEASE_STATUS,
                         status);
  return slip_card_get_date_tone (
    slip_edit_get_state (edit),
    slip_plan_state_get (slip_edit_get_state (edit), SLIP_KIND_RELEASE, "r"),
    slip_date_new (2026, 11, 26));
}

static void
test_what_rolls_out_is_not_late (void)
{
  g_assert_cmpint (get_tone (SLIP_STATUS_READY), ==, SLIP_TONE_ERROR);
  g_assert_cmpint (get_tone (SLIP_STATUS_ROLLING_OUT), ==, SLIP_TONE_NONE);
}

/* The lightest channel of the texts that @node draws. */
static float
find_lightest (GskRenderNode *node)
{
  float lightest = 0;

  if (gsk_render_node_get_node_type (node) == GSK_TEXT_NODE) {
    const GdkRGBA *color = gsk_text_node_get_color (node);

    return MAX (color->red, MAX (color->green, color->blue));
  }
  if (gsk_render_node_get_node_type (node) == GSK_TRANSFORM_NODE)
    return find_lightest (gsk_transform_node_get_child (node));
  if (gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      lightest =
        MAX (lightest, find_lightest (gsk_container_node_get_child (node, i)));

  return lightest;
}

/* Newer themes have colours that no screen can show, with less than no blue. */
static void
test_colors_beyond_the_screen (Fixture *fixture, gconstpointer data)
{
  GtkWidget *card = find_card (fixture, "Payments 3.9");
  GdkDisplay *display = gtk_widget_get_display (card);
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (card);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  gtk_css_provider_load_from_data (
    provider,
    gtk_check_version (4, 16, 0)
      ? "@define-color warning_color mix(black, white, -0.4);"
      : "@define-color warning_color color(srgb 0.5 0.3 -0.4);",
    -1);
  gtk_style_context_add_provider_for_display (display,
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_USER);
  gtk_test_widget_wait_for_draw (fixture->editor.window);
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (card),
                          gtk_widget_get_height (card));
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  g_assert_cmpfloat (find_lightest (node), >, 0);
  g_assert_cmpfloat (find_lightest (node), <, 0.5f);
  gtk_style_context_remove_provider_for_display (display,
                                                 GTK_STYLE_PROVIDER (provider));
}

static void
test_edge_scroll (void)
{
  g_assert_cmpfloat_with_epsilon (slip_edge_scroll_get_speed (500, 1000), 0,
                                  0.1);
  g_assert_cmpfloat (slip_edge_scroll_get_speed (0, 1000), <, 0);
  g_assert_cmpfloat (slip_edge_scroll_get_speed (1000, 1000), >, 0);
  g_assert_cmpfloat (slip_edge_scroll_get_speed (5, 1000), <,
                     slip_edge_scroll_get_speed (30, 1000));
  g_assert_cmpfloat_with_epsilon (slip_edge_scroll_get_speed (0, 0), 0, 0.1);
}

#define ADD(name, width, func)                                                 \
  g_test_add ("/board/" name, Fixture, GINT_TO_POINTER (width), set_up, func,  \
              tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("cards-stand-in-the-order-of-the-plan", 0, test_order);
  ADD ("a-card-says-everything-in-its-label", 0, test_label);
  ADD ("a-drop-in-another-column-names-its-neighbours", 0, test_drop_across);
  ADD ("a-drop-in-an-empty-column-has-no-neighbours", 0, test_drop_empty);
  ADD ("a-drop-within-a-column-reorders", 0, test_drop_within);
  ADD ("a-drop-on-its-own-place-asks-for-nothing", 0, test_drop_same_place);
  ADD ("a-drag-carries-the-release", 0, test_drag_carries_id);
  ADD ("columns-aside-show-while-dragging", 0, test_aside);
  ADD ("arrows-move-the-focus", 0, test_arrows);
  ADD ("keys-open-delete-and-move-across", 0, test_commands);
  ADD ("keys-move-within-the-column", 0, test_move_within);
  ADD ("the-focus-follows-a-moved-card", 0, test_focus_follows);
  ADD ("after-a-delete-the-next-card-has-the-focus", 0,
       test_focus_after_delete);
  ADD ("a-column-is-one-tab-stop", 0, test_one_tab_stop);
  ADD ("the-query-filters-cards", 0, test_query);
  ADD ("groups-hold-their-cards-together", 0, test_grouping);
  ADD ("a-long-column-builds-few-cards", 0, test_show_more);
  ADD ("a-long-column-grows-as-it-is-scrolled", 0, test_scrolling);
  ADD ("a-narrow-board-shows-one-column", 360, test_narrow);
  ADD ("keys-move-a-card-within-its-group", 0, test_keys_in_groups);
  ADD ("the-gap-is-where-a-drop-would-go", 0, test_gap);
  ADD ("columns-keep-their-places-in-a-drag", 0,
       test_columns_keep_their_places);
  ADD ("columns-are-mirrored", 0, test_mirrored);
  ADD ("colours-beyond-the-screen-stay-dark", 0, test_colors_beyond_the_screen);
  g_test_add_func ("/board/what-rolls-out-is-not-late",
                   test_what_rolls_out_is_not_late);
  g_test_add_func ("/board/edges-scroll-faster-near-the-border",
                   test_edge_scroll);
  return g_test_run ();
}

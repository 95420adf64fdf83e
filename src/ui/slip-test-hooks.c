/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-test-hooks.h"

#include "slip-frame-times.h"
#include "slip-widget-name.h"
#include "slip-window.h"

#ifdef GDK_WINDOWING_X11
#include <gdk/x11/gdkx.h>
#endif

#define OBJECT_PATH "/io/github/slipway_planner/Slipway/test"

/* How often work under way is looked at. */
#define LOOK_MS 4

struct _SlipTestHooks {
  GObject parent_instance;

  GtkApplication *application; /* borrowed: owns this */
  GDBusConnection *connection;
  guint id;
  SlipFrameTimes *frame_times;
  guint64 n_keys; /* pressed, so far */
};

static const char introspection[] =
  "<node><interface name='io.github.slipway_planner.Slipway.Test'>"
  "<method name='Where'><arg type='s' direction='in'/>"
  "<arg type='i' direction='out'/><arg type='i' direction='out'/>"
  "<arg type='i' direction='out'/><arg type='i' direction='out'/></method>"
  "<method name='List'><arg type='a(sssiiii)' direction='out'/></method>"
  "<method name='Idle'><arg type='u' direction='out'/></method>"
  "<method name='Active'><arg type='b' direction='out'/></method>"
  "<method name='Shot'><arg type='s' direction='in'/>"
  "<arg type='s' direction='in'/></method>"
  "<method name='Frames'><arg type='b' direction='in'/>"
  "<arg type='s' direction='out'/></method>"
  "<method name='Activate'><arg type='s' direction='in'/>"
  "<arg type='s' direction='in'/></method>"
  "<method name='Input'><arg type='b' direction='out'/>"
  "<arg type='s' direction='out'/><arg type='s' direction='out'/>"
  "<arg type='i' direction='out'/><arg type='i' direction='out'/></method>"
  "<method name='Focus'><arg type='t' direction='out'/>"
  "<arg type='s' direction='out'/><arg type='s' direction='out'/>"
  "<arg type='s' direction='out'/><arg type='i' direction='out'/>"
  "<arg type='i' direction='out'/><arg type='i' direction='out'/>"
  "<arg type='i' direction='out'/></method>"
  "<method name='Keys'><arg type='t' direction='out'/></method>"
  "<method name='Grab'><arg type='s' direction='in'/></method>"
  "<method name='Targets'><arg type='a(tsssiiii)' direction='out'/></method>"
  "<method name='Drawn'><arg type='b' direction='in'/>"
  "<arg type='s' direction='out'/></method>"
  "<method name='State'><arg type='x' direction='out'/>"
  "<arg type='s' direction='out'/></method>"
  "</interface></node>";

G_DEFINE_FINAL_TYPE (SlipTestHooks, slip_test_hooks, G_TYPE_OBJECT)

static GdkRectangle
scale_rectangle (const graphene_rect_t *bounds, double x, double y, int scale)
{
  return (GdkRectangle){
    (int) ((bounds->origin.x + x) * scale),
    (int) ((bounds->origin.y + y) * scale),
    (int) (bounds->size.width * (float) scale),
    (int) (bounds->size.height * (float) scale),
  };
}

/* From where a popover counts to where its window does. */
static void
add_popup_position (GdkSurface *surface, GdkRectangle *rectangle)
{
  for (; GDK_IS_POPUP (surface);
       surface = gdk_popup_get_parent (GDK_POPUP (surface))) {
    rectangle->x += gdk_popup_get_position_x (GDK_POPUP (surface));
    rectangle->y += gdk_popup_get_position_y (GDK_POPUP (surface));
  }
}

static gboolean
find_rectangle (GtkWidget *widget, GdkRectangle *rectangle)
{
  GtkNative *native = gtk_widget_get_native (widget);
  graphene_rect_t bounds;
  if (native == NULL || !gtk_widget_get_mapped (widget) ||
      !gtk_widget_compute_bounds (widget, GTK_WIDGET (native), &bounds))
    return FALSE;
  double x, y;
  gtk_native_get_surface_transform (native, &x, &y);
  GdkSurface *surface = gtk_native_get_surface (native);
  *rectangle =
    scale_rectangle (&bounds, x, y, gdk_surface_get_scale_factor (surface));
#ifdef GDK_WINDOWING_X11
  if (GDK_IS_X11_SURFACE (surface)) {
    Display *display =
      gdk_x11_display_get_xdisplay (gdk_surface_get_display (surface));
    Window child;
    XTranslateCoordinates (display, gdk_x11_surface_get_xid (surface),
                           DefaultRootWindow (display), rectangle->x,
                           rectangle->y, &rectangle->x, &rectangle->y, &child);
    return TRUE;
  }
#endif
  add_popup_position (surface, rectangle);
  return TRUE;
}

static const char *
get_label (GtkWidget *widget)
{
  const char *label = NULL;
  if (GTK_IS_LABEL (widget))
    label = gtk_label_get_text (GTK_LABEL (widget));
  else if (GTK_IS_BUTTON (widget))
    label = gtk_button_get_label (GTK_BUTTON (widget));
  if (label == NULL)
    label = gtk_widget_get_tooltip_text (widget);
  return label != NULL ? label : "";
}

/* Calls @func for @widget and what is below it, until one says so. */
typedef gboolean (*VisitFunc) (GtkWidget *widget, gpointer data);

static gboolean
visit (GtkWidget *widget, VisitFunc func, gpointer data)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (func (widget, data))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (visit (child, func, data))
      return TRUE;
  return FALSE;
}

/* The window on top comes last in the list of toplevels. */
static void
visit_all (VisitFunc func, gpointer data)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  for (guint i = g_list_model_get_n_items (toplevels); i-- > 0;) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);
    if (visit (window, func, data))
      return;
  }
}

typedef struct {
  const char *name;
  GtkWidget *found;
} Search;

static gboolean
find_cb (GtkWidget *widget, gpointer data)
{
  Search *search = data;
  gboolean is_it =
    search->name[0] == '='
      ? g_str_equal (get_label (widget), search->name + 1)
      : g_str_equal (slip_widget_name_get (widget), search->name);
  if (is_it)
    search->found = widget;
  return is_it;
}

static gboolean
list_cb (GtkWidget *widget, gpointer data)
{
  GdkRectangle r;
  if (find_rectangle (widget, &r))
    g_variant_builder_add (data, "(sssiiii)", G_OBJECT_TYPE_NAME (widget),
                           slip_widget_name_get (widget), get_label (widget),
                           r.x, r.y, r.width, r.height);
  return FALSE;
}

static GtkWidget *
find_widget (const char *name, GDBusMethodInvocation *invocation)
{
  Search search = { name, NULL };
  visit_all (find_cb, &search);
  if (search.found == NULL)
    g_dbus_method_invocation_return_error (invocation, G_IO_ERROR,
                                           G_IO_ERROR_NOT_FOUND,
                                           "no widget %s is shown", name);
  return search.found;
}

static void
answer_where (const char *name, GDBusMethodInvocation *invocation)
{
  GtkWidget *widget = find_widget (name, invocation);
  GdkRectangle r;
  if (widget == NULL)
    return;
  if (!find_rectangle (widget, &r)) {
    g_dbus_method_invocation_return_error (invocation, G_IO_ERROR,
                                           G_IO_ERROR_NOT_FOUND,
                                           "%s has no place yet", name);
    return;
  }
  g_dbus_method_invocation_return_value (invocation,
                                         g_variant_new ("(iiii)", r.x, r.y,
                                                        r.width, r.height));
}

static void
answer_list (GDBusMethodInvocation *invocation)
{
  GVariantBuilder builder;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sssiiii)"));
  visit_all (list_cb, &builder);
  g_dbus_method_invocation_return_value (invocation,
                                         g_variant_new ("(a(sssiiii))",
                                                        &builder));
}

static void
answer_shot (const char *name,
             const char *file,
             GDBusMethodInvocation *invocation)
{
  GtkWidget *widget = find_widget (name, invocation);
  if (widget == NULL)
    return;
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  int width = gdk_paintable_get_intrinsic_width (paintable);
  int height = gdk_paintable_get_intrinsic_height (paintable);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  g_autoptr (GskRenderNode) node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL) {
    g_dbus_method_invocation_return_error (invocation, G_IO_ERROR,
                                           G_IO_ERROR_FAILED,
                                           "%s draws nothing", name);
    return;
  }
  g_autoptr (GdkTexture) texture = gsk_renderer_render_texture (
    gtk_native_get_renderer (gtk_widget_get_native (widget)), node,
    &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gdk_texture_save_to_png (texture, file);
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static SlipWindow *
find_window (SlipTestHooks *self)
{
  GList *windows = gtk_application_get_windows (self->application);
  for (GList *l = windows; l != NULL; l = l->next)
    if (SLIP_IS_WINDOW (l->data))
      return l->data;
  return NULL;
}

static void
answer_frames (SlipTestHooks *self,
               gboolean is_reset,
               GDBusMethodInvocation *invocation)
{
  SlipWindow *window = find_window (self);
  if (self->frame_times == NULL && window != NULL)
    self->frame_times = slip_frame_times_new (GTK_WIDGET (window));
  if (self->frame_times == NULL) {
    g_dbus_method_invocation_return_error_literal (invocation, G_IO_ERROR,
                                                   G_IO_ERROR_NOT_FOUND,
                                                   "no window is there yet");
    return;
  }
  g_autofree char *frames = slip_frame_times_dup_json (self->frame_times);
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd (number, sizeof number, "%.3f",
                   slip_frame_times_get_cpu_ms ());
  g_autofree char *json =
    g_strdup_printf ("{\"cpu_ms\":%s,\"counter\":%" G_GINT64_FORMAT
                     ",\"frames\":%s}",
                     number, slip_frame_times_get_counter (self->frame_times),
                     frames);
  if (is_reset)
    slip_frame_times_reset (self->frame_times);
  g_dbus_method_invocation_return_value (invocation,
                                         g_variant_new ("(s)", json));
}

static void
answer_activate (SlipTestHooks *self,
                 const char *action,
                 const char *text,
                 GDBusMethodInvocation *invocation)
{
  g_autoptr (GVariant) parameter = NULL;
  g_autoptr (GError) error = NULL;
  if (*text != '\0')
    parameter = g_variant_parse (NULL, text, NULL, NULL, &error);
  if (error != NULL) {
    g_dbus_method_invocation_return_gerror (invocation, error);
    return;
  }
  SlipWindow *window = find_window (self);
  if (window == NULL ||
      !gtk_widget_activate_action_variant (GTK_WIDGET (window), action,
                                           parameter))
    g_dbus_method_invocation_return_error (invocation, G_IO_ERROR,
                                           G_IO_ERROR_NOT_FOUND, "no action %s",
                                           action);
  else
    g_dbus_method_invocation_return_value (invocation, NULL);
}

static void
answer_state (SlipTestHooks *self, GDBusMethodInvocation *invocation)
{
  SlipWindow *window = find_window (self);
  SlipWorkspace *workspace =
    window != NULL ? slip_window_get_workspace (window) : NULL;
  if (workspace == NULL) {
    g_dbus_method_invocation_return_error_literal (invocation, G_IO_ERROR,
                                                   G_IO_ERROR_NOT_FOUND,
                                                   "no plan is open");
    return;
  }
  g_autofree char *digest =
    slip_plan_state_digest (slip_workspace_get_state (workspace));
  g_dbus_method_invocation_return_value (
    invocation,
    g_variant_new ("(xs)", slip_workspace_get_head (workspace), digest));
}

/* Whether @widget or something in it, shown or not, is being dragged. */
static gboolean
is_dragged (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);
    if (GTK_IS_DRAG_SOURCE (controller) &&
        gtk_drag_source_get_drag (GTK_DRAG_SOURCE (controller)) != NULL)
      return TRUE;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_dragged (child))
      return TRUE;
  return FALSE;
}

static gboolean
has_text_cb (GtkWidget *widget, gpointer data)
{
  const char **text = data;
  *text = get_label (widget);
  return **text != '\0';
}

static GtkWindow *
find_active_window (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);
    if (gtk_window_is_active (window) &&
        gtk_widget_get_mapped (GTK_WIDGET (window)))
      return window;
  }
  return NULL;
}

/* Whether the keyboard is where it stays: a dialog gets it from its window a
 * while after it is shown. */
static gboolean
has_keyboard (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();
  GtkWindow *active = find_active_window ();
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);
    if (gtk_window_get_modal (window) &&
        gtk_widget_get_mapped (GTK_WIDGET (window)) &&
        gtk_window_get_transient_for (window) == active)
      return FALSE;
  }
  return active != NULL;
}

/* Where the pointer is over a window or one of its popovers, as the window
 * counts. */
static GdkRectangle
find_pointer (GtkWidget *window)
{
  GdkDevice *pointer = gdk_seat_get_pointer (
    gdk_display_get_default_seat (gtk_widget_get_display (window)));
  double x = -1;
  double y = -1;
  GdkSurface *surface = gdk_device_get_surface_at_position (pointer, &x, &y);
  if (surface == NULL)
    gdk_surface_get_device_position (gtk_native_get_surface (
                                       GTK_NATIVE (window)),
                                     pointer, &x, &y, NULL);
  GdkRectangle place = { (int) x, (int) y, 1, 1 };
  add_popup_position (surface, &place);
  return place;
}

static void
answer_input (SlipTestHooks *self, GDBusMethodInvocation *invocation)
{
  GtkWidget *window = (GtkWidget *) find_window (self);
  GtkWindow *active = find_active_window ();
  GtkWidget *focus = active != NULL ? gtk_window_get_focus (active) : NULL;
  const char *text = "";
  GdkRectangle pointer = { -1, -1, 0, 0 };
  if (window != NULL)
    pointer = find_pointer (window);
  if (focus != NULL)
    visit (focus, has_text_cb, &text);
  g_dbus_method_invocation_return_value (
    invocation,
    g_variant_new ("(bssii)", window != NULL && is_dragged (window),
                   focus != NULL ? slip_widget_name_get (focus) : "", text,
                   pointer.x, pointer.y));
}

/* The types from the window or popover to @widget. */
static char *
dup_path (GtkWidget *widget)
{
  g_autoptr (GString) path = g_string_new (NULL);
  for (GtkWidget *part = widget; part != NULL;
       part = gtk_widget_get_parent (part)) {
    g_string_prepend (path, G_OBJECT_TYPE_NAME (part));
    g_string_prepend_c (path, '/');
    if (GTK_IS_NATIVE (part))
      break;
  }
  return g_string_free (g_steal_pointer (&path), FALSE);
}

/* The part of @widget that no container cuts off, in its own coordinates;
 * empty if it is not to be seen. */
static graphene_rect_t
find_shown_part (GtkWidget *widget)
{
  graphene_rect_t part = GRAPHENE_RECT_INIT (0, 0, 0, 0);
  if (!gtk_widget_get_mapped (widget) ||
      !gtk_widget_compute_bounds (widget, widget, &part))
    return GRAPHENE_RECT_INIT (0, 0, 0, 0);
  for (GtkWidget *parent = gtk_widget_get_parent (widget); parent != NULL;
       parent = gtk_widget_get_parent (parent)) {
    graphene_rect_t bounds;
    gboolean is_native = GTK_IS_NATIVE (parent);
    gboolean cuts =
      is_native || gtk_widget_get_overflow (parent) == GTK_OVERFLOW_HIDDEN;
    if (cuts && (!gtk_widget_compute_bounds (parent, widget, &bounds) ||
                 !graphene_rect_intersection (&part, &bounds, &part)))
      return GRAPHENE_RECT_INIT (0, 0, 0, 0);
    if (is_native)
      break;
  }
  return part;
}

/* What has the focus: an id, its types, name and text, and the place of what is
 * to be seen of it. */
static void
answer_focus (GDBusMethodInvocation *invocation)
{
  GtkWindow *active = find_active_window ();
  GtkWidget *focus = active != NULL ? gtk_window_get_focus (active) : NULL;
  g_autofree char *path = focus != NULL ? dup_path (focus) : g_strdup ("");
  const char *text = "";
  GdkRectangle r = { 0 };
  if (focus != NULL) {
    graphene_rect_t part = find_shown_part (focus);
    visit (focus, has_text_cb, &text);
    if (part.size.width > 0 && part.size.height > 0)
      find_rectangle (focus, &r);
    r.width = (int) part.size.width;
    r.height = (int) part.size.height;
  }
  g_dbus_method_invocation_return_value (
    invocation,
    g_variant_new ("(tsssiiii)", (guint64) (gsize) focus, path,
                   focus != NULL ? slip_widget_name_get (focus) : "", text, r.x,
                   r.y, r.width, r.height));
}

/* Gives the focus to @name, or to what in it takes it. */
static void
answer_grab (const char *name, GDBusMethodInvocation *invocation)
{
  GtkWidget *widget = find_widget (name, invocation);
  if (widget == NULL)
    return;
  GtkRoot *root = gtk_widget_get_root (widget);
  /* The line in an expander opens it. */
  if ((!ADW_IS_EXPANDER_ROW (widget) && gtk_widget_grab_focus (widget)) ||
      gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD)) {
    gtk_window_set_focus_visible (GTK_WINDOW (root), TRUE);
    g_dbus_method_invocation_return_value (invocation, NULL);
  } else
    g_dbus_method_invocation_return_error (invocation, G_IO_ERROR,
                                           G_IO_ERROR_FAILED,
                                           "%s takes no focus", name);
}

static gboolean
target_cb (GtkWidget *widget, gpointer data)
{
  GdkRectangle r;
  if ((gtk_widget_get_focusable (widget) || GTK_IS_BUTTON (widget)) &&
      gtk_widget_is_sensitive (widget) && find_rectangle (widget, &r)) {
    g_autofree char *path = dup_path (widget);
    const char *text = "";
    visit (widget, has_text_cb, &text);
    g_variant_builder_add (data, "(tsssiiii)", (guint64) (gsize) widget, path,
                           slip_widget_name_get (widget), text, r.x, r.y,
                           r.width, r.height);
  }
  return FALSE;
}

/* What can be clicked or have the focus, as of the focus. */
static void
answer_targets (GDBusMethodInvocation *invocation)
{
  GVariantBuilder builder;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(tsssiiii)"));
  visit_all (target_cb, &builder);
  g_dbus_method_invocation_return_value (invocation,
                                         g_variant_new ("(a(tsssiiii))",
                                                        &builder));
}

/* A digest of what the window or popover with the focus draws; from the next
 * frame on it shows where the focus is or does not. */
static void
answer_drawn (gboolean shows_focus, GDBusMethodInvocation *invocation)
{
  GtkWindow *active = find_active_window ();
  GtkWidget *focus = active != NULL ? gtk_window_get_focus (active) : NULL;
  g_autofree char *digest = g_strdup ("");
  if (focus != NULL) {
    g_autoptr (GdkPaintable) paintable =
      gtk_widget_paintable_new (GTK_WIDGET (gtk_widget_get_native (focus)));
    GtkSnapshot *snapshot = gtk_snapshot_new ();
    gdk_paintable_snapshot (paintable, snapshot,
                            gdk_paintable_get_intrinsic_width (paintable),
                            gdk_paintable_get_intrinsic_height (paintable));
    g_autoptr (GskRenderNode) node = gtk_snapshot_free_to_node (snapshot);
    g_autoptr (GBytes) bytes =
      node != NULL ? gsk_render_node_serialize (node) : g_bytes_new (NULL, 0);
    g_free (digest);
    digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
    gtk_window_set_focus_visible (active, shows_focus);
  }
  g_dbus_method_invocation_return_value (invocation,
                                         g_variant_new ("(s)", digest));
}

/* One who waits for a frame. */
typedef struct {
  SlipTestHooks *hooks;
  GDBusMethodInvocation *invocation;
} Wait;

static gboolean look_cb (gpointer data);

static void
painted_cb (GdkFrameClock *frame_clock, Wait *wait)
{
  g_signal_handlers_disconnect_by_func (frame_clock, painted_cb, wait);
  SlipWindow *window = find_window (wait->hooks);
  if (window == NULL || slip_window_is_working (window)) {
    g_timeout_add (LOOK_MS, look_cb, wait);
    return;
  }
  g_dbus_method_invocation_return_value (
    wait->invocation,
    g_variant_new ("(u)",
                   (guint) gdk_frame_clock_get_frame_counter (frame_clock)));
  g_object_unref (wait->hooks);
  g_free (wait);
}

static gboolean
look_cb (gpointer data)
{
  Wait *wait = data;
  SlipWindow *window = find_window (wait->hooks);
  if (window == NULL || slip_window_is_working (window) ||
      !gtk_widget_get_mapped (GTK_WIDGET (window)))
    return G_SOURCE_CONTINUE;
  GdkFrameClock *frame_clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  g_signal_connect_after (frame_clock, "after-paint", G_CALLBACK (painted_cb),
                          wait);
  gdk_frame_clock_request_phase (frame_clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  return G_SOURCE_REMOVE;
}

static void
wait_for_idle (SlipTestHooks *self, GDBusMethodInvocation *invocation)
{
  Wait *wait = g_new (Wait, 1);
  *wait = (Wait){ g_object_ref (self), invocation };
  if (look_cb (wait) == G_SOURCE_CONTINUE)
    g_timeout_add (LOOK_MS, look_cb, wait);
}

static void
call_cb (GDBusConnection *connection,
         const char *sender,
         const char *path,
         const char *interface,
         const char *method,
         GVariant *arguments,
         GDBusMethodInvocation *invocation,
         gpointer data)
{
  SlipTestHooks *self = data;
  const char *a;
  const char *b;
  gboolean is_set;
  if (g_str_equal (method, "Where")) {
    g_variant_get (arguments, "(&s)", &a);
    answer_where (a, invocation);
  } else if (g_str_equal (method, "List"))
    answer_list (invocation);
  else if (g_str_equal (method, "Idle"))
    wait_for_idle (self, invocation);
  else if (g_str_equal (method, "Shot")) {
    g_variant_get (arguments, "(&s&s)", &a, &b);
    answer_shot (a, b, invocation);
  } else if (g_str_equal (method, "Frames")) {
    g_variant_get (arguments, "(b)", &is_set);
    answer_frames (self, is_set, invocation);
  } else if (g_str_equal (method, "Activate")) {
    g_variant_get (arguments, "(&s&s)", &a, &b);
    answer_activate (self, a, b, invocation);
  } else if (g_str_equal (method, "Active"))
    g_dbus_method_invocation_return_value (invocation,
                                           g_variant_new ("(b)",
                                                          has_keyboard ()));
  else if (g_str_equal (method, "Input"))
    answer_input (self, invocation);
  else if (g_str_equal (method, "Focus"))
    answer_focus (invocation);
  else if (g_str_equal (method, "Keys"))
    g_dbus_method_invocation_return_value (invocation,
                                           g_variant_new ("(t)", self->n_keys));
  else if (g_str_equal (method, "Grab")) {
    g_variant_get (arguments, "(&s)", &a);
    answer_grab (a, invocation);
  } else if (g_str_equal (method, "Targets"))
    answer_targets (invocation);
  else if (g_str_equal (method, "Drawn")) {
    g_variant_get (arguments, "(b)", &is_set);
    answer_drawn (is_set, invocation);
  } else
    answer_state (self, invocation);
}

static void
slip_test_hooks_dispose (GObject *object)
{
  SlipTestHooks *self = SLIP_TEST_HOOKS (object);
  if (self->connection != NULL)
    g_dbus_connection_unregister_object (self->connection, self->id);
  g_clear_object (&self->connection);
  g_clear_object (&self->frame_times);
  G_OBJECT_CLASS (slip_test_hooks_parent_class)->dispose (object);
}

static void
slip_test_hooks_class_init (SlipTestHooksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = slip_test_hooks_dispose;
}

static void
slip_test_hooks_init (SlipTestHooks *self)
{
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint value,
                guint code,
                GdkModifierType modifiers,
                SlipTestHooks *self)
{
  self->n_keys++;
  return GDK_EVENT_PROPAGATE;
}

/* Keys come to a window first, those for its popovers too. */
static void
toplevels_changed_cb (GListModel *toplevels,
                      guint position,
                      guint n_removed,
                      guint n_added,
                      SlipTestHooks *self)
{
  for (guint i = position; i < position + n_added; i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);
    GtkEventController *keys = gtk_event_controller_key_new ();

    gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
    g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb),
                             self, G_CONNECT_DEFAULT);
    gtk_widget_add_controller (window, keys);
  }
}

SlipTestHooks *
slip_test_hooks_new (GtkApplication *application)
{
  static const GDBusInterfaceVTable vtable = { call_cb };
  GDBusConnection *connection =
    g_application_get_dbus_connection (G_APPLICATION (application));
  if (g_strcmp0 (g_getenv ("SLIPWAY_TEST_HOOKS"), "1") != 0 ||
      connection == NULL)
    return NULL;

  SlipTestHooks *self = g_object_new (SLIP_TYPE_TEST_HOOKS, NULL);
  self->application = application;
  self->connection = g_object_ref (connection);
  g_autoptr (GDBusNodeInfo) node =
    g_dbus_node_info_new_for_xml (introspection, NULL);
  g_autoptr (GError) error = NULL;
  self->id = g_dbus_connection_register_object (connection, OBJECT_PATH,
                                                node->interfaces[0], &vtable,
                                                self, NULL, &error);
  if (error != NULL)
    g_warning ("Test hooks: %s", error->message);
  g_signal_connect_object (gtk_window_get_toplevels (), "items-changed",
                           G_CALLBACK (toplevels_changed_cb), self,
                           G_CONNECT_DEFAULT);
  return self;
}

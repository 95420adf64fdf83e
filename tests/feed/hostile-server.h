/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "asking.h"

#include <gio/gio.h>
#include <string.h>

G_BEGIN_DECLS

/*
 * A server on loopback that sends exactly the bytes it was given, whatever HTTP
 * says, one answer a connection, from threads of its own.
 */
typedef struct {
  GSocketService *service;
  char *address;
  GMutex mutex;
  int is_gone;         /* nothing runs any more */
  GPtrArray *answers;  /* of GBytes; the last is given again and again */
  GPtrArray *requests; /* of char*, as they came */
  gsize piece;         /* bytes at a time, 0 for all at once */
  gboolean is_endless; /* begins anew at the end, until the other goes */
  gboolean is_waiting; /* keeps the connection, until the other goes */
} HostileServer;

static inline char *
hostile_read_request (GInputStream *input)
{
  GString *request = g_string_new (NULL);
  char byte;

  while (strstr (request->str, "\r\n\r\n") == NULL &&
         g_input_stream_read (input, &byte, 1, NULL, NULL) == 1)
    g_string_append_c (request, byte);
  return g_string_free (request, FALSE);
}

static inline GBytes *
hostile_take_turn (HostileServer *self, char *request)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  g_ptr_array_add (self->requests, request);
  guint turn = MIN (self->requests->len, self->answers->len) - 1;
  return g_bytes_ref (self->answers->pdata[turn]);
}

static inline gboolean
hostile_write (HostileServer *self, GOutputStream *output, GBytes *answer)
{
  gsize length;
  const char *data = g_bytes_get_data (answer, &length);
  gsize piece = self->piece > 0 ? self->piece : length;

  for (gsize at = 0; at < length; at += piece) {
    if (!g_output_stream_write_all (output, data + at, MIN (piece, length - at),
                                    NULL, NULL, NULL))
      return FALSE;
    /* So that pieces arrive as pieces. */
    if (self->piece > 0)
      g_usleep (500);
  }
  return TRUE;
}

static inline gboolean
hostile_run_cb (GThreadedSocketService *service,
                GSocketConnection *connection,
                GObject *source,
                gpointer data)
{
  HostileServer *self = data;
  GInputStream *input = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  GOutputStream *output =
    g_io_stream_get_output_stream (G_IO_STREAM (connection));
  char byte;

  g_socket_set_option (g_socket_connection_get_socket (connection), 6, 1, 1,
                       NULL);
  g_autoptr (GBytes) answer =
    hostile_take_turn (self, hostile_read_request (input));
  while (hostile_write (self, output, answer) && self->is_endless)
    ;
  while (self->is_waiting &&
         g_input_stream_read (input, &byte, 1, NULL, NULL) == 1)
    ;
  return TRUE;
}

/* The last thread is done with the service. */
static inline void
hostile_gone_cb (gpointer data, GClosure *closure)
{
  HostileServer *self = data;

  g_atomic_int_set (&self->is_gone, TRUE);
}

static inline void
hostile_server_set_up (HostileServer *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GInetAddress) loopback =
    g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) any = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) bound = NULL;

  memset (self, 0, sizeof *self);
  g_mutex_init (&self->mutex);
  self->answers =
    g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->requests = g_ptr_array_new_with_free_func (g_free);
  self->service = g_threaded_socket_service_new (10);
  g_socket_listener_add_address (G_SOCKET_LISTENER (self->service), any,
                                 G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP,
                                 NULL, &bound, &error);
  g_assert_no_error (error);
  self->address = g_strdup_printf ("http://127.0.0.1:%u/status",
                                   g_inet_socket_address_get_port (
                                     G_INET_SOCKET_ADDRESS (bound)));
  g_signal_connect_data (self->service, "run", G_CALLBACK (hostile_run_cb),
                         self, hostile_gone_cb, 0);
  g_socket_service_start (self->service);
}

static inline void
hostile_server_tear_down (HostileServer *self)
{
  g_socket_service_stop (self->service);
  g_socket_listener_close (G_SOCKET_LISTENER (self->service));
  g_object_unref (self->service);
  while (!g_atomic_int_get (&self->is_gone))
    if (!g_main_context_iteration (NULL, FALSE))
      g_thread_yield ();
  g_ptr_array_unref (self->answers);
  g_ptr_array_unref (self->requests);
  g_mutex_clear (&self->mutex);
  g_free (self->address);
}

/* Takes @answer. */
static inline void
hostile_server_give (HostileServer *self, GBytes *answer)
{
  g_ptr_array_add (self->answers, answer);
}

static inline void
hostile_server_give_text (HostileServer *self, const char *answer)
{
  hostile_server_give (self, g_bytes_new (answer, strlen (answer)));
}

/* An answer of status 200 with @headers, each with its line end, and a length.
 */
static inline GBytes *
hostile_make_document (const char *headers, gconstpointer body, gsize length)
{
  GByteArray *answer = g_byte_array_new ();
  g_autofree char *head =
    g_strdup_printf ("HTTP/1.1 200 OK\r\n%sContent-Length: %" G_GSIZE_FORMAT
                     "\r\n\r\n",
                     headers, length);

  g_byte_array_append (answer, (const guint8 *) head, (guint) strlen (head));
  g_byte_array_append (answer, body, (guint) length);
  return g_byte_array_free_to_bytes (answer);
}

G_END_DECLS

#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""interop.py BUILD: runs feeds against servers that are not ours: nginx with
TLS, ETag, gzip and secrets, and json-server from npm with pages by Link."""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time

SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(
    os.path.abspath(__file__))))
TLS = os.path.join(SOURCE, "tests", "fixtures", "tls")
AUTHORITY = os.path.join(TLS, "authority.pem")
JSON_SERVER = "json-server@0.17"
LIMIT_SECONDS = 60

DOCUMENT = {
    "format": "slipway-status", "version": 1,
    "statuses": [{"release": f"Release {number}", "state": "on_track",
                  "text": "All is well with this one"}
                 for number in range(200)],
}

# nginx knows a password as plain text behind {PLAIN}.
NGINX = """
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
worker_processes 1;
events {{ worker_connections 64; }}
http {{
  access_log {folder}/access.log combined;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  types {{ application/json json; text/html html; }}
  gzip on;
  gzip_types application/json;
  gzip_min_length 100;
  log_format sent '$request_uri $status $sent_http_content_encoding';
  access_log {folder}/sent.log sent;
  server {{
    listen 127.0.0.1:{port} ssl;
    listen 127.0.0.1:{plain_port};
    ssl_certificate {tls}/good.pem;
    ssl_certificate_key {tls}/good.pem;
    root {folder}/www;
    location /basic/ {{
      auth_basic "status";
      auth_basic_user_file {folder}/passwords;
      alias {folder}/www/;
    }}
    location /bearer/ {{
      if ($http_authorization != "Bearer s3cret") {{ return 401; }}
      alias {folder}/www/;
    }}
    location /moved/ {{ return 301 /status.json; }}
    location /away/ {{ return 302 https://example.org/; }}
    location /busy/ {{
      add_header Retry-After 30 always;
      return 429;
    }}
  }}
}}
"""


def find_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def wait_for(port, process):
    """Waits until somebody listens."""
    end = time.monotonic() + LIMIT_SECONDS
    while time.monotonic() < end and process.poll() is None:
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise SystemExit("the server did not start")


class Tester:
    def __init__(self, build, folder):
        self.build = build
        self.folder = folder
        self.n_failed = 0
        self.env = {**os.environ, "HOME": folder, "XDG_DATA_HOME": folder,
                    "XDG_CONFIG_HOME": folder, "LC_ALL": "C.UTF-8",
                    "SLIPWAY_DB": os.path.join(folder, "plan.slipway")}

    def run(self, *words, **env):
        done = subprocess.run(words, capture_output=True, text=True,
                              check=False, timeout=LIMIT_SECONDS,
                              env={**self.env, **env})
        return done.stdout + done.stderr

    def slipway(self, *words, **env):
        return self.run(os.path.join(self.build, "src", "cli", "slipway-cli"),
                        *words, **env)

    def ask_twice(self, address, *how, secret=""):
        return self.run(os.path.join(self.build, "tests", "interop",
                                     "ask-twice"),
                        address, AUTHORITY, *how, SECRET=secret)

    def expect(self, title, said, *parts):
        missing = [part for part in parts if part not in said]
        print("not ok" if missing else "ok", "-", title)
        for part in missing:
            print(f"# “{part}” is not in: {said.strip()[:500]}")
        self.n_failed += bool(missing)


def start_nginx(folder, port, plain_port):
    os.makedirs(os.path.join(folder, "www"))
    with open(os.path.join(folder, "www", "status.json"), "w",
              encoding="utf-8") as file:
        json.dump(DOCUMENT, file)
    with open(os.path.join(folder, "www", "page.html"), "w",
              encoding="utf-8") as file:
        file.write("<html>Please sign in</html>")
    with open(os.path.join(folder, "passwords"), "w",
              encoding="utf-8") as file:
        file.write("ops:{PLAIN}s3cret\n")
    # Its workers are another user, if we are root.
    os.chmod(folder, 0o755)
    os.chmod(os.path.dirname(folder), 0o755)
    config = os.path.join(folder, "nginx.conf")
    with open(config, "w", encoding="utf-8") as file:
        file.write(NGINX.format(folder=folder, port=port,
                                plain_port=plain_port, tls=TLS))
    return subprocess.Popen(["nginx", "-c", config, "-e",
                             os.path.join(folder, "error.log")])


def test_nginx(tester):
    folder = os.path.join(tester.folder, "nginx")
    port = find_port()
    plain_port = find_port()
    process = start_nginx(folder, port, plain_port)
    top = f"https://127.0.0.1:{port}"
    try:
        wait_for(port, process)
        same = ["observations 200 pages 1", "unchanged"]
        tester.expect("nginx: TLS, then ETag", tester.ask_twice(
            f"{top}/status.json", "none"), *same)
        tester.expect("nginx: basic", tester.ask_twice(
            f"{top}/basic/status.json", "basic", "ops", secret="s3cret"),
            *same)
        tester.expect("nginx: wrong password", tester.ask_twice(
            f"{top}/basic/status.json", "basic", "ops", secret="guess"),
            "answered “401 Unauthorized”")
        tester.expect("nginx: bearer", tester.ask_twice(
            f"{top}/bearer/status.json", "bearer", secret="s3cret"), *same)
        tester.expect("nginx: redirect to itself", tester.ask_twice(
            f"{top}/moved/", "none"), *same)
        tester.expect("nginx: redirect elsewhere", tester.ask_twice(
            f"{top}/away/", "none"), "points to another one")
        tester.expect("nginx: 429", tester.ask_twice(
            f"{top}/busy/", "none"), "asks to come back later")
        tester.expect("nginx: web page", tester.ask_twice(
            f"{top}/page.html", "none"), "sent a web page and no data")
        tester.expect("nginx: the command line", tester.slipway(
            "feed", "try", f"{top}/bearer/status.json", "--auth", "bearer",
            "--authority", AUTHORITY, SLIPWAY_FEED_SECRET="s3cret"),
            "On track", "No release is called “Release 0”")
        tester.expect("nginx: an authority that nobody knows", tester.slipway(
            "feed", "try", f"{top}/status.json"),
            "The certificate of 127.0.0.1 is not trusted")
        tester.slipway("feed", "add", "Safe", f"{top}/bearer/status.json",
                       "--auth", "bearer")
        kept = {"SLIPWAY_FEED_SECRET_SAFE": "s3cret"}
        tester.expect("nginx: TLS of an authority that nobody knows, by sync",
                      tester.slipway("sync", "Safe", **kept),
                      "The certificate of 127.0.0.1 is not trusted")
        tester.expect("nginx: TLS, kept in the plan", tester.slipway(
            "sync", "Safe", "--authority", AUTHORITY, **kept),
            "Safe: 200 values")
        tester.slipway("feed", "add", "Signed", f"{top}/basic/status.json",
                       "--auth", "basic:ops")
        tester.expect("nginx: TLS and basic, kept in the plan",
                      tester.slipway("sync", "Signed", "--authority",
                                     AUTHORITY, SLIPWAY_FEED_SECRET="s3cret"),
                      "Signed: 200 values")
        plain = f"http://127.0.0.1:{plain_port}"
        tester.slipway("feed", "add", "Plain", f"{plain}/status.json")
        tester.expect("nginx: kept in the plan", tester.slipway(
            "sync", "Plain"), "Plain: 200 values")
        tester.expect("nginx: not modified since it was kept", tester.slipway(
            "sync", "Plain"), "Plain: nothing new")
        tester.slipway("feed", "add", "Barred", f"{plain}/bearer/status.json",
                       "--auth", "bearer")
        tester.expect("nginx: no secret, no question", tester.slipway(
            "sync", "Barred"), "needs a secret")
        tester.expect("nginx: kept with a secret", tester.slipway(
            "sync", "Barred", SLIPWAY_FEED_SECRET="s3cret"),
            "Barred: 200 values")
        with open(os.path.join(folder, "sent.log"), encoding="utf-8") as file:
            sent = file.read()
        tester.expect("nginx: it compressed, and said 304", sent,
                      "/status.json 200 gzip", "/status.json 304 -",
                      "/basic/status.json 304 -")
    finally:
        process.terminate()
        process.wait()


def test_json_server(tester):
    folder = os.path.join(tester.build, "interop")
    program = os.path.join(folder, "node_modules", ".bin", "json-server")
    if not os.path.exists(program):
        os.makedirs(folder, exist_ok=True)
        subprocess.run(["npm", "install", "--silent", "--no-audit",
                        "--prefix", folder, JSON_SERVER], check=True)
    database = os.path.join(tester.folder, "db.json")
    with open(database, "w", encoding="utf-8") as file:
        json.dump({"releases": [
            {"id": number, "title": f"Release {number}",
             "status": {"name": "Nearly there"}} for number in range(25)]},
            file)
    port = find_port()
    process = subprocess.Popen(
        [program, "--quiet", "--host", "127.0.0.1", "--port", str(port),
         database], stdout=subprocess.DEVNULL)
    try:
        wait_for(port, process)
        said = tester.slipway(
            "feed", "try", f"http://127.0.0.1:{port}/releases?_page=1",
            "--adapter", "general", "--pointer", "release=/title",
            "--pointer", "state=/status/name", "--word",
            "nearly there=at_risk", "--json")
        tester.expect("json-server: pages by Link, words", said,
                      '"pages": 3', '"said_release": "Release 24"',
                      '"state": "at_risk"')
        tester.slipway(
            "feed", "add", "Pages",
            f"http://127.0.0.1:{port}/releases?_page=1", "--adapter",
            "general", "--pointer", "release=/title", "--pointer",
            "state=/status/name", "--word", "nearly there=at_risk")
        tester.expect("json-server: pages are kept in the plan",
                      tester.slipway("sync", "Pages"), "Pages: 25 values")
        tester.expect("json-server: no page was modified",
                      tester.slipway("sync", "Pages"), "Pages: nothing new")
        tester.expect("the plan is sound", repr(tester.slipway("check")),
                      "''")
    finally:
        process.terminate()
        process.wait()


def main():
    build = os.path.abspath(sys.argv[1])
    folder = tempfile.mkdtemp(prefix="slipway-interop-")
    tester = Tester(build, folder)
    try:
        tester.slipway("product", "add", "Payments")
        test_nginx(tester)
        test_json_server(tester)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print("all well" if tester.n_failed == 0
          else f"{tester.n_failed} failed")
    return tester.n_failed > 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""lint.py MANIFEST BUILD: what a shop for Flatpaks would object to.

Looks at the manifest, and at what was built of it, for Flathub's requirements
that can be checked without a network:
https://docs.flathub.org/docs/for-app-authors/requirements
Exit status 1 if there is anything to object to.
"""

import configparser
import glob
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

FINISH_ARGS = {
    "--share=ipc", "--socket=fallback-x11", "--socket=wayland", "--device=dri",
    "--share=network",
}
SUMMARY_LENGTHS = range(10, 36)


class Linter:
    def __init__(self, manifest, build):
        self.path = manifest
        self.files = os.path.join(build, "files")
        with open(manifest, encoding="utf-8") as file:
            self.manifest = json.load(file)
        self.id = self.manifest["id"]
        self.objections = []

    def want(self, holds, what):
        if not holds:
            self.objections.append(what)

    def share(self, *names):
        return os.path.join(self.files, "share", *names)

    def check_manifest(self):
        said = subprocess.run(["flatpak-builder", "--show-manifest", self.path],
                              env=dict(os.environ, G_DEBUG="fatal-warnings"),
                              capture_output=True, text=True, check=False)
        self.want(said.returncode == 0, "manifest: " + said.stderr.strip())
        self.want(os.path.basename(self.path) == self.id + ".json",
                  "manifest: not called by the id")
        self.want(set(self.manifest["finish-args"]) == FINISH_ARGS,
                  "manifest: other permissions than are needed")
        for module in self.manifest["modules"]:
            for source in module["sources"]:
                url = source.get("url", "https://")
                self.want(url.startswith("https://"),
                          f"{module['name']}: {url} is not https")
                self.want(source["type"] == "dir" or
                          re.fullmatch("[0-9a-f]{64}",
                                       source.get("sha256", "")),
                          f"{module['name']}: a source without its checksum")

    def check_desktop(self):
        path = self.share("applications", self.id + ".desktop")
        said = subprocess.run(["desktop-file-validate", "--no-hints", path],
                              capture_output=True, text=True, check=False)
        self.want(said.returncode == 0, "desktop file: " + said.stdout.strip())
        parser = configparser.ConfigParser(interpolation=None, strict=False)
        parser.optionxform = str
        parser.read(path, encoding="utf-8")
        entry = parser["Desktop Entry"]
        self.want(entry.get("Icon") == self.id, "desktop file: Icon")
        self.want(entry.get("Exec", "").split()[:1] == ["slipway"],
                  "desktop file: Exec")

    def check_files(self):
        for name in ("slipway", "slipway-cli"):
            self.want(os.access(os.path.join(self.files, "bin", name),
                                os.X_OK), f"no program {name}")
        for pattern in (
                f"icons/hicolor/scalable/apps/{self.id}.svg",
                f"icons/hicolor/symbolic/apps/{self.id}-symbolic.svg",
                f"mime/packages/{self.id}.xml",
                f"dbus-1/services/{self.id}.service",
                f"app-info/xmls/{self.id}.xml.gz"):
            self.want(glob.glob(self.share(pattern)), "no share/" + pattern)
        left = [path for pattern in ("**/*.a", "include/**", "**/*.pc")
                for path in glob.glob(os.path.join(self.files, pattern),
                                      recursive=True) if os.path.isfile(path)]
        self.want(not left, f"left over from building: {left[:3]}")

    def check_metainfo(self):
        # flatpak-builder before 1.3 moves it to the old place.
        places = (self.share("metainfo", self.id + ".metainfo.xml"),
                  self.share("appdata", self.id + ".appdata.xml"))
        path = next(filter(os.path.exists, places), None)
        if path is None:
            self.want(False, "no metainfo")
            return
        root = ElementTree.parse(path).getroot()
        self.want(root.findtext("id") == self.id, "metainfo: another id")
        summary = root.findtext("summary") or ""
        self.want(len(summary) in SUMMARY_LENGTHS and summary[-1] != ".",
                  f"metainfo: summary “{summary}”")
        self.want(len(root.findtext("name") or "") in range(1, 16),
                  "metainfo: the name is too long")
        images = root.findall("screenshots/screenshot")
        self.want(3 <= len(images) <= 6 and all(
            image.findtext("caption") for image in images),
            "metainfo: 3 to 6 screenshots with captions")
        releases = root.findall("releases/release")
        self.want(releases and all(
            release.get("version") and release.get("date")
            and release.find("description") is not None
            for release in releases), "metainfo: releases with their notes")
        schemes = {color.get("scheme_preference")
                   for color in root.iterfind("branding/color")}
        self.want(schemes == {"light", "dark"}, "metainfo: brand colours")

    def run(self):
        self.check_manifest()
        self.check_desktop()
        self.check_files()
        self.check_metainfo()
        for objection in self.objections:
            print("flatpak:", objection, file=sys.stderr)
        return 1 if self.objections else 0


if __name__ == "__main__":
    sys.exit(Linter(*sys.argv[1:]).run())

#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""report.py run BUILD [ARGUMENT…]: runs 'meson test' and tells the result
report.py sum LOG…: tells the result of runs that have been

Counts single cases from the TAP output, not programs.  The last line is
'N passed, N failed', with ', N skipped' if any were; why stands above it.  The
exit status is 1 if a case failed or none passed.
"""

import glob
import json
import os
import re
import signal
import subprocess
import sys

CASE = re.compile(r"(not ok|ok)\b *\d* *(?:- )?(.*?)"
                  r"(?: *# *(SKIP|TODO)\b *(.*))?$", re.IGNORECASE)
PLAN = re.compile(r"1\.\.(\d+)(?: *# *SKIP\S* *(.*))?$", re.IGNORECASE)
NOISE = re.compile(r"# (Start|End) of |# random seed|TAP version|#\s*$")
PROGRESS = re.compile(r"(?:\S+ )?\s*\d+/\d+ ")
MAX_ERROR_LINES = 60


class Program:
    """What one test program said, as a line of meson's log has it."""

    def __init__(self, record):
        self.name = record["name"].partition(":")[2] or record["name"]
        self.result = record["result"]
        self.returncode = record.get("returncode")
        self.errors = (record.get("stderr") or "").strip().splitlines()
        self.n_planned = None
        self.passed, self.failed, self.skipped = [], [], []
        self.read((record.get("stdout") or "").splitlines())
        self.judge()

    def read(self, lines):
        told = []  # GTest tells why before the verdict, others after it
        for line in lines:
            case, plan = CASE.match(line), PLAN.match(line)
            if case:
                told = self.add_case(*case.groups(), told)
            elif plan:
                self.n_planned = int(plan[1])
                if self.n_planned == 0:
                    self.skipped.append((self.name, plan[2] or "no reason"))
            elif line.startswith(("#", "Bail out!")) and not NOISE.match(line):
                told.append(line.lstrip("# "))

    def add_case(self, verdict, title, directive, reason, told):
        if directive:
            self.skipped.append((title, reason or "no reason"))
        elif verdict.lower() == "ok":
            self.passed.append(title)
        else:
            self.failed.append((title, told))
            return told
        return []

    def judge(self):
        """A program that ends badly without a failed case is a failure."""
        if self.failed or self.result in ("OK", "SKIP", "EXPECTEDFAIL",
                                          "INTERRUPT"):
            return
        n_told = len(self.passed) + len(self.skipped)
        planned = f" of {self.n_planned}" if self.n_planned else ""
        self.failed.append((self.name, [
            f"{self.describe_end()} after {n_told}{planned} cases"]))

    def describe_end(self):
        if self.result == "TIMEOUT":
            return "took too long and was stopped"
        if self.returncode is not None and self.returncode < 0:
            return f"ended by {signal.Signals(-self.returncode).name}"
        return f"ended with status {self.returncode}"

    def print_failures(self):
        for title, told in self.failed:
            print(f"\nFAILED {self.name}: {title}")
            for line in told:
                print("  ", line)
        if self.failed and self.errors:
            print(f"\n   {self.name} said on standard error:")
            for line in self.errors[-MAX_ERROR_LINES:]:
                print("  ", line)


def read_log(name):
    try:
        with open(name, encoding="utf-8") as log:
            return [Program(json.loads(line)) for line in log]
    except OSError:
        return [Program({"name": f"the run of {name}", "result": "ERROR",
                         "returncode": 1})]


def tell(programs, with_failures=True):
    if with_failures:
        for program in programs:
            program.print_failures()
    skipped = [(program, *case) for program in programs
               for case in program.skipped]
    interrupted = [program.name for program in programs
                   if program.result == "INTERRUPT"]
    if skipped or interrupted:
        print()
    for name in interrupted:
        print(f"INTERRUPTED {name}")
    for program, title, reason in skipped:
        print(f"SKIPPED {program.name}: {title}: {reason}")
    n_passed = sum(len(program.passed) for program in programs)
    n_failed = sum(len(program.failed) for program in programs)
    more = f", {len(skipped)} skipped" if skipped else ""
    print(f"\n{n_passed} passed, {n_failed} failed{more}", flush=True)
    return n_failed > 0 or n_passed == 0


def find_logs(build):
    """meson adds the name of a wrapper to the name of its log."""
    return glob.glob(os.path.join(build, "meson-logs", "testlog*.json"))


def run(build, arguments):
    for log in find_logs(build):
        os.unlink(log)
    # Both reach meson too, which then ends the tests and its log.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: None)
    with subprocess.Popen(["meson", "test", "-C", build, "--no-rebuild",
                           "--print-errorlogs", *arguments],
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True, errors="replace") as meson:
        others, is_over = [], False
        for line in meson.stdout:
            is_over = is_over or line.startswith("Summary of Failures")
            if PROGRESS.match(line) and not is_over:
                print(line, end="", flush=True)
            else:
                others.append(line)
    logs = find_logs(build)
    if not logs:
        print("".join(others), end="")
    programs = [program for log in logs for program in read_log(log)]
    is_cut = any(program.result == "INTERRUPT" for program in programs)
    return tell(programs) or is_cut


def main():
    verb, *arguments = sys.argv[1:] or [""]
    if verb == "run" and arguments:
        return run(arguments[0], arguments[1:])
    if verb == "sum" and arguments:
        return tell([program for name in arguments
                     for program in read_log(name)], with_failures=False)
    print(__doc__.strip(), file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())

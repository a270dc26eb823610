"""Prints the pages of a request (standard input, JSON) with one Chromium kept running; says what they cost but for
the first. The pages are served on loopback by a thread of this process, whose cost is not Chromium's and is left out.
"""

import functools
import http.server
import json
import os
import sys
import threading
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

import tools

TICK = os.sysconf("SC_CLK_TCK")


def processes():
    """Parent, CPU seconds (own and of children waited for) and peak MB of each process."""
    found = {}
    for entry in os.listdir("/proc"):
        if not entry.isdigit():
            continue
        try:
            fields = Path(f"/proc/{entry}/stat").read_text().rsplit(")", 1)[1].split()
            status = Path(f"/proc/{entry}/status").read_text()
        except OSError:
            continue
        peak = next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")), 0)
        found[int(entry)] = (int(fields[1]), sum(map(int, fields[11:15])) / TICK, peak / 1000)
    return found


def chromium_cost():
    """Of every process below this one whose program is the browser's (not the driver's)."""
    all_processes = processes()
    below = {os.getpid()}
    grown = True
    while grown:
        more = {pid for pid, (parent, _, _) in all_processes.items() if parent in below} - below
        grown = bool(more)
        below |= more
    below.discard(os.getpid())
    browser = [pid for pid in below if "chromium" in program(pid)]
    return sum(all_processes[pid][1] for pid in browser), max((all_processes[pid][2] for pid in browser), default=0)


def program(pid):
    try:
        return os.readlink(f"/proc/{pid}/exe")
    except OSError:
        return ""


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def main():
    request = json.load(sys.stdin)
    site = Path(request["site"])
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    root = f"http://127.0.0.1:{server.server_port}"

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=tools.chromium(), args=["--no-sandbox"] if os.geteuid() == 0 else [])
        tab = browser.new_page()

        def print_page(number):
            page = Path(request["pages"][number]).relative_to(site).parent
            tab.goto(f"{root}/{page}/", wait_until="load")
            tab.pdf(path=f"{request['output']}/{number:03d}.pdf", format="A4", tagged=True)

        print_page(0)
        wall, (start, _) = time.monotonic(), chromium_cost()
        for number in range(1, len(request["pages"])):
            print_page(number)
        end, peak = chromium_cost()
        wall = time.monotonic() - wall
        browser.close()
    json.dump({"documents": len(request["pages"]) - 1, "cpu": end - start, "wall": wall, "peak": peak}, sys.stdout)


if __name__ == "__main__":
    main()

"""`crieur serve`, run as an editor runs it, and what an open page hears from it."""

import http.client
import json
import re
import socket
import subprocess
import threading
import time
from contextlib import contextmanager
from queue import Empty, Queue

from judges.program import PROGRAM, Project, environment

LIVE = re.compile(rb'<link rel="stylesheet" href="/_crieur/live\.css">\n<script src="/_crieur/live\.js"[^>]*></script>\n')


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Preview:
    def __init__(self, project: Project, port: int, process: subprocess.Popen):
        self.project = project
        self.port = port
        self.process = process
        self.lines: list[str] = []
        self.news = threading.Condition()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in self.process.stderr:
            with self.news:
                self.lines.append(line.rstrip("\n"))
                self.news.notify_all()

    def wait_for(self, words: str, after: int = 0, seconds: float = 120) -> int:
        """Place of the line after the first that holds these words."""
        end = time.monotonic() + seconds
        with self.news:
            while True:
                for number, line in enumerate(self.lines[after:], after):
                    if words in line:
                        return number + 1
                assert time.monotonic() < end and self.process.poll() is None, f"no « {words} »:\n" + "\n".join(self.lines[-20:])
                self.news.wait(1)

    def settle(self, seconds: float = 3) -> None:
        """Waits until nothing was read for a while."""
        while True:
            count = len(self.lines)
            time.sleep(seconds)
            if len(self.lines) == count:
                return

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body

    def page(self, path: str, **headers: str) -> str:
        status, _, body = self.ask(path, **headers)
        assert status == 200, f"{path}: {status}"
        return body.decode()

    def plain(self, path: str) -> bytes | None:
        """A file without what the preview adds to pages; `None` where there is none."""
        status, _, body = self.ask(path)
        return LIVE.sub(b"", body) if status == 200 else None

    @contextmanager
    def open_page(self, path: str, **headers: str):
        """What a page hears, as (event, data)."""
        text = self.page(path, **headers)
        own = re.search(r'data-path="([^"]*)" data-seen="([^"]*)"', text)
        events: Queue[tuple[str, str]] = Queue()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("GET", f"/_crieur/events?page={own[1]}&seen={own[2]}", headers=headers)
        answer = connection.getresponse()

        def listen() -> None:
            name = ""
            try:
                for raw in answer:
                    line = raw.decode().rstrip("\n")
                    if line.startswith("event: "):
                        name = line.removeprefix("event: ")
                    elif line.startswith("data:") and name:
                        events.put((name, line.removeprefix("data:").strip()))
                        name = ""
            except (OSError, ValueError, AttributeError):
                pass

        threading.Thread(target=listen, daemon=True).start()
        try:
            yield Hearing(events)
        finally:
            connection.sock and connection.sock.shutdown(socket.SHUT_RDWR)
            connection.close()

    @property
    def memory(self) -> int:
        """Resident set, in bytes."""
        status = open(f"/proc/{self.process.pid}/status").read()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) * 1024


class Hearing:
    def __init__(self, events: Queue):
        self.events = events

    def next(self, name: str, seconds: float = 60) -> str:
        """Data of the next event of this name; what comes before is let go."""
        end = time.monotonic() + seconds
        while True:
            try:
                event, data = self.events.get(timeout=max(0.01, end - time.monotonic()))
            except Empty:
                raise AssertionError(f"no « {name} » was heard") from None
            if event == name:
                return data

    def next_report(self, **wanted: bool) -> dict:
        """The next faults that are as wanted."""
        while True:
            report = json.loads(self.next("faults"))
            if all(report[key] == value for key, value in wanted.items()):
                return report

    def hears(self, name: str, seconds: float) -> bool:
        try:
            self.next(name, seconds)
        except AssertionError:
            return False
        return True


@contextmanager
def previewing(project: Project, *arguments: str, date: str = "2026-11-24"):
    port = free_port()
    process = subprocess.Popen(
        [str(PROGRAM), "serve", "--port", str(port), "--date", date, *arguments], cwd=project.folder, env=environment(),
        stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    preview = Preview(project, port, process)
    try:
        preview.wait_for("relu en")
        yield preview
    finally:
        process.terminate()
        process.wait(20)

"""From a save to the page that shows it: `crieur serve` beside `hugo server`, on the same guides; how long `check` takes."""

import http.client
import os
import shutil
import socket
import statistics
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

import guides
import tools
from measure import measured

LONGEST = 120
PAGE = f"/guides/{guides.theme_of(3)}/{guides.slug(3)}/"
SOURCE = Path("guides", guides.theme_of(3), f"{guides.slug(3)}.md")
EXAMPLE_PAGE = "/guides/elus/menaces/"
EXAMPLE_SOURCE = Path("guides/elus/menaces.md")


class Server:
    """A preview on loopback, asked again and again for a page, as a browser that was told to reload would once."""

    def __init__(self, port, page):
        self.port = port
        self.page = page

    def body(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LONGEST)
        try:
            connection.request("GET", self.page)
            answer = connection.getresponse()
            return answer.read() if answer.status == 200 else b""
        except OSError:
            return b""
        finally:
            connection.close()

    def wait_for(self, words):
        """Seconds until the page holds these words."""
        start = time.monotonic()
        while words not in self.body():
            if time.monotonic() - start > LONGEST:
                raise TimeoutError(f"{self.page} does not show « {words.decode()} »")
            time.sleep(0.002)
        return time.monotonic() - start


@contextmanager
def serving(command, folder, page, log):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with open(log, "wb") as output:
        process = subprocess.Popen(
            [str(part) for part in (*command, "--port", port)], cwd=folder, stdout=output, stderr=output, stdin=subprocess.DEVNULL)
    try:
        server = Server(port, page)
        server.wait_for(b"<h1")
        yield server
    finally:
        process.terminate()
        process.wait()


def save(file: Path, number):
    """As editors do: a new file in the place of the former. The words are at the end of the text."""
    text = file.read_text(encoding="utf-8")
    words = f"Enregistrement {number} du banc."
    text = text.split("\n\nEnregistrement ")[0].rstrip("\n") + f"\n\n{words}\n"
    temporary = file.with_name(f".{file.name}.tmp")
    temporary.write_text(text, encoding="utf-8")
    os.replace(temporary, file)
    return words.encode()


def times(servers, count):
    """Medians of `count` saves, the servers in turns."""
    found = {name: [] for name, _, _ in servers}
    for number in range(count):
        for name, server, file in servers:
            words = save(file, number)
            found[name].append(server.wait_for(words))
            time.sleep(0.3)
    return {name: statistics.median(values) * 1000 for name, values in found.items()}


def run(work, sites, count, saves, say):
    preview = [sites.crieur, "serve", "--date", "2026-11-24", "--no-pdf", "--no-search", "--templates"]
    hugo = [tools.hugo(), "server", "--source", sites.hugo, "--cacheDir", sites.folder / "hugo-cache", "--noBuildLock",
            "--renderToMemory", "--bind", "127.0.0.1"]
    with serving([*preview, sites.templates], sites.folder, PAGE, sites.folder / "serve.log") as ours, \
            serving(hugo, sites.hugo, PAGE, sites.folder / "hugo.log") as theirs:
        say("saving guides")
        found = times([
            ("Crieur", ours, sites.content / SOURCE), ("Hugo", theirs, sites.hugo / "content" / SOURCE),
        ], saves)
    work.note(f"save to page, {count} guides: Crieur {found['Crieur']:.0f} ms, Hugo {found['Hugo']:.0f} ms (medians of {saves}).")
    work.ratio(f"save to page of {count} guides, Hugo ÷ Crieur", found["Hugo"] / found["Crieur"])
    example = sites.folder / "example"
    shutil.copytree(tools.REPOSITORY / "content", example / "content")
    with serving([*preview, tools.TEMPLATES], example, EXAMPLE_PAGE, sites.folder / "serve.log") as server:
        say("saving a text of the example")
        found = times([("example", server, example / "content" / EXAMPLE_SOURCE)], saves)
    work.limit("save to page of the example, ms", found["example"], 150)
    for name, folder, templates in ((f"check of {count} guides", sites.folder, sites.templates), ("check of the example", example, tools.TEMPLATES)):
        for _ in range(5):
            work.add(name, measured(
                [sites.crieur, "check", "--date", "2026-11-24", "--templates", templates], folder=folder, log=sites.folder / "crieur.log"))

"""Real web servers on loopback, with the configurations of docs/hebergement: only root, port and place are replaced."""

import contextlib
import http.client
import os
import re
import shutil
import socket
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

from judges.program import ROOT

DOCUMENTS = ROOT / "docs/hebergement"
PLACES = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"])


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass
class Host:
    """A server that answers for public/, at / or below a path."""

    name: str
    port: int
    base: str
    public: Path
    headers: list[tuple[str, str, str | None]] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}{self.base}"

    def get(self, path: str, **headers: str) -> Answer:
        """`path`: below the site, without its first slash."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            names = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request("GET", self.base + path, headers=names)
            answer = connection.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, found, answer.read())
        finally:
            connection.close()


def stated() -> list[tuple[str, str, str | None]]:
    """Pattern (`*` for all else), header, value: as docs/hebergement.md shows them and a unit test holds them."""
    text = (ROOT / "docs/hebergement.md").read_text("utf-8")
    table = re.search(r"<!-- Ce tableau.*?```text\n(.*?)```", text, re.S).group(1)
    lines = [line.split("\t") for line in table.splitlines()]
    assert len(lines) >= 10
    return [(pattern, name.lower(), None if value == "-" else value) for pattern, name, value in lines]


def expected(path: str, table: list[tuple[str, str, str | None]]) -> dict[str, str | None]:
    """Header → value for this address, `None` for one that must not be sent."""
    found = {name: value for pattern, name, value in table if pattern == "*"}
    return found | {name: value for pattern, name, value in table if pattern != "*" and re.search(pattern, path)}


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def configured(name: str, *changes: tuple[str, str]) -> str:
    text = (DOCUMENTS / name).read_text("utf-8")
    for old, new in changes:
        assert text.count(old) == 1, f"docs/hebergement/{name} holds « {old} » {text.count(old)} times"
        text = text.replace(old, new)
    return text


def nginx(folder: Path, root: Path, base: str, port: int, header: str = "") -> list[str]:
    site = configured(
        "nginx.conf", ("server_tokens off;", f"server_tokens off;{header}"), ("listen 80;", f"listen 127.0.0.1:{port};"), ("root /var/www/crieur;", f"root {root};"),
        ("error_page 404 /404.html;", f"error_page 404 {base}404.html;"))
    (folder / "crieur.conf").write_text(site)
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    # Workers of a master that is root would be someone whom the folders of tests are closed to.
    user = "user root;\n" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(
        f"{user}daemon off;\npid {folder}/nginx.pid;\nerror_log {folder}/error.log;\nevents {{}}\n"
        f"http {{\ninclude /etc/nginx/mime.types;\ndefault_type application/octet-stream;\naccess_log off;\n{temporary}"
        f"include {folder}/crieur.conf;\n}}\n")
    program = shutil.which("nginx", path=PLACES)
    assert program, "nginx is missing: run « tools/setup test »"
    return [program, "-p", str(folder), "-e", str(folder / "error.log"), "-c", str(folder / "nginx.conf")]


def caddy(folder: Path, root: Path, base: str, port: int) -> list[str]:
    site = configured(
        "Caddyfile", ("presents-pour-les-elus.exemple.fr {", f"http://127.0.0.1:{port} {{"),
        ("root * /var/www/crieur", f"root * {root}"), ("rewrite * /404.html", f"rewrite * {base}404.html"))
    (folder / "Caddyfile").write_text(
        f"{{\n\tadmin off\n\tauto_https off\n\tstorage file_system {folder}/data\n}}\n\n{site}")
    program = shutil.which("caddy", path=PLACES)
    assert program, "caddy is missing: run « tools/setup test »"
    return [program, "run", "--adapter", "caddyfile", "--config", str(folder / "Caddyfile")]


def nginx_in_haste(*arguments) -> list[str]:
    """LinkChecker spares a server that does not say that it may be asked more than ten times a second."""
    return nginx(*arguments, header='\n    add_header LinkChecker "welcome" always;')


COMMANDS = {"nginx": nginx, "caddy": caddy}


@contextlib.contextmanager
def serving(name: str, public: Path, folder: Path, base: str = "/", command=None):
    """Starts the server, waits until it answers, ends it."""
    folder.mkdir(parents=True)
    root = public
    if base != "/":
        root = folder / "racine"
        root.mkdir()
        (root / base.strip("/")).symlink_to(public)
    port = free_port()
    log = folder / "output.log"
    with open(log, "wb") as output:
        process = subprocess.Popen(
            (command or COMMANDS[name])(folder, root, base, port), stdout=output, stderr=output,
            env=os.environ | {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)})
        try:
            deadline = time.monotonic() + 30
            while True:
                said = f"{name} does not answer:\n{log.read_text()}"
                assert process.poll() is None and time.monotonic() < deadline, said
                with contextlib.suppress(OSError):
                    socket.create_connection(("127.0.0.1", port), timeout=1).close()
                    break
                time.sleep(0.05)
            yield Host(name, port, base, public, stated())
        finally:
            process.terminate()
            process.wait(30)

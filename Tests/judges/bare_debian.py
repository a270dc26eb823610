"""A Debian with nothing but its required packages, made of this machine's own files; what runs there has no network.

No Python, no Swift, no fonts, and nothing of the project unless it was put there. A person who is nobody runs it.
"""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

NOBODY = 65534


def required_packages() -> list[str]:
    """Debian's packages of priority « required » and what these depend on (what debootstrap calls `minbase`, without apt)."""
    listed = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Package}\t${Priority}\t${Pre-Depends}, ${Depends}\n"], capture_output=True, text=True, check=True)
    needs, wanted = {}, []
    for line in listed.stdout.splitlines():
        package, priority, depends = line.split("\t")
        needs[package] = [word.split("|")[0].split("(")[0].split(":")[0].strip() for word in depends.split(",")]
        if priority == "required":
            wanted.append(package)
    for package in wanted:
        wanted += [need for need in needs.get(package, []) if need in needs and need not in wanted]
    return wanted


@dataclass
class BareDebian:
    folder: Path

    @staticmethod
    def absence() -> str | None:
        """Why it cannot be had here; `None` where it can."""
        if not Path("/var/lib/dpkg/status").is_file():
            return "this machine is no Debian: there is nothing to make a bare one of"
        done = subprocess.run(["unshare", *BareDebian.namespaces(), "true"], capture_output=True, text=True)
        return f"namespaces are not permitted here: {done.stderr.strip()}" if done.returncode else None

    @staticmethod
    def namespaces() -> list[str]:
        """Without root, a namespace of users allows the others."""
        return ["--mount", "--net", "--pid", "--fork", "--kill-child", *([] if os.getuid() == 0 else ["--map-root-user"])]

    @classmethod
    def made(cls, folder: Path) -> "BareDebian":
        for name in ("bin", "sbin", "lib", "lib64"):
            (folder / "usr" / name).mkdir(parents=True)
            (folder / name).symlink_to(f"usr/{name}")
        listed = subprocess.run(["dpkg-query", "-L", *required_packages()], capture_output=True, text=True, check=True)
        files = sorted({line for line in listed.stdout.splitlines() if os.path.lexists(line) and not (os.path.isdir(line) and not os.path.islink(line))})
        files = [file for file in files if not file.startswith(("/usr/share/doc/", "/usr/share/man/", "/usr/share/locale/"))]
        packed = subprocess.Popen(
            ["tar", "--create", "--no-recursion", "--files-from", "-", "--absolute-names"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL)
        unpacked = subprocess.Popen(
            ["tar", "--extract", "--keep-directory-symlink", "--no-same-owner", "--directory", str(folder)], stdin=packed.stdout,
            stderr=subprocess.DEVNULL)
        packed.stdin.write("\n".join(files).encode())
        packed.stdin.close()
        unpacked.wait()
        packed.wait()
        for name in ("proc", "dev", "tmp", "home/nobody"):
            (folder / name).mkdir(parents=True, exist_ok=True)
        (folder / "tmp").chmod(0o1777)
        for name in ("null", "zero", "urandom"):
            (folder / "dev" / name).touch()
        bare = cls(folder)
        bare.give(folder / "home/nobody")
        return bare

    @property
    def home(self) -> Path:
        return self.folder / "home/nobody"

    def give(self, place: Path) -> None:
        """To whoever runs what is run here."""
        if os.getuid() == 0:
            subprocess.run(["chown", "-R", f"{NOBODY}:{NOBODY}", str(place)], check=True)

    def run(self, script: str, timeout: int = 300) -> subprocess.CompletedProcess[str]:
        """A script of sh, in the home folder, with an environment that holds nothing of ours."""
        mounts = "".join(f'mount --bind /dev/{name} "$0/dev/{name}"; ' for name in ("null", "zero", "urandom"))
        person = f"--userspec={NOBODY}:{NOBODY} " if os.getuid() == 0 else ""
        inside = (
            f'set -e; {mounts}mount -t proc proc "$0/proc"; '
            f'exec chroot {person}"$0" /usr/bin/env -i HOME=/home/nobody PATH=/usr/bin:/bin sh -ec "cd; $1"')
        return subprocess.run(
            ["unshare", *self.namespaces(), "sh", "-c", inside, str(self.folder), script],
            capture_output=True, text=True, errors="replace", timeout=timeout, cwd="/")

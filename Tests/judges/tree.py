"""A folder as what it holds, to compare two of them."""

import hashlib
from pathlib import Path


def digests(folder: Path) -> dict[str, str]:
    """Path below `folder` → SHA-256 of each file."""
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*")) if file.is_file()
    }


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """Path below `folder` → inode and time of each file."""
    return {
        str(file.relative_to(folder)): (file.stat().st_ino, file.stat().st_mtime_ns)
        for file in sorted(folder.rglob("*")) if file.is_file()
    }


def differences(left: dict, right: dict) -> list[str]:
    """One line for each path that is in one only, or differs."""
    return sorted(
        [f"only before: {path}" for path in left.keys() - right.keys()]
        + [f"only after: {path}" for path in right.keys() - left.keys()]
        + [f"differs: {path}" for path in left.keys() & right.keys() if left[path] != right[path]])


def few(lines, limit: int = 12) -> str:
    """The first lines of a long list, and how many there are."""
    lines = [str(line) for line in lines]
    rest = f"\n  … {len(lines)} in all" if len(lines) > limit else ""
    return "\n  " + "\n  ".join(lines[:limit]) + rest

"""Runs one command and tells what it cost: `measured([...])` from Python, or this file as a program.

The program form exists because Linux counts the memory of the process that forks into the peak of its child:
a large parent would show as the peak of every command. This one stays small (about 10 MB).
"""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass


@dataclass
class Cost:
    wall: float
    """Seconds."""
    cpu: float
    """User and system seconds of the command and of all children that it waited for."""
    peak: float
    """MB resident of the largest single process among them."""


class CommandFailed(Exception):
    pass


def measured(command, folder=None, environment=None, log=None) -> Cost:
    """Raises `CommandFailed` with what the command said."""
    request = json.dumps({
        "command": [str(part) for part in command], "folder": str(folder) if folder else None,
        "environment": environment or {}, "log": str(log) if log else os.devnull,
    })
    answer = subprocess.run(
        [sys.executable, "-I", "-S", __file__], input=request, capture_output=True, text=True, check=True)
    result = json.loads(answer.stdout)
    if result["status"] != 0:
        said = open(log, encoding="utf-8", errors="replace").read()[-2000:] if log else ""
        raise CommandFailed(f"{command[0]} ended with status {result['status']}\n{said}")
    return Cost(result["wall"], result["cpu"], result["peak"])


def main():
    request = json.load(sys.stdin)
    output = os.open(request["log"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    start = time.monotonic()
    child = os.fork()
    if child == 0:
        try:
            os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
            os.dup2(output, 1)
            os.dup2(output, 2)
            if request["folder"]:
                os.chdir(request["folder"])
            os.execvpe(request["command"][0], request["command"], {**os.environ, **request["environment"]})
        finally:
            os._exit(127)
    _, status, usage = os.wait4(child, 0)
    json.dump({
        "status": os.waitstatus_to_exitcode(status), "wall": time.monotonic() - start,
        "cpu": usage.ru_utime + usage.ru_stime, "peak": usage.ru_maxrss / 1000,
    }, sys.stdout)


if __name__ == "__main__":
    main()

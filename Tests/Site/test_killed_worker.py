"""A worker that is killed in the middle of a build is replaced: every bulletin comes out, as if nothing had happened."""

import os
import signal
import subprocess
import time
from pathlib import Path

from judges.program import copy_of_the_example, environment
from judges.tree import differences, digests, few


def workers_of(process):
    """Children of the program, each with what it was started with."""
    found = []
    for task in Path(f"/proc/{process.pid}/task").glob("*/children"):
        for child in task.read_text().split():
            arguments = Path(f"/proc/{child}/cmdline")
            if arguments.exists() and b"import typst" in arguments.read_bytes():
                found.append(int(child))
    return sorted(found)


def printed(project):
    """Bulletins that are ready in the folder that the workers work in."""
    return sum(1 for _ in project.cache.glob("work-*/pdf/bulletin-*.pdf"))


def wait_for(condition, process):
    end = time.monotonic() + 120
    while not condition():
        assert process.poll() is None, "the build ended before a worker could be killed"
        assert time.monotonic() < end, "the build does not get on"
        time.sleep(0.005)


def test_all_bulletins_come_out_the_same(public, tmp_path):
    project = copy_of_the_example(tmp_path)
    process = subprocess.Popen(
        project.command("--strict", "--jobs", "2"), cwd=project.folder, env=environment(), stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True)
    killed = []
    try:
        # One after another, so that both have been replaced by the end.
        for ready in (30, 100):
            wait_for(lambda: printed(project) >= ready, process)
            worker = next(worker for worker in workers_of(process) if worker not in killed)
            os.kill(worker, signal.SIGKILL)
            killed.append(worker)
            wait_for(lambda: any(other not in killed for other in workers_of(process)), process)
        output, errors = process.communicate(timeout=240)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
    assert process.returncode == 0, errors
    assert ", 0 déjà prêts)" in output.replace("\xa0", " "), output
    changed = differences(digests(public), digests(project.public))
    assert not changed, "the build in which a worker was killed differs:" + few(changed)
    assert not list(project.cache.glob("work-*")), "the workers' folder was left behind"

"""Gammu's own daemon and its phone without a telephone: what is sent of a text, in how many messages, and how it arrives."""

import os
import shutil
import subprocess
import time
from pathlib import Path
from typing import NamedTuple

from judges.program import environment


class Sent(NamedTuple):
    messages: int
    # As a telephone puts it together.
    text: str
    is_unicode: bool


def send(texts: dict[str, tuple[str, bool]], folder: Path) -> dict[str, Sent]:
    """Name → text and whether it goes in 16 bits a sign. Nothing leaves `folder`."""
    daemon, inject = shutil.which("gammu-smsd"), shutil.which("gammu-smsd-inject")
    assert daemon and inject, "run « tools/setup test »: gammu-smsd is missing"
    for name in ("in", "out", "sent", "error", "phone"):
        (folder / name).mkdir(parents=True)
    settings = folder / "rc"
    settings.write_text(
        f"[gammu]\nmodel = dummy\nconnection = none\nport = {folder}/phone\ngammuloc = /dev/null\n\n[smsd]\nservice = files\n"
        f"logfile = {folder}/log\ninboxpath = {folder}/in/\noutboxpath = {folder}/out/\nsentsmspath = {folder}/sent/\n"
        f"errorsmspath = {folder}/error/\nloopsleep = 1\ncommtimeout = 1\nchecksecurity = 0\nchecksignal = 0\ncheckbattery = 0\n"
        "checknetwork = 0\n")
    handed = {}
    for name, (text, is_unicode) in texts.items():
        before = set(os.listdir(folder / "out"))
        subprocess.run(
            [inject, "-c", settings, "TEXT", "0639980000", "-len", "1000", *(["-unicode"] if is_unicode else [])], input=text.encode(),
            check=True, capture_output=True, env=environment(LC_ALL="C.UTF-8"))
        (handed[name],) = set(os.listdir(folder / "out")) - before
    running = subprocess.Popen([daemon, "-c", settings], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(600):
            if len(os.listdir(folder / "sent")) == len(texts) or running.poll() is not None:
                break
            time.sleep(0.2)
    finally:
        running.terminate()
        running.wait(30)
    log = (folder / "log").read_text("utf-8")
    sent = {}
    for name, file in handed.items():
        count = log.count(f"Transmitted {file} ")
        path = folder / "sent" / file
        assert count and path.is_file(), f"{name} was not sent"
        sent[name] = Sent(count, received(path, count), "Coding = Unicode" in path.read_text("latin-1"))
    return sent


def received(file: Path, count: int) -> str:
    """The file keeps messages after each trial, so the last ones."""
    messages = file.read_text("latin-1").split("[SMSBackup")[-count:]
    codes = "".join(line.partition("= ")[2].strip() for message in messages for line in message.splitlines() if line.startswith("Text"))
    return bytes.fromhex(codes).decode("utf-16-be")

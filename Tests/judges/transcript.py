"""A page that tells what was typed and seen, replayed: commands, texts written, lines changed.

Fenced blocks are read in order. `console`: a line that starts with `$ ` is run, the lines after it are its answer; a line
`…` stands for any number of lines. `diff FILE`: each run of `-` lines is found in the file, below the one before, and
becomes the `+` lines that follow; a line that starts with a space stays. Any other block with a file's name is that file's whole text.
"""

import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.M | re.S)
LONGEST = 14


@dataclass
class Transcript:
    """`folder` is where the first command is typed; `environment` what it finds."""

    page: Path
    folder: Path
    environment: dict[str, str]
    faults: list[str] = field(default_factory=list)
    commands: list[str] = field(default_factory=list)

    def replayed(self) -> str:
        """The page as it is when its answers are those seen now."""
        return BLOCK.sub(self.block, self.page.read_text("utf-8"))

    def block(self, found: re.Match) -> str:
        kind, name, text = found.groups()
        if kind == "console":
            return f"```console\n{''.join(self.typed(line[2:]) for line in text.splitlines() if line.startswith('$ '))}```"
        if kind == "diff":
            self.change(self.folder / name, text.splitlines())
        elif name:
            (self.folder / name).write_text(text, "utf-8")
        return found[0]

    def typed(self, command: str) -> str:
        self.commands.append(command)
        if command.startswith("cd "):
            self.folder /= command[3:]
            return f"$ {command}\n"
        done = subprocess.run(
            ["bash", "-c", command], cwd=self.folder, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, timeout=300)
        lines = [line.rstrip() for line in done.stdout.splitlines()]
        if len(lines) > LONGEST:
            lines = [*lines[:LONGEST - 2], "…", lines[-1]]
        return "".join(f"{line}\n" for line in [f"$ {command}", *lines])

    def change(self, file: Path, lines: list[str]) -> None:
        kept = file.read_text("utf-8").split("\n")
        place = 0
        while lines:
            if lines[0].startswith(" "):
                place = kept.index(lines.pop(0)[1:], place) + 1
                continue
            count = next((index for index, line in enumerate(lines) if not line.startswith("-")), len(lines))
            old, lines = [line[1:] for line in lines[:count]], lines[count:]
            count = next((index for index, line in enumerate(lines) if not line.startswith("+")), len(lines))
            new, lines = [line[1:] for line in lines[:count]], lines[count:]
            assert old, f"{self.page.name}: a change of {file.name} does not begin with what is replaced"
            while kept[place:place + len(old)] != old:
                assert place < len(kept), f"{file.name} does not hold, where the page says so:\n" + "\n".join(old)
                place += 1
            kept[place:place + len(old)] = new
            place += len(new)
        file.write_text("\n".join(kept), "utf-8")

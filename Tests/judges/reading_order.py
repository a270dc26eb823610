"""What a bulletin says to those who hear it: the blocks of its structure tree, in order, as Poppler tells them."""

import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

# Roles that are part of the block around them.
INLINE = {"Span", "Link", "Strong", "Em", "Quote", "Code", "Reference"}
LINE = re.compile(r'^( *)(?:"(.*)"|Object .*|/.*|([A-Z]\w*)\b.*)$')


@dataclass
class Block:
    role: str
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.pieces).strip()


def blocks_of(file: Path) -> list[Block]:
    """Its paragraphs, headings, cells and items; figures, which pages draw in their own way, are left out."""
    done = subprocess.run(["pdfinfo", "-struct-text", str(file)], capture_output=True, timeout=60)
    assert done.returncode == 0, f"pdfinfo -struct-text {file}: status {done.returncode}"
    blocks: list[Block] = []
    # The open elements: how far each stands in, and the block into which its text goes.
    open_: list[tuple[int, Block]] = []
    for line in done.stdout.decode("utf-8", "replace").splitlines():
        match = LINE.match(line)
        if not match:
            continue
        depth, text, role = len(match[1]), match[2], match[3]
        while open_ and open_[-1][0] >= depth:
            open_.pop()
        if role is not None:
            inside = open_ and role in INLINE and open_[-1][1].role != "Div"
            block = open_[-1][1] if inside else Block(role)
            if not inside:
                blocks.append(block)
            open_.append((depth, block))
        elif text is not None and open_:
            open_[-1][1].pieces.append(text)
    return [block for block in blocks if block.text and block.role not in ("Lbl", "Figure")]

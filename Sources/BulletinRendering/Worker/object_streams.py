"""Puts the objects of a PDF that Typst has written into an object stream, which takes a third off.

Stands before the worker's own script. Typst writes its objects one after the other, each once, in the order of their numbers, and a
table of them at the end: they are moved as they are, without being read. Streams keep their bytes.
"""

import re
import zlib

PAGES = re.compile(rb"/Type/Pages/Count (\d+)")
TRAILER = re.compile(rb"trailer\n<</Size (\d+)(/.+)>>\nstartxref\n(\d+)\n%%EOF\s*\Z")
ROW = 20  # Bytes of a row of the table.
STREAM_END = b"\nendstream\nendobj\n"
OBJECT_END = b"\nendobj\n"
# More takes twice as long, and under 1 % off the PDF.
LEVEL = 4


def stream(number, entries, content):
    packed = zlib.compress(content, LEVEL)
    return b"%d 0 obj\n<<%s/Length %d/Filter/FlateDecode>>\nstream\n%s%s" % (
        number, entries, len(packed), packed, stream_end(packed))


def stream_end(content):
    """Strict readers take a carriage return and the line feed after it for one end of line, and would find a stream that ends in
    the first a byte short (ISO 19005-2, 6.1.7.1)."""
    return (b"\r" if content.endswith(b"\r") else b"") + STREAM_END


def pack(raw):
    """The PDF `raw` with its objects in a stream, and how many pages it has."""
    trailer = TRAILER.search(raw, raw.rindex(b"trailer"))
    size, names, table = int(trailer[1]), trailer[2], int(trailer[3])
    rows = table + len(b"xref\n0 %d\n" % size)
    starts = [int(raw[row:row + 10]) for row in range(rows + ROW, rows + size * ROW, ROW)] + [table]
    output = [raw[:starts[0]]]
    length = starts[0]
    # Of each object: whether it is in the object stream; where it is; its place in the stream.
    where = [b"\0" * 5 + b"\xff\xff"]
    index, objects, offset = [], [], 0
    packed = size.to_bytes(4, "big")
    for number in range(1, size):
        start, end = starts[number - 1], starts[number]
        head = b"%d 0 obj\n" % number
        if not raw.startswith(head, start) or not raw.endswith(OBJECT_END, start, end):
            raise ValueError(f"object {number} is not as Typst writes objects")
        if raw.endswith(STREAM_END, start, end):
            body = raw[start:end]
            where.append(b"\1%b\0\0" % length.to_bytes(4, "big"))
            if raw.endswith(b"\r" + STREAM_END, start, end):
                body = raw[start:end - len(STREAM_END)] + b"\r" + STREAM_END
            output.append(body)
            length += len(body)
        else:
            body = raw[start + len(head):end - len(OBJECT_END)]
            where.append(b"\2%b%b" % (packed, len(objects).to_bytes(2, "big")))
            index.append(b"%d %d" % (number, offset))
            objects.append(body)
            offset += len(body) + 1
    listed = b" ".join(index) + b"\n"
    container = stream(
        size, b"/Type/ObjStm/N %d/First %d" % (len(objects), len(listed)), listed + b"\n".join(objects))
    where.append(b"\1%b\0\0" % length.to_bytes(4, "big"))
    length += len(container)
    where.append(b"\1%b\0\0" % length.to_bytes(4, "big"))
    reference = stream(size + 1, b"/Type/XRef/Size %d/W[1 4 2]%s" % (size + 2, names), b"".join(where))
    output += [container, reference, b"startxref\n%d\n%%%%EOF\n" % length]
    return b"".join(output), int(PAGES.search(raw)[1])

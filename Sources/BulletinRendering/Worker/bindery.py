"""Puts finished PDFs together for the print shop: one JSON order a line on the standard input, one JSON answer a line.

{"make": "join", "file", "title", "language", "parts": [{"bookmark", "file"}]}: one PDF in which each part begins on the
front of a sheet. {"make": "zip", "file", "date": [year, month, day], "entries": [{"name", "file"} or {"name", "text"}]}:
one ZIP. The same order gives the same bytes. A file is written beside its place, then moved there.
"""

import contextlib
import json
import os
import sys
import zipfile

import pikepdf

# What only means something in the whole that a page was taken from: its structure tree.
OF_THE_WHOLE = ("/StructParents", "/Tabs")


def join(order, file):
    """Claims no conformance: pages are copied, neither the structure of their documents nor what these say of it."""
    joined = pikepdf.new()
    with contextlib.ExitStack() as opened:
        bookmarks = []
        for part in order["parts"]:
            if len(joined.pages) % 2 == 1:
                joined.add_blank_page(page_size=size(joined.pages[-1]))
            bookmarks.append(pikepdf.OutlineItem(part["bookmark"], len(joined.pages)))
            pdf = opened.enter_context(pikepdf.open(part["file"]))
            for page in pdf.pages:
                joined.pages.append(page)
                for key in OF_THE_WHOLE:
                    if key in joined.pages[-1].obj:
                        del joined.pages[-1].obj[key]
        with joined.open_outline() as outline:
            outline.root.extend(bookmarks)
        joined.docinfo["/Title"] = order["title"]
        joined.Root.Lang = pikepdf.String(order["language"])
        joined.Root.PageMode = pikepdf.Name.UseOutlines
        joined.Root.ViewerPreferences = pikepdf.Dictionary(
            DisplayDocTitle=True, Duplex=pikepdf.Name.DuplexFlipLongEdge, PrintScaling=pikepdf.Name("/None")
        )
        joined.save(file, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return {"pages": len(joined.pages)}


def size(page):
    left, bottom, right, top = (float(number) for number in page.mediabox)
    return (right - left, top - bottom)


def archive(order, file):
    """PDFs are packed already; texts are short: nothing is deflated, so that no version of zlib changes the bytes."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as target:
        for entry in order["entries"]:
            item = zipfile.ZipInfo(entry["name"], (*order["date"], 0, 0, 0))
            item.create_system = 3
            item.external_attr = 0o100644 << 16
            if "text" in entry:
                content = entry["text"].encode()
            else:
                with open(entry["file"], "rb") as source:
                    content = source.read()
            target.writestr(item, content)
    return {"pages": 0}


def main():
    for line in sys.stdin.buffer:
        order = json.loads(line)
        temporary = f"{order['file']}.{os.getpid()}.tmp"
        try:
            answer = (join if order["make"] == "join" else archive)(order, temporary)
            os.replace(temporary, order["file"])
        except OSError as error:
            answer = {"errno": error.errno or 5}
            with contextlib.suppress(OSError):
                os.remove(temporary)
        print(json.dumps(answer), flush=True)


main()

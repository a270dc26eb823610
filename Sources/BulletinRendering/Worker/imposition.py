"""Lays the pages of a leaflet out on sheets to be printed on both sides and folded.

Stands before the worker's own script. The result claims no conformance: its pages stand in an order that only paper understands,
and the leaflet itself is the accessible document.
"""

import io


def booklet_order(count):
    """Pages of each side, left then right, from 0; `count` is a multiple of four.

    The sheet is turned over its short edge, as printers do for a landscape page: [4, 1], [2, 3] of four pages.
    """
    sides = []
    for sheet in range(count // 4):
        first, last = 2 * sheet, count - 1 - 2 * sheet
        sides += [(last, first), (first + 1, last - 1)]
    return sides


def impose(leaflet):
    """The pages of the PDF `leaflet` two by two on sides twice as wide; and how many sides there are."""
    # Loaded for booklets alone: it takes as long to start as two bulletins to be set.
    import pikepdf

    with pikepdf.open(io.BytesIO(leaflet)) as source, pikepdf.new() as booklet:
        count = len(source.pages)
        if count % 4:
            raise ValueError(f"{count} pages: a booklet needs a multiple of four")
        box = source.pages[0].mediabox
        width, height = float(box[2] - box[0]), float(box[3] - box[1])
        forms = [booklet.copy_foreign(page.as_form_xobject()) for page in source.pages]
        for left, right in booklet_order(count):
            content = f"q /L Do Q q 1 0 0 1 {width:g} 0 cm /R Do Q".encode()
            side = booklet.add_blank_page(page_size=(2 * width, height))
            side.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(L=forms[left], R=forms[right]))
            side.obj.Contents = booklet.make_stream(content)
        booklet.docinfo["/Title"] = str(source.docinfo.get("/Title", ""))
        booklet.docinfo["/Author"] = str(source.docinfo.get("/Author", ""))
        booklet.Root.Lang = pikepdf.String("fr-FR")
        booklet.Root.ViewerPreferences = pikepdf.Dictionary(
            DisplayDocTitle=True, Duplex=pikepdf.Name.DuplexFlipShortEdge, PrintScaling=pikepdf.Name("/None"))
        output = io.BytesIO()
        booklet.save(output, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
        return output.getvalue(), len(booklet.pages)

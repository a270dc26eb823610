"""The example is a demonstration: nothing that it publishes may pass for the real thing."""

import csv
import fnmatch
import json
from concurrent.futures import ThreadPoolExecutor

from judges.bulletin import output_of
from judges.html_page import HTMLPage, plain
from judges.tree import few

NOTICE = "EXEMPLE : NE PAS DIFFUSER"

# Files without a notice of their own, each with the reason. Anything else that is published must carry it:
# a new kind of output either says it, or is entered here by somebody who thought about it.
WITHOUT_NOTICE = {
    "assets/*.css": "looks; no word of content",
    "assets/*.js": "behaviour; no word of content",
    "assets/*.svg": "the site's icon",
    "assets/*.png": "the site's icon, for telephones",
    "communes/*/qr.svg": "an address alone",
    "consultations/*/qr.svg": "an address alone",
    "sw.js": "behaviour; addresses alone",
    "pagefind/*": "the index of the search page, which says it; packed, for the script of that page",
    "robots.txt": "for robots, whom it turns away",
    "sitemap.xml": "addresses alone, for robots that robots.txt turns away",
    "build-manifest.json": "addresses, hashes and facts, for later builds",
}


def test_every_page_says_it_where_a_reader_sees_it(pages):
    faults = []
    for page in pages.values():
        shown = [HTMLPage.text_of(element) for element in page.of_class("demonstration")]
        hidden = [
            element for element in page.of_class("demonstration")
            if any(node.get("hidden") is not None for node in [element, *element.iterancestors()])
        ]
        if shown != [NOTICE] or hidden:
            faults.append(f"{page.path}: shows {shown or 'no notice'}{', hidden' if hidden else ''}")
    assert len(pages) > 590, f"{len(pages)} pages only"
    assert not faults, f"« {NOTICE} » must stand once on each page:" + few(faults)


def test_every_page_asks_robots_not_to_keep_it(pages):
    faults = [
        page.path for page in pages.values()
        if page.elements("//meta[@name='robots']/@content") not in (["noindex"], ["noindex, nofollow"])
    ]
    assert not faults, "no « noindex »:" + few(faults)


def test_robots_txt_turns_robots_away(public):
    assert (public / "robots.txt").read_text() == "User-agent: *\nDisallow: /\n", "robots.txt lets robots in"


def test_every_sheet_says_it_across_and_in_its_header(bulletins):
    letters = sorted(NOTICE.replace(" ", ""))
    faults = []
    for bulletin in bulletins:
        for number, (text, side) in enumerate(zip(bulletin.pages, bulletin.sides), 1):
            if NOTICE not in text:
                faults.append(f"{bulletin.name}: page {number} lacks it in its header")
            across = sorted("".join(word.text for word in side.words if word.is_of_the_watermark))
            # Poppler joins the colon, which is narrow, to no letter of its own.
            missing = [letter for letter in set(letters) - {":"} if across.count(letter) < letters.count(letter)]
            if missing:
                faults.append(f"{bulletin.name}: page {number} lacks the watermark ({across})")
        if NOTICE not in bulletin.particulars["title"]:
            faults.append(f"{bulletin.name}: the title of the PDF lacks it: « {bulletin.particulars['title']} »")
    assert not faults, f"« {NOTICE} »:" + few(faults)


def sheets(public):
    """What is printed besides the bulletins."""
    return [file for file in sorted(public.rglob("*.pdf")) if not file.name.startswith("bulletin-")]


def test_every_other_sheet_says_it_on_each_page(public):
    def check(file):
        pages = [plain(page) for page in output_of("pdftotext", str(file), "-").split("\f")[:-1]]
        return [f"{file.relative_to(public)}: page {number}" for number, page in enumerate(pages, 1) if NOTICE not in page]

    with ThreadPoolExecutor(2) as pool:
        faults = [fault for found in pool.map(check, sheets(public)) for fault in found]
    assert not faults, f"« {NOTICE} » is missing:" + few(faults)


def api_files(public):
    return [file for file in sorted(public.rglob("api/v1/**/*")) if file.is_file()]


def test_each_file_of_data_says_it_first(public):
    for file in sorted(public.glob("api/v1/communes/*.json")) + [public / "api/v1/index.json"]:
        assert next(iter(json.loads(file.read_text("utf-8")).items())) == ("notice", NOTICE), file.relative_to(public)
    for file in public.glob("api/v1/schemas/*.json"):
        assert json.loads(file.read_text("utf-8"))["$comment"] == NOTICE, file.relative_to(public)
    assert json.loads((public / "api/v1/openapi.json").read_text("utf-8"))["info"]["title"].startswith(NOTICE)


def test_each_record_of_data_says_it_first(public):
    for file in public.glob("api/v1/*.ndjson"):
        lines = file.read_text("utf-8").splitlines()
        assert lines and all(line.startswith(f'{{"notice":"{NOTICE}",') for line in lines), file.relative_to(public)
    for file in public.glob("api/v1/*.csv"):
        with file.open(encoding="utf-8", newline="") as table:
            rows = list(csv.DictReader(table))
        assert rows and all(next(iter(row.items())) == ("notice", NOTICE) for row in rows), file.relative_to(public)


def test_the_list_of_communes_and_the_manifest_say_it(public):
    listed = json.loads((public / "communes/communes.json").read_text("utf-8"))
    assert next(iter(listed.items())) == ("notice", NOTICE)
    assert json.loads((public / "manifest.webmanifest").read_text("utf-8"))["description"] == NOTICE


def test_each_frame_for_other_sites_says_it(encarts):
    faults = [encart.path for encart in encarts.values() if [HTMLPage.text_of(n) for n in encart.of_class("demonstration")] != [NOTICE]]
    assert not faults, "no notice:" + few(faults)


def test_each_feed_says_it_in_its_title(public):
    for file in public.rglob("*.atom"):
        assert f"<title>{NOTICE}" in file.read_text("utf-8").split("\n")[2], file.relative_to(public)


def test_each_calendar_says_it_in_its_name_and_in_its_events(public):
    for file in public.rglob("*.ics"):
        lines = file.read_text("utf-8").split("\n")
        told = [line for line in lines if line.startswith(("NAME:", "X-WR-CALNAME:", "SUMMARY:"))]
        assert len(told) == 2 + lines.count("BEGIN:VEVENT"), file.relative_to(public)
        assert all(line.split(":", 1)[1].startswith(NOTICE) for line in told), file.relative_to(public)


def test_each_alert_for_programs_says_it(public):
    for file in public.glob("alertes/*.cap.xml"):
        assert f"<note>{NOTICE}</note>" in file.read_text("utf-8"), file.relative_to(public)


def test_each_text_to_paste_says_it_and_each_screen_of_a_panel(public):
    files = sorted(public.glob("alertes/*/*.txt"))
    assert len(files) >= 12
    for file in files:
        text = file.read_text("utf-8-sig").replace("\u00a0", " ")
        pieces = text.rstrip("\n").split("\n\n") if file.name == "panneau.txt" else [text]
        assert all(NOTICE in " ".join(piece.split()) for piece in pieces), file.relative_to(public)


def test_each_contact_card_says_it_in_its_name(public):
    for file in public.glob("communes/*/contacts.vcf"):
        cards = file.read_text("utf-8").split("BEGIN:VCARD")[1:]
        assert cards and all(f"\nFN:{NOTICE}" in card for card in cards), file.relative_to(public)


def test_security_txt_says_it_first(public):
    assert (public / ".well-known/security.txt").read_text("utf-8").startswith(f"# {NOTICE}\n")


def test_no_kind_of_output_escapes(public, pages, encarts, bulletins):
    judged = set(pages) | set(encarts)
    judged |= {".well-known/security.txt", "communes/communes.json", "manifest.webmanifest"}
    judged |= {str(bulletin.file.relative_to(public)) for bulletin in bulletins}
    judged |= {str(file.relative_to(public)) for file in api_files(public)}
    judged |= {str(file.relative_to(public)) for file in public.rglob("*.atom")}
    judged |= {str(file.relative_to(public)) for file in public.rglob("*.ics")}
    judged |= {str(file.relative_to(public)) for file in public.glob("alertes/*.cap.xml")}
    judged |= {str(file.relative_to(public)) for file in public.glob("communes/*/contacts.vcf")}
    judged |= {str(file.relative_to(public)) for file in public.glob("alertes/*/*.txt")}
    judged |= {str(file.relative_to(public)) for file in sheets(public)}
    strangers = []
    for file in sorted(public.rglob("*")):
        path = str(file.relative_to(public))
        if file.is_dir() or path in judged:
            continue
        if not any(fnmatch.fnmatchcase(path, pattern) for pattern in WITHOUT_NOTICE):
            strangers.append(path)
        elif file.suffix in (".txt", ".json", ".xml", ".css", ".js", ".svg"):
            file.read_text("utf-8")  # a text, as its reason says
    assert not strangers, (
        f"published, and nobody checks that it says « {NOTICE} ». Check it in this file, or list it in "
        "WITHOUT_NOTICE with the reason:" + few(strangers))
    unused = [
        pattern for pattern in WITHOUT_NOTICE
        if not any(fnmatch.fnmatchcase(str(file.relative_to(public)), pattern) for file in public.rglob("*"))
    ]
    assert not unused, f"WITHOUT_NOTICE lists what is not published any more: {unused}"

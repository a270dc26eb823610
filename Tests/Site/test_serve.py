"""`crieur serve`: pages as a build would publish them, that follow what is saved."""

import io
import os
import random
import subprocess

import pikepdf
import pytest
from PIL import Image, ImageChops, ImageOps, ImageStat

from judges.preview import previewing
from judges.program import PROGRAM, copy_of_the_example, environment
from judges.tree import few

GUIDE = "content/guides/elus/menaces.md"
PAGE = "/guides/elus/menaces/"
# What a build writes for itself, and what a preview must not keep.
APART = {"build-manifest.json", "sw.js", ".gitignore"}


@pytest.fixture(scope="module")
def preview(public, tmp_path_factory):
    project = copy_of_the_example(tmp_path_factory.mktemp("serve"), cache_of=public)
    with previewing(project, "--no-pdf", "--no-search") as preview:
        yield preview


def differences(preview, built):
    """What the preview answers otherwise than the built site."""
    found = []
    for file in sorted(path for path in built.rglob("*") if path.is_file()):
        path = str(file.relative_to(built))
        if path in APART or path == "404.html":
            continue
        shown = preview.plain("/" + path.removesuffix("index.html"))
        if shown != file.read_bytes():
            found.append(f"{path}: {'missing' if shown is None else 'other bytes'}")
    return found


def test_it_shows_what_a_build_publishes_pdf_and_search_included(public, tmp_path):
    project = copy_of_the_example(tmp_path, cache_of=public)
    with previewing(project) as preview:
        preview.wait_for("tout est prêt")
        project.build("--drafts", "--output", "built")
        faults = differences(preview, project.folder / "built")
    assert not faults, "other than a build:" + few(faults)


def test_a_saved_text_reloads_the_page_that_shows_it_and_no_other(preview):
    with preview.open_page(PAGE) as page, preview.open_page("/agenda/") as other:
        preview.project.edit(GUIDE, "Se mettre à l'abri", "Se mettre vite à l'abri")
        page.next("reload")
        assert "Se mettre vite à l’abri" in preview.page(PAGE)
        assert not other.hears("reload", 1)


def test_a_fault_is_told_over_the_last_good_page(preview):
    before = preview.plain(PAGE)
    with preview.open_page(PAGE) as page:
        preview.project.edit(GUIDE, "updated: 2026-11-24", "updated: 2026-02-30")
        report = page.next_report(stops=True)
        assert f"{GUIDE}:" in report["text"] and "2026-02-30" in report["text"] and "^" in report["text"]
        assert preview.plain(PAGE) == before
        preview.project.edit(GUIDE, "updated: 2026-02-30", "updated: 2026-11-24")
        assert page.next_report(stops=False)["text"] == ""


def test_files_that_come_and_go_are_followed(preview):
    folder = preview.project.folder / "content/guides/elus"
    text = (preview.project.folder / GUIDE).read_text("utf-8")
    # As editors that save by renaming do.
    (folder / ".neuf.md.tmp").write_text(text, "utf-8")
    place = len(preview.lines)
    (folder / ".neuf.md.tmp").rename(folder / "neuf.md")
    preview.wait_for("relu en", place)
    assert "Menacé" in preview.page("/guides/elus/neuf/")
    place = len(preview.lines)
    (folder / "neuf.md").rename(folder / "autre.md")
    preview.wait_for("relu en", place)
    assert preview.ask("/guides/elus/neuf/")[0] == 404
    assert preview.ask("/guides/elus/autre")[:1] == (303,)
    place = len(preview.lines)
    (folder / "autre.md").unlink()
    preview.wait_for("relu en", place)
    assert preview.ask("/guides/elus/autre/")[0] == 404


def test_a_folder_that_comes_is_watched(preview):
    folder = preview.project.folder / "content/agenda/nouveau"
    folder.mkdir()
    preview.settle(1)
    place = len(preview.lines)
    (folder / "vide.csv").write_bytes((next((preview.project.folder / "content/agenda").glob("*.csv"))).read_bytes())
    preview.wait_for("relu en", place)
    place = len(preview.lines)
    (folder / "vide.csv").unlink()
    folder.rmdir()
    preview.wait_for("relu en", place)


def test_a_template_that_fails_keeps_the_page_and_says_where(preview):
    template = "site-templates/web/guide.mustache"
    before = preview.plain(PAGE)
    with preview.open_page(PAGE) as page:
        preview.project.edit(template, "<h1>{{title}}</h1>", "<h1>{{titel}}</h1>")
        report = page.next_report(stops=True)
        assert f"{template}:" in report["text"] and "titel" in report["text"]
        assert preview.plain(PAGE) == before
        preview.project.edit(template, "<h1>{{titel}}</h1>", "<h1>{{title}}</h1>")
        page.next_report(stops=False)


def test_any_day_can_be_previewed(preview):
    status, headers, _ = preview.ask("/?date=2027-06-01")
    assert status == 303 and headers["location"] == "/" and "crieur-date=2027-06-01" in headers["set-cookie"]
    then = preview.page("/", Cookie="crieur-date=2027-06-01")
    assert 'data-date="2027-06-01"' in then and "1er juin 2027" in then.replace("\xa0", " ")
    assert 'data-date=""' in preview.page("/")
    status, _, body = preview.ask("/?date=2027-02-30")
    assert status == 400 and "n’est pas une date" in body.decode()
    assert "Max-Age=0" in preview.ask("/?date=")[1]["set-cookie"]


def test_drafts_are_shown_as_such(preview):
    assert "Brouillon" in preview.page("/guides/cybersecurite/quel-service/")


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{port}", "127.0.0.1.evil.example", "localhost", ""])
def test_it_answers_to_no_other_name(preview, host):
    status, _, body = preview.ask("/", Host=host.format(port=preview.port))
    assert status == 403 and b"<html" not in body


@pytest.mark.parametrize("path", [
    "/../content/site.yml", "/%2e%2e/content/site.yml", "/..%2fcontent%2fsite.yml", "//etc/passwd", "/content/site.yml",
    "/assets/../../content/site.yml", "/%00", "/_crieur/../content/site.yml",
])
def test_nothing_else_of_the_disk_is_served(preview, path):
    status, headers, body = preview.ask(path)
    assert status in (303, 400, 404), f"{path}: {status}"
    assert b"publisher:" not in body and b"root:" not in body
    assert not headers.get("location", "/").startswith("//")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_can_be_sent_to_it(preview, method):
    assert preview.ask("/", method=method)[0] == 405


def test_it_listens_on_this_machine_alone(preview):
    listening = [
        line.split()[1] for line in open("/proc/net/tcp").read().splitlines()[1:]
        if line.split()[3] == "0A" and line.split()[1].endswith(f":{preview.port:04X}")
    ]
    assert listening == [f"0100007F:{preview.port:04X}"]
    assert not any(f":{preview.port:04X}" in line.split()[1] for line in open("/proc/net/tcp6").read().splitlines()[1:])


def test_a_port_that_is_taken_is_told(preview):
    done = subprocess.run(
        [str(PROGRAM), "serve", "--port", str(preview.port)], cwd=preview.project.folder, env=environment(), capture_output=True,
        text=True, timeout=60)
    assert done.returncode == 2
    assert f"le port {preview.port} est déjà pris" in done.stderr


def test_a_leaflet_follows_the_picture_that_it_shows(public, tmp_path):
    """Beside its page, which an editor has open: another picture under the same name, saved by a rename."""
    project = copy_of_the_example(tmp_path, cache_of=public)
    leaflet, picture = "/guides/cybersecurite/hameconnage/fiche-a4.pdf", "content/guides/cybersecurite/images/courriel-piege.png"
    with previewing(project, "--no-search") as preview:
        before = preview.plain(leaflet)
        with preview.open_page(f"/_crieur/pdf?path={leaflet}") as page:
            other = project.folder / "content/guides/cybersecurite/images/autre.tmp"
            with Image.open(project.folder / picture) as shown:
                shown.transpose(Image.Transpose.FLIP_LEFT_RIGHT).save(other, "PNG")
            os.replace(other, project.folder / picture)
            page.next("reload")
        after = preview.plain(leaflet)
    assert before != after
    mirrored = ImageOps.mirror(thumbnail(before))
    assert distance(thumbnail(after), mirrored) < distance(thumbnail(after), thumbnail(before)) / 3


def thumbnail(document):
    """The one picture of a PDF, in a few greys."""
    with pikepdf.open(io.BytesIO(document)) as pdf:
        pictures = [entry for entry in pdf.objects if isinstance(entry, pikepdf.Stream) and entry.get("/Subtype") == "/Image" and entry.get("/Width", 0) > 100]
        return pikepdf.PdfImage(pictures[0]).as_pil_image().convert("L").resize((64, 64))


def distance(one, other):
    return ImageStat.Stat(ImageChops.difference(one, other)).sum[0]


def test_three_hundred_quick_saves_end_as_a_clean_build(public, tmp_path):
    """Saves, renames, deletions and new files, some of them broken on the way; memory stays flat."""
    project = copy_of_the_example(tmp_path)
    folder = project.folder / "content/guides/elus"
    original = (project.folder / GUIDE).read_text("utf-8")
    chance = random.Random(7)
    with previewing(project, "--no-pdf", "--no-search") as preview:
        sizes = []
        with preview.open_page(PAGE):
            for step in range(300):
                spare = folder / f"essai-{chance.randrange(5)}.md"
                match chance.randrange(6):
                    case 0 | 1:
                        (project.folder / GUIDE).write_text(original.replace("Menacé ou agressé", f"Menacé {step}"), "utf-8")
                    case 2:
                        spare.write_text(original, "utf-8")
                    case 3 if spare.exists():
                        os.replace(spare, folder / f"essai-{chance.randrange(5)}.md")
                    case 4 if spare.exists():
                        spare.unlink()
                    case 5:
                        (project.folder / GUIDE).write_text("---\ntitle: \"pas fini", "utf-8")
                if step % 100 == 99:
                    preview.settle(1)
                    sizes.append(preview.memory)
            (project.folder / GUIDE).write_text(original, "utf-8")
            preview.settle(2)
        project.build("--drafts", "--no-pdf", "--no-search", "--output", "built")
        faults = differences(preview, project.folder / "built")
    assert not faults, "other than a build:" + few(faults)
    assert sizes[-1] < sizes[0] * 1.25, f"resident memory after 100, 200 and 300 saves: {sizes}"

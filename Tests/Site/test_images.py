"""Images of texts, as published: in the sizes that pages show, upright, and without a word on when or where they were taken."""

import io
import re
import subprocess
from html.parser import HTMLParser

import pikepdf
import pytest
from PIL import ExifTags, Image, ImageDraw
from test_faults import FIXTURES, lay

from judges.program import ROOT, Project

PAGES_ALONE = ["--templates", str(ROOT / "site-templates"), "--no-pdf", "--no-search"]
GUIDE = "content/guides/elus/menaces.md"
PLACE = (45.9, 6.12)
SIZE = {
    ExifTags.Base.XResolution, ExifTags.Base.YResolution, ExifTags.Base.ResolutionUnit, ExifTags.Base.YCbCrPositioning,
    ExifTags.Base.ExifOffset, ExifTags.Base.Orientation,
}
SECRET = b"SECRET-4f7a"


def photograph(path, size=(3000, 2000), orientation=6, **saving):
    """A photograph as a telephone takes it: on its side, with its place, maker and a comment."""
    picture = Image.effect_noise((60, 40), 80).convert("RGB").resize(size)
    # What is at the top left of the file stands at the top right, once it is turned by a quarter (orientation 6).
    ImageDraw.Draw(picture).rectangle((0, 0, size[0] // 2, size[1] // 2), fill=(220, 20, 20))
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.Make] = SECRET.decode()
    exif[ExifTags.Base.DateTime] = "2026:11:24 09:30:00"
    places = exif.get_ifd(ExifTags.IFD.GPSInfo)
    places[ExifTags.GPS.GPSLatitudeRef], places[ExifTags.GPS.GPSLatitude] = "N", (PLACE[0], 0.0, 0.0)
    places[ExifTags.GPS.GPSLongitudeRef], places[ExifTags.GPS.GPSLongitude] = "E", (PLACE[1], 0.0, 0.0)
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.save(path, exif=exif, **saving)


def project(folder, text):
    lay(FIXTURES / "faults/image-missing", folder)
    site = Project(folder)
    (folder / GUIDE).write_text(f"---\ntitle: Menacé\nsummary: Les bons réflexes.\n---\n\n{text}\n", "utf-8")
    return site


class Pictures(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.images, self.sources = [], []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        if tag in ("img", "source"):
            (self.images if tag == "img" else self.sources).append(dict(attributes))


def pictures(site):
    return Pictures((site.public / "guides/elus/menaces/index.html").read_text("utf-8"))


def published(site):
    return sorted((site.public / "assets/images").iterdir())


LONG = "Un mot après l’autre. " * 40


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """A site whose guide shows two photographs, the second far down."""
    site = project(
        tmp_path_factory.mktemp("images"),
        f"![La mairie](Ma%20photo%20d’été.jpg \"La mairie, côté cour\")\n\n{LONG}\n\n![La cour](/images/cour.webp)")
    photograph(site.folder / "content/guides/elus/Ma photo d’été.jpg", quality=92)
    photograph(site.folder / "content/images/cour.webp", size=(700, 500), orientation=1)
    site.build(*PAGES_ALONE)
    return site


def test_each_size_is_what_its_name_and_the_page_say(shown):
    page = pictures(shown)
    first, second = page.images
    assert (first["width"], first["height"]) == ("1440", "2160"), "upright, the photograph is taller than wide"
    assert (second["width"], second["height"]) == ("700", "500")
    assert first["alt"] == "La mairie" and "<figcaption>La mairie, côté cour</figcaption>" in (
        shown.public / "guides/elus/menaces/index.html").read_text("utf-8")
    named = {entry["src"] for entry in page.images}
    for entry in page.images + page.sources:
        for candidate in entry["srcset"].split(", "):
            address, width = candidate.split(" ")
            named.add(address)
            with Image.open(shown.public / address.lstrip("/")) as image:
                assert f"{image.width}w" == width
                assert image.format == ("WEBP" if entry.get("type") == "image/webp" else "JPEG")
    assert {file.name for file in published(shown)} == {address.rsplit("/", 1)[1] for address in named}
    assert len(published(shown)) == 2 * (3 + 2)


def test_an_image_is_upright(shown):
    [file] = [file for file in published(shown) if file.name.startswith("ma-photo") and file.name.endswith("-960.jpg")]
    with Image.open(file) as image:
        red, green, _ = image.convert("RGB").getpixel((900, 60))
        assert red > 180 and green < 80, "the red corner of the file is at the top right of what is seen"


def test_nothing_says_where_when_or_with_what_it_was_taken(shown):
    for file in published(shown):
        content = file.read_bytes()
        for trace in (SECRET, b"2026:11:24", b"GPS", b"http://ns.adobe.com"):
            assert trace not in content, f"{file.name} holds {trace}"
        with Image.open(io.BytesIO(content)) as image:
            # libvips writes the size of a WebP there.
            told = {ExifTags.Base(key) for key in image.getexif()} - SIZE
            assert not told and not image.getexif().get_ifd(ExifTags.IFD.GPSInfo)
    originals = {path.read_bytes() for path in (shown.folder / "content").rglob("*") if path.suffix in (".jpg", ".webp")}
    assert not [path for path in shown.public.rglob("*") if path.is_file() and path.read_bytes() in originals]


def test_only_what_is_far_down_waits(shown):
    first, second = pictures(shown).images
    assert "loading" not in first and second["loading"] == "lazy"


def test_a_second_build_makes_nothing_and_changes_nothing(shown):
    before = {file.name: file.stat().st_ino for file in published(shown)}
    # Without the tools, what is in the cache is enough.
    done = shown.build(*PAGES_ALONE)
    assert "rien ne change" in done.stdout
    assert {file.name: file.stat().st_ino for file in published(shown)} == before


def test_check_writes_nothing(tmp_path):
    site = project(tmp_path, "![La mairie](photo.jpg)")
    photograph(tmp_path / "content/guides/elus/photo.jpg", size=(400, 300))
    before = sorted(tmp_path.rglob("*"))
    command = site.command()
    command[1] = "check"
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=60).returncode == 0
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("name", ["mon dessin.png", "été [1].png", "-a.png", "dessin%.png", "日本.png"])
def test_any_name_of_a_file_can_be_shown(name, tmp_path):
    site = project(tmp_path, f"![Un dessin](<{name}>)")
    Image.new("RGBA", (20, 10), (0, 90, 80, 128)).save(tmp_path / "content/guides/elus" / name)
    site.build(*PAGES_ALONE)
    [image] = pictures(site).images
    assert re.fullmatch(r"/assets/images/[a-z0-9-]+-20\.png", image["src"])
    with Image.open(site.public / image["src"].lstrip("/")) as shown:
        assert shown.convert("RGBA").getpixel((10, 5))[3] == 128, "what was seen through still is"


def test_a_drawing_has_webp_only_where_it_is_lighter(tmp_path):
    site = project(tmp_path, "![Un dessin](plan.png)")
    drawing = Image.new("P", (900, 600), 0)
    drawing.putpalette([255, 255, 255, 20, 90, 80])
    for number in range(0, 900, 30):
        ImageDraw.Draw(drawing).line((number, 0, 900 - number, 600), fill=1, width=3)
    drawing.save(tmp_path / "content/guides/elus/plan.png")
    site.build(*PAGES_ALONE)
    page = pictures(site)
    weights = {file.suffix: file.stat().st_size for file in published(site)}
    assert set(weights) == {".png"} and not page.sources


def test_images_of_pages_that_leave_few_traces_are_beside_them(tmp_path):
    """So that hosts' rules for these pages hold for their images."""
    site = project(tmp_path, "Un texte.")
    settings = tmp_path / "content/site.yml"
    theme = tmp_path / "content/guides/violences-intrafamiliales"
    theme.mkdir()
    (theme / "orienter.md").write_text("---\ntitle: Orienter\nsummary: Que dire.\n---\n\n![Un plan](plan.png)\n", "utf-8")
    Image.new("RGB", (30, 20), (9, 90, 80)).save(theme / "plan.png")
    assert "themes:" in settings.read_text("utf-8")
    text = settings.read_text("utf-8").replace(
        "themes:\n", "themes:\n  - {id: violences-intrafamiliales, title: Violences, summary: Aider.}\n", 1)
    settings.write_text(text, "utf-8")
    site.build(*PAGES_ALONE)
    assert not (site.public / "assets/images").exists()
    assert list((site.public / "guides/violences-intrafamiliales/images").iterdir())


def test_without_the_tool_it_is_said_which(tmp_path):
    site = project(tmp_path, "![La mairie](photo.jpg)")
    photograph(tmp_path / "content/guides/elus/photo.jpg", size=(400, 300))
    hidden = subprocess.run(
        ["unshare", "--mount", "--map-root-user", "sh", "-c",
         'mount --bind /dev/null /usr/bin/vipsheader && exec "$@"', "sh", *site.command(*PAGES_ALONE)],
        cwd=tmp_path, capture_output=True, text=True, timeout=60)
    if "unshare" in hidden.stderr or "mount:" in hidden.stderr:
        pytest.skip(f"this machine hides no program: {hidden.stderr.strip()}")
    assert hidden.returncode != 0 and "vipsheader" in hidden.stderr
    assert not (site.public / "index.html").exists()


def test_a_leaflet_prints_the_image_and_a_bulletin_none(public):
    """A bulletin's two pages have no room."""
    with pikepdf.open(public / "guides/cybersecurite/hameconnage/fiche-a4.pdf") as pdf:
        assert [image.Width for image in images_of(pdf)] == [960]
        told = [str(entry.Alt) for entry in pdf.objects if isinstance(entry, pikepdf.Dictionary) and "/Alt" in entry]
        assert [words for words in told if "dernier rappel" in words], "the image is described"
    bulletin = next(public.glob("communes/74010-annecy/bulletin-*.pdf"))
    with pikepdf.open(bulletin) as pdf:
        assert not images_of(pdf)


def images_of(pdf):
    return [
        entry for entry in pdf.objects
        if isinstance(entry, pikepdf.Stream) and entry.get("/Subtype") == "/Image" and entry.get("/Width", 0) > 100]

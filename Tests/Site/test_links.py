"""Every link and anchor leads somewhere; no page asks another site for anything."""

import posixpath
import re
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from judges.html_page import HTMLPage
from judges.program import copy_of_the_example
from judges.tree import few

# What makes a browser ask for something. A link to click does not.
REQUESTING = {
    "script": ["src"], "img": ["src", "srcset"], "iframe": ["src"], "source": ["src", "srcset"], "video": ["src", "poster"],
    "audio": ["src"], "track": ["src"], "embed": ["src"], "object": ["data"], "input": ["src"], "use": ["href", "xlink:href"],
    "image": ["href", "xlink:href"], "form": ["action"], "body": ["background"], "a": ["ping"], "button": ["formaction"],
}
HARMLESS_LINKS = {"canonical", "alternate", "license"}


def target(public, page: HTMLPage, href: str, base_path: str = "/"):
    """The file and the anchor that a link of the site leads to; the file is `None` when there is none."""
    address = urlsplit(urljoin("https://site.invalid" + base_path + page.route[1:], href))
    path = unquote(address.path)
    if not path.startswith(base_path):
        return None, address.fragment
    file = public / posixpath.normpath(path[len(base_path):] or ".")
    if path.endswith("/") or file == public:
        file = file / "index.html"
    return (file if file.is_file() else None), unquote(address.fragment)


def is_internal(href: str) -> bool:
    parts = urlsplit(href)
    return not parts.scheme and not parts.netloc


def broken(public, pages, base_path="/"):
    ids = {}
    faults = []
    checked = 0
    for page in pages.values():
        for href in page.elements("//@href | //@src | //form/@action"):
            if not is_internal(href):
                continue
            checked += 1
            file, anchor = target(public, page, href, base_path)
            if file is None:
                faults.append(f"{page.path}: « {href} » leads to no file")
            elif anchor and file.suffix == ".html":
                path = str(file.relative_to(public))
                if path not in ids:
                    ids[path] = set(pages[path].ids)
                if anchor not in ids[path]:
                    faults.append(f"{page.path}: « {href} » names an id that {path} has not")
    return checked, faults


def test_every_internal_link_and_anchor_leads_somewhere(public, pages):
    checked, faults = broken(public, pages)
    assert checked > 20_000, f"{checked} links only"
    assert not faults, f"of {checked} internal links:" + few(faults)


def test_the_css_leads_nowhere_else(public):
    for sheet in public.glob("assets/*.css"):
        text = sheet.read_text("utf-8")
        assert "@import" not in text, f"{sheet.name} imports another sheet"
        for address in re.findall(r"url\(\s*['\"]?([^)'\"]+)", text):
            assert is_internal(address) and (sheet.parent / address).is_file(), f"{sheet.name}: url({address}) is no file"


def test_the_script_asks_nobody_for_anything(public):
    for script in public.glob("assets/*.js"):
        text = script.read_text("utf-8")
        # The search asks for its index, of this site, when its field is used.
        if script.name.startswith("search."):
            text = text.replace("import(`${form.dataset.index}pagefind.js`)", "")
        # The finder reads the list of communes, of this site, when its field is used.
        if script.name.startswith("site."):
            text = text.replace("fetch(form.dataset.communes)", "", 1)
        # The reader's commune stays on the device; that a page on violence was left, in its tab.
        if script.name.startswith("device."):
            text = re.sub(r"(local|session)Storage\.(get|set|remove)Item\((key|leftKey)\b", "", text)
        found = re.findall(r"https?://\S+|\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|import\(|importScripts|document\.cookie|localStorage|sessionStorage|\beval\(|innerHTML", text)
        assert not found, f"{script.name} holds {found}"


def test_no_page_asks_another_site_for_anything(pages):
    faults = []
    for page in pages.values():
        for element in page.elements("//*[not(self::comment())]"):
            for attribute in REQUESTING.get(element.tag, []):
                value = element.get(attribute)
                if value and not is_internal(value.split()[0]):
                    faults.append(f"{page.path}: <{element.tag} {attribute}=\"{value}\">")
            if element.tag == "link" and not is_internal(element.get("href", "")) and not set(
                element.get("rel", "").split()) <= HARMLESS_LINKS:
                faults.append(f"{page.path}: <link rel=\"{element.get('rel')}\" href=\"{element.get('href')}\">")
            if element.tag == "meta" and element.get("http-equiv", "").lower() == "refresh":
                faults.append(f"{page.path}: <meta http-equiv=\"refresh\">")
    assert not faults, "requests to elsewhere:" + few(faults)


def test_links_to_elsewhere_are_encrypted_and_numbers_can_be_dialled(pages):
    faults = []
    for page in pages.values():
        sources = set(page.elements("//*[@class='sources']//a/@href"))
        for href in page.elements("//a/@href"):
            scheme = urlsplit(href).scheme
            # Where a fact was read is said as it is, encrypted or not.
            if is_internal(href) or scheme == "https" or href in sources and scheme == "http":
                continue
            if scheme == "tel" and re.fullmatch(r"tel:(\+33\d{9}|\d{2,5})", href):
                continue
            if scheme == "mailto" and re.match(r"mailto:[^@\s?]+@[^@\s?]+(\?[\w%=&.-]+)?$", href):
                continue
            faults.append(f"{page.path}: « {href} »")
    assert not faults, "links:" + few(faults)


@pytest.fixture(scope="module")
def below_a_path(program, tmp_path_factory):
    project = copy_of_the_example(tmp_path_factory.mktemp("portail"))
    project.edit("content/site.yml", "base_url: https://presents-pour-les-elus.exemple.fr/", "base_url: https://www.exemple.fr/portail/")
    project.build("--strict", "--no-pdf")
    return project.public


def test_a_site_below_a_path_keeps_below_it(below_a_path):
    pages = {str(file.relative_to(below_a_path)): HTMLPage(below_a_path, file) for file in sorted(below_a_path.rglob("*.html"))}
    outside = [
        f"{page.path}: « {address} »"
        for page in pages.values() for address in page.elements("//@href | //@src | //form/@action")
        if is_internal(address) and not address.startswith(("/portail/", "#"))
    ]
    assert not outside, "with base_url https://www.exemple.fr/portail/, these lead outside:" + few(outside)
    checked, faults = broken(below_a_path, pages, "/portail/")
    assert checked > 20_000 and not faults, f"of {checked} links of a site below /portail/:" + few(faults)
    wrong = [
        page.path for page in pages.values() if not page.is_error_page
        # What a town hall shows in a frame stands for the commune's page.
        and page.elements("//link[@rel='canonical']/@href")
        != ["https://www.exemple.fr/portail" + page.route.removesuffix("encart.html")]
    ]
    assert not wrong, "canonical addresses of a site below /portail/:" + few(wrong)


def test_without_pdf_no_page_speaks_of_one(below_a_path):
    assert not list(below_a_path.rglob("*.pdf")), "--no-pdf left PDFs in public/"
    speaking = [
        str(file.relative_to(below_a_path)) for file in below_a_path.rglob("communes/**/*.html")
        if ".pdf" in file.read_text("utf-8") or "(PDF" in file.read_text("utf-8")
    ]
    assert not speaking, "built with --no-pdf, these pages promise a PDF:" + few(speaking)

"""The example is built once and shared by all tests that only look at it."""

import subprocess
from concurrent.futures import ThreadPoolExecutor

import pytest

from judges.bulletin import Bulletin
from judges.html_page import HTMLPage
from judges.program import EDITION, PROGRAM, ROOT, Project
from judges.table import read_communes


@pytest.fixture(scope="session", autouse=True)
def program():
    assert PROGRAM.is_file(), f"{PROGRAM} is missing: run « make program », or name the program in CRIEUR"
    return PROGRAM


@pytest.fixture(scope="session")
def public(program, tmp_path_factory):
    """public/ of the example, built in place from the repository into another folder."""
    output = tmp_path_factory.mktemp("example") / "public"
    done = subprocess.run(
        Project(ROOT).command("--strict", "--output", str(output)), cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, f"the example does not build:\n{done.stdout}{done.stderr}"
    return output


@pytest.fixture(scope="session")
def pages(public):
    """All HTML pages, by their path below public/; what other sites show in a frame is `encarts`."""
    return {
        str(file.relative_to(public)): HTMLPage(public, file)
        for file in sorted(public.rglob("*.html")) if file.name != "encart.html"
    }


@pytest.fixture(scope="session")
def encarts(public):
    """What sites of town halls show in a frame, by path below public/."""
    return {str(file.relative_to(public)): HTMLPage(public, file) for file in sorted(public.rglob("encart.html"))}


@pytest.fixture(scope="session")
def communes():
    return read_communes()


def only(found, what):
    assert len(found) == 1, f"{len(found)} files for {what}, one was expected: {found}"
    return found[0]


@pytest.fixture(scope="session")
def commune_pages(public, pages, communes):
    """Code → the commune's page."""
    return {
        commune.code: pages[str(only(list(public.glob(f"communes/{commune.code}-*/index.html")), f"the page of {commune.name}").relative_to(public))]
        for commune in communes
    }


@pytest.fixture(scope="session")
def twins(pages, commune_pages):
    """Code → the HTML twin of the commune's bulletin."""
    return {
        code: pages[page.path.replace("index.html", f"bulletin-{EDITION}/index.html")]
        for code, page in commune_pages.items()
    }


@pytest.fixture(scope="session")
def bulletins(communes, commune_pages):
    """The bulletins, their texts already taken out, two at a time."""
    found = []
    for commune in communes:
        file = commune_pages[commune.code].file.with_name(f"bulletin-{EDITION}.pdf")
        assert file.is_file(), f"{commune.code} {commune.name} has no bulletin: {file} is missing"
        found.append(Bulletin(commune, file))
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda bulletin: (bulletin.pages, bulletin.sides, bulletin.fonts), found))
    return found

"""« crieur check » says more than a build: outside addresses, spelling; and writes nothing."""

import http.server
import json
import shutil
import subprocess
import threading

import pytest

from judges.program import DAY, PROGRAM, ROOT, Project, copy_of_the_example, environment

BASE = ROOT / "Tests/Fixtures/base"
GUIDE = "content/guides/elus/menaces.md"


@pytest.fixture
def project(tmp_path):
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    return Project(tmp_path)


def check(project, *arguments):
    return subprocess.run(
        [str(PROGRAM), "check", "--date", DAY, *arguments], cwd=project.folder, env=environment(), capture_output=True, text=True,
        timeout=300)


@pytest.fixture
def server():
    """A site of this machine: /bien/ answers, /lent/ never does, /ailleurs/ leads to /bien/."""
    asked = []
    wake = threading.Event()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            status = {"/bien/?a=1&b=2": 200, "/ailleurs/": 301, "/panne/": 503}.get(self.path, 404)
            self.send_response(status)
            if status == 301:
                self.send_header("Location", "/bien/?a=1&b=2")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    wake.set()
    server.shutdown()
    thread.join()
    server.server_close()


def with_links(project, root):
    # A text may not name this machine, a template may. Nothing answers at the last port.
    links = [f"{root}{path}" for path in ("/bien/?a=1&amp;b=2", "/ailleurs/", "/panne/", "/absent/")] + ["http://127.0.0.1:9/"]
    project.edit("site-templates/web/guides.mustache", "<h1>", "".join(f'<a href="{link}">x</a>\n' for link in links) + "<h1>")


def test_outside_addresses_are_listed_and_not_asked(project, server, program):
    root, asked = server
    with_links(project, root)
    project.edit(GUIDE, "Rangez-les.", "Rangez-les : [conseil](https://exemple.invalid/conseil#un).")
    done = check(project, "--links")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[lines.index("https://exemple.invalid/conseil#un") + 1] == f"    {GUIDE}"
    assert lines[lines.index("http://127.0.0.1:9/") + 1] == "    site-templates/web/guides.mustache"
    assert "Aucune n’a été essayée" in done.stdout
    assert asked == []
    project.build("--no-pdf", "--no-search")
    assert asked == []


def test_they_are_tried_when_asked(project, server, program):
    root, asked = server
    with_links(project, root)
    project.edit("content/site.yml", "demonstration: true", f"demonstration: true\nquick_exit: https://127.0.0.1.invalid/")
    done = check(project, "--try-links", "--format", "json")
    assert done.returncode == 0, done.stderr
    outcomes = {row["address"]: (row["is_sound"], row["outcome"]) for row in json.loads(done.stdout)["links"]}
    assert outcomes[f"{root}/bien/?a=1&b=2"] == (True, "répond")
    assert outcomes[f"{root}/ailleurs/"] == (True, "répond")
    assert outcomes[f"{root}/panne/"] == (False, "le site est en panne")
    assert outcomes[f"{root}/absent/"] == (False, "page introuvable")
    assert outcomes["http://127.0.0.1:9/"] == (False, "connexion refusée")
    assert outcomes["https://127.0.0.1.invalid/"] == (False, "site introuvable")
    assert "/absent/" in asked
    table = check(project, "--try-links").stdout.replace("\xa0", " ")
    assert f"{root}/panne/ — le site est en panne" in table and "4 adresses ne répondent pas" in table


def spelt(project, *arguments):
    done = check(project, "--spelling", "--format", "json", *arguments)
    assert done.returncode == 0, done.stdout
    return {row["message"].split("« ")[1].split(" »")[0] for row in json.loads(done.stdout) if row["id"] == "spelling"}


def test_words_of_the_site_need_no_dictionary(project, program):
    project.edit(GUIDE, "Rangez-les.", (
        "À Annecy, l’élu et le vice-président d'Abondance se réunirent aujourd'hui : quelqu'un, jusqu'ici, n'en savait rien. "
        "Écrivez à `apareil`, au guichet B2B, à portail@prefecture.exemple.fr ou sur https://exemple.fr/apareils. Le ZXQW, lui, "
        "est un foutriquage. :fact[17]"))
    assert spelt(project) == {"foutriquage"}
    project.edit("content/site.yml", "demonstration: true", "demonstration: true\nglossary: {ZXQW: un foutriquage}")
    assert spelt(project) == set()


def test_a_list_of_words_is_accepted_whatever_their_case(project, program):
    project.edit(GUIDE, "Rangez-les.", "Un Foutriquage, des grobules.")
    assert spelt(project) == {"Foutriquage", "grobules"}
    (project.folder / "content/mots.txt").write_text("# nos mots\nfoutriquage\ngrobules # au pluriel\n")
    assert spelt(project) == set()
    # Strictly too: a word that a dictionary lacks is no fault.
    (project.folder / "content/mots.txt").unlink()
    assert spelt(project, "--strict") == {"Foutriquage", "grobules"}


def test_the_example_is_well_spelt_and_leads_nowhere_wrong(tmp_path, program):
    copy_of_the_example(tmp_path)
    done = check(Project(tmp_path), "--strict", "--spelling")
    assert done.returncode == 0, done.stderr
    assert "[spelling]" not in done.stderr
    assert not list((tmp_path / "public").glob("*.html"))


def test_what_a_check_alone_finds_stops_no_build(project, program):
    project.edit(GUIDE, "audience: [élu]", "audience: [élu]\nreview: 2026-11-02")
    (project.folder / "site-templates/web/assets").mkdir()
    (project.folder / "site-templates/web/assets/seul.svg").write_text("<svg/>")
    project.edit("site-templates/web/home.mustache", "<h1>", '<a href="/nulle-part/">x</a><a href="guides/elus/menaces/#sur-le-momen">y</a>\n<h1>')
    done = check(project, "--strict")
    assert done.returncode == 1
    assert {word.split("]")[0] for word in done.stderr.split("[")[1:]} == {
        "page-link-broken", "review-overdue", "asset-unused", "page-anchor-broken"}
    assert "vouliez-vous dire « /guides/ » ?" not in done.stderr and 'donnez « id="sur-le-momen" »' in done.stderr
    assert "[" not in project.build("--strict", "--no-pdf", "--no-search").stderr


def test_links_below_a_path_are_followed(project, program):
    project.edit("content/site.yml", "https://portail.exemple.fr/", "https://portail.exemple.fr/portail/")
    project.edit("site-templates/web/home.mustache", "<h1>", (
        '<a href="/portail/guides/">a</a><a href="guides/elus/../">b</a><a href="https://portail.exemple.fr/portail/agenda/">c</a>'
        '<a href="/portail/guides/index.html?x=1">d</a><a href="mailto:a@b.fr">e</a><a href="/guides/">f</a>\n<h1>'))
    done = check(project)
    assert done.stderr.count("[page-link-broken]") == 1 and "mène à « /guides/ »" in done.stderr.replace("\xa0", " ")


def test_a_link_of_a_template_leads_to_a_print_that_is_made(tmp_path):
    project = copy_of_the_example(tmp_path)
    footer = project.folder / "site-templates/web/partials/footer.mustache"
    text = footer.read_text("utf-8")
    for name in ("bulletin-2026-11.pdf", "bulletin-2026-10.pdf", "affiche-2026-11.pdf"):
        text += f'<a href="{{{{links.home}}}}communes/74010-annecy/{name}">{name}</a>\n'
    footer.write_text(text, "utf-8")
    done = check(project)
    told = [line for line in (done.stdout + done.stderr).splitlines() if "[page-link-broken]" in line]
    assert len(told) == 1 and "bulletin-2026-10.pdf" in told[0], told

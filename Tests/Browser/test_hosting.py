"""The site as nginx and Caddy serve it with the configurations of docs/hebergement, at a root and below a path."""

import csv
import gzip
import io
import re
import subprocess
import sys

import pytest

from judges.hosts import COMMANDS, expected, nginx_in_haste, serving
from judges.program import copy_of_the_example

COMMUNE = "communes/74010-annecy/"
PAGES = [
    "", "communes/", COMMUNE, f"{COMMUNE}bulletin-2026-11/", "guides/", "guides/elus/", "guides/elus/menaces/",
    "guides/violences-intrafamiliales/accueillir-une-victime/", "alertes/", "alertes/faux-agents/", "agenda/",
    f"{COMMUNE}encart.html", "bulletins/2026-11/", "presents-pour-les-elus/", "accessibilite/", "404.html",
]
# Of what a browser reads by its type; where two are in use, both.
TYPES = {
    ".html": ["text/html; charset=utf-8"], ".css": ["text/css; charset=utf-8"],
    ".js": ["application/javascript; charset=utf-8", "text/javascript; charset=utf-8"],
    ".json": ["application/json; charset=utf-8"], ".ndjson": ["application/x-ndjson; charset=utf-8"], ".csv": ["text/csv; charset=utf-8"], ".webmanifest": ["application/manifest+json; charset=utf-8"],
    ".atom": ["application/atom+xml; charset=utf-8"], ".ics": ["text/calendar; charset=utf-8"], ".vcf": ["text/vcard; charset=utf-8"],
    # XML says its own encoding.
    ".xml": ["text/xml; charset=utf-8", "application/xml", "text/xml", "application/xml; charset=utf-8"],
    ".cap.xml": ["application/cap+xml; charset=utf-8"],
    ".txt": ["text/plain; charset=utf-8"], ".svg": ["image/svg+xml", "image/svg+xml; charset=utf-8"],
    ".png": ["image/png"], ".pdf": ["application/pdf"],
}
COMPRESSED = (".html", ".css", ".js", ".json", ".ndjson", ".csv", ".svg", ".atom", ".webmanifest")


@pytest.fixture(scope="session")
def below_a_path(program, tmp_path_factory):
    project = copy_of_the_example(tmp_path_factory.mktemp("elus"))
    project.edit(
        "content/site.yml", "base_url: https://presents-pour-les-elus.exemple.fr/", "base_url: https://www.exemple.fr/elus/")
    project.build("--strict", "--no-pdf")
    return project.public


@pytest.fixture(scope="session", params=[(name, base) for name in COMMANDS for base in ("/", "/elus/")], ids="".join)
def host(request, public, tmp_path_factory):
    name, base = request.param
    site = public if base == "/" else request.getfixturevalue("below_a_path")
    with serving(name, site, tmp_path_factory.mktemp("hote") / name, base) as host:
        yield host


def suffix(path):
    return ".cap.xml" if path.endswith(".cap.xml") else "." + path.rsplit(".", 1)[-1]


def samples(host):
    """A file of each type for each set of headers."""
    found = {}
    for file in sorted(host.public.rglob("*")):
        path = str(file.relative_to(host.public))
        if file.is_file() and not path.startswith("."):
            found.setdefault((suffix(path), tuple(expected("/" + path, host.headers).items())), path)
    found["known"] = next(host.public.glob(".well-known/*"), host.public / "robots.txt").relative_to(host.public)
    return [str(path) for path in found.values()]


def test_each_class_of_route_has_its_headers(host):
    paths = samples(host)
    assert len(paths) >= 9
    faults = []
    for path in [path.removesuffix("index.html") for path in paths]:
        answer = host.get(path)
        assert answer.status == 200, f"{path}: {answer.status}"
        for name, value in expected("/" + path, host.headers).items():
            if answer.headers.get(name) != value:
                faults.append(f"{path}: {name} is {answer.headers.get(name)!r}, not {value!r}")
    assert faults == []


def test_each_file_has_its_type_and_letters(host):
    faults = []
    for path in samples(host):
        found = host.get(path).headers.get("content-type", "")
        if suffix(path) in TYPES and found.lower() not in TYPES[suffix(path)]:
            faults.append(f"{path}: {found!r}")
    assert faults == []


def test_pages_on_violence_leave_no_trace_and_search_alone_runs_wasm(host):
    """What the table must say, whoever rewrites it."""
    guide = host.get("guides/violences-intrafamiliales/accueillir-une-victime/").headers
    assert (guide["cache-control"], guide["referrer-policy"]) == ("no-store", "no-referrer")
    assert host.get(f"{COMMUNE}bulletin-2026-11/").headers["cache-control"] == "no-store"
    home = host.get("").headers
    assert "no-store" not in home["cache-control"]
    assert re.match(r"default-src 'none'; script-src 'self';.*frame-ancestors 'none'$", home["content-security-policy"])
    search = expected("/recherche/", host.headers)["content-security-policy"]
    assert "'wasm-unsafe-eval'" in search and "unsafe-inline" not in search


def test_an_unknown_address_has_the_error_page(host):
    for path in ("n-existe-pas", f"{COMMUNE}n-existe-pas/", ".gitignore"):
        answer = host.get(path)
        assert answer.status == 404, f"{path}: {answer.status}"
        assert "Page introuvable" in answer.body.decode()
        assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_a_folder_without_its_slash_is_found(host):
    for path in ("communes", "guides/elus"):
        answer = host.get(path)
        assert answer.status in (301, 302, 307, 308), f"{path}: {answer.status}"
        assert answer.headers["location"] in (f"{host.base}{path}/", f"{host.address}{path}/")


def test_texts_are_compressed_and_asked_for_again_cheaply(host):
    for path in samples(host):
        if suffix(path) in COMPRESSED and (host.public / path).stat().st_size > 1000:
            answer = host.get(path, Accept_Encoding="gzip")
            assert answer.headers.get("content-encoding") == "gzip", path
            assert gzip.decompress(answer.body) == (host.public / path).read_bytes(), path
    plain = host.get(COMMUNE)
    assert plain.body == (host.public / COMMUNE / "index.html").read_bytes()
    assert host.get(COMMUNE, If_None_Match=plain.headers["etag"]).status == 304


@pytest.fixture
def visit(browser, host):
    """Opens a page under the host's policy; whatever the browser complains of fails the test."""
    contexts, complaints = [], []

    def visit_(path, **options):
        context = browser.new_context(locale="fr-FR", **options)
        contexts.append(context)
        # A policy that is broken without a word in the console is found too.
        context.add_init_script(
            "addEventListener('securitypolicyviolation', event => console.error("
            "`policy: ${event.effectiveDirective} ${event.blockedURI}`))")
        page = context.new_page()
        page.on("console", lambda message: complaints.append(f"{path}: {message.text}") if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(f"{path}: {error}"))
        page.on("response", lambda answer: complaints.append(f"{answer.url}: {answer.status}") if answer.status >= 400 else None)
        page.on("request", lambda request: complaints.append(f"{path} asks {request.url}") if not request.url.startswith(host.address) else None)
        assert page.goto(host.address + path, wait_until="load").ok
        return page

    yield visit_
    for context in contexts:
        context.close()
    assert complaints == []


def test_every_kind_of_page_lives_under_the_policy(visit, host):
    for path in PAGES:
        page = visit(path)
        page.wait_for_timeout(100)
        assert page.evaluate("document.styleSheets.length") >= 1, f"{path} has no style"
        assert page.evaluate("document.styleSheets[0].cssRules.length") > 20, f"{path}: its style sheet is blocked"
        page.context.close()


def test_the_filter_works_under_the_policy(visit):
    page = visit("communes/")
    page.locator("input[type=search]").first.press_sequentially("thones")
    page.wait_for_timeout(300)
    names = page.locator("#communes a:visible").all_inner_texts()
    assert any(name.startswith("Thônes") for name in names) and len(names) < 10, names


def test_search_works_under_its_policy(visit, host):
    if not (host.public / "recherche/index.html").is_file():
        pytest.skip("this site has no search")
    page = visit("recherche/")
    page.locator("main input[type=search]").first.press_sequentially("dépôt sauvage")
    page.locator("main a[href*='depots-sauvages']").first.wait_for(timeout=15_000)


def test_the_service_worker_starts_under_the_policy(visit, host):
    if not (host.public / "sw.js").is_file():
        pytest.skip("this site has no service worker")
    page = visit(COMMUNE)
    scope = page.evaluate("navigator.serviceWorker.ready.then(registration => registration.scope)")
    assert scope == host.address


def test_the_policy_is_in_force(browser, host):
    """Were it not, the tests above would prove nothing."""
    page = browser.new_context().new_page()
    page.goto(host.address)
    page.evaluate("""() => {
        const script = document.createElement('script');
        script.textContent = 'window.ran = true';
        document.head.append(script);
        document.body.setAttribute('onclick', 'window.ran = true');
        document.body.click();
        document.body.setAttribute('style', 'color: rgb(1, 2, 3)');
    }""")
    assert page.evaluate("window.ran") is None
    assert page.evaluate("getComputedStyle(document.body).color") != "rgb(1, 2, 3)"
    page.context.close()


def test_no_link_of_the_whole_site_is_dead(public, tmp_path):
    settings = tmp_path / "linkcheckerrc"
    # A demonstration's robots.txt closes it to robots.
    settings.write_text("[checking]\nthreads=4\nrobotstxt=0\nmaxrequestspersecond=10000\nmaxrunseconds=300\n[output]\nverbose=1\nwarnings=0\n")
    with serving("nginx", public, tmp_path / "nginx", command=nginx_in_haste) as host:
        done = subprocess.run(
            [sys.executable, "-m", "linkcheck", "--config", str(settings), "--no-status", "--output", "csv", host.address],
            capture_output=True, text=True, timeout=400, cwd=tmp_path)
    rows = [line for line in done.stdout.splitlines() if line and not line.startswith("#")]
    links = list(csv.DictReader(io.StringIO("\n".join(rows)), delimiter=";"))
    pages = {row["url"] for row in links if row["valid"] == "True"}
    dead = [f"{row['parentname']}: {row['urlname']} ({row['result']})" for row in links if row["valid"] != "True"]
    assert dead == [], dead[:10]
    assert done.returncode == 0, done.stderr[-2000:]
    wanted = {host.address + str(file.relative_to(public).parent) + "/" for file in public.glob("communes/*/index.html")}
    assert wanted <= pages, f"never reached: {sorted(wanted - pages)[:5]}"

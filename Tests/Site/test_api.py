"""What other programs read below /api/v1/: each file is what its schema and OpenAPI say, tables and lines say the same,
and the examples of the page print what they show."""

import csv
import functools
import http.server
import io
import json
import re
import subprocess
import sys
import threading
from pathlib import Path

import playwright
import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from referencing import Registry, Resource

from judges.html_page import HTMLPage
from judges.tree import few

BASE = "https://presents-pour-les-elus.exemple.fr"
KINDS = {
    "communes", "contacts", "units", "alerts", "events", "editions", "bulletins", "consultations", "results", "commitments", "figures",
    "facts"}
NODE = Path(playwright.__file__).parent / "driver/node"


def read(file):
    return json.loads(file.read_text("utf-8"))


@pytest.fixture(scope="module")
def api(public):
    return public / "api/v1"


@pytest.fixture(scope="module")
def schemas(api):
    return {file.stem: read(file) for file in sorted((api / "schemas").glob("*.json"))}


@pytest.fixture(scope="module")
def validator(schemas):
    registry = Registry().with_resources((schema["$id"], Resource.from_contents(schema)) for schema in schemas.values())

    def validator_(name):
        return Draft202012Validator(schemas[name], registry=registry, format_checker=Draft202012Validator.FORMAT_CHECKER)

    return validator_


@pytest.fixture(scope="module")
def records(api):
    """Kind -> its records, as the lines give them."""
    found = {file.stem: [json.loads(line) for line in file.read_text("utf-8").splitlines()] for file in api.glob("*.ndjson")}
    assert set(found) == KINDS
    return found


def test_schemas_are_schemas_and_describe_each_field(schemas):
    assert KINDS < set(schemas)
    for name, schema in schemas.items():
        Draft202012Validator.check_schema(schema)
        assert schema["$id"] == f"{BASE}/api/v1/schemas/{name}.json"
        assert all(field["description"] for field in schema["properties"].values()), name


def test_each_line_follows_its_schema_and_has_each_field(records, schemas, validator):
    faults = []
    for kind, found in records.items():
        judge = validator(kind)
        assert found, f"{kind} is empty: nothing would be proven"
        for number, record in enumerate(found, 1):
            if list(record) != list(schemas[kind]["properties"]):
                faults.append(f"{kind}.ndjson:{number}: fields {list(record)}")
            faults += [f"{kind}.ndjson:{number}: {fault.message}" for fault in judge.iter_errors(record)]
    assert not faults, few(faults)


def test_each_small_file_follows_its_schema(api, communes, schemas, validator):
    judge, faults = validator("commune"), []
    files = sorted((api / "communes").glob("*.json"))
    assert [file.stem for file in files] == sorted(commune.code for commune in communes) and len(files) == 279
    for file in files:
        data = read(file)
        faults += [f"{file.name}: {fault.json_path}: {fault.message}" for fault in judge.iter_errors(data)]
        # Nothing stands there that no schema tells of.
        for name, value in data.items():
            kind = "communes" if name == "commune" else name
            for record in [value] if isinstance(value, dict) else value if isinstance(value, list) else []:
                unknown = set(record) - set(schemas[kind]["properties"])
                if unknown:
                    faults.append(f"{file.name}: {name}: {unknown}")
        assert list(data) == list(schemas["commune"]["properties"])
        assert data["commune"]["code"] == file.stem
    assert not faults, few(faults)
    assert not list(validator("index").iter_errors(read(api / "index.json")))


def test_a_schema_refuses_what_is_wrong(records, validator):
    """Were it not so, the tests above would prove nothing."""
    figure = next(record for record in records["figures"] if record["status"] == "number")
    judge = validator("figures")
    assert judge.is_valid(figure)
    for change in ({"status": "inconnu"}, {"value": -1}, {"value": "12"}, {"year": None}):
        assert not judge.is_valid(figure | change), change
    commune = records["communes"][0]
    assert not validator("communes").is_valid(commune | {"code": 74001})
    assert not validator("communes").is_valid({key: value for key, value in commune.items() if key != "name"})
    assert not validator("alerts").is_valid(records["alerts"][0] | {"expires": "31/03/2027"})


def test_openapi_is_openapi_and_describes_every_file(api, communes):
    document = read(api / "openapi.json")
    OpenAPIV31SpecValidator(document).validate()
    assert document["servers"] == [{"url": BASE}]
    described, operations = set(), set()
    for path, item in document["paths"].items():
        for code in [commune.code for commune in communes] if "{code}" in path else [""]:
            described.add(path.replace("{code}", code).removeprefix("/api/v1/"))
        operations.add(item["get"]["operationId"])
    assert len(operations) == len(document["paths"])
    published = {str(file.relative_to(api)) for file in api.rglob("*") if file.is_file()}
    assert described == published, few(sorted(described ^ published))
    types = {path: list(item["get"]["responses"]["200"]["content"]) for path, item in document["paths"].items()}
    assert types["/api/v1/units.ndjson"] == ["application/x-ndjson"] and types["/api/v1/units.csv"] == ["text/csv"]


def test_openapi_and_the_schemas_say_the_same(api, schemas):
    parts = read(api / "openapi.json")["components"]["schemas"]
    assert set(parts) == set(schemas)
    for name, schema in schemas.items():
        own = json.loads(re.sub(r'"\$ref": "(\w+)\.json"', r'"$ref": "#/components/schemas/\1"', json.dumps(schema)))
        for key in ("$schema", "$id", "$comment"):
            del own[key]
        assert parts[name] == own, name


def cell(value):
    """How the page says that a value stands in a table."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        value = "|".join(value)
    if isinstance(value, str):
        return f"'{value}" if value[:1] in tuple("=+-@\t\r\n'") else value
    return value


def test_tables_say_what_lines_say(api, records):
    guarded = 0
    for kind, found in records.items():
        text = (api / f"{kind}.csv").read_bytes().decode("utf-8")
        assert not text.startswith("\ufeff") and text.endswith("\r\n")
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        assert rows[0] == list(found[0]) and len(rows) == len(found) + 1, kind
        for row, record in zip(rows[1:], found):
            for read_cell, expected in zip(row, map(cell, record.values()), strict=True):
                if isinstance(expected, (int, float)):
                    assert float(read_cell) == expected, (kind, row)
                else:
                    assert read_cell == expected, (kind, row)
                    guarded += read_cell[:1] == "'"
    assert guarded, "no text of the example would be taken for a formula: this test proves less than it says"


def test_no_cell_starts_a_formula(api):
    for file in api.glob("*.csv"):
        with file.open(encoding="utf-8", newline="") as table:
            for row in csv.reader(table):
                for value in row:
                    assert value[:1] not in tuple("=+@\t\r\n") or not value, (file.name, value)
                    assert not value.startswith("-") or re.fullmatch(r"-\d+(\.\d+)?", value), (file.name, value)


def test_small_files_and_files_in_bulk_say_the_same(api, records):
    units = {unit["id"]: unit for unit in records["units"]}
    figures = {}
    for figure in records["figures"]:
        figures.setdefault(figure["code"], []).append(figure)
    for commune in records["communes"]:
        code = commune["code"]
        data = read(api / f"communes/{code}.json")

        def part(record, kind):
            return {key: record[key] for key in (data[kind][0] if data[kind] else {})}

        assert data["commune"] == {key: commune[key] for key in data["commune"]}
        assert data["units"] == [part(units[identifier], "units") for identifier in commune["units"]]
        for kind in ("alerts", "events", "commitments"):
            own = [record for record in records[kind] if not record["communes"] or code in record["communes"]]
            assert data[kind] == [part(record, kind) for record in own], (code, kind)
        for kind in ("contacts", "bulletins"):
            assert data[kind] == [part(record, kind) for record in records[kind] if record["commune"] == code], (code, kind)
        assert data["figures"] == [part(figure, "figures") for figure in figures.get(code, [])], code


def test_the_index_counts_what_there_is(api, records):
    index = read(api / "index.json")
    assert {kind["name"]: kind["records"] for kind in index["kinds"]} == {kind: len(found) for kind, found in records.items()}
    assert len(records["communes"]) == 279 and index["generated"] == "2026-11-24"
    for kind in index["kinds"]:
        for link in ("ndjson", "csv", "schema"):
            assert (api / kind[link].removeprefix(f"{BASE}/api/v1/")).is_file()


def test_a_figure_without_a_number_has_none(records):
    statuses = set()
    for record in records["figures"] + records["results"]:
        status, value = record["status"], record["value"]
        statuses.add(status)
        good = {"number": value is not None and value > 0, "zero": value == 0, "suppressed": value is None, "absent": value is None}
        assert good[status], record
    assert {"number", "zero", "suppressed"} <= statuses
    for figure in records["figures"]:
        assert (figure["suppressedBy"] is not None) == (figure["status"] == "suppressed"), figure
        assert figure["producer"] and figure["vintage"] and figure["licence"], figure
        assert (figure["ratePerThousand"] is None) or figure["value"] is not None


def test_results_are_never_told_by_commune(records, communes):
    codes, names = {commune.code for commune in communes}, {commune.name for commune in communes}
    assert {record["axis"] for record in records["results"]} <= {None, "arrondissement", "brigade", "size"}
    for record in records["results"]:
        assert record["group"] not in codes
        assert record["axis"] == "arrondissement" or record["groupText"] not in names
    open_ones = {record["id"] for record in records["consultations"] if record["status"] != "published"}
    assert open_ones and not open_ones & {record["consultation"] for record in records["results"]}


def test_nobody_is_told_where_an_immersion_is(records, api):
    immersions = [event for event in records["events"] if event["kind"] == "immersion"]
    assert immersions
    for event in immersions:
        assert [event[key] for key in ("id", "date", "lastDate", "start", "end", "place")] == [None] * 6 and event["month"]


def test_every_address_leads_to_what_is_published(public, records):
    faults = []
    for kind, found in records.items():
        for record in found:
            for value in record.values():
                if isinstance(value, str) and value.startswith(BASE):
                    path = value.removeprefix(f"{BASE}/").partition("#")[0]
                    if not (public / path / "index.html").is_file() and not (public / path).is_file():
                        faults.append(f"{kind}: {value}")
    assert not faults, few(faults)
    assert all(bulletin["pdf"] for bulletin in records["bulletins"])


# The page

class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass

    def end_headers(self):
        self.send_header("Access-Control-Allow-Origin", "*")
        super().end_headers()


@pytest.fixture(scope="module")
def address(public):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=public))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()


@pytest.fixture(scope="module")
def page(public):
    return HTMLPage(public, public / "api/index.html")


RUN = {
    "curl": lambda code: ["sh", "-c", code],
    "python": lambda code: [sys.executable, "-c", code],
    "csv": lambda code: [sys.executable, "-c", code],
    "javascript": lambda code: [str(NODE), "--input-type=module", "--eval", code],
}


def test_the_page_has_each_example(page):
    assert page.elements("//code/@data-example") == ["curl", "python", "javascript", "csv"] and len(RUN) == 4


@pytest.mark.parametrize("name", RUN)
def test_examples_print_what_is_shown(page, address, name):
    code = "".join(page.one(f"//code[@data-example='{name}']").itertext())
    shown = "".join(page.one(f"//code[@data-output='{name}']").itertext())
    assert BASE in code and shown.strip()
    done = subprocess.run(RUN[name](code.replace(BASE, address)), capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert done.stdout == shown


def test_the_page_tells_each_field_of_each_kind(page, schemas):
    for kind in KINDS:
        [heading] = page.elements(f"//h3[@id='{kind}']")
        table = heading.xpath("following-sibling::details[1]//tbody")[0]
        assert [row.findtext("th/code") for row in table] == list(schemas[kind]["properties"]), kind


def test_pages_lead_to_it(pages):
    for path in ("sources-et-licences/index.html", "alertes/index.html"):
        assert pages[path].elements("//main//a[@href='/api/']"), path

"""ARCHITECTURE.md tells the truth about the targets, and imports point downward only."""

import json
import pathlib
import re
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUTSIDE = {"Foundation", "FoundationEssentials", "FoundationInternationalization", "Glibc", "Synchronization", "Swift"}
ROW = re.compile(r"^\| `(\w+)` \| (.+?) \| (.*?) \|$", re.M)


@pytest.fixture(scope="module")
def targets():
    """Name -> what it depends on: targets and products of packages."""
    dump = subprocess.run(
        ["swift", "package", "dump-package"], cwd=ROOT, check=True, capture_output=True, text=True)
    found = {}
    for target in json.loads(dump.stdout)["targets"]:
        names = [next(iter(dependency.values()))[0] for dependency in target["dependencies"]]
        found[target["name"]] = (target["type"], set(names))
    return found


@pytest.fixture(scope="module")
def table():
    text = (ROOT / "ARCHITECTURE.md").read_text()
    assert text.count("\n") < 200, "ARCHITECTURE.md has 200 lines or more"
    return {name: set(re.findall(r"`(\w+)`", imports)) for name, _, imports in ROW.findall(text)}


def test_the_table_lists_every_target_with_its_imports(targets, table):
    code = {
        name: dependencies for name, (kind, dependencies) in targets.items()
        if kind in ("regular", "executable") and (ROOT / "Sources" / name).is_dir() and name != "CShims"}
    assert set(table) == set(code)
    for name, dependencies in code.items():
        assert table[name] == dependencies, f"ARCHITECTURE.md says otherwise of {name}"


def test_imports_point_downward(targets, table):
    order = list(table)
    for place, name in enumerate(order):
        above = table[name] & set(order[: place + 1])
        assert not above, f"{name} imports {above}, which stands above it in ARCHITECTURE.md"


def test_sources_import_what_their_target_declares(targets, table):
    for name in table:
        for file in (ROOT / "Sources" / name).rglob("*.swift"):
            imports = set(re.findall(r"^(?:public |private )?import (?:\w+ )?(\w+)", file.read_text(), re.M))
            extra = imports - targets[name][1] - OUTSIDE
            assert not extra, f"{file.relative_to(ROOT)} imports {extra}, which {name} does not declare"


@pytest.mark.parametrize("library, owner", [
    ("CCMarkGFM", "ContentReading"), ("CYAML", "YAML"), ("CZlib", "Gzip"), ("CICal", "Calendar"), ("CQREncode", "Figures"),
    ("CXML", "CAP"), ("CClp", "Consultations"), ("CCrypto", "Publishing"), ("Subprocess", "ExternalTools"),
    ("ArgumentParser", "crieur"), ("CJemalloc", "crieur"),
])
def test_each_library_has_one_door(targets, library, owner):
    users = {name for name, (kind, names) in targets.items() if kind != "test" and library in names}
    assert users == {owner}

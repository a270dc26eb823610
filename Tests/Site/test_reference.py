"""docs/reference.md and the schemas say what the program reads: they are made from it, and the example and faults agree."""

import json
import re
import subprocess

import jsonschema
import pytest
import yaml

from judges.program import PROGRAM, ROOT, environment

SCHEMAS = ROOT / "site-templates/new/site/vscode/schemas"
CONTENT = ROOT / "content"
FILES = {"site": "site.yml", "facts": "facts.yml", "feeds": "feeds/feeds.yml", "operation": "operation.yml"}
TEXTS = {
    "guide": "guides/*/*.md", "page": "pages/*.md", "alert": "alerts/*.md", "edition": "bulletins/*.md", "commune": "communes/*.md",
}


class Loader(yaml.SafeLoader):
    """Dates stay texts, as editors' schemas see them."""


Loader.yaml_implicit_resolvers = {
    sign: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for sign, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()}


def schema(name):
    return json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))


def named(value):
    """Keys of mappings are texts, numbers among them."""
    if isinstance(value, dict):
        return {str(key): named(item) for key, item in value.items()}
    return [named(item) for item in value] if isinstance(value, list) else value


def faults(name, text):
    return [fault.message for fault in jsonschema.Draft7Validator(schema(name)).iter_errors(named(yaml.load(text, Loader)))]


def front_matter(file):
    return re.match(r"---\n(.*?)\n---\n", file.read_text("utf-8"), re.S)[1]


def test_they_are_as_the_program_makes_them(program):
    done = subprocess.run(
        [str(ROOT / "tools/reference"), "--check"], env=environment(CRIEUR=str(PROGRAM)), capture_output=True, text=True)
    assert done.returncode == 0, f"run tools/reference:\n{done.stdout}{done.stderr}"


@pytest.mark.parametrize("file", sorted(SCHEMAS.glob("*.json")), ids=lambda file: file.name)
def test_each_is_a_schema(file):
    jsonschema.Draft7Validator.check_schema(json.loads(file.read_text("utf-8")))


@pytest.mark.parametrize("name", FILES)
def test_the_example_s_files_follow_theirs(name):
    assert faults(name, (CONTENT / FILES[name]).read_text("utf-8")) == []


@pytest.mark.parametrize("name", TEXTS)
def test_the_example_s_texts_follow_theirs(name):
    files = sorted(CONTENT.glob(TEXTS[name]))
    assert files
    assert {str(file): found for file in files if (found := faults(name, front_matter(file)))} == {}


@pytest.mark.parametrize("name, old, new", [
    ("site", "title:", "titel:"), ("facts", "kind: telephone", "kind: téléphone"), ("feeds", "retrieved: 2026", "retrieved: vingt-six"),
    ("feeds", "nature:", "natur:"),
])
def test_what_the_program_refuses_is_underlined(name, old, new):
    text = (CONTENT / FILES[name]).read_text("utf-8")
    assert old in text
    assert faults(name, text.replace(old, new, 1))


def test_a_new_site_has_them_where_vs_code_looks(program, tmp_path):
    done = subprocess.run(
        [str(PROGRAM), "new", "site", "--departement", "73", str(tmp_path / "site"), "--templates", str(ROOT / "site-templates")],
        cwd=tmp_path, env=environment(), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    places = json.loads((tmp_path / "site/.vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    assert len(places) >= 6
    for path, files in places.items():
        assert (tmp_path / "site" / path).is_file() and files
    assert set(files for found in places.values() for files in found) >= {"content/site.yml", "content/facts.yml", "content/feeds/feeds.yml"}

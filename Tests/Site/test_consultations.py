"""Consultations as they are published and printed: results.yml read by another library, and looked for on page and paper."""

import csv
import re
import subprocess
import sys

import pikepdf
import pytest
import yaml
from test_sheets import (  # noqa: F401 - each is run on the sheets of this module
    Sheet, test_all_fonts_are_embedded, test_each_has_its_paper_and_its_pages, test_each_is_pdf_ua_and_pdf_a,
    test_each_says_its_title_its_language_and_that_it_is_an_example, test_nothing_is_too_small_to_read,
    test_nothing_stands_where_a_printer_does_not_print,
)

from judges.bulletin import output_of
from judges.html_page import plain
from judges.program import DAY, PROGRAM, ROOT, copy_of_the_example, environment
from judges.tree import few

CONTENT = ROOT / "content/consultations"
HIDDEN = "caché"
NOT_TOLD = "n. d."


def read(slug, name):
    return yaml.load((CONTENT / slug / f"{name}.yml").read_text("utf-8"), yaml.BaseLoader)


def questions(slug):
    return [question for theme in read(slug, "questions")["themes"] for question in theme["questions"]]


def typed(text):
    """As pages write it, spaces and apostrophes made plain."""
    return plain(str(text)).replace("'", "’")


def bare(text):
    """Without what the end of a line changes."""
    return re.sub(r"[\s-]+", "", typed(text))


@pytest.fixture(scope="module")
def results():
    return read("dcas-2026", "results")


@pytest.fixture(scope="module")
def page(pages):
    return pages["consultations/dcas-2026/index.html"]


@pytest.fixture(scope="module")
def sheets(public):
    return [Sheet(file, "A4", str(file.parent.relative_to(public))) for file in sorted(public.glob("consultations/*/*.pdf"))]


@pytest.fixture(scope="module")
def booklets():
    return []


def test_each_consultation_has_its_prints(public, sheets):
    found = {(sheet.file.parent.name, sheet.file.stem) for sheet in sheets}
    asked = {(slug, stem) for slug in ("dcas-2026", "perception-2026") for stem in ("questionnaire", "questionnaire-gros-caracteres")}
    assert found == asked | {("dcas-2026", "bilan"), ("dcas-2026", "synthese")}
    assert len(Sheet(public / "consultations/dcas-2026/synthese.pdf", "A4", "").read.sides) == 1


def test_large_print_is_large(sheets):
    from judges.layout import sizes
    for sheet in sheets:
        if sheet.file.stem.endswith("gros-caracteres"):
            small = [run for run in sizes(sheet.file) if run[0] < 16]
            assert not small, small[:3]


def test_every_question_is_on_paper_and_on_its_page(public, pages):
    for slug in ("dcas-2026", "perception-2026"):
        shown = typed(pages[f"consultations/{slug}/index.html"].text)
        for name in ("questionnaire", "questionnaire-gros-caracteres"):
            printed = bare(Sheet(public / f"consultations/{slug}/{name}.pdf", "A4", "").text)
            for question in questions(slug):
                words = typed(question["text"])
                assert words in shown, f"{slug}: « {words} » is not on the page"
                assert bare(words) in printed, f"{slug}, {name}: « {words} » is not asked"
                for label in question.get("choices", {}).values():
                    assert bare(label) in printed, f"{slug}, {name}: « {label} » cannot be ticked"


def test_a_questionnaire_says_where_to_send_it_and_leads_to_the_survey(public, tmp_path):
    for slug in ("dcas-2026", "perception-2026"):
        asked = read(slug, "questions")
        file = public / f"consultations/{slug}/questionnaire.pdf"
        printed = Sheet(file, "A4", "").text
        for line in asked["contact"]["address"]:
            assert typed(line) in typed(printed), line
        picture = tmp_path / slug
        subprocess.run(
            ["pdftoppm", "-r", "200", "-gray", "-f", "1", "-singlefile", str(file), str(picture)], check=True, stderr=subprocess.DEVNULL)
        done = subprocess.run(["zbarimg", "--quiet", "--raw", f"{picture}.pgm"], capture_output=True, text=True)
        assert done.stdout.strip() == asked["survey"]


def rows_of(page, table):
    return [[typed(cell.text_content()) for cell in row.xpath("./th|./td")] for row in table.xpath("./tbody/tr")]


def test_the_page_shows_what_was_counted_and_nothing_of_what_is_hidden(page, results):
    """Each count of the département, in the order of the question's answers; shares of what is told only."""
    faults, told, hidden = [], 0, 0
    for question in questions("dcas-2026"):
        tables = [table for table in results["tables"] if table["question"] == question["code"]]
        if not tables:
            continue
        heading = f"question-{question['code'].lower()}"
        if "row" in tables[0]:
            shown = rows_of(page, page.one(f"//table[@class='matrix'][ancestor::*[@aria-labelledby='{heading}'] and not(ancestor::details)]"))
            counts = [[cell.split(" ")[0] if cell != NOT_TOLD else cell for cell in row[1:-1]] for row in shown]
        else:
            shown = rows_of(page, page.one(f"//table[@class='answers'][@aria-labelledby='{heading}']"))
            counts = [[row[1] for row in shown]]
            for row in shown:
                if row[1] == NOT_TOLD and row[2]:
                    faults.append(f"{question['code']}: the share of a hidden count, {row}")
        wanted = [[NOT_TOLD if cell == HIDDEN else cell for cell in table["cells"]] for table in tables]
        told += sum(cell != NOT_TOLD for row in wanted for cell in row)
        hidden += sum(cell == NOT_TOLD for row in wanted for cell in row)
        if counts != wanted:
            faults.append(f"{question['code']}: {counts} where {wanted} was counted")
    assert told > 50 and hidden > 5, "too little to tell"
    assert not faults, few(faults)


def test_bars_are_drawn_of_told_counts_alone(page):
    for row in page.elements("//table[@class='answers']//tr[td[@class='drawn']]"):
        count = typed(row.xpath("./td")[0].text_content())
        assert bool(row.xpath(".//*[name()='svg']")) == (count != NOT_TOLD), typed(row.text_content())


def test_the_report_says_each_count_too(public, results):
    text = typed(" ".join(output_of("pdftotext", "-layout", str(public / "consultations/dcas-2026/bilan.pdf"), "-").split()))
    for table in results["tables"]:
        if "row" in table or table["question"] == "AST":
            continue
        for code, cell in zip(table["codes"], table["cells"]):
            question = next(question for question in questions("dcas-2026") if question["code"] == table["question"])
            label = {**question.get("choices", {}), **question.get("coded", {}), "other": "Autre"}.get(code, f"{code} sur 5")
            count = NOT_TOLD if cell == HIDDEN else cell
            start = re.escape(typed(label)[:24])
            assert re.search(rf"{start}.{{0,40}}?(?<!\d){re.escape(count)}(?!\d)", text), f"{table['question']}: {label}, {count}"


def test_participation_is_of_communes_in_the_zone_and_never_by_commune(page, results, communes):
    assert results["answers"] == "118" and results["invited"] == "267"
    assert "44 % (267 communes invitées)" in typed(page.text)
    for axis in results["participation"]:
        shown = rows_of(page, page.one(f"//table[@aria-labelledby='participation-{axis['axis']}']"))
        found = {row[0]: (row[1], row[2]) for row in shown}
        assert found == {typed(row["label"]): (NOT_TOLD if row["answers"] == HIDDEN else row["answers"], row["invited"]) for row in axis["rows"]}
        assert all(int(row["invited"]) >= 3 for row in axis["rows"])
    section = page.one("//section[contains(@class,'results')]")
    links = section.xpath(".//a/@href")
    assert not [link for link in links if "/communes/" in link]


def test_the_map_is_drawn_from_the_told_shares(page, results):
    for axis in results["participation"]:
        if axis["axis"] == "size":
            continue
        shapes = page.elements(f"//details[summary[@id='participation-{axis['axis']}']]//*[name()='svg'][contains(@class,'participation-map')]/*[name()='path'][not(@class='land')]")
        found = {typed(shape.xpath("./*[name()='title']")[0].text_content()).split(" :")[0]: shape.get("class") for shape in shapes}
        wanted = {}
        for row in axis["rows"]:
            share = None if row["answers"] == HIDDEN else round(100 * int(row["answers"]) / int(row["invited"]))
            wanted[typed(row["label"])] = "untold" if share is None else f"level-{1 + sum(share > end for end in (25, 50, 75))}"
        assert found == wanted


def test_an_open_survey_is_linked_and_a_closed_one_is_not(public, pages, tmp_path):
    survey = read("perception-2026", "questions")["survey"]
    assert pages["consultations/perception-2026/index.html"].elements(f"//a[@href='{survey}']")
    assert (public / "consultations/perception-2026/qr.svg").is_file()
    assert not pages["consultations/dcas-2026/index.html"].elements("//a[contains(@href,'enquetes.exemple.fr')]")
    assert not (public / "consultations/dcas-2026/qr.svg").exists()
    project = copy_of_the_example(tmp_path)
    project.build("--no-pdf", "--no-search", date="2026-12-19")
    after = (project.folder / "public/consultations/perception-2026/index.html").read_text("utf-8")
    assert survey not in after.split("</main>")[0] and "Le questionnaire est fermé" in after
    assert "Consultation en cours" not in (project.folder / "public/index.html").read_text("utf-8")


def test_every_commitment_is_on_its_page_overdue_ones_as_overdue(pages):
    commitments = read("dcas-2026", "commitments")["commitments"]
    page = pages["engagements/index.html"]
    for commitment in commitments:
        shown = typed(page.one(f"//li[@id='dcas-2026-{commitment['id']}']").text_content())
        for key in ("expectation", "decision", "who"):
            assert typed(commitment[key]) in shown
        late = commitment["status"] in ("planned", "ongoing") and commitment["due"] < DAY
        assert ("En retard" in shown) == late, commitment["id"]
    assert "1 en retard" in typed(page.text)


def test_hours_stand_beside_the_commitment_that_asks_for_them(pages, commune_pages):
    shown = typed(pages["engagements/index.html"].one("//li[@id='dcas-2026-presence-voie-publique']").text_content())
    assert "troisième trimestre 2026" in shown and "deuxième" not in shown
    assert "arrondissement d’Annecy, 9 880 heures" in shown and "arrondissement de Bonneville, 8 140 heures" in shown
    others = typed(pages["engagements/index.html"].one("//li[@id='dcas-2026-contact-nuit']").text_content())
    assert "heures" not in others
    own = typed(commune_pages["74010"].one("//ul[@class='commitment-list']/li[.//dt='En chiffres']").text_content())
    assert "Annecy, 9 880 heures" in own and "Bonneville" not in own


def test_each_mayor_has_a_letter(public, communes, tmp_path):
    project = copy_of_the_example(tmp_path, cache_of=public)
    done = subprocess.run(
        [str(PROGRAM), "consultation", "invite", "dcas-2026", "--date", "2026-06-05", "--arrondissement", "Bonneville", "--output", "lettres.pdf"],
        cwd=project.folder, env=environment(), capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    with (ROOT / "content/feeds/communes.csv").open(encoding="utf-8", newline="") as file:
        codes = {row["code"] for row in csv.DictReader(file) if row["arrondissement"] == "Bonneville"}
    asked = [commune for commune in communes if commune.code in codes]
    with pikepdf.open(project.folder / "lettres.pdf") as pdf:
        # The police alone answers for none of them; each letter begins on the front of a leaf.
        assert len(pdf.pages) == 2 * len(asked) - 1
    texts = [typed(text) for text in output_of("pdftotext", str(project.folder / "lettres.pdf"), "-").split("\f")[::2] if text.strip()]
    assert len(texts) == len(asked)
    for commune in asked:
        assert any(f"Mairie {typed(commune.of_name)}" in text for text in texts), commune.name
    assert all("8 juin 2026 au 17 juillet 2026" in text and "EXEMPLE : NE PAS DIFFUSER" in text for text in texts)


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    """The invented answers that the example's results were counted from, in a folder of their own."""
    folder = tmp_path_factory.mktemp("reponses") / "prive"
    subprocess.run([sys.executable, str(ROOT / "tools/example-answers"), str(folder)], check=True)
    return folder


def rows(file, delimiter=","):
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened, delimiter=delimiter))


def test_results_hold_the_counts_of_the_answers(answers, results):
    """What is told is right; what is hidden cannot be judged from here (test_secrecy.py does)."""
    given = rows(answers / "reponses.csv")
    themes = rows(answers / "sujets.csv", ";")
    asked = {question["code"]: question for question in questions("dcas-2026")}
    judged = 0
    for table in results["tables"]:
        code, kind = table["question"], asked[table["question"]]["kind"]
        if kind == "multiple":
            counts = [sum(row[f"{code}[{tick}]"] != "" for row in given) for tick in table["codes"]]
        elif kind == "text":
            counts = [sum(row["question"] == code and theme in row["sujets"].split() for row in themes) for theme in table["codes"]]
        elif kind == "number":
            starts = [int(start) for start in table["codes"]]
            bands = [max(start for start in starts if start <= int(row[code])) for row in given]
            counts = [bands.count(start) for start in starts]
        else:
            column = f"{code}[{table['row']}]" if "row" in table else code
            # Words of one's own stand for « other » where nothing of the list was chosen.
            counts = [sum(row[column] == answer for row in given) for answer in table["codes"]]
        for told, count in zip(table["cells"], counts):
            if told != HIDDEN:
                assert int(told) == count, f"{code} {table.get('row', '')}: {table['cells']}, not {counts}"
                judged += 1
    assert judged > 80


def test_who_has_not_answered_is_told_on_the_terminal(answers, program):
    done = subprocess.run(
        [str(PROGRAM), "consultation", "status", "dcas-2026", "--date", "2026-07-20", "--responses", str(answers / "reponses.csv")],
        cwd=ROOT, env=environment(), capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    said = typed(done.stdout)
    answered = {row["COM"] for row in rows(answers / "reponses.csv")}
    asked = [row for row in rows(ROOT / "content/feeds/communes.csv") if any(unit.isdigit() for unit in row["units"].split())]
    for name in {row["arrondissement"] for row in asked}:
        own = [row["code"] for row in asked if row["arrondissement"] == name]
        assert f"{typed(name)} : {len(set(own) - answered)} sur {len(own)}" in said
    assert "Des mots" not in said and "ATT2" in said


def crieur(folder, *arguments):
    return subprocess.run(
        [str(PROGRAM), *arguments, "--date", DAY], cwd=folder, env=environment(), capture_output=True, text=True, timeout=300)


@pytest.mark.parametrize("subject", ["/consultations/dcas-2026/", "content/consultations/dcas-2026/results.yml"])
def test_where_results_come_from_is_explained(results, subject):
    cells = [cell for table in results["tables"] for cell in table["cells"]]
    cells += [cell for table in results["tables"] for axis in table.get("breakdowns", []) for group in axis["groups"] for cell in group["cells"]]
    said = typed(crieur(ROOT, "explain", subject).stdout)
    assert "results.yml, comptés le 20 juillet 2026, 118 réponses" in said
    assert re.search(rf"effectifs cachés \(secret statistique\) : {cells.count(HIDDEN)} sur {len(cells):,}".replace(",", " ?"), said)
    assert "content/consultations/dcas-2026/commitments.yml" in said


def test_few_communes_need_the_consent_of_their_mayor(tmp_path):
    project = copy_of_the_example(tmp_path)
    project.edit("content/consultations/dcas-2026/commitments.yml", "    date: 2026-09-21", '    date: 2026-09-21\n    territory: {communes: ["74010"]}')
    refused = crieur(project.folder, "check")
    assert refused.returncode == 1 and "[commitment-territory]" in refused.stdout + refused.stderr
    project.edit("content/consultations/dcas-2026/commitments.yml", "    date: 2026-09-21", "    date: 2026-09-21\n    consent: 2026-09-18")
    assert crieur(project.folder, "check").returncode == 0

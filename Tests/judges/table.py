"""The example's own tables, read by Python's csv: what pages and bulletins must say."""

import csv
import re
from dataclasses import dataclass
from pathlib import Path

from judges.program import ROOT

# TNCC, the code by which INSEE says how a commune's name takes its article.
# https://www.insee.fr/fr/information/8377162 : 0 none, 1 vowel, 2 Le, 3 La, 4 Les, 5 L', 6 Aux, 7 Las, 8 Los.
ARTICLES = {"2": ("Le ", "du "), "3": ("La ", "de La "), "4": ("Les ", "des "), "5": ("L’", "de L’")}


@dataclass(frozen=True)
class Unit:
    id: str
    institution: str
    name: str
    telephone: str


@dataclass(frozen=True)
class Commune:
    code: str
    name: str
    article: str
    postal_codes: tuple[str, ...]
    population: int
    units: tuple[Unit, ...]

    @property
    def of_name(self) -> str:
        """« d’Annecy », « du Biot », « de La Clusaz », « des Gets »."""
        if self.article in ARTICLES:
            written, joined = ARTICLES[self.article]
            assert self.name.startswith(written), f"{self.code}: article {self.article} but the name is « {self.name} »"
            return joined + self.name.removeprefix(written)
        return ("d’" if self.article == "1" else "de ") + self.name

    @property
    def is_police_only(self) -> bool:
        return {unit.institution for unit in self.units} == {"PN"}


def typographic(text: str) -> str:
    return text.replace("'", "’")


def rows(name: str, delimiter: str = ",") -> list[dict[str, str]]:
    with Path(ROOT / "content/feeds" / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def brigade(service: str) -> str:
    """« Gendarmerie - Brigade de La-Roche-sur-Foron » as the public reads it."""
    name = typographic(service).replace("Gendarmerie - Brigade", "Brigade de gendarmerie")
    return re.sub(r" de (La)-", r" de \1 ", name)


def read_units() -> dict[str, Unit]:
    """Police stations of the example's own table, brigades of the ministry's form of list."""
    units = [
        Unit(row["id"], row["institution"], typographic(row["name"]), row["telephone"]) for row in rows("units.csv")
    ] + [
        Unit(row["identifiant_public_unite"], "GN", brigade(row["service"]), row["telephone"].replace("+33 ", "0"))
        for row in rows("export-gn2.csv", ";")
    ]
    return {unit.id: unit for unit in units}


def read_communes() -> list[Commune]:
    units = read_units()
    return [
        Commune(
            row["code"], typographic(row["name"]), row["article"], tuple(row["postal_codes"].split()),
            int(row["population"]), tuple(units[id] for id in row["units"].split()))
        for row in rows("communes.csv")
    ]

"""A base of recorded figures of the national size, in the format that SSMSI publishes: 5.2 million rows of invented
numbers. The same bytes each time."""

import gzip
import random
from pathlib import Path

YEARS = range(2016, 2026)
COMMUNES = 34_920
INDICATORS = [
    ("Violences physiques intrafamiliales", "Victime"), ("Violences physiques hors cadre familial", "Victime"),
    ("Violences sexuelles", "Victime"), ("Vols avec armes", "Infraction"), ("Vols violents sans arme", "Infraction"),
    ("Vols sans violence contre des personnes", "Victime entendue"), ("Cambriolages de logement", "Infraction"),
    ("Vols de véhicule", "Véhicule"), ("Vols dans les véhicules", "Véhicule"),
    ("Vols d'accessoires sur véhicules", "Véhicule"), ("Destructions et dégradations volontaires", "Infraction"),
    ("Usage de stupéfiants", "Mis en cause"), ("Usage de stupéfiants (AFD)", "Mis en cause"),
    ("Trafic de stupéfiants", "Mis en cause"), ("Escroqueries et fraudes aux moyens de paiement", "Victime"),
]
HEADER = (
    "CODGEO_2026", "annee", "indicateur", "unite_de_compte", "nombre", "taux_pour_mille", "est_diffuse", "insee_pop",
    "insee_pop_millesime", "insee_log", "insee_log_millesime", "complement_info_nombre", "complement_info_taux")


def departements():
    return [f"{number:02}" for number in range(1, 20)] + ["2A", "2B"] + [f"{number}" for number in range(21, 96)]


def codes():
    """Of all its communes."""
    all_departements = departements()
    each, more = divmod(COMMUNES, len(all_departements))
    for place, departement in enumerate(all_departements):
        for number in range(1, each + 1 + (place < more)):
            yield f"{departement}{number:03}"


def comma(value):
    return f"{value:.7f}".replace(".", ",")


def rows(code, draw):
    """The rows of one commune. Three in four are too small to have most of their figures published."""
    inhabitants = int(10 ** draw.uniform(1.7, 5.2 if draw.random() < 0.2 else 3.3))
    dwellings = max(1, inhabitants // 2)
    for year in YEARS:
        for indicator, unit in INDICATORS:
            denominator = dwellings if indicator.startswith("Cambriolages") else inhabitants
            if inhabitants > 3000 or draw.random() < 0.25:
                count = int(inhabitants * draw.random() / 150)
                values = (str(count), comma(1000 * count / denominator), "diff")
                hidden = ("NA", "NA")
            else:
                values = ("NA", "NA", "ndiff")
                hidden = (comma(4 * draw.random()), comma(6 * draw.random()))
            yield (code, str(year), indicator, unit, *values, str(inhabitants), str(min(year, 2023)), str(dwellings),
                   str(min(year, 2022)), *hidden)


def write(folder: Path):
    """The base as text and as gzip below `folder`; gives both paths."""
    folder.mkdir(parents=True, exist_ok=True)
    draw = random.Random(20261124)
    plain, packed = folder / "base.csv", folder / "base.csv.gz"
    with plain.open("wb") as text, packed.open("wb") as file, \
            gzip.GzipFile(fileobj=file, mode="wb", compresslevel=6, mtime=0, filename="") as archive:
        def put(lines):
            data = "".join(f'"{line}"\r\n' for line in lines).encode()
            text.write(data)
            archive.write(data)

        put(['";"'.join(HEADER)])
        for code in codes():
            put(['";"'.join(row) for row in rows(code, draw)])
    return plain, packed

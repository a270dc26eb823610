"""Contact cards (vCard 4.0) of each commune, read by an address book's library and by the rules of RFC 6350."""

import re

import pytest
import vobject

from judges.tree import few

NOTICE = "EXEMPLE : NE PAS DIFFUSER"


@pytest.fixture(scope="module")
def cards(public):
    """Code of the commune → its file's bytes and its cards."""
    found = {}
    for file in sorted(public.glob("communes/*/contacts.vcf")):
        data = file.read_bytes()
        found[file.parent.name[:5]] = (data, list(vobject.readComponents(data.decode("utf-8"), allowQP=False)))
    return found


def digits(number):
    return re.sub(r"\D", "", number.replace("+33", "0"))


def test_each_commune_has_its_brigades_and_its_town_hall(cards, communes):
    assert sorted(cards) == sorted(commune.code for commune in communes)
    faults = []
    for commune in communes:
        read = cards[commune.code][1]
        names = [card.fn.value for card in read]
        units = [(f"{NOTICE} – {unit.name}", digits(unit.telephone)) for unit in commune.units]
        told = [(card.fn.value.replace("’", "'"), digits(card.tel.value)) for card in read if not card.fn.value.startswith(f"{NOTICE} – Mairie")]
        if sorted(told) != sorted((name.replace("’", "'"), number) for name, number in units):
            faults.append(f"{commune.code}: {told}, {units} are its units")
        if not all(name.startswith(f"{NOTICE} – ") for name in names):
            faults.append(f"{commune.code}: {names} do not all say that they are examples")
        if len({card.uid.value for card in read}) != len(read):
            faults.append(f"{commune.code}: two cards are one")
    assert not faults, few(faults)
    assert any(card.fn.value.startswith(f"{NOTICE} – Mairie") for _, read in cards.values() for card in read)


def test_one_unit_is_one_contact_in_the_cards_of_all_its_communes(cards):
    known = {}
    for _, read in cards.values():
        for card in read:
            known.setdefault(card.uid.value, set()).add((card.fn.value, card.tel.value if hasattr(card, "tel") else ""))
    assert max(len(said) for said in known.values()) == 1
    assert len(known) < sum(len(read) for _, read in cards.values()), "no unit serves two communes"


def test_each_file_keeps_to_the_standard(cards):
    faults = []
    for code, (data, read) in cards.items():
        lines = data.split(b"\r\n")
        if b"\n" in data.replace(b"\r\n", b"") or lines[-1]:
            faults.append(f"{code}: lines do not all end with CRLF")
        if max(map(len, lines)) > 75:
            faults.append(f"{code}: a line has {max(map(len, lines))} octets")
        for line in lines:
            line.decode("utf-8")  # no sign is cut
        text = data.replace(b"\r\n ", b"").decode("utf-8")
        for card in text.split("BEGIN:VCARD\r\n")[1:]:
            names = [re.split("[;:]", line)[0] for line in card.split("\r\n") if line]
            if names[0] != "VERSION" or names[-1] != "END" or "VERSION:4.0\r\n" not in card:
                faults.append(f"{code}: {names}")
            for name, most in [("FN", 1), ("UID", 1), ("KIND", 1), ("TEL", 1), ("ADR", 1), ("NOTE", 1), ("GEO", 1)]:
                if names.count(name) > most or (name in ("FN", "UID", "KIND") and not names.count(name)):
                    faults.append(f"{code}: {name} stands {names.count(name)} times")
            address = re.search(r"^ADR:(.*)$", card, re.M)
            if address and len(re.split(r"(?<!\\);", address[1].strip())) != 7:
                faults.append(f"{code}: {address[0]} has not seven parts")
    assert not faults, few(faults)


def test_an_address_has_its_postal_code_and_its_town_apart(cards):
    addresses = [card.adr.value for _, read in cards.values() for card in read if hasattr(card, "adr")]
    assert len(addresses) > 100
    assert not [str(address) for address in addresses if not re.fullmatch(r"\d{5}", address.code) or not address.city or address.country != "France"]


def test_its_page_leads_to_it(cards, commune_pages):
    faults = [
        code for code, page in commune_pages.items()
        if page.elements("//main//a[@type='text/vcard']/@href") != [f"{page.route}contacts.vcf"]]
    assert not faults, few(faults)

"""Reading SSMSI's base of recorded figures at its national size, as text and as gzip."""

import national_base
from measure import measured

FEED = """  - id: {id}
    file: {file}
    format: {format}
    title: Exemple
    producer: Exemple
    licence: Licence Ouverte 2.0
    vintage: exemple
    retrieved: 2026-11-24
    nature: demonstration
"""


def site(folder, base):
    """A content folder whose feeds are all communes and the base."""
    feeds = folder / "feeds"
    feeds.mkdir(parents=True, exist_ok=True)
    rows = ["code,name,article,postal_codes,population,arrondissement,units"]
    rows += [f"{code},Commune {code},0,74000,1000,," for code in national_base.codes()]
    (feeds / "communes.csv").write_text("\n".join(rows) + "\n", "utf-8")
    (feeds / "feeds.yml").write_text(
        "feeds:\n" + FEED.format(id="communes", file="communes.csv", format="communes")
        + FEED.format(id="base", file=base, format="ssmsi-communes"), "utf-8")
    return folder


def run(work, reader, folder, runs, say):
    """One département and the whole country, of each file, beside `gzip -dc` and `wc -l`."""
    say(f"writing a base of {national_base.COMMUNES} communes")
    plain, packed = national_base.write(folder)
    sites = {"text": site(folder / "text", plain), "gzip": site(folder / "gzip", packed)}
    commands = {"gzip -dc": ["gzip", "-dc", packed], "wc -l, text": ["wc", "-l", plain]}
    for kind, content in sites.items():
        commands[f"one département, {kind}"] = [reader, "74", content]
        commands[f"the country kept, {kind}"] = [reader, "FR", content]
    for turn in range(runs):
        say(f"run {turn + 1} of {runs}")
        for name, command in commands.items():
            work.add(name, measured(command))
    megabytes = plain.stat().st_size / 1e6
    peak = max(cost.peak for name in commands if "," in name and "wc" not in name for cost in work.costs[name])
    work.ratio("MB a CPU second, one département of the text", megabytes / work.median("one département, text", "cpu"), 600)
    work.ratio("MB a CPU second, the country kept of the text", megabytes / work.median("the country kept, text", "cpu"))
    for name in ("one département", "the country kept"):
        work.limit(f"CPU, {name} of the gzip ÷ gzip -dc",
                   work.median(f"{name}, gzip", "cpu") / work.median("gzip -dc", "cpu"), 1.3)
    work.limit("peak memory, MB", peak, 300)
    work.note(f"{megabytes:.0f} MB of text, {packed.stat().st_size / 1e6:.0f} MB packed; every rate is recomputed.")

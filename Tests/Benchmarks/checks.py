"""What looking texts through costs beside building the site that they make."""

from measure import measured

TIMES = 20
# The checks must cost less than a tenth of the build.
MOST = 0.1


def run(work, sites, checker, runs, say):
    """The same texts read once and checked once or `TIMES` more; the difference is what checking costs."""
    once = [checker, sites.content, "1"]
    often = [checker, sites.content, str(1 + TIMES)]
    for number in range(runs):
        work.add("Crieur, build", sites.build_ours())
        work.add("texts read, checked once", measured(once))
        work.add(f"texts read, checked {1 + TIMES} times", measured(often))
        say(f"run {number + 1} of {runs}")
    cost = (work.median(f"texts read, checked {1 + TIMES} times", "cpu") - work.median("texts read, checked once", "cpu")) / TIMES
    work.limit("CPU, the checks ÷ the build", cost / work.median("Crieur, build", "cpu"), MOST)
    work.note(f"{cost * 1000:.1f} ms of CPU for all checks of all texts.")

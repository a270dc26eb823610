"""Prints the pages of a request (standard input, JSON) with WeasyPrint; says what they cost but for the first."""

import json
import resource
import sys
import time
from pathlib import Path

from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher


def cpu():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def main():
    request = json.load(sys.stdin)
    site = Path(request["site"])

    class Fetcher(URLFetcher):
        def fetch(self, url, headers=None):
            # Pages name their style sheet from the root of the site.
            if url.startswith("file:///assets/"):
                url = (site / url.removeprefix("file:///")).as_uri()
            return super().fetch(url, headers)

    fetcher = Fetcher()
    fonts = FontConfiguration()

    def print_page(number):
        page = Path(request["pages"][number])
        target = Path(request["output"]) / f"{number:03d}.pdf"
        HTML(filename=page, url_fetcher=fetcher).write_pdf(target, font_config=fonts, pdf_variant="pdf/ua-1")

    print_page(0)
    wall, start = time.monotonic(), cpu()
    for number in range(1, len(request["pages"])):
        print_page(number)
    json.dump({
        "documents": len(request["pages"]) - 1, "cpu": cpu() - start, "wall": time.monotonic() - wall,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000,
    }, sys.stdout)


if __name__ == "__main__":
    main()

"""What robots read."""

from lxml import etree

from judges.tree import few

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def test_the_sitemap_lists_each_page_that_people_look_for_once(public, pages):
    root = etree.parse(public / "sitemap.xml").getroot()
    assert root.tag == f"{SITEMAP}urlset", f"sitemap.xml starts with {root.tag}"
    assert all(child.tag == f"{SITEMAP}url" and len(child) for child in root), "sitemap.xml: not a list of <url>"
    listed = [element.text for element in root.iter(f"{SITEMAP}loc")]
    base = pages["index.html"].one("//link[@rel='canonical']").get("href").rstrip("/")
    expected = {
        base + page.route for page in pages.values()
        # Each commune's page leads to its own twin.
        if page.is_of_content and "page-bulletin" not in page.one("//main").get("class").split()
        # Robots are to find what holds, not what held.
        and page.route != "/alertes/archives/"
    }
    assert len(listed) == len(set(listed)), "sitemap.xml lists a page twice"
    assert not expected ^ set(listed), "missing from sitemap.xml, or too much in it:" + few(sorted(expected ^ set(listed)))
    assert len(listed) > 300

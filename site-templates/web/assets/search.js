// The search page: our form, Pagefind's index. The index is asked for when the field is first used, and nothing is stored.
"use strict";

{
  const form = document.querySelector("form.search");
  const part = (name) => document.querySelector(`[data-search="${name}"]`);
  const field = form.elements.recherche;
  const choice = form.elements["recherche-ou"];
  const count = part("count");
  const results = part("results");
  const more = part("more");
  const advice = part("advice");
  const plan = part("plan");
  const list = document.createElement("ol");
  results.insertBefore(list, more.parentElement);

  const step = 10;
  const kinds = { commune: "Commune", guide: "Guide", alerte: "Alerte", bulletin: "Bulletin", page: "Page" };

  // Words without accents, case or punctuation.
  const plain = (text) =>
    text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/œ/g, "oe").replace(/æ/g, "ae")
      .replace(/[^a-z0-9]+/g, " ").trim();

  // Pagefind would join the two sides of a hyphen or an apostrophe; "d’" and its like mean nothing.
  const typed = () =>
    field.value.replace(/(?<!\p{L})(?:[cdjlmnst]|qu|jusqu|lorsqu)['’](?=\p{L})/giu, "")
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim();

  let engine = null;
  const load = () => {
    engine ??= import(`${form.dataset.index}pagefind.js`).then(({ createInstance }) => createInstance({
      basePath: form.dataset.index, baseUrl: form.dataset.home, noWorker: true, excerptLength: 26,
    })).catch((error) => {
      engine = null;
      throw error;
    });
    return engine;
  };

  const element = (name, className, text) => {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  };

  // An excerpt is text in which only "<mark>" is markup; it is put in as text.
  const excerpt = (markup) => {
    const paragraph = element("p", "excerpt", "");
    const pieces = markup.split(/<\/?mark>/);
    for (const [index, piece] of pieces.entries()) {
      const text = piece.replace(/&lt;/g, "<").replace(/&gt;/g, ">");
      paragraph.append(index % 2 === 1 ? element("mark", "", text) : text);
    }
    return paragraph;
  };

  const item = (page) => {
    const made = document.createElement("li");
    const link = element("a", "", page.meta.title);
    link.href = page.url;
    const kind = kinds[Object.keys(page.filters)[0]] ?? "";
    made.append(link, " ", element("span", "kind", [kind, page.meta.context].filter(Boolean).join(" · ")));
    if (plain(page.content) !== plain(page.meta.title)) made.append(excerpt(page.excerpt));
    return made;
  };

  let found = [];
  let shown = 0;
  let latest = 0;

  const remember = () => history.replaceState({ text: field.value, where: choice.value, shown }, "");

  const show = async (until, turn) => {
    const pages = await Promise.all(found.slice(shown, until).map((result) => result.data()));
    if (turn !== latest) return null;
    const items = pages.map(item);
    list.append(...items);
    shown += items.length;
    more.hidden = shown >= found.length;
    remember();
    return items[0] ?? null;
  };

  // The commune whose name was typed stands first, whatever else speaks of it.
  const communeFirst = async (index, text, hits) => {
    const own = (await index.search(text, { filters: { commune: "1" } })).results.slice(0, 5);
    const pages = await Promise.all(own.map((result) => result.data()));
    const same = own.filter((_, place) => plain(pages[place].meta.title) === plain(text)).map((result) => result.id);
    return [...hits.filter((hit) => same.includes(hit.id)), ...hits.filter((hit) => !same.includes(hit.id))];
  };

  // Where no page has all the words: those that have most of them.
  const anyWord = async (index, text, filters) => {
    const scores = new Map();
    for (const word of text.split(" ").filter((word) => word.length > 2)) {
      for (const hit of (await index.search(word, { filters })).results) {
        const known = scores.get(hit.id) ?? { hit, words: 0, score: 0 };
        scores.set(hit.id, { hit: known.score < hit.score ? hit : known.hit, words: known.words + 1, score: known.score + hit.score });
      }
    }
    return [...scores.values()].sort((a, b) => b.words - a.words || b.score - a.score).map(({ hit }) => hit);
  };

  const counted = (number) => (number === 0 ? "Aucun résultat" : number === 1 ? "1 résultat" : `${number} résultats`);

  const tell = (text) => { if (count.textContent !== text) count.textContent = text; };

  const clear = () => {
    list.replaceChildren();
    found = [];
    shown = 0;
    results.hidden = advice.hidden = more.hidden = true;
  };

  const search = async (until = step) => {
    const turn = ++latest;
    const text = typed();
    if (text === "") {
      clear();
      tell("");
      plan.hidden = false;
      remember();
      return;
    }
    try {
      const index = await load();
      const filters = choice.value ? { [choice.value]: "1" } : {};
      let hits = (await index.search(text, { filters })).results;
      if (!choice.value) hits = await communeFirst(index, text, hits);
      const isLoose = hits.length === 0 && text.includes(" ");
      if (isLoose) hits = await anyWord(index, text, filters);
      if (turn !== latest) return;
      clear();
      found = hits;
      await show(until, turn);
      if (turn !== latest) return;
      tell(isLoose && hits.length > 0
        ? `Aucune page n’a tous ces mots\u00a0; ${counted(hits.length)} avec une partie d’entre eux` : counted(hits.length));
      results.hidden = hits.length === 0;
      advice.hidden = hits.length > 0;
      plan.hidden = hits.length > 0;
    } catch {
      clear();
      plan.hidden = false;
      tell("La recherche n’a pas pu être chargée. Le plan du site, ci-dessous, mène à toutes les pages.");
    }
  };

  let waiting;
  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 150);
  };

  const links = () => [...list.querySelectorAll("a")];

  field.addEventListener("focus", () => { load().catch(() => {}); }, { once: true });
  field.addEventListener("input", later);
  choice.addEventListener("change", () => search());
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    await search();
    links()[0]?.focus();
  });
  more.addEventListener("click", async () => {
    const first = await show(shown + step, latest);
    first?.querySelector("a").focus();
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const active = document.activeElement;
    if (event.key === "/" && form.elements["recherche-touche"].checked && !/^(?:INPUT|SELECT|TEXTAREA)$/.test(active.tagName)) {
      event.preventDefault();
      field.focus();
      field.select();
      return;
    }
    const direction = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!direction || (active !== field && !list.contains(active))) return;
    const all = links();
    const next = all.indexOf(active) + direction;
    if (all.length === 0 || next >= all.length || (active === field && direction < 0)) return;
    event.preventDefault();
    (all[next] ?? field).focus();
  });

  form.hidden = false;
  // Back from a result: as it was left. The address never says what was looked for.
  const left = history.state;
  field.value = left?.text ?? new URLSearchParams(location.search).get("q") ?? "";
  choice.value = left?.where ?? "";
  if (typed() !== "") search(Math.max(step, left?.shown ?? 0));
}

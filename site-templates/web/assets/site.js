// Improves pages that are whole without it. No dependency, no storage; one request to this site, for the names of its communes.
"use strict";

// Words without accents, case or punctuation.
const words = (text) =>
  text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "")
    .replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/[^a-z0-9]+/g, " ").trim().split(" ");

// People write "st" for "saint".
const abbreviations = new Map([["saint", "st"], ["sainte", "ste"], ["saints", "sts"], ["saintes", "stes"]]);

const articles = new Set(["le", "la", "les", "l", "du", "de", "des", "d", "aux", "las", "los"]);

// Every word typed starts a word of the name or a postal code, articles aside but for the last word;
// or the whole, without spaces, is a part of the name.
const matches = (entry, typed) => {
  const meant = typed.filter((word, index) => index === typed.length - 1 || !articles.has(word));
  return meant.every((word) => entry.words.some((own) => own.startsWith(word)))
    || entry.joined.includes(typed.join(""));
};

// One letter missing, added or changed.
const isNear = (a, b) => {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return Math.max(a.length, b.length) - start - end <= 1;
};

const search = (entries, typed, whole) => {
  // "la clu", "l": the start of the name is meant.
  if (whole.length < 3 || (typed.length > 1 && articles.has(typed[0]))) {
    const starting = entries.filter((entry) => entry.joined.startsWith(whole) || entry.bare.startsWith(whole));
    if (starting.length > 0) return starting;
  }
  const found = entries.filter((entry) => matches(entry, typed));
  if (found.length > 0 || whole.length < 4) return found;
  return entries.filter((entry) => isNear(entry.joined, whole));
};

const entryOf = (title, codes) => {
  const name = words(title);
  const short = name.map((word) => abbreviations.get(word)).filter(Boolean);
  const bare = articles.has(name[0]) ? name.slice(1) : name;
  return { words: [...name, ...short, ...words(codes)], joined: name.join(""), bare: bare.join("") };
};

for (const form of document.querySelectorAll("form[data-filters]")) {
  const list = document.getElementById(form.dataset.filters);
  const input = form.querySelector("input");
  const count = form.querySelector(".filter-count");
  if (!list || !input) continue;
  const entries = [...list.querySelectorAll("li")].map((item) => {
    const link = item.querySelector("a");
    return { item, link, ...entryOf(link.textContent, item.querySelector(".codes")?.textContent ?? "") };
  });
  const extras = document.querySelectorAll("[data-hide-when-filtered]");
  const groups = [...list.querySelectorAll("section")];
  let found = entries;

  const filter = () => {
    const typed = words(input.value);
    const whole = typed.join("");
    const isEmpty = whole === "";
    found = isEmpty ? entries : search(entries, typed, whole);
    const kept = new Set(found);
    for (const entry of entries) entry.item.hidden = !kept.has(entry);
    for (const group of groups) group.hidden = !group.querySelector("li:not([hidden])");
    for (const extra of extras) extra.hidden = !isEmpty;
    count.textContent = isEmpty ? ""
      : found.length === 0 ? "Aucune commune ne correspond. Essayez le début du nom ou le code postal."
      : found.length === 1 ? "1 commune. Appuyez sur Entrée pour l’ouvrir."
      : `${found.length} communes`;
  };

  form.hidden = false;
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  input.addEventListener("input", filter);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const whole = words(input.value).join("");
    const chosen = found.length === 1 ? found[0] : found.find((entry) => entry.joined === whole);
    chosen?.link.click();
  });
  filter();
  if (input.value !== "") input.focus();
}

// Communes are proposed as one types, those whose name starts so before the others, the most inhabited first.
for (const form of document.querySelectorAll("form[data-communes]")) {
  const input = form.querySelector("input");
  const list = form.querySelector("[role=listbox]");
  const status = form.querySelector("[role=status]");
  const base = form.dataset.communes.replace(/[^/]*$/, "");
  const shown = 8;
  let entries = null;
  let asked = null;
  let active = -1;

  const load = () => {
    asked ??= fetch(form.dataset.communes).then((answer) => answer.json()).then(({ communes }) => {
      entries = communes.map(([name, folder, codes]) => ({ name, codes, href: `${base}${folder}/`, ...entryOf(name, codes) }));
      propose();
    }).catch(() => { asked = null; });
  };

  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const select = (index) => {
    active = index;
    [...list.children].forEach((option, place) => option.setAttribute("aria-selected", String(place === index)));
    if (index < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", list.children[index].id);
    list.children[index].scrollIntoView({ block: "nearest" });
  };

  const open = (option) => { location.href = option.dataset.href; };

  const propose = () => {
    const typed = words(input.value);
    const whole = typed.join("");
    if (!entries || whole === "") {
      status.textContent = "";
      return close();
    }
    const starts = (entry) => entry.joined.startsWith(whole) || entry.bare.startsWith(whole);
    const found = search(entries, typed, whole);
    const kept = [...found.filter(starts), ...found.filter((entry) => !starts(entry))].slice(0, shown);
    list.replaceChildren(...kept.map((entry, index) => {
      const option = document.createElement("li");
      const codes = document.createElement("span");
      option.id = `${list.id}-${index}`;
      option.dataset.href = entry.href;
      option.setAttribute("role", "option");
      codes.className = "codes";
      codes.textContent = entry.codes.split(" ", 3).join(", ");
      option.append(`${entry.name} `, codes);
      option.addEventListener("pointerdown", (event) => event.preventDefault());
      option.addEventListener("click", () => open(option));
      return option;
    }));
    list.hidden = kept.length === 0;
    input.setAttribute("aria-expanded", String(kept.length > 0));
    // The one that is surely meant is taken by Enter at once.
    const exact = kept.findIndex((entry) => entry.joined === whole);
    select(kept.length === 1 ? 0 : exact);
    status.textContent = found.length === 0 ? "Aucune commune ne correspond."
      : found.length === 1 ? "1 commune. Entrée pour l’ouvrir."
      : `${found.length} communes. Flèches pour choisir, Entrée pour ouvrir.`;
  };

  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");
  input.addEventListener("focus", load);
  input.addEventListener("input", () => (entries ? propose() : load()));
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    const count = list.children.length;
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      return close();
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    if (list.hidden) propose();
    if (list.hidden) return;
    event.preventDefault();
    const step = event.key === "ArrowDown" ? 1 : -1;
    select(active < 0 && step < 0 ? count - 1 : (active + step + count) % count);
  });
  form.addEventListener("submit", (event) => {
    if (list.hidden || active < 0) return;
    event.preventDefault();
    open(list.children[active]);
  });
}

// What is over since the site was built leaves, and what is due comes, to the minute, also while the page stays open.
// A day alone is over at its end where the reader is.
const isPast = (time) => new Date(time.length > 10 ? time : `${time}T24:00`) <= new Date();
const keepTime = () => {
  for (const item of document.querySelectorAll("[data-until]:not([hidden])")) {
    if (!isPast(item.dataset.until)) continue;
    item.hidden = true;
    const list = item.parentElement;
    const note = list.nextElementSibling;
    if (!list.querySelector("li:not([hidden])") && note?.classList.contains("all-past")) note.hidden = false;
  }
  for (const item of document.querySelectorAll("[data-from]")) item.hidden = !isPast(item.dataset.from);
  // The next permanence is the first that is not over.
  for (const next of document.querySelectorAll(".next-permanence")) {
    const dates = [...next.querySelectorAll("[data-ends]")];
    const coming = dates.find((item) => !isPast(item.dataset.ends));
    for (const item of dates) item.hidden = item !== coming;
    next.querySelector(".none-left").hidden = coming !== undefined;
  }
};
keepTime();
setInterval(keepTime, 20000);

// The map: one stop of the keyboard instead of hundreds; arrows go to the nearest commune on that side.
for (const map of document.querySelectorAll("svg.map")) {
  const section = map.closest("section");
  const name = section.querySelector(".map-name");
  const places = [...map.querySelectorAll("a")].map((link) => {
    const box = link.querySelector("path").getBBox();
    return { link, x: box.x + box.width / 2, y: box.y + box.height / 2 };
  });
  const sides = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  const enter = (place) => {
    for (const other of places) other.link.setAttribute("tabindex", other === place ? "0" : "-1");
  };

  // Straight ahead counts more than near.
  const towards = (from, [x, y]) => {
    let best = null;
    let least = Infinity;
    for (const place of places) {
      const ahead = (place.x - from.x) * x + (place.y - from.y) * y;
      const aside = Math.abs((place.x - from.x) * y) + Math.abs((place.y - from.y) * x);
      if (ahead <= 0 || aside > 2 * ahead) continue;
      if (ahead + 2 * aside < least) [best, least] = [place, ahead + 2 * aside];
    }
    return best;
  };

  for (const place of places) {
    const title = place.link.querySelector("title").textContent;
    const show = () => { name.textContent = title; };
    place.link.addEventListener("mouseenter", show);
    place.link.addEventListener("focus", () => { enter(place); show(); });
    place.link.addEventListener("keydown", (event) => {
      const side = sides[event.key];
      if (!side || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      towards(place, side)?.link.focus();
    });
  }
  if (places.length === 0) continue;
  const middle = map.viewBox.baseVal;
  const distance = (place) => Math.hypot(place.x - middle.width / 2, place.y - middle.height / 2);
  enter(places.reduce((best, place) => (distance(place) < distance(best) ? place : best)));
  // The links tell their names themselves.
  name.setAttribute("aria-hidden", "true");
  name.hidden = false;
  name.textContent = "Choisissez une commune";
  section.querySelector(".map-keys").hidden = false;
}

"use strict";
// Loads the page again when what it shows has changed, and shows over it what stops it from changing.
(() => {
  const { path, seen, date } = document.currentScript.dataset;
  const place = `crieur:${location.pathname}`;

  const former = sessionStorage.getItem(place);
  if (former !== null) {
    sessionStorage.removeItem(place);
    scrollTo({ top: Number(former), behavior: "instant" });
  }

  const element = (name, className, text) => {
    const made = document.createElement(name);
    made.className = className;
    if (text) made.textContent = text;
    return made;
  };

  // --- Faults

  const panel = element("aside", "crieur-faults");
  panel.hidden = true;
  panel.setAttribute("role", "alert");
  const title = element("p", "crieur-title");
  const close = element("button", "crieur-close", "Masquer");
  close.type = "button";
  close.addEventListener("click", () => panel.classList.toggle("crieur-folded"));
  const text = element("pre", "crieur-text");
  panel.append(title, close, text);
  document.body.append(panel);

  const show = (report) => {
    panel.hidden = report.text === "";
    panel.classList.toggle("crieur-folded", !report.stops);
    panel.classList.toggle("crieur-warning", !report.stops);
    title.textContent = report.stops ? "Cette page n’est plus à jour : corrigez, elle suivra." : "À voir avant de publier";
    text.textContent = report.text;
  };

  // --- The day that is previewed

  if (date) {
    const day = new Date(`${date}T12:00`).toLocaleDateString("fr-FR", { dateStyle: "long" }).replace(/^1 /, "1er ");
    const bar = element("p", "crieur-date", `Aperçu au ${day}. `);
    const back = element("a", "", "Revenir à aujourd’hui");
    back.href = "?date=";
    bar.append(back);
    // Before the page, not over it: the notice of an example stays to be seen.
    document.body.prepend(bar);
  }

  // --- A PDF is shown in a page that can be loaded again

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href$='.pdf']");
    if (!link || link.origin !== location.origin || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    location.assign(`/_crieur/pdf?${new URLSearchParams({ path: link.pathname })}`);
  });

  // --- What the server says

  const events = new EventSource(`/_crieur/events?${new URLSearchParams({ page: path, seen })}`);
  events.addEventListener("faults", (event) => show(JSON.parse(event.data)));
  events.addEventListener("reload", () => {
    events.close();
    sessionStorage.setItem(place, String(scrollY));
    location.reload();
  });
  addEventListener("pagehide", () => events.close());
})();

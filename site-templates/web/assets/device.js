// What concerns this device: the commune that it remembers, what it keeps for when there is no network, leaving a page
// quickly. It all stays here; pages are whole without it.
"use strict";

{
  const root = document.documentElement;
  const base = new URL("../", document.currentScript.src);
  const main = document.querySelector("main");
  // Pages on violence within the family: nothing is kept, shown or registered there.
  const isApart = root.hasAttribute("data-apart");
  const key = `commune ${base.pathname}`;
  const kept = `crieur ${base.pathname} kept `;

  const make = (tag, text, properties) => Object.assign(document.createElement(tag), { textContent: text, ...properties });

  // Other sites of the same origin may write there too.
  const remembered = () => {
    try {
      const { name, page } = JSON.parse(localStorage.getItem(key));
      return page.startsWith(`${base.pathname}communes/`) && typeof name === "string" ? { name, page } : null;
    } catch {
      return null;
    }
  };

  // The service worker

  const canWork = !isApart && "serviceWorker" in navigator;
  const worker = canWork
    ? navigator.serviceWorker.register(new URL("sw.js", base), { scope: base.pathname })
      .then(() => navigator.serviceWorker.ready).catch(() => null)
    : Promise.resolve(null);

  const ask = async (message) => {
    const active = (await worker)?.active;
    if (!active) return null;
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => resolve(data);
      active.postMessage(message, [port2]);
    });
  };

  const keptCache = async () => {
    const names = "caches" in window ? await caches.keys() : [];
    return names.find((name) => name.startsWith(kept));
  };

  // What the page says of the device

  const bar = make("p", "", { className: "device-bar", hidden: true });
  bar.setAttribute("role", "status");
  main.before(bar);
  const say = (text) => {
    bar.textContent = text;
    bar.hidden = text === "";
  };

  const built = document.querySelector(".built");
  const sayAge = () => {
    if (!built || main.classList.contains("page-offline")) return;
    const day = built.querySelector("time");
    const isStale = Date.now() - Date.parse(day.dateTime) > built.dataset.staleAfter * 864e5;
    const lack = !navigator.onLine ? "Hors connexion" : root.hasAttribute("data-kept") ? "Réseau indisponible" : "";
    const date = day.textContent;
    if (lack) {
      say(isStale
        ? `${lack}. Ces informations datent du ${date}\u00a0; reconnectez-vous pour les mettre à jour.`
        : `${lack}\u00a0: informations du ${date}.`);
    } else {
      say(isStale ? `Ces informations datent du ${date}\u00a0: elles ont pu changer.` : "");
    }
  };
  addEventListener("offline", sayAge);
  addEventListener("online", sayAge);
  sayAge();

  // The commune that it remembers

  const box = document.querySelector("[data-commune]");

  const show = () => {
    const commune = isApart ? null : remembered();
    for (const place of document.querySelectorAll("[data-my-commune]")) {
      place.hidden = !commune;
      if (!commune) place.replaceChildren();
      if (!commune || place.firstChild) continue;
      const link = make("a", `Ma commune\u00a0: ${commune.name}`, { href: commune.page });
      const button = make("button", "Oublier", { type: "button", ariaLabel: "Oublier cette commune", onclick: forget });
      place.append(link, button);
    }
    if (!box) return;
    const isOwn = commune?.page === box.dataset.commune;
    box.hidden = isApart;
    box.querySelector("[data-remember]").hidden = isOwn;
    box.querySelector("[data-forget]").hidden = !isOwn;
  };

  const forget = async () => {
    try { localStorage.removeItem(key); } catch { /* Nothing was kept. */ }
    const isAtBox = box?.contains(document.activeElement);
    show();
    say("");
    for (let name; (name = await keptCache());) await caches.delete(name);
    ask({});
    const done = "Commune oubliée\u00a0: cet appareil n’en garde plus rien.";
    if (isAtBox) {
      box.querySelector("[data-remember]").focus();
      box.querySelector("[role=status]").textContent = done;
    } else {
      main.focus({ preventScroll: true });
      say(done);
    }
  };

  const remember = async () => {
    const { commune: page, name } = box.dataset;
    const status = box.querySelector("[role=status]");
    try {
      localStorage.setItem(key, JSON.stringify({ name, page }));
    } catch {
      status.textContent = "Votre navigateur ne permet pas à ce site de retenir une commune.";
      return;
    }
    for (const place of document.querySelectorAll("[data-my-commune]")) place.replaceChildren();
    show();
    box.querySelector("[data-forget]").focus();
    status.textContent = "Commune retenue. Copie en cours…";
    const isKept = await ask({ keep: page });
    status.textContent = isKept
      ? "Commune retenue\u00a0: elle s’ouvrira sans réseau."
      : "Commune retenue. Ses pages n’ont pas pu être copiées\u00a0: elles s’ouvrent avec du réseau seulement.";
  };

  box?.querySelector("[data-remember]").addEventListener("click", remember);
  box?.querySelector("[data-forget]").addEventListener("click", forget);
  show();

  // Where copying was cut short, it is tried again.
  const commune = isApart ? null : remembered();
  if (commune) {
    (async () => {
      if (!(await keptCache())?.endsWith(` ${commune.page}`)) ask({ keep: commune.page });
    })();
  }

  // Without network: what is there

  const list = document.querySelector("[data-kept-list]");
  const own = document.querySelector("[data-kept-commune]");
  if (own && commune) {
    (async () => {
      const name = await keptCache();
      if (!name) return;
      const paths = new Set((await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname));
      for (const path of paths) {
        if (!path.startsWith(commune.page)) continue;
        const text = path === commune.page ? commune.name : path.endsWith(".pdf") ? "Le dernier bulletin (PDF)" : "Le dernier bulletin";
        const item = make("li", "");
        item.append(make("a", text, { href: path }));
        own.querySelector("ul").append(item);
        own.hidden = false;
      }
      for (const item of list?.querySelectorAll("li") ?? []) {
        item.hidden = !paths.has(item.querySelector("a").pathname);
        if (!item.hidden) list.hidden = false;
      }
    })();
  }

  // Leaving quickly: the page goes from the screen at once, and from the history of the tab.

  const exit = document.querySelector(".quick-exit a");
  if (exit) {
    const leftKey = `left ${base.pathname}`;
    const hasLeft = () => { try { return sessionStorage.getItem(leftKey) !== null; } catch { return false; } };
    const leave = () => {
      root.hidden = true;
      document.title = "\u00a0";
      try { sessionStorage.setItem(leftKey, ""); } catch { /* The way back is then not barred. */ }
      location.replace(exit.href);
    };
    exit.addEventListener("click", (event) => {
      event.preventDefault();
      leave();
    });

    let presses = [];
    addEventListener("keydown", ({ key: pressed, repeat, timeStamp }) => {
      if (repeat) return;
      presses = pressed === "Shift" ? [...presses, timeStamp].slice(-3) : [];
      if (presses.length === 3 && timeStamp - presses[0] < 5000) leave();
    }, true);
    for (const hint of document.querySelectorAll(".quick-exit .keys")) hint.hidden = false;

    // Going back in that tab does not bring such a page back; opening one anew does.
    if (hasLeft()) {
      if (performance.getEntriesByType("navigation")[0]?.type === "back_forward") leave();
      else sessionStorage.removeItem(leftKey);
    }
    addEventListener("pageshow", ({ persisted }) => { if (persisted && hasLeft()) leave(); });
  }
}

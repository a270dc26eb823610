// What this device keeps of the site: its look, a page for when there is no network, and with them what a person has
// asked to remember. Nothing else that is visited is ever kept, and no page on violence within the family.
// `site`, above, says for which site this is: base, version, offline, assets, pages, apart.
"use strict";

const prefix = `crieur ${site.base} `;
const ownCache = `${prefix}site ${site.version}`;
const kept = `${prefix}kept `;
const keptNow = `${kept}${site.version} `;
const networkLimit = 3000;

// How often a person has changed their mind: what is still being copied for a former wish is dropped.
let wishes = 0;

const keptCaches = async () => (await caches.keys()).filter((name) => name.startsWith(kept));
const isApart = (path) => site.apart.some((part) => path.includes(part));
const match = (request) => caches.match(request, { ignoreSearch: true, ignoreVary: true });

// An answer as it is to be kept, made anew: one that was redirected could not be shown as a page. `null` for one that
// is not to be kept.
const copy = async (address) => {
  const { href, origin, pathname } = new URL(address, location.href);
  if (origin !== location.origin || !pathname.startsWith(site.base) || isApart(pathname)) return null;
  const answer = await fetch(href, { cache: "no-cache" });
  const headers = new Headers(answer.headers);
  if (!answer.ok || /no-store/i.test(headers.get("Cache-Control"))) return null;
  for (const name of ["Accept-Ranges", "Content-Encoding", "Content-Length", "Vary"]) headers.delete(name);
  if (!/^text\/html/i.test(headers.get("Content-Type"))) return new Response(await answer.blob(), { headers });
  const text = await answer.text();
  if (/<html[^>]* data-apart/.test(text)) return null;
  // The page then says that it is a copy.
  return new Response(text.replace("<html", "<html data-kept"), { headers });
};

// The commune's page says in `data-keep` what goes with it. All is there before anything is changed.
const keep = async (page, isWanted) => {
  if (!page.startsWith(`${site.base}communes/`)) return false;
  const first = await copy(page);
  const listed = first && /data-keep="([^"]*)"/.exec(await first.clone().text());
  if (!listed) return false;
  const addresses = [...site.pages, ...listed[1].split(" ").filter(Boolean)];
  const copies = await Promise.all(addresses.map(async (address) => [address, await copy(address)]));
  if (!(await isWanted())) return false;
  const name = keptNow + page;
  const cache = await caches.open(name);
  for (const [address, answer] of [[page, first], ...copies]) if (answer) await cache.put(address, answer);
  if (!(await isWanted())) {
    await caches.delete(name);
    return false;
  }
  for (const other of await keptCaches()) if (other !== name && other.startsWith(keptNow)) await caches.delete(other);
  return true;
};

const forget = async () => {
  wishes++;
  for (const name of await keptCaches()) await caches.delete(name);
  return true;
};

const wish = (page) => {
  const own = ++wishes;
  return keep(page, () => own === wishes);
};

// Without network the new version is not installed, and the former stays with all that it has kept.
addEventListener("install", (event) => event.waitUntil((async () => {
  const cache = await caches.open(ownCache);
  await cache.addAll(site.assets);
  await cache.put(site.offline, await copy(site.offline));
  for (const former of await keptCaches()) {
    if (former.startsWith(keptNow)) continue;
    await keep(former.slice(former.indexOf(" ", kept.length) + 1), () => caches.has(former));
  }
  await skipWaiting();
})()));

addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) {
    if (name.startsWith(prefix) && name !== ownCache && !name.startsWith(keptNow)) await caches.delete(name);
  }
  await clients.claim();
})()));

addEventListener("message", (event) => {
  const { data, ports: [port] } = event;
  const done = typeof data.keep === "string" ? wish(data.keep) : forget();
  event.waitUntil(done.catch(() => false).then((isDone) => port?.postMessage(isDone)));
});

// Readers of PDF ask for parts.
const part = async (request, answer) => {
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get("Range"));
  if (!range) return answer;
  const body = await answer.blob();
  const start = Number(range[1]);
  const end = Math.min(range[2] === "" ? Infinity : Number(range[2]), body.size - 1);
  if (start > end) return new Response(null, { status: 416, headers: { "Content-Range": `bytes */${body.size}` } });
  return new Response(body.slice(start, end + 1, body.type), {
    status: 206,
    headers: { "Content-Type": body.type, "Content-Range": `bytes ${start}-${end}/${body.size}` },
  });
};

// The network first; a copy where it fails or takes too long.
const serve = async (request, isPage) => {
  const network = fetch(request);
  const own = await match(request);
  if (!own) return isPage ? network.catch(() => match(site.offline)) : network;
  const late = new Promise((resolve) => setTimeout(resolve, networkLimit));
  const answer = await Promise.race([network, late]).catch(() => null);
  return answer && answer.status < 500 ? answer : part(request, own);
};

// Not even the browser's own cache keeps these, where the host cannot say `no-store` itself.
const serveApart = (request, isPage) => {
  const answer = fetch(request, { cache: "no-store" });
  return isPage ? answer.catch(() => match(site.offline)) : answer;
};

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin || !pathname.startsWith(site.base)) return;
  const isPage = request.mode === "navigate";
  if (isApart(pathname)) event.respondWith(serveApart(request, isPage));
  // Their names change with their content.
  else if (pathname.startsWith(`${site.base}assets/`)) event.respondWith(match(request).then((own) => own ?? fetch(request)));
  else if (isPage || pathname.endsWith(".pdf")) event.respondWith(serve(request, isPage));
});

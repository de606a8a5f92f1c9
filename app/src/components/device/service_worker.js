// Pages as last seen, on a device that somebody said is her own: shown, with their day and time, while there is no network.
const PAGES = "pages";
const WHOSE = "/-/whose";
const AWAY = "/offline";
const FILES = "files";
const MOST_FILES = 200;
const LASTS = 7 * 24 * 3600 * 1000;
const FRESH = 3600 * 1000;
const PATIENCE = 12000;
const MOST_AHEAD = 24;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => event.data === "keep" && event.waitUntil(keepAhead()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (request.method === "GET" && isFile(url)) event.respondWith(file(request.url));
});

// Styles and scripts, without which no page is as it was.
const isPart = ({ pathname, search }) => pathname.startsWith("/pkg/") || (search && /^\/[\w/-]+\.js$/.test(pathname));
// What else never changes under its address: kept once it was seen or heard.
const isFile = (url) => isPart(url) || url.pathname.startsWith("/spoken/") || /^\/photos\/\w+\/small$/.test(url.pathname);
// A sound that says a sum of money, by the names of its clips.
const isSum = (address) => /[/-](yuan|mao|fen)[-.]/.test(address);

// To look for something makes no store: one that was dropped stays so.
const stored = (address, cacheName) => caches.match(address, { cacheName });

async function file(address) {
  const kept = await stored(address, FILES);
  if (kept) return kept;
  const answer = await fetch(address);
  const mine = await whose();
  if (answer.status === 200 && mine && (mine.pay || !isSum(address))) {
    const copy = answer.clone();
    await caches.open(FILES).then((files) => files.put(address, copy)).catch(() => {});
  }
  return answer;
}

async function thinOut() {
  const files = await caches.open(FILES);
  const kept = (await files.keys()).filter(({ url }) => !isPart(new URL(url)));
  await Promise.all(kept.slice(0, Math.max(0, kept.length - MOST_FILES)).map((request) => files.delete(request)));
}

const forget = () => Promise.all([PAGES, FILES].map((name) => caches.delete(name)));

async function whose() {
  const kept = await stored(WHOSE, PAGES);
  return kept?.json().catch(() => null);
}

async function page(event) {
  const { request } = event;
  const kept = await whose();
  if (!kept) return fetch(request);
  const asked = fetch(request);
  const answer = await soon(asked);
  if (answer) {
    if (request.method === "GET") event.waitUntil(keep(request.url, answer.clone(), kept).catch(() => {}));
    // She leaves the phone to somebody else: her pages go, whatever page comes next.
    else if (new URL(request.url).pathname === "/api/leave") await forget();
    return answer;
  }
  const seen = request.method === "GET" && (await lastSeen(request.url));
  // There is something on its way, slowly: better than nothing.
  return seen || asked.catch(() => stored(AWAY, PAGES));
}

// An answer, unless none comes or it takes too long.
const soon = (asked) => Promise.race([asked.catch(() => null), new Promise((done) => setTimeout(done, PATIENCE, null))]);

// A page's own address, without what only one visit says.
function address(url) {
  const page = new URL(url);
  for (const name of ["done", "draft", "fen"]) page.searchParams.delete(name);
  return page.pathname + page.search;
}
// A worker's pages, and the counting table of who counts.
const TABLE = "/count/away";
const isHers = (path) => path === TABLE || /^\/me([/?]|$)/.test(path);

async function keep(url, answer, kept, ahead = true) {
  const person = answer.headers.get("petalwork-person");
  if (!answer.ok || !person) return;
  if (person !== kept.person) return void (await forget());
  const path = address(url);
  if (!isHers(path) || new URL(url).searchParams.has("draft")) return;
  // Her pay stays on the device only where she said so.
  if (answer.headers.get("petalwork-pay") === "open" && !kept.pay) return keep(url, await ask(url), kept, ahead);
  const html = await answer.text();
  const pages = await caches.open(PAGES);
  const headers = { "content-type": "text/html; charset=utf-8", "content-security-policy": answer.headers.get("content-security-policy"), at: String(Date.now()) };
  await pages.put(path, new Response(html, { headers }));
  for (const [, found] of html.matchAll(/(?:href|src|data-device|data-words|data-news)="(\/[^"]+)"/g)) {
    if (isPart(new URL(found, location.origin))) await file(found.replaceAll("&amp;", "&"));
  }
  if (ahead && path === "/me") await keepLinked(html, kept);
}

const ask = (path) => fetch(path, { headers: { accept: "text/html", "petalwork-pay": "closed" } });

// When a page was kept, in milliseconds; what is no page was kept at no time.
const at = (kept) => Number(kept?.headers.get("at") ?? NaN);

// What her first page leads to, so that it is there when the network is not.
async function keepLinked(html, kept) {
  const pages = await caches.open(PAGES);
  const linked = [...html.matchAll(/href="(\/me\/(?:hand-in|count|book|entry)[^"?#]*)"/g)].map(([, path]) => path);
  await thinOut();
  for (const path of await pages.keys()) {
    if (at(await pages.match(path)) < Date.now() - LASTS) await pages.delete(path);
  }
  for (const path of [...new Set(["/me/book", ...linked])].slice(0, MOST_AHEAD)) {
    if (!(at(await pages.match(path)) > Date.now() - FRESH)) await keep(new URL(path, location.origin).href, await ask(path), kept, false);
  }
}

async function keepAhead() {
  const kept = await whose();
  if (!kept) return;
  // Who is no worker has no page of that kind.
  const first = kept.person.includes(" user ") ? TABLE : "/me";
  await keep(new URL(first, location.origin).href, kept.pay ? await fetch(first, { headers: { accept: "text/html" } }) : await ask(first), kept);
}

async function lastSeen(url) {
  const kept = await stored(address(url), PAGES);
  // Of what another version kept nobody knows when: it is not shown.
  if (!(at(kept) >= Date.now() - LASTS)) return null;
  return new Response((await kept.text()).replace("<html ", `<html data-kept="${at(kept)}" `), { headers: kept.headers });
}

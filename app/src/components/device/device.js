// A device that somebody said is her own: what she enters waits on it until it is in the books, and it keeps her pages as last seen.
const own = document.querySelector("script[data-person]").dataset;
export const texts = import(own.words).then((words) => words.default);
const ENTRY = "application/vnd.petalwork.entry+json";
const PATIENCE = 20000;
const AGAIN = 30000;

// What is kept of pages. The service worker reads the same.
const PAGES = "pages";
const FILES = "files";
const WHOSE = "/-/whose";

// By which the page's script keeps small things on this device.
let read, write;
const mine = () => {
  const said = read("mine");
  return said?.person === own.person && !said.shared ? said : null;
};

// When this page was kept, where it is one as last seen.
const keptAt = document.documentElement.dataset.kept;

// The day that it is in the workshop, whatever the clock of this device says.
const today = () => new Date(Date.now() + (read("clock") ?? 0) + Number(own.zone)).toISOString().slice(0, 10);

// The entries, one after another as they were made. What is told as kept is on the disk.
let opened = null;
function open() {
  opened ??= new Promise((done, fail) => {
    const asked = indexedDB.open("petalwork", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("entries", { keyPath: "turn", autoIncrement: true });
    asked.onsuccess = () => {
      // The store was cleared, or another version of this script wants it.
      asked.result.onclose = asked.result.onversionchange = () => {
        asked.result.close();
        opened = null;
      };
      done(asked.result);
    };
    asked.onerror = asked.onblocked = () => {
      opened = null;
      fail(asked.error);
    };
  });
  return opened;
}
async function entries(mode, act) {
  const turn = (await open()).transaction("entries", mode, { durability: "strict" });
  const asked = act(turn.objectStore("entries"));
  return new Promise((done, fail) => {
    turn.oncomplete = () => done(asked?.result);
    turn.onabort = turn.onerror = () => fail(turn.error);
  });
}
const all = () => entries("readonly", (store) => store.getAll());
const remove = (turn) => entries("readwrite", (store) => store.delete(turn));
const every = () => all().catch(() => []);
export const hers = async () => (await every()).filter((entry) => entry.person === own.person);

// The first of hers after that turn which still waits.
async function next(last) {
  const turn = (await open()).transaction("entries").objectStore("entries").openCursor(IDBKeyRange.lowerBound(last, true));
  return new Promise((done, fail) => {
    turn.onerror = () => fail(turn.error);
    turn.onsuccess = () => {
      const at = turn.result;
      if (!at || (at.value.person === own.person && !at.value.refused)) done(at?.value);
      else at.continue();
    };
  });
}

// What a header may hold, of an entry that was changed by hand too.
const plain = (value) => String(value).replace(/[^ -~]/g, "?");

async function send(entry) {
  const broken = { answer: "refused", words: (await texts).broken };
  if (!String(entry.action).startsWith("/api/")) return broken;
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE);
  try {
    const response = await fetch(entry.action, {
      method: "POST",
      body: entry.body,
      headers: {
        accept: ENTRY,
        "content-type": "application/x-www-form-urlencoded",
        "entry-person": plain(entry.person),
        "entry-day": plain(entry.day),
      },
      redirect: "error",
      signal: patience.signal,
    });
    if (response.headers.get("content-type") === ENTRY) return await response.json();
    // Ours answers each entry in its own words: there is no such address. Anything else, a café's sign-in page too, is no answer.
    if ([400, 404, 405, 413, 415].includes(response.status)) return broken;
  } catch {
  } finally {
    clearTimeout(timer);
  }
  return { answer: "later" };
}

// Sends what waits, in order, until the network or the server says not now.
const isDone = ({ answer }) => answer === "accepted" || answer === "known";
const answers = new Map();
let stopped = null;
async function sendAll() {
  stopped = null;
  for (let entry = await next(-1); entry; entry = await next(entry.turn)) {
    const answer = await send(entry);
    answers.set(entry.turn, answer);
    if (isDone(answer)) await remove(entry.turn);
    else if (answer.answer === "refused") await entries("readwrite", (store) => store.put({ ...entry, refused: answer.words }));
    else {
      stopped = answer;
      return;
    }
  }
}
// What was sent without her doing changes what the page shows; not while she fills something in.
let live = null;
function tell() {
  const sent = [...answers].filter(([turn, answer]) => turn !== live && isDone(answer));
  if (!sent.length || live !== null) return show();
  answers.clear();
  sessionStorage.setItem("sent", sent.length);
  const busy = document.querySelector("form[data-restored]") || document.activeElement?.matches("input, textarea, select");
  if (busy) return show();
  location.reload();
}

let sending = null;
// One tab at a time; where the browser cannot see to that, the server still records each event once.
export function flush() {
  sending ??= (navigator.locks ? navigator.locks.request("entries", sendAll) : sendAll())
    .catch(() => {})
    .finally(() => {
      sending = null;
      tell();
    });
  return sending;
}

// Keeps an entry on this device, and tells its turn.
export function enter(entry) {
  write("waits", true);
  return entries("readwrite", (store) => store.add({ person: own.person, day: today(), made: Date.now(), ...entry }));
}

// Keeps what a form holds, then sends it. Tells what became of it: "waits", or nothing where another page is on its way.
export async function take(form, kept) {
  const body = new URLSearchParams(new FormData(form)).toString();
  const label = form.dataset.waits.replace(/\[(\w+)\]/g, (_, name) => form.elements[name]?.value ?? "");
  const page = location.pathname + location.search;
  let turn;
  try {
    live = turn = await enter({ action: form.getAttribute("action"), body, label, kept, form: form.id, page });
  } catch {
    // There is no room on this device: it is sent as any form is.
    return form.submit();
  }
  await flush();
  if (!answers.has(turn)) await flush();
  const answer = answers.get(turn);
  live = null;
  // Without an answer it was another tab that sent it.
  if (!answer) return (await hers()).some((entry) => entry.turn === turn) ? "waits" : location.reload();
  if (isDone(answer)) return location.assign(answer.next);
  if (answer.answer !== "refused") return "waits";
  // She is still there: the form's own page says why.
  await remove(turn);
  form.submit();
}

function element(name, text, of) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  Object.assign(made, of);
  return made;
}
const button = (text, onclick) => element("button", text, { type: "button", className: "link", onclick });
const when = (at) =>
  new Date(at).toLocaleString(document.documentElement.lang, { month: "long", day: "numeric", hour: "2-digit", minute: "2-digit" });

function line(entry, say) {
  const made = element("li", entry.label);
  made.append(" ", element("small", when(entry.made)));
  const drop = button(say.drop, () => {
    if (drop.dataset.asked) return remove(entry.turn).then(show);
    drop.dataset.asked = "yes";
    drop.textContent = say.surely;
  });
  const change = button(say.change, async () => {
    const { key, typed } = entry.kept ?? {};
    if (key) write(key, { at: Date.now(), typed });
    // Where there was no room for what was typed, it stays here.
    if (!key || read(key)) await remove(entry.turn);
    location.assign(entry.page);
  });
  if (entry.refused) made.append(element("p", entry.refused), change);
  made.append(" ", drop);
  return made;
}

function list(entries, say) {
  const made = element("ul");
  made.append(...entries.slice(0, 20).map((entry) => line(entry, say)));
  return made;
}
function notice(kind, ...parts) {
  const made = element("div", "", { className: `notice ${kind}` });
  made.append(...parts);
  return made;
}

// How many were sent right before this page was asked for again.
const sent = sessionStorage.getItem("sent");
sessionStorage.removeItem("sent");

// Says above the page what waits, what was refused, and how old the page is.
async function show() {
  const say = await texts;
  if (read("waits") && (await all().catch(() => [null])).length === 0) write("waits", null);
  const here = own.person ? await hers() : (await every()).filter((entry) => !entry.refused);
  document.getElementById("waiting")?.remove();
  const box = element("div", "", { id: "waiting" });
  box.setAttribute("role", "status");
  if (keptAt) box.append(notice("warn", say.as_of.replace("[when]", when(Number(keptAt)))));
  if (sent) box.append(notice("good", say.sent.replace("[n]", sent)));
  const refused = here.filter((entry) => entry.refused);
  const waiting = here.filter((entry) => !entry.refused);
  if (refused.length) box.append(notice("bad", element("strong", say.refused.replace("[n]", refused.length)), list(refused, say)));
  if (waiting.length) {
    const told = element("details");
    told.append(element("summary", say.waiting.replace("[n]", waiting.length)), own.person ? list(waiting, say) : "");
    box.append(notice("warn", told));
    if (!own.person || stopped?.answer === "signed_out") box.append(element("a", say.sign_in, { href: stopped?.next ?? "/", className: "button wide" }));
    if (stopped?.answer === "other") box.append(notice("bad", say.other));
  }
  if (box.hasChildNodes()) document.querySelector("main > .head")?.after(box);
  for (const form of document.querySelectorAll("form[data-waits]")) {
    form.querySelector(".waits")?.remove();
    const same = waiting.filter((entry) => entry.form === form.id).map((entry) => entry.label);
    const told = notice("warn", say.already.replace("[what]", same.join(", ")));
    told.classList.add("waits");
    if (same.length) form.prepend(told);
  }
}

// Keeps pages as last seen from now on, and none from before: they may show what she does not want kept any more.
async function keep(pay) {
  await drop();
  const pages = await caches.open(PAGES);
  await pages.put(WHOSE, new Response(JSON.stringify({ person: own.person, pay, language: document.documentElement.lang })));
  await pages.add("/offline");
  await navigator.serviceWorker.register("/service-worker.js", { updateViaCache: "none" });
  (await navigator.serviceWorker.ready).active.postMessage("keep");
}
const drop = () => Promise.all([PAGES, FILES].map((name) => caches.delete(name)));
async function forget() {
  await drop();
  for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
}

// The question whose phone this is, where the page asks it.
function ask() {
  const panel = document.querySelector("[data-phone]");
  if (!panel) return;
  panel.hidden = panel.dataset.phone === "once" && read("mine")?.person === own.person;
  const pay = panel.querySelector("[data-phone-pay]");
  // What she ticks before she says that it is hers stays ticked.
  if (mine()) pay.checked = mine().pay;
  for (const part of panel.querySelectorAll("[data-phone-if]")) part.hidden = part.dataset.phoneIf !== (mine() ? "mine" : "shared");
  const answer = async (shared) => {
    write("mine", { person: own.person, shared, pay: pay.checked });
    panel.setAttribute("aria-busy", "true");
    try {
      await (shared ? forget() : keep(pay.checked));
    } catch {
      write("mine", null);
      panel.querySelector("[data-phone-failed]").hidden = false;
    }
    panel.removeAttribute("aria-busy");
    ask();
  };
  panel.querySelector("[data-phone-mine]").onclick = () => answer(false);
  panel.querySelector("[data-phone-shared]").onclick = () => answer(true);
  pay.onchange = () => mine() && answer(false);
}

export function begin(reads, writes) {
  [read, write] = [reads, writes];
  // How far the server's clock is before this one: a page as last seen tells nothing of it.
  if (!keptAt) write("clock", own.now - Date.now());
  if (!isSecureContext || !navigator.serviceWorker) return;
  const said = read("mine");
  // Somebody else, or nobody, is signed in: what was kept of pages is not for them. What waits goes on waiting for its own.
  if (said && said.person !== own.person) {
    forget();
    if (own.person) write("mine", null);
  } else if (mine() && !keptAt) {
    caches.match(WHOSE).then(async (whose) => {
      if ((await whose?.json())?.language !== document.documentElement.lang) keep(mine().pay);
    });
  }
  ask();
  show();
  if (read("waits")) flush();
  addEventListener("online", flush);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && flush());
  setInterval(async () => (await next(-1)) && flush(), AGAIN);
}

// Whether she may sign out, which takes everything off this device. What waits would be lost, another's too: then she is asked.
export async function leaves(form) {
  await flush();
  if (form.dataset.asked || !(await every()).length) return true;
  form.dataset.asked = "yes";
  const told = notice("bad", (await texts).leaving);
  told.setAttribute("role", "alert");
  form.prepend(told);
}

// Keeps what is typed on this device until it is recorded, shows that a form is on its way, and sends none twice.
const PREFIX = "typed ";
const LASTS = 7 * 24 * 3600 * 1000;
const own = document.querySelector("script[data-person]").dataset;
const key = (form) => `${PREFIX}${own.person} ${form.dataset.keep} ${form.id}`;
const read = (name) => {
  try {
    return JSON.parse(localStorage.getItem(name));
  } catch {
    return null;
  }
};
// A device that keeps nothing, or is full, loses nothing that it had.
const write = (name, value) => {
  try {
    if (value) localStorage.setItem(name, JSON.stringify(value));
    else localStorage.removeItem(name);
  } catch {}
};

const controls = (form) =>
  [...form.elements].filter((field) => field.name && !["hidden", "password", "file", "submit", "button"].includes(field.type));
const ticks = (field) => field.type === "checkbox" || field.type === "radio";
const event = (form) => form.querySelector("input[name=event]");
const changed = (field) => {
  if (ticks(field)) return field.checked !== field.defaultChecked;
  if (field.options) {
    const first = Math.max(0, [...field.options].findIndex((option) => option.defaultSelected));
    return field.selectedIndex !== first;
  }
  return field.value !== field.defaultValue;
};

const typed = (form) => controls(form).map((field) => [field.name, ticks(field) ? [field.value, field.checked] : field.value]);
const keep = (form, sent) => write(key(form), { at: Date.now(), event: event(form)?.value, sent, typed: typed(form) });
// What came back from the server was typed too, though the page says it as it stands.
const refused = (form) => form.querySelector("[data-refused]");
const save = (form, sent) => (refused(form) || controls(form).some(changed) ? keep(form, sent) : write(key(form), null));

// The server says which event it recorded last for this browser: what was kept of it is done with.
function forget() {
  const recorded = document.cookie.match(/(?:^|; )(?:__Host-)?recorded=([^;]*)/)?.[1];
  for (const name of Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))) {
    const kept = read(name);
    if (!kept || "forget" in own || kept.at < Date.now() - LASTS || (recorded && kept.event === recorded)) write(name, null);
  }
}

function restore(form) {
  form.dataset.kept = "";
  const kept = read(key(form));
  if (!kept) return;
  // What came back from the server is later than what is kept here, and is kept in its place: it stands on this one page only.
  if (refused(form)) return keep(form, false);
  const fields = controls(form);
  for (const [name, value] of kept.typed) {
    for (const field of fields.filter((field) => field.name === name)) {
      if (!Array.isArray(value)) field.value = value;
      else if (field.value === value[0]) field.checked = value[1];
    }
  }
  // Sent before, with no answer: the same event is recorded once, however often it comes.
  const fresh = event(form)?.value;
  if (kept.sent && kept.event && fresh) event(form).value = kept.event;
  if (!fields.some(changed)) return write(key(form), null);
  form.dataset.restored = "";
  for (let fold = form.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  const notice = document.createElement("div");
  notice.className = "notice warn";
  notice.setAttribute("role", "status");
  const words = document.createElement("strong");
  words.textContent = kept.sent ? own.unanswered : own.kept;
  const drop = document.createElement("button");
  drop.type = "button";
  drop.className = "link";
  drop.textContent = own.drop;
  drop.addEventListener("click", () => {
    form.reset();
    if (fresh) event(form).value = fresh;
    write(key(form), null);
    notice.remove();
    fields[0]?.dispatchEvent(new Event("input", { bubbles: true }));
  });
  notice.append(words, " ", drop);
  form.prepend(notice);
  fields.find(changed)?.dispatchEvent(new Event("input", { bubbles: true }));
}

function restoreAll() {
  const forms = document.querySelectorAll("form[data-keep]:not([data-kept])");
  if (forms.length === 0) return;
  forget();
  forms.forEach(restore);
}

// A page as last seen may have been sent from before: what it sends now is another event.
if (document.documentElement.dataset.kept) for (const form of document.forms) if (event(form)) event(form).value = crypto.randomUUID();

if (window.localStorage) {
  if ("forget" in own) forget();
  restoreAll();
  // Some pages answer their own forms in place.
  new MutationObserver(restoreAll).observe(document.querySelector(".leaf") ?? document.body, { childList: true, subtree: true });
  for (const kind of ["input", "change"])
    document.addEventListener(kind, (typing) => {
      const form = typing.target.form;
      if (form?.dataset.keep !== undefined) save(form, false);
    });
}

// What buttons changed was not typed: it is kept when she goes. What was sent without an answer stays as it was sent.
addEventListener("pagehide", () => {
  if (!window.localStorage) return;
  for (const form of document.querySelectorAll("form[data-kept]:not([aria-busy=true])")) if (!read(key(form))?.sent) save(form, false);
});

// Where she said that this device is her own, what she enters waits on it.
const said = read("mine");
const keeps = said && !said.shared;
const begin = async () => {
  const holder = await import(own.device);
  holder.begin(read, write);
  return holder;
};
const device = keeps || read("waits") ? begin() : null;
const waits = (form) => keeps && said.person === own.person && form.dataset.waits !== undefined;
// Where a page asks whether it is, what comes of her answer is not sent before she gives one.
const question = document.querySelector("[data-phone]");
const isAsked = question && !(question.dataset.phone === "once" && said?.person === own.person);
if (isAsked && !device && window.localStorage && isSecureContext && navigator.serviceWorker) {
  question.hidden = false;
  question.addEventListener("click", function answer(tap) {
    if (!tap.target.matches("button")) return;
    question.removeEventListener("click", answer);
    begin().then(() => tap.target.click());
  });
}
async function hold(form) {
  form.setAttribute("aria-busy", "true");
  const holder = await device.catch(() => null);
  if (!holder) return form.submit();
  const kept = { key: key(form), typed: typed(form) };
  if ((await holder.take(form, kept)) !== "waits") return;
  form.reset();
  event(form).value = crypto.randomUUID();
  write(key(form), null);
  form.removeAttribute("aria-busy");
}
// Signing out takes away what waits on the device: it is sent before, or she says that it may go.
async function leave(form) {
  const holder = await device.catch(() => null);
  if (!holder || (await holder.leaves(form))) form.submit();
}

document.addEventListener("submit", (sending) => {
  const form = sending.target;
  // A button may ask for a page instead: nothing is recorded then.
  if ((sending.submitter?.getAttribute("formmethod") ?? form.method) !== "post") return;
  if (form.getAttribute("aria-busy") === "true") return sending.preventDefault();
  if (form.dataset.keep !== undefined && window.localStorage) save(form, true);
  if (sending.defaultPrevented) return;
  const act = waits(form) ? hold : device && form.getAttribute("action") === "/api/sign_out" ? leave : null;
  if (act) {
    sending.preventDefault();
    return void act(form);
  }
  form.setAttribute("aria-busy", "true");
});
// Back, out of the browser's memory: it may be sent again.
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[aria-busy=true]")) form.removeAttribute("aria-busy");
});
// What is new is asked for when the page is there: over a weak network the script for it would hold up the styles.
if (own.news) addEventListener("load", async () => (await import(own.news)).begin(changed));

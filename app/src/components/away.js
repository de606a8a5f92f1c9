// Counting where there is no network: what waits on this device is drawn off from what each woman had when the page was made, so that
// what is counted next finds her homes as they will be.
const own = document.querySelector("script[data-person]").dataset;
const table = document.querySelector("[data-away]");
const say = table.dataset;
const NAME = `typed away ${own.person}`;
const read = (name) => {
  try {
    return JSON.parse(localStorage.getItem(name));
  } catch {
    return null;
  }
};
// On a device of which nobody said that it is hers alone, nothing waits.
const said = read("mine");
const isMine = said?.person === own.person && !said.shared;
const waiting = async () => (isMine ? (await import(own.device)).hers() : []);
const ACTION = "/api/count";

const stacks = (text) => text.split(" ").filter(Boolean).map((one) => one.split(":").map(Number));
const written = (stacks) => stacks.filter(([, held]) => held > 0).map((one) => one.join(":")).join(" ");
const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);
const pieces = (stacks) => sum(stacks.map(([, held]) => held));
const number = (typed) => Number((typed ?? "").normalize("NFKC").trim()) || 0;

// As the books draw it: what was accepted first, then what goes back, then what is scrapped; the first is emptied before the next.
function draw(held, counted) {
  const left = [...counted];
  return held.map(([issue, pieces]) => {
    let there = pieces;
    const parts = left.map((wanted, place) => {
      const drawn = Math.min(there, wanted);
      there -= drawn;
      left[place] -= drawn;
      return drawn;
    });
    return [issue, ...parts];
  });
}

// What an entry takes of each issue: from hand, to be done again, of that.
function taken(body) {
  const entry = new URLSearchParams(body);
  const found = [];
  const apart = [...entry.keys()].flatMap((name) => name.match(/^parts\[(\d+)\]\[issue\]$/)?.[1] ?? []);
  for (const [, key] of [...entry.keys()].map((name) => name.match(/^rows\[(\d+)\]\[issue\]$/)).filter(Boolean)) {
    const of = (kind, ...parts) => parts.map((part) => number(entry.get(`${kind}[${part}]`)));
    const row = `rows[${key}]`;
    const hand = stacks(entry.get(`${row}[hand]`) ?? "");
    const said = apart.filter((issue) => hand.some(([held]) => held === Number(issue)))
      .map((issue) => [Number(issue), ...of(`parts[${issue}]`, "accepted", "rework", "scrapped")])
      .filter(([, ...parts]) => sum(parts));
    const fresh = said.length ? said : draw(hand, of(row, "accepted", "rework", "scrapped"));
    for (const [issue, ...parts] of fresh) found.push({ issue, hand: sum(parts), redo: -parts[1] });
    const again = draw(stacks(entry.get(`${row}[redo]`) ?? ""), of(row, "redo_accepted", "redo_scrapped"));
    for (const [issue, ...parts] of again) found.push({ issue, hand: 0, redo: sum(parts) });
  }
  return { worker: entry.get("worker"), found };
}

const forms = [...table.querySelectorAll(`form[action="${ACTION}"]`)];
const rows = (form) => [...form.querySelectorAll(".count-row")];
const field = (row, part) => row.querySelector(`input[name$="[${part}]"]`);
// As the page was made.
for (const form of forms) {
  form.dataset.label = form.dataset.waits;
  for (const row of rows(form)) Object.assign(row.dataset, { hand: field(row, "hand").value, redo: field(row, "redo").value });
}

// Says beside it what was counted since the page was made.
function tell(beside, counted, left) {
  let told = beside.querySelector(".drawn");
  if (!told) {
    told = document.createElement("small");
    told.className = "drawn";
    beside.append(" ", told);
  }
  told.textContent = counted ? say.left.replace("[n]", counted).replace("[left]", left) : "";
}

function drawOff(form, entries) {
  const all = { counted: 0, left: 0 };
  for (const row of rows(form)) {
    const had = { hand: stacks(row.dataset.hand), redo: stacks(row.dataset.redo) };
    const issues = new Set([...had.hand, ...had.redo].map(([issue]) => issue));
    const take = (held, issue, wanted) => {
      for (const stack of held.filter(([of]) => of === issue)) {
        const drawn = Math.min(stack[1], wanted);
        stack[1] -= drawn;
        wanted -= drawn;
      }
    };
    for (const { issue, hand, redo } of entries.flatMap((entry) => entry.found).filter(({ issue }) => issues.has(issue))) {
      take(had.hand, issue, hand);
      if (redo >= 0) take(had.redo, issue, redo);
      else {
        const back = had.redo.find(([of]) => of === issue);
        if (back) back[1] -= redo;
        else had.redo.push([issue, -redo]);
      }
    }
    field(row, "hand").value = written(had.hand);
    field(row, "redo").value = written(had.redo);
    // What she said she brings was counted, or is looked at again.
    if (entries.length) for (const counted of row.querySelectorAll("input:not([type=hidden])")) counted.defaultValue = counted.value = "";
    const [before, left] = [pieces(stacks(row.dataset.hand)), pieces(had.hand)];
    all.counted += before - left;
    all.left += left;
    tell(row.querySelector(".seen p"), before - left, left);
  }
  tell(form.closest("details").querySelector("summary"), all.counted, all.left);
  check(form);
}

// What would be refused once there is a network is said while she can still look.
function check(form) {
  const numbers = [...form.querySelectorAll(".count-row input:not([type=hidden])")];
  for (const one of numbers) one.setCustomValidity(/^\d*$/.test(one.value.normalize("NFKC").trim()) ? "" : say.number);
  if (numbers.every((one) => !one.value.trim())) numbers[0]?.setCustomValidity(say.nothing);
  const all = { accepted: 0, rework: 0, scrapped: 0 };
  for (const row of rows(form)) {
    const typed = (part) => number(field(row, part)?.value);
    for (const part of Object.keys(all)) all[part] += typed(part) + typed("redo_" + part);
    for (const [place, ...parts] of [["hand", "accepted", "rework", "scrapped"], ["redo", "redo_accepted", "redo_scrapped"]]) {
      if (sum(parts.map(typed)) > pieces(stacks(field(row, place).value))) field(row, parts[0])?.setCustomValidity(say.over);
    }
  }
  const lacks = all.scrapped > 0 && !form.elements.reason.value && !form.elements.words.value.trim();
  form.elements.reason.setCustomValidity(lacks ? say.reason : "");
  if (lacks) form.elements.reason.closest("details").open = true;
  form.dataset.waits = form.dataset.label.replace("[a]", all.accepted).replace("[r]", all.rework).replace("[s]", all.scrapped);
}

// Entries that were made since the page was: those that wait, and on a page as last seen those that were sent meanwhile too.
const isKept = "kept" in document.documentElement.dataset;
const made = (isKept && read(NAME)?.made) || {};
async function look() {
  const entries = (await waiting().catch(() => [])).filter((entry) => entry.action === ACTION);
  for (const { turn, body, refused } of entries) {
    if (refused) delete made[turn];
    else made[turn] = body;
  }
  try {
    if (isMine) localStorage.setItem(NAME, JSON.stringify({ at: Date.now(), made }));
  } catch {}
  const drawn = Object.values(made).map(taken);
  for (const form of forms) drawOff(form, drawn.filter(({ worker }) => worker === form.elements.worker.value));
}
for (const kind of ["input", "change"]) document.addEventListener(kind, ({ target }) => forms.includes(target.form) && check(target.form));
// A form is empty again once what it held waits on the device.
document.addEventListener("reset", ({ target }) => forms.includes(target) && setTimeout(look));
await look();

// She is found as the list of the counting table finds her: whose number it is stands alone.
const find = document.querySelector("[data-find]");
find.hidden = false;
find.addEventListener("input", ({ target }) => {
  const words = target.value.normalize("NFKC").trim().toLowerCase();
  const all = [...table.querySelectorAll("[data-keys]")].map((her) => ({ her, keys: her.dataset.keys.split("\n") }));
  const exact = all.filter(({ keys }) => keys.slice(0, 3).includes(words));
  const shown = words && exact.length ? exact : all.filter(({ keys }) => keys.some((key) => key.includes(words)));
  for (const { her } of all) her.hidden = !shown.some((one) => one.her === her);
});

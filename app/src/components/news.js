// Says that something new was recorded, as long as the page is looked at. Nothing that is read moves, and nothing that is typed is lost.
const own = document.querySelector("script[data-since]");
const bar = document.createElement("p");
bar.className = "arrived";
bar.setAttribute("role", "status");
document.querySelector("main").append(bar);
let stream;
const typed = () =>
  [...document.querySelectorAll("main :is(input, textarea)")].some(
    // What a box to tick is worth is no text.
    (field) => field.checked !== field.defaultChecked || (!/hidden|checkbox|radio/.test(field.type) && field.value !== field.defaultValue),
  );
const show = () => {
  if (!own.dataset.heard || bar.firstChild || typed()) return;
  const to = new URL(location);
  to.hash = "";
  to.searchParams.delete("done");
  const link = document.createElement("a");
  link.href = to;
  link.textContent = own.dataset.words;
  bar.append(link);
};
const close = () => {
  stream?.close();
  stream = undefined;
};
const listen = () => {
  if (document.hidden || own.dataset.heard || stream) return;
  stream = new EventSource("/news?since=" + own.dataset.since);
  stream.onmessage = () => {
    own.dataset.heard = "yes";
    close();
    show();
  };
  // It comes again by itself where it can; where it cannot, the page asks when it is looked at again.
  stream.onerror = () => stream?.readyState === EventSource.CLOSED && close();
};
document.addEventListener("visibilitychange", () => (document.hidden ? close() : listen()));
addEventListener("change", show);
addEventListener("pagehide", close);
addEventListener("pageshow", listen);
if (document.readyState === "complete") listen();

// Says that something new was recorded, as long as the page is looked at. Nothing that is read moves, and nothing that is typed is lost.
const own = document.querySelector("script[data-since]").dataset;
const bar = document.createElement("p");
bar.className = "arrived";
bar.setAttribute("role", "status");
document.querySelector("main").append(bar);
let stream;

const close = () => {
  stream?.close();
  stream = undefined;
};

// `changed` tells whether somebody changed a field.
export function begin(changed) {
  const typed = () => [...document.querySelectorAll("main :is(input:not([type=hidden]), textarea, select)")].some(changed);
  const show = () => {
    if (!own.heard || bar.firstChild || typed()) return;
    const to = new URL(location);
    to.hash = "";
    to.searchParams.delete("done");
    const link = document.createElement("a");
    link.href = to;
    link.textContent = own.arrived;
    bar.append(link);
  };
  const listen = () => {
    if (document.hidden || own.heard || stream) return;
    stream = new EventSource("/news?since=" + own.since);
    stream.onmessage = () => {
      own.heard = "yes";
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
  listen();
}

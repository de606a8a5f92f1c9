// Prints the page, or hands what its sheet says to another program; where there is none to hand it to, it is copied.
for (const tools of document.querySelectorAll("[data-sheet]")) {
  tools.hidden = false;
  tools.querySelector("[data-print]").addEventListener("click", () => window.print());
  const share = tools.querySelector("[data-share]");
  const said = () => share.value || [...document.querySelectorAll(".sheet")].map((sheet) => sheet.innerText).join("\n\n");
  share.hidden = !said();
  share.addEventListener("click", async () => {
    const text = said();
    share.disabled = true;
    try {
      if (navigator.share) await navigator.share({ title: document.title, text });
      else {
        copy(text);
        share.textContent = share.dataset.copied;
      }
    } catch (error) {
      // Who changed her mind is not told that it failed.
      if (error.name !== "AbortError") share.textContent = share.dataset.failed;
    } finally {
      share.disabled = false;
    }
  });
}

// Without the clipboard's own way, which a page without encryption does not have.
function copy(text) {
  const field = document.createElement("textarea");
  field.value = text;
  document.body.append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  if (!copied) throw new Error("not copied");
}

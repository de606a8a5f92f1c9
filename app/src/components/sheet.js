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
  tools.querySelector("[data-picture]")?.addEventListener("click", async () => {
    const picture = new File([await drawn(said())], `${document.title}.png`, { type: "image/png" });
    try {
      if (navigator.canShare?.({ files: [picture] })) return await navigator.share({ files: [picture] });
    } catch (error) {
      if (error.name === "AbortError") return;
    }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(picture);
    link.download = picture.name;
    link.click();
    URL.revokeObjectURL(link.href);
  });
}

// A sentence that is ready to be sent stands before its button.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const { copied, failed } = button.dataset;
    try {
      copy(button.previousElementSibling.innerText);
      button.textContent = copied;
    } catch {
      button.textContent = failed;
    }
  });
}

// The text as black letters on white, as wide as a phone shows it, broken where a line is full.
function drawn(text) {
  const [width, edge, height] = [720, 32, 44];
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  const font = "28px sans-serif";
  pen.font = font;
  const lines = text.split("\n").flatMap((line) => {
    const broken = [""];
    for (const letter of line) {
      if (pen.measureText(broken.at(-1) + letter).width > width - 2 * edge) broken.push("");
      broken.push(broken.pop() + letter);
    }
    return broken;
  });
  [canvas.width, canvas.height] = [width, lines.length * height + 2 * edge];
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = "#000";
  pen.font = font;
  lines.forEach((line, at) => pen.fillText(line, edge, edge + (at + 0.75) * height));
  return new Promise((done) => canvas.toBlob(done, "image/png"));
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

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
  const save = tools.querySelector("[data-picture]");
  const sheet = onePaper();
  save.hidden = !sheet;
  save.addEventListener("click", async () => {
    save.disabled = true;
    try {
      const picture = new File([await drawn(sheet)], `${document.title}.png`, { type: "image/png" });
      if (navigator.canShare?.({ files: [picture] })) await navigator.share({ files: [picture] });
      else keep(picture);
    } catch (error) {
      if (error.name !== "AbortError") save.textContent = save.dataset.failed;
    } finally {
      save.disabled = false;
    }
  });
}

// What of the page is one piece of paper: its cards, its slips, or its sheet where there is one alone.
function onePaper() {
  const sheets = document.querySelectorAll(".sheet");
  return document.querySelector(".cards, .slips") ?? (sheets.length === 1 ? sheets[0] : null);
}

function keep(file) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
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

// A photo as it stands in a picture, which can load nothing.
async function inside(photo) {
  photo.loading = "eager";
  await photo.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [photo.naturalWidth, photo.naturalHeight];
  canvas.getContext("2d").drawImage(photo, 0, 0);
  return canvas.toDataURL("image/jpeg", 0.9);
}

// The most that phones draw of a canvas, in pixels: in all, and on a side.
const MOST = 16000000;
const LONGEST = 16000;

// A paper as the screen shows it, dark on light: its markup and the page's styles as an SVG, drawn on a canvas.
async function drawn(paper) {
  const { width, height } = paper.getBoundingClientRect();
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const light = rules.filter((rule) => !/dark|print|forced/.test(rule.conditionText ?? rule.media?.mediaText ?? ""));
  const styles = light.map((rule) => rule.cssText).join("\n").replaceAll("]]>", "");
  const copy = paper.cloneNode(true);
  const photos = copy.querySelectorAll("img");
  for (const [at, photo] of [...paper.querySelectorAll("img")].entries()) {
    photos[at].removeAttribute("srcset");
    photos[at].src = await inside(photo).catch(() => "data:,");
  }
  const around = "margin: 0; padding: 0; border: 0; max-width: none; background: #fff";
  const { lang, className } = document.documentElement;
  const text =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><style><![CDATA[${styles}]]></style>` +
    `<foreignObject width="100%" height="100%"><html xmlns="http://www.w3.org/1999/xhtml" lang="${lang}" class="${className}"><body style="${around}">` +
    `<main style="${around}">${new XMLSerializer().serializeToString(copy)}</main></body></html></foreignObject></svg>`;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const scale = Math.min(3, LONGEST / height, LONGEST / width, Math.sqrt(MOST / (width * height)));
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.ceil(width * scale), Math.ceil(height * scale)];
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) => canvas.toBlob((picture) => (picture ? done(picture) : fail(new Error("no picture"))), "image/png"));
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

// Sets the number of a form by buttons: to what a button says, or by as much more; never below nothing, never above what there is.
for (const buttons of document.querySelectorAll("[data-most]")) {
  const field = buttons.closest("form").elements[buttons.dataset.of];
  buttons.hidden = false;
  buttons.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const { put, add } = button.dataset;
    const now = Number.parseInt(field.value, 10) || 0;
    field.value = put ?? Math.max(0, Math.min(Number(buttons.dataset.most), now + Number(add)));
    // As if it had been typed: what is kept on the device is kept of this too.
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

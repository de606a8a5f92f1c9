// One tap plays, the next or another sound stops it.
const sound = new Audio();
const failed = document.querySelector("[data-unheard]");
let link;
const show = () => link?.setAttribute("aria-pressed", !sound.paused);
sound.onpause = sound.onplay = show;
sound.onerror = () => {
  sound.pause();
  link.after(failed);
  failed.hidden = false;
};
addEventListener("click", (tap) => {
  const to = tap.target.closest("[data-hear]");
  if (!to) return;
  tap.preventDefault();
  failed.hidden = true;
  const stop = to === link && !sound.paused;
  sound.pause();
  show();
  if (stop) return;
  link = to;
  link.setAttribute("role", "button");
  sound.src = link.href;
  sound.play().catch(show);
});

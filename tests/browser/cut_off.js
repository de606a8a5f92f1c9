// What cannot be read whole: text or a value that reaches beyond the screen, or beyond a part that hides what reaches beyond it.
// Parts that say nothing to the eye (`.sr`, `.skip`) and sheets for the printer, which are shown smaller, are left out.
const screen = document.documentElement.clientWidth;
const found = new Set();
const name = (part, text) => found.add(`${part.tagName.toLowerCase()}.${part.className}: ${text.trim().slice(0, 40)}`);
const hides = part => getComputedStyle(part).overflowX !== 'visible';
const shown = part => part.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !part.closest('.sr, .skip, .sheet, svg, option, noscript');

const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node = walk.nextNode(); node; node = walk.nextNode()) {
  const part = node.parentElement;
  if (!node.data.trim() || !shown(part) || ['SCRIPT', 'STYLE', 'TEXTAREA'].includes(part.tagName)) continue;
  const range = document.createRange();
  range.selectNodeContents(node);
  for (const line of range.getClientRects()) {
    if (line.width < 1) continue;
    if (line.left < -1 || line.right > screen + 1) name(part, node.data);
    for (let around = part; around !== document.body; around = around.parentElement) {
      const position = getComputedStyle(around).position;
      if (hides(around)) {
        const box = around.getBoundingClientRect();
        const tall = getComputedStyle(around).overflowY === 'hidden';
        if (line.left < box.left - 1 || line.right > box.right + 1) name(part, node.data);
        if (tall && (line.top < box.top - 2 || line.bottom > box.bottom + 2)) name(part, node.data);
      }
      if (position === 'fixed') break;
    }
  }
}

for (const field of document.querySelectorAll('input:not([type=hidden], [type=checkbox], [type=radio], [type=file]), textarea')) {
  if (shown(field) && field.value && field.scrollWidth > field.clientWidth + 1) name(field, field.value);
}

for (const field of document.querySelectorAll('button, select')) {
  if (shown(field) && (field.scrollWidth > field.clientWidth + 1 || field.scrollHeight > field.clientHeight + 1)) name(field, field.textContent);
}

// Lines that begin with a comma or a dot. What stands before may be in another node; a line begins where it stands higher up.
const stops = /[·，、。；：！？]/;
const block = part => {
  while (getComputedStyle(part).display.startsWith('inline') || getComputedStyle(part).display === 'contents') part = part.parentElement;
  return part;
};
const box = (node, at) => {
  const range = document.createRange();
  range.setStart(node, at);
  range.setEnd(node, at + 1);
  return range.getBoundingClientRect();
};
let before = null;
const again = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node = again.nextNode(); node; node = again.nextNode()) {
  const part = node.parentElement;
  if (!node.data.trim() || !shown(part) || ['SCRIPT', 'STYLE', 'TEXTAREA'].includes(part.tagName)) continue;
  for (let at = 0; at < node.data.length; at++) {
    if (!node.data[at].trim()) continue;
    if (stops.test(node.data[at]) && before && block(before.node.parentElement) === block(part)) {
      const [last, stop] = [box(before.node, before.at), box(node, at)];
      if (stop.width && stop.top >= last.bottom - 2) name(part, `a line begins with ${node.data.slice(at)}`);
    }
    before = { node, at };
  }
}

return [...found];

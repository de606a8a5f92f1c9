// What is to be tapped and is lower than so many px (the first argument). Links in the midst of words are left out: they are as high as their line.
const shown = part => part.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !part.closest('.sr, .skip, .sheet, noscript');
const in_words = link => link.tagName === 'A' && getComputedStyle(link).display === 'inline';
const found = new Set();
for (const part of document.querySelectorAll('a[href], button, summary, select, textarea, input:not([type=hidden])')) {
  if (!shown(part) || in_words(part)) continue;
  // A box is ticked by its label too.
  const target = part.matches('[type=checkbox], [type=radio]') ? part.closest('label') ?? part : part;
  const { width, height } = target.getBoundingClientRect();
  if (width < 2 || height < 2) continue;
  if (height < arguments[0] - 0.5) found.add(`${part.tagName.toLowerCase()}.${part.className}: ${(part.textContent || part.name || '').trim().slice(0, 30)} ${Math.round(width)} × ${Math.round(height)}`);
}
return [...found];

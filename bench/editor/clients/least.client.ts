import type { PageNode } from '@vitrine/content';
import { benchNodes, readCase } from '../bench-page.ts';
import { benchCss } from '../card.tsx';

// The least that can do what is measured: no framework, no document, nothing is kept or sent. What it takes, the browser takes on this
// machine, and no editor takes less.
const wanted = readCase(new URLSearchParams(location.search).get('case') ?? '50');
const input = document.createElement('input');
input.name = 'title';
const frame = document.createElement('iframe');
frame.style.cssText = 'width:1280px;height:860px;border:0';
document.getElementById('root')!.append(input, frame);
const page = frame.contentDocument!;
page.head.innerHTML = `<style>${benchCss}</style>`;
page.body.innerHTML = benchNodes(wanted).map(htmlOf).join('');

let selected: Element | undefined;
let back: (() => void) | undefined;

const cardAt = (target: EventTarget | null) => (target as Element).closest('[data-bench^=card]') ?? undefined;

page.addEventListener('pointerdown', ({ target }) => {
  selected = cardAt(target);
  input.value = titleOf(selected);
});
page.addEventListener('pointerup', ({ target }) => {
  const over = cardAt(target);
  const moved = selected;
  if (!moved || !over || over === moved) return;
  const before = moved.nextSibling;
  const parent = moved.parentNode!;
  over.after(moved);
  back = () => parent.insertBefore(moved, before);
});
input.addEventListener('input', () => {
  const title = selected?.querySelector('h2');
  if (title) title.textContent = input.value;
  window.benchRenders = (window.benchRenders ?? 0) + 1;
});
for (const each of [document, page])
  each.addEventListener('keydown', (event) => {
    if (event.key === 'z' && event.ctrlKey) back?.();
  });

function titleOf(card: Element | undefined): string {
  return card?.querySelector('h2')?.textContent ?? '';
}

function htmlOf({ id, props, slots }: PageNode): string {
  return slots
    ? `<div class="bench-section" data-bench="${id}">${slots.items!.map(htmlOf).join('')}</div>`
    : `<section class="bench-card" data-bench="${id}"><h2>${props.title}</h2><p>${props.text}</p></section>`;
}

import { createElement, type ReactElement } from 'react';

/**
 * The rendered contents of a slot as one opaque element: React sets it and never looks inside, so that modules in it keep their
 * HTML, islands of their own included. `vt-slot` is `display: contents` by `frameCss`. When an island wakes up, the
 * HTML the server sent stays, whatever is given here.
 */
export function SlotContent({ name, html }: { name: string; html: string }): ReactElement {
  return createElement('vt-slot', {
    'data-slot': name,
    suppressHydrationWarning: true,
    // biome-ignore lint/security/noDangerouslySetInnerHtml: HTML that renderInstance made.
    dangerouslySetInnerHTML: { __html: html },
  });
}

/** The slots of an island as its view is given them when it wakes up: what the server put there. Call before hydrating. */
export function slotsOfIsland(island: Element): Record<string, ReactElement> {
  const own = [...island.querySelectorAll('vt-slot')].filter(
    (slot) => slot.parentElement?.closest('vt-island, vt-slot') === island,
  );
  return Object.fromEntries(
    own.map((slot) => {
      const name = slot.getAttribute('data-slot') ?? '';
      return [name, createElement(SlotContent, { name, html: slot.innerHTML })];
    }),
  );
}

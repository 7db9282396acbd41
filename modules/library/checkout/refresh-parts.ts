/**
 * Takes over from a fresh copy of the page the parts that differ: elements with `data-live` and an id. What somebody is typing in,
 * or has changed since the form was sent, stays; where somebody chooses, the focus stays at the choice. With `asked` the shopper
 * wants to see what came of it, also where they type.
 */
export function refreshParts(
  form: HTMLFormElement,
  { fresh, sent, asked }: { fresh: Document; sent: FormData; asked: boolean },
): void {
  for (const part of form.querySelectorAll<HTMLElement>('[data-live][id]')) {
    // A part inside a part that was replaced is gone.
    if (!part.isConnected) continue;
    const next = fresh.getElementById(part.id);
    if (!next || (!asked && isTypedIn(part)) || hasChanged(part, form, sent)) continue;
    keepOpen(part, next);
    for (const field of next.querySelectorAll('[autofocus]')) field.removeAttribute('autofocus');
    if (next.outerHTML === part.outerHTML) continue;
    const { activeElement } = document;
    const place = part.contains(activeElement) ? placeOf(activeElement!) : undefined;
    part.replaceWith(next);
    if (place) (next.querySelector<HTMLElement>(place) ?? next.querySelector('input, button'))?.focus();
  }
}

function isTypedIn(part: Element): boolean {
  const { activeElement } = document;
  return (
    part.contains(activeElement) &&
    activeElement!.matches('textarea, input:not([type=radio], [type=checkbox])')
  );
}

function hasChanged(part: Element, form: HTMLFormElement, sent: FormData): boolean {
  const now = new FormData(form);
  const names = new Set(
    [...part.querySelectorAll<HTMLInputElement>('[name]:not([type=hidden], button)')].map(({ name }) => name),
  );
  return [...names].some((name) => now.getAll(name).join('\n') !== sent.getAll(name).join('\n'));
}

function keepOpen(part: Element, next: Element): void {
  for (const details of part.querySelectorAll<HTMLDetailsElement>('details[id]')) {
    const other = next.querySelector<HTMLDetailsElement>(`[id="${CSS.escape(details.id)}"]`);
    if (other) other.open = details.open;
  }
}

/** How the same field is found in the fresh part. */
function placeOf(element: Element): string {
  if (element.id) return `[id="${CSS.escape(element.id)}"]`;
  const name = element.getAttribute('name');
  const value = element.getAttribute('value');
  if (name) return `[name="${CSS.escape(name)}"]${value ? `[value="${CSS.escape(value)}"]` : ''}`;
  return element.localName === 'summary' ? 'summary' : `${element.localName}[type="submit"]`;
}

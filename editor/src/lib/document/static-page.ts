import type { PageNode } from '@vitrine/content';

// Pictures of pages wait for each other, so that whatever somebody does on the canvas goes first.
let queue: Promise<unknown> = Promise.resolve();

/** Runs once those before it are done. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const made = queue.then(work);
  queue = made.catch(() => {});
  return made;
}

/** Instances as the shop shows them now, outside of their page; `address` is that of a canvas. @throws when it does not. */
export function renderNodes(
  address: string,
  nodes: readonly PageNode[],
  signal?: AbortSignal,
): Promise<string> {
  return fetchStatic(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ nodes }),
    signal,
  });
}

/** A whole page of the shop as it is shown now. @throws when it is not. */
export function renderPage(address: string, signal?: AbortSignal): Promise<string> {
  return fetchStatic(address, { signal });
}

async function fetchStatic(address: string, request: RequestInit): Promise<string> {
  const answer = await fetch(address, request);
  if (!answer.ok) throw new Error(`The shop could not show it (${answer.status}).`);
  return withoutScripts(await answer.text());
}

/** The same page for an `<iframe srcdoc>`: nothing of it runs. */
function withoutScripts(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const script of page.querySelectorAll('script')) script.remove();
  page.body.style.overflow = 'hidden';
  return `<!doctype html>${page.documentElement.outerHTML}`;
}

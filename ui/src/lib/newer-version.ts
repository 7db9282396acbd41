/** Where it is written down for which versions this tab was loaded anew. */
const LOADED_FOR = 'vitrine-loaded-anew-for';

/**
 * The application's script as the shop serves it now, when that is another one than this page began with: since then the shop was
 * updated, and files that this page would fetch are gone. Undefined also when nobody knows: without a network, or signed out.
 */
export async function newerVersion(document: Document): Promise<string | undefined> {
  const own = entryOf(document);
  if (own === undefined) return undefined;
  try {
    const answer = await fetch(document.location.href, {
      cache: 'no-store',
      headers: { accept: 'text/html' },
    });
    // Whoever is signed out is led to another page, which has other scripts.
    if (!answer.ok || answer.redirected) return undefined;
    const served = entryOf(new DOMParser().parseFromString(await answer.text(), 'text/html'));
    return served === own ? undefined : served;
  } catch {
    return undefined;
  }
}

function entryOf(document: Document): string | undefined {
  return document.querySelector('script[type="module"][src]')?.getAttribute('src') ?? undefined;
}

/** Loads the page anew for a version, if that was not tried before in this tab. @returns whether it does. */
export function loadOnceFor(version: string, window: Window): boolean {
  try {
    const before = (window.sessionStorage.getItem(LOADED_FOR) ?? '').split('\n');
    if (before.includes(version)) return false;
    window.sessionStorage.setItem(LOADED_FOR, [...before.slice(-9), version].join('\n'));
  } catch {
    // Nothing could stop a loop where nothing can be written down.
    return false;
  }
  window.location.reload();
  return true;
}

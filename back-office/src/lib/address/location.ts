import { useSyncExternalStore } from 'react';

const moved = 'vitrine-office-moved';

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(moved, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(moved, listener);
  };
}

/** Path below `/office`, always with a slash in front: `/`, `/orders`. */
export function usePath(): string {
  return useSyncExternalStore(
    subscribe,
    () => window.location.pathname.replace(/^\/office/, '').replace(/\/+$/, '') || '/',
  );
}

/** What stands behind the `?`, with it. */
export function useSearch(): string {
  return useSyncExternalStore(subscribe, () => window.location.search);
}

export function addressOf(path: string): string {
  return path === '/' ? '/office' : `/office${path}`;
}

/** Opens another page of the office; the back button leads back. */
export function goTo(path: string): void {
  window.history.pushState(null, '', addressOf(path));
  window.dispatchEvent(new Event(moved));
  window.scrollTo(0, 0);
}

/** Changes what stands behind the `?` of this page; it stays one step of the way back. Empty values go. */
export function putInSearch(values: Readonly<Record<string, string | undefined>>): void {
  const params = new URLSearchParams(window.location.search);
  for (const [name, value] of Object.entries(values)) {
    if (value) params.set(name, value);
    else params.delete(name);
  }
  const search = params.size === 0 ? '' : `?${params}`;
  window.history.replaceState(null, '', `${window.location.pathname}${search}`);
  window.dispatchEvent(new Event(moved));
}

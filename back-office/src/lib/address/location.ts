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

export function addressOf(path: string): string {
  return path === '/' ? '/office' : `/office${path}`;
}

/** Opens another page of the office; the back button leads back. */
export function goTo(path: string): void {
  window.history.pushState(null, '', addressOf(path));
  window.dispatchEvent(new Event(moved));
  window.scrollTo(0, 0);
}

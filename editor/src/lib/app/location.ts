import { useSyncExternalStore } from 'react';
import { documentIn } from './document-address.ts';

export interface EditorLocation {
  /** The document that is open; the list of pages when there is none. */
  readonly document: string | undefined;
}

const moved = 'vitrine-editor-moved';
let known: { readonly path: string; readonly location: EditorLocation } | undefined;

function read(): EditorLocation {
  const path = window.location.pathname;
  if (known?.path !== path) {
    known = { path, location: { document: documentIn(path) } };
  }
  return known.location;
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(moved, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(moved, listener);
  };
}

export function useLocation(): EditorLocation {
  return useSyncExternalStore(subscribe, read);
}

/** Of a document, or of a thread of comments on it; without one the list of pages. */
export function addressOf(document: string | undefined, comment?: string): string {
  if (document === undefined) return '/editor';
  return `/editor/${encodeURIComponent(document)}${comment === undefined ? '' : `?comment=${encodeURIComponent(comment)}`}`;
}

/** Opens a document, or the list of pages; the back button leads back. */
export function goTo(document: string | undefined, comment?: string): void {
  window.history.pushState(null, '', addressOf(document, comment));
  window.dispatchEvent(new Event(moved));
}

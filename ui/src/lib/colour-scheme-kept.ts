type Scheme = 'light' | 'dark';

/** Where the component library keeps it, and what its styles look at. */
const KEY = 'mantine-color-scheme-value';
const ATTRIBUTE = 'data-mantine-color-scheme';

/** Shows a window in the colours that were chosen in this browser, else in those of the system, for as long as it is open. */
export function followColourScheme(window: Window): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const show = () =>
    window.document.documentElement.setAttribute(
      ATTRIBUTE,
      kept(window) ?? (dark.matches ? 'dark' : 'light'),
    );
  show();
  dark.addEventListener('change', show);
  window.addEventListener('storage', ({ key }) => key === KEY && show());
}

/** For all windows of this browser. */
export function keepColourScheme(scheme: Scheme, window: Window): void {
  window.document.documentElement.setAttribute(ATTRIBUTE, scheme);
  try {
    const { localStorage } = window;
    localStorage.setItem(KEY, scheme);
    // Other windows are told by the browser; whatever follows it in this one, the component library too, hears it like this.
    window.dispatchEvent(
      new StorageEvent('storage', { key: KEY, newValue: scheme, storageArea: localStorage }),
    );
  } catch {
    // A browser that keeps nothing does not remember it.
  }
}

export function shownColourScheme(document: Document): Scheme {
  return document.documentElement.getAttribute(ATTRIBUTE) === 'dark' ? 'dark' : 'light';
}

/** @returns ends it. */
export function onColourScheme(document: Document, listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: [ATTRIBUTE] });
  return () => observer.disconnect();
}

function kept(window: Window): Scheme | undefined {
  try {
    const scheme = window.localStorage.getItem(KEY);
    return scheme === 'light' || scheme === 'dark' ? scheme : undefined;
  } catch {
    return undefined;
  }
}

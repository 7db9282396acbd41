/** Notes from now on at their elements which style sheets could not be had. */
export function noteMissedStyles(document: Document): void {
  document.addEventListener(
    'error',
    ({ target }) => {
      if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') target.dataset.missed = '';
    },
    { capture: true },
  );
}

/**
 * Fetches style sheets again that could not be had. What loads code asks for each only once, and takes one that failed for one that is
 * there.
 * @throws when one cannot be had now either.
 */
export async function fetchMissedStyles(document: Document): Promise<void> {
  const missed = document.querySelectorAll<HTMLLinkElement>('link[data-missed]');
  await Promise.all(
    [...missed].map(
      (link) =>
        new Promise<void>((resolve, reject) => {
          const next = link.cloneNode() as HTMLLinkElement;
          delete next.dataset.missed;
          next.addEventListener('load', () => resolve());
          next.addEventListener('error', () => reject(new Error(`${link.href} could not be loaded.`)));
          link.replaceWith(next);
        }),
    ),
  );
}

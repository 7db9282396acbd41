/** Style sheets of modules that came onto the page after it was loaded. */
export interface StyleShelf {
  /** Adds a module's sheet once. */
  add(css: string): void;
}

/** `known` is the text of the page's own sheet. The page's policy trusts its nonce, which scripts may read. */
export function createStyleShelf(document: Document): StyleShelf {
  const known = document.querySelector('style')?.textContent ?? '';
  const nonce = document.querySelector('script[nonce]')?.getAttribute('nonce') ?? '';
  const trusted = (document.querySelector('script[nonce]') as HTMLScriptElement | null)?.nonce || nonce;
  const added = new Set<string>();
  return {
    add(css) {
      if (css === '' || added.has(css)) return;
      added.add(css);
      if (known.includes(css)) return;
      const element = document.createElement('style');
      element.nonce = trusted;
      element.textContent = css;
      document.head.append(element);
    },
  };
}

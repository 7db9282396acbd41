import type { PageNode } from '@vitrine/content';

const MARK = 'data-vitrine';

export interface ClipboardText {
  readonly html: string;
  readonly text: string;
}

/** Modules as text for the system's clipboard: readable words, and in the HTML the modules themselves. */
export function clipboardOf(nodes: readonly PageNode[], words: string): ClipboardText {
  const json = JSON.stringify({ vitrine: 1, nodes });
  const bytes = new TextEncoder().encode(json);
  const encoded = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return { html: `<meta charset="utf-8"><div ${MARK}="${encoded}">${asText(words)}</div>`, text: json };
}

/** What a clipboard says are modules, unchecked; `undefined` when it says nothing of the kind. */
export function modulesSaidBy({ html, text }: ClipboardText): unknown {
  const encoded = new RegExp(`${MARK}="([A-Za-z0-9+/=]+)"`).exec(html)?.[1];
  const json = encoded === undefined ? text : decode(encoded);
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  const isOurs = typeof value === 'object' && value !== null && 'vitrine' in value && 'nodes' in value;
  return isOurs ? (value as { nodes: unknown }).nodes : undefined;
}

function decode(encoded: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(encoded), (char) => char.charCodeAt(0)));
  } catch {
    return '';
  }
}

function asText(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}

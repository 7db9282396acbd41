import { decodeEntities } from './html-entities.ts';

export type HtmlToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly tag: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'close'; readonly tag: string };

// What is in them is no text.
const skipped: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'textarea',
  'title',
  'noscript',
]);

/** HTML taken apart in one pass; comments and what is in scripts are left out. */
export function* readTokens(html: string): Generator<HtmlToken> {
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf('<', at);
    const end = next === -1 ? html.length : next;
    if (end > at) yield { kind: 'text', text: decodeEntities(html.slice(at, end)) };
    if (next === -1) return;
    const rest = html.slice(next + 1, next + 3);
    if (/^[!?]|^\/[^a-z]/i.test(rest)) {
      at = html.startsWith('<!--', next) ? behindComment(html, next) : behind(html, '>', next);
    } else if (/^\/?[a-z]/i.test(rest)) {
      const tag = readTag(html, next);
      yield tag.token;
      at = tag.end;
      if (tag.token.kind === 'open' && skipped.has(tag.token.tag)) {
        const close = new RegExp(`</${tag.token.tag}[\\s/>]`, 'gi');
        close.lastIndex = at;
        at = close.test(html) ? behind(html, '>', close.lastIndex - 1) : html.length;
      }
    } else {
      yield { kind: 'text', text: '<' };
      at = next + 1;
    }
  }
}

function readTag(html: string, start: number): { token: HtmlToken & { tag: string }; end: number } {
  const isClosing = html[start + 1] === '/';
  const name = /[^\s/>]*/y;
  name.lastIndex = start + (isClosing ? 2 : 1);
  const tag = name.exec(html)![0].toLowerCase();
  const attributes = new Map<string, string>();
  const attribute = /[\s/]*([^\s/>=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/y;
  let at = name.lastIndex;
  attribute.lastIndex = at;
  for (let match = attribute.exec(html); match; match = attribute.exec(html)) {
    const key = match[1]!.toLowerCase();
    const value = match[2] ?? match[3] ?? match[4] ?? '';
    if (!attributes.has(key)) attributes.set(key, decodeEntities(value));
    at = attribute.lastIndex;
  }
  const token = isClosing ? ({ kind: 'close', tag } as const) : ({ kind: 'open', tag, attributes } as const);
  return { token, end: behind(html, '>', at) };
}

/** As browsers do: `<!-->` is one already, and `--!>` ends one too. */
function behindComment(html: string, start: number): number {
  const short = /^<!---?>/.exec(html.slice(start, start + 6));
  if (short) return start + short[0].length;
  const end = /--!?>/g;
  end.lastIndex = start + 4;
  return end.test(html) ? end.lastIndex : html.length;
}

function behind(html: string, what: string, from: number): number {
  const found = html.indexOf(what, from);
  return found === -1 ? html.length : found + what.length;
}

/**
 * Why an SVG is not taken; `undefined` when it is. It is read as strict XML: what the reader does not understand is refused, since
 * another reader might. Nothing is cleaned away: a drawing that was changed in silence is worse than a sentence.
 */
export function svgProblem(bytes: Buffer): string | undefined {
  let source: string;
  try {
    source = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return 'is not written in UTF-8. Save it as UTF-8';
  }
  const open: string[] = [];
  let elements = 0;
  let at = 0;
  while (at < source.length) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(source);
    if (!token?.groups)
      return `cannot be read at "${source.slice(at, at + 30).trim()}". Save it again as plain SVG`;
    at = TOKEN.lastIndex;
    const { instruction, doctype, text, cdata, start, closed, attributes = '', end } = token.groups;
    if (instruction !== undefined) {
      const problem = instructionProblem(instruction, token.index);
      if (problem) return problem;
    } else if (doctype?.includes('['))
      return 'defines entities of its own, which can grow without end. Save it as plain SVG';
    else if (text !== undefined || cdata !== undefined) {
      if (open.length === 0 && (text?.trim() || cdata !== undefined)) return 'has text outside its drawing';
      const problem =
        localName(open.at(-1) ?? '') === 'style' ? styleProblem(decoded(text ?? cdata ?? '')) : undefined;
      if (problem) return problem;
    } else if (start !== undefined) {
      if (open.length === 0 && (elements > 0 || localName(start) !== 'svg'))
        return 'is not one <svg> drawing';
      if (++elements > MOST_ELEMENTS) return `has more than ${MOST_ELEMENTS} elements`;
      const problem = elementProblem(localName(start), attributes);
      if (problem) return problem;
      if (closed === '') open.push(start);
      if (open.length > DEEPEST) return `is nested deeper than ${DEEPEST} elements`;
    } else if (end !== undefined && open.pop() !== end) return `closes <${end}> where it is not open`;
  }
  if (open.length > 0 || elements === 0) return 'ends before its drawing does';
  return undefined;
}

const MOST_ELEMENTS = 50_000;
const DEEPEST = 200;

const NAME = String.raw`[A-Za-z_][\w.:-]*`;
const TOKEN = new RegExp(
  [
    '<!--.*?-->',
    String.raw`<\?(?<instruction>.*?)\?>`,
    '<!DOCTYPE(?<doctype>[^>]*)>',
    String.raw`<!\[CDATA\[(?<cdata>.*?)\]\]>`,
    String.raw`<(?<start>${NAME})(?<attributes>(?:\s+${NAME}\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(?<closed>/?)>`,
    String.raw`</(?<end>${NAME})\s*>`,
    '(?<text>[^<]+)',
  ].join('|'),
  'ys',
);
const ATTRIBUTE = new RegExp(String.raw`(${NAME})\s*=\s*(?:"([^"]*)"|'([^']*)')`, 'g');

function instructionProblem(instruction: string, at: number): string | undefined {
  if (!/^xml\s/.test(instruction) || at > 1)
    return `has the instruction "<?${instruction.slice(0, 20)}", which can load something from elsewhere`;
  const encoding = /encoding\s*=\s*["']([^"']*)/.exec(instruction)?.[1] ?? 'utf-8';
  return /^(utf-8|us-ascii)$/i.test(encoding)
    ? undefined
    : `says it is written in ${encoding}. Save it as UTF-8`;
}

// They run code, bring in other documents or are other languages.
const FORBIDDEN = new Set(
  'script foreignobject iframe embed object audio video canvas handler listener html body base link meta form input template portal'.split(
    ' ',
  ),
);
const ANIMATIONS = new Set(['animate', 'set', 'animatetransform', 'animatemotion']);
const OWN = /^(#|data:image\/(png|jpe?g|gif|webp);base64,[a-z0-9+/=\s]*$)/i;

function elementProblem(name: string, attributes: string): string | undefined {
  if (FORBIDDEN.has(name))
    return `has a <${name}>, which runs code or brings in something from elsewhere. Take it out`;
  for (const [, attribute = '', double, single] of attributes.matchAll(ATTRIBUTE)) {
    const key = localName(attribute);
    const value = decoded(double ?? single ?? '');
    if (key.startsWith('on')) return `has the event handler ${attribute}, which runs code. Take it out`;
    if ((key === 'href' || key === 'src') && !(name === 'a' && isWebLink(value)) && !OWN.test(value.trim()))
      return `refers to "${value.slice(0, 60)}". A drawing may only refer to its own parts and to pictures inside it`;
    if (key === 'base' && attribute.includes(':'))
      return 'changes what its references mean (xml:base). Take that out';
    if (ANIMATIONS.has(name) && key === 'attributename' && /^(.*:)?(href|on.*|style)$/i.test(value.trim()))
      return `animates "${value}", which can bring in code. Take that out`;
    // Attributes of other programs (`inkscape:…`) are no styles.
    const problem = attribute.includes(':') ? undefined : styleProblem(value);
    if (problem) return problem;
  }
  return undefined;
}

/** Pictures inside a drawing, which are unpacked when it is drawn. */
export function picturesInside(svg: Buffer): Buffer[] {
  const found = svg.toString('utf8').matchAll(/data:image\/\w+;base64,([a-z0-9+/=\s]*)/gi);
  return [...found].map(([, text = '']) => Buffer.from(text, 'base64'));
}

function styleProblem(css: string): string | undefined {
  const plain = css.replaceAll(/\/\*.*?\*\//gs, '');
  if (
    /\\/.test(plain) &&
    /url|import|expression/i.test(plain.replaceAll(/\\0*([0-9a-f]{1,6})\s?|\\/gi, unescaped))
  )
    return 'hides something in its styles behind backslashes. Take it out';
  if (/@import|expression\s*\(|-moz-binding|behavior\s*:/i.test(plain))
    return 'has styles that bring in code or other styles. Take them out';
  const foreign = [...plain.matchAll(/url\(\s*["']?([^"')]*)/gi)].find(
    ([, address = '']) => !OWN.test(address.trim()),
  );
  return (
    foreign &&
    `has styles that refer to "${foreign[1]?.slice(0, 60)}". A drawing may only refer to its own parts`
  );
}

function unescaped(_: string, code: string | undefined): string {
  return code === undefined ? '' : String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff));
}

function isWebLink(value: string): boolean {
  return /^https?:\/\//i.test(value.trim());
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

function decoded(text: string): string {
  return text.replaceAll(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (entity, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? entity;
    const code = Number(name.slice(1).replace(/^x/i, '0x'));
    return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  });
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

import { z } from 'zod';
import { canonicalJson } from './canonical.ts';
import type { PageDocument } from './page.ts';
import { type ParsedDocument, parsePageDocument } from './parse-document.ts';
import { fragmentsOf } from './walk.ts';

/** A document as one file that another shop can read: with the fragments it shows, without what it looks like there. */
export interface PageFile {
  readonly document: PageDocument;
  /** `<channel>/<locale>` → path. */
  readonly paths: Readonly<Record<string, string>>;
  /** Every fragment it shows, also through others; those without fragments of their own first. */
  readonly fragments: readonly PageDocument[];
}

export type ReadPageFile =
  | { readonly kind: 'ok'; readonly file: PageFile }
  /** `message` is a sentence: what was expected, what came. */
  | { readonly kind: 'invalid'; readonly message: string };

/** Documents one file may have. */
const MOST_FRAGMENTS = 200;

const fileSchema = z.object({
  vitrine: z.literal(1),
  document: z.unknown(),
  paths: z.record(z.string().max(200), z.string().max(3000)).default({}),
  fragments: z.array(z.unknown()).max(MOST_FRAGMENTS).default([]),
});

/** The text of a file: keys sorted, a setting a line, so that git shows what changed. The same file has the same text. */
export function pageFileText({ document, paths, fragments }: PageFile): string {
  const sorted: unknown = JSON.parse(canonicalJson({ vitrine: 1, document, paths, fragments }));
  return `${JSON.stringify(sorted, null, 2)}\n`;
}

/** Whether a value says of itself that it is such a file, of whatever version. */
export function isPageFile(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'vitrine' in value && 'document' in value;
}

/** Reads a file from outside. What it returns has documents of the right shape, and every fragment after those it shows. */
export function readPageFile(value: unknown): ReadPageFile {
  const parsed = fileSchema.safeParse(value);
  if (!parsed.success) return invalid(whatIsWrong(value, parsed.error));
  const { paths, document, fragments } = parsed.data;
  const page = parsePageDocument(document);
  if (page.kind === 'invalid') return invalid(problemOf('The page in the file cannot be read', page));
  const read: PageDocument[] = [];
  for (const [index, each] of fragments.entries()) {
    const fragment = parsePageDocument(each);
    if (fragment.kind === 'invalid')
      return invalid(problemOf(`Fragment ${index + 1} of the file cannot be read`, fragment));
    if (fragment.document.kind !== 'fragment')
      return invalid(
        `Expected fragments beside the page, but “${fragment.document.name}” is a ${fragment.document.kind}.`,
      );
    read.push(fragment.document);
  }
  return { kind: 'ok', file: { document: page.document, paths, fragments: innermostFirst(read) } };
}

/** Fragments in an order in which each comes after those it shows; of a ring, one is first. Each once. */
export function innermostFirst(fragments: readonly PageDocument[]): readonly PageDocument[] {
  const byId = new Map(fragments.map((each) => [each.id, each]));
  const ordered = new Set<PageDocument>();
  const visited = new Set<string>();
  const visit = (id: string): void => {
    const fragment = byId.get(id);
    if (!fragment || visited.has(id)) return;
    visited.add(id);
    for (const inner of fragmentsOf(fragment)) visit(inner);
    ordered.add(fragment);
  };
  for (const { id } of fragments) visit(id);
  return [...ordered];
}

function whatIsWrong(value: unknown, error: z.ZodError): string {
  if (isPageFile(value) && (value as { vitrine: unknown }).vitrine !== 1)
    return 'The file was written by a newer version of Vitrine. Bring this shop up to date first.';
  const { path = [], message = '' } = error.issues[0] ?? {};
  return path.length === 0 || path[0] === 'vitrine'
    ? 'Expected a page saved as a file, but it is something else.'
    : `The file cannot be read: ${path.join('.')}: ${message}`;
}

function problemOf(what: string, { problems }: Extract<ParsedDocument, { kind: 'invalid' }>): string {
  const { path = '', message = '' } = problems[0] ?? {};
  return `${what}: ${path === '' ? '' : `${path}: `}${message}`;
}

function invalid(message: string): ReadPageFile {
  return { kind: 'invalid', message };
}

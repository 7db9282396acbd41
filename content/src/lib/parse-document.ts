import { z } from 'zod';
import { isOpenName } from './open-settings.ts';
import type { PageDocument, PageNode } from './page.ts';
import { type ContentProblem, joinPath } from './problem.ts';
import { isReaders, MOST_READERS, type ReaderKind } from './readers.ts';
import { parseVariantKey } from './variant-keys.ts';
import { walk } from './walk.ts';

export type ParsedDocument =
  | { readonly kind: 'ok'; readonly document: PageDocument }
  | { readonly kind: 'invalid'; readonly problems: readonly ContentProblem[] };

/** Module instances a document may have, and levels of anything it may have: more is an accident or an attack. */
const limits = { nodes: 5_000, depth: 64, text: 100_000 } as const;

/**
 * Reads a document from outside. What it returns has the right shape, unique node ids and no empty slots; whether its modules
 * exist and like their settings is `validateDocument`'s question.
 */
export function parsePageDocument(input: unknown): ParsedDocument {
  const id = isNamed(input) ? input.id : '';
  if (isDeeperThan(input, limits.depth)) {
    return invalid(id, [
      ['', `It is nested more than ${limits.depth} levels deep. Take it apart, or use fragments.`],
    ]);
  }
  const parsed = documentSchema.safeParse(input);
  if (!parsed.success) {
    return invalid(
      id,
      parsed.error.issues.map(({ path, message }) => [joinPath(path), message]),
    );
  }
  const document = withoutEmptySlots(parsed.data);
  const problems = [...findDoubles(document), ...findExcess(document)];
  return problems.length > 0 ? { kind: 'invalid', problems } : { kind: 'ok', document };
}

const idSchema = z
  .string()
  .regex(
    /^[A-Za-z0-9][\w-]{0,63}$/,
    'Expected an id: letters, digits, "-" and "_", at most 64, the first a letter or digit.',
  );
const documentIdSchema = z
  .string()
  .regex(
    /^[A-Za-z0-9][\w.-]{0,127}$/,
    'Expected a document id: letters, digits, "-", "_" and ".", at most 128, the first a letter or digit.',
  );
const textSchema = z.string().max(limits.text, `Expected at most ${limits.text} characters.`);
const jsonSchema: z.ZodType<PageNode['props'][string]> = z.lazy(() =>
  z.union(
    [z.null(), z.boolean(), z.number(), textSchema, z.array(jsonSchema), z.record(z.string(), jsonSchema)],
    {
      error: 'Expected JSON: null, true, false, a number, a text, or lists and objects of these.',
    },
  ),
);
const propsSchema = z.record(z.string(), jsonSchema).superRefine((props, context) => {
  for (const key of Object.keys(props)) {
    if (parseVariantKey(key)) continue;
    context.addIssue({
      code: 'custom',
      path: [key],
      message: `Expected a setting such as title, title@de, padding@sm or image#b, but it is called "${key}".`,
    });
  }
});

const readersSchema = (kind: ReaderKind, what: string) =>
  z
    .array(z.string())
    .refine(
      (value) => isReaders(kind, value),
      `Expected between 1 and ${MOST_READERS} ${what}, sorted, each once. Leave it out where everybody sees it.`,
    );

const nodeSchema: z.ZodType<PageNode> = z.lazy(() =>
  z.strictObject({
    id: idSchema,
    type: z.string().regex(/^[a-z0-9][a-z0-9./_-]{0,127}$/i, 'Expected the id of a module.'),
    v: z.int().min(1),
    props: propsSchema,
    slots: z
      .record(
        z.string().regex(/^[A-Za-z0-9][\w-]{0,63}$/, 'Expected the name of a slot.'),
        z.array(nodeSchema),
      )
      .optional(),
    name: textSchema.optional(),
    lock: z.boolean().optional(),
    hidden: z.boolean().optional(),
    locales: readersSchema('locales', 'languages such as "de" or "de-AT"').optional(),
    groups: readersSchema('groups', 'ids of customer groups').optional(),
    audiences: readersSchema('audiences', 'ids of audiences').optional(),
    open: z
      .array(
        z
          .string()
          .refine(isOpenName, 'Expected the name of a setting without locale, width and experiment arm.'),
      )
      .max(200, 'Expected at most 200 open settings.')
      .optional(),
  }),
);

const documentSchema = z
  .strictObject({
    schema: z.literal(1, { error: 'Expected schema 1; a newer one needs a newer version of the shop.' }),
    id: documentIdSchema,
    kind: z.enum(['page', 'template', 'fragment', 'layout']),
    name: textSchema.min(1, 'Expected a name for authors.'),
    seo: propsSchema,
    layout: documentIdSchema.optional(),
    composes: z.enum(['product', 'category', 'search', 'cart', 'not-found', 'error']).optional(),
    nodes: z.array(nodeSchema),
  })
  .superRefine(({ kind, composes, layout }, context) => {
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (kind === 'template' && !composes)
      refuse('composes', 'A template must say what it composes, for example "product".');
    if (kind !== 'template' && composes)
      refuse('composes', `Only a template composes something; this is a ${kind}.`);
    if ((kind === 'fragment' || kind === 'layout') && layout)
      refuse('layout', `A ${kind} has no layout of its own.`);
  });

function withoutEmptySlots(document: PageDocument): PageDocument {
  return { ...document, nodes: document.nodes.map(prune) };
}

function prune({ open, ...node }: PageNode): PageNode {
  return pruneSlots(
    open && open.length > 0
      ? { ...node, open: [...new Set(open)].sort((left, right) => (left < right ? -1 : 1)) }
      : node,
  );
}

function pruneSlots(node: PageNode): PageNode {
  if (!node.slots) return node;
  const { slots, ...rest } = node;
  const filled = Object.entries(slots).filter(([, children]) => children.length > 0);
  if (filled.length === 0) return rest;
  return {
    ...rest,
    slots: Object.fromEntries(filled.map(([name, children]) => [name, children.map(prune)])),
  };
}

function findDoubles(document: PageDocument): ContentProblem[] {
  const first = new Map<string, string>();
  const problems: ContentProblem[] = [];
  for (const { node, path } of walk(document.nodes)) {
    const before = first.get(node.id);
    if (before === undefined) {
      first.set(node.id, path);
      continue;
    }
    problems.push({
      code: 'duplicate-id',
      severity: 'error',
      document: document.id,
      node: node.id,
      path: `${path}.id`,
      message: `Two modules have the id "${node.id}" (the other one: ${before}). Give one of them a new id.`,
    });
  }
  return problems;
}

function findExcess(document: PageDocument): ContentProblem[] {
  const count = [...walk(document.nodes)].length;
  if (count <= limits.nodes) return [];
  return invalid(document.id, [
    ['nodes', `It has ${count} modules; ${limits.nodes} is the most. Split the page, or use fragments.`],
  ]).problems.slice();
}

function invalid(
  document: string,
  found: readonly (readonly [path: string, message: string])[],
): ParsedDocument & { kind: 'invalid' } {
  const problems = found.map(
    ([path, message]): ContentProblem => ({
      code: 'not-a-document',
      severity: 'error',
      document,
      path,
      message: `${document ? `Document "${document}"` : 'The document'}${path ? `, ${path}` : ''}: ${message}`,
    }),
  );
  return { kind: 'invalid', problems };
}

/** Without recursion: what comes from outside must not exhaust the stack. */
function isDeeperThan(input: unknown, limit: number): boolean {
  const waiting: [unknown, number][] = [[input, 0]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [value, depth] = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > limit) return true;
    for (const child of Object.values(value)) waiting.push([child, depth + 1]);
  }
  return false;
}

function isNamed(input: unknown): input is { id: string } {
  return typeof input === 'object' && input !== null && 'id' in input && typeof input.id === 'string';
}

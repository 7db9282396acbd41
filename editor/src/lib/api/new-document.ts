import { randomUUID } from 'node:crypto';
import {
  type ModuleCatalogue,
  migrateDocument,
  newDocumentId,
  newUse,
  normalisePath,
  openPartsOf,
  type PageDocument,
  type PageNode,
  parsePageDocument,
} from '@vitrine/content';
import type { DocumentPaths } from '@vitrine/content/server';
import { z } from 'zod';
import { Refusal } from './refusal.ts';

/** Addresses of a new page: one for each channel and language. */
const MOST_PATHS = 50;

export const pathsBody = z
  .record(z.string().max(200), z.string().max(3000))
  .refine((all) => Object.keys(all).length <= MOST_PATHS, `at most ${MOST_PATHS} addresses`);

export const newDocumentBody = z.object({
  kind: z.enum(['page', 'fragment', 'template', 'layout']),
  name: z.string().trim().min(1, 'a name').max(200),
  paths: pathsBody.optional(),
  parent: z.string().optional(),
  composes: z.enum(['product', 'category', 'search', 'cart', 'not-found', 'error']).optional(),
  /** Copies what is in this document. */
  from: z.string().optional(),
  /** Stands in this fragment, whose open parts it fills. */
  template: z.string().optional(),
  nodes: z.array(z.unknown()).optional(),
});

export interface NewDocumentOptions {
  /** What is copied. */
  readonly source: PageDocument | undefined;
  readonly template?: PageDocument | undefined;
  readonly modules: ModuleCatalogue;
}

/** The document somebody asked for, with every module in the form of its current version. @throws Refusal when it can be none. */
export function newDocument(
  body: z.infer<typeof newDocumentBody>,
  { source, template, modules }: NewDocumentOptions,
): PageDocument {
  const { layout, seo = {}, nodes = [] } = source ?? {};
  const isFramed = body.kind === 'page' || body.kind === 'template';
  const composes = body.kind === 'template' ? (body.composes ?? source?.composes) : undefined;
  const parsed = parsePageDocument({
    schema: 1,
    id: newDocumentId(body.name),
    kind: body.kind,
    name: body.name,
    seo: body.kind === 'page' ? seo : {},
    ...(layout !== undefined && isFramed && { layout }),
    ...(composes && { composes }),
    nodes: template ? [fromTemplate(template, body.kind)] : (body.nodes ?? nodes),
  });
  if (parsed.kind === 'invalid')
    throw new Refusal(
      400,
      `It cannot be made: ${parsed.problems[0]?.message ?? 'its modules cannot be read.'}`,
    );
  return currentForm(parsed.document, modules);
}

/** A document with every module in the form of its current version. @throws Refusal when one cannot be brought there. */
export function currentForm(document: PageDocument, modules: ModuleCatalogue): PageDocument {
  const migrated = migrateDocument(document, modules);
  if (migrated.kind === 'refused')
    throw new Refusal(409, migrated.problems.map(({ message }) => message).join(' '));
  return migrated.document;
}

// Locked, so that nobody deletes the whole page by accident; its open parts can be filled all the same.
function fromTemplate(template: PageDocument, kind: PageDocument['kind']): PageNode {
  if (kind !== 'page') throw new Refusal(400, 'Only a page is made from a template.');
  if (openPartsOf(template).length === 0)
    throw new Refusal(409, `“${template.name}” has no open part, so no page can be made from it.`);
  const makeId = () => `n${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  return { ...newUse(template, { id: 'template', makeId }), lock: true };
}

/** Addresses in the one form there is. @throws Refusal when one is none. */
export function pathsFrom(given: Readonly<Record<string, string>>): DocumentPaths {
  return Object.fromEntries(
    Object.entries(given).map(([key, path]) => {
      const known = normalisePath(path);
      if (known === undefined)
        throw new Refusal(
          400,
          `"${path}" is no address. It begins with / and has no spaces, ? or #, for example /spring.`,
        );
      return [key, known];
    }),
  );
}

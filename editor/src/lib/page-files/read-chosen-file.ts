import { isPageFile } from '@vitrine/content';
import type { ModuleDescription } from '../app/backend.ts';
import { type ForeignPage, isObject } from './component.ts';
import { readBlocks, readWordPress } from './read-blocks.ts';
import { readBuilder } from './read-builder.ts';
import { readPuck } from './read-puck.ts';
import { readShopify } from './read-shopify.ts';
import { toNodes } from './to-nodes.ts';

/** A file somebody chose to make a page from. */
export interface ChosenFile {
  /** Where it comes from: `Vitrine`, `Puck`. */
  readonly from: string;
  /** What the page may be called here. */
  readonly name: string;
  readonly kind: 'page' | 'fragment';
  /** For `page-files` of the API. */
  readonly file: unknown;
  /** What an author should know before it is made, a sentence each. */
  readonly notes: readonly string[];
}

/** Why a file cannot be read, in a sentence for whoever chose it. */
export class UnreadableFileError extends Error {
  override readonly name = 'UnreadableFileError';
}

export interface ReadChosenOptions {
  readonly modules: readonly ModuleDescription[];
  readonly clean: (html: string) => string;
}

/**
 * Reads a page saved here, or one of Puck, Builder.io, a Shopify theme or WordPress. Nothing in it is run.
 * @throws UnreadableFileError
 */
export function readChosenFile(
  { name, text }: { readonly name: string; readonly text: string },
  options: ReadChosenOptions,
): ChosenFile {
  const bare = name.replace(/(\.page)?\.[a-z]+$/i, '').trim() || 'Page';
  const isJson = /^\s*(\/\*|[[{])/.test(text);
  const blocks = isJson ? undefined : readBlocks(text);
  if (blocks) return foreignFile(blocks, bare, options);
  const value = parsed(text);
  if (isOwn(value)) return ownFile(value, bare);
  const page = readPuck(value) ?? readShopify(value) ?? readBuilder(value) ?? readWordPress(value);
  if (page) return foreignFile(page, bare, options);
  throw new UnreadableFileError(
    'This is no page we can read. Expected a page saved here, or one of Puck, Builder.io or a Shopify theme as JSON, or of the WordPress block editor as text.',
  );
}

function parsed(text: string): unknown {
  try {
    // Shopify begins its templates with a comment.
    return JSON.parse(text.replace(/^\s*\/\*.*?\*\//s, ''));
  } catch (error) {
    throw new UnreadableFileError(
      `This is neither JSON nor a page of WordPress: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

interface OwnFile {
  readonly vitrine: unknown;
  readonly document: { readonly kind?: unknown; readonly name?: unknown };
  readonly fragments?: unknown;
}

// Only what is shown of it is looked at here; the server reads all of it.
function isOwn(value: unknown): value is OwnFile {
  return isPageFile(value) && isObject((value as { readonly document: unknown }).document);
}

function ownFile(file: OwnFile, bare: string): ChosenFile {
  const { kind, name } = file.document;
  if (kind !== 'page' && kind !== 'fragment')
    throw new UnreadableFileError(
      `Expected a page or a fragment, but there is ${typeof kind === 'string' ? `a ${kind}` : 'something else'} in the file.`,
    );
  const count = Array.isArray(file.fragments) ? file.fragments.length : 0;
  return {
    from: 'Vitrine',
    name: typeof name === 'string' && name.trim() !== '' ? name : bare,
    kind,
    file,
    notes:
      count === 0
        ? []
        : [
            `It shows ${count === 1 ? 'a fragment' : `${count} fragments`}. Those this shop has are used as they are here; the others are made.`,
          ],
  };
}

function foreignFile(page: ForeignPage, bare: string, options: ReadChosenOptions): ChosenFile {
  const { nodes, unknown, pictures, left } = toNodes(page.components, options);
  const name = page.name ?? bare;
  const notes: string[] = [];
  if (nodes.length === 0) notes.push('There is nothing on it.');
  if (unknown.size > 0) {
    const names = [...unknown].map(([each, count]) => (count === 1 ? each : `${each} (${count})`));
    notes.push(
      `This shop has no module for: ${names.join(', ')}. What they were is kept in its place for you to build anew, and shoppers never see it.`,
    );
  }
  if (left.length > 0)
    notes.push(
      `Modules here are called alike and have no such settings; what was in them is left out. ${left.join('; ')}`,
    );
  if (pictures.length > 0)
    notes.push(
      `${pictures.length === 1 ? 'A picture lies' : `${pictures.length} pictures lie`} elsewhere. Upload and choose again: ${pictures.join(', ')}`,
    );
  if (page.leftOut > 0)
    notes.push('Scripts, bindings and styles that came with it are kept nowhere and never run.');
  return {
    from: page.from,
    name: name.slice(0, 200),
    kind: 'page',
    file: {
      vitrine: 1,
      document: { schema: 1, id: 'imported', kind: 'page', name: name.slice(0, 200), seo: page.seo, nodes },
    },
    notes,
  };
}

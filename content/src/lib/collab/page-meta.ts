import { equalJson } from '../equal-json.ts';
import type { DocumentKind, Json, PageDocument, Props } from '../page.ts';
import { normalisePath } from '../url-map.ts';
import { parseVariantKey } from '../variant-keys.ts';
import type { PageSource } from './page-source.ts';
import { readPlain, storePlain } from './stored-value.ts';

/** A page without what stands on it. */
export interface PageMeta {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly name: string;
  readonly layout?: string;
  readonly composes?: NonNullable<PageDocument['composes']>;
  readonly seo: Props;
  /** Its address by `<channel>/<locale>`. */
  readonly paths: Readonly<Record<`${string}/${string}`, string>>;
}

export interface MetaChange {
  readonly name?: string;
  /** Pages and templates; `undefined` = the usual one. */
  readonly layout?: string | undefined;
  /** By variant key; `undefined` takes one away. */
  readonly seo?: Readonly<Record<string, Json | undefined>>;
  /** `undefined` as a path takes the address away. */
  readonly path?: { readonly channel: string; readonly locale: string; readonly path: string | undefined };
}

const kinds: ReadonlySet<unknown> = new Set(['page', 'template', 'fragment', 'layout']);

export function readMeta({ meta }: PageSource): PageMeta {
  const seo: Record<string, Json> = {};
  const paths: Record<string, string> = {};
  for (const key of [...meta.keys()].sort()) {
    const value = meta.get(key) as Json;
    if (key.startsWith('seo/') && parseVariantKey(key.slice(4))) seo[key.slice(4)] = readPlain(value);
    else if (key.startsWith('path/') && typeof value === 'string') paths[key.slice(5)] = value;
  }
  const text = (key: string) => (typeof meta.get(key) === 'string' ? (meta.get(key) as string) : undefined);
  const kind = kinds.has(meta.get('kind')) ? (meta.get('kind') as DocumentKind) : 'page';
  const layout = kind === 'page' || kind === 'template' ? text('layout') : undefined;
  const composes = kind === 'template' ? text('composes') : undefined;
  return {
    id: text('id') ?? '',
    kind,
    name: text('name') ?? '',
    ...(layout !== undefined && { layout }),
    ...(composes !== undefined && { composes: composes as NonNullable<PageDocument['composes']> }),
    seo,
    paths,
  };
}

export function writeMeta(source: PageSource, change: MetaChange): void {
  if (change.name !== undefined) put(source, 'name', change.name);
  if ('layout' in change) put(source, 'layout', change.layout);
  for (const [key, value] of Object.entries(change.seo ?? {})) {
    if (!parseVariantKey(key)) {
      throw new Error(`"${key}" is no key of a setting; expected for example title or title@de.`);
    }
    put(source, `seo/${key}`, value);
  }
  if (change.path) {
    const { channel, locale, path } = change.path;
    put(source, `path/${channel}/${locale}`, path === undefined ? undefined : (normalisePath(path) ?? path));
  }
}

/** Everything a document says of itself but its id; what is not said is taken away. */
export function writeDocumentMeta(source: PageSource, document: PageDocument): void {
  const { kind, name, layout, composes, seo } = document;
  for (const [key, value] of Object.entries({ schema: 1, kind, name, layout, composes }))
    put(source, key, value);
  for (const key of [...source.meta.keys()]) {
    if (key.startsWith('seo/') && !Object.hasOwn(seo, key.slice(4))) put(source, key, undefined);
  }
  for (const [key, value] of Object.entries(seo)) put(source, `seo/${key}`, value);
}

function put({ meta }: PageSource, key: string, value: Json | undefined): void {
  const before = meta.get(key) as Json | undefined;
  if (value === undefined) {
    if (before !== undefined) meta.delete(key);
  } else if (before === undefined || !equalJson(readPlain(before), value)) meta.set(key, storePlain(value));
}

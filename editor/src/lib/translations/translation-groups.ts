import {
  equalJson,
  isForLocale,
  overrideKey,
  type PageNode,
  type Props,
  parseVariantKey,
  type Translations,
  withOverrides,
} from '@vitrine/content';
import type { PageInYdoc } from '@vitrine/content/collab';
import type { FieldDescription } from '@vitrine/modules';
import { instancesOf } from '../document/instances-of.ts';
import type { ModuleDescription } from '../panels/properties/common-fields.ts';
import { type TextPlace, type TranslationRow, textsIn } from './translation-rows.ts';

/** The texts of one instance. */
export interface TranslationGroup {
  /** Of an instance inside a fragment: `<use>.<inside>`. */
  readonly id: string;
  /** The texts are those the page has given to an instance inside a fragment; absent = it stands on the page itself. */
  readonly inside?: InsideFragment;
  readonly fields: readonly FieldDescription[];
  readonly rows: readonly TranslationRow[];
}

export interface InsideFragment {
  /** The instance of the page that shows the fragment, and keeps the texts. */
  readonly use: string;
  readonly node: PageNode;
}

export interface TranslationsOptions {
  readonly page: Pick<PageInYdoc, 'props' | 'itemIds' | 'children' | 'slotNames' | 'node'>;
  readonly describe: (type: string) => ModuleDescription | undefined;
  /** The instances in a fragment, by its id, whose settings it leaves open; `undefined` = it has not come yet. Default: none are. */
  readonly openIn?: (fragment: string) => readonly PageNode[] | undefined;
  readonly locale: string;
  /** Its values stand without a locale. */
  readonly baseLocale: string;
  /** What translations were made from, as far as that is known. */
  readonly kept: Translations;
  /** Of the last look: what did not change since is the same object, and is not read again. */
  readonly memory?: GroupMemory;
}

/** Texts of instances as they were read last. */
export type GroupMemory = Map<string, Known>;

interface Known {
  readonly view: string;
  readonly props: Props;
  readonly fields: readonly FieldDescription[];
  readonly itemIds: ReadonlyMap<string, readonly string[]>;
  /** As far as the document knows: none is outdated. */
  readonly rows: readonly TranslationRow[];
  readonly group: TranslationGroup;
}

/** What of a page is to be had in a language, in the order of the page; instances without such texts are left out. SPEC rule TRANSLATE-3. */
export function translationGroups(options: TranslationsOptions): readonly TranslationGroup[] {
  const { page, kept, memory, locale } = options;
  // What nobody who reads the language gets to see need not be in it.
  const ids = instancesOf(page, (id) => {
    const node = page.node(id);
    return node !== undefined && isForLocale(node, locale);
  });
  const looks = ids.flatMap((id) => [textsOf(options, id), ...insideOf(options, id)]);
  if (memory && memory.size > looks.length) forgetOthers(memory, looks);
  return looks.flatMap((known) => {
    const group = judged(known, kept);
    memory?.set(group.id, { ...known, group });
    return group.rows.length > 0 ? [group] : [];
  });
}

/** What the page says in the place of a fragment's own words; those are translated where the fragment is. */
function insideOf(options: TranslationsOptions, use: string): readonly Known[] {
  const { page, openIn } = options;
  if (page.node(use)?.type !== 'fragment') return [];
  const { fragment } = page.props(use);
  const open = typeof fragment === 'string' ? (openIn?.(fragment) ?? []) : [];
  return open.map((node) => textsInside(options, use, node));
}

function textsInside(
  { page, describe, locale, baseLocale, memory }: TranslationsOptions,
  use: string,
  node: PageNode,
): Known {
  const view = `${baseLocale} ${locale}`;
  const set = page.props(use);
  const fields = describe(node.type)?.fields ?? none;
  const id = `${use}.${node.id}`;
  const known = memory?.get(id);
  const isSame = known?.props === set && known.fields === fields && known.view === view;
  if (isSame && known.group.inside?.node === node) return known;
  const prefix = overrideKey(node.id, '');
  const all = fields.filter(
    ({ name }) => node.open?.includes(name) && Object.keys(set).some((key) => isValueOf(key, prefix + name)),
  );
  const { props } = withOverrides(node, { props: set });
  const read: TextPlace['read'] = { props: () => props, itemIds: () => [] };
  const rows = textsIn({ read, id, locale, baseLocale, all }).map((row) => ({
    ...row,
    path: `${use}/${prefix}${row.path.slice(id.length + 1)}`,
    // Readers may see the fragment's words, but a translation is kept for what the page itself says.
    stands: row.parent === '' && !row.isAlt ? (set[prefix + row.field.name] ?? null) : row.stands,
  }));
  const group = { id, fields, rows, inside: { use, node } };
  return { view, props: set, fields, itemIds: new Map(), rows, group };
}

function isValueOf(key: string, name: string): boolean {
  return key.startsWith(name) && parseVariantKey(key)?.name === name;
}

function forgetOthers(memory: GroupMemory, looks: readonly Known[]): void {
  const here = new Set(looks.map(({ group }) => group.id));
  for (const id of memory.keys()) if (!here.has(id)) memory.delete(id);
}

function textsOf(options: TranslationsOptions, id: string): Known {
  const { page, describe, locale, baseLocale, memory } = options;
  const view = `${baseLocale} ${locale}`;
  const props = page.props(id);
  const fields = describe(page.node(id)?.type ?? '')?.fields ?? none;
  const known = memory?.get(id);
  const isSame = known?.props === props && known.fields === fields && known.view === view;
  if (isSame && [...known.itemIds].every(([path, ids]) => isSameList(page.itemIds(id, path), ids)))
    return known;
  const itemIds = new Map<string, readonly string[]>();
  const read: TextPlace['read'] = {
    props: () => props,
    itemIds: (_, path) => {
      const ids = page.itemIds(id, path);
      itemIds.set(path, ids);
      return ids;
    },
  };
  const rows = textsIn({ read, id, locale, baseLocale, all: fields });
  return { view, props, fields, itemIds, rows, group: { id, fields, rows } };
}

const none: readonly FieldDescription[] = [];

/** With what is outdated. SPEC rule TRANSLATE-4. */
function judged({ rows, group }: Pick<Known, 'rows' | 'group'>, kept: Translations): TranslationGroup {
  const now = rows.map((row, index) => {
    if (row.state === 'missing') return row;
    const from = Object.hasOwn(kept, row.path) ? kept[row.path] : undefined;
    if (!from || !equalJson(from.value, row.value) || equalJson(from.base, row.stands)) return row;
    const last = group.rows[index];
    const isSame = last?.state === 'outdated' && equalJson(last.before, from.base);
    return isSame ? last : { ...row, state: 'outdated' as const, before: from.base };
  });
  return isSameList(now, group.rows) ? group : { ...group, rows: now };
}

function isSameList<T>(one: readonly T[], other: readonly T[]): boolean {
  return one === other || (one.length === other.length && one.every((each, index) => each === other[index]));
}

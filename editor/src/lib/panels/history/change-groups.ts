import {
  type Crowd,
  type DocumentDifference,
  type PageDocument,
  type PageNode,
  type Place,
  parseOverrideKey,
  walk,
} from '@vitrine/content';
import type { FieldDescription } from '@vitrine/modules';
import type { CustomerGroup, ModuleDescription } from '../../app/backend.ts';
import { visitorWords } from '../../audiences/audience-words.ts';
import { localeName } from '../../fields/field-words.ts';
import { plainText } from './plain-text.ts';
import { keyWords, type ValueNames, valueWords } from './value-words.ts';
import { type TextPart, wordDifference } from './word-difference.ts';

/** One thing that is different now, in words. */
export interface ChangeLine {
  readonly difference: DocumentDifference;
  readonly label: string;
  readonly shown:
    | { readonly kind: 'text'; readonly parts: readonly TextPart[] }
    | { readonly kind: 'values'; readonly before: string; readonly after: string }
    | { readonly kind: 'sentence'; readonly text: string };
}

/** What is different of one module, or of the page itself. */
export interface ChangeGroup {
  /** Absent = the page itself. */
  readonly node: string | undefined;
  readonly change: 'added' | 'removed' | 'changed';
  /** Of the module. */
  readonly title: string;
  /** Its first words, to tell it from others of its kind. */
  readonly excerpt: string;
  /** The module that was added or removed. */
  readonly sentence: string | undefined;
  readonly lines: readonly ChangeLine[];
}

export interface ChangeWords extends ValueNames {
  readonly before: PageDocument;
  readonly after: PageDocument;
  readonly describe: (type: string) => ModuleDescription | undefined;
  /** Name of a fragment. */
  readonly fragmentName: (id: string) => string | undefined;
  readonly groups: readonly CustomerGroup[];
  readonly crowd: Crowd;
}

/** Differences as people read them: by module, in the order of the page; what came or went with something else is part of that. */
export function changeGroups(
  differences: readonly DocumentDifference[],
  words: ChangeWords,
): readonly ChangeGroup[] {
  const [old, now] = [nodesOf(words.before), nodesOf(words.after)];
  const groups = new Map<string, ChangeGroup>();
  const added = new Set(differences.flatMap((each) => (each.kind === 'added' ? [each.node] : [])));
  const removed = new Set(differences.flatMap((each) => (each.kind === 'removed' ? [each.node] : [])));

  for (const difference of differences) {
    if (difference.kind === 'meta') {
      add(undefined, { title: 'The page itself', excerpt: '' }, metaLine(difference));
      continue;
    }
    const { node: id } = difference;
    const node = (now.get(id) ?? old.get(id))!;
    if (difference.kind === 'added') {
      if (!added.has(difference.to.parent ?? ''))
        whole('added', node, `Added to ${where(difference.to, now)}`);
    } else if (difference.kind === 'removed') {
      if (!removed.has(difference.from.parent ?? ''))
        whole('removed', node, `Removed from ${where(difference.from, old)}`);
    } else add(id, nameOf(node), lineOf(difference, node));
  }
  return [...groups.values()];

  function whole(change: 'added' | 'removed', node: PageNode, sentence: string): void {
    const inside = [...walk([node])].length - 1;
    const more = inside === 0 ? '' : `, with ${inside === 1 ? 'a module' : `${inside} modules`} in it`;
    groups.set(node.id, {
      node: node.id,
      change,
      ...nameOf(node),
      sentence: `${sentence}${more}`,
      lines: [],
    });
  }

  function add(
    node: string | undefined,
    name: Pick<ChangeGroup, 'title' | 'excerpt'>,
    line: ChangeLine,
  ): void {
    const known = groups.get(node ?? '');
    const lines = [...(known?.lines ?? []), line];
    groups.set(node ?? '', { node, change: 'changed', sentence: undefined, ...name, lines });
  }

  function lineOf(
    difference: Extract<DocumentDifference, { kind: 'changed' | 'facts' | 'moved' }>,
    node: PageNode,
  ): ChangeLine {
    if (difference.kind === 'moved') {
      const { from, to } = difference;
      const text =
        from.parent === to.parent && from.slot === to.slot
          ? `From place ${(from.index ?? 0) + 1} to place ${(to.index ?? 0) + 1}`
          : `From ${where(from, old)} to ${where(to, now)}`;
      return { difference, label: 'Moved', shown: { kind: 'sentence', text } };
    }
    if (difference.kind === 'facts') return factLine(difference, words);
    const fields = words.describe(node.type)?.fields ?? [];
    const name = difference.key.split(/[@#]/)[0];
    const field = fields.find((each) => each.name === name);
    const before = valueWords(field, difference.before, words);
    const after = valueWords(field, difference.after, words);
    // Of a module in a fragment: which one it is the fragment knows.
    const label = keyWords(fields, parseOverrideKey(difference.key)?.key ?? difference.key);
    if (before === after)
      return { difference, label, shown: { kind: 'sentence', text: sameWords(field, difference) } };
    const isText = field && ['text', 'rich-text', 'list', 'object'].includes(field.kind);
    return {
      difference,
      label,
      shown:
        isText && before !== '' && after !== ''
          ? { kind: 'text', parts: wordDifference(before, after) }
          : { kind: 'values', before, after },
    };
  }

  function where({ parent, slot }: Place, nodes: ReadonlyMap<string, PageNode>): string {
    const around =
      parent === undefined ? undefined : (nodes.get(parent) ?? now.get(parent) ?? old.get(parent));
    if (!around) return 'the page';
    const slots = words.describe(around.type)?.slots ?? {};
    const label =
      Object.keys(slots).length > 1 && slot !== undefined ? ` (${slots[slot]?.label ?? slot})` : '';
    return `${nameOf(around).title}${label}`;
  }

  function nameOf(node: PageNode): Pick<ChangeGroup, 'title' | 'excerpt'> {
    const module = words.describe(node.type);
    const fragment = node.type === 'fragment' ? String(node.props.fragment ?? '') : undefined;
    const title =
      node.name ??
      (fragment === undefined
        ? (module?.title ?? (node.type === 'outlet' ? 'The place of the page' : node.type))
        : (words.fragmentName(fragment) ?? 'Fragment'));
    const texts = (module?.fields ?? []).filter(({ kind }) => kind === 'text' || kind === 'rich-text');
    const first = texts
      .toSorted((one, other) => Number(other.name === 'title') - Number(one.name === 'title'))
      .map(({ name }) => node.props[name])
      .find((value) => typeof value === 'string' && plainText(value) !== '');
    return { title, excerpt: typeof first === 'string' ? plainText(first).slice(0, 60) : '' };
  }
}

function sameWords(
  field: FieldDescription | undefined,
  { before, after }: Extract<DocumentDifference, { kind: 'changed' }>,
): string {
  if (after === undefined) return 'The same as before, but inherited';
  if (before === undefined) return 'A value of its own, the same as before';
  return field?.kind === 'rich-text' ? 'The same words, formatted differently' : 'Changed in its details';
}

function metaLine(difference: Extract<DocumentDifference, { kind: 'meta' }>): ChangeLine {
  const { key, before, after } = difference;
  const labels: Readonly<Record<string, string>> = {
    name: 'Name for authors',
    layout: 'Layout',
    kind: 'Kind',
    composes: 'What it is for',
    'seo/title': 'Title in search engines',
    'seo/description': 'Description in search engines',
    'seo/image': 'Picture for shared links',
    'seo/robots': 'Search engines may',
  };
  const [name = key] = key.split(/[@#]/);
  const suffix = keyWords([], key.slice(key.indexOf('/') + 1)).match(/ \(.*\)$/)?.[0] ?? '';
  return { difference, label: `${labels[name] ?? name}${suffix}`, shown: shownOf(before, after) };
}

function factLine(
  difference: Extract<DocumentDifference, { kind: 'facts' }>,
  words: ChangeWords,
): ChangeLine {
  const { fact, before, after } = difference;
  const sentence = (text: string): ChangeLine['shown'] => ({ kind: 'sentence', text });
  if (fact === 'hidden')
    return {
      difference,
      label: 'Visibility',
      shown: sentence(after ? 'Hidden from shoppers' : 'Shown to shoppers'),
    };
  if (fact === 'lock') return { difference, label: 'Lock', shown: sentence(after ? 'Locked' : 'Unlocked') };
  if (fact === 'name') return { difference, label: 'Name', shown: shownOf(before, after) };
  if (fact === 'open') {
    const names = (value: unknown) => (Array.isArray(value) ? value.join(', ') : '');
    return {
      difference,
      label: 'Open for pages',
      shown: { kind: 'values', before: names(before), after: names(after) },
    };
  }
  if (fact === 'locales' || fact === 'groups' || fact === 'audiences') {
    const names = (value: unknown) => (Array.isArray(value) ? readersNamed(fact, value, words) : 'everybody');
    return {
      difference,
      label: READERS[fact],
      shown: { kind: 'values', before: names(before), after: names(after) },
    };
  }
  return { difference, label: 'Module', shown: sentence('Another version of the module') };
}

function readersNamed(
  kind: keyof typeof READERS,
  ids: readonly string[],
  { groups, crowd }: ChangeWords,
): string {
  if (kind === 'audiences') return visitorWords(ids, crowd).join(', ');
  const name = (id: string) =>
    kind === 'locales' ? localeName(id) : (groups.find((each) => each.id === id)?.name ?? id);
  return ids.map(name).join(', ');
}

const READERS = { locales: 'For readers of', groups: 'For customers of', audiences: 'For visitors' } as const;

function shownOf(before: unknown, after: unknown): ChangeLine['shown'] {
  const [old, now] = [before, after].map((value) =>
    value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value),
  ) as [string, string];
  return old !== '' && now !== ''
    ? { kind: 'text', parts: wordDifference(old, now) }
    : { kind: 'values', before: old, after: now };
}

function nodesOf({ nodes }: PageDocument): ReadonlyMap<string, PageNode> {
  return new Map([...walk(nodes)].map(({ node }) => [node.id, node]));
}

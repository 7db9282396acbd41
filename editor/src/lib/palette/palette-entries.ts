import type { PageNode } from '@vitrine/content';
import type { DocumentFacts, ModuleDescription } from '../app/backend.ts';

/** Something that can be put onto a page. */
export interface PaletteEntry {
  readonly key: string;
  readonly title: string;
  /** Of the module it belongs to. */
  readonly group: string;
  readonly type: string;
  readonly nodes: readonly PageNode[];
  /** All that it can be found by, in lower case. */
  readonly words: string;
}

/**
 * What authors can choose from: the presets of every module, plain ones for modules without, and fragments. What is made for pages
 * about `subject` comes first, then what is for any page, parts of pages that a shop has one of, and what is made for others.
 */
export function paletteEntries(
  modules: readonly ModuleDescription[],
  fragments: readonly DocumentFacts[],
  subject?: string,
): readonly PaletteEntry[] {
  const rank = (module: ModuleDescription) => rankOf(module, subject);
  const byUse = (one: ModuleDescription, other: ModuleDescription) =>
    rank(one) - rank(other) || (one.title < other.title ? -1 : 1);
  const ofModules = modules.toSorted(byUse).flatMap((module): PaletteEntry[] => {
    const { id: type, title, version: v, alsoCalled = [] } = module;
    const presets = module.presets.length > 0 ? module.presets : [{ name: title, props: {} }];
    return presets.map((preset) => ({
      key: `${type} ${preset.name}`,
      title: preset.name,
      group: title,
      type,
      words: [title, preset.name, type, ...alsoCalled].join(' ').toLocaleLowerCase(),
      nodes: [
        {
          id: type,
          type,
          v,
          props: preset.props,
          ...('slots' in preset && preset.slots && { slots: preset.slots }),
        },
      ],
    }));
  });
  const ofFragments = fragments.map(
    ({ id, name }): PaletteEntry => ({
      key: `fragment ${id}`,
      title: name,
      group: 'Fragments',
      type: 'fragment',
      words: `fragment ${name} ${id}`.toLocaleLowerCase(),
      nodes: [{ id: 'fragment', type: 'fragment', v: 1, props: { fragment: id } }],
    }),
  );
  return [...ofFragments, ...ofModules];
}

// Pages are made of sections.
function rankOf({ subjects, isPartOfOne, kind }: ModuleDescription, subject: string | undefined): number {
  if (subjects && subject !== undefined) return subjects.includes(subject) ? 0 : 4;
  if (isPartOfOne) return 3;
  return kind === 'section' ? 1 : 2;
}

/** While a fragment is edited: a place that each page fills itself. */
export const openPartEntry: PaletteEntry = {
  key: 'outlet',
  title: 'Open part',
  group: 'Fragments',
  type: 'outlet',
  words: 'fragment open part outlet place for pages',
  nodes: [{ id: 'part', type: 'outlet', v: 1, props: {} }],
};

/** Entries in which every word is found, those whose title begins with the first word before the others. */
export function searchEntries(entries: readonly PaletteEntry[], query: string): readonly PaletteEntry[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return entries;
  const found = entries.filter((entry) => words.every((word) => entry.words.includes(word)));
  const rank = ({ words: text }: PaletteEntry) => (text.startsWith(words[0]!) ? 0 : 1);
  return found.toSorted((one, other) => rank(one) - rank(other));
}

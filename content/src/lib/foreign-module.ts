import type { Json, PageNode } from './page.ts';

const FOREIGN = 'imported/';

/** Stands for a component of another system that has no module here: keeps what came, so that nothing is lost. */
export function foreignModule(name: string, original: Json): Omit<PageNode, 'id'> {
  const word = name.replace(/[^A-Za-z0-9._-]+/g, '-').slice(0, 60) || 'unknown';
  return { type: `${FOREIGN}${word}`, v: 1, name: name.slice(0, 200) || 'Unknown', props: { original } };
}

/** What it was called where it came from; `undefined` for all other instances. */
export function foreignName({ type, name }: Pick<PageNode, 'type' | 'name'>): string | undefined {
  return type.startsWith(FOREIGN) ? (name ?? type.slice(FOREIGN.length)) : undefined;
}

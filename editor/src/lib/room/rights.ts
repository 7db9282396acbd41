import type { DocChange } from '@vitrine/content/collab';

/** Who works on pages. */
export interface RoomActor {
  readonly id: string;
  readonly name: string;
  readonly capabilities: readonly string[];
}

/** What somebody would change, in which document. */
export type ChangeSubject = DocChange & { readonly document: string };

/** Whether an actor may. Without `about`: whether at all. */
export type Can = (actor: RoomActor, capability: RoomCapability, about?: ChangeSubject) => boolean;

export type RoomCapability = 'content.preview' | 'content.write';

/** What makes a document the one it is: given at birth. */
const given = new Set(['schema', 'id', 'kind']);

/** Why the changes are refused, as a sentence; `undefined` = they are not. */
export function refusalOf(
  changes: readonly DocChange[],
  { document, actor, can }: { readonly document: string; readonly actor: RoomActor; readonly can: Can },
): string | undefined {
  for (const change of changes) {
    if (change.kind === 'unknown') return `The change touches "${change.what}", which is no part of a page.`;
    if (change.kind === 'meta' && given.has(change.key))
      return `The ${change.key} of a document never changes.`;
    if (!can(actor, 'content.write', { ...change, document })) return `You may not change ${nameOf(change)}.`;
  }
  return undefined;
}

function nameOf(change: DocChange): string {
  switch (change.kind) {
    case 'structure':
      return `where "${change.module ?? change.node}" stands on this page`;
    case 'prop':
      return `"${change.key}" of "${change.module ?? change.node}"`;
    case 'facts':
      return `name, lock or visibility of "${change.module ?? change.node}"`;
    case 'meta':
      return `the "${change.key}" of this page`;
    case 'unknown':
      return `"${change.what}"`;
  }
}

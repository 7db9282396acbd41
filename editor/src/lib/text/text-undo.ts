/** What a text asks of the page's one undo stack; `PageUndo` of `@vitrine/content/collab` fits. */
export interface TextUndo {
  undo(): unknown;
  redo(): unknown;
  /** Whatever is changed inside is one step of its own. */
  step<T>(change: () => T): T;
  /** Changes of this transaction origin are mine to undo. */
  trackOrigin(origin: unknown): void;
}

/**
 * Transaction origin of what a person types, formats or pastes. One for all texts: an undo stack never forgets an origin, so
 * one per mounted text would keep every editor that ever was.
 */
export const textOrigin: { readonly name: string } = Object.freeze({ name: 'text of the page editor' });

/** Origin of repairs after somebody else's change: nobody's to undo. */
export const repairOrigin: { readonly name: string } = Object.freeze({ name: 'repair of a text' });

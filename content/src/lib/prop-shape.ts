/**
 * How the value of a setting is taken apart when several people may change it at once: words letter by letter, lists by
 * item, objects by key; a plain value as one piece.
 */
export type PropShape =
  | { readonly kind: 'text' }
  /** HTML as rich text fields keep it. */
  | { readonly kind: 'rich-text' }
  | { readonly kind: 'plain' }
  | { readonly kind: 'list'; readonly item: PropShape }
  | { readonly kind: 'object'; readonly fields: PropShapes };

/** Shapes by the plain names of settings; what is not named is plain. */
export type PropShapes = Readonly<Record<string, PropShape>>;

/** The shapes of a module's settings; `undefined` for a module nobody knows, whose settings are then all plain. */
export type ShapesOf = (moduleType: string) => PropShapes | undefined;

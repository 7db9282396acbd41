/**
 * What an answer may depend on, declared once. Shared dimensions are of low cardinality and part of cache keys; private
 * ones never are. A public action sees just the shared dimensions it names in `varyBy`.
 */
export interface SharedDimensions {
  channel: string;
  locale: string;
  currency: string;
  /** `anyone` for guests; from the signed session, never from the URL. */
  customerGroup: string;
  /** `everyone` unless an audience rule selected the visitor. */
  audience: string;
}

export interface PrivateDimensions {
  customerId: string | undefined;
  cartId: string | undefined;
  sessionId: string | undefined;
  /** The form the visitor comes from, when this page is to show it again. */
  form?: TypedForm | undefined;
  /**
   * Ids of the products this browser showed last, the newest first; only for private actions that say `readsViewed`. Written by
   * the browser: believe nothing.
   */
  viewed?: readonly string[] | undefined;
}

/** A form that could not be taken as it was: what was typed, and what is wrong with it. Typed by anybody: believe nothing. */
export interface TypedForm {
  readonly mutation: string;
  /** By field name; of a field that came several times the last. */
  readonly values: Readonly<Record<string, string>>;
  /** By field name, a word that the page has a sentence for. */
  readonly problems: Readonly<Record<string, string>>;
}

export type SharedDimension = keyof SharedDimensions;

export const sharedDimensions: readonly SharedDimension[] = [
  'channel',
  'locale',
  'currency',
  'customerGroup',
  'audience',
];

/** What the handler of a public action is given: the dimensions in its `varyBy`. Reading another one throws. */
export type PublicContext<V extends SharedDimension> = Readonly<Pick<SharedDimensions, V>> & {
  readonly signal: AbortSignal;
};

/** What the handler of a private action or a mutation is given. */
export type PrivateContext = Readonly<SharedDimensions & PrivateDimensions> & {
  readonly signal: AbortSignal;
};

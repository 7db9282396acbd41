import type { ChosenTokens, EditableToken, Tokens } from '@vitrine/themes';
import type { PlannedChange } from '../app/backend.ts';

/** The theme of the shop, as its editor knows it. */
export interface ThemeFacts {
  readonly name: string;
  readonly tokens: readonly EditableToken[];
  /** All values of the theme itself. */
  readonly own: { readonly light: Tokens; readonly dark: Tokens };
  readonly draft: ChosenTokens;
  readonly published: ChosenTokens;
  readonly version: number;
  readonly updatedAt?: string;
  /** A name; absent when nobody who is known did it. */
  readonly updatedBy?: string;
  /** Releases that wait and make styles public, the next one first; absent = none. */
  readonly planned?: readonly PlannedChange[];
}

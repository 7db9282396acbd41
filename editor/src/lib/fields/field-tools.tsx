import type { PageInYdoc } from '@vitrine/content/collab';
import type { ImageValue } from '@vitrine/modules';
import { type ComponentType, createContext, type ReactNode, useContext } from 'react';

/** A product as the catalogue's search finds it. */
export interface ProductHit {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  /** Address of a small picture. */
  readonly image?: string;
  /** As people read it, for example `€ 49.00`. */
  readonly price?: string;
}

export interface CategoryHit {
  readonly slug: string;
  readonly title: string;
  /** Where it stands, for example `Living / Lamps`. */
  readonly trail?: string;
  /** Address of a small picture. */
  readonly image?: string;
}

export interface PageHit {
  /** As a link keeps it, for example `/about`. */
  readonly path: string;
  readonly title: string;
}

export interface ColourToken {
  /** For example `colour.accent`. */
  readonly token: string;
  readonly label: string;
  /** CSS colour, for the swatch only. */
  readonly value: string;
}

export interface MediaPick {
  /** Of the field that asks. */
  readonly label: string;
  readonly current?: ImageValue;
  /** Width divided by height at which the picture will be shown. */
  readonly ratio?: number;
  /** Dropped onto the field: brought into the library, to choose from. */
  readonly files?: readonly File[];
}

export interface RichTextProps {
  readonly page: PageInYdoc;
  readonly id: string;
  /** Of a value that exists, for example `body@de` or `more/i1/body`. */
  readonly path: string;
  readonly label: string;
}

/** What fields ask of the application around them. Searches may be called with an empty text: then they suggest. */
export interface FieldTools {
  /** In which the catalogue answers. */
  readonly locale: string;
  readonly searchProducts: (q: string, signal: AbortSignal) => Promise<readonly ProductHit[]>;
  /** Those that exist, in any order. */
  readonly productsByIds: (ids: readonly string[]) => Promise<readonly ProductHit[]>;
  readonly searchCategories: (q: string, signal: AbortSignal) => Promise<readonly CategoryHit[]>;
  readonly searchPages: (q: string, signal: AbortSignal) => Promise<readonly PageHit[]>;
  /** Opens the media library; `undefined` when it was closed without a choice. */
  readonly pickMedia: (options: MediaPick) => Promise<ImageValue | undefined>;
  readonly colourTokens: readonly ColourToken[];
  readonly RichText: ComponentType<RichTextProps>;
  /**
   * Address of one page of each kind. Formatted text keeps addresses: these tell those of products and categories. Default: none, so
   * that only pages and addresses can be chosen there.
   */
  readonly samples?: Readonly<Record<string, string>>;
  /** For links, which keep slugs. Default: searched for by their slug. */
  readonly productsBySlugs?: (slugs: readonly string[]) => Promise<readonly ProductHit[]>;
  readonly categoriesBySlugs?: (slugs: readonly string[]) => Promise<readonly CategoryHit[]>;
  /** Where a picture of an author is fetched. Default: the shop's own picture address. */
  readonly imageAddress?: (src: string, width: number) => string;
}

const Tools = createContext<FieldTools | undefined>(undefined);

/** Hand in the same object as long as nothing in it changes: every field reads it. */
export function FieldToolsProvider({ tools, children }: { tools: FieldTools; children: ReactNode }) {
  return <Tools value={tools}>{children}</Tools>;
}

export function useFieldTools(): FieldTools {
  const tools = useContext(Tools);
  if (!tools) {
    throw new Error(
      'A field needs the catalogue and got none. Put <FieldToolsProvider tools={…}> around it.',
    );
  }
  return tools;
}

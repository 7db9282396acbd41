import type { MediaUses } from '../media-api/media-wire.ts';

/** A document that shows an asset, whichever of its forms do. */
export interface UsedDocument {
  readonly id: string;
  readonly name: string;
  /** It is opened in the back office. */
  readonly isProduct: boolean;
  /** For people: whether shoppers see it. */
  readonly state: 'published' | 'in the draft only';
  readonly modules: readonly string[];
  readonly nodes: readonly string[];
}

/** One line for each document: the published form and the draft are told together. */
export function usedDocuments(uses: MediaUses['uses']): readonly UsedDocument[] {
  return [...Map.groupBy(uses, ({ document }) => document.id).values()].map((forms) => {
    // The draft is what is opened; it is told last.
    const latest = forms.at(-1)!;
    const places = forms.flatMap((form) => form.places);
    const isPublished = forms.some(({ state }) => state === 'published');
    return {
      id: latest.document.id,
      name: latest.document.name,
      isProduct: latest.document.kind === 'product',
      state: isPublished ? 'published' : 'in the draft only',
      modules: [...new Set(places.flatMap(({ module }) => module ?? []))],
      nodes: [...new Set(latest.places.flatMap(({ node }) => node ?? []))],
    };
  });
}

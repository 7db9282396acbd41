import type { DraftStore } from '@vitrine/content/server';
import type { Catalogue } from '../app/backend.ts';
import { canvasAddress, firstMarket } from '../app/canvas-address.ts';
import { documentIn } from '../app/document-address.ts';

export interface OpeningCanvasOptions {
  readonly drafts: Pick<DraftStore, 'list'>;
  readonly catalogue: () => Promise<Catalogue>;
  readonly onFault: (error: unknown) => void;
}

/** First versions that move a window without loading it anew (`moveBefore`). Others would load it twice. */
const movers = { Chrome: 133, Firefox: 144 };

/** Where the canvas of the document is found that a request opens, so that the editor's page can bring it along. */
export async function openingCanvas(
  { url, headers }: Request,
  { drafts, catalogue, onFault }: OpeningCanvasOptions,
): Promise<string | undefined> {
  const document = documentIn(new URL(url).pathname);
  if (document === undefined || !movesWindows(headers.get('user-agent') ?? '')) return undefined;
  try {
    const [all, shop] = await Promise.all([drafts.list(), catalogue()]);
    const facts = all.find(({ id }) => id === document);
    return facts && !facts.trashedAt ? canvasAddress(facts, firstMarket(shop), shop) : undefined;
  } catch (error) {
    // The editor asks for itself, and says what is wrong.
    onFault(error);
    return undefined;
  }
}

function movesWindows(userAgent: string): boolean {
  return Object.entries(movers).some(
    ([name, least]) => Number(new RegExp(`${name}/(\\d+)`).exec(userAgent)?.[1]) >= least,
  );
}

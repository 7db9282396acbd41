import type { DraftStore } from '@vitrine/content/server';
import type { Catalogue } from '../app/backend.ts';
import { canvasAddress, firstMarket } from '../app/canvas-address.ts';
import { documentIn } from '../app/document-address.ts';

export interface OpeningCanvasOptions {
  /** Whether who sends a request may open the editor. */
  readonly mayLook: (request: Request) => Promise<boolean>;
  readonly drafts: Pick<DraftStore, 'list'>;
  readonly catalogue: () => Promise<Catalogue>;
  readonly onFault: (error: unknown) => void;
}

/** First versions that move a window without loading it anew (`moveBefore`). Others would load it twice. */
const movers = { Chrome: 133, Firefox: 144 };

/** Where the canvas of the document is found that a request opens, so that the editor's page can bring it along. */
export async function openingCanvas(
  request: Request,
  { mayLook, drafts, catalogue, onFault }: OpeningCanvasOptions,
): Promise<string | undefined> {
  const { url, headers } = request;
  const document = documentIn(new URL(url).pathname);
  if (document === undefined || !movesWindows(headers.get('user-agent') ?? '')) return undefined;
  try {
    const [isAllowed, all, shop] = await Promise.all([mayLook(request), drafts.list(), catalogue()]);
    if (!isAllowed) return undefined;
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

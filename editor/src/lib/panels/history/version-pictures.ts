import type { PageDocument } from '@vitrine/content';
import { ask } from '../../app/backend.ts';
import { whenIdle } from '../../checks/when-idle.ts';
import { inTurn, renderNodes } from '../../document/static-page.ts';

/** Pictures of the versions of one document, as HTML that runs nothing. */
export interface VersionPictures {
  /**
   * What a version shows with today's modules and goods; `address` is that of a canvas. Made one after the other, in idle time.
   * Rejects when it cannot be made, or is not wanted any more.
   */
  of(seq: number, address: string, signal: AbortSignal): Promise<string>;
}

/** Of a long history this many are kept: two screens of the list. */
const MOST = 24;

export function createVersionPictures(
  documentId: string,
  make: (seq: number, address: string, signal: AbortSignal) => Promise<string> = makePicture(documentId),
): VersionPictures {
  const kept = new Map<string, string>();
  return {
    of: (seq, address, signal) =>
      inTurn(async () => {
        // Whoever scrolls through a year of work waits for nothing that has gone by.
        signal.throwIfAborted();
        const key = `${seq} ${address}`;
        const html = kept.get(key) ?? (await make(seq, address, signal));
        kept.delete(key);
        kept.set(key, html);
        const [oldest] = kept.keys();
        if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
        return html;
      }),
  };
}

function makePicture(documentId: string) {
  return async (seq: number, address: string, signal: AbortSignal): Promise<string> => {
    await new Promise<void>((resolve) => whenIdle(resolve, 0));
    const path = `documents/${encodeURIComponent(documentId)}/versions/${seq}`;
    const { document } = await ask<{ document: PageDocument }>(path, { signal });
    return renderNodes(address, document.nodes, signal);
  };
}

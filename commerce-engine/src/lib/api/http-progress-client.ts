import { isUuid } from '../is-uuid.ts';
import type { OrderOpening } from '../progress/progress.views.ts';
import type { ApiCaller } from './api-caller.ts';
import type { CommerceClient } from './commerce-client.ts';

type Orders = CommerceClient['orders'];

/** What became of an order, across HTTP: one's own by the token, others by their key. */
export function httpProgress(call: ApiCaller): Pick<Orders, 'progress' | 'insteadChoices' | 'paper'> {
  async function ask<Answer>(
    opening: OrderOpening,
    what: 'progress' | 'papers' | 'instead-choices',
  ): Promise<Answer | undefined> {
    const { orderId } = opening;
    if (!isUuid(orderId)) return undefined;
    return 'actor' in opening
      ? call.get(`/api/store/v1/my/orders/${orderId}/${what}`, {})
      : call.post(`/api/store/v1/orders/${orderId}/${what}`, { key: opening.key }, {});
  }

  return {
    async progress(opening) {
      type Told = { readonly progress: Awaited<ReturnType<Orders['progress']>> | null };
      return (await ask<Told>(opening, 'progress'))?.progress ?? undefined;
    },
    async insteadChoices(opening) {
      type Told = { readonly choices: Awaited<ReturnType<Orders['insteadChoices']>> };
      return (await ask<Told>(opening, 'instead-choices'))?.choices ?? [];
    },
    async paper(opening, id) {
      const papers = (await ask<{ readonly papers: Papers | null }>(opening, 'papers'))?.papers;
      return id === 'receipt'
        ? papers?.receipt
        : papers?.documents.find((document) => document.id === id)?.html;
    },
  };
}

interface Papers {
  readonly documents: readonly { readonly id: string; readonly html: string }[];
  readonly receipt: string;
}

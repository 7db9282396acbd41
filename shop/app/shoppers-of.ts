import type { CommerceEngine } from '@vitrine/commerce-engine';
import type { Shoppers } from '@vitrine/runtime';

/** Who holds a shopper's session, as the runtime asks. A session that cannot be looked up is nobody's: the page is shown as to anyone. */
export function shoppersOf(
  { accounts }: Pick<CommerceEngine, 'accounts'>,
  onFault: (error: unknown) => void,
): Shoppers {
  const known = ({ id, group = 'anyone' }: { readonly id: string; readonly group?: string }) => ({
    customerId: id,
    customerGroup: group,
  });
  return {
    recall(sessionId) {
      const actor = accounts.recall(sessionId);
      return actor && known(actor);
    },
    async find(sessionId) {
      try {
        const actor = await accounts.actorOf(sessionId);
        return actor.kind === 'customer' ? known(actor) : undefined;
      } catch (error) {
        onFault(error);
        return undefined;
      }
    },
  };
}

import type { CommerceEngine } from '@vitrine/commerce-engine';
import type { Notice } from '@vitrine/data-actions/server';
import type { Runtime } from '@vitrine/runtime';
import { goOn } from './go-on.ts';

/** A link of a letter to a cart. */
export interface SentCart {
  readonly cartId: string;
  readonly key: string;
  readonly locale: string;
}

/** Opens a cart that staff sent, in the currency in which they filled it. */
export async function openSentCart(
  request: Request,
  { cartId, key, locale }: SentCart,
  {
    engine,
    runtime,
    pageIn,
    secure,
  }: {
    readonly engine: Pick<CommerceEngine, 'staffCheckouts'>;
    readonly runtime: Pick<Runtime, 'remember'>;
    readonly pageIn: (path: string, locale: string) => Promise<string>;
    readonly secure: boolean;
  },
): Promise<Response> {
  const opened = await engine.staffCheckouts.openedBy(cartId, key);
  const words = locale.startsWith('de') ? de : en;
  if (opened.kind !== 'opened') return goOn(await pageIn('/cart', locale), words[opened.kind], [], secure);
  const currency = `vt_currency=${opened.market.currency}; Path=/; SameSite=Lax${secure ? '; Secure' : ''}`;
  const cookies = [...runtime.remember({ cartId }, request), currency];
  return goOn(await pageIn('/checkout', locale), words.opened, cookies, secure);
}

const en = {
  opened: { tone: 'good', text: 'This is what we have put together for you.' },
  ordered: {
    tone: 'good',
    text: 'What this link led to is ordered already. Your order confirmation is in your mail.',
  },
  gone: {
    tone: 'bad',
    text: 'This link does not hold any more, and nothing was ordered with it. Would you still like it? Ask us for a new one.',
  },
} satisfies Record<string, Notice>;

const de: typeof en = {
  opened: { tone: 'good', text: 'Das haben wir für Sie zusammengestellt.' },
  ordered: { tone: 'good', text: 'Das ist schon bestellt. Die Bestätigung haben Sie per E-Mail bekommen.' },
  gone: {
    tone: 'bad',
    text: 'Dieser Link gilt nicht mehr, und bestellt wurde damit nichts. Möchten Sie es noch? Bitten Sie uns um einen neuen.',
  },
};

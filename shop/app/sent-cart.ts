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
  if (!opened) return goOn(await pageIn('/cart', locale), words.over, [], secure);
  const currency = `vt_currency=${opened.currency}; Path=/; SameSite=Lax${secure ? '; Secure' : ''}`;
  const cookies = [...runtime.remember({ cartId }, request), currency];
  return goOn(await pageIn('/checkout', locale), words.opened, cookies, secure);
}

const en = {
  opened: { tone: 'good', text: 'This is what we have put together for you.' },
  over: { tone: 'bad', text: 'This link does not hold any more. What it led to may be ordered already.' },
} satisfies Record<string, Notice>;

const de: typeof en = {
  opened: { tone: 'good', text: 'Das haben wir für Sie zusammengestellt.' },
  over: { tone: 'bad', text: 'Dieser Link gilt nicht mehr. Vielleicht ist das schon bestellt.' },
};

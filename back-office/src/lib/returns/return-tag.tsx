import type { ReturnView } from '@vitrine/commerce-engine/client';
import { Tag, type Tone } from '../look/tag.tsx';
import { isExchanged } from './money-back.ts';

const states: Readonly<Record<ReturnView['state'], readonly [Tone, string]>> = {
  requested: ['waits', 'To decide on'],
  approved: ['new', 'On its way back'],
  received: ['waits', 'To refund'],
  refunded: ['good', 'Refunded'],
  rejected: ['bad', 'Rejected'],
  cancelled: ['quiet', 'Given up'],
};

/** How far a return is. */
export function ReturnTag({ of }: { of: Pick<ReturnView, 'state' | 'instead' | 'exchangedFor'> }) {
  const [tone, words] = isExchanged(of) ? (['good', 'Exchanged'] as const) : states[of.state];
  return <Tag tone={tone}>{words}</Tag>;
}

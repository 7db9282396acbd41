import type { ReturnView } from '@vitrine/commerce-engine/client';
import { Tag, type Tone } from '../look/tag.tsx';

const states: Readonly<Record<ReturnView['state'], readonly [Tone, string]>> = {
  requested: ['waits', 'To decide on'],
  approved: ['new', 'On its way back'],
  received: ['waits', 'To refund'],
  refunded: ['good', 'Refunded'],
  rejected: ['bad', 'Rejected'],
  cancelled: ['quiet', 'Given up'],
};

/** How far a return is. */
export function ReturnTag({ of: { state } }: { of: Pick<ReturnView, 'state'> }) {
  const [tone, words] = states[state];
  return <Tag tone={tone}>{words}</Tag>;
}

import type { StockCountView } from '@vitrine/commerce-engine/client';
import { Tag, type Tone } from '../look/tag.tsx';

const states: Readonly<Record<StockCountView['state'], readonly [Tone, string]>> = {
  open: ['waits', 'Is counted'],
  approved: ['good', 'Booked'],
  cancelled: ['quiet', 'Given up'],
};

export function CountTag({ of: { state } }: { of: StockCountView }) {
  const [tone, words] = states[state];
  return <Tag tone={tone}>{words}</Tag>;
}

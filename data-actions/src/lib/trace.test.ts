import { expect, test } from 'vitest';
import { serverTiming } from './trace.ts';

test('[DA-38] a trace fits into a Server-Timing header', () => {
  const node = { action: 'price.get', key: 'k', tier: 'source', state: 'fresh', ms: 12, batch: 2 } as const;
  expect(serverTiming([node, { ...node, ms: 40 }, { ...node, tier: 'process', ms: 0 }])).toBe(
    'price.get;desc="source x2";dur=40.0, price.get;desc="process x1";dur=0.0',
  );
});

import { expect, test } from 'vitest';
import { killLoop } from './kill-loop.ts';

const server = process.env.TEST_DATABASE_URL;

test.skipIf(!server)(
  '[CHECK-18] a server that is killed again and again while shoppers buy over HTTP: every answer is true, all books agree',
  async () => {
    const report = await killLoop({ server: server!, kills: 5, lanes: 6, life: 1500 });
    expect(report.faults).toEqual([]);
    expect(report.checkouts).toBeGreaterThan(0);
    expect(report.orders).toBeGreaterThan(0);
  },
);

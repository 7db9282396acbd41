import { parseArgs } from 'node:util';
import { applyPromotions, DEFAULT_PROMOTION_SETTINGS, indexPromotions } from '@vitrine/commerce-engine/rules';
import { generateShop } from './generate-promotions.ts';

// A cart priced against many promotions, beside the least that anything could do with the same data: reading it as JSON.
// The ratio to that says more than milliseconds of a noisy machine.
const { values } = parseArgs({
  options: {
    promotions: { type: 'string', default: '1000' },
    lines: { type: 'string', default: '50' },
    rounds: { type: 'string', default: '200' },
  },
});
const size = { promotions: Number(values.promotions), lines: Number(values.lines) };
const rounds = Number(values.rounds);

console.log(
  `${size.lines} lines, ${size.promotions} promotions of which a tenth mean them, ${rounds} rounds\n`,
);
console.log(`${'case'.padEnd(46)}   p50 ms   p99 ms   × floor`);
const shop = generateShop({ ...size, quantity: 2 });
const text = JSON.stringify(shop);
const floor = measure('the same cart and promotions read as JSON (floor)', () => JSON.parse(text), 1);
measure('indexPromotions', () => indexPromotions(shop.promotions, DEFAULT_PROMOTION_SETTINGS), floor);
const cases = {
  'applyPromotions, within priorities': 'within-priority',
  'applyPromotions, across priorities': 'across-priorities',
} as const;
for (const [name, control] of Object.entries(cases)) {
  for (const quantity of [1, 2, 99]) {
    const { cart } = generateShop({ ...size, quantity });
    const index = indexPromotions(shop.promotions, { ...DEFAULT_PROMOTION_SETTINGS, control });
    measure(`${name}, lines of ${quantity}`, () => applyPromotions(index, cart), floor);
    const { optimum, lines, verdicts } = applyPromotions(index, cart);
    const off = lines.reduce((sum, { discount }) => sum + discount, 0);
    const applied = verdicts.filter(({ verdict }) => verdict.kind === 'applied').length;
    const gap = optimum.kind === 'exact' ? 'exact' : `within ${((100 * optimum.gap) / off).toFixed(2)} %`;
    console.log(`  ${verdicts.length} candidates, ${applied} applied, combination ${gap}`);
  }
}

function measure(name: string, work: () => unknown, floorMs: number): number {
  for (let round = 0; round < 20; round++) work();
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const p50 = times[Math.floor(rounds * 0.5)]!;
  const p99 = times[Math.floor(rounds * 0.99)]!;
  const ratio = (p50 / (floorMs === 1 ? p50 : floorMs)).toFixed(1);
  console.log(
    `${name.padEnd(46)} ${p50.toFixed(2).padStart(8)} ${p99.toFixed(2).padStart(8)} ${ratio.padStart(9)}`,
  );
  return p50;
}

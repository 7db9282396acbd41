import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deliveryKinds } from '../delivery/delivery.rules.ts';
import { type DividedLines, divideLines, type LineToDeliver } from './divide-lines.rules.ts';

const shirt: LineToDeliver = { id: 'shirt', ways: ['ship', 'pickup'] };
const mug: LineToDeliver = { id: 'mug', ways: ['ship', 'pickup'] };
const sofa: LineToDeliver = { id: 'sofa', ways: ['pickup'] };
const card: LineToDeliver = { id: 'card', ways: ['electronic'] };
const open = { kind: undefined, apart: {} };

/** Lines that cannot go the way of the whole, by the first way they can. */
function forced(lines: readonly LineToDeliver[], whole: DividedLines['kind']): string[] {
  const apart = lines.filter(({ ways }) => whole && ways.length > 0 && !ways.includes(whole));
  return deliveryKinds.flatMap((kind) => apart.filter(({ ways }) => ways[0] === kind).map(({ id }) => id));
}

describe('dividing lines by how they are delivered', () => {
  test('[CHECK-26] they go together, decided or not', () => {
    expect(divideLines([shirt, mug], open)).toEqual({ together: ['shirt', 'mug'], others: [] });
    expect(divideLines([shirt, mug], { ...open, kind: 'ship' })).toEqual({
      together: ['shirt', 'mug'],
      kind: 'ship',
      others: [],
    });
  });

  test('[CHECK-26] a line the shopper wants another way goes apart', () => {
    expect(divideLines([shirt, mug], { kind: 'ship', apart: { mug: 'pickup' } })).toEqual({
      together: ['shirt'],
      kind: 'ship',
      others: [{ kind: 'pickup', lineIds: ['mug'] }],
    });
  });

  test('[CHECK-27] what cannot go with the rest goes the first way it can', () => {
    expect(divideLines([shirt, card, sofa], { ...open, kind: 'ship' })).toEqual({
      together: ['shirt'],
      kind: 'ship',
      others: [
        { kind: 'pickup', lineIds: ['sofa'] },
        { kind: 'electronic', lineIds: ['card'] },
      ],
    });
    expect(divideLines([shirt, sofa], { ...open, kind: 'pickup' })).toMatchObject({ others: [] });
  });

  test('[CHECK-27] lines that share no way are divided before any is chosen', () => {
    expect(divideLines([card, shirt], open)).toEqual({
      together: ['shirt'],
      kind: 'ship',
      others: [{ kind: 'electronic', lineIds: ['card'] }],
    });
  });

  test('[CHECK-27] a wish that cannot be met counts for nothing', () => {
    expect(divideLines([shirt, sofa], { kind: 'pickup', apart: { sofa: 'ship', gone: 'ship' } })).toEqual({
      together: ['shirt', 'sofa'],
      kind: 'pickup',
      others: [],
    });
  });

  test('[CHECK-28] wishes that leave nothing for the whole count for nothing', () => {
    const apart = { mug: 'pickup', shirt: 'pickup', card: 'electronic' } as const;
    expect(divideLines([shirt, mug], { kind: 'ship', apart })).toEqual({
      together: ['shirt', 'mug'],
      kind: 'ship',
      others: [],
    });
    expect(divideLines([shirt, mug], { kind: undefined, apart })).toEqual({
      together: ['shirt', 'mug'],
      others: [],
    });
    expect(divideLines([card], { ...open, kind: 'ship' })).toEqual({
      together: ['card'],
      kind: 'electronic',
      others: [],
    });
  });

  test('[CHECK-26] [CHECK-27] every line is in one place, and where it can go if there is such a place', () => {
    const kind = fc.constantFrom(...deliveryKinds);
    const ways = fc.subarray([...deliveryKinds]);
    const given = fc.record({
      ways: fc.array(ways, { minLength: 1, maxLength: 6 }),
      kind: fc.option(kind, { nil: undefined }),
      apart: fc.dictionary(fc.constantFrom('0', '1', '2', '3', '4', '5'), kind),
    });
    fc.assert(
      fc.property(given, ({ ways: each, ...chosen }) => {
        const lines = each.map((own, at) => ({ id: String(at), ways: own }));
        const { together, kind: whole, others } = divideLines(lines, chosen);
        const parts = [{ kind: whole, lineIds: together }, ...others];
        expect(parts.flatMap(({ lineIds }) => lineIds).sort()).toEqual(lines.map(({ id }) => id));
        expect(parts.every(({ lineIds }) => lineIds.length > 0)).toBe(true);
        expect(new Set(parts.map((part) => part.kind)).size).toBe(parts.length);
        for (const part of parts)
          for (const id of part.lineIds) {
            const own = lines[Number(id)]!.ways;
            if (own.length === 0) continue;
            if (part.kind) expect(own).toContain(part.kind);
            const wanted = chosen.apart[id];
            const isMet = wanted === undefined || !own.includes(wanted) || part.kind === wanted;
            // No wish is passed over while the others leave something for the whole.
            if (!isMet) expect(others.flatMap(({ lineIds }) => lineIds)).toEqual(forced(lines, whole));
          }
        const going = together.map((id) => lines[Number(id)]!.ways).filter((own) => own.length > 0);
        if (whole === undefined)
          expect(deliveryKinds.some((way) => going.every((own) => own.includes(way)))).toBe(true);
      }),
    );
  });
});

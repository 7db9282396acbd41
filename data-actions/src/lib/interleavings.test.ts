import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBackend, createTestEngine, guest, itemAction } from './engine-under-test.ts';
import { many } from './need.ts';
import { createTagVersions } from './tag-versions.ts';

const price = itemAction('price', { cache: { fresh: 40, stale: 60, rescue: 100, negative: 10 } });

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('read' as const),
      ids: fc.array(fc.nat(2), { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('change' as const), id: fc.nat(2) }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 45 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('slow' as const), ms: fc.integer({ min: 0, max: 30 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('fail' as const) }) },
);

test('[DA-25] whatever the order of reads, changes, failures and time: nothing older than a bump seen before asking is served', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
      const backend = createBackend();
      const committed = [0, 0, 0];
      const bumped = [0, 0, 0];
      let failing = 0;
      backend.say = ({ id }) =>
        failing-- > 0 ? new Error('out of order') : { id, text: String(committed[Number(id)]) };
      const { engine, tags } = createTestEngine([backend.handle(price)], {
        clock: backend.clock,
        random: Math.random,
      });
      const reads: Promise<void>[] = [];
      for (const now of steps) {
        if (now.kind === 'wait') await backend.clock.advance(now.ms);
        else if (now.kind === 'slow') backend.latency = now.ms;
        else if (now.kind === 'fail') failing = 1;
        else if (now.kind === 'change') {
          committed[now.id]!++;
          await tags.bump([`price:${now.id}`]);
          bumped[now.id] = committed[now.id]!;
        } else {
          const atLeast = [...bumped];
          const plan = {
            found: many(
              price,
              now.ids.map((id) => ({ id: String(id) })),
            ),
          };
          const running = engine.openScope({ shared: guest, deadline: 25 }).runPlan(plan);
          reads.push(
            running.then(({ results }) => {
              for (const { id, text } of (results.found!.value ?? []) as { id: string; text: string }[])
                expect(Number(text)).toBeGreaterThanOrEqual(atLeast[Number(id)]!);
            }),
          );
        }
      }
      await backend.clock.advance(200);
      await Promise.all(reads);
    }),
    { seed: 1, numRuns: 400 },
  );
});

test('[DA-25] a snapshot is current until one of its tags is bumped, whatever else is', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.constantFrom('bump', 'snapshot'),
          fc.array(fc.constantFrom<string[]>('a', 'b', 'c', 'd'), { minLength: 1 }),
        ),
      ),
      (steps) => {
        const tags = createTagVersions();
        const taken: { tags: string[]; snapshot: ReturnType<typeof tags.snapshot>; outdated: boolean }[] = [];
        for (const [kind, names] of steps) {
          if (kind === 'snapshot')
            taken.push({ tags: names, snapshot: tags.snapshot(names), outdated: false });
          else {
            void tags.bump(names);
            for (const one of taken) one.outdated ||= one.tags.some((tag) => names.includes(tag));
          }
          for (const one of taken) expect(tags.isCurrent(one.snapshot)).toBe(!one.outdated);
          const joined = tags.join(taken.map(({ snapshot }) => snapshot));
          expect(tags.isCurrent(joined)).toBe(taken.every(({ outdated }) => !outdated));
        }
      },
    ),
  );
});

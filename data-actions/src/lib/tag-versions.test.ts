import { expect, test } from 'vitest';
import { createTagVersions, slotOf, TagVersions } from './tag-versions.ts';

/** A table whose bumps are told to the cluster when the test says so. */
function connected() {
  const tags = new TagVersions();
  const confirm: ((version: number) => void)[] = [];
  tags.connect({ publish: () => new Promise((resolve) => confirm.push(resolve)) });
  return { tags, confirm, slot: slotOf('price:a') };
}

test('[DA-46] until the cluster has numbered a bump, its tags have no version that anything is shared under', async () => {
  const { tags, confirm, slot } = connected();
  tags.learn(slot, 3);
  expect(tags.clusterVersions([slot])).toEqual([3]);
  const bumped = tags.bump(['price:a']);
  expect(tags.clusterVersions([slot])).toBeUndefined();
  // A reading from before the bump arrives late.
  tags.learn(slot, 3);
  expect(tags.clusterVersions([slot])).toBeUndefined();
  confirm[0]!(4);
  await bumped;
  expect(tags.clusterVersions([slot])).toEqual([4]);
});

test('[DA-46] a version that has risen means a bump on its way: what rests on the tag is out of date already', () => {
  const { tags, slot } = connected();
  tags.learn(slot, 3);
  const snapshot = tags.snapshot(['price:a']);
  tags.learn(slot, 3);
  tags.learn(slot, 2);
  expect(tags.isCurrent(snapshot)).toBe(true);
  tags.learn(slot, 5);
  expect(tags.isCurrent(snapshot)).toBe(false);
});

test('[DA-45] a bump counts here at once, and does not wait for a cluster that does not answer', async () => {
  const { tags } = connected();
  const snapshot = tags.snapshot(['price:a']);
  const bumped = tags.bump(['price:a', 'price:a']);
  expect(tags.isCurrent(snapshot)).toBe(false);
  await bumped;
});

test('[DA-25] bumping a tag costs the same whatever rests on it, and memory does not grow with tags', async () => {
  const tags = createTagVersions();
  const snapshots = Array.from({ length: 100_000 }, (_, i) => tags.snapshot(['list:*', `product:${i}`]));
  await tags.bump(['list:*']);
  expect(snapshots.some((snapshot) => tags.isCurrent(snapshot))).toBe(false);
  const places = new Set(Array.from({ length: 1000 }, (_, i) => slotOf(`product-slug:made-up-${i}`)));
  expect(Math.max(...places)).toBeLessThan(2 ** 18);
  expect(places.size).toBeGreaterThan(980);
});

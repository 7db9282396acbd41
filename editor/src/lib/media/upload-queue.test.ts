import { afterEach, expect, test, vi } from 'vitest';
import { sampleAsset } from './testing/sample-asset.ts';
import type { SendingEvents } from './tus-sending.ts';
import { progressOf, trayWords, type UploadItem, uploadWords } from './upload-item.ts';
import { UploadQueue } from './upload-queue.ts';

let queue: UploadQueue;
const sent = new Map<string, { item: UploadItem; events: SendingEvents; calls: string[] }>();
const onDone = vi.fn();

function open(): void {
  sent.clear();
  onDone.mockClear();
  queue = new UploadQueue({
    onDone,
    retryAfter: 1_000_000,
    async send(item, events) {
      const calls: string[] = [];
      sent.set(item.file.name, { item, events, calls });
      const call = (name: string) => async () => void calls.push(name);
      return { start: () => void calls.push('start'), pause: call('pause'), cancel: call('cancel') };
    },
  });
}
afterEach(() => queue.close());

const file = (name: string) => new File(['x'.repeat(1000)], name);
const items = () => queue.state.get().items;
const states = () => items().map(({ state }) => state.kind);
const settled = () => new Promise((resolve) => setTimeout(resolve));

test('three are sent at once; the next begins when one is over', async () => {
  open();
  queue.add(['a', 'b', 'c', 'd'].map(file), { folder: 'winter' });
  await settled();
  expect(states()).toEqual(['sending', 'sending', 'sending', 'waiting']);
  expect(sent.get('a')!.calls).toEqual(['start']);
  sent.get('a')!.events.onChecking();
  sent.get('a')!.events.onResult({ kind: 'created', asset: sampleAsset() });
  await settled();
  expect(states()).toEqual(['created', 'sending', 'sending', 'sending']);
  expect(onDone).toHaveBeenCalledTimes(1);
  expect(sent.get('d')!.item.folder).toBe('winter');
});

test('what was paused goes on where it was, and makes room meanwhile', async () => {
  open();
  queue.add(['a', 'b', 'c', 'd'].map(file));
  await settled();
  sent.get('a')!.events.onProgress(400);
  queue.pause(items()[0]!.id);
  await settled();
  expect(states()).toEqual(['paused', 'sending', 'sending', 'sending']);
  expect(uploadWords(items()[0]!)).toBe('Paused at 400 bytes of 1 KB');
  sent.get('b')!.events.onRefused('It is no picture.');
  queue.resume(items()[0]!.id);
  await settled();
  expect(sent.get('a')!.calls).toEqual(['start', 'pause', 'start']);
  expect(uploadWords(items()[1]!)).toBe('It is no picture.');
});

test('what broke goes on by itself', async () => {
  open();
  queue.add([file('a')]);
  await settled();
  sent.get('a')!.events.onBroken();
  expect(states()).toEqual(['broken']);
  expect(trayWords(items())).toBe('Upload stands still: 0 of 1 done');
  queue.retry();
  await settled();
  expect(sent.get('a')!.calls).toEqual(['start', 'start']);
});

test('a file that is there already can be kept twice', async () => {
  open();
  queue.add([file('a')], { folder: 'winter' });
  await settled();
  sent.get('a')!.events.onResult({ kind: 'exists', asset: sampleAsset() });
  expect(onDone).not.toHaveBeenCalled();
  queue.keepBoth(items()[0]!.id);
  await settled();
  expect(sent.get('a')!.item).toMatchObject({ folder: 'winter', isDouble: true });
});

test('a file that was called off is deleted where it went', async () => {
  open();
  queue.add([file('a')]);
  await settled();
  queue.cancel(items()[0]!.id);
  await settled();
  expect(sent.get('a')!.calls).toEqual(['start', 'cancel']);
  expect(items()).toEqual([]);
});

test('all together are told as one', async () => {
  open();
  queue.add(['a', 'b', 'c'].map(file));
  await settled();
  sent.get('a')!.events.onProgress(500);
  sent.get('b')!.events.onResult({ kind: 'created', asset: sampleAsset() });
  sent.get('c')!.events.onRefused('No.');
  expect(progressOf(items())).toBe(0.75);
  sent.get('a')!.events.onResult({ kind: 'exists', asset: sampleAsset() });
  expect(trayWords(items())).toBe('1 uploaded, 1 there already, 1 refused');
});

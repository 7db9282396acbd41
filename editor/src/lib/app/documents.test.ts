import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Documents } from './documents.ts';

let asked: number;
let visibilityState: DocumentVisibilityState;

beforeEach(() => {
  vi.useFakeTimers();
  asked = 0;
  visibilityState = 'visible';
  vi.stubGlobal('fetch', async () => {
    asked++;
    return Response.json([]);
  });
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('document', {
    get visibilityState() {
      return visibilityState;
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('[DOC-15] the list of documents is fetched every 20 seconds for whoever follows it, once for all of them', async () => {
  const documents = new Documents();
  const pass = async (seconds: number) => {
    const before = asked;
    await vi.advanceTimersByTimeAsync(seconds * 1_000);
    return asked - before;
  };
  const [first, second] = [documents.follow(), documents.follow()];
  expect(asked).toBe(1);
  expect(await pass(60)).toBe(3);
  first();
  expect(await pass(60)).toBe(3);
  visibilityState = 'hidden';
  expect(await pass(60)).toBe(0);
  visibilityState = 'visible';
  second();
  expect(await pass(60)).toBe(0);
  const third = documents.follow();
  expect([asked, await pass(60)]).toEqual([8, 3]);
  third();
});

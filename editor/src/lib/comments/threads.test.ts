import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Editor } from '../app/editor.ts';
import { Store } from '../app/store.ts';
import type { ThreadFacts, ThreadPage } from './comment-facts.ts';
import { Threads } from './threads.ts';

const ada = { id: 'user:ada', name: 'Ada' };
const thread = (seq: number, isResolved = true): ThreadFacts => ({
  id: `thread-${seq}`,
  seq,
  document: 'spring',
  anchor: {},
  ...(isResolved && { resolved: { at: '2027-03-01T09:00:00Z', by: ada } }),
  messages: [
    {
      id: `message-${seq}`,
      author: ada,
      words: `Words ${seq}`,
      mentions: [],
      writtenAt: '2027-03-01T09:00:00Z',
      isDeleted: false,
      revision: 1,
    },
  ],
});

/** What the shop has, in pages of three. */
let all: readonly ThreadFacts[];
const over: AbortController[] = [];

beforeEach(() => {
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('fetch', async (address: string) => {
    const url = new URL(address, 'https://shop.example');
    const one = /comments\/(thread-\d+)/.exec(url.pathname)?.[1];
    if (one !== undefined) return Response.json(all.find(({ id }) => id === one));
    const isOpen = url.searchParams.get('state') === 'open';
    const before = Number(url.searchParams.get('before') ?? Number.POSITIVE_INFINITY);
    const found = all
      .filter(({ seq, resolved }) => seq < before && (resolved === undefined) === isOpen)
      .toSorted((left, right) => right.seq - left.seq);
    const counts = { open: 0, resolved: all.length };
    return Response.json({
      threads: found.slice(0, 3),
      hasMore: found.length > 3,
      counts,
    } satisfies ThreadPage);
  });
});
afterEach(() => {
  for (const each of over.splice(0)) each.abort();
  vi.unstubAllGlobals();
});

async function open(): Promise<Threads> {
  over.push(new AbortController());
  const editor = {
    session: { user: ada },
    view: new Store({ openComments: 0 }),
    over: over.at(-1),
    say() {},
    open: {
      id: 'spring',
      state: new Store({ isConnected: true }),
      onNotice: () => () => {},
    },
  } as unknown as Editor;
  const threads = new Threads(editor);
  await threads.load();
  return threads;
}

const resolved = (threads: Threads) => threads.state.get().resolved?.map(({ seq }) => seq);

test('[COMMENT-22] what is resolved is listed without a gap, also below an old thread that came by a link', async () => {
  all = [1, 2, 3, 4, 5, 6, 7, 8].map((seq) => thread(seq));
  const threads = await open();
  await threads.open('thread-2');
  expect(resolved(threads)).toEqual([8, 7, 6, 2]);
  await threads.loadResolved({ more: true });
  expect(resolved(threads)).toEqual([8, 7, 6, 5, 4, 3, 2]);
  await threads.loadResolved({ more: true });
  expect(resolved(threads)).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
  expect(threads.state.get().hasMoreResolved).toBe(false);
});

test('[COMMENT-22] what somebody else opens again is not listed among what is resolved any more', async () => {
  all = [thread(1), thread(2)];
  const threads = await open();
  await threads.loadResolved();
  all = [thread(1), thread(2, false)];
  await threads.load();
  expect(threads.state.get().open?.map(({ seq }) => seq)).toEqual([2]);
  expect(resolved(threads)).toEqual([1]);
});

test('[COMMENT-23] threads that nobody changed stay the same objects, whatever is asked for and chosen', async () => {
  all = [thread(1, false), thread(2, false), thread(3, false)];
  const threads = await open();
  await threads.load();
  const before = threads.state.get().open!;
  await threads.load();
  threads.choose('thread-2');
  expect(threads.state.get().open!.map((each, index) => each === before[index])).toEqual([true, true, true]);
  const [message] = all[1]!.messages;
  all = [all[0]!, { ...all[1]!, messages: [message!, { ...message!, id: 'answer' }] }, all[2]!];
  await threads.load();
  expect(threads.state.get().open!.map((each, index) => each === before[index])).toEqual([true, false, true]);
});

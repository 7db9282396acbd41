import type { CommentThread } from '@vitrine/content/server';
import { expect, test } from 'vitest';
import { type CommentLettersOptions, openCommentLetters } from './app/comment-letters.ts';

type Write = Parameters<CommentLettersOptions['engine']['mail']['define']>[1];

const message = {
  author: 'mara',
  mentions: ['ingrid'],
  writtenAt: new Date(0),
  isDeleted: false,
  revision: 1,
};
const thread: CommentThread = {
  id: 'thread-1',
  seq: 1,
  document: 'home',
  anchor: {},
  messages: [
    { ...message, id: 'm1', words: 'First', mentions: [] },
    { ...message, id: 'm2', words: '@Ingrid, is this so?' },
  ],
};
const staff = [
  { id: 'mara', name: 'Mara', email: 'mara@ostrand.example', state: 'active' },
  { id: 'ingrid', name: 'Ingrid', email: 'ingrid@ostrand.example', state: 'active' },
];

/** Queues one letter. @returns what would be sent of it. */
async function letterOf(
  found: CommentThread | undefined,
  { people = staff, reason = 'mention' as 'mention' | 'task', isTrashed = false } = {},
) {
  let write: Write | undefined;
  const queued: { readonly reference: string }[] = [];
  const options = {
    engine: {
      mail: {
        define: (_: string, how: Write) => {
          write = how;
        },
        inTransaction: { queue: async (_: unknown, mail: { reference: string }) => void queued.push(mail) },
      },
      identity: { staff: async () => people },
    },
    platform: {
      database: { transaction: (work: (tx: unknown) => Promise<void>) => work({}) },
      rooms: { document: async () => (isTrashed ? undefined : { id: 'home', name: 'Home' }) },
    },
    comments: { find: async () => found },
    publicUrl: 'https://shop.example',
  };
  const send = openCommentLetters(options as unknown as CommentLettersOptions);
  await send({ person: 'ingrid', thread: 'thread-1', by: 'mara', reason });
  return await write!(queued[0]!.reference);
}

test('[COMMENT-6] a letter says who wants what where, and leads to the thread', async () => {
  const letter = await letterOf(thread);
  expect([letter?.to, letter?.subject]).toEqual(['ingrid@ostrand.example', 'Mara mentioned you on “Home”']);
  expect(letter?.text).toContain('@Ingrid, is this so?');
  expect(letter?.text).toContain('https://shop.example/editor/home?comment=thread-1');
  expect((await letterOf(thread, { reason: 'task' }))?.subject).toBe(
    'Mara asks you to see to a comment on “Home”',
  );
});

test('[COMMENT-6] what is settled by the time a letter would be written is not told', async () => {
  expect(await letterOf({ ...thread, resolved: { at: new Date(0), by: 'mara' } })).toBeUndefined();
  expect(await letterOf(undefined)).toBeUndefined();
  expect(await letterOf(thread, { isTrashed: true })).toBeUndefined();
  const left = staff.map((each) => ({ ...each, state: 'left' }));
  expect(await letterOf(thread, { people: left })).toBeUndefined();
});

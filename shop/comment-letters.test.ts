import type { CommentThread } from '@vitrine/content/server';
import { expect, test } from 'vitest';
import { type CommentLettersOptions, openCommentLetters } from './app/comment-letters.ts';
import { editorPeople } from './app/editor-people.ts';

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
const roles = [
  { id: 'marketer', capabilities: ['content.preview', 'content.write'] },
  { id: 'publisher', capabilities: ['content.publish'] },
];
const mara = {
  id: 'mara',
  name: 'Mara',
  email: 'mara@ostrand.example',
  state: 'active',
  roles: ['marketer'],
};
const staff = [mara, { ...mara, id: 'ingrid', name: 'Ingrid', email: 'ingrid@ostrand.example' }];

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
      identity: { staff: async () => people, roles: () => roles },
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
  expect((await letterOf({ ...thread, assignee: 'ingrid' }, { reason: 'task' }))?.subject).toBe(
    'Mara asks you to see to a comment on “Home”',
  );
  const messages = [{ ...message, id: 'm1', words: `@Ingrid ${'😀'.repeat(900)}!` }];
  expect((await letterOf({ ...thread, messages }))?.text.isWellFormed()).toBe(true);
});

test('[COMMENT-6] what is settled by the time a letter would be written is not told', async () => {
  expect(await letterOf({ ...thread, resolved: { at: new Date(0), by: 'mara' } })).toBeUndefined();
  expect(await letterOf(undefined)).toBeUndefined();
  expect(await letterOf(thread, { isTrashed: true })).toBeUndefined();
  const [first, second] = thread.messages;
  expect(await letterOf({ ...thread, messages: [first!, { ...second!, mentions: [] }] })).toBeUndefined();
  expect(await letterOf(thread, { reason: 'task' })).toBeUndefined();
  const left = staff.map((each) => ({ ...each, state: 'left' }));
  expect(await letterOf(thread, { people: left })).toBeUndefined();
});

test('[COMMENT-6] who may not open the editor is not offered, and is sent nothing of what is said there', async () => {
  const people = staff.map((each) => (each.id === 'ingrid' ? { ...each, roles: ['publisher'] } : each));
  expect(await letterOf(thread, { people })).toBeUndefined();
  const identity = { staff: async () => people, roles: () => roles };
  const offered = await editorPeople(identity as unknown as Parameters<typeof editorPeople>[0])();
  expect(offered.map(({ name }) => name)).toEqual(['Mara']);
});

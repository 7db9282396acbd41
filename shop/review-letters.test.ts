import type { Review } from '@vitrine/content/server';
import type { ReviewLetter } from '@vitrine/editor/server';
import { expect, test } from 'vitest';
import { editorPublishers } from './app/editor-people.ts';
import { queueReviewLetters, type ReviewLettersOptions, writeReviewLetters } from './app/review-letters.ts';

type Write = Parameters<ReviewLettersOptions['engine']['mail']['define']>[1];

const review: Review = {
  id: 'review-1',
  document: 'home',
  state: 'asked',
  askedBy: 'runa',
  askedAt: new Date(0),
  note: 'Is this so?',
  whom: 'mara',
  version: 'v',
  kept: 1,
  isPublished: false,
  isOver: false,
};
const answered = (state: 'approved' | 'returned', note = ''): Review => ({
  ...review,
  state,
  decided: { by: 'mara', at: new Date(1), note },
});
const roles = [
  { id: 'author', capabilities: ['content.preview', 'content.write'] },
  { id: 'marketer', capabilities: ['content.preview', 'content.write', 'content.publish'] },
  { id: 'publisher', capabilities: ['content.publish'] },
];
const person = (id: string, name: string, role: string) => ({
  id,
  name,
  email: `${id}@ostrand.example`,
  state: 'active',
  roles: [role],
});
const staff = [person('runa', 'Runa', 'author'), person('mara', 'Mara', 'marketer')];

/** Queues one letter. @returns what would be sent of it. */
async function letterOf(
  found: Review | undefined,
  letter: Omit<ReviewLetter, 'review'>,
  { people = staff, isTrashed = false } = {},
) {
  let write: Write | undefined;
  const queued: { readonly reference: string }[] = [];
  const engine = {
    mail: {
      define: (_: string, how: Write) => {
        write = how;
      },
      inTransaction: { queue: async (_: unknown, mail: { reference: string }) => void queued.push(mail) },
    },
    identity: { staff: async () => people, roles: () => roles },
  } as unknown as ReviewLettersOptions['engine'];
  writeReviewLetters({
    engine,
    platform: {
      rooms: { document: async () => (isTrashed ? undefined : { id: 'home', name: 'Home' }) },
    } as unknown as ReviewLettersOptions['platform'],
    reviews: { find: async () => found },
    publicUrl: 'https://shop.example',
  });
  const database = { transaction: (work: (tx: unknown) => Promise<void>) => work({}) };
  await queueReviewLetters(
    engine,
    database as Parameters<typeof queueReviewLetters>[1],
  )({
    ...letter,
    review: 'review-1',
  });
  return await write!(queued[0]!.reference);
}

const asks = { person: 'mara', by: 'runa', reason: 'asked' } as const;
const answers = (reason: 'approved' | 'returned' | 'published') =>
  ({ person: 'runa', by: 'mara', reason }) as const;

test('[REVIEW-15] a letter says who asks or answered what about which page, and leads to it', async () => {
  const asked = await letterOf(review, asks);
  expect([asked?.to, asked?.subject]).toEqual(['mara@ostrand.example', 'Runa asks you to review “Home”']);
  expect(asked?.text).toContain('Is this so?');
  expect(asked?.text).toContain('https://shop.example/editor/home');
  const returned = await letterOf(answered('returned', 'The picture is old.'), answers('returned'));
  expect([returned?.to, returned?.subject]).toEqual(['runa@ostrand.example', 'Mara sent “Home” back']);
  expect(returned?.text).toContain('The picture is old.');
  expect((await letterOf(answered('approved'), answers('approved')))?.subject).toBe('Mara approved “Home”');
  expect((await letterOf(answered('approved'), answers('published')))?.subject).toBe(
    'Mara published “Home”, which you asked to have reviewed',
  );
});

test('[REVIEW-15] what is not so any more by the time a letter would be written is not told', async () => {
  expect(await letterOf(undefined, asks)).toBeUndefined();
  expect(await letterOf(answered('approved'), asks)).toBeUndefined();
  expect(await letterOf({ ...review, whom: 'ingrid' }, asks)).toBeUndefined();
  expect(await letterOf({ ...review, askedBy: 'rolf' }, asks)).toBeUndefined();
  expect(await letterOf(review, asks, { isTrashed: true })).toBeUndefined();
  expect(await letterOf(answered('approved'), answers('returned'))).toBeUndefined();
  const left = staff.map((each) => ({ ...each, state: 'left' }));
  expect(await letterOf(review, asks, { people: left })).toBeUndefined();
});

test('[REVIEW-9] who may publish and open the editor is asked, and nobody who left', async () => {
  const people = [
    ...staff,
    person('ines', 'Ines', 'publisher'),
    { ...person('olaf', 'Olaf', 'marketer'), state: 'left' },
    { ...person('both', 'Both', 'publisher'), roles: ['publisher', 'author'] },
  ];
  const identity = { staff: async () => people, roles: () => roles };
  const offered = await editorPublishers(identity as unknown as Parameters<typeof editorPublishers>[0])();
  expect(offered.map(({ name }) => name)).toEqual(['Mara', 'Both']);
});

import { describeOnEachEngine } from '@vitrine/database/testing';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { makePage } from '../testing/builders.ts';
import type { CommentChanged, CommentThread, NewComment, NewThread } from './comment.ts';
import { type CommentStoreOptions, createCommentStore } from './comment-store.ts';
import { contentMigrations } from './content.tables.ts';
import { createSqlDraftStore } from './sql-draft-store.ts';

const minute = 60_000;

describeOnEachEngine('comments in a database', { migrations: [contentMigrations] }, (open) => {
  let now: number;
  let count = 0;
  beforeEach(async () => {
    now = Date.UTC(2027, 2, 1, 9);
    await open().execute('truncate content_comment_threads, content_comments, content_comment_letters');
  });
  const openStore = (options: CommentStoreOptions = {}) =>
    createCommentStore(open(), { ...options, now: () => now });
  const says = (author: string, words = 'Is this so?', mentions: readonly string[] = []): NewComment => ({
    id: `message-${count++}`,
    author,
    words,
    mentions,
  });
  const about = (changes: Partial<NewThread> = {}): NewThread => ({
    id: `thread-${count++}`,
    document: 'spring',
    anchor: { node: 'hero' },
    message: says('ada'),
    ...changes,
  });
  const threadOf = (changed: CommentChanged): CommentThread => {
    if (!('thread' in changed)) throw new Error(`There is no thread: ${changed.kind}`);
    return changed.thread;
  };
  const words = (changed: CommentChanged) => threadOf(changed).messages.map((each) => each.words);

  test('[THREAD-1] a thread hangs on what it was begun for, and is listed with its messages, the newest first', async () => {
    const store = openStore();
    const range = { quote: 'grey mornings', start: 'AQI=', end: 'AQM=' };
    const anchors = [
      {},
      { node: 'a' },
      { node: 'a', path: 'title@de' },
      { node: 'a', path: 'body', words: range },
    ];
    const begun = [];
    for (const anchor of anchors)
      begun.push(
        threadOf(await store.begin(about({ anchor, assignee: 'bob', message: says('ada', 'So?', ['bob']) }))),
      );
    expect(begun.map(({ anchor }) => anchor)).toEqual(anchors);
    await store.answer(begun[1]!.id, says('bob', 'Yes.'));
    const listed = await store.list('spring', { state: 'open', limit: 100 });
    expect(listed.map(({ id }) => id)).toEqual(begun.map(({ id }) => id).toReversed());
    expect(listed[2]!.messages).toMatchObject([
      {
        author: 'ada',
        words: 'So?',
        mentions: ['bob'],
        writtenAt: new Date(now),
        isDeleted: false,
        revision: 1,
      },
      { author: 'bob', words: 'Yes.', mentions: [] },
    ]);
    expect(listed[2]).toMatchObject({ assignee: 'bob', document: 'spring' });
    const [, second] = listed;
    const rest = await store.list('spring', { state: 'open', before: second!.seq, limit: 1 });
    expect(rest).toEqual([listed[2]]);
    expect(await store.list('autumn', { state: 'open', limit: 100 })).toEqual([]);
    expect(await store.find(second!.id)).toEqual(second);
    expect(await store.find('nothing')).toBeUndefined();
  });

  test('[THREAD-2] what is sent twice is there once, also at the same time', async () => {
    const store = openStore();
    const wish = about();
    const begun = await Promise.all([store.begin(wish), store.begin(wish), store.begin(wish)]);
    expect(begun.map(({ kind }) => kind).toSorted()).toEqual(['changed', 'known', 'known']);
    const answer = says('bob', 'Yes.');
    const answered = await Promise.all([store.answer(wish.id, answer), store.answer(wish.id, answer)]);
    expect(answered.map(({ kind }) => kind).toSorted()).toEqual(['changed', 'known']);
    expect(words(answered[1]!)).toEqual(['Is this so?', 'Yes.']);
  });

  test('[THREAD-2] what is sent again in other words is what was written last, unless it was edited since', async () => {
    const store = openStore();
    const wish = about();
    await store.begin(wish);
    const again = await store.begin({
      ...wish,
      message: { ...wish.message, words: 'Is it?', mentions: ['bob'] },
    });
    expect([again.kind, words(again)]).toEqual(['changed', ['Is it?']]);
    expect(threadOf(again).messages[0]).toMatchObject({
      mentions: ['bob'],
      revision: 2,
      editedAt: new Date(now),
    });
    const answer = says('bob', 'Yes.');
    await store.answer(wish.id, answer);
    const other = await store.answer(wish.id, { ...answer, words: 'Yes, it is.' });
    expect([other.kind, words(other)]).toEqual(['changed', ['Is it?', 'Yes, it is.']]);
    const late = await store.answer(wish.id, { ...answer, words: 'No.' });
    expect([late.kind, words(late)]).toEqual(['stale', ['Is it?', 'Yes, it is.']]);
    expect((await store.begin({ ...wish, message: { ...wish.message, words: 'Or so?' } })).kind).toBe(
      'stale',
    );
    await store.remove(wish.id, { message: wish.message.id, by: 'ada', anybodys: false });
    expect((await store.begin(wish)).kind).toBe('stale');
  });

  test('[THREAD-2] an id that somebody else has is not taken over', async () => {
    const store = openStore();
    const wish = about();
    await store.begin(wish);
    expect((await store.begin({ ...wish, message: says('eve') })).kind).toBe('foreign');
    expect((await store.begin({ ...wish, document: 'autumn' })).kind).toBe('foreign');
    expect((await store.answer(wish.id, { ...wish.message, author: 'eve' })).kind).toBe('foreign');
    expect((await store.begin({ ...about(), message: { ...wish.message, author: 'eve' } })).kind).toBe(
      'foreign',
    );
    expect(await store.counts('spring')).toEqual({ open: 1, resolved: 0 });
    expect(await store.counts('autumn')).toEqual({ open: 0, resolved: 0 });
  });

  test('[THREAD-3] a resolved thread says by whom and when; answered, it is open again', async () => {
    const store = openStore();
    const { id, messages } = threadOf(await store.begin(about()));
    const last = messages.at(-1)!.id;
    const resolved = await store.resolve(id, 'bob', last);
    expect(threadOf(resolved).resolved).toEqual({ at: new Date(now), by: 'bob' });
    expect((await store.resolve(id, 'eve', last)).kind).toBe('known');
    expect(await store.counts('spring')).toEqual({ open: 0, resolved: 1 });
    expect(await store.list('spring', { state: 'resolved', limit: 100 })).toEqual([threadOf(resolved)]);
    expect(threadOf(await store.answer(id, says('ada', 'Not yet.'))).resolved).toBeUndefined();
    await store.resolve(id, 'bob', threadOf((await store.reopen(id))!).messages.at(-1)!.id);
    expect(threadOf(await store.reopen(id)).resolved).toBeUndefined();
    expect((await store.reopen('nothing')).kind).toBe('missing');
  });

  test('[THREAD-4] who resolves has read the last word: with a newer one the thread stays open', async () => {
    const store = openStore();
    const { id, messages } = threadOf(await store.begin(about()));
    const answered = await store.answer(id, says('ada', 'One thing more.'));
    const late = await store.resolve(id, 'bob', messages[0]!.id);
    expect([late.kind, threadOf(late).resolved]).toEqual(['stale', undefined]);
    expect(words(late)).toEqual(words(answered));
  });

  test('[THREAD-5] only its author edits a message, and of two edits of the same words only the first is kept', async () => {
    const store = openStore();
    const wish = about();
    const { id } = threadOf(await store.begin(wish));
    const edit = {
      message: wish.message.id,
      by: 'ada',
      words: 'Is that so?',
      mentions: ['bob'],
      revision: 1,
    };
    expect((await store.edit(id, { ...edit, by: 'bob' })).kind).toBe('foreign');
    now += minute;
    const [edited] = threadOf(await store.edit(id, edit)).messages;
    expect(edited).toMatchObject({
      words: 'Is that so?',
      mentions: ['bob'],
      editedAt: new Date(now),
      revision: 2,
    });
    const late = await store.edit(id, { ...edit, words: 'Another tab.' });
    expect([late.kind, words(late)]).toEqual(['stale', ['Is that so?']]);
    expect((await store.edit(id, edit)).kind).toBe('known');
    expect((await store.edit(id, { ...edit, message: 'nothing' })).kind).toBe('missing');
  });

  test('[THREAD-6] a thread goes with its first message, but stays without its words once others have answered', async () => {
    const store = openStore();
    const removal = (message: NewComment, by: string, anybodys = false) => ({
      message: message.id,
      by,
      anybodys,
    });
    const alone = about();
    await store.begin(alone);
    await store.answer(alone.id, says('ada', 'And another thing.'));
    expect((await store.remove(alone.id, removal(alone.message, 'bob'))).kind).toBe('foreign');
    expect((await store.remove(alone.id, removal(alone.message, 'ada'))).kind).toBe('deleted');
    expect(await store.find(alone.id)).toBeUndefined();

    const talked = about();
    const answer = says('bob', 'Yes.');
    await store.begin(talked);
    await store.answer(talked.id, answer);
    const left = threadOf(await store.remove(talked.id, removal(talked.message, 'ada')));
    expect(left.messages).toMatchObject([
      { words: '', isDeleted: true },
      { words: 'Yes.', isDeleted: false },
    ]);
    expect((await store.remove(talked.id, removal(talked.message, 'ada'))).kind).toBe('missing');
    expect(
      (
        await store.edit(talked.id, {
          ...removal(talked.message, 'ada'),
          words: 'x',
          mentions: [],
          revision: 2,
        })
      ).kind,
    ).toBe('missing');
    expect((await store.remove(talked.id, removal(answer, 'owner', true))).kind).toBe('deleted');
  });

  test('[THREAD-7] a thread is one person’s task; theirs are open threads of all documents, and those that mention them', async () => {
    const store = openStore();
    const mine = threadOf(await store.begin(about({ document: 'autumn' })));
    const mentions = threadOf(await store.begin(about({ message: says('ada', '@Bob?', ['bob']) })));
    const done = threadOf(await store.begin(about({ assignee: 'bob' })));
    await store.begin(about({ message: says('bob') }));
    await store.assign(mine.id, 'bob');
    await store.resolve(done.id, 'ada', done.messages[0]!.id);
    const found = await store.forPerson('bob');
    expect(found.map(({ id }) => id)).toEqual([mentions.id, mine.id]);
    expect((await store.assign(mine.id, 'bob')).kind).toBe('known');
    expect(threadOf(await store.assign(mine.id, undefined)).assignee).toBeUndefined();
    expect(await store.forPerson('bob')).toHaveLength(1);
  });

  test('[THREAD-8] whoever answers, resolves, edits and assigns at once, no word is lost', async () => {
    const store = openStore();
    const wish = about();
    const { id } = threadOf(await store.begin(wish));
    const answers = Array.from({ length: 8 }, (_, index) => says(`user-${index}`, `Answer ${index}`));
    await Promise.all([
      ...answers.map((answer) => store.answer(id, answer)),
      store.resolve(id, 'bob', wish.message.id),
      store.edit(id, { message: wish.message.id, by: 'ada', words: 'Better.', mentions: [], revision: 1 }),
      store.assign(id, 'eve'),
    ]);
    const after = (await store.find(id))!;
    expect(after.messages.map((each) => each.words).toSorted()).toEqual(
      ['Better.', ...answers.map((each) => each.words)].toSorted(),
    );
    expect([after.resolved, after.assignee]).toEqual([undefined, 'eve']);
  });

  test('[THREAD-9] there are as many as there may be, of threads that are open and of messages in one', async () => {
    const store = openStore({ mostThreads: 2, mostMessages: 2 });
    const first = threadOf(await store.begin(about()));
    const begun = await Promise.all([store.begin(about()), store.begin(about())]);
    expect(begun.map(({ kind }) => kind).toSorted()).toEqual(['changed', 'full']);
    expect((await store.begin(about({ document: 'autumn' }))).kind).toBe('changed');
    await store.resolve(first.id, 'ada', first.messages[0]!.id);
    expect((await store.begin(about())).kind).toBe('changed');
    await store.answer(first.id, says('bob'));
    expect(await store.answer(first.id, says('bob'))).toEqual({ kind: 'full', most: 2 });
  });

  test('[THREAD-10] a document that is deleted takes its comments along, one that is copied does not', async () => {
    const store = openStore();
    await open().execute('truncate content_drafts, content_draft_updates');
    const drafts = createSqlDraftStore(open(), { shapes: () => undefined });
    await drafts.create(makePage({ id: 'spring' }), { by: 'ada' });
    await store.begin(about());
    await store.begin(about({ document: 'autumn' }));
    await drafts.create(makePage({ id: 'copy' }), { by: 'ada' });
    expect(await store.counts('copy')).toEqual({ open: 0, resolved: 0 });
    await open().execute(`delete from content_drafts where id = 'spring'`);
    expect([await store.counts('spring'), await store.counts('autumn')]).toEqual([
      { open: 0, resolved: 0 },
      { open: 1, resolved: 0 },
    ]);
    const { rows } = await open().execute('select count(*)::int as count from content_comments');
    expect(rows[0]?.count).toBe(1);
  });

  test('[THREAD-11] somebody is sent a letter about a thread once in ten minutes, whoever asks first', async () => {
    const store = openStore();
    const { id } = threadOf(await store.begin(about()));
    const claims = await Promise.all([1, 2, 3].map(() => store.claimLetter(id, 'bob')));
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await store.claimLetter(id, 'eve')).toBe(true);
    now += 9 * minute;
    expect(await store.claimLetter(id, 'bob')).toBe(false);
    now += minute;
    expect(await store.claimLetter(id, 'bob')).toBe(true);
    expect(await store.claimLetter('nothing', 'bob')).toBe(false);
  });

  test('[THREAD-12] any words come back as they were written', async () => {
    const store = openStore();
    // PostgreSQL has no place for a NUL; the edge refuses it.
    const anyWords = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .map((text) => `x${text.replaceAll('\0', '')}`);
    await fc.assert(
      fc.asyncProperty(anyWords, async (text) => {
        const begun = threadOf(
          await store.begin(about({ document: 'any', message: says('ada', text, [text]) })),
        );
        expect(begun.messages[0]).toMatchObject({ words: text, mentions: [text] });
        expect(await store.find(begun.id)).toEqual(begun);
      }),
      { numRuns: 25 },
    );
  });
});

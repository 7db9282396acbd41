import { contentMigrations } from '@vitrine/content/server';
import { openTestDatabase, type TestDatabase } from '@vitrine/database/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ApiHouse, type Asked, openApiHouse } from './testing/api-house.ts';

let database: TestDatabase;
let house: ApiHouse;
let id: string;
let count = 0;

beforeAll(async () => {
  database = await openTestDatabase({ migrations: [contentMigrations] });
});
beforeEach(async () => {
  house = await openApiHouse(database);
  id = await house.page('Spring');
});
afterEach(() => house.close());
afterAll(() => database.close());

const says = (words = 'Is this so?', mentions: readonly string[] = []) => ({
  id: `message-${count++}`,
  words,
  mentions,
});
const wish = (changes: Record<string, unknown> = {}) => ({
  id: `thread-${count++}`,
  anchor: { node: 'hero' },
  message: says(),
  ...changes,
});
const begin = async (changes: Record<string, unknown> = {}, how?: Asked) =>
  (await house.ask('POST', `documents/${id}/comments`, wish(changes), how)).json;
const list = async (query = '') => (await house.ask('GET', `documents/${id}/comments${query}`)).json;

test('[COMMENT-1] a thread hangs on the document, a module, a setting of it or words in that, and is there once', async () => {
  const words = { quote: 'grey mornings', start: 'AQI=', end: 'AQM=' };
  const anchors = [{}, { node: 'a' }, { node: 'a', path: 'title@de' }, { node: 'a', path: 'body', words }];
  for (const anchor of anchors) await begin({ anchor });
  const again = wish({ anchor: { node: 'b' } });
  const first = await house.ask('POST', `documents/${id}/comments`, again);
  const second = await house.ask('POST', `documents/${id}/comments`, again);
  expect([first.status, second.status, second.json]).toEqual([201, 201, first.json]);
  const { threads, hasMore, counts } = await list();
  expect(threads.map(({ anchor }: { anchor: unknown }) => anchor)).toEqual(
    [...anchors, { node: 'b' }].toReversed(),
  );
  expect([hasMore, counts]).toEqual([false, { open: 5, resolved: 0 }]);
  expect(threads[0].messages[0]).toMatchObject({
    author: { id: 'user:ada', name: 'Ada' },
    words: 'Is this so?',
    isDeleted: false,
  });
  const full = await house.ask('POST', `documents/${id}/comments`, wish());
  expect([full.status, full.json.message]).toEqual([409, expect.stringContaining('the most')]);
});

test('[COMMENT-2] whoever may open the editor reads and comments, also who may only look; nobody else, from nowhere else', async () => {
  const thread = await begin({}, { as: 'eve' });
  expect(thread.messages[0].author.name).toBe('Eve');
  const answers = `comments/${thread.id}/answers`;
  expect((await house.ask('POST', answers, says(), { as: 'eve' })).status).toBe(201);
  const ways = [
    ['GET', `documents/${id}/comments`],
    ['GET', 'comments/for-me'],
    ['GET', 'comments/people'],
    ['GET', `comments/${thread.id}`],
    ['POST', `documents/${id}/comments`, wish()],
    ['POST', answers, says()],
    ['POST', `comments/${thread.id}/resolve`, { seen: thread.messages[0].id }],
    ['POST', `comments/${thread.id}/reopen`, {}],
    ['POST', `comments/${thread.id}/assign`, { person: null }],
    [
      'PATCH',
      `comments/${thread.id}/messages/${thread.messages[0].id}`,
      { words: 'x', mentions: [], revision: 1 },
    ],
    ['DELETE', `comments/${thread.id}/messages/${thread.messages[0].id}`],
  ] as const;
  for (const [method, path, body] of ways) {
    expect([method, path, (await house.ask(method, path, body, { as: 'zoe' })).status]).toEqual([
      method,
      path,
      403,
    ]);
    expect([method, path, (await house.ask(method, path, body, { as: 'nobody' })).status]).toEqual([
      method,
      path,
      401,
    ]);
    if (method === 'GET') continue;
    const foreign = await house.ask(method, path, body, { as: 'eve', site: 'cross-site' });
    expect([method, path, foreign.status]).toEqual([method, path, 403]);
  }
  expect((await house.ask('GET', `comments/${thread.id}`)).json.messages).toHaveLength(2);
});

test('[COMMENT-3] only who wrote a message edits it; it is deleted by them, or by who looks after the staff', async () => {
  const thread = await begin();
  const [{ id: message }] = thread.messages;
  const path = `comments/${thread.id}/messages/${message}`;
  const edit = { words: 'Is that so?', mentions: [], revision: 1 };
  expect((await house.ask('PATCH', path, edit, { as: 'bob' })).status).toBe(403);
  expect((await house.ask('PATCH', path, edit, { as: 'ida' })).status).toBe(403);
  const { status, json } = await house.ask('PATCH', path, edit);
  expect([status, json.messages[0].words, json.messages[0].revision]).toEqual([200, 'Is that so?', 2]);
  const late = await house.ask('PATCH', path, { ...edit, words: 'Another tab' });
  expect([late.status, late.json.thread.messages[0].words]).toEqual([409, 'Is that so?']);

  await house.ask('POST', `comments/${thread.id}/answers`, says('Yes.'), { as: 'bob' });
  expect((await house.ask('DELETE', path, undefined, { as: 'bob' })).status).toBe(403);
  const left = await house.ask('DELETE', path, undefined, { as: 'ida' });
  expect([left.status, left.json.isDeleted]).toEqual([200, false]);
  expect(left.json.messages).toMatchObject([{ words: '', isDeleted: true }, { words: 'Yes.' }]);
  const [, answer] = left.json.messages;
  const gone = await house.ask('DELETE', `comments/${thread.id}/messages/${answer.id}`, undefined, {
    as: 'bob',
  });
  expect([gone.status, gone.json.isDeleted]).toEqual([200, true]);
  expect((await house.ask('GET', `comments/${thread.id}`)).status).toBe(404);
  expect((await house.ask('DELETE', path)).status).toBe(404);
});

test('[COMMENT-4] what is no comment is refused with a sentence, and nothing of it is kept', async () => {
  const words = { quote: 'q', start: 'AQI=', end: 'AQM=' };
  for (const changes of [
    { message: says('') },
    { message: says('  \n ') },
    { message: says('x'.repeat(4001)) },
    { message: says('a\u0000b') },
    { message: says('a\u001bb') },
    { message: says('a\u202eb') },
    { message: says('\u200b\u2060\u00ad') },
    { message: says('\u200d \u2800\u3164') },
    { message: says('a\ud800b') },
    { message: { ...says(), mentions: Array.from({ length: 21 }, () => 'user:bob') } },
    { message: { ...says(), id: 'short' } },
    { message: { ...says(), id: "x'; drop table" } },
    { message: { ...says(), author: 'user:bob' } },
    { id: 'short' },
    { anchor: { path: 'title' } },
    { anchor: { node: 'a', words } },
    { anchor: { node: 'a', path: 'body', words: { ...words, start: '<b>' } } },
    { anchor: { node: 'a', path: 'body', words: { ...words, quote: 'x'.repeat(301) } } },
    { anchor: { node: 'a'.repeat(201) } },
    { anchor: { node: 7 } },
    { assignee: 'user:zoe' },
    { resolved: true },
  ]) {
    const { status, json } = await house.ask('POST', `documents/${id}/comments`, wish(changes));
    expect([changes, status, typeof json.message]).toEqual([changes, 400, 'string']);
  }
  expect((await house.ask('POST', 'documents/nothing/comments', wish())).status).toBe(404);
  expect((await house.ask('GET', `documents/${id}/comments?before=-1`)).status).toBe(400);
  for (const path of ['comments/a%00b', 'documents/a%00b/comments'])
    expect([path, (await house.ask('GET', path)).status]).toEqual([path, 404]);
  expect((await house.ask('GET', 'pick/products?q=%00')).status).toBe(400);
  expect((await house.ask('GET', `documents/${id}/comments?state=all`)).status).toBe(400);
  expect((await list()).counts).toEqual({ open: 0, resolved: 0 });
  const kept = await begin({ message: says('  <b>One</b>\r\n\ttwo ') });
  expect(kept.messages[0].words).toBe('<b>One</b>\n\ttwo');
});

test('[COMMENT-5] everybody resolves, having read the last word, reopens and assigns; an answer reopens', async () => {
  const thread = await begin();
  const path = `comments/${thread.id}`;
  const answered = await house.ask('POST', `${path}/answers`, says('One thing more.'));
  const late = await house.ask('POST', `${path}/resolve`, { seen: thread.messages[0].id }, { as: 'eve' });
  expect([late.status, late.json.thread.messages.length]).toEqual([409, 2]);
  const seen = answered.json.messages[1].id;
  const resolved = await house.ask('POST', `${path}/resolve`, { seen }, { as: 'eve' });
  expect([resolved.status, resolved.json.resolved.by.name]).toEqual([200, 'Eve']);
  expect((await list()).counts).toEqual({ open: 0, resolved: 1 });
  expect((await list('?state=resolved')).threads).toHaveLength(1);
  const again = await house.ask('POST', `${path}/answers`, says('Not yet.'), { as: 'bob' });
  expect(again.json.resolved).toBeUndefined();
  await house.ask('POST', `${path}/resolve`, { seen: again.json.messages[2].id });
  expect((await house.ask('POST', `${path}/reopen`, {}, { as: 'eve' })).json.resolved).toBeUndefined();
  const assigned = await house.ask('POST', `${path}/assign`, { person: 'user:bob' }, { as: 'eve' });
  expect(assigned.json.assignee).toEqual({ id: 'user:bob', name: 'Bob' });
  expect((await house.ask('POST', `${path}/assign`, { person: 'user:zoe' })).status).toBe(400);
  expect((await house.ask('POST', `${path}/assign`, { person: null })).json.assignee).toBeUndefined();
});

test('[COMMENT-6] who may open the editor can be mentioned, and is sent a letter: one in ten minutes, none for one’s own words', async () => {
  let now = Date.UTC(2027, 2, 1, 9);
  await house.close();
  house = await openApiHouse(database, () => now);
  id = await house.page('Spring');
  const people = await house.ask('GET', 'comments/people', undefined, { as: 'eve' });
  expect(people.json.map(({ name }: { name: string }) => name)).toEqual(['Ada', 'Cleo', 'Bob', 'Eve', 'Ida']);
  const thread = await begin({
    assignee: 'user:eve',
    message: says('@Bob @Ada @Zoe?', ['user:bob', 'user:ada', 'user:zoe', 'user:bob']),
  });
  expect(thread.messages[0].mentions.map(({ name }: { name: string }) => name)).toEqual(['Bob', 'Ada']);
  const letter = (person: string, reason: string, by = 'user:ada') => ({
    person,
    reason,
    by,
    thread: thread.id,
  });
  expect(house.letters).toEqual([letter('user:eve', 'task'), letter('user:bob', 'mention')]);
  const path = `comments/${thread.id}`;
  await house.ask('POST', `${path}/answers`, says('@Bob!', ['user:bob']));
  expect(house.letters).toHaveLength(2);
  now += 11 * 60_000;
  await house.ask('POST', `${path}/assign`, { person: 'user:bob' }, { as: 'eve' });
  expect(house.letters.at(-1)).toEqual(letter('user:bob', 'task', 'user:eve'));
  now += 11 * 60_000;
  const [message] = thread.messages;
  const edit = { words: '@Bob @Ida', mentions: ['user:bob', 'user:ida'], revision: 1 };
  await house.ask('PATCH', `${path}/messages/${message.id}`, edit);
  expect(house.letters.slice(3)).toEqual([letter('user:ida', 'mention')]);
});

test('[COMMENT-6] a letter that cannot be sent keeps nobody else from theirs', async () => {
  house.failLettersTo('user:bob');
  const sent = await house.ask(
    'POST',
    `documents/${id}/comments`,
    wish({
      message: says('@Bob @Eve', ['user:bob', 'user:eve']),
    }),
  );
  expect([sent.status, house.letters.map(({ person }) => person), house.faults.length]).toEqual([
    201,
    ['user:eve'],
    1,
  ]);
});

test('[COMMENT-7] mine are open threads that mention me or are my task, of every document that is not in the trash', async () => {
  const mention = await begin({ message: says('@Bob?', ['user:bob']) });
  const task = await begin({ assignee: 'user:bob' });
  await begin();
  const trashed = await house.page('Autumn');
  await house.ask('POST', `documents/${trashed}/comments`, wish({ assignee: 'user:bob' }));
  const mine = async () =>
    (await house.ask('GET', 'comments/for-me', undefined, { as: 'bob' })).json.map(
      (each: { id: string }) => each.id,
    );
  expect(await mine()).toHaveLength(3);
  await house.ask('POST', `documents/${trashed}/trash`, {});
  expect(await mine()).toEqual([task.id, mention.id]);
  await house.ask('POST', `comments/${task.id}/resolve`, { seen: task.messages[0].id });
  expect(await mine()).toEqual([mention.id]);
});

test('[COMMENT-8] everybody who has the document open is told of each change, and of nothing that was refused', async () => {
  const thread = await begin();
  await house.ask('POST', `comments/${thread.id}/answers`, says('Yes.'));
  await house.ask('POST', `comments/${thread.id}/resolve`, { seen: thread.messages[0].id });
  await begin({ message: says('') });
  expect(house.told).toEqual([id, id]);
});

test('[COMMENT-9] of somebody who is not known any more it is said that they left', async () => {
  const thread = await begin();
  await database.execute(`update content_comments set author = 'user:gone' where thread_id = $1`, [
    thread.id,
  ]);
  expect((await list()).threads[0].messages[0].author).toEqual({
    id: 'user:gone',
    name: 'somebody who left',
  });
});

test('[COMMENT-10] a page that is copied begins without comments, and none are part of what is published', async () => {
  await begin({ message: says('Nobody outside reads this.') });
  const copy = await house.page('Copy', { from: id });
  expect((await house.ask('GET', `documents/${copy}/comments`)).json.counts).toEqual({
    open: 0,
    resolved: 0,
  });
  const document = await house.rooms.document(id);
  expect(JSON.stringify(document)).not.toContain('Nobody outside');
});

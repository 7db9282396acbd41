import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeEach, expect, test } from 'vitest';
import type { PageDocument } from '../page.ts';
import { contentMigrations } from './content.tables.ts';
import { documentVersion } from './document-version.ts';
import type { NewReview, Review, SeenReview } from './review.ts';
import { createReviewStore } from './review-store.ts';
import { createSqlDraftStore } from './sql-draft-store.ts';
import { createSqlPageStore } from './sql-page-store.ts';

const day = 24 * 3_600_000;

function page(id: string, name = id): PageDocument {
  return { schema: 1, id, kind: 'page', name, seo: {}, nodes: [] };
}

const wish = (changes: Partial<NewReview> = {}): NewReview => ({
  document: 'spring',
  askedBy: 'user:ada',
  note: 'Is this so?',
  version: 'first',
  kept: 7,
  ...changes,
});
const approved = { state: 'approved', by: 'user:bob', note: '', version: 'first', kept: 7 } as const;
const returned = { ...approved, state: 'returned', note: 'The picture is old.' } as const;

describeOnEachEngine('reviews in a database', { migrations: [contentMigrations] }, (open) => {
  let now: number;
  beforeEach(async () => {
    now = Date.UTC(2027, 2, 1, 9);
    await open().execute(
      'truncate content_reviews, content_publishings, content_releases, content_release_items, content_documents, content_versions, content_urls, content_drafts cascade',
    );
  });
  const openStore = (most?: number) => createReviewStore(open(), { most, now: () => now });
  const asked = async (changes: Partial<NewReview> = {}): Promise<Review> =>
    (await openStore().ask(wish(changes))) as Review;

  test('[REVIEW-1] what is asked is kept with who asked whom when, what they said and what it was about', async () => {
    const store = openStore();
    const review = await asked({ whom: 'user:bob' });
    expect(review).toEqual({
      ...wish({ whom: 'user:bob' }),
      id: expect.stringMatching(/^[\w-]{12}$/),
      state: 'asked',
      askedAt: new Date(now),
      isPublished: false,
      isOver: false,
    });
    expect(await asked({ document: 'tea' })).not.toHaveProperty('whom');
    expect([await store.of('spring'), await store.find(review.id)]).toEqual([review, review]);
    expect([await store.of('nothing'), await store.find('nothing')]).toEqual([undefined, undefined]);
  });

  test('[REVIEW-2] a document has one open review: asking again takes its place, also at the same time', async () => {
    const store = openStore();
    const first = await asked();
    now += 1000;
    const again = await asked({
      askedBy: 'user:cleo',
      note: '',
      whom: 'user:bob',
      version: 'second',
      kept: 8,
    });
    expect(again).toMatchObject({
      id: first.id,
      askedBy: 'user:cleo',
      askedAt: new Date(now),
      note: '',
      version: 'second',
      kept: 8,
    });
    expect(await store.open()).toEqual([again]);
    await Promise.all(['one', 'two', 'three'].map((note) => asked({ document: 'tea', note })));
    expect(await store.open()).toHaveLength(2);
  });

  test('[REVIEW-3] it is answered once, and only as it was read; what was asked again meanwhile stays open', async () => {
    const store = openStore();
    const first = await asked();
    now += 1000;
    const again = await asked();
    expect(await store.decide(first, approved)).toBeUndefined();
    const answers = await Promise.all([store.decide(again, approved), store.decide(again, returned)]);
    expect(answers.filter((each) => each !== undefined)).toHaveLength(1);
    expect(await store.open()).toEqual([]);
    expect(await store.decide(again, returned)).toBeUndefined();
    expect(await store.withdraw(again, 'user:ada')).toBeUndefined();
  });

  test('[REVIEW-3] an answer is told until its author puts it away or asks again', async () => {
    const store = openStore();
    const first = await asked();
    now += 1000;
    const answer = (await store.decide(first, returned))!;
    expect(answer).toMatchObject({
      state: 'returned',
      decided: { by: 'user:bob', at: new Date(now), note: 'The picture is old.' },
      isOver: false,
    });
    expect(await store.of('spring')).toEqual(answer);
    expect(await store.askedBy('user:ada')).toEqual([answer]);
    expect(await store.dismiss(first.id, 'user:bob')).toBeUndefined();
    expect(await store.dismiss(first.id, 'user:ada')).toMatchObject({ state: 'returned', isOver: true });
    expect(await store.dismiss(first.id, 'user:ada')).toBeUndefined();
    expect([await store.of('spring'), await store.askedBy('user:ada')]).toEqual([undefined, []]);
    now += 1000;
    const second = await asked();
    expect(second.id).not.toBe(first.id);
    await store.decide(second, { ...approved, version: 'mended', kept: 9 });
    expect(await store.of('spring')).toMatchObject({ state: 'approved', version: 'mended', kept: 9 });
    now += 1000;
    const third = await asked();
    expect(await store.of('spring')).toEqual(third);
    expect(await store.withdraw(third, 'user:ada')).toMatchObject({ state: 'withdrawn', isOver: true });
    expect(await store.of('spring')).toBeUndefined();
  });

  test('[REVIEW-3] what was asked again since it was read is not withdrawn', async () => {
    const store = openStore();
    const first = await asked();
    now += 1000;
    const again = await asked({ askedBy: 'user:cleo' });
    expect(await store.withdraw(first, 'user:ada')).toBeUndefined();
    expect(await store.open()).toEqual([again]);
  });

  test('[REVIEW-23] what is approved and not live is listed while it is as it was approved', async () => {
    const store = openStore();
    const pages = createSqlPageStore(open());
    const drafts = createSqlDraftStore(open(), { shapes: () => undefined });
    const approve = async (id: string) => {
      const form = { version: documentVersion(page(id)), kept: 8 };
      return (await store.decide(await asked({ document: id }), { ...approved, ...form }))!;
    };
    for (const id of ['spring', 'tea', 'linen', 'salt'])
      await drafts.create(page(id), { by: 'user:ada', paths: {} });
    const spring = await approve('spring');
    now += 1000;
    const tea = await approve('tea');
    await approve('linen');
    await store.decide(await asked({ document: 'salt' }), returned);
    expect((await store.approved()).map(({ document }) => document).sort()).toEqual([
      'linen',
      'spring',
      'tea',
    ]);
    await drafts.remove('linen', 'user:ada');
    expect(await store.approved()).toEqual([tea, spring]);
    await drafts.project('tea', page('tea', 'Other tea'), {}, 'user:ada');
    expect(await store.approved()).toEqual([spring]);
    await drafts.project('tea', page('tea'), {}, 'user:ada');
    expect(await store.approved()).toEqual([tea, spring]);
    await pages.publish({ by: 'user:bob', documents: [page('spring')], basedOn: { spring: null } });
    await asked({ document: 'tea' });
    expect(await store.approved()).toEqual([]);
  });

  test('[REVIEW-24] what was sent back before is told until the document is approved', async () => {
    const store = openStore();
    const sendBack = async (note: string) => {
      now += 1000;
      return (await store.decide(await asked(), { ...returned, note }))!;
    };
    const first = await sendBack('Too grey.');
    expect(await store.rounds('spring')).toEqual([]);
    const second = await sendBack('Too long.');
    now += 1000;
    const third = await asked();
    const notes = async () => (await store.rounds('spring')).map(({ decided }) => decided?.note);
    expect(await notes()).toEqual(['Too grey.', 'Too long.']);
    expect((await store.rounds('spring')).map(({ id }) => id)).toEqual([first.id, second.id]);
    expect(await store.rounds('tea')).toEqual([]);
    await store.decide(third, approved);
    expect(await notes()).toEqual([]);
    await sendBack('Something new.');
    now += 1000;
    await asked();
    expect(await notes()).toEqual(['Something new.']);
  });

  test('[REVIEW-4] as many as there may be are open at once; answers are forgotten after 90 days, what waits is not', async () => {
    const store = openStore(2);
    const first = (await store.ask(wish())) as Review;
    await store.ask(wish({ document: 'tea' }));
    expect(await store.ask(wish({ document: 'linen' }))).toBe('full');
    expect(await store.ask(wish({ note: 'Again' }))).toMatchObject({ id: first.id, note: 'Again' });
    const together = await Promise.all([
      store.decide(first, returned),
      store.ask(wish({ document: 'linen' })),
      store.ask(wish({ document: 'salt' })),
    ]);
    expect(together.slice(1).filter((each) => each !== 'full').length).toBeLessThanOrEqual(1);
    now += 91 * day;
    for (const each of await store.open()) await store.withdraw(each, 'user:ada');
    await store.ask(wish());
    expect(await store.find(first.id)).toBeUndefined();
    now += 91 * day;
    await store.ask(wish({ document: 'tea' }));
    expect((await store.open()).map(({ document }) => document)).toEqual(['spring', 'tea']);
  });

  test('[REVIEW-5] what goes live by hand is in review no longer, in any form; what does not stays', async () => {
    const store = openStore();
    const pages = createSqlPageStore(open());
    await asked();
    await asked({ document: 'tea' });
    await asked({ document: 'layout' });
    const answered = await asked({ document: 'linen' });
    const answer = await store.decide(answered, approved);
    expect(answer?.isOver).toBe(false);
    await pages.publish({
      by: 'user:bob',
      documents: [page('spring'), page('linen')],
      // What goes along as it is live already was looked at too.
      basedOn: { spring: null, linen: null, layout: null },
    });
    expect((await store.open()).map(({ document }) => document)).toEqual(['tea']);
    const over = await store.published(['spring', 'tea', 'layout', 'linen']);
    expect(over.map(({ document }) => document).sort()).toEqual(['layout', 'spring']);
    expect(over.find(({ document }) => document === 'spring')).toMatchObject({
      state: 'approved',
      decided: { by: 'user:bob', note: '' },
      isPublished: true,
      isOver: true,
    });
    // Who approved it before stays who did.
    const approval = { ...answer!, isOver: true };
    expect([await store.find(answered.id), await store.of('linen')]).toEqual([approval, undefined]);
    await pages.publish({ by: 'user:bob', unpublish: ['spring'], basedOn: {} });
    now += 1000;
    await asked();
    expect(await store.published(['spring'])).toEqual([]);
    await expect(
      pages.publish({ by: 'user:bob', documents: [page('spring')], basedOn: { spring: 'other' } }),
    ).rejects.toThrow('Nothing was published.');
    expect(await store.of('spring')).toMatchObject({ state: 'asked' });
  });

  test('[REVIEW-5] what was asked since the documents were read stays, unless it is of just what goes live', async () => {
    const store = openStore();
    const pages = createSqlPageStore(open());
    const publish = async (reviews: readonly SeenReview[]) =>
      await pages.publish({
        by: 'user:bob',
        documents: [page('spring')],
        basedOn: { spring: null, tea: null },
        reviews,
      });
    const version = documentVersion(page('spring', 'Newer'));
    const before = await asked();
    const seen = await store.standing(['spring', 'tea']);
    expect(seen).toEqual([{ id: before.id, askedAt: before.askedAt }]);
    now += 1000;
    await asked({ version });
    await asked({ document: 'tea' });
    await publish(seen);
    expect((await store.open()).map(({ document }) => document)).toContain('spring');
    const newer = await store.standing(['spring']);
    await pages.publish({ by: 'user:bob', unpublish: ['spring'], basedOn: {} });
    await publish(newer);
    expect(await store.of('spring')).toBeUndefined();
    now += 1000;
    await asked({ version: documentVersion(page('spring')) });
    await pages.publish({ by: 'user:bob', unpublish: ['spring'], basedOn: {} });
    await publish([]);
    expect(await store.of('spring')).toBeUndefined();
  });

  test('[REVIEW-5] what was planned or imported ends the review of just that, and leaves the one of something newer', async () => {
    const store = openStore();
    const pages = createSqlPageStore(open());
    const release = (document: string, plannedAt: Date) => ({
      id: 'sale',
      paths: {},
      plannedAt: { [document]: plannedAt },
      finish: async () => true,
    });
    const state = async () => (await store.of('spring'))?.state;
    const basedOn = async () => ({ spring: (await pages.published(['spring']))[0]?.version ?? null });
    const goLive = async (name: string, plannedAt: number) =>
      await pages.publishReleased(
        { by: 'user:bob', documents: [page('spring', name)], basedOn: await basedOn() },
        release('spring', new Date(plannedAt)),
      );
    await asked({ version: documentVersion(page('spring', 'Newer')) });
    await goLive('Planned before it was asked', now - 1000);
    expect(await state()).toBe('asked');
    await goLive('Newer', now - 1000);
    expect(await state()).toBeUndefined();
    now += 1000;
    await asked();
    await goLive('Planned after it was asked', now + 1000);
    expect(await state()).toBeUndefined();
    now += 1000;
    await asked({ version: documentVersion(page('spring', 'From a file')) });
    await pages.publish({ by: 'import', documents: [page('spring', 'Another file')] });
    expect(await state()).toBe('asked');
    await pages.publish({ by: 'import', documents: [page('spring', 'From a file')] });
    expect(await state()).toBeUndefined();
  });

  test('[REVIEW-6] what is thrown away or deleted has no review, and comes back without one', async () => {
    const store = openStore();
    const drafts = createSqlDraftStore(open(), { shapes: () => undefined });
    for (const id of ['spring', 'tea']) {
      await drafts.create(page(id), { by: 'user:ada', paths: {} });
      await asked({ document: id });
    }
    const linen = await asked({ document: 'tea' });
    await store.decide(linen, returned);
    await drafts.removeUnpublished('spring', 'user:bob');
    await drafts.removeUnpublished('tea', 'user:bob');
    expect([await store.open(), await store.askedBy('user:ada')]).toEqual([[], []]);
    await drafts.restore('spring', 'user:bob');
    expect(await store.of('spring')).toBeUndefined();
    await open().execute(`delete from content_drafts where id = 'spring'`);
    const { rows } = await open().execute('select document_id from content_reviews');
    expect(rows).toEqual([{ document_id: 'tea' }]);
  });

  test('[REVIEW-6] nothing is asked about what lies in the trash, and what is asked while it is thrown away goes with it', async () => {
    const store = openStore();
    const drafts = createSqlDraftStore(open(), { shapes: () => undefined });
    await drafts.create(page('spring'), { by: 'user:ada', paths: {} });
    await Promise.all([store.ask(wish()), drafts.removeUnpublished('spring', 'user:bob')]);
    expect(await store.of('spring')).toBeUndefined();
    expect(await store.ask(wish())).toBe('in-trash');
    await drafts.restore('spring', 'user:bob');
    expect(await store.of('spring')).toBeUndefined();
    expect(await store.ask(wish())).toMatchObject({ state: 'asked' });
  });

  test('[REVIEW-7] a letter is sent once, or once in ten minutes, also by two processes; another one at once', async () => {
    const store = openStore();
    const { id } = await asked();
    const ask = () => store.claimLetter(id, 'asked bob', { mayRepeat: true });
    expect((await Promise.all([ask(), ask()])).toSorted()).toEqual([false, true]);
    now += 11 * 60_000;
    expect([await ask(), await ask()]).toEqual([true, false]);
    expect([await store.claimLetter(id, 'returned'), await store.claimLetter(id, 'returned')]).toEqual([
      true,
      false,
    ]);
    now += 11 * 60_000;
    expect(await store.claimLetter(id, 'returned')).toBe(false);
    expect(await store.claimLetter('nothing', 'returned')).toBe(false);
  });
});

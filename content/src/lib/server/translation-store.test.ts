import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeEach, expect, test } from 'vitest';
import { makePage } from '../testing/builders.ts';
import { contentMigrations } from './content.tables.ts';
import { createSqlDraftStore } from './sql-draft-store.ts';
import { createTranslationStore } from './translation-store.ts';

describeOnEachEngine('translations in a database', { migrations: [contentMigrations] }, (open) => {
  beforeEach(async () => {
    await open().execute('truncate content_drafts, content_draft_updates, content_translations');
    const drafts = createSqlDraftStore(open(), { shapes: () => undefined });
    await drafts.create(makePage({ id: 'spring' }), { by: 'user:ada' });
  });

  const title = (value: string, base: string) => ({ 'h/title@de': { value, base } });

  test('[TRANS-2] what a text was translated from is remembered until it is translated anew', async () => {
    const store = createTranslationStore(open());
    expect(await store.of('spring')).toEqual({});
    await store.keep('spring', title('Hallo', 'Hello'));
    await store.keep('spring', title('Hallo', 'Welcome'));
    expect(await store.of('spring')).toEqual(title('Hallo', 'Hello'));
    await store.keep('spring', title('Willkommen', 'Welcome'));
    expect(await store.of('spring')).toMatchObject(title('Willkommen', 'Welcome'));
  });

  test('[TRANS-5] what is taken away and comes back is what it was, whoever confirms meanwhile', async () => {
    const store = createTranslationStore(open());
    await store.keep('spring', title('Hallo', 'Hello'));
    await store.keep('spring', {});
    expect(await store.confirm('spring', 'h/title@de', { value: null, base: 'Welcome' })).toBe(false);
    await store.keep('spring', title('Hallo', 'Welcome'));
    expect(await store.of('spring')).toEqual(title('Hallo', 'Hello'));
  });

  test('[TRANS-4] somebody confirms the translation that was looked at, and no other', async () => {
    const store = createTranslationStore(open());
    await store.keep('spring', title('Hallo', 'Hello'));
    expect(await store.confirm('spring', 'h/title@de', { value: 'Servus', base: 'Hi' })).toBe(false);
    expect(await store.confirm('spring', 'h/title@fr', { value: 'Hallo', base: 'Hi' })).toBe(false);
    expect(await store.confirm('spring', 'toString', { value: 'Hallo', base: 'Hi' })).toBe(false);
    expect(await store.of('spring')).toEqual(title('Hallo', 'Hello'));
    expect(await store.confirm('spring', 'h/title@de', { value: 'Hallo', base: 'Hi' })).toBe(true);
    expect(await store.of('spring')).toEqual(title('Hallo', 'Hi'));
    await store.keep('spring', title('Hallo', 'Hi there'));
    expect(await store.of('spring')).toEqual(title('Hallo', 'Hi'));
  });

  test('[TRANS-2] nothing is remembered of a document that is not there, and two processes that keep the same do not disturb each other', async () => {
    const [one, other] = [createTranslationStore(open()), createTranslationStore(open())];
    await one.keep('gone', title('Hallo', 'Hello'));
    expect(await one.of('gone')).toEqual({});
    const same = title('Hallo', 'Hello');
    await Promise.all([one.keep('spring', same), other.keep('spring', same), one.keep('spring', same)]);
    await other.keep('spring', title('Hallo', 'Welcome'));
    expect(await one.of('spring')).toEqual(same);
  });
});

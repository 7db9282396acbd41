import { expect, test } from 'vitest';
import { makePage } from '../testing/builders.ts';
import type { VersionStore } from './version-store.ts';

export interface OpenedVersions {
  /** A stretch of work is five minutes. */
  readonly versions: VersionStore;
  /** Lets minutes pass. */
  readonly wait: (minutes: number) => void;
}

const [ada, bob] = ['user:ada', 'user:bob'];
const home = makePage({ id: 'home' });

/** What every version store does. `open` gives an empty one each time. */
export function testVersionStore(open: () => Promise<OpenedVersions>): void {
  test('[VERSION-1] versions come back newest first, with who, when and why', async () => {
    const { versions, wait } = await open();
    await versions.add({ document: home, kind: 'auto', by: ada });
    wait(10);
    await versions.add({
      document: { ...home, name: 'Spring' },
      kind: 'named',
      by: bob,
      name: 'Before Easter',
    });
    const [newest, oldest, ...more] = await versions.list('home');
    expect(more).toEqual([]);
    expect(newest).toMatchObject({ kind: 'named', by: bob, name: 'Before Easter' });
    expect(oldest).toMatchObject({ kind: 'auto', by: ada });
    expect(newest!.at.getTime() - oldest!.at.getTime()).toBe(600_000);
    expect(await versions.read('home', newest!.seq)).toEqual({ ...home, name: 'Spring' });
    expect(await versions.read('home', oldest!.seq)).toEqual(home);
    expect(await versions.read('other', oldest!.seq)).toBeUndefined();
    expect(await versions.list('other')).toEqual([]);
  });

  test('[VERSION-2] an automatic version in which nothing is new is none; a named or published one is', async () => {
    const { versions, wait } = await open();
    await versions.add({ document: home, kind: 'auto', by: ada });
    wait(60);
    expect(await versions.add({ document: { ...home }, kind: 'auto', by: bob })).toBeUndefined();
    await versions.add({ document: home, kind: 'published', by: ada });
    await versions.add({ document: home, kind: 'named', by: ada, name: 'As it went live' });
    expect(await versions.add({ document: home, kind: 'auto', by: bob })).toBeUndefined();
    const kinds = (await versions.list('home')).map(({ kind }) => kind);
    expect(kinds).toEqual(['named', 'published', 'auto']);
  });

  test('[VERSION-3] a stretch of work leaves one automatic version: its end', async () => {
    const { versions, wait } = await open();
    const save = (name: string, by = ada) => versions.add({ document: { ...home, name }, kind: 'auto', by });
    await save('1');
    wait(2);
    await save('2');
    wait(2);
    await save('3', bob);
    wait(2);
    await save('4');
    const list = await versions.list('home');
    expect(list.map(({ by }) => by)).toEqual([ada, bob]);
    expect((await versions.read('home', list[1]!.seq))!.name).toBe('3');
    await versions.add({ document: { ...home, name: '4' }, kind: 'named', by: ada, name: 'Kept' });
    await save('5');
    expect((await versions.list('home')).map(({ kind }) => kind)).toEqual(['auto', 'named', 'auto', 'auto']);
  });

  test('[VERSION-4] old automatic versions get fewer, named and published ones stay', async () => {
    const { versions, wait } = await open();
    const add = (name: string, kind: 'auto' | 'published') =>
      versions.add({ document: { ...home, name }, kind, by: ada });
    for (let index = 0; index < 30; index++) {
      await add(`${index}`, index % 10 === 0 ? 'published' : 'auto');
      wait(10);
    }
    expect(await versions.list('home')).toHaveLength(30);
    wait(3 * 24 * 60);
    await add('later', 'auto');
    const kinds = (await versions.list('home')).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'published')).toHaveLength(3);
    // Five hours of work and what was just added.
    expect(kinds.filter((kind) => kind === 'auto').length).toBeLessThanOrEqual(7);
  });

  test('[VERSION-5] two who save at once do not save the same twice', async () => {
    const { versions } = await open();
    const save = () => versions.add({ document: home, kind: 'auto', by: ada });
    await Promise.all([save(), save(), save()]);
    expect(await versions.list('home')).toHaveLength(1);
  });
}

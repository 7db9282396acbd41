import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { bytesOf, type MediaStorage } from './media-storage.ts';

const mime = 'application/octet-stream';

/** Everything a listing gives. */
export async function all<T>(listed: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const each of listed) found.push(each);
  return found;
}

/** What every storage of media files does. `open` gives an empty one each time. */
export function testMediaStorage(open: () => Promise<MediaStorage>): void {
  const put = (storage: MediaStorage, key: string, text: string) =>
    storage.put(key, Readable.from([Buffer.from(text)]), { bytes: Buffer.byteLength(text), mime });
  const read = async (storage: MediaStorage, ...asked: Parameters<MediaStorage['open']>) => {
    const body = await storage.open(...asked);
    return body && (await bytesOf(body, 10_000_000)).toString();
  };

  test('[MEDIA-1] a file that was put is there whole, under its key only', async () => {
    const storage = await open();
    await put(storage, 'media/a/one.txt', 'Hällo');
    await put(storage, 'media/b.bin', '');
    expect(await read(storage, 'media/a/one.txt')).toBe('Hällo');
    expect(await read(storage, 'media/b.bin')).toBe('');
    expect(await storage.has('media/a/one.txt')).toBe(true);
    expect(await storage.open('media/a/two.txt')).toBeUndefined();
    expect(await storage.has('media/a/two.txt')).toBe(false);
    expect([await storage.open('media/a'), await storage.has('media/a')]).toEqual([undefined, false]);
    expect(await storage.open('media/a/one.txt/deeper')).toBeUndefined();
  });

  test('[MEDIA-1] a part of a file is read by itself', async () => {
    const storage = await open();
    await put(storage, 'media/film.mp4', '0123456789');
    expect(await read(storage, 'media/film.mp4', { from: 2, to: 4 })).toBe('234');
    expect(await read(storage, 'media/film.mp4', { from: 9, to: 9 })).toBe('9');
  });

  test('[MEDIA-1] a large file goes through in pieces', async () => {
    const storage = await open();
    const piece = Buffer.alloc(64 * 1024, 'x');
    const body = Readable.from(Array.from({ length: 80 }, () => piece));
    await storage.put('media/large.bin', body, { bytes: 80 * piece.length, mime });
    const found = await storage.open('media/large.bin');
    expect((await bytesOf(found!, 10_000_000)).length).toBe(80 * piece.length);
  });

  test('[MEDIA-2] a put that breaks or brings another length leaves what was there', async () => {
    const storage = await open();
    await put(storage, 'media/kept.txt', 'before');
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from('aft');
        throw new Error('the line was cut');
      })(),
    );
    await expect(storage.put('media/kept.txt', broken, { bytes: 5, mime })).rejects.toThrow();
    await expect(
      storage.put('media/kept.txt', Readable.from([Buffer.from('short')]), { bytes: 9, mime }),
    ).rejects.toThrow();
    await expect(
      storage.put('media/new.txt', Readable.from([Buffer.from('too long')]), { bytes: 3, mime }),
    ).rejects.toThrow();
    expect(await read(storage, 'media/kept.txt')).toBe('before');
    expect(await storage.has('media/new.txt')).toBe(false);
    expect((await all(storage.list(''))).map(({ key }) => key)).toEqual(['media/kept.txt']);
  });

  test('[MEDIA-2] a second put replaces the file', async () => {
    const storage = await open();
    await put(storage, 'media/x.txt', 'first and long');
    await put(storage, 'media/x.txt', 'second');
    expect(await read(storage, 'media/x.txt')).toBe('second');
  });

  test('[MEDIA-1] what was removed is gone; removing it again is no fault', async () => {
    const storage = await open();
    await put(storage, 'media/x.txt', 'x');
    await storage.remove('media/x.txt');
    await storage.remove('media/x.txt');
    expect(await storage.has('media/x.txt')).toBe(false);
  });

  test('[MEDIA-1] files are listed by the beginning of their keys, with size and age', async () => {
    const storage = await open();
    await put(storage, 'media/b/2.txt', 'four');
    await put(storage, 'media/a/1.txt', 'x');
    await put(storage, 'media/b/10.txt', 'x');
    await put(storage, 'mediation.txt', 'x');
    const listed = await all(storage.list('media/'));
    expect(listed.map(({ key, bytes }) => [key, bytes])).toEqual([
      ['media/a/1.txt', 1],
      ['media/b/10.txt', 1],
      ['media/b/2.txt', 4],
    ]);
    expect(Math.abs(Date.now() - listed[0]!.at.getTime())).toBeLessThan(60_000);
    expect((await all(storage.list('media/b/1'))).map(({ key }) => key)).toEqual(['media/b/10.txt']);
    expect(await all(storage.list('nothing/'))).toEqual([]);
  });

  test('[MEDIA-3] keys that could mean another place are refused', async () => {
    const storage = await open();
    for (const key of [
      '../x',
      'media/../../x',
      '/etc/x',
      'media//x',
      'media/.x',
      'a\0b',
      'Media/x',
      'a b',
      '',
      'a\\b',
    ]) {
      await expect(put(storage, key, 'x'), key).rejects.toThrow('Expected a storage key');
      await expect(storage.open(key), key).rejects.toThrow('Expected a storage key');
    }
  });
}

import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createImageRoute, type ImageRouteOptions } from './image-route.ts';

const svg = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><rect width="400" height="300" fill="#276"/></svg>',
);
const modern = { accept: 'image/avif,image/webp,*/*' };
let folder: string;
let opened: string[];
let photo: Buffer;
let route: (request: Request) => Promise<Response>;

const files = new Map<string, () => Buffer>([
  ['demo/mug.svg', () => svg],
  ['photo.jpg', () => photo],
  ['broken.png', () => Buffer.from('this is no picture')],
  [
    'bomb.svg',
    () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="90000" height="90000"><rect/></svg>'),
  ],
]);

function routeOver(changes: Partial<ImageRouteOptions> = {}) {
  return createImageRoute({
    folder,
    source: {
      open: async (src) => {
        opened.push(src);
        return files.get(src)?.();
      },
    },
    ...changes,
  });
}

function get(path: string, headers: Record<string, string> = modern, method = 'GET') {
  return route(new Request(`http://shop.test${path}`, { headers, method }));
}

beforeAll(async () => {
  photo = await sharp({ create: { width: 500, height: 300, channels: 3, background: '#c96' } })
    .jpeg()
    .toBuffer();
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vitrine-images-'));
  opened = [];
  route = routeOver();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('pictures', () => {
  it('[RT-IMG-1] a picture comes in the best format the browser takes', async () => {
    const types = await Promise.all(
      [modern, { accept: 'image/webp' }, { accept: '*/*' }].map(async (headers) =>
        (await get('/_image/320/photo.jpg', headers)).headers.get('content-type'),
      ),
    );
    expect(types).toEqual(['image/avif', 'image/webp', 'image/jpeg']);
    expect((await get('/_image/1280/demo/mug.svg')).headers.get('content-type')).toBe('image/webp');
  });

  it('[RT-IMG-2] vectors are drawn at the width asked for, bitmaps are not enlarged', async () => {
    const drawn = await get('/_image/960/demo/mug.svg');
    expect((await sharp(Buffer.from(await drawn.arrayBuffer())).metadata()).width).toBe(960);
    const small = await get('/_image/960/photo.jpg');
    expect((await sharp(Buffer.from(await small.arrayBuffer())).metadata()).width).toBe(500);
  });

  it('[RT-IMG-3] a picture is made once for many askers and then read from disk', async () => {
    await Promise.all(Array.from({ length: 12 }, () => get('/_image/320/demo/mug.svg')));
    expect(opened).toEqual(['demo/mug.svg']);
    route = routeOver();
    expect((await get('/_image/320/demo/mug.svg')).status).toBe(200);
    expect(opened).toEqual(['demo/mug.svg']);
  });

  it('[RT-IMG-4] only listed widths and plain paths are looked at', async () => {
    const refused = [
      '/_image/321/demo/mug.svg',
      '/_image/320/..%2f..%2fetc/passwd',
      '/_image/320/%2e%2e/secret',
      '/_image/320//etc/passwd',
      '/_image/320/a%00b',
      '/_image/320/%E0%A4%A',
      '/_image/320/.hidden',
      `/_image/320/${'a/'.repeat(200)}b`,
      '/_image/99999999/demo/mug.svg',
    ];
    for (const path of refused) expect([path, (await get(path)).status]).toEqual([path, 400]);
    expect(opened).toEqual([]);
  });

  it('[RT-IMG-5] what is missing, broken or too large to unpack is a small answer nobody keeps', async () => {
    for (const path of ['/_image/320/none.png', '/_image/320/broken.png', '/_image/320/bomb.svg']) {
      const answer = await get(path);
      expect([path, answer.status, answer.headers.get('cache-control')]).toEqual([path, 404, 'no-store']);
    }
    expect(await readdir(folder)).toEqual([]);
  });

  it('[RT-IMG-6] a finished picture may be kept for ever, per accepted format', async () => {
    const answer = await get('/_image/160/demo/mug.svg');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('vary')).toBe('accept');
    const again = await get('/_image/160/demo/mug.svg', {
      ...modern,
      'if-none-match': answer.headers.get('etag') ?? '',
    });
    expect(again.status).toBe(304);
  });

  it('HEAD tells the size, POST is refused', async () => {
    const head = await get('/_image/160/demo/mug.svg', modern, 'HEAD');
    expect(Number(head.headers.get('content-length'))).toBeGreaterThan(50);
    expect(await head.text()).toBe('');
    expect((await get('/_image/160/demo/mug.svg', modern, 'POST')).status).toBe(405);
  });

  it('[RT-IMG-7] a disk that cannot be written costs speed, not the picture', async () => {
    const problems: unknown[] = [];
    route = routeOver({ folder: import.meta.filename, onProblem: (problem) => problems.push(problem.src) });
    expect((await get('/_image/160/demo/mug.svg')).status).toBe(200);
    expect(problems).toEqual(['demo/mug.svg']);
  });

  describe('that may be replaced', () => {
    // Left half red, right half blue, lying on its side as a phone writes it: seen upright, red is above.
    let sides: Buffer;
    let revision: string;
    let crops: string[];

    beforeAll(async () => {
      const blue = await sharp({ create: { width: 200, height: 200, channels: 3, background: '#00f' } })
        .png()
        .toBuffer();
      sides = await sharp({ create: { width: 400, height: 200, channels: 3, background: '#f00' } })
        .composite([{ input: blue, left: 200, top: 0 }])
        .withMetadata({ orientation: 6 })
        .withExifMerge({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '54/1 30/1 0/1' } })
        .jpeg()
        .toBuffer();
    });
    beforeEach(() => {
      revision = '1';
      crops = ['0.500.1000.500'];
      route = createImageRoute({
        folder,
        source: {
          open: async (src) => {
            opened.push(src);
            return src === 'media/1/sides' ? sides : files.get(src)?.();
          },
          look: async (src) =>
            src === 'media/1/sides' || src === 'demo/mug.svg' ? { revision, crops } : undefined,
        },
      });
    });
    const pixels = async (answer: Response) =>
      await sharp(Buffer.from(await answer.arrayBuffer()))
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });

    it('[RT-IMG-8] another file behind a path is noticed within the hour, and at once at an address that names it', async () => {
      const before = await get('/_image/160/media/1/sides');
      expect(before.headers.get('cache-control')).toBe('public, max-age=60, stale-while-revalidate=3600');
      const etag = before.headers.get('etag') ?? '';
      expect((await get('/_image/160/media/1/sides', { ...modern, 'if-none-match': etag })).status).toBe(304);
      revision = '2';
      expect((await get('/_image/160/media/1/sides', { ...modern, 'if-none-match': etag })).status).toBe(200);
      expect(opened).toEqual(['media/1/sides', 'media/1/sides']);
      const keep = async (path: string) =>
        (await get(path)).headers.get('cache-control')?.includes('immutable');
      expect(await keep('/_image/160/media/1/sides?v=2')).toBe(true);
      expect(await keep('/_image/160/media/1/sides?v=1')).toBe(false);
      expect(await keep('/_image/160/photo.jpg')).toBe(true);
      expect(opened.length).toBe(3);
    });

    it('[RT-IMG-9] a chosen part is cut from the picture as it is seen', async () => {
      const { data, info } = await pixels(
        await get('/_image/160/media/1/sides?crop=0.500.1000.500', { accept: '*/*' }),
      );
      expect([info.width, info.height]).toEqual([160, 160]);
      expect([data[0]! < 40, data[2]! > 200]).toEqual([true, true]);
      const whole = await pixels(await get('/_image/160/media/1/sides', { accept: '*/*' }));
      expect([whole.info.width, whole.info.height, whole.data[0]! > 200]).toEqual([160, 320, true]);
    });

    it('[RT-IMG-9] a part of a drawing is as sharp as the whole', async () => {
      crops = ['250.250.500.500'];
      const { info } = await pixels(
        await get('/_image/960/demo/mug.svg?crop=250.250.500.500', { accept: '*/*' }),
      );
      expect([info.width, info.height]).toEqual([960, 720]);
    });

    it('[RT-IMG-10] parts that nobody chose are not made: the whole picture comes, made once', async () => {
      for (let left = 0; left < 30; left++) await get(`/_image/160/media/1/sides?crop=${left}.0.500.500`);
      expect(opened.length).toBe(1);
      const made = await get('/_image/160/media/1/sides?crop=1.0.500.500&v=1');
      expect(made.headers.get('cache-control')).toContain('max-age=60');
      expect((await get('/_image/160/photo.jpg?crop=0.0.500.500')).status).toBe(200);
      for (const crop of [
        '0',
        '0.0.0.0',
        '0.0.1001.1',
        '900.0.200.1',
        '00.0.1.1',
        '-1.0.1.1',
        '0.0.1.1.1',
        'x',
      ])
        expect([crop, (await get(`/_image/160/photo.jpg?crop=${crop}`)).status]).toEqual([crop, 400]);
    });

    it('[RT-IMG-11] where a photograph was taken is in none of the sizes', async () => {
      expect((await sharp(sides).metadata()).exif?.length).toBeGreaterThan(100);
      for (const accept of ['image/avif', 'image/webp', '*/*']) {
        const bytes = Buffer.from(await (await get('/_image/320/media/1/sides', { accept })).arrayBuffer());
        expect([accept, (await sharp(bytes).metadata()).exif]).toEqual([accept, undefined]);
      }
    });
  });
});

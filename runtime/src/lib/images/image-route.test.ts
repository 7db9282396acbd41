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
});

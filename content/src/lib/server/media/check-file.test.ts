import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { type CheckedFile, checkFile, type FileToCheck } from './check-file.ts';
import { bytesOf } from './media-storage.ts';
import {
  box,
  phonePhotograph,
  sampleDrawing,
  sampleFilm,
  samplePicture,
  sampleWebm,
} from './testing/sample-files.ts';

const folder = await mkdtemp(join(tmpdir(), 'vitrine-check-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const limits = { pictureBytes: 5_000_000, filmBytes: 10_000_000 };

async function check(bytes: Buffer, name: string, more: Partial<FileToCheck> = {}) {
  const path = join(folder, crypto.randomUUID());
  await writeFile(path, bytes);
  return await checkFile({ path, name, limits, ...more });
}
async function accepted(...file: Parameters<typeof check>): Promise<CheckedFile> {
  const found = await check(...file);
  if (found.kind === 'refused') throw new Error(found.message);
  return found.file;
}
async function messageOf(...file: Parameters<typeof check>): Promise<string> {
  const found = await check(...file);
  return found.kind === 'refused' ? found.message : 'accepted';
}
const kept = async (file: CheckedFile) => await bytesOf(file.open(), 20_000_000);

describe('what is taken', () => {
  test('[MEDIA-10] pictures and films of the listed formats come in, unchanged', async () => {
    const bytes = {
      'a.jpg': await samplePicture().jpeg().toBuffer(),
      'progressive.jpeg': await samplePicture().jpeg({ progressive: true }).toBuffer(),
      'b.png': await samplePicture().png().toBuffer(),
      'c.webp': await samplePicture().webp().toBuffer(),
      'd.avif': await samplePicture().avif().toBuffer(),
      'e.gif': await samplePicture().gif().toBuffer(),
      'f.svg': sampleDrawing(),
      'h.webm': sampleWebm(),
    };
    const facts = await Promise.all(
      Object.entries(bytes).map(async ([name, each]) => {
        const file = await accepted(each, name);
        expect((await kept(file)).equals(each), name).toBe(true);
        expect(file.bytes, name).toBe(each.length);
        return [file.mime, file.kind, file.width, file.height];
      }),
    );
    expect(facts).toEqual([
      ['image/jpeg', 'picture', 120, 80],
      ['image/jpeg', 'picture', 120, 80],
      ['image/png', 'picture', 120, 80],
      ['image/webp', 'picture', 120, 80],
      ['image/avif', 'picture', 120, 80],
      ['image/gif', 'picture', 120, 80],
      ['image/svg+xml', 'picture', 400, 300],
      ['video/webm', 'film', undefined, undefined],
    ]);
  });

  test('[MEDIA-10] moving pictures come in: GIF, WebP, and PNG as some writers call it', async () => {
    const frames = await sharp(
      await Promise.all(['#c00', '#0c0'].map((each) => samplePicture(20, 20, each).png().toBuffer())),
      { join: { animated: true } },
    )
      .gif()
      .toBuffer();
    expect((await accepted(frames, 'moving.gif')).height).toBe(20);
    const webp = await sharp(frames, { animated: true }).webp().toBuffer();
    expect((await accepted(webp, 'moving.webp')).height).toBe(20);
  });

  test('[MEDIA-11] a photograph is as wide as it is seen, not as it lies in the file', async () => {
    const file = await accepted(await phonePhotograph(), 'IMG_0001.JPG');
    expect([file.width, file.height]).toEqual([80, 120]);
  });

  test('[MEDIA-12] where a film was taken is not kept, and nothing else in it moves', async () => {
    const film = sampleFilm();
    const file = await accepted(film, 'harbour.mp4');
    const bytes = await kept(file);
    expect(film.includes('+54.5000')).toBe(true);
    expect(bytes.includes('+54.5000')).toBe(false);
    expect(bytes.length).toBe(film.length);
    expect(bytes.subarray(bytes.indexOf('mdat')).equals(film.subarray(film.indexOf('mdat')))).toBe(true);
    expect((await check(bytes, 'again.mp4')).kind).toBe('accepted');
  });

  test('[MEDIA-10] the declared type may be called as browsers do', async () => {
    expect(await messageOf(jpeg, 'a.jpg', { declared: 'image/pjpeg' })).toBe('accepted');
    expect(await messageOf(jpeg, 'a.jpg', { declared: '' })).toBe('accepted');
  });
});

describe('what is not what it says', () => {
  test('[MEDIA-13] name, declared type and content must agree, and the sentence says how they differ', async () => {
    const png = await samplePicture().png().toBuffer();
    expect(await messageOf(png, 'a.jpg')).toBe(
      '"a.jpg" is JPEG by its name and PNG by its content. Give it the right name, or save it as JPEG.',
    );
    expect(await messageOf(png, 'a.png', { declared: 'text/html' })).toContain(
      'PNG by its name and text/html by its declared',
    );
    expect(await messageOf(Buffer.from('<html><script>alert(1)</script>'), 'a.png')).toContain(
      'something unknown by its content',
    );
    expect(await messageOf(Buffer.from('MZ\x90\0 a program'), 'a.jpg')).toContain('by its content');
    expect(await messageOf(png, 'a.svg')).toContain('SVG by its name and PNG by its content');
    expect(await messageOf(sampleDrawing(), 'a.png')).toContain('PNG by its name and SVG by its content');
  });

  test('[MEDIA-10] other files are refused with what to do', async () => {
    expect(await messageOf(Buffer.from('%PDF-1.7'), 'sizes.pdf')).toContain(
      'Expected JPEG, PNG, WebP, AVIF, GIF, SVG, MP4, WebM.',
    );
    expect(await messageOf(Buffer.from('x'), 'IMG_1.HEIC')).toContain('Export it as JPEG');
    expect(await messageOf(Buffer.from('x'), 'film.mov')).toContain('Export the film as MP4');
    expect(await messageOf(Buffer.from('x'), 'run.exe')).toContain('no file the library takes');
    expect(await messageOf(Buffer.alloc(0), 'a.jpg')).toBe('"a.jpg" is empty.');
  });

  test('[MEDIA-14] a file over the limit of its kind is refused with both sizes', async () => {
    expect(await messageOf(Buffer.concat([jpeg, Buffer.alloc(5_000_000)]), 'a.jpg')).toContain(
      'Expected a picture of at most 4.8 MB',
    );
  });

  test('[MEDIA-15] a picture that ends too early or has broken data is refused', async () => {
    const noise = await sharp({
      create: {
        width: 300,
        height: 300,
        channels: 3,
        noise: { type: 'gaussian', mean: 120, sigma: 40 },
        background: '#000',
      },
    })
      .jpeg()
      .toBuffer();
    const png = await samplePicture(300, 300).png().toBuffer();
    const webp = await samplePicture().webp().toBuffer();
    const broken = Buffer.from(png);
    broken.fill(0x55, 60, 90);
    const files: [Buffer, string][] = [
      [noise.subarray(0, noise.length / 2), 'half.jpg'],
      [png.subarray(0, -20), 'half.png'],
      [broken, 'broken.png'],
      [webp.subarray(0, -20), 'half.webp'],
      [(await samplePicture().gif().toBuffer()).subarray(0, -10), 'half.gif'],
      [(await samplePicture().avif().toBuffer()).subarray(0, -100), 'half.avif'],
      [Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 2, 0xff, 0xd9]), 'nothing.jpg'],
    ];
    for (const [bytes, name] of files) expect(await messageOf(bytes, name), name).toContain('is damaged');
  });
});

const jpeg = await samplePicture().jpeg().toBuffer();

describe('what is more than it says', () => {
  test('[MEDIA-16] a picture that is also something else is refused', async () => {
    const faces: [string, string][] = [
      ['<script>alert(1)</script>', 'a script'],
      ['\n<!DOCTYPE html><p>', 'a web page'],
      ['<?php system($_GET[0]);', 'a program'],
      ['%PDF-1.4 1 0 obj', 'a document'],
      ['PK\x03\x04 a zip', 'an archive'],
      ['\x7fELF', 'a program'],
    ];
    for (const [tail, what] of faces) {
      const both = Buffer.concat([jpeg, Buffer.from(tail, 'latin1')]);
      expect(await messageOf(both, 'a.jpg')).toContain(`is a picture and also ${what}`);
    }
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, 11]), Buffer.from('%PDF-1.4\n')]);
    const hidden = Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]);
    expect(await messageOf(hidden, 'a.jpg')).toContain('also a document');
  });

  test('[MEDIA-16] what phones and programs append is cut off; the same file is still the same file', async () => {
    const preview = await samplePicture(10, 10).jpeg().toBuffer();
    const both = Buffer.concat([jpeg, preview, Buffer.alloc(40)]);
    const file = await accepted(both, 'a.jpg');
    expect((await kept(file)).equals(jpeg)).toBe(true);
    expect(file.bytes).toBe(jpeg.length);
    expect(file.sha256).not.toBe((await accepted(jpeg, 'a.jpg')).sha256);
    for (const [name, picture] of [
      ['a.png', await samplePicture().png().toBuffer()],
      ['a.gif', await samplePicture().gif().toBuffer()],
      ['a.webp', await samplePicture().webp().toBuffer()],
      ['a.avif', await samplePicture().avif().toBuffer()],
    ] as const) {
      const tailed = await accepted(Buffer.concat([picture, Buffer.from('=1;alert(1)')]), name);
      expect((await kept(tailed)).equals(picture), name).toBe(true);
    }
  });

  test('[MEDIA-16] a film with something behind its end, or that is none, is refused', async () => {
    const film = sampleFilm();
    expect(
      await messageOf(Buffer.concat([film, Buffer.from('PK\x03\x04 and more of it')]), 'a.mp4'),
    ).toContain('goes on after the end');
    expect(await messageOf(film.subarray(0, -10), 'a.mp4')).toContain('is damaged');
    expect(await messageOf(box('ftyp', Buffer.from('isom\0\0\x02\0isommp41', 'latin1')), 'a.mp4')).toContain(
      'is damaged',
    );
    expect(await messageOf(Buffer.concat([sampleWebm(), Buffer.from('more')]), 'a.webm')).toContain(
      'goes on after the end',
    );
  });
});

describe('what would fill the memory', () => {
  test('[MEDIA-17] a small file of a huge picture is refused before it is unpacked', async () => {
    const begun = performance.now();
    expect(await messageOf(pngBomb(60_000, 60_000), 'bomb.png')).toContain(
      'is 60000 × 60000 pixels. Expected at most 30000',
    );
    expect(await messageOf(pngBomb(9_000, 9_000), 'bomb.png')).toContain(
      'has 81 million pixels. Expected at most 50 million',
    );
    expect(
      await messageOf(
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="90000" height="90000"/>'),
        'bomb.svg',
      ),
    ).toContain('is 90000 × 90000 pixels');
    const inside = `<image href="data:image/png;base64,${pngBomb(20_000, 20_000).toString('base64')}" width="9" height="9"/>`;
    expect(await messageOf(sampleDrawing(inside), 'bomb.svg')).toContain('has 400 million pixels');
    expect(performance.now() - begun).toBeLessThan(15_000);
  });

  test('[MEDIA-17] a drawing that grows without end is refused in time', async () => {
    const begun = performance.now();
    const entities = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>';
    expect(
      await messageOf(Buffer.from(`${entities}<svg xmlns="http://www.w3.org/2000/svg"/>`), 'a.svg'),
    ).toContain('defines entities');
    const levels = Array.from(
      { length: 30 },
      (_, index) => `<g id="g${index + 1}">${`<use href="#g${index}"/>`.repeat(8)}</g>`,
    ).join('');
    const uses = sampleDrawing(
      `<defs><rect id="g0" width="1" height="1"/>${levels}</defs><use href="#g30"/>`,
    );
    expect(await messageOf(uses, 'uses.svg')).toContain('is damaged');
    expect(performance.now() - begun).toBeLessThan(40_000);
  });
});

describe('names', () => {
  test('[MEDIA-18] names that hide something or lead elsewhere are refused; letters of any language are not', async () => {
    const wrong = [
      '../../etc/x.jpg',
      '..\\x.jpg',
      '/x.jpg',
      'a\0.jpg',
      'photo\u202egpj.exe.jpg',
      'a\nb.jpg',
      `${'é'.repeat(140)}.jpg`,
      'a\u200b.jpg',
    ];
    for (const name of wrong) expect(await messageOf(jpeg, name), name).toMatch(/file name/);
    const right = ['Über uns – Größe 2.jpg', '波の写真.jpg', 'ملف.jpg', '..jpg.jpg', ' e\u0301.jpg'];
    for (const name of right)
      expect((await accepted(jpeg, name)).name, name).toBe(name.trim().normalize('NFC'));
  });
});

test.skipIf(!existsSync('../shared/data/photos'))(
  '[MEDIA-10] real photographs come in (skipped where they are not there)',
  async () => {
    const names = await readdir('../shared/data/photos');
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) {
      const found = await checkFile({
        path: join('../shared/data/photos', name),
        name,
        declared: 'image/jpeg',
        limits,
      });
      expect([name, found.kind]).toEqual([name, 'accepted']);
    }
  },
);

/** A PNG that is black all over: a few hundred bytes for any size. */
function pngBomb(width: number, height: number): Buffer {
  const chunk = (kind: string, content: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(content.length);
    const body = Buffer.concat([Buffer.from(kind), content]);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * Math.min(height, 50)));
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}

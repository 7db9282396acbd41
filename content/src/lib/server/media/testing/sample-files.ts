import sharp, { type Sharp } from 'sharp';

/** A small photograph-like picture. */
export function samplePicture(width = 120, height = 80, background = '#c96'): Sharp {
  return sharp({ create: { width, height, channels: 3, background } });
}

/** A photograph as a phone writes it: lying on its side, with the place where it was taken. */
export async function phonePhotograph(): Promise<Buffer> {
  return await samplePicture(120, 80)
    .composite([{ input: await samplePicture(30, 20, '#06c').png().toBuffer(), left: 0, top: 0 }])
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '54/1 30/1 0/1' } })
    .jpeg()
    .toBuffer();
}

/** A box of an MP4. */
export function box(kind: string, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(kind, 4, 'latin1');
  return Buffer.concat([head, body]);
}

/** The smallest MP4 there can be, with the place where it was taken. */
export function sampleFilm(place = '+54.5000+009.9000/'): Buffer {
  const told = box('udta', box('\u00a9xyz', Buffer.from(`\0\x12\x15\xc7${place}`, 'latin1')));
  return Buffer.concat([
    box('ftyp', Buffer.from('isom\0\0\x02\0isomiso2mp41', 'latin1')),
    box('moov', box('mvhd', Buffer.alloc(100)), box('trak', box('tkhd', Buffer.alloc(84)), told), told),
    box('mdat', Buffer.alloc(2000, 7)),
  ]);
}

/** The beginning of a WebM as a browser records it, and a cluster of nothing. */
export function sampleWebm(): Buffer {
  const ebml = Buffer.from(
    '1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104428581 02'.replaceAll(' ', ''),
    'hex',
  );
  const content = Buffer.alloc(600, 0xec);
  const segment = Buffer.from('1853806701000000000000 00'.replaceAll(' ', ''), 'hex');
  segment.writeUInt16BE(content.length, segment.length - 2);
  return Buffer.concat([ebml, segment, content]);
}

export function sampleDrawing(inside = '<rect width="40" height="30" fill="#276"/>'): Buffer {
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="400" height="300">${inside}</svg>\n`,
  );
}

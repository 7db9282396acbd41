import { constants, crc32, gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crcShift, joinCrc32 } from './crc32-join.ts';
import { createSegment } from './segment.ts';
import { GzipStream, joinIdentity, spliceGzip } from './splice-gzip.ts';

const bytes = fc.uint8Array({ maxLength: 3000 }).map((data) => Buffer.from(data));
const text = fc.string({ maxLength: 3000, unit: 'grapheme' }).map((data) => Buffer.from(data));
const part = fc.oneof(
  bytes,
  text,
  bytes.map((data) => createSegment(data)),
  text.map((data) => createSegment(data, { level: 9 })),
);

describe('spliced gzip', () => {
  it('[RT-SEG-1] any mix of segments and holes unpacks to the same bytes as without compression', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        expect(gunzipSync(spliceGzip(parts)).equals(joinIdentity(parts))).toBe(true);
      }),
    );
  });

  it('[RT-SEG-5] a page sent bit by bit is the same member', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), fc.array(part, { maxLength: 4 }), (first, rest) => {
        const stream = new GzipStream();
        const sent = Buffer.concat([stream.add(first), stream.add(rest), stream.end()]);
        expect(gunzipSync(sent).equals(joinIdentity([...first, ...rest]))).toBe(true);
      }),
    );
  });

  it('[RT-SEG-2] a hole may be longer than one stored block', () => {
    for (const length of [0, 1, 65_535, 65_536, 131_070, 200_001]) {
      const hole = Buffer.alloc(length, 'ab');
      const page = [createSegment('<p>'), hole, createSegment('</p>')];
      expect(gunzipSync(spliceGzip(page)).equals(joinIdentity(page))).toBe(true);
    }
  });

  it('[RT-SEG-3] the answer is one member and nothing follows it', () => {
    const member = spliceGzip([createSegment('one '), Buffer.from('two')]);
    expect(gunzipSync(member, { finishFlush: constants.Z_FINISH }).toString()).toBe('one two');
    expect(() => gunzipSync(member.subarray(0, member.length - 1))).toThrow();
  });

  it('[RT-SEG-4] the length of a hole, not its text, decides the length of the answer', () => {
    const around = createSegment('the secret is 4711, it really is 4711');
    const repeats = spliceGzip([around, Buffer.from('4711')]);
    const differs = spliceGzip([around, Buffer.from('9032')]);
    expect(repeats.length).toBe(differs.length);
  });
});

describe('joined checksums', () => {
  it('the checksum of a whole follows from those of its halves', () => {
    fc.assert(
      fc.property(bytes, bytes, (first, second) => {
        expect(joinCrc32(crc32(first), crc32(second), crcShift(second.length))).toBe(
          crc32(Buffer.concat([first, second])),
        );
      }),
    );
  });
});

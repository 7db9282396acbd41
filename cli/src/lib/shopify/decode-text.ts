import iconv from 'iconv-lite';
import { CommandError } from '../command-error.ts';

/**
 * Bytes of a text file as text. UTF-8 (with or without BOM) and UTF-16 with BOM are recognised; anything else must be named.
 * @throws CommandError when the bytes are not what they should be; nothing is guessed.
 */
export function decodeText(bytes: Uint8Array, encoding?: string): string {
  if (encoding) {
    if (!iconv.encodingExists(encoding)) {
      throw new CommandError(
        `There is no encoding "${encoding}". Common ones: utf-8, utf-16, windows-1252, iso-8859-1.`,
      );
    }
    return iconv.decode(Buffer.from(bytes), encoding);
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\u0000')) return text;
  } catch {
    throw new CommandError(
      'The file is not UTF-8 text. Export it again as UTF-8, or name its encoding, for example: --encoding windows-1252',
    );
  }
  throw new CommandError('The file holds binary data, not CSV text. Is it the right file?');
}

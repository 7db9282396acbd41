import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { fileTypeFromBuffer } from 'file-type';
import { type Blank, checkFilm } from './check-film.ts';
import { checkPicture } from './check-picture.ts';
import { checkFileName } from './file-name.ts';
import {
  acceptedNames,
  declaredMime,
  isMediaMime,
  type MediaKind,
  type MediaMime,
  mediaFormats,
  mimeOfName,
} from './media-formats.ts';

/** A file that may come into the library. */
export interface CheckedFile {
  readonly kind: MediaKind;
  readonly name: string;
  readonly mime: MediaMime;
  /** Pictures only. */
  readonly width: number | undefined;
  readonly height: number | undefined;
  /** Of the file as it came. */
  readonly sha256: string;
  /** Of what is kept. */
  readonly bytes: number;
  /** What is kept. */
  open(): Readable;
}

export interface MediaLimits {
  readonly pictureBytes: number;
  readonly filmBytes: number;
}

export type FileCheck =
  | { readonly kind: 'accepted'; readonly file: CheckedFile }
  | { readonly kind: 'refused'; readonly message: string };

export interface FileToCheck {
  readonly path: string;
  readonly name: string;
  /** What the browser said it is; empty = nothing. */
  readonly declared?: string;
  readonly limits: MediaLimits;
}

/** What can be said of a file before any of it has come: its name, declared type and size. */
export function checkPromise({
  name: given,
  declared = '',
  bytes,
  limits,
}: {
  readonly name: string;
  readonly declared?: string;
  readonly bytes: number;
  readonly limits: MediaLimits;
}):
  | { readonly kind: 'promised'; readonly name: string; readonly mime: MediaMime }
  | { readonly kind: 'refused'; readonly message: string } {
  const named = checkFileName(given);
  if (named.kind === 'refused') return named;
  const { name } = named;
  const mime = mimeOfName(name);
  if (!mime)
    return refused(`"${name}" is no file the library takes. Expected ${acceptedNames}.${adviceFor(name)}`);
  const said = declaredMime(declared);
  if (said !== '' && said !== mime)
    return refused(
      `"${name}" is ${mediaFormats[mime].name} by its name and ${said} by its declared type. Expected both to be the same.`,
    );
  if (bytes === 0) return refused(`"${name}" is empty.`);
  const tooLarge = sizeProblem(name, { kind: mediaFormats[mime].kind, bytes, limits });
  return tooLarge ? refused(tooLarge) : { kind: 'promised', name, mime };
}

/** Looks at the content of a file: it must be what its name and declared type say, one thing only, and whole. */
export async function checkFile({ path, name: given, declared, limits }: FileToCheck): Promise<FileCheck> {
  const { size } = await stat(path);
  const promised = checkPromise({ name: given, declared, bytes: size, limits });
  if (promised.kind === 'refused') return promised;
  const { name, mime } = promised;
  const found = await sniff(path);
  if (found !== mime) {
    const what = isMediaMime(found) ? mediaFormats[found].name : found;
    return refused(
      `"${name}" is ${mediaFormats[mime].name} by its name and ${what} by its content. Give it the right name, or save it as ${mediaFormats[mime].name}.`,
    );
  }
  const sha256 = await hashOf(path);
  const common = { name, mime, sha256 };
  if (mediaFormats[mime].kind === 'film') {
    const film = await checkFilm(path, mime, name);
    if (film.kind === 'refused') return film;
    const open = () => Readable.from(blanked(createReadStream(path), film.blanks), { objectMode: false });
    return {
      kind: 'accepted',
      file: { ...common, kind: 'film', width: undefined, height: undefined, bytes: size, open },
    };
  }
  const picture = await checkPicture(await readFile(path), mime, name);
  if (picture.kind === 'refused') return picture;
  const { width, height, end } = picture;
  const file = { ...common, kind: 'picture', width, height, bytes: end } as const;
  return { kind: 'accepted', file: { ...file, open: () => createReadStream(path, { end: end - 1 }) } };
}

function sizeProblem(
  name: string,
  { kind, bytes, limits }: { kind: MediaKind; bytes: number; limits: MediaLimits },
): string | undefined {
  const most = kind === 'film' ? limits.filmBytes : limits.pictureBytes;
  if (bytes <= most) return undefined;
  return `"${name}" has ${megabytes(bytes)}. Expected a ${kind} of at most ${megabytes(most)}. Make it smaller, or ask for another limit (${kind === 'film' ? 'MEDIA_FILM_MB' : 'MEDIA_PICTURE_MB'}).`;
}

function adviceFor(name: string): string {
  if (/\.(heic|heif)$/i.test(name))
    return ' Export it as JPEG: on an iPhone, Settings, Camera, Formats, "Most Compatible".';
  if (/\.(mov|avi|mkv|wmv)$/i.test(name)) return ' Export the film as MP4.';
  if (/\.(tiff?|bmp|psd|raw|cr2|nef|dng)$/i.test(name)) return ' Export the picture as JPEG or PNG.';
  return '';
}

async function sniff(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0);
    const head = buffer.subarray(0, bytesRead);
    const found = (await fileTypeFromBuffer(head))?.mime;
    if (found === undefined || found === 'application/xml')
      return isSvg(head) ? 'image/svg+xml' : (found ?? 'something unknown');
    return declaredMime(found);
  } finally {
    await file.close();
  }
}

// Whatever else it is, it is read as strict XML afterwards.
function isSvg(head: Buffer): boolean {
  const text = head.toString('utf8').replace('\ufeff', '').trimStart();
  return text.startsWith('<') && /<(\w+:)?svg[\s/>]/i.test(text);
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

// A box keeps its size, so that nothing else in the file moves: its name becomes "free", its content zeros.
async function* blanked(body: AsyncIterable<Buffer>, blanks: readonly Blank[]): AsyncGenerator<Buffer> {
  let at = 0;
  for await (const chunk of body) {
    for (const { from, content, to } of blanks) {
      overwrite(chunk, at, { from: from + 4, bytes: FREE });
      const start = Math.max(content, at);
      if (start < to) chunk.fill(0, start - at, Math.min(to - at, chunk.length));
    }
    at += chunk.length;
    yield chunk;
  }
}

const FREE = Buffer.from('free');

function overwrite(chunk: Buffer, at: number, { from, bytes }: { from: number; bytes: Buffer }): void {
  for (const [index, byte] of bytes.entries()) {
    const place = from + index - at;
    if (place >= 0 && place < chunk.length) chunk[place] = byte;
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_048_576).toFixed(1).replace('.0', '')} MB`;
}

function refused(message: string): { kind: 'refused'; message: string } {
  return { kind: 'refused', message };
}

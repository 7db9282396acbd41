/** What may come into the library. PDF may not: no module shows one, and it can carry scripts. */
export const mediaFormats = {
  'image/jpeg': { kind: 'picture', name: 'JPEG', extensions: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  'image/png': { kind: 'picture', name: 'PNG', extensions: ['png'] },
  'image/webp': { kind: 'picture', name: 'WebP', extensions: ['webp'] },
  'image/avif': { kind: 'picture', name: 'AVIF', extensions: ['avif'] },
  'image/gif': { kind: 'picture', name: 'GIF', extensions: ['gif'] },
  'image/svg+xml': { kind: 'picture', name: 'SVG', extensions: ['svg'] },
  'video/mp4': { kind: 'film', name: 'MP4', extensions: ['mp4', 'm4v'] },
  'video/webm': { kind: 'film', name: 'WebM', extensions: ['webm'] },
} as const satisfies Record<string, MediaFormat>;

interface MediaFormat {
  readonly kind: MediaKind;
  readonly name: string;
  /** The first one is used for files we name. */
  readonly extensions: readonly [string, ...string[]];
}

export type MediaKind = 'picture' | 'film';
export type MediaMime = keyof typeof mediaFormats;

export function isMediaMime(mime: string): mime is MediaMime {
  return Object.hasOwn(mediaFormats, mime);
}

/** What a file is by the end of its name; `undefined` when that is nothing the library takes. */
export function mimeOfName(name: string): MediaMime | undefined {
  const extension = extensionOf(name);
  const found = Object.entries(mediaFormats).find(([, { extensions }]) =>
    (extensions as readonly string[]).includes(extension),
  );
  return found?.[0] as MediaMime | undefined;
}

function extensionOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** For sentences: `JPEG, PNG, …`. */
export const acceptedNames = Object.values(mediaFormats)
  .map(({ name }) => name)
  .join(', ');

/** What the browser says a file is, in the library's words; browsers and systems have several for some. */
export function declaredMime(mime: string): string {
  const plain = mime.split(';', 1)[0]!.trim().toLowerCase();
  return ALIASES[plain] ?? plain;
}

const ALIASES: Readonly<Record<string, string>> = {
  'image/jpg': 'image/jpeg',
  'image/pjpeg': 'image/jpeg',
  'image/x-png': 'image/png',
  'image/apng': 'image/png',
  'video/x-m4v': 'video/mp4',
};

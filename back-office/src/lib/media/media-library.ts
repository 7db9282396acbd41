import { newKey } from '../asking/new-key.ts';

/** A picture of the media library, as its own API tells it. */
export interface LibraryPicture {
  readonly id: string;
  /** What products keep of it. */
  readonly src: string;
  readonly name: string;
  readonly width?: number;
  readonly height?: number;
  /** What it shows, by locale. */
  readonly alt: Readonly<Record<string, string>>;
}

export interface LibraryPage {
  readonly assets: readonly LibraryPicture[];
  readonly total: number;
  readonly next?: string;
}

/** The library did not do what was asked; the message is for people. */
class LibraryRefusal extends Error {
  override readonly name = 'LibraryRefusal';
}

const LIBRARY = '/editor/api/media';
const TUS = { 'tus-resumable': '1.0.0' };

export async function findPictures(words: string, after?: string): Promise<LibraryPage> {
  const query = new URLSearchParams({ kind: 'picture', limit: '24', ...(words && { q: words }) });
  if (after !== undefined) query.set('after', after);
  return (await (await ask(`${LIBRARY}?${query}`)).json()) as LibraryPage;
}

/** Sends a file by the tus protocol, whole. One that is in the library already is found there. */
export async function uploadPicture(file: File): Promise<LibraryPicture> {
  const metadata = Object.entries({ filename: file.name, filetype: file.type })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name} ${base64(value)}`)
    .join(',');
  const made = await ask(`${LIBRARY}/uploads`, {
    method: 'POST',
    headers: { ...TUS, 'upload-length': String(file.size), 'upload-metadata': metadata },
  });
  const id = made.headers.get('location')?.split('/').pop() ?? newKey();
  await ask(`${LIBRARY}/uploads/${id}`, {
    method: 'PATCH',
    headers: { ...TUS, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
    body: file,
  });
  const result = (await (await ask(`${LIBRARY}/uploads/${id}`)).json()) as {
    readonly asset?: LibraryPicture;
  };
  if (result.asset) return result.asset;
  throw new LibraryRefusal('The file did not arrive whole. Choose it once more.');
}

async function ask(address: string, init?: RequestInit): Promise<Response> {
  const answer = await fetch(address, init).catch(() => undefined);
  if (!answer) throw new LibraryRefusal('The shop cannot be reached. Try again in a moment.');
  if (answer.ok) return answer;
  const told = (await answer.json().catch(() => ({}))) as { readonly message?: string };
  throw new LibraryRefusal(told.message ?? 'The media library could not do this. Try again in a moment.');
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

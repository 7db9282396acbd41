import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { type Builds, buildFolder } from './builds.ts';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const folders = [
  { prefix: '/_assets/', folder: join(buildFolder, 'islands') },
  { prefix: '/_editor/', folder: join(buildFolder, 'editor') },
  { prefix: '/_office/', folder: join(buildFolder, 'office') },
  { prefix: '/_app/', folder: join(buildFolder, 'client', '_app') },
];
const encodings = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
];

const missing = { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' };
// Vite ends names with a dash and eight characters.
const hashed = /-[\w-]{8}\.\w+$/;

interface BuiltFile {
  readonly headers: Record<string, string | number>;
  readonly body: Buffer;
}

/**
 * Answers for the files Vite built, compressed beforehand, and keeps them in memory: they are few and small. Those with a hash in
 * their names browsers may keep for ever, the others (fonts, the icon) for a day. @returns a listener that says whether the request was for such a file.
 */
export function createFileListener({
  development,
}: Builds): (request: IncomingMessage, response: ServerResponse) => boolean {
  const kept = new Map<string, Promise<BuiltFile | undefined>>();

  function find(path: string, accepted: string): Promise<BuiltFile | undefined> {
    const encoding = encodings.find(({ name }) => accepted.includes(name));
    const key = `${path} ${encoding?.name ?? ''}`;
    let found = kept.get(key);
    if (!found) {
      found = read(path, encoding);
      // What is not there is not remembered: anybody can ask for anything.
      void found.then((file) => (file && !development ? undefined : kept.delete(key)));
      kept.set(key, found);
    }
    return found;
  }

  return (request, response) => {
    const path = (request.url ?? '').split('?', 1)[0]!;
    if (!folders.some(({ prefix }) => path.startsWith(prefix))) return false;
    void find(path, String(request.headers['accept-encoding'] ?? '')).then((file) => {
      response.writeHead(file ? 200 : 404, file?.headers ?? missing);
      response.end(request.method === 'HEAD' ? undefined : (file?.body ?? 'There is no such file.\n'));
    });
    return true;
  };
}

async function read(
  path: string,
  encoding: (typeof encodings)[number] | undefined,
): Promise<BuiltFile | undefined> {
  const type = types[extname(path)];
  // Plain names below the folder; nothing else was built.
  if (!type || !/^(\/[\w-]+(\.[\w-]+)*)+$/.test(path)) return undefined;
  const { prefix, folder } = folders.find((one) => path.startsWith(one.prefix))!;
  const file = join(folder, path.slice(prefix.length));
  const compressed = encoding && (await readOrNothing(file + encoding.ending));
  const body = compressed ?? (await readOrNothing(file));
  if (!body) return undefined;
  const headers = {
    'content-type': type,
    'content-length': body.length,
    'cache-control': hashed.test(path) ? 'public, max-age=31536000, immutable' : 'public, max-age=86400',
    vary: 'accept-encoding',
    'x-content-type-options': 'nosniff',
    ...(compressed && encoding ? { 'content-encoding': encoding.name } : {}),
  };
  return { headers, body };
}

async function readOrNothing(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch {
    return undefined;
  }
}

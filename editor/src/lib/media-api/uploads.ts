import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import { type Assets, checkFile, type MediaLimits } from '@vitrine/content/server';
import { readPromise, type UploadPromise } from './upload-promise.ts';
import { createUploadResults, removeOlder, type UploadOutcome } from './upload-results.ts';

export interface UploadsOptions {
  /** Of this machine: files on their way, and what became of those that came. */
  readonly folder: string;
  readonly assets: Assets;
  readonly limits: MediaLimits;
  /** Where it is mounted. */
  readonly path?: string;
  /** Milliseconds after its last byte in which an upload may go on, and its outcome be asked for. Default three days. */
  readonly keepFor?: number;
}

/** Uploads by the tus protocol (1.0 with creation and termination): they go on after a broken connection and a restart. */
export interface Uploads {
  /** `by` is the id of who sends it; others do not see their uploads. */
  handle(request: Request, by: string): Promise<UploadAnswer>;
  /** Deletes uploads that were given up. */
  sweep(): Promise<void>;
}

export type UploadAnswer =
  /** An answer of the protocol. */
  | { readonly kind: 'protocol'; readonly response: Response }
  | { readonly kind: 'unfinished'; readonly offset: number; readonly bytes: number }
  | {
      readonly kind: 'outcome';
      readonly outcome: UploadOutcome;
      readonly headers: Readonly<Record<string, string>>;
    };

const DAY = 86_400_000;
const ID = /^[0-9a-f]{32}$/;

/** The protocol's library answers with what is thrown. */
class UploadRefusal extends Error {
  override readonly name = 'UploadRefusal';
  readonly status_code: number;
  readonly body: string;

  constructor(status: number, message: string) {
    super(message);
    this.status_code = status;
    this.body = message;
  }
}

type Arrived = Pick<Awaited<ReturnType<FileStore['getUpload']>>, 'id' | 'size' | 'offset' | 'metadata'>;

export function createUploads(options: UploadsOptions): Uploads {
  const { folder, assets, limits, path = '/editor/api/media/uploads', keepFor = 3 * DAY } = options;
  const directory = join(folder, 'receiving');
  mkdirSync(directory, { recursive: true });
  const store = new FileStore({ directory });
  const resultsFolder = join(folder, 'results');
  const results = createUploadResults(resultsFolder);
  const senders = new WeakMap<object, string>();
  const finishing = new Map<string, Promise<UploadOutcome>>();
  const tus = new Server({
    path,
    datastore: store,
    relativeLocation: true,
    // Pages of other sites have no business here.
    allowedOrigins: [],
    async onIncomingRequest(request, id) {
      if (request.method !== 'POST') await requireOwn(id, senders.get(request));
    },
    async onUploadCreate(request, { size, metadata }) {
      const read = readPromise(metadata, size, limits);
      if (read.kind === 'refused') throw new UploadRefusal(read.status, read.message);
      const { replaces } = read.promise;
      const target = replaces === undefined ? undefined : await assets.get(replaces);
      if (replaces !== undefined && (!target || target.deletedAt))
        throw new UploadRefusal(404, 'The file to replace is not in the library any more.');
      return { metadata: { ...read.promise, by: senders.get(request) ?? '' } };
    },
    async onUploadFinish(_, upload) {
      await finish(upload);
      return {};
    },
  });

  async function requireOwn(id: string, by: string | undefined): Promise<void> {
    const { metadata } = await store.getUpload(id);
    if (by === undefined || metadata?.by !== by) throw new UploadRefusal(404, 'There is no such upload.');
  }

  function finish(upload: Arrived): Promise<UploadOutcome> {
    const underway = finishing.get(upload.id);
    if (underway !== undefined) return underway;
    const outcome = take(upload).finally(() => finishing.delete(upload.id));
    finishing.set(upload.id, outcome);
    return outcome;
  }

  // The asset first, then what is said of it, then the file goes: whatever is cut off in between is done again.
  async function take({ id, size = 0, metadata }: Arrived): Promise<UploadOutcome> {
    const known = await results.read(id);
    if (known) return known.outcome;
    const by = metadata?.by ?? '';
    const outcome = await outcomeOf(id, metadata as unknown as UploadPromise, by);
    await results.write(id, { by, bytes: size, outcome });
    await store.remove(id);
    return outcome;
  }

  async function outcomeOf(id: string, promise: UploadPromise, by: string): Promise<UploadOutcome> {
    const { filename, filetype, folder: into, replaces, double } = promise;
    const checked = await checkFile({
      path: join(directory, id),
      name: filename,
      declared: filetype,
      limits,
    });
    if (checked.kind === 'refused') return { kind: 'refused', status: 422, message: checked.message };
    const { file } = checked;
    if (replaces === undefined) {
      const { kind, asset } = await assets.add(file, {
        by,
        upload: id,
        folder: into,
        double: double === 'keep',
      });
      return { kind, asset: asset.id };
    }
    const replaced = await assets.replace(replaces, file, { by, upload: id });
    if (replaced.kind === 'missing')
      return { kind: 'refused', status: 404, message: 'The file to replace is not in the library any more.' };
    if (replaced.kind === 'refused') return { kind: 'refused', status: 422, message: replaced.message };
    return { kind: replaced.kind, asset: replaced.asset.id };
  }

  async function arrived(id: string, by: string): Promise<UploadAnswer | undefined> {
    const upload = await store.getUpload(id).catch(() => undefined);
    if (!upload || upload.metadata?.by !== by) return undefined;
    const { offset, size = 0 } = upload;
    if (offset !== size) return { kind: 'unfinished', offset, bytes: size };
    return { kind: 'outcome', outcome: await finish(upload), headers: {} };
  }

  return {
    async handle(request, by) {
      const id = new URL(request.url).pathname.slice(path.length + 1);
      if (id !== '') {
        if (!ID.test(id)) return refused(404, 'There is no such upload.');
        const known = await results.read(id);
        if (known && known.by !== by) return refused(404, 'There is no such upload.');
        if (known && request.method === 'DELETE') {
          await results.remove(id);
          return { kind: 'protocol', response: new Response(null, { status: 204, headers: protocol }) };
        }
        if (known && request.method === 'HEAD')
          return { kind: 'protocol', response: new Response(null, { headers: finished(known.bytes) }) };
        if (known) return { kind: 'outcome', outcome: known.outcome, headers: finished(known.bytes) };
        if (request.method === 'GET')
          return (
            (await arrived(id, by)) ??
            refused(404, 'There is no such upload. It was given up, or finished days ago.')
          );
      }
      senders.set(request, by);
      const response = await tus.handleWeb(request);
      const done =
        id !== '' && response.ok && request.method === 'PATCH' ? await results.read(id) : undefined;
      if (done) return { kind: 'outcome', outcome: done.outcome, headers: finished(done.bytes) };
      return { kind: 'protocol', response };
    },
    async sweep() {
      await removeOlder(directory, keepFor);
      await removeOlder(resultsFolder, keepFor);
    },
  };
}

const protocol = { 'tus-resumable': '1.0.0', 'cache-control': 'no-store' };

function finished(bytes: number): Record<string, string> {
  return { ...protocol, 'upload-offset': String(bytes), 'upload-length': String(bytes) };
}

function refused(status: number, message: string): UploadAnswer {
  return { kind: 'outcome', outcome: { kind: 'refused', status, message }, headers: protocol };
}

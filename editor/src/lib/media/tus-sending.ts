import type { DetailedError, Upload } from 'tus-js-client';
import { ask, BackendError } from '../app/backend.ts';
import type { UploadResult } from '../media-api/media-wire.ts';
import type { UploadItem } from './upload-item.ts';

/** One file being sent. */
export interface Sending {
  start(): void;
  pause(): Promise<void>;
  /** Also what has come already is deleted. */
  cancel(): Promise<void>;
}

export interface SendingEvents {
  onProgress(sent: number): void;
  onChecking(): void;
  onResult(result: Exclude<UploadResult, { kind: 'unfinished' }>): void;
  onRefused(message: string): void;
  onBroken(): void;
}

const PART = 8 * 1024 * 1024;
const TIMES = 3;

/** Sends a file by the tus protocol; one that was on its way before the page was loaded goes on where it was. */
export async function sendByTus(item: UploadItem, events: SendingEvents): Promise<Sending> {
  const tus = await import('tus-js-client');
  const { file, folder, replaces, isDouble } = item;
  const extras = {
    ...(folder !== undefined && { folder }),
    ...(replaces !== undefined && { replaces }),
    ...(isDouble && { double: 'keep' }),
  };
  let unfinished = 0;
  const upload: Upload = new tus.Upload(file, {
    endpoint: new URL('/editor/api/media/uploads', window.location.href).href,
    metadata: { filename: file.name, filetype: file.type, ...extras },
    chunkSize: PART,
    retryDelays: [500, 1500, 4000],
    removeFingerprintOnSuccess: true,
    // The same file for another place is another upload.
    fingerprint: async () =>
      ['vitrine', file.name, file.type, file.size, file.lastModified, JSON.stringify(extras)].join('-'),
    onProgress: (sent) => events.onProgress(sent),
    onSuccess: () => void settle(),
    onError: (error) => {
      const message = refusalIn(error as Partial<DetailedError>);
      if (message === undefined) events.onBroken();
      else events.onRefused(message);
    },
  });

  async function settle(): Promise<void> {
    events.onChecking();
    const id = upload.url?.split('/').pop() ?? '';
    try {
      const result = await ask<UploadResult>(`media/uploads/${id}`);
      if (result.kind !== 'unfinished') return events.onResult(result);
      unfinished += 1;
      if (unfinished > TIMES) return events.onBroken();
      upload.start();
    } catch (error) {
      if (error instanceof BackendError && error.status >= 400 && error.status < 500)
        events.onRefused(error.message);
      else events.onBroken();
    }
  }

  const [before] = await upload.findPreviousUploads();
  if (before) upload.resumeFromPreviousUpload(before);
  return {
    start: () => upload.start(),
    pause: () => upload.abort(),
    // What cannot be deleted now is deleted by the server in a few days.
    cancel: () => upload.abort(true).catch(() => undefined),
  };
}

/** The server's own words; `undefined` when it was not reached, or could not do it now. */
function refusalIn({ originalResponse, message = '' }: Partial<DetailedError>): string | undefined {
  const status = originalResponse?.getStatus() ?? 0;
  if (status === 0 || status >= 500 || status === 423 || status === 409) return undefined;
  try {
    return (JSON.parse(originalResponse?.getBody() ?? '') as { message: string }).message;
  } catch {
    return `The file was refused: ${message}`;
  }
}

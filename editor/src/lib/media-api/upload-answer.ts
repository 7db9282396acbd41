import type { Assets } from '@vitrine/content/server';
import { type NamesOf, toMediaAssets, type UploadResult } from './media-wire.ts';
import type { UploadAnswer } from './uploads.ts';

/** What the browser is answered. Refusals of the protocol become sentences like all others. */
export async function answerUpload(
  answer: UploadAnswer,
  { assets, namesOf }: { assets: Assets; namesOf: NamesOf },
): Promise<Response> {
  if (answer.kind === 'unfinished') return json<UploadResult>(answer, { status: 200 });
  if (answer.kind === 'protocol') return await inSentences(answer.response);
  const { outcome, headers } = answer;
  if (outcome.kind === 'refused')
    return json({ message: outcome.message }, { status: outcome.status, headers });
  const asset = await assets.get(outcome.asset);
  if (!asset)
    return json({ message: 'The file was taken, and deleted for good since.' }, { status: 410, headers });
  const [shown] = await toMediaAssets([asset], namesOf);
  return json<UploadResult>({ kind: outcome.kind, asset: shown! }, { status: 200, headers });
}

const SENTENCES: Readonly<Record<number, string>> = {
  404: 'There is no such upload.',
  409: 'Another part of this file was expected. Ask where to go on (HEAD) and send from there.',
  410: 'This upload was given up. Begin again.',
  412: 'Expected the tus protocol, version 1.0.0 (header Tus-Resumable).',
  413: 'The file is larger than it was said to be, or than files may be.',
};

async function inSentences(response: Response): Promise<Response> {
  if (response.ok) return response;
  const text = (await response.text()).trim();
  const isSentence = /\.$/.test(text) && response.status !== 413;
  const message = isSentence ? text : (SENTENCES[response.status] ?? `The upload was refused: ${text}.`);
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  return json({ message }, { status: response.status, headers });
}

function json<T>(value: T, init: { status: number; headers?: HeadersInit }): Response {
  const headers = new Headers(init.headers);
  headers.set('content-type', 'application/json');
  return new Response(JSON.stringify(value), { status: init.status, headers });
}

import type { MediaAsset } from '../media-api/media-wire.ts';
import { sizeWords } from './asset-words.ts';

/** Where an upload is. */
export type UploadState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'paused' }
  /** The connection broke; it goes on by itself. */
  | { readonly kind: 'broken' }
  /** All bytes are there, and are looked at. */
  | { readonly kind: 'checking' }
  /** In the server's own words. */
  | { readonly kind: 'refused'; readonly message: string }
  /** The same file is in the library already. */
  | { readonly kind: 'exists'; readonly asset: MediaAsset }
  | { readonly kind: 'created' | 'replaced' | 'unchanged'; readonly asset: MediaAsset };

/** One file on its way into the library. */
export interface UploadItem {
  readonly id: string;
  readonly file: File;
  readonly folder: string | undefined;
  /** The asset whose file it becomes. */
  readonly replaces: string | undefined;
  /** Kept although the same file is there already. */
  readonly isDouble: boolean;
  readonly sent: number;
  readonly state: UploadState;
}

/** Nothing more happens by itself. */
export function isOver({ state }: UploadItem): boolean {
  return ['refused', 'exists', 'created', 'replaced', 'unchanged'].includes(state.kind);
}

/** 0 to 1 of all bytes that are still wanted. */
export function progressOf(items: readonly UploadItem[]): number {
  const wanted = items.filter(({ state }) => state.kind !== 'refused');
  const all = wanted.reduce((sum, { file }) => sum + file.size, 0);
  const sent = wanted.reduce((sum, item) => sum + (isOver(item) ? item.file.size : item.sent), 0);
  return all === 0 ? 1 : sent / all;
}

/** What is said beside a file. */
export function uploadWords({ file, sent, state }: UploadItem): string {
  const part = `${sizeWords(sent)} of ${sizeWords(file.size)}`;
  switch (state.kind) {
    case 'waiting':
      return `Waits its turn · ${sizeWords(file.size)}`;
    case 'sending':
      return part;
    case 'paused':
      return `Paused at ${part}`;
    case 'broken':
      return `The connection is broken at ${part}. It goes on by itself.`;
    case 'checking':
      return 'Being looked at …';
    case 'refused':
      return state.message;
    case 'exists':
      return state.asset.trashedAt ? 'It is there already, in the trash.' : 'It is there already.';
    case 'created':
      return 'In the library';
    case 'replaced':
      return 'Replaced everywhere';
    case 'unchanged':
      return 'The same file as before: nothing changed.';
  }
}

const interest: readonly UploadState['kind'][] = ['refused', 'exists', 'broken', 'checking', 'sending'];

/** What needs somebody first, then what is on its way, then what is done. */
export function inOrderOfInterest(items: readonly UploadItem[]): readonly UploadItem[] {
  const place = (item: UploadItem) => {
    const known = interest.indexOf(item.state.kind);
    return known >= 0 ? known : isOver(item) ? interest.length + 1 : interest.length;
  };
  return items.toSorted((left, right) => place(left) - place(right));
}

/** The tray's heading: how it stands with all of them. */
export function trayWords(items: readonly UploadItem[]): string {
  const open = items.filter((item) => !isOver(item));
  const count = (kind: UploadState['kind']) => items.filter(({ state }) => state.kind === kind).length;
  if (open.length > 0) {
    const isHeld = open.every(({ state }) => state.kind === 'paused' || state.kind === 'broken');
    const done = items.length - open.length;
    return `${isHeld ? 'Upload stands still' : 'Uploading'}: ${done} of ${items.length} done`;
  }
  const parts = [
    [count('created'), 'uploaded'],
    [count('replaced'), 'replaced'],
    [count('exists') + count('unchanged'), 'there already'],
    [count('refused'), 'refused'],
  ] as const;
  return parts.flatMap(([many, what]) => (many > 0 ? [`${many} ${what}`] : [])).join(', ');
}

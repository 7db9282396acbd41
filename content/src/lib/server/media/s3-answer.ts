import type { StoredFile } from './media-storage.ts';

/** One page of a bucket's listing (ListObjectsV2). */
export function readListing(xml: string): { readonly files: readonly StoredFile[]; readonly next?: string } {
  const files = [...xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)].map(([, entry = '']) => ({
    key: textOf(entry, 'Key') ?? '',
    bytes: Number(textOf(entry, 'Size')),
    at: new Date(textOf(entry, 'LastModified') ?? ''),
  }));
  const isCut = textOf(xml, 'IsTruncated') === 'true';
  return { files, next: isCut ? textOf(xml, 'NextContinuationToken') : undefined };
}

/** What the service says was wrong, for example `NoSuchBucket: The specified bucket does not exist`. */
export function readProblem(xml: string): string {
  const message = textOf(xml, 'Message')?.slice(0, 200);
  return [textOf(xml, 'Code') ?? 'without a reason', message].filter(Boolean).join(': ');
}

function textOf(xml: string, tag: string): string | undefined {
  const text = new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(xml)?.[1];
  return text?.replaceAll(/&(#\d+|#x[0-9a-f]+|\w+);/gi, (entity, name: string) => {
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1).replace(/^x/i, '0x')));
    return NAMED[name] ?? entity;
  });
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonical.ts';
import type { PageDocument } from '../page.ts';

/** 16 hexadecimal digits that change whenever the document does; the same on every machine. */
export function documentVersion(document: PageDocument): string {
  return contentVersion(document);
}

/** The same of anything that is JSON. */
export function contentVersion(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex').slice(0, 16);
}

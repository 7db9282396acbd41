import { createHash } from 'node:crypto';
import { canonicalText } from '../canonical.ts';
import type { PageDocument } from '../page.ts';

/** 16 hexadecimal digits that change whenever the document does; the same on every machine. */
export function documentVersion(document: PageDocument): string {
  return createHash('sha256').update(canonicalText(document)).digest('hex').slice(0, 16);
}

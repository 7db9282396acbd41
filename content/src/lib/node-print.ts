import { canonicalJson } from './canonical.ts';
import type { PageNode } from './page.ts';

/**
 * A short text that differs when type, version or settings of an instance differ, whatever the order of its keys. For telling whether two
 * sides mean the same, not for proof: FNV-1a of 64 bits in two halves.
 */
export function nodePrint({ type, v, props }: Pick<PageNode, 'type' | 'v' | 'props'>): string {
  const text = canonicalJson([type, v, props]);
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code ^ (low >>> 13), 0x85ebca6b);
  }
  return `${(low >>> 0).toString(36)}${(high >>> 0).toString(36)}`;
}

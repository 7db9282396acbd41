import type { PageHole, PagePart } from '../stages.ts';
import { createSegment } from './segment.ts';

/** Gathers a page in the order it is read: HTML, and holes between. */
export class PartList {
  private readonly items: (string | PageHole)[] = [];

  html(text: string): void {
    if (text !== '') this.items.push(text);
  }

  hole(hole: PageHole): void {
    this.items.push(hole);
  }

  all({ items }: PartList): void {
    this.items.push(...items);
  }

  get hasHoles(): boolean {
    return this.items.some((item) => typeof item !== 'string');
  }

  /** The HTML alone. */
  text(): string {
    return this.items.filter((item) => typeof item === 'string').join('');
  }

  /** Neighbouring HTML joined into segments. */
  finish(): readonly PagePart[] {
    const parts: PagePart[] = [];
    let run: string[] = [];
    const close = () => {
      // Piece by piece: one long string in between would cost more than all the rest.
      if (run.length > 0) parts.push(createSegment(Buffer.concat(run.map((text) => Buffer.from(text)))));
      run = [];
    };
    for (const item of this.items) {
      if (typeof item === 'string') run.push(item);
      else {
        close();
        parts.push(item);
      }
    }
    close();
    return parts;
  }
}

import type { PageNode } from '@vitrine/content';

/** A page of `count` modules, all of them cards, or nested: sections of nine cards each. */
export interface BenchCase {
  readonly count: number;
  readonly isNested: boolean;
}

const INSIDE = 9;

/** The modules of a case. Cards are `card-0`, `card-1` … in the order of the page, whoever holds them. */
export function benchNodes({ count, isNested }: BenchCase): readonly PageNode[] {
  let cards = 0;
  const card = (): PageNode => {
    const number = cards++;
    const props = { title: `Title ${number}`, text: `Lorem ipsum dolor sit amet ${number}`, align: 'left' };
    return { id: `card-${number}`, type: 'card', v: 1, props };
  };
  if (!isNested) return Array.from({ length: count }, card);
  const sections = Math.ceil(count / (INSIDE + 1));
  return Array.from({ length: sections }, (_, section): PageNode => {
    const inside = Math.min(INSIDE, count - section * (INSIDE + 1) - 1);
    return {
      id: `section-${section}`,
      type: 'section',
      v: 1,
      props: {},
      slots: { items: Array.from({ length: inside }, card) },
    };
  });
}

/** `500:nested` → 500 modules in sections. */
export function readCase(text: string): BenchCase {
  const match = /^(\d+)(:nested)?$/.exec(text.trim());
  if (!match) throw new Error(`"${text}" is no case. Expected a number of modules: 50, or 500:nested.`);
  return { count: Number(match[1]), isNested: match[2] !== undefined };
}

export function nameOfCase({ count, isNested }: BenchCase): string {
  return isNested ? `${count}:nested` : String(count);
}

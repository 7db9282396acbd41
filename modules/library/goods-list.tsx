import type { ReactElement } from 'react';

interface Line {
  readonly id: string;
  readonly quantity: number;
  readonly name: string;
  readonly options: string;
}

/** What is delivered together, in few words. `styles` come from a style sheet that imports `goods-list.css`. */
export function GoodsList({
  lines,
  styles,
}: {
  lines: readonly Line[];
  styles: Readonly<Record<string, string | undefined>>;
}): ReactElement {
  return (
    <ul className={styles.goods}>
      {lines.map((line) => (
        <li key={line.id}>{goodsText(line)}</li>
      ))}
    </ul>
  );
}

/** `2 × Tide mug, Sand`; of what none is left the name alone. */
export function goodsText({ quantity, name, options }: Omit<Line, 'id'>): string {
  const what = `${name}${options ? `, ${options}` : ''}`;
  return quantity > 0 ? `${quantity} × ${what}` : what;
}

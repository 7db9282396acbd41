import type { ReactNode } from 'react';

declare global {
  /** How often a view of the bench was called in this window. */
  var benchRenders: number | undefined;
}

export const benchCss = [
  '.bench-card{padding:24px;border-bottom:1px solid #ddd;min-height:80px}',
  '.bench-card[data-align=right]{text-align:right}',
  '.bench-section{padding:8px;display:grid;gap:8px}',
].join('\n');

export interface CardProps {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly align: string;
}

/** The module every contender shows. */
export function Card({ id, title, text, align }: CardProps) {
  countRender();
  return (
    <section className="bench-card" data-bench={id} data-align={align}>
      <h2>{title}</h2>
      <p>{text}</p>
    </section>
  );
}

export function Section({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  countRender();
  return (
    <div className="bench-section" data-bench={id}>
      {children}
    </div>
  );
}

function countRender(): void {
  globalThis.benchRenders = (globalThis.benchRenders ?? 0) + 1;
}

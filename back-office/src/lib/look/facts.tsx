import type { ReactNode } from 'react';
import css from './look.module.css';

/** Names and what stands for them, one below the other. What is undefined is left out. */
export function Facts({ of: facts }: { of: Readonly<Record<string, ReactNode>> }) {
  return (
    <dl className={css.facts}>
      {Object.entries(facts).map(
        ([name, value]) =>
          value !== undefined && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

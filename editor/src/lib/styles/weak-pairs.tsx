import { IconAlertTriangle } from '@tabler/icons-react';
import type { EditableToken, WeakPair } from '@vitrine/themes';
import css from './styles.module.css';

/** Colours that are hard to read on each other. */
export function WeakPairs({
  pairs,
  tokens,
  title = 'Hard to read for some',
}: {
  pairs: readonly WeakPair[];
  title?: string;
  tokens: readonly EditableToken[];
}) {
  if (pairs.length === 0) return null;
  const nameOf = (name: string) => tokens.find((token) => token.name === name)?.label ?? name;
  return (
    <div className={css.weak} role="status">
      <IconAlertTriangle size={16} aria-hidden />
      <div>
        <strong>{title}</strong>
        <ul>
          {pairs.slice(0, 6).map(({ text, ground, ratio, needed }) => (
            <li key={`${text} ${ground}`}>
              {nameOf(text)} on {nameOf(ground).toLocaleLowerCase()}: {ratio} of {needed}
            </li>
          ))}
          {pairs.length > 6 && <li>… and {pairs.length - 6} more</li>}
        </ul>
      </div>
    </div>
  );
}

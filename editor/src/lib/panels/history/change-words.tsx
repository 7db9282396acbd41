import type { ChangeLine } from './change-groups.ts';
import css from './history.module.css';
import { shortened } from './word-difference.ts';

/** What one setting was and is, with the words that changed marked. */
export function ChangeWords({ shown }: Pick<ChangeLine, 'shown'>) {
  if (shown.kind === 'sentence') return <p className={css.words}>{shown.text}</p>;
  if (shown.kind === 'values')
    return (
      <p className={css.words}>
        {shown.before === '' ? <em>nothing</em> : <del>{shown.before}</del>}
        <span aria-hidden> → </span>
        {shown.after === '' ? <em>nothing</em> : <ins>{shown.after}</ins>}
      </p>
    );
  return (
    <p className={css.words}>
      {shortened(shown.parts).map(({ kind, text }, index) => {
        const Tag = kind === 'added' ? 'ins' : kind === 'removed' ? 'del' : 'span';
        return <Tag key={index}>{text}</Tag>;
      })}
    </p>
  );
}

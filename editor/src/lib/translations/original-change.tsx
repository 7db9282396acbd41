import type { Json } from '@vitrine/content';
import { plainText } from '../panels/history/plain-text.ts';
import { shortened, wordDifference } from '../panels/history/word-difference.ts';
import css from './translations.module.css';

/** What became of an original since it was translated. */
export function OriginalChange({ before, now }: { before: Json | undefined; now: Json | undefined }) {
  if (before == null) return <p className={css.change}>There was none when this was written.</p>;
  if (now === null)
    return <p className={css.change}>It has been taken away since; what is shown is what comes by itself.</p>;
  if (typeof before !== 'string' || typeof now !== 'string')
    return <p className={css.change}>It was another one when this was translated.</p>;
  const parts = shortened(wordDifference(plainText(before), plainText(now)));
  if (parts.every(({ kind }) => kind === 'same'))
    return <p className={css.change}>Its words are the same; how they are formatted has changed.</p>;
  return (
    <p className={css.change}>
      <span className={css.changeHead}>What has changed: </span>
      {parts.map(({ kind, text }, index) => {
        if (kind === 'added') return <ins key={index}>{text}</ins>;
        if (kind === 'removed') return <del key={index}>{text}</del>;
        return text;
      })}
    </p>
  );
}

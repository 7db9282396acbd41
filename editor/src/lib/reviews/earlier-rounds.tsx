import { Text } from '@mantine/core';
import { timeAgo } from '../app/when.ts';
import type { ReviewFacts } from './review-facts.ts';
import css from './reviews.module.css';

/** What was asked and sent back before, folded away; nothing when this is the first time. */
export function EarlierRounds({ rounds = [] }: { rounds?: readonly ReviewFacts[] }) {
  if (rounds.length === 0) return null;
  return (
    <details className={css.earlier}>
      <summary>
        {rounds.length === 1 ? 'Sent back once before' : `Sent back ${rounds.length} times before`}
      </summary>
      <ol aria-label="Earlier notes">
        {rounds.map(({ id, askedBy, note, decided }) => (
          <li key={id}>
            {note !== '' && <Said by={askedBy.name} words={note} />}
            {decided && <Said by={decided.by.name} words={decided.note} at={decided.at} />}
          </li>
        ))}
      </ol>
    </details>
  );
}

function Said({ by, words, at }: { by: string; words: string; at?: string }) {
  return (
    <>
      <Text size="xs" c="dimmed" mt={6}>
        {by}
        {at !== undefined && `, ${timeAgo(new Date(at))}`}
      </Text>
      <blockquote className={css.quote}>{words}</blockquote>
    </>
  );
}

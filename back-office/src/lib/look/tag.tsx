import { Badge } from '@mantine/core';
import css from './look.module.css';

/** What a state means to whoever looks at it: waits for them, goes well, is over, went wrong. */
export type Tone = 'waits' | 'good' | 'quiet' | 'bad' | 'new';

const colours: Readonly<Record<Tone, string>> = {
  waits: 'yellow',
  good: 'green',
  quiet: 'gray',
  bad: 'red',
  new: 'blue',
};

/** A state in a word or two. */
export function Tag({ tone, children }: { tone: Tone; children: string }) {
  return (
    <Badge variant="light" radius="sm" color={colours[tone]} className={css.tag} data-tone={tone}>
      {children}
    </Badge>
  );
}

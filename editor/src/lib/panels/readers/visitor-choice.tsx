import { Anchor, NativeSelect } from '@mantine/core';
import { useDocuments } from '../../app/documents-context.tsx';
import { audienceName } from '../../audiences/audience-words.ts';
import { useCrowd } from '../../audiences/use-crowd.ts';
import { versionMark } from '../../experiments/version-marks.ts';
import css from './readers.module.css';

type Bound = 'none' | 'shown' | 'not-shown';

const words: Readonly<Record<Bound, string>> = {
  none: 'no matter',
  shown: 'shown',
  'not-shown': 'not shown',
};

/** Which visitors get to see something, by the audiences there are. */
export function VisitorChoice({
  audiences,
  isReadOnly,
  onChange,
}: {
  /** Absent = no bound, or different ones. */
  audiences: readonly string[] | undefined;
  isReadOnly: boolean;
  onChange: (audiences: readonly string[] | undefined) => void;
}) {
  const documents = useDocuments();
  const { crowd, isKnown, problem } = useCrowd();
  const named = audiences ?? [];
  const known = crowd.audiences.map(({ id }) => id);
  const all = [...new Set([...known, ...named.map((each) => each.replace(/^!/, ''))])].filter(
    (id) => !versionMark([id]),
  );
  const isTested = versionMark(named) !== undefined;
  const show = (
    <Anchor component="button" type="button" inherit onClick={() => documents.show({ kind: 'audiences' })}>
      {known.length > 0 ? 'All audiences' : 'Make an audience'}
    </Anchor>
  );

  function put(id: string, bound: Bound) {
    const others = named.filter((each) => each !== id && each !== `!${id}`);
    const next = bound === 'none' ? others : [...others, bound === 'shown' ? id : `!${id}`].toSorted();
    onChange(next.length > 0 ? next : undefined);
  }

  if (!isKnown)
    return problem === undefined ? null : (
      <p className={css.note}>For which visitors it is could not be found out. {problem}</p>
    );
  return (
    <fieldset className={css.choice}>
      <legend>To these visitors</legend>
      {all.map((id) => {
        const bound: Bound = named.includes(id) ? 'shown' : named.includes(`!${id}`) ? 'not-shown' : 'none';
        const name = audienceName(id, crowd);
        return (
          <div key={id} className={css.visitors}>
            <span>{name}</span>
            <NativeSelect
              aria-label={name}
              size="xs"
              w={112}
              flex="none"
              value={bound}
              disabled={isReadOnly}
              onChange={(event) => put(id, event.currentTarget.value as Bound)}
            >
              {(['none', 'shown', 'not-shown'] as const).map((each) => (
                // A version of a test is for all who take part in it.
                <option key={each} value={each} disabled={each === 'shown' && isTested}>
                  {words[each]}
                </option>
              ))}
            </NativeSelect>
          </div>
        );
      })}
      <p className={css.hint}>
        {all.length === 0
          ? 'Show this only to those who came through a link in your letter, say, or who are on a phone. '
          : isTested
            ? 'It is a version of a test: who takes part is said there. '
            : named.filter((each) => !each.startsWith('!')).length > 1
              ? 'Whoever is in any of them is shown it. '
              : ''}
        {show}
      </p>
    </fieldset>
  );
}

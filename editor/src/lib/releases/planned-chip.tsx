import { IconCalendarClock } from '@tabler/icons-react';
import { hint } from '@vitrine/ui';
import type { PlannedChange } from '../app/backend.ts';
import { useDocuments } from '../app/documents-context.tsx';
import { editedWords, planSentence } from './plan-words.ts';
import css from './releases.module.css';
import { useFollowPlanned } from './use-follow-planned.ts';

const days = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short' });

/** When the page that is open goes live or offline by itself; all that is planned is behind it. */
export function PlannedChip({ planned }: { planned: PlannedChange }) {
  const documents = useDocuments();
  useFollowPlanned();
  const { state, at, isEdited } = planned;
  const sentence = `${planSentence(planned)} ${editedWords(planned)}`.trim();
  const day = state === 'failed' ? 'Not live' : at === undefined ? 'Planned' : days.format(new Date(at));
  return (
    <button
      type="button"
      className={css.chip}
      data-state={state}
      data-edited={isEdited}
      aria-label={`${sentence} ${isEdited ? `${day} · edited since` : day}`}
      {...hint(sentence)}
      onClick={() => documents.show({ kind: 'releases' })}
    >
      <IconCalendarClock size={14} aria-hidden />
      <span className={css.chipDay}>
        {isEdited ? (
          <>
            <span className={css.chipWhen}>{day} · </span>edited since
          </>
        ) : (
          day
        )}
      </span>
    </button>
  );
}

import { Button, CloseButton } from '@mantine/core';
import { IconCircleCheck, IconEye, IconMessageReply } from '@tabler/icons-react';
import { useEditor } from '../app/editor-context.tsx';
import { commandById } from '../commands/registry.ts';
import type { ReviewFacts } from './review-facts.ts';
import { reviewOf, useReview } from './review-of.ts';
import { changesWords, isToAnswer, reviewSentence, toldTo } from './review-words.ts';
import css from './reviews.module.css';

const icons = { asked: IconEye, approved: IconCircleCheck, returned: IconMessageReply } as const;

/** Below the bar: that somebody asks for a review of this page, or what was answered. */
export function ReviewStrip() {
  const editor = useEditor();
  const now = useReview((state) => state.now);
  const review = now?.review;
  if (!review || toldTo(review, editor.session) === undefined) return null;
  const { state, note, decided } = review;
  const Icon = icons[state];
  const words = state === 'asked' ? note : (decided?.note ?? '');
  const changes = changesWords(now.changes);
  return (
    <section className={css.strip} data-state={state} aria-label="Review">
      <Icon size={16} aria-hidden className={css.sign} />
      <p className={css.sentence}>
        <strong>{reviewSentence(review, editor.session)}</strong>
        {changes !== undefined && <span className={css.changes}> · {changes}</span>}
        {words !== '' && <span className={css.note}>{words}</span>}
      </p>
      <Actions review={review} />
    </section>
  );
}

function Actions({ review }: { review: ReviewFacts }) {
  const editor = useEditor();
  const { state, askedBy } = review;
  const open = () => editor.view.set({ dialog: 'review' });
  const isOwn = askedBy.id === editor.session.user.id;
  return (
    <span className={css.actions}>
      {state === 'asked' &&
        (isToAnswer(review, editor.session) ? (
          <Button size="compact-sm" onClick={open}>
            Review …
          </Button>
        ) : (
          (isOwn || editor.canWrite) && (
            <Button size="compact-sm" variant="default" onClick={open}>
              Details …
            </Button>
          )
        ))}
      {state === 'returned' && (
        <Button size="compact-sm" onClick={open}>
          Ask again …
        </Button>
      )}
      {state === 'approved' && editor.can('content.publish') && (
        <Button size="compact-sm" onClick={() => commandById('publish').run(editor)}>
          Publish it …
        </Button>
      )}
      {state !== 'asked' && isOwn && (
        <CloseButton
          size="sm"
          aria-label="Put this away"
          onClick={() =>
            reviewOf(editor)
              .dismiss(review.id)
              .catch((error: Error) => editor.tell(error.message))
          }
        />
      )}
    </span>
  );
}

import { Alert, Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { useRef, useState } from 'react';
import { BackendError } from '../app/backend.ts';
import { useEditor } from '../app/editor-context.tsx';
import { timeAgo } from '../app/when.ts';
import { commandById } from '../commands/registry.ts';
import { CompareLink, Differences } from './differences.tsx';
import { EarlierRounds } from './earlier-rounds.tsx';
import type { SeenReview } from './page-review.ts';
import { MOST_NOTE, type ReviewFacts, type ReviewNow } from './review-facts.ts';
import { reviewOf } from './review-of.ts';
import { changesWords, reviewSentence } from './review-words.ts';
import css from './reviews.module.css';
import { useKeptNote } from './use-kept-note.ts';

type Answer = 'approve' | 'publish' | 'return';

/** What is asked, what would be different for shoppers, and the answer. */
export function AnswerForm({
  now,
  review,
  onClose,
}: {
  now: ReviewNow;
  review: ReviewFacts;
  onClose: () => void;
}) {
  const editor = useEditor();
  const { note, setNote, forget } = useKeptNote('answer', { about: review.id });
  const [seen, setSeen] = useState<SeenReview>(() => seenOf(review, now));
  const [sending, setSending] = useState<Answer | undefined>(undefined);
  const [problem, setProblem] = useState<Error | undefined>(undefined);
  const [isMissing, setMissing] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const changes = changesWords(now.changes);

  function send(answer: Answer) {
    const decision = answer === 'return' ? 'return' : 'approve';
    if (decision === 'return' && note.trim() === '') {
      setMissing(true);
      return field.current?.focus();
    }
    setSending(answer);
    setProblem(undefined);
    reviewOf(editor)
      .decide(seen, { decision, note })
      .then(
        () => {
          forget();
          // It is approved first, so that the note comes to whom it is written for.
          if (answer === 'publish') return commandById('publish').run(editor);
          onClose();
          editor.tell(
            decision === 'approve'
              ? 'The page is approved.'
              : `The page is sent back to ${review.askedBy.name}.`,
          );
        },
        (error: Error) => {
          // What there is now is on the screen: who answers again has seen it.
          const latest = reviewOf(editor).state.get().now;
          if (latest?.review) setSeen(seenOf(latest.review, latest));
          setProblem(error);
          setSending(undefined);
        },
      );
  }

  return (
    <Stack gap="sm">
      <div>
        <Text size="sm" fw={600}>
          {reviewSentence(review, editor.session)}
        </Text>
        <Text size="xs" c="dimmed">
          {timeAgo(new Date(review.askedAt))}
        </Text>
      </div>
      {review.note !== '' && <blockquote className={css.quote}>{review.note}</blockquote>}
      <EarlierRounds rounds={now.earlier} />
      {changes !== undefined && (
        <Text size="sm">
          {`${changes} it was asked. `}
          <CompareLink version={review.kept}>Look at them</CompareLink>
        </Text>
      )}
      <Title order={3} size="h6">
        What shoppers would see differently
      </Title>
      <Differences live={now.live} />
      {problem && (
        <Alert
          color={problem instanceof BackendError && problem.status === 409 ? 'yellow' : 'red'}
          role="alert"
          title="It was not answered"
        >
          {problem.message}
        </Alert>
      )}
      <Textarea
        ref={field}
        label={`Note to ${review.askedBy.name}`}
        description="Needed when you send it back: what should be mended?"
        autosize
        minRows={2}
        maxRows={8}
        maxLength={MOST_NOTE}
        value={note}
        error={isMissing && 'Say what should be mended.'}
        onChange={(event) => {
          setNote(event.currentTarget.value);
          setMissing(false);
        }}
      />
      <Group justify="flex-end" gap="xs">
        <Button
          variant="default"
          mr="auto"
          loading={sending === 'return'}
          disabled={sending !== undefined}
          onClick={() => send('return')}
        >
          Send back
        </Button>
        <Button
          variant="default"
          loading={sending === 'approve'}
          disabled={sending !== undefined}
          onClick={() => send('approve')}
        >
          Approve
        </Button>
        <Button
          loading={sending === 'publish'}
          disabled={sending !== undefined}
          onClick={() => send('publish')}
        >
          Approve and publish …
        </Button>
      </Group>
    </Stack>
  );
}

function seenOf({ id, askedAt }: ReviewFacts, { version }: ReviewNow): SeenReview {
  return { id, askedAt, seen: version };
}

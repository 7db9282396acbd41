import { Alert, Button, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { ask, type PublishPlan } from '../app/backend.ts';
import { useEditor } from '../app/editor-context.tsx';
import { timeAgo } from '../app/when.ts';
import { AuditLine } from '../checks/checks-panel.tsx';
import { useAccessibility, useFindings } from '../checks/use-checks.ts';
import type { PersonFacts } from '../comments/comment-facts.ts';
import { Findings } from '../dialogs/findings.tsx';
import { CompareLink } from './differences.tsx';
import { EarlierRounds } from './earlier-rounds.tsx';
import { MOST_NOTE, type ReviewNow } from './review-facts.ts';
import { reviewOf } from './review-of.ts';
import { changesWords, reviewSentence } from './review-words.ts';
import css from './reviews.module.css';
import { useKeptNote } from './use-kept-note.ts';

/** Asks for a review, again when there is one, and takes it back. */
export function AskForm({ now, onClose }: { now: ReviewNow; onClose: () => void }) {
  const editor = useEditor();
  const { review, changes } = now;
  const { user } = editor.session;
  const isAsked = review?.state === 'asked';
  const isOwn = review?.askedBy.id === user.id;
  const { note, setNote, forget } = useKeptNote('ask', { first: isAsked && isOwn ? review.note : '' });
  // Whoever was asked before knows what it is about.
  const before = review && (isAsked || isOwn) ? review.whom : undefined;
  const [chosen, setChosen] = useState(before?.id ?? '');
  const people = usePublishers(user.id) ?? (before ? [before] : []);
  const whom = people.some(({ id }) => id === chosen) ? chosen : '';
  const problems = usePlannedProblems();
  const [doing, setDoing] = useState<'ask' | 'withdraw' | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const field = useRef<HTMLTextAreaElement>(null);
  // The dialog was there before it.
  useEffect(() => field.current?.focus(), []);
  useAccessibility();
  const findings = useFindings();

  function run(what: 'ask' | 'withdraw', work: () => Promise<void>, said: string) {
    setDoing(what);
    setProblem(undefined);
    work().then(
      () => {
        forget();
        onClose();
        editor.tell(said);
      },
      (error: Error) => {
        setProblem(error.message);
        setDoing(undefined);
      },
    );
  }

  return (
    <Stack gap="sm">
      {review && (isAsked || isOwn) ? (
        <div>
          <Text size="sm" fw={600}>
            {reviewSentence(review, editor.session)}
          </Text>
          {review.decided && (
            <Text size="xs" c="dimmed">
              {timeAgo(new Date(review.decided.at))}
            </Text>
          )}
          {changes > 0 && (
            <Text size="sm">
              {`${changesWords(changes)}. `}
              <CompareLink version={review.kept}>Look at them</CompareLink>
            </Text>
          )}
        </div>
      ) : (
        <Text size="sm">
          Somebody who may publish looks at the page, and approves it or sends it back to you. You can go on
          writing meanwhile.
        </Text>
      )}
      {review && !isAsked && isOwn && review.decided && review.decided.note !== '' && (
        <blockquote className={css.quote}>{review.decided.note}</blockquote>
      )}
      {isAsked && !isOwn && review.note !== '' && (
        <blockquote className={css.quote}>{review.note}</blockquote>
      )}
      <EarlierRounds rounds={now.earlier} />
      <Textarea
        ref={field}
        label="Note"
        description="What is new, what to look at. It may be empty."
        autosize
        minRows={3}
        maxRows={10}
        maxLength={MOST_NOTE}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <NativeSelect
        label="Whom do you ask?"
        description={
          whom === '' ? 'It stands on the start page of all of them.' : 'They get a letter as well.'
        }
        data={[
          { value: '', label: 'Anybody who may publish' },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={whom}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      {problems.problem !== undefined && <Text size="sm">{problems.problem}</Text>}
      <Findings
        title="This must be put right before it is published"
        colour="red"
        findings={findings.filter(({ severity }) => severity === 'error')}
      />
      <Findings
        title="Worth a look"
        colour="yellow"
        findings={findings.filter(({ severity }) => severity === 'warning')}
      />
      <AuditLine />
      {problem !== undefined && (
        <Alert
          color="red"
          role="alert"
          title={doing === 'withdraw' ? 'It was not withdrawn' : 'It was not asked'}
        >
          {problem}
        </Alert>
      )}
      <Group justify="flex-end" gap="xs">
        {isAsked && (isOwn || editor.can('content.publish')) && (
          <Button
            variant="default"
            mr="auto"
            loading={doing === 'withdraw'}
            disabled={doing !== undefined}
            onClick={() =>
              run('withdraw', () => reviewOf(editor).withdraw(review), 'The review is withdrawn.')
            }
          >
            Withdraw
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          Not now
        </Button>
        <Button
          loading={doing === 'ask'}
          disabled={doing !== undefined}
          onClick={() =>
            run(
              'ask',
              () => reviewOf(editor).ask({ note, ...(whom !== '' && { whom }) }),
              'The page is in review.',
            )
          }
        >
          {review && isOwn ? 'Ask again' : 'Ask for review'}
        </Button>
      </Group>
    </Stack>
  );
}

/** Without who asks. Nobody needs to be named; `undefined` until they have come, and offline. */
function usePublishers(self: string): readonly PersonFacts[] | undefined {
  const [people, setPeople] = useState<readonly PersonFacts[] | undefined>(undefined);
  useEffect(() => {
    const stop = new AbortController();
    ask<readonly PersonFacts[]>('reviews/people', { signal: stop.signal }).then(
      (found) => setPeople(found.filter(({ id }) => id !== self)),
      () => {},
    );
    return () => stop.abort();
  }, [self]);
  return people;
}

// What the server says against publishing is said before somebody else finds it.
function usePlannedProblems(): { readonly problem: string | undefined } {
  const editor = useEditor();
  const [problem, setProblem] = useState<string | undefined>(undefined);
  useEffect(() => {
    const stop = new AbortController();
    ask<PublishPlan>(`documents/${encodeURIComponent(editor.open.id)}/publish-plan`, {
      signal: stop.signal,
    }).then(
      ({ problems }) => editor.checks.learn(problems),
      (error: Error) =>
        stop.signal.aborted ||
        setProblem(`What may be wrong with it could not be looked up. ${error.message}`),
    );
    return () => stop.abort();
  }, [editor]);
  return { problem };
}

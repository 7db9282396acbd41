import { Button } from '@mantine/core';
import { useState } from 'react';
import { dateAndTime, timeAgo } from '../app/when.ts';
import { type LinkCatalogue, linkWords } from './link-words.ts';
import type { PreviewLinkFacts } from './preview-link-facts.ts';
import css from './preview-links.module.css';

/** One link: what it shows, who made it, until when it works; ended after a second press. */
export function PreviewLinkRow({
  link,
  name,
  isNamed,
  isOpen,
  catalogue,
  onEnd,
}: {
  link: PreviewLinkFacts;
  /** Of its page or release. */
  name: string;
  /** Pages of several names stand in the list. */
  isNamed: boolean;
  isOpen: boolean;
  catalogue: LinkCatalogue;
  onEnd: () => Promise<void>;
}) {
  const [step, setStep] = useState<'shown' | 'asked' | 'ending'>('shown');
  const [problem, setProblem] = useState<string | undefined>(undefined);

  function end() {
    setStep('ending');
    setProblem(undefined);
    onEnd().catch((error: Error) => {
      setProblem(error.message);
      setStep('shown');
    });
  }

  return (
    <li className={css.row} data-over={!isOpen || undefined}>
      <div className={css.words}>
        {isNamed && <strong>{name}</strong>}
        <span className={css.shown}>{linkWords(link, catalogue)}</span>
        <small>
          {`${madeWords(link)} · ${untilWords(link, isOpen)} · `}
          <code>?_preview={link.id.slice(0, 6)}…</code>
        </small>
        {problem !== undefined && (
          <small className={css.problem} role="alert">
            {problem}
          </small>
        )}
      </div>
      {isOpen && step === 'shown' && (
        <Button
          size="compact-sm"
          variant="subtle"
          color="red"
          aria-label={`End the link to ${name} that ${link.madeBy || 'somebody'} made ${timeAgo(new Date(link.madeAt))}`}
          onClick={() => setStep('asked')}
        >
          End …
        </Button>
      )}
      {isOpen && step !== 'shown' && (
        <div className={css.sure}>
          <Button size="compact-sm" color="red" loading={step === 'ending'} onClick={end} autoFocus>
            End the link
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            disabled={step === 'ending'}
            onClick={() => setStep('shown')}
          >
            Keep it
          </Button>
        </div>
      )}
    </li>
  );
}

function madeWords({ madeBy, madeAt }: PreviewLinkFacts): string {
  return `${madeBy || 'Somebody'}, ${timeAgo(new Date(madeAt))}`;
}

function untilWords({ ended, expiresAt, release }: PreviewLinkFacts, isOpen: boolean): string {
  if (ended) return `ended ${timeAgo(new Date(ended.at))} by ${ended.by || 'somebody'}`;
  if (release?.isOver) return 'over with its release';
  return `${isOpen ? 'works until' : 'worked until'} ${dateAndTime(new Date(expiresAt))}`;
}

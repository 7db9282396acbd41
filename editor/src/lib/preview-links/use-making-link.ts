import { useRef, useState } from 'react';
import { ask } from '../app/backend.ts';
import type { MadePreviewLink } from './preview-link-facts.ts';
import type { PreviewLinks } from './use-preview-links.ts';

/** Making a link, and the one that was made while nothing of it is chosen otherwise. */
export interface MakingLink {
  /** Absent when somebody ended it again. */
  readonly link?: MadePreviewLink;
  /** Why it was not made, in a sentence. */
  readonly problem?: string;
  readonly isMaking: boolean;
  make(wish: Readonly<Record<string, unknown>>): void;
  /** What it should show is being changed. */
  forget(): void;
}

export function useMakingLink({ links, load }: Pick<PreviewLinks, 'links' | 'load'>): MakingLink {
  const [link, setLink] = useState<MadePreviewLink | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isMaking, setIsMaking] = useState(false);
  /** How often it was chosen otherwise: what was asked for before that is none of it any more. */
  const choices = useRef(0);
  // Somebody may have ended it again, below.
  const works = links?.some(({ id, ended }) => id === link?.id && ended) ? undefined : link;
  return {
    ...(works && { link: works }),
    ...(problem !== undefined && { problem }),
    isMaking,
    make(wish) {
      const chosen = choices.current;
      setIsMaking(true);
      setProblem(undefined);
      ask<MadePreviewLink>('preview-links', { body: wish })
        .then(
          (made) => {
            if (chosen === choices.current) setLink(made);
            return load();
          },
          (error: Error) => setProblem(error.message),
        )
        .finally(() => setIsMaking(false));
    },
    forget() {
      choices.current++;
      setLink(undefined);
    },
  };
}

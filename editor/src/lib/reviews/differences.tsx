import { Anchor, Loader, Text } from '@mantine/core';
import type { PageDocument } from '@vitrine/content';
import { useEffect, useState } from 'react';
import { ask } from '../app/backend.ts';
import { useEditor } from '../app/editor-context.tsx';
import { ChangeWords } from '../panels/history/change-words.tsx';
import { useChanges } from '../panels/history/use-changes.ts';
import css from './reviews.module.css';
import { shoppersSee } from './shoppers-see.ts';

/** What shoppers would see differently, in words; beside each other on demand. */
export function Differences({ live }: { live: number | undefined }) {
  const editor = useEditor();
  const [version, setVersion] = useState<PageDocument | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const { id } = editor.open;
  useEffect(() => {
    if (live === undefined) return;
    const stop = new AbortController();
    setProblem(undefined);
    ask<{ document: PageDocument }>(`documents/${encodeURIComponent(id)}/versions/${live}`, {
      signal: stop.signal,
    }).then(
      ({ document }) => setVersion(document),
      (error: Error) => stop.signal.aborted || setProblem(error.message),
    );
    return () => stop.abort();
  }, [id, live]);
  if (live === undefined) return <Text size="sm">Shoppers do not see this page yet: all of it is new.</Text>;
  if (problem !== undefined) return <Text size="sm">What is different could not be fetched. {problem}</Text>;
  if (!version) return <Loader size="sm" role="img" aria-label="What is different is being fetched" />;
  return <Against key={live} live={live} version={version} />;
}

const words = { added: 'new', removed: 'taken away', changed: '' } as const;

function Against({ live, version }: { live: number; version: PageDocument }) {
  const editor = useEditor();
  const groups = shoppersSee(useChanges(editor, version).groups);
  if (groups.length === 0)
    return (
      <Text size="sm">
        Nothing of the page itself is different from what shoppers see. What it shows of others, or its
        address, is.
      </Text>
    );
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keys. */}
      <section className={css.differences} aria-label="What is different" tabIndex={0}>
        {groups.map(({ node, change, title, excerpt, lines }) => (
          <article key={node ?? ''} className={css.difference}>
            <h4>
              {title}
              {words[change] !== '' && (
                <span className={css.change} data-change={change}>
                  {words[change]}
                </span>
              )}
              {excerpt !== '' && <span className={css.excerpt}>{excerpt}</span>}
            </h4>
            {lines.map(({ label, shown }, index) => (
              <div key={index} className={css.line}>
                <span className={css.label}>{label}</span>
                <ChangeWords shown={shown} />
              </div>
            ))}
          </article>
        ))}
      </section>
      <CompareLink version={live}>Compare with what shoppers see</CompareLink>
    </>
  );
}

/** To a version beside the page, and back to the review. */
export function CompareLink({ version, children }: { version: number; children: string }) {
  const editor = useEditor();
  return (
    <Anchor
      component="button"
      type="button"
      size="sm"
      ta="left"
      onClick={() => editor.view.set({ dialog: 'versions', version, dialogAfter: 'review' })}
    >
      {children}
    </Anchor>
  );
}

import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { weakPairs } from '@vitrine/themes';
import { useState } from 'react';
import { useEditor } from '../app/editor-context.tsx';
import { useStore } from '../app/store.ts';
import { Planned } from '../releases/planned.tsx';
import type { ReleaseFacts } from '../releases/release-facts.ts';
import { useTiming } from '../releases/use-timing.ts';
import { WhenChoice } from '../releases/when-choice.tsx';
import { shownTokens } from './shown-tokens.ts';
import css from './styles.module.css';
import type { ThemeEditing } from './theme-editing.ts';
import type { ThemeFacts } from './theme-facts.ts';
import { WeakPairs } from './weak-pairs.tsx';

/** Makes the styles public, now or with a release. */
export function StylesDialog({
  editing,
  facts,
  changes,
  onClose,
}: {
  editing: ThemeEditing;
  facts: ThemeFacts;
  /** How many tokens differ from what shoppers see. */
  changes: number;
  onClose: () => void;
}) {
  const editor = useEditor();
  const problem = useStore(editing.state, (state) => state.problem);
  const chosen = useStore(editing.state, (state) => state.chosen);
  const shown = shownTokens(facts, chosen);
  const timing = useTiming('New styles', facts.planned);
  const [isSending, setIsSending] = useState(false);
  const [wasRefused, setWasRefused] = useState(false);
  const [release, setRelease] = useState<ReleaseFacts | undefined>(undefined);

  async function send() {
    const into = timing.read();
    if (!into) return;
    setIsSending(true);
    setWasRefused(false);
    if (into === 'now') {
      const isLive = await editing.publish();
      if (isLive) editor.say('The styles are published.');
      onClose();
    } else {
      const made = await editing.plan(into);
      if (made) editor.say('The styles are planned.');
      setWasRefused(!made);
      setRelease(made);
      setIsSending(false);
    }
  }

  if (release) return <Planned release={release} action="publish" onClose={onClose} />;
  const isNow = timing.when === 'now';
  return (
    <Stack gap="md" className={css.dialog}>
      <Text size="sm">{sentence(changes, isNow)}</Text>
      <WeakPairs
        pairs={weakPairs(shown.light)}
        tokens={facts.tokens}
        title="Hard to read for some, in light colours"
      />
      <WeakPairs
        pairs={weakPairs(shown.dark)}
        tokens={facts.tokens}
        title="Hard to read for some, in dark colours"
      />
      {wasRefused && problem !== undefined && (
        <Alert color="red" role="alert" title="They were not planned">
          {problem}
        </Alert>
      )}
      <WhenChoice
        verb="publish"
        planned={facts.planned}
        timing={timing}
        problem={wasRefused ? problem : undefined}
        onChoose={() => setWasRefused(false)}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Not yet
        </Button>
        <Button
          data-autofocus
          loading={isSending}
          disabled={isNow && changes === 0}
          onClick={() => void send()}
        >
          {isNow ? 'Publish now' : 'Plan them'}
        </Button>
      </Group>
    </Stack>
  );
}

function sentence(changes: number, isNow: boolean): string {
  if (changes === 0)
    return isNow
      ? 'Shoppers see the styles just so already.'
      : 'The styles as shoppers see them now come back, after what is planned.';
  const what = changes === 1 ? 'One change goes' : `${changes} changes go`;
  return isNow
    ? `${what} live on every page of the shop at once.`
    : `${what} live on every page of the shop, as the styles are now.`;
}

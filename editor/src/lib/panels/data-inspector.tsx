import { Badge, Code, Group, Stack, Text } from '@mantine/core';
import { useEffect, useReducer } from 'react';
import { useEditor, useView } from '../app/editor-context.tsx';
import css from './panels.module.css';

const states: Readonly<Record<string, { label: string; colour: string }>> = {
  ok: { label: 'Fresh', colour: 'green' },
  stale: { label: 'From an older answer', colour: 'yellow' },
  fallback: { label: 'Fallback', colour: 'orange' },
  late: { label: 'Late', colour: 'orange' },
  error: { label: 'Failed', colour: 'red' },
  hole: { label: 'For each visitor', colour: 'violet' },
  waiting: { label: 'Being fetched', colour: 'gray' },
  offline: { label: 'Offline', colour: 'gray' },
};

/** What a module asked, from which cache the answer came, and how long that took. */
export function DataInspector({ id }: { id: string }) {
  const editor = useEditor();
  const canvas = useView((view) => view.canvas);
  const [, again] = useReducer((count: number) => count + 1, 0);
  useEffect(() => (canvas === 'ready' ? editor.canvas?.onChange(again) : undefined), [editor, canvas]);
  const info = editor.canvas?.infoOf(id);
  if (!info) return <p className={css.empty}>Nothing is known of it: it is not on the canvas.</p>;
  const state = states[info.state];
  return (
    <Stack p="sm" gap="sm">
      <Group gap="xs">
        <Badge size="sm" variant="light" color={state?.colour ?? 'gray'}>
          {state?.label ?? info.state}
        </Badge>
        <Text size="xs" c="dimmed">
          {info.trace.length === 0 ? 'asks for no data' : `${info.trace.length} questions`}
        </Text>
      </Group>
      {info.trace.map(({ name, key, action, tier, state: answered, ms, batch, error }) => (
        <Stack
          key={`${name} ${key}`}
          gap={2}
          p="xs"
          style={{ borderRadius: 6, background: 'var(--mantine-color-default-hover)' }}
        >
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm" fw={600}>
              {name}
            </Text>
            <Text size="xs" c="dimmed">
              {ms.toFixed(1)} ms
            </Text>
          </Group>
          <Text size="xs">
            {action} · {whereFrom(tier)} · {answered}
            {batch !== undefined && batch > 1 ? ` · asked together with ${batch - 1} more` : ''}
          </Text>
          <Code fz={11} style={{ wordBreak: 'break-all' }}>
            {key}
          </Code>
          {error && (
            <Text size="xs" c="red">
              {error}
            </Text>
          )}
        </Stack>
      ))}
      {info.problems.map((problem) => (
        <Text key={problem} size="xs" c="red">
          {problem}
        </Text>
      ))}
    </Stack>
  );
}

function whereFrom(tier: string): string {
  const names: Readonly<Record<string, string>> = {
    request: 'asked before on this page',
    process: 'from the cache of the process',
    flight: 'joined a question under way',
    shared: 'from the shared cache',
    source: 'from the source itself',
  };
  return names[tier] ?? tier;
}

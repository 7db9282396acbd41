import { Alert, Anchor, Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useUnsaved } from '@vitrine/ui';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { ThrowAway } from './throw-away.tsx';
import type { Command, CommandProblem } from './use-command.ts';
import { useTyped } from './use-typed.ts';

/** What is wrong with a field, by its path in what is sent; the whole is asked field by field. */
export type ProblemAt = (path: string) => string | undefined;

/**
 * A form that asks for one change: its fields, what is wrong with them, and the button that sends it. Whoever keeps it while it is
 * closed keeps what was typed; where it would be lost, that is asked first.
 */
export function CommandDialog<Input>({
  title,
  isOpen,
  onClose,
  command,
  input,
  send,
  isGrave = false,
  isIncomplete = false,
  size = 'md',
  children,
}: {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  command: Command<Input>;
  /** What is sent. */
  input: Input;
  /** Words of the button: what will happen, `Cancel 2 pieces`. */
  send: string;
  /** Cannot be taken back. */
  isGrave?: boolean;
  /** There is nothing to send yet. */
  isIncomplete?: boolean;
  size?: 'md' | 'lg' | 'xl';
  children: ReactNode | ((problemAt: ProblemAt) => ReactNode);
}) {
  const isPhone = useMediaQuery('(max-width: 600px)') ?? false;
  // One that was there before it was opened is there afterwards, with all that was typed.
  const [isKept] = useState(!isOpen);
  const isChanged = useRef(false);
  const typed = useTyped();
  const [isAsking, setAsking] = useState(false);
  const close = () => {
    setAsking(false);
    command.forget();
    onClose();
  };
  const keep = () => {
    setAsking(false);
    typed.goBack();
  };
  const ask = () => {
    if (command.isBusy) return;
    if (!isKept && (isChanged.current || typed.isTyped())) setAsking(true);
    else close();
  };
  return (
    <>
      <Modal
        opened={isOpen}
        onClose={ask}
        title={<Text fw={600}>{title}</Text>}
        size={size}
        fullScreen={isPhone}
        closeOnEscape={!isAsking}
        onFocus={typed.onFocus}
        transitionProps={{ duration: 0 }}
      >
        <CommandForm
          {...{ command, input, send, isGrave, isIncomplete, onCancel: ask }}
          onChanged={(now) => {
            isChanged.current = now;
          }}
        >
          {children}
        </CommandForm>
      </Modal>
      {/* It is not there before: it would hear the very Escape that asks. */}
      {isAsking && <ThrowAway onKeep={keep} onThrowAway={close} />}
    </>
  );
}

/** Its inside; a page of its own may have it too. */
export function CommandForm<Input>({
  command,
  input,
  send,
  isGrave = false,
  isIncomplete = false,
  isUnsaved,
  onChanged,
  cancel = 'Not now',
  onCancel,
  children,
}: {
  command: Command<Input>;
  input: Input;
  send: string;
  isGrave?: boolean;
  isIncomplete?: boolean;
  /** Something would be lost with the page. Absent = what is sent is another than at first. */
  isUnsaved?: boolean;
  /** Hears whether something would be lost, whenever that changes. */
  onChanged?: (isChanged: boolean) => void;
  /** Words of the way back. */
  cancel?: string;
  /** Absent = there is nothing to go back to. */
  onCancel?: () => void;
  children: ReactNode | ((problemAt: ProblemAt) => ReactNode);
}) {
  const { isBusy } = command;
  const written = JSON.stringify(input);
  // What was refused of one field is about what was sent: it is told as long as that stands there.
  const isOld = command.problem?.fields.length === 1 && command.problem.of !== written;
  const problem = isOld ? undefined : command.problem;
  const form = useRef<HTMLFormElement>(null);
  const [saved, setSaved] = useState(written);
  const isLost = isUnsaved ?? written !== saved;
  useUnsaved(isLost);
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when it changes, whoever hears it.
  useEffect(() => onChanged?.(isLost), [isLost]);
  const wasBusy = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typed after it was sent is not saved.
  useEffect(() => {
    if (wasBusy.current && !isBusy && !problem) setSaved(written);
    wasBusy.current = isBusy;
  }, [isBusy, problem]);
  useEffect(() => {
    if (problem) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problem]);
  const asked = new Set<string>();
  const problemAt: ProblemAt = (path) => {
    asked.add(path);
    return problem?.fields.find((field) => field.path === path)?.problem;
  };
  const fields = typeof children === 'function' ? children(problemAt) : children;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isIncomplete) command.send(input);
  };
  return (
    // The browser's own bubbles would come before what the shop says.
    <form ref={form} noValidate onSubmit={submit}>
      <Stack gap="md">
        {fields}
        {problem && <Problem of={problem} saidAt={asked} />}
        <Group justify="flex-end" gap="xs">
          {onCancel && (
            <Button variant="default" onClick={onCancel} disabled={isBusy}>
              {cancel}
            </Button>
          )}
          <Button type="submit" color={isGrave ? 'red' : undefined} loading={isBusy} disabled={isIncomplete}>
            {send}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** It is rendered after the fields: what they have asked for is said there. */
function Problem({ of: problem, saidAt }: { of: CommandProblem; saidAt: ReadonlySet<string> }) {
  const others = problem.fields.filter(({ path }) => !saidAt.has(path));
  // One sentence about one field stands there, and nowhere else.
  if (others.length === 0 && problem.fields.some(({ problem: what }) => what === problem.sentence))
    return null;
  return (
    <Alert color="red" role="alert">
      <Text size="sm">{problem.sentence}</Text>
      {problem.isSignedOut && (
        <Anchor size="sm" href="/sign-in?to=/office" target="_blank">
          Sign in in another window
        </Anchor>
      )}
      {others.length > 0 && others[0]!.problem !== problem.sentence && (
        <List size="sm" mt={4}>
          {others.map(({ path, problem: what }) => (
            <List.Item key={path}>{path ? `${path}: ${what}` : what}</List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}

import { Popover, Tooltip } from '@mantine/core';
import { useClickOutside } from '@mantine/hooks';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { MountedRichText } from '../mount-rich-text.ts';
import type { TextLink } from '../text-format.ts';
import type { LinkForm } from './link-form.ts';

interface Question {
  readonly current: TextLink | undefined;
  readonly answer: (link: TextLink | undefined) => void;
}

/** Asks where a link leads whenever the text wants to know: at the button that is its child, also when keys have asked. */
export function LinkPopover({
  text,
  hint,
  Form,
  children,
}: {
  text: MountedRichText;
  hint: string;
  Form: LinkForm;
  children: ReactNode;
}) {
  const [question, setQuestion] = useState<Question>();
  const isInside = useRef(false);
  const isOpen = question !== undefined;
  /** Returns whether there was something to close. */
  const close = (link?: TextLink): boolean => {
    setQuestion(undefined);
    question?.answer(link);
    return isOpen;
  };
  const latest = useRef(close);
  latest.current = close;

  useEffect(
    () =>
      text.offerLinkPicker(async (current) => {
        // Asked again, it goes: the button is a switch.
        if (latest.current()) return undefined;
        return new Promise((answer) => setQuestion({ current, answer }));
      }),
    [text],
  );
  // Whoever goes on writing has changed their mind.
  useEffect(() => {
    if (!isOpen) return;
    return text.subscribe(() => {
      if (text.state().isFocused) latest.current();
    });
  }, [text, isOpen]);
  // React knows that lists the form opens elsewhere in the window belong to it; the document does not.
  useClickOutside(
    ({ target }) => {
      const isOnSwitch = target instanceof Element && target.closest('[aria-expanded="true"]');
      if (isOpen && !isInside.current && !isOnSwitch) close();
      isInside.current = false;
    },
    ['mousedown', 'touchstart'],
    [],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const isOwn = event.currentTarget.contains(event.target as Node);
    if (event.key === 'Escape' && isOwn && !event.defaultPrevented) close();
  };
  return (
    <Popover
      opened={isOpen}
      closeOnClickOutside={false}
      closeOnEscape={false}
      trapFocus
      returnFocus={false}
      position="bottom"
      shadow="md"
      transitionProps={{ duration: 0 }}
    >
      <Tooltip label={hint} openDelay={400} disabled={isOpen}>
        <Popover.Target>{children}</Popover.Target>
      </Tooltip>
      <Popover.Dropdown
        onKeyDown={onKeyDown}
        onMouseDownCapture={() => {
          isInside.current = true;
        }}
        onTouchStartCapture={() => {
          isInside.current = true;
        }}
      >
        {question && <Form current={question.current} onPick={close} />}
      </Popover.Dropdown>
    </Popover>
  );
}

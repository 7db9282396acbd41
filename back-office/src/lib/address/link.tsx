import { Anchor, type AnchorProps } from '@mantine/core';
import { hasUnsaved } from '@vitrine/ui';
import type { MouseEvent, ReactNode } from 'react';
import { addressOf, goTo } from './location.ts';

/** Asks whoever has typed something here that was not sent. */
function mayLeave(): boolean {
  return !hasUnsaved(window) || window.confirm('What you typed here is not saved. Leave it all the same?');
}

/** What makes an element a way to another page of the office: opened in place, or as the browser's user asks. */
export function leadsTo(path: string) {
  return {
    href: addressOf(path),
    onClick(event: MouseEvent) {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
      event.preventDefault();
      if (mayLeave()) goTo(path);
    },
  };
}

export function Link({ to, children, ...rest }: { to: string; children: ReactNode } & AnchorProps) {
  return (
    <Anchor inherit {...rest} {...leadsTo(to)}>
      {children}
    </Anchor>
  );
}

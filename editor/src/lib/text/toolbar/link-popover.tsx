import { Button, Popover, TextInput, Tooltip } from '@mantine/core';
import { isSafeLink } from '@vitrine/modules';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { MountedRichText, PickLink } from '../mount-rich-text.ts';
import css from './rich-text-toolbar.module.css';

type Picked = Awaited<ReturnType<PickLink>>;

/** Asks for the address of a link, for texts that nobody gave a better way to choose one. */
export function LinkPopover({
  text,
  hint,
  children,
}: {
  text: MountedRichText;
  hint: string;
  children: ReactNode;
}) {
  const [address, setAddress] = useState<string>();
  const answer = useRef<(picked: Picked) => void>(undefined);

  useEffect(
    () =>
      text.offerLinkPicker((current) => {
        setAddress(current?.href ?? '');
        return new Promise((resolve) => {
          answer.current = resolve;
        });
      }),
    [text],
  );

  const isOpen = address !== undefined;
  const close = (picked: Picked) => {
    setAddress(undefined);
    answer.current?.(picked);
  };
  const isSafe = address !== undefined && isSafeLink(address.trim());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (address?.trim() && isSafe) close({ href: address.trim() });
  };
  return (
    <Popover
      opened={isOpen}
      onDismiss={() => close(null)}
      trapFocus
      returnFocus={false}
      position="bottom"
      shadow="md"
    >
      <Tooltip label={hint} openDelay={400}>
        <Popover.Target>{children}</Popover.Target>
      </Tooltip>
      <Popover.Dropdown data-text-toolbar aria-label="Link">
        <form className={css.link} onSubmit={submit}>
          <TextInput
            data-autofocus
            size="xs"
            label="Address"
            placeholder="/page or https://…"
            value={address ?? ''}
            error={isSafe ? undefined : 'A page of this shop, https:, mailto: or tel:'}
            onChange={(event) => setAddress(event.currentTarget.value)}
          />
          <Button type="submit" size="xs">
            Set link
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

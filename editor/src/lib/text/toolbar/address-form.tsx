import { Button, TextInput } from '@mantine/core';
import { isSafeLink } from '@vitrine/modules';
import { type FormEvent, useState } from 'react';
import type { LinkFormProps } from './link-form.ts';
import css from './rich-text-toolbar.module.css';

/** Asks for the address of a link, for texts that nobody gave a better way to choose one. */
export function AddressForm({ current, onPick }: LinkFormProps) {
  const [address, setAddress] = useState(current?.href ?? '');
  const isSafe = isSafeLink(address.trim());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (address.trim() && isSafe) onPick({ ...current, href: address.trim() });
  };
  return (
    <form className={css.link} onSubmit={submit}>
      <TextInput
        data-autofocus
        size="xs"
        label="Address"
        placeholder="/page or https://…"
        value={address}
        error={isSafe ? undefined : 'A page of this shop, https:, mailto: or tel:'}
        onChange={(event) => setAddress(event.currentTarget.value)}
      />
      <Button type="submit" size="xs">
        Set link
      </Button>
    </form>
  );
}

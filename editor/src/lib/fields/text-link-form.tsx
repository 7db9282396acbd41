import './field-colours.css';
import { Button, VisuallyHidden } from '@mantine/core';
import type { Link } from '@vitrine/modules';
import { type FormEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { useFieldTools } from './field-tools.tsx';
import { addressOfLink, linkOfAddress, prefixesOf } from './link-address.ts';
import { LinkKindSwitch } from './link-kind-switch.tsx';
import { LinkTarget } from './link-target.tsx';
import css from './text-link-form.module.css';

export interface TextLinkFormProps {
  /** The link under the caret. */
  readonly current: { readonly href: string; readonly newTab?: boolean } | undefined;
  readonly onPick: (link: { readonly href: string; readonly newTab?: boolean }) => void;
}

/** Where a link in a formatted text leads. What is found in the catalogue is chosen at once, an address when it is confirmed. */
export function TextLinkForm({ current, onPick }: TextLinkFormProps) {
  const { samples = {} } = useFieldTools();
  const prefixes = prefixesOf(samples);
  const [link, setLink] = useState(() => current && linkOfAddress(current, prefixes));
  const [kind, setKind] = useState<Link['kind']>(link?.kind ?? 'page');
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const offered = (['page', 'product', 'category', 'url'] as const).filter(
    (each) => each === 'page' || each === 'url' || prefixes[each],
  );
  const shown = link?.kind === kind ? link : undefined;
  const href = shown && addressOfLink(shown, prefixes);

  // Whoever opens this goes on with the target, not with its kind.
  useLayoutEffect(() => {
    form.current?.querySelector('[data-target] :is(button, input)')?.setAttribute('data-autofocus', '');
  }, []);

  const choose = (next: Link | undefined) => {
    setLink(next);
    const address = next && next.kind !== 'url' && addressOfLink(next, prefixes);
    if (address) onPick({ href: address });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (href && shown?.kind === 'url') onPick({ href, ...(shown.newTab && { newTab: true }) });
  };
  return (
    <form ref={form} className={css.form} onSubmit={submit}>
      <VisuallyHidden id={`${id}-label`}>Link</VisuallyHidden>
      <LinkKindSwitch kind={kind} onChange={setKind} offered={offered} />
      <div className={css.target} data-target>
        <LinkTarget
          key={kind}
          kind={kind}
          link={shown}
          onChange={choose}
          id={id}
          labelId={`${id}-label`}
          isReadOnly={false}
          isInvalid={false}
        />
      </div>
      {kind === 'url' && (
        <div className={css.foot}>
          <Button type="submit" size="xs" disabled={!href}>
            Set link
          </Button>
        </div>
      )}
    </form>
  );
}

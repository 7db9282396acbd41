import { ActionIcon, Portal, Tooltip } from '@mantine/core';
import { IconUnlink } from '@tabler/icons-react';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef } from 'react';
import type { MountedRichText } from '../mount-rich-text.ts';
import type { TextState } from '../text-format.ts';
import { AddressForm } from './address-form.tsx';
import { BlockMenu } from './block-menu.tsx';
import { useFloatingPlace } from './floating-place.ts';
import { keepFocus } from './keep-focus.ts';
import type { LinkForm } from './link-form.ts';
import { LinkPopover } from './link-popover.tsx';
import css from './rich-text-toolbar.module.css';
import { useRovingFocus } from './roving-focus.ts';
import { printKeys, type ToolbarItem, toolbarGroups } from './toolbar-items.ts';
import { useTextState } from './use-text-state.ts';

export interface RichTextToolbarProps {
  readonly text: MountedRichText;
  /** `floating`: above the selection, over everything, while the text is written in. */
  readonly placement: 'floating' | 'docked';
  /** Of the text it is for. */
  readonly label?: string;
  /** Asks where a link leads. Default: a field for an address. */
  readonly LinkForm?: LinkForm;
  /** What else can be done with the selected words: buttons, last in the bar. */
  readonly children?: ReactNode;
}

/** What can be done to the selected words of a rich text; Alt+F10 in the text leads to it, Esc back. */
export function RichTextToolbar(props: RichTextToolbarProps) {
  return props.placement === 'docked' ? <Bar {...props} /> : <FloatingBar {...props} />;
}

function FloatingBar(props: RichTextToolbarProps) {
  const place = useRef<HTMLDivElement>(null);
  const isShown = useFloatingPlace(props.text, place);
  return (
    <Portal>
      <div ref={place} className={css.floating} hidden={!isShown} data-text-toolbar>
        <Bar {...props} />
      </div>
    </Portal>
  );
}

// Between the buttons too. What is opened from here stands elsewhere in the document.
function keepFocusIn(event: MouseEvent): void {
  if (event.currentTarget.contains(event.target as Node)) keepFocus(event);
}

function Bar({ text, placement, label = 'Text', LinkForm = AddressForm, children }: RichTextToolbarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const state = useTextState(text);
  const roving = useRovingFocus(bar);
  useEffect(() => {
    const { host } = text;
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'F10' || !event.altKey) return;
      event.preventDefault();
      bar.current?.querySelector<HTMLElement>('button[tabindex="0"]')?.focus();
    };
    host.addEventListener('keydown', onKey);
    return () => host.removeEventListener('keydown', onKey);
  }, [text]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && event.currentTarget.contains(event.target as Node)) {
      text.focus();
    } else roving.onKeyDown(event);
    // The editor's own keys are about modules: Delete here must not take one away.
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
  };
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={`Format: ${label}`}
      aria-orientation="horizontal"
      className={css.bar}
      data-placement={placement}
      data-text-toolbar
      onFocus={roving.onFocus}
      onKeyDown={onKeyDown}
      onMouseDown={keepFocusIn}
    >
      <div className={css.groups}>
        <div className={css.group}>
          <BlockMenu text={text} state={state} />
        </div>
        {toolbarGroups.map((items, index) => (
          <div key={index} className={css.group}>
            {items
              .filter(({ format }) => !format || isOffered(text, format))
              .map((item) => (
                <Item key={item.label} item={item} text={text} state={state} LinkForm={LinkForm} />
              ))}
          </div>
        ))}
        {children && <div className={css.group}>{children}</div>}
      </div>
    </div>
  );
}

// Moving items in and out goes with either list.
function isOffered({ formats }: MountedRichText, format: NonNullable<ToolbarItem['format']>): boolean {
  return format === 'bullet' ? formats.has('bullet') || formats.has('number') : formats.has(format);
}

function Item({
  item,
  text,
  state,
  LinkForm,
}: {
  item: ToolbarItem;
  text: MountedRichText;
  state: TextState;
  LinkForm: LinkForm;
}) {
  const { label, keys, Icon, isOn, isOff, act } = item;
  const isPressed = isOn?.(state) ?? false;
  const button = (
    <ActionIcon
      variant={isPressed ? 'light' : 'subtle'}
      color={isPressed ? undefined : 'gray'}
      size={28}
      aria-label={label}
      aria-pressed={isOn && isPressed}
      disabled={isOff?.(state)}
      className={css.item}
      onMouseDown={keepFocus}
      onClick={() => act(text)}
    >
      <Icon size={17} stroke={1.6} aria-hidden />
    </ActionIcon>
  );
  const hint = keys ? `${label}  ${printKeys(keys)}` : label;
  if (item.format !== 'link') {
    return (
      <Tooltip label={hint} openDelay={400}>
        {button}
      </Tooltip>
    );
  }
  return (
    <>
      <LinkPopover text={text} hint={hint} Form={LinkForm}>
        {button}
      </LinkPopover>
      {state.link && (
        <Tooltip label={`Remove the link to ${state.link.href}`} openDelay={400}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label="Remove link"
            className={css.item}
            onMouseDown={keepFocus}
            onClick={() => text.run({ kind: 'link', href: null })}
          >
            <IconUnlink size={17} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </>
  );
}

import type { AnyView } from '@vitrine/modules';
import type { AnyViewProps } from '@vitrine/modules/render';
import { Fragment, isValidElement, type ReactNode } from 'react';
import { escapeHtml } from './segments/escape-html.ts';

/** Views whose HTML was nothing but text when React rendered them. */
const bare = new WeakSet<AnyView>();
/** Views that cannot be called without React: they use hooks. */
const needReact = new WeakSet<AnyView>();

/** A view's HTML was this: when it is only text, the view is tried without React from now on. */
export function noteHtml(view: AnyView, html: string): void {
  if (!html.includes('<') && typeof view === 'function' && !needReact.has(view)) bare.add(view);
}

/**
 * The HTML of a view that shows a bare number or name, without the cost of a React render; the same bytes as with it.
 * `undefined` = this one needs React, at least this time.
 */
export function bareText(view: AnyView, props: () => AnyViewProps): string | undefined {
  if (!bare.has(view)) return undefined;
  try {
    return textOf((view as (props: AnyViewProps) => ReactNode)(props()));
  } catch {
    // React tells whether that was a hook or a mistake.
    bare.delete(view);
    needReact.add(view);
    return undefined;
  }
}

function textOf(node: unknown): string | undefined {
  if (typeof node === 'string') return escapeHtml(node).replaceAll('&#39;', '&#x27;');
  if (typeof node === 'number') return String(node);
  if (node === null || node === undefined || typeof node === 'boolean') return '';
  if (Array.isArray(node)) {
    const texts = node.map(textOf);
    return texts.includes(undefined) ? undefined : texts.join('');
  }
  return isValidElement<{ children?: ReactNode }>(node) && node.type === Fragment
    ? textOf(node.props.children)
    : undefined;
}

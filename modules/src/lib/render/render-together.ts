import { createElement, Fragment, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { AnyView } from '../registry.ts';
import { type AnyViewProps, withoutPreloads } from './render-instance.ts';

/** A view that is no island, and its props. */
export interface TogetherPart {
  readonly view: AnyView;
  readonly props: AnyViewProps;
}

// Nobody can guess them, so nothing on a page can pass for them. Not `randomUUID`: browsers have that over HTTPS only.
const BETWEEN = lettersOf(crypto.getRandomValues(new Uint8Array(24)));
const IDENTIFIER = lettersOf(crypto.getRandomValues(new Uint8Array(24)));
const SEPARATOR = `<hr id="${BETWEEN}"/>`;
const separator = createElement('hr', { id: BETWEEN });

/** Views that call `useId`: their HTML says where in the tree they stand. */
const loners = new WeakSet<object>();

/**
 * Instances without islands in one go of React, which costs less than one go each. The HTML of each is byte by byte what
 * `renderInstance` gives; `undefined` stands for those of which that cannot be said, and which must be rendered by themselves: all
 * of them when a view threw or asked for something in the head of the page, those whose view calls `useId`.
 */
export function renderTogether(parts: readonly TogetherPart[]): readonly (string | undefined)[] {
  const html = new Array<string | undefined>(parts.length).fill(undefined);
  const able = [...parts.keys()].filter((place) => !loners.has(parts[place]!.view));
  if (able.length < 2) return html;
  const children: ReactElement[] = [separator];
  for (const place of able) {
    const { view, props } = parts[place]!;
    children.push(createElement(view, props), separator);
  }
  let all: string;
  try {
    all = renderToStaticMarkup(createElement(Fragment, null, ...children), { identifierPrefix: IDENTIFIER });
  } catch {
    return html;
  }
  const pieces = all.split(SEPARATOR);
  // What React lifts out of a view stands before everything else.
  if (pieces.length !== able.length + 2 || withoutPreloads(pieces[0]!) !== '' || pieces.at(-1) !== '')
    return html;
  const hasIdentifiers = all.includes(IDENTIFIER);
  able.forEach((place, index) => {
    const piece = pieces[index + 1]!;
    if (hasIdentifiers && piece.includes(IDENTIFIER)) loners.add(parts[place]!.view);
    else html[place] = piece;
  });
  return html;
}

// Letters alone: they outlive what views do to identifiers to use them in selectors.
function lettersOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(97 + (byte % 26))).join('');
}

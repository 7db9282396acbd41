import * as Y from 'yjs';
import { commonRuns, diffTexts } from '../text-patch.ts';
import type { RichElement, RichPart, Run } from './rich-parts.ts';

/** Makes what is in an element equal to `wanted`, leaving alone what stays: editors bound to it keep their carets. */
export function patchParts(element: Y.XmlElement, wanted: readonly RichPart[]): void {
  const before = element.toArray();
  const gaps = commonRuns(before.map(signatureOf), wanted.map(signatureOfPart));
  // From the back, so that positions before a gap still hold.
  for (const { leftFrom, leftTo, rightFrom, rightTo } of gaps.toReversed()) {
    let left = leftFrom;
    let right = rightFrom;
    while (left < leftTo && right < rightTo && isPatchable(before[left]!, wanted[right]!)) {
      patchPart(before[left]!, wanted[right]!);
      left++;
      right++;
    }
    const leaving = leaveEmptyText(element, before.slice(left, leftTo), wanted);
    if (leftTo - left - leaving > 0) element.delete(left + leaving, leftTo - left - leaving);
    if (rightTo > right) element.insert(left + leaving, wanted.slice(right, rightTo).map(makePart));
  }
}

/**
 * A text that others may be typing in is emptied instead of deleted when no other is to take its place.
 * @returns How many of those that should go stay.
 */
function leaveEmptyText(
  element: Y.XmlElement,
  leaving: readonly unknown[],
  wanted: readonly RichPart[],
): number {
  const [first] = leaving;
  if (!(first instanceof Y.XmlText) || wanted.some(isText) || element.get(0) !== first) return 0;
  if (first.length > 0) first.delete(0, first.length);
  return 1;
}

function isPatchable(before: unknown, wanted: RichPart): boolean {
  if (isText(wanted)) return before instanceof Y.XmlText;
  return before instanceof Y.XmlElement && before.nodeName === wanted.name;
}

function patchPart(before: unknown, wanted: RichPart): void {
  if (isText(wanted)) {
    patchRuns(before as Y.XmlText, wanted);
    return;
  }
  const element = before as Y.XmlElement;
  setAttributes(element, wanted.attributes);
  patchParts(element, wanted.children);
}

function setAttributes(element: Y.XmlElement, wanted: RichElement['attributes']): void {
  const now = attributesOf(element);
  for (const name of managed) {
    if (now[name] === wanted[name]) continue;
    if (wanted[name] === undefined) element.removeAttribute(name);
    else setAttribute(element, name, wanted[name]);
  }
}

function patchRuns(text: Y.XmlText, wanted: readonly Run[]): void {
  const words = wanted.map((run) => run.text).join('');
  for (const { index, remove, insert } of diffTexts(textOf(text), words).toReversed()) {
    if (remove > 0) text.delete(index, remove);
    if (insert) text.insert(index, insert);
  }
  let at = 0;
  const formats = wanted.map((run) => {
    const from = at;
    at += run.text.length;
    return { from, to: at, format: run.format };
  });
  at = 0;
  for (const { insert, attributes } of text.toDelta() as Delta[]) {
    const length = typeof insert === 'string' ? insert.length : 1;
    const from = at;
    const to = at + length;
    at = to;
    for (const each of formats) {
      const start = Math.max(from, each.from);
      const end = Math.min(to, each.to);
      if (start < end && formatOf(attributes) !== each.format) {
        text.format(start, end - start, { p: withFormat(attributes?.p, each.format) });
      }
    }
  }
}

function withFormat(before: unknown, format: number): Record<string, unknown> | null {
  const { __format: _, ...others } = (before ?? {}) as Record<string, unknown>;
  const after = format === 0 ? others : { ...others, __format: format };
  return Object.keys(after).length > 0 ? after : null;
}

/** As the binding of the text editor writes them. */
function makePart(part: RichPart): Y.XmlElement | Y.XmlText {
  if (isText(part)) {
    const text = new Y.XmlText();
    text.applyDelta(
      part.map(({ text: insert, format }, index) => ({
        insert,
        // `i` keeps texts apart that would otherwise become one.
        attributes: { ...(format !== 0 && { p: { __format: format } }), ...(index > 0 && { i: index }) },
      })),
    );
    return text;
  }
  const element = new Y.XmlElement(part.name);
  for (const [name, value] of Object.entries(part.attributes))
    if (value !== undefined) setAttribute(element, name, value);
  element.insert(0, part.children.map(makePart));
  return element;
}

const managed = ['s_kind', '__tag', '__listType', '__url', '__target', '__rel'] as const;

export interface Delta {
  readonly insert: unknown;
  readonly attributes?: { readonly p?: { readonly __format?: unknown }; readonly t?: unknown };
}

export function formatOf(attributes: Delta['attributes']): number {
  const format = attributes?.p?.__format;
  return typeof format === 'number' ? format : 0;
}

// An element's attributes may be of any JSON; its types know texts only.
export function attributesOf(element: Y.XmlElement): Readonly<Record<string, unknown>> {
  return element.getAttributes();
}

/** `h2` or `quote`; `undefined` for a paragraph. Texts of before have an element of its own for each. */
export function kindOfElement(element: Y.XmlElement): string | undefined {
  const { s_kind: kind, __tag: tag } = attributesOf(element);
  if (element.nodeName === 'quote') return 'quote';
  if (element.nodeName === 'heading') return typeof tag === 'string' ? tag : 'h1';
  return element.nodeName === 'paragraph' && typeof kind === 'string' ? kind : undefined;
}

function setAttribute(element: Y.XmlElement, name: string, value: string | number): void {
  element.setAttribute(name, value as string);
}

function textOf(text: Y.XmlText): string {
  return (text.toDelta() as Delta[])
    .map(({ insert }) => (typeof insert === 'string' ? insert : '\ufffc'))
    .join('');
}

function isText(part: RichPart): part is readonly Run[] {
  return Array.isArray(part);
}

// Two parts with one signature are shown alike: then there is nothing to change.

function signatureOf(part: unknown): string {
  if (part instanceof Y.XmlText) {
    return signatureOfRuns(
      (part.toDelta() as Delta[]).map(({ insert, attributes }) => ({
        text: typeof insert === 'string' ? insert : '\ufffc',
        format: formatOf(attributes),
      })),
    );
  }
  if (!(part instanceof Y.XmlElement)) return '';
  const isOfBefore = part.nodeName === 'heading' || part.nodeName === 'quote';
  const attributes = isOfBefore ? { s_kind: kindOfElement(part) } : attributesOf(part);
  return signatureOfElement(
    isOfBefore ? 'paragraph' : part.nodeName,
    managed.map((name) => attributes[name]),
    part.toArray().map(signatureOf),
  );
}

function signatureOfPart(part: RichPart): string {
  if (isText(part)) return signatureOfRuns(part);
  return signatureOfElement(
    part.name,
    managed.map((name) => part.attributes[name]),
    part.children.map(signatureOfPart),
  );
}

function signatureOfElement(
  name: string,
  attributes: readonly unknown[],
  children: readonly string[],
): string {
  return JSON.stringify([
    name,
    attributes.map((each) => each ?? null),
    children.filter((each) => each !== '[]'),
  ]);
}

function signatureOfRuns(runs: readonly Run[]): string {
  const joined: (readonly [string, number])[] = [];
  for (const { text, format } of runs) {
    const last = joined.at(-1);
    const shown = text.replaceAll('\u00a0', ' ');
    if (last?.[1] === format) joined[joined.length - 1] = [last[0] + shown, format];
    else if (shown) joined.push([shown, format]);
  }
  return JSON.stringify(joined);
}

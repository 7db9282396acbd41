import type { AnyView } from '@vitrine/modules';
import type { AnyViewProps } from '@vitrine/modules/render';
import fc from 'fast-check';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { bareText, noteHtml } from './bare-text.ts';

const props = (shown: unknown) => () => ({ data: { shown } }) as unknown as AnyViewProps;
type Shown = { readonly data: { readonly shown: ReactNode } };

test('a view that shows only text gives the bytes React gives', () => {
  const view = ({ data }: Shown) => (
    <>
      Hello {data.shown}, {[data.shown, false]}
      {null}
    </>
  );
  expect(bareText(view, props('x'))).toBeUndefined();
  noteHtml(view, 'Hello');
  const anything = fc.oneof(fc.string(), fc.constantFrom(`"a" & 'b' <c>`), fc.integer(), fc.boolean());
  fc.assert(
    fc.property(anything, (shown) => {
      expect(bareText(view, props(shown))).toBe(renderToStaticMarkup(view(props(shown)())));
    }),
  );
});

test('a view that gives an element now, or uses hooks, is left to React', () => {
  const sometimes: AnyView = ({ data }: Shown) => (data.shown === 1 ? <b>one</b> : data.shown);
  noteHtml(sometimes, 'two');
  expect([bareText(sometimes, props(1)), bareText(sometimes, props('two'))]).toEqual([undefined, 'two']);
  const withHook: AnyView = ({ data }: Shown) => useState(data.shown)[0];
  noteHtml(withHook, 'two');
  expect(bareText(withHook, props('two'))).toBeUndefined();
  noteHtml(withHook, 'two');
  expect(bareText(withHook, props('two'))).toBeUndefined();
  const element: AnyView = () => <b>one</b>;
  noteHtml(element, '<b>one</b>');
  expect(bareText(element, props('two'))).toBeUndefined();
});

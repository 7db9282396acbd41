import { useId } from 'react';
import { expect, test } from 'vitest';
import type { AnyView, RegisteredModule } from '../registry.ts';
import { presetProps } from '../testing/preset-props.ts';
import { library } from '../testing-fixture/library.gen.ts';
import { renderInstance } from './render-instance.ts';
import { renderTogether } from './render-together.ts';

const teaser = (library as RegisteredModule[])[1]!;
const props = presetProps(teaser, teaser.presets[0]!, { id: 'n', locale: 'de', currency: 'EUR', slots: {} });

const Words = () => 'a < b & "c"';
const Nothing = () => null;
const Several = () => ['one', 2, <b key="b">three</b>];
const Pictures = () => (
  <p>
    <img src="/a.jpg" alt="" fetchPriority="high" />
    <img src="/b.jpg" alt="" />
  </p>
);
const Labelled = () => {
  const id = useId();
  return <label htmlFor={id}>Cups</label>;
};
const Titled = () => (
  <>
    <title>Cups</title>
    <p>Cups</p>
  </>
);
const Broken = () => {
  throw new Error('broken');
};

function together(...views: AnyView[]) {
  return renderTogether(views.map((view) => ({ view, props })));
}
function alone(...views: AnyView[]) {
  return views.map((view) => renderInstance({ registered: teaser, view, props }));
}

test('[MOD-16] Instances rendered together have the bytes they have alone', () => {
  const views = [teaser.view, Words, Nothing, Several, Pictures, Words, teaser.view, Pictures];
  expect(together(...views)).toEqual(alone(...views));
});

test('[MOD-16] A view whose identifiers say where it stands is left to be rendered alone, now and from then on', () => {
  const [words, several] = alone(Words, Several);
  expect(together(Words, Labelled, Several)).toEqual([words, undefined, several]);
  expect(together(Labelled, Several, Words)).toEqual([undefined, several, words]);
});

test('[MOD-16] When a view throws or has something for the head of the page, all are left to be rendered alone', () => {
  expect(together(Words, Broken, Several)).toEqual([undefined, undefined, undefined]);
  expect(together(Words, Titled)).toEqual([undefined, undefined]);
  expect(together(Words)).toEqual([undefined]);
});

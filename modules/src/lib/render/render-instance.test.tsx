import { expect, test } from 'vitest';
import type { RegisteredModule } from '../registry.ts';
import { presetProps } from '../testing/preset-props.ts';
import { renderPreset, renderPresetTree } from '../testing/render-preset.ts';
import { islands } from '../testing-fixture/islands.gen.ts';
import { library } from '../testing-fixture/library.gen.ts';
import { ModuleRenderError } from './module-render-error.ts';
import { renderFallback } from './render-fallback.ts';
import { renderInstance } from './render-instance.ts';

const [counter, teaser] = library as [RegisteredModule, RegisteredModule];

test('[MOD-17] A module without an island is the markup of its view and nothing else', () => {
  const html = renderPreset(teaser, 'Words', { locale: 'de' });
  expect(html).toMatch(
    /^<section class="teaser__teaser" aria-labelledby="teaser-title"><h2 id="teaser-title">Eine stille Küste<\/h2>/,
  );
  expect(html).toContain('<p>1 Punkt</p>');
  expect(html).toContain('<a href="/de/c/wool">Wool</a>');
  expect(html).not.toContain('<!--');
});

test('[MOD-17] An island is wrapped in the root it wakes up in, its ids begin with the id of its instance', () => {
  const html = renderPreset(counter, 'At two', { id: 'n1' });
  expect(html).toMatch(
    /^<vt-island id="n1" data-m="counter" data-wake="interaction"><div class="counter__counter">/,
  );
  expect(html).toMatch(/<label for="(_n1-[^"]+)">Cups<\/label><output id="\1">2<\/output>/);
});

test('[MOD-18] A slot holds the HTML of the modules in it, islands included', () => {
  const { html, islands } = renderPresetTree(teaser, teaser.presets[1]!, { library });
  expect(html).toContain('<vt-slot data-slot="content"><vt-island id="teaser-content-0"');
  expect(islands.map(({ id }) => id)).toEqual(['teaser-content-0']);
});

test('[MOD-16] The same props give the same bytes, in any order of rendering', () => {
  const first = renderPreset(counter, 'Default', { id: 'a' });
  renderPreset(teaser, 'Words');
  expect(renderPreset(counter, 'Default', { id: 'a' })).toBe(first);
});

test('[MOD-17] A picture on the first screen brings no preload link into the markup', () => {
  const image = { src: 'a/b c.svg', alt: 'A coast', width: 800, height: 600 };
  const view = () => <img src={image.src} alt={image.alt} fetchPriority="high" />;
  const props = presetProps(teaser, teaser.presets[0]!, {
    id: 'n',
    locale: 'en',
    currency: 'EUR',
    slots: {},
  });
  expect(renderInstance({ registered: teaser, view, props })).toMatch(/^<img /);
});

test("[MOD-17] A theme's view replaces the module's own", () => {
  const html = renderPreset(teaser, 'Words', {
    choose: () => ({ css: '', view: ({ config }) => <b>{config.title}</b> }),
  });
  expect(html).toBe('<b>A quiet coast</b>');
});

test('[MOD-19] A view that throws is named with its module and instance, and keeps the cause', () => {
  const cause = new Error('no lamp');
  const view = () => {
    throw cause;
  };
  const props = presetProps(teaser, teaser.presets[0]!, {
    id: 'n7',
    locale: 'en',
    currency: 'EUR',
    slots: {},
  });
  const render = () => renderInstance({ registered: teaser, view, props });
  expect(render).toThrow(ModuleRenderError);
  expect(render).toThrow('The view of module "teaser" threw while rendering instance "n7": no lamp');
  expect(render).toThrow(expect.objectContaining({ moduleId: 'teaser', instanceId: 'n7', cause }));
});

test('[MOD-19] A fallback is not seen, unless the module has words for it', () => {
  expect(renderFallback({ module: teaser.module, id: 'n1', locale: 'de' })).toBe(
    '<vt-fallback id="n1" data-m="teaser" data-state="fallback" hidden></vt-fallback>',
  );
  const module = { ...teaser.module, messages: { en: { fallback: 'Back <soon>' } } };
  expect(renderFallback({ module, id: 'n"1', locale: 'de', state: 'late' })).toBe(
    '<vt-fallback id="n&quot;1" data-m="teaser" data-state="late"><p role="status">Back &lt;soon&gt;</p></vt-fallback>',
  );
});

test('[MOD-22] Only islands have a view to fetch in the browser', async () => {
  expect(Object.keys(islands)).toEqual(['counter']);
  expect(await islands.counter!()).toBe(counter.view);
});

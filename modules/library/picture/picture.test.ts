import { checkModule, moduleById, renderPreset, renderPresetTree } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'picture');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'picture' })).toEqual([]);
});

test('a picture stands in a figure with its words, in the language of the page', () => {
  const html = renderPreset(module, 'Picture with words below', { locale: 'de' });
  expect(html).toContain('alt="Regale mit unglasierten Töpfen neben einem Fenster"');
  expect(html).toMatch(/<figcaption[^>]*>Die Seilerei über dem Hafen/);
});

test('a crop made for the shape is what is fetched', () => {
  const whole = module.presets[3]!;
  const image = whole.props.image as object;
  const crops = [{ ratio: 1, x: 0.1, y: 0.2, w: 0.5, h: 0.4 }];
  const { html } = renderPresetTree(module, {
    ...whole,
    props: { ...whole.props, image: { ...image, crops } },
  });
  expect(html).toContain('?crop=100.200.500.400');
});

test('a link is called by the picture in it, and by something when that is decoration without words', () => {
  expect(renderPreset(module, 'Upright, leads to the jug')).toMatch(
    /<a [^>]*href="\/p\/harbour-jug"[^>]*><img[^>]*alt="A chalk-white jug on a linen cloth"/,
  );
  expect(renderPreset(module, 'A link around decoration', { locale: 'de' })).toContain('alt="Ansehen"');
});

test('a link that opens another window does, and that cannot reach back', () => {
  const [preset] = module.presets;
  const link = { kind: 'url', href: 'https://guild.example', newTab: true };
  const { html } = renderPresetTree(module, { ...preset!, props: { ...preset!.props, link } });
  expect(html).toMatch(/<a [^>]*href="https:\/\/guild.example" target="_blank" rel="noopener">/);
  expect(renderPreset(module, 'Upright, leads to the jug')).not.toContain('target=');
});

test('what is on the first screen is fetched first, everything else late', () => {
  const preset = module.presets[0]!;
  const first = renderPresetTree(module, { ...preset, props: { ...preset.props, priority: true } });
  expect(first.html).toContain('fetchPriority="high"');
  expect(renderPreset(module, preset.name)).toContain('loading="lazy"');
});

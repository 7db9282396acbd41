import { resolveConfig } from '@vitrine/modules';
import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'video');
const strangers = (name: string) => {
  const preset = module.presets.find((each) => each.name === name)!;
  return module.module.strangers?.({
    config: resolveConfig(module.module, preset.props, { locale: 'en' }).config,
  });
};

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'video' })).toEqual([]);
});

test('a file is played by the browser, with captions in the language of the page, fetched when it is asked for', () => {
  const html = renderPreset(module, 'A file', { locale: 'de' });
  expect(html).toMatch(/<video [^>]*aria-label="Ein Becher entsteht auf der Scheibe"[^>]*preload="none"/);
  expect(html).toContain('poster="/_image/1280/demo/scene-workshop.svg"');
  expect(html).toMatch(
    /<track kind="captions" src="\/_media\/kiln-de\.vtt" srcLang="de" label="Untertitel" default=""\/>/i,
  );
  expect(html).not.toMatch(/autoplay/i);
  expect(strangers('A file')).toEqual({});
});

test('a film that plays by itself is silent, can be stopped, and has no source for who wants nothing to move', () => {
  const html = renderPreset(module, 'Plays by itself, edge to edge');
  const [moving, still] = html.match(/<video .*?<\/video>/gs)!;
  expect(moving).toMatch(/controls=""[^>]*autoplay=""[^>]*muted=""/i);
  expect(moving).toContain('media="(prefers-reduced-motion: no-preference)"');
  expect(still).not.toMatch(/autoplay|muted/i);
  expect(still).toContain('preload="none"');
});

test('of another host nothing is fetched before it is asked for, and only its own page lets it in', () => {
  const html = renderPreset(module, 'From YouTube', { locale: 'de' });
  expect(html).not.toMatch(/<iframe|src="https:/);
  expect(html).toMatch(/<button [^>]*aria-label="Abspielen: Ein Becher entsteht auf der Scheibe"/);
  expect(html).toContain('href="https://www.youtube.com/watch?v=aqz-KE-bpKQ"');
  expect(strangers('From YouTube')).toEqual({ frames: ['https://www.youtube-nocookie.com'] });
  expect(strangers('From Vimeo, without a picture')).toEqual({ frames: ['https://player.vimeo.com'] });
  expect(strangers('A file of another host')).toEqual({ films: ['https://films.example'] });
  expect(renderPreset(module, 'A file of another host')).toMatch(/<video (?!.*autoplay).*preload="none"/is);
});

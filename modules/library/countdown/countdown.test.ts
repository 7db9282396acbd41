import { checkModule, moduleById, renderPreset, renderPresetTree } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';
import { remainingTime } from './remaining-time.ts';

const module = moduleById(library, 'countdown');
const text = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'countdown' })).toEqual([]);
});

test('the server says what is left, and until when to whom the figures say nothing', () => {
  const html = renderPreset(module, 'With a button', { locale: 'de' });
  expect(text(html)).toContain('4 Tage 02 Stunden 39 Minuten 21 Sekunden');
  expect(html).toMatch(/<p [^>]*aria-hidden="true"/);
  expect(html).toMatch(
    /<time datetime="2029-12-31T18:00:00\+01:00">Bis Montag, 31. Dezember 2029 um 18:00<\/time>/i,
  );
  expect(html).not.toMatch(/aria-live|role="timer"/);
});

test('a button that opens another window does, and that cannot reach back', () => {
  const preset = module.presets.find(({ name }) => name === 'With a button')!;
  const link = { kind: 'url', href: 'https://guild.example', newTab: true };
  const { html } = renderPresetTree(module, { ...preset, props: { ...preset.props, link } });
  expect(html).toMatch(/<a [^>]*href="https:\/\/guild.example" target="_blank" rel="noopener">/);
});

test('when it is over, other words stand there or nothing', () => {
  expect(text(renderPreset(module, 'Over, with other words'))).toBe(
    ' It is over. The next one begins in July. ',
  );
  expect(renderPreset(module, 'Over and gone')).not.toContain('The sale');
});

test('a time zone that is none counts as not chosen', () => {
  const [preset] = module.presets;
  const { html } = renderPresetTree(module, {
    ...preset!,
    props: { ...preset!.props, timeZone: 'Moon/Base' },
  });
  expect(html).toMatch(/31 December 2029|December 31, 2029/);
  expect(html).toContain('6:00');
});

test('units are whole, the last second is one, and then it is over', () => {
  const second = 1000;
  const day = 86_400 * second;
  expect(remainingTime(day, 0)).toEqual({ days: 1, hours: 0, minutes: 0, seconds: 0 });
  expect(remainingTime(day, 1)).toEqual({ days: 1, hours: 0, minutes: 0, seconds: 0 });
  expect(remainingTime(day, second)).toEqual({ days: 0, hours: 23, minutes: 59, seconds: 59 });
  expect(remainingTime(day, day - 1)).toEqual({ days: 0, hours: 0, minutes: 0, seconds: 1 });
  expect(remainingTime(day, day)).toBeUndefined();
  expect(remainingTime(Number.NaN, 0)).toBeUndefined();
});

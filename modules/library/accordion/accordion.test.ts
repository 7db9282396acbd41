import { resolveConfig } from '@vitrine/modules';
import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'accordion');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'accordion' })).toEqual([]);
});

test('each question is a native disclosure, the first open where that is wanted', () => {
  const html = renderPreset(module, 'Questions shoppers ask', { locale: 'de' });
  expect(html.match(/<details /g)).toHaveLength(4);
  expect(html.match(/<details [^>]*open=""/g)).toHaveLength(1);
  expect(html).toMatch(/<summary[^>]*>Wie lange braucht ein Paket\?<\/summary>/);
  expect(html).not.toContain('name="');
});

test('where one is open at a time, the browser is told so by a name that is the instance’s own', () => {
  const html = renderPreset(module, 'One open at a time');
  expect(html.match(/<details [^>]*name="accordion-questions"/g)).toHaveLength(3);
  expect(renderPreset(module, 'Nothing yet')).toBe('');
});

test('machines are told the questions where that is wanted, in the language of the page', () => {
  const [asked, unasked] = module.presets.map(({ props }) =>
    module.module.structured?.({ config: resolveConfig(module.module, props, { locale: 'de' }).config }),
  );
  expect(asked).toMatchObject({
    '@type': 'FAQPage',
    mainEntity: { length: 4, 3: { '@type': 'Question', name: 'Und wenn ein Henkel bricht?' } },
  });
  expect(unasked).toBeUndefined();
});

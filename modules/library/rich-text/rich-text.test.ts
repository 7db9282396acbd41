import { checkModule, moduleById, renderPresetTree } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'rich-text');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'rich-text' })).toEqual([]);
});

test('formatting stays, code does not', () => {
  const preset = { name: 'bad', props: { body: '<p onclick="x()">a <em>b</em><script>1</script></p>' } };
  expect(renderPresetTree(module, preset).html).toContain('<p>a <em>b</em></p>');
});

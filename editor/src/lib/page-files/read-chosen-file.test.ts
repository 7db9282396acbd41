import { readPageFile, walk } from '@vitrine/content';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ModuleDescription } from '../app/backend.ts';
import { type ChosenFile, readChosenFile, UnreadableFileError } from './read-chosen-file.ts';

const field = (name: string, kind: string, details: object = {}) =>
  ({ name, kind, label: name, required: false, localised: false, responsive: false, details }) as never;
const module = (id: string, facts: Partial<ModuleDescription>): ModuleDescription => ({
  id,
  title: id,
  kind: 'section',
  version: 1,
  slots: {},
  fields: [],
  shapes: {},
  presets: [],
  ...facts,
});
const modules = [
  module('hero', {
    version: 3,
    fields: [
      field('title', 'text', { maxLength: 90 }),
      field('tone', 'select', { options: [{ value: 'plain' }, { value: 'accent' }] }),
      field('priority', 'boolean'),
      field('image', 'image'),
    ],
    slots: { content: { label: 'Content', allow: ['block'] } },
  }),
  module('columns', { version: 1 }),
  module('rich-text', { version: 2, fields: [field('body', 'richText')] }),
];

/** In a browser, scripts and styles go here; what else it does is shown where it is tested. */
const clean = (html: string) => html.replaceAll(/<script.*?<\/script>/gs, '').replaceAll(/\s+/g, ' ');
const read = (value: unknown, name = 'spring.json') =>
  readChosenFile(
    { name, text: typeof value === 'string' ? value : JSON.stringify(value) },
    { modules, clean },
  );
const nodesIn = ({ file }: ChosenFile) => {
  const parsed = readPageFile(file);
  if (parsed.kind === 'invalid') throw new Error(parsed.message);
  return parsed.file.document.nodes;
};
/** Modules with what they say, as lines. */
const outline = (chosen: ChosenFile) =>
  [...walk(nodesIn(chosen))].map(({ node, depth, slot }) => {
    const { original: _, ...props } = node.props;
    return `${'  '.repeat(depth)}${slot ? `${slot}: ` : ''}${node.type}@${node.v} ${JSON.stringify(props)}`;
  });

describe('a page of another builder', () => {
  test('[PAGEFILE-5] Puck: words, columns in slots and zones, a module called alike with what fits; the rest is kept', () => {
    const chosen = read({
      root: { props: { title: 'Spring' } },
      content: [
        {
          type: 'Hero',
          props: { id: 'Hero-1', title: 'Sea & salt', tone: 'loud', priority: true, image: 'x' },
        },
        { type: 'Heading', props: { id: 'h', text: 'New <here>', level: 2 } },
        { type: 'Text', props: { id: 't', text: 'One.\n\nTwo.' } },
        { type: 'Button', props: { id: 'b', label: 'Look', href: '/new' } },
        { type: 'Space', props: { id: 's', size: '24px' } },
        {
          type: 'Columns',
          props: {
            id: 'Columns-1',
            left: [{ type: 'Text', props: { id: 'l', text: 'Left' } }],
            right: [{ type: 'Countdown', props: { id: 'r', until: '2027-01-01' } }],
          },
        },
        { type: 'Columns', props: { id: 'Old-1' } },
      ],
      zones: {
        'Old-1:left': [{ type: 'Text', props: { id: 'z', text: 'In a zone' } }],
        'Old-1:right': [],
      },
    });
    expect(chosen).toMatchObject({ from: 'Puck', name: 'Spring', kind: 'page' });
    expect(outline(chosen)).toEqual([
      'hero@3 {"title":"Sea & salt","priority":true}',
      'rich-text@2 {"body":"<h2>New &lt;here&gt;</h2><p>One.</p><p>Two.</p><p><a href=\\"/new\\">Look</a></p>"}',
      'columns@1 {"split":"halves"}',
      '  first: rich-text@2 {"body":"<p>Left</p>"}',
      '  second: imported/Countdown@1 {}',
      'columns@1 {"split":"halves"}',
      '  first: rich-text@2 {"body":"<p>In a zone</p>"}',
    ]);
    expect(chosen.notes.join(' ')).toContain('no module for: Countdown');
    const countdown = [...walk(nodesIn(chosen))].find(({ node }) => node.type === 'imported/Countdown')!.node;
    expect(countdown).toMatchObject({
      name: 'Countdown',
      props: { original: { props: { until: '2027-01-01' } } },
    });
  });

  test('[PAGEFILE-5] Builder: all three places of children, languages, pictures; nothing of its code', () => {
    const element = (name: string | undefined, options: object, rest: object = {}) => ({
      '@type': '@builder.io/sdk:Element',
      ...(name && { component: { name, options } }),
      ...rest,
    });
    const localised = {
      '@type': '@builder.io/core:LocalizedValue',
      Default: '<p>Tea</p>',
      'de-DE': '<p>Tee</p>',
    };
    const chosen = read({
      results: [
        {
          name: 'Landing',
          data: {
            title: 'Tea shop',
            jsCode: 'alert(1)',
            blocks: [
              element(undefined, {}, { children: [element('Text', { text: localised })] }),
              element('Text', { text: '<h2>Both</h2>' }, { bindings: { a: 'state.x' } }),
              element('Columns', {
                columns: [1, 2, 3, 4].map((n) => ({ blocks: [element('Text', { text: `<p>${n}</p>` })] })),
              }),
              element('Image', { image: 'https://cdn.example/a.jpg' }),
              element('Tabs', { tabs: [element('Text', { text: '<p>In a tab</p>' })] }),
            ],
          },
        },
      ],
    });
    expect(outline(chosen)).toEqual([
      'rich-text@2 {"body":"<p>Tea</p><h2>Both</h2>","body@de-DE":"<p>Tee</p><h2>Both</h2>"}',
      'columns@1 {"split":"thirds"}',
      '  first: rich-text@2 {"body":"<p>1</p>"}',
      '  second: rich-text@2 {"body":"<p>2</p>"}',
      '  third: rich-text@2 {"body":"<p>3</p>"}',
      'columns@1 {"split":"halves"}',
      '  first: rich-text@2 {"body":"<p>4</p>"}',
      'imported/Picture@1 {}',
      'imported/Tabs@1 {}',
      'rich-text@2 {"body":"<p>In a tab</p>"}',
    ]);
    expect(chosen.name).toBe('Landing');
    expect(chosen.notes).toEqual([
      expect.stringContaining('no module for: Tabs'),
      expect.stringContaining('A picture lies elsewhere. Upload and choose again: https://cdn.example/a.jpg'),
      expect.stringContaining('never run'),
    ]);
  });

  test('[PAGEFILE-5] Shopify: sections and blocks in their order, without those that are switched off', () => {
    const chosen = read(
      `/* made by the theme editor */ ${JSON.stringify({
        sections: {
          b: {
            type: 'rich-text',
            blocks: {
              t: { type: 'text', settings: { text: '<p>Second</p>' } },
              h: { type: 'heading', settings: { heading: 'First' } },
            },
            block_order: ['h', 't'],
          },
          a: { type: 'newsletter', settings: { color_scheme: 'x' } },
          off: { type: 'heading', disabled: true, settings: { heading: 'Not shown' } },
        },
        order: ['b', 'off', 'a', 'missing'],
      })}`,
      'page.about.json',
    );
    expect(outline(chosen)).toEqual([
      'rich-text@2 {"body":"<h2>First</h2><p>Second</p>"}',
      'imported/newsletter@1 {}',
    ]);
    expect(chosen).toMatchObject({ from: 'Shopify', name: 'page.about' });
  });

  test('[PAGEFILE-5] WordPress: blocks within blocks, words of the classic editor, what was never closed', () => {
    const chosen = read(
      `<p>Classic</p>
<!-- wp:heading {"level":2} --><h2>Hello</h2><!-- /wp:heading -->
<!-- wp:group --><div><!-- wp:paragraph --><p>In a group</p><!-- /wp:paragraph --></div><!-- /wp:group -->
<!-- wp:columns --><div>
<!-- wp:column --><div><!-- wp:list --><ul><li>A</li></ul><!-- /wp:list --></div><!-- /wp:column -->
<!-- wp:column --><div><!-- wp:image {"id":7} --><figure><img class="x" src="https://a.example/p.png" alt=""/></figure><!-- /wp:image --></div><!-- /wp:column -->
</div><!-- /wp:columns -->
<!-- wp:acme/map {"zoom":3} /-->
<!-- wp:spacer --><div></div><!-- /wp:spacer -->
<!-- /wp:quote --><!-- wp:paragraph --><p>Never closed<script>alert(1)</script></p>`,
      'about us.html',
    );
    expect(outline(chosen)).toEqual([
      'rich-text@2 {"body":"<p>Classic</p><h2>Hello</h2><p>In a group</p>"}',
      'columns@1 {"split":"halves"}',
      '  first: rich-text@2 {"body":"<ul><li>A</li></ul>"}',
      '  second: imported/Picture@1 {}',
      'imported/acme-map@1 {}',
      'rich-text@2 {"body":"<p>Never closed</p>"}',
    ]);
    expect(chosen).toMatchObject({ from: 'WordPress', name: 'about us' });
  });

  test('[PAGEFILE-6] a file that begins thousands of blocks and ends none is read like any other', () => {
    const chosen = read(
      `<!-- wp:paragraph --><p>One</p><!-- /wp:paragraph -->${'<!-- wp:x {'.repeat(5_000)}`,
    );
    expect(outline(chosen)[0]).toContain('<p>One</p>');
  });

  test('[PAGEFILE-5] WordPress as its API answers it: by its title, from what was written', () => {
    const raw = '<!-- wp:heading --><h2>Hello</h2><!-- /wp:heading -->';
    const answer = { id: 7, title: { raw: 'Our story' }, content: { raw, rendered: '<h2>Hello</h2>' } };
    const chosen = read(answer, 'wp.json');
    expect(chosen).toMatchObject({ from: 'WordPress', name: 'Our story' });
    expect(outline(chosen)).toEqual(['rich-text@2 {"body":"<h2>Hello</h2>"}']);
    expect(outline(read({ content: { rendered: '<p>Only shown</p>' } }))).toEqual([
      'rich-text@2 {"body":"<p>Only shown</p>"}',
    ]);
  });

  test('[PAGEFILE-6] what a module called alike cannot take is told', () => {
    const chosen = read({
      content: [{ type: 'Hero', props: { title: 'Hi', description: 'Warm bowls', buttons: [{}], level: 2 } }],
    });
    expect(chosen.notes).toEqual([expect.stringMatching(/left out\. Hero: description, buttons$/)]);
  });

  test('[PAGEFILE-6] one of ours keeps its name and tells of its fragments', () => {
    const document = { schema: 1, id: 'p', kind: 'page', name: 'Tea', seo: {}, nodes: [] };
    expect(read({ vitrine: 1, document, fragments: [{}, {}] })).toEqual({
      from: 'Vitrine',
      name: 'Tea',
      kind: 'page',
      file: { vitrine: 1, document, fragments: [{}, {}] },
      notes: [expect.stringContaining('2 fragments')],
    });
    expect(() => read({ vitrine: 1, document: { ...document, kind: 'layout' } })).toThrow('a layout');
  });

  test('[PAGEFILE-6] whatever is in a file, it is read or refused in a sentence, and what is read has the right shape', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.json({ maxDepth: 4 }),
      fc
        .array(
          fc.constantFrom(
            '<!-- wp:columns -->',
            '<!-- wp:column {"a":1} -->',
            '<!-- /wp:columns -->',
            '<!-- /wp:column -->',
            '<p>x</p>',
            '<!-- wp:x/y /-->',
          ),
        )
        .map((parts) => parts.join('')),
      fc
        .array(
          fc.record({ type: fc.string(), props: fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })) }),
        )
        .map((content) => JSON.stringify({ content })),
      fc
        .array(
          fc.record({
            component: fc.record({
              name: fc.string(),
              options: fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })),
            }),
          }),
        )
        .map((blocks) => JSON.stringify({ data: { blocks } })),
    );
    fc.assert(
      fc.property(anything, (text) => {
        try {
          expect(Array.isArray(nodesIn(read(text)))).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableFileError);
          expect((error as Error).message).toMatch(/\S/);
        }
      }),
    );
  });
});

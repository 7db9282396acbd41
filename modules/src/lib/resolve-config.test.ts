import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defineModule } from './define-module.ts';
import { boolean } from './fields/boolean.ts';
import { image } from './fields/image.ts';
import { link } from './fields/link.ts';
import { list } from './fields/list.ts';
import { number } from './fields/number.ts';
import { object } from './fields/object.ts';
import { richText } from './fields/rich-text.ts';
import { select } from './fields/select.ts';
import { text } from './fields/text.ts';
import { resolveConfig } from './resolve-config.ts';
import { validateProps } from './validate-props.ts';

const panel = defineModule({
  id: 'panel',
  title: 'Panel',
  kind: 'section',
  version: 1,
  config: {
    title: text({ label: 'Title', maxLength: 20, required: true }),
    body: richText({ label: 'Text' }),
    tone: select({ label: 'Tone', options: { plain: 'Plain', loud: 'Loud' } }),
    padding: number({ label: 'Padding', responsive: true, min: 0, max: 8, default: 2 }),
    lead: text({ label: 'Lead', responsive: true }),
    image: image({ label: 'Picture' }),
    target: link({ label: 'Leads to', required: true, when: { field: 'clickable', is: [true] } }),
    clickable: boolean({ label: 'Can be clicked' }),
    slides: list({
      label: 'Slides',
      max: 2,
      of: object({
        label: 'Slide',
        fields: { title: text({ label: 'Title' }), link: link({ label: 'Link' }) },
      }),
    }),
    tags: list({ label: 'Tags', of: text({ label: 'Tag', maxLength: 5 }) }),
  },
});

const resolve = (props: Record<string, unknown>, locale = 'en', fallbackLocales: string[] = []) =>
  resolveConfig(panel, props, { locale, fallbackLocales });

test('[MOD-4] Nothing set: every setting has its default and nothing is wrong', () => {
  expect(resolve({})).toEqual({
    config: {
      title: '',
      body: '',
      tone: 'plain',
      padding: { base: 2 },
      lead: { base: '' },
      image: undefined,
      target: undefined,
      clickable: false,
      slides: [],
      tags: [],
    },
    problems: [],
  });
});

test('[MOD-5] A text is taken from the locale, its language, the fallbacks, then the value for all', () => {
  const props = { title: 'all', 'title@de': 'German', 'title@fr': 'French' };
  expect(resolve(props, 'de').config.title).toBe('German');
  expect(resolve(props, 'de-AT').config.title).toBe('German');
  expect(resolve(props, 'da', ['fr']).config.title).toBe('French');
  expect(resolve(props, 'da').config.title).toBe('all');
  expect(resolve({ 'title@de': 'German' }, 'en').config.title).toBe('');
});

test('[MOD-6] A responsive value holds upward; breakpoints that say nothing are absent', () => {
  expect(resolve({ padding: 1, 'padding@md': 4 }).config.padding).toEqual({ base: 1, md: 4 });
  expect(resolve({ 'padding@lg': 4 }).config.padding).toEqual({ base: 2, lg: 4 });
});

test('[MOD-6] All breakpoints of a localised setting come from one locale', () => {
  const props = { lead: 'long', 'lead@md': 'longer', 'lead@de': 'kurz', 'lead@fr@md': 'moyen' };
  expect(resolve(props, 'de').config.lead).toEqual({ base: 'kurz' });
  expect(resolve(props, 'fr').config.lead).toEqual({ base: 'long', md: 'moyen' });
  expect(resolve(props, 'en').config.lead).toEqual({ base: 'long', md: 'longer' });
});

test('[MOD-4] A wrong value becomes the default and is named with what was expected and what came', () => {
  const { config, problems } = resolve({
    tone: 'huge',
    'padding@sm': 99,
    image: { src: 'javascript:x' },
    target: 7,
  });
  expect(config).toMatchObject({
    tone: 'plain',
    padding: { base: 2, sm: 2 },
    image: undefined,
    target: undefined,
  });
  expect(problems.map((problem) => problem.path)).toEqual(['tone', 'padding@sm', 'image', 'target']);
  expect(problems[0]!.message).toBe(
    '"Tone (tone)" is "huge". Expected: one of plain, loud. The default is used instead.',
  );
  const expected = problems.map((problem) => /Expected: (.*)\. The/.exec(problem.message)?.[1]);
  const picture = 'src: a path below the image address or an https: address';
  expect(expected).toEqual(['one of plain, loud', 'at most 8', picture, 'a value of kind link']);
});

test('[MOD-9] A link that would run code is refused', () => {
  expect(resolve({ target: { kind: 'url', href: 'javascript:alert(1)' } }).config.target).toBeUndefined();
  expect(resolve({ target: { kind: 'page', path: '//evil.example' } }).config.target).toBeUndefined();
  expect(resolve({ target: { kind: 'url', href: 'https://example.com' } }).config.target).toEqual({
    kind: 'url',
    href: 'https://example.com',
  });
});

test('[MOD-7] Items of a list resolve one by one: localised inside, unusable ones left out, too many cut off', () => {
  const { config, problems } = resolve(
    {
      slides: [{ title: 'a', 'title@de': 'ä' }, 3, { title: 'b', link: { kind: 'nowhere' } }, { title: 'c' }],
      tags: ['ok', 'too long'],
    },
    'de',
  );
  expect(config.slides).toEqual([
    { title: 'ä', link: undefined },
    { title: 'b', link: undefined },
  ]);
  expect(config.tags).toEqual(['ok']);
  expect(problems.map((problem) => problem.path)).toEqual(['slides.1', 'slides.2.link', 'slides', 'tags.1']);
});

test('[MOD-8] Rich text reaches the view without what may not be in it, and says so', () => {
  const { config, problems } = resolve({ body: '<p onclick="x()">a<script>b</script></p>' });
  expect(config.body).toBe('<p>a</p>');
  expect(problems).toEqual([
    {
      code: 'unsafe-html',
      path: 'body',
      message: 'Rich text may not hold onclick, <script>; it was taken out of "body".',
    },
  ]);
});

test('[MOD-5] Values of experiment arms are not the value', () => {
  expect(resolve({ title: 'a', 'title#b': 'b' }).config.title).toBe('a');
});

test('[MOD-4] Whatever the props are, resolving answers with the right types and never throws', () => {
  const keys = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'title',
      'title@de',
      'padding@sm',
      'slides',
      'image',
      'target',
      'body',
      'tags',
      '__proto__',
      'constructor',
      '@',
      '#',
    ),
  );
  fc.assert(
    fc.property(
      fc.dictionary(keys, fc.jsonValue() as fc.Arbitrary<unknown>),
      fc.string(),
      (props, locale) => {
        const { config } = resolve(props, locale);
        expect(typeof config.title).toBe('string');
        expect(['plain', 'loud']).toContain(config.tone);
        expect(typeof config.padding.base).toBe('number');
        expect(Array.isArray(config.slides)).toBe(true);
        expect(config.body).not.toMatch(/<script/i);
        expect(Array.isArray(validateProps(panel, props))).toBe(true);
      },
    ),
  );
});

test('[MOD-10] Checking for publication looks at every variant', () => {
  const problems = validateProps(panel, {
    'title@de': 'This is far too long for a title',
    tone: 'plain',
    'tone@de': 'loud',
    'clickable@sm': true,
    colour: 'red',
    slides: [{ title: 'a', wrong: 1 }],
    'body@de': '<iframe src=x></iframe>',
  });
  expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
    'invalid title@de',
    'unknown-variant tone@de',
    'unknown-variant clickable@sm',
    'unknown-setting colour',
    'unknown-setting slides.0.wrong',
    'unsafe-html body@de',
    'missing title',
  ]);
});

test('[MOD-10] What is said of a setting names it as its panel does', () => {
  const problems = validateProps(panel, {
    'title@de': 'This is far too long for a title',
    slides: [{ title: 3 }],
  });
  const named = problems.map(({ message }) => /^"([^"]*)"/.exec(message)?.[1]);
  expect(named).toEqual(['Title (de)', 'Slides › 1 › Title', 'Title']);
});

test('[MOD-10] A required setting matters only while it is shown', () => {
  const codes = (props: Record<string, unknown>) =>
    validateProps(panel, { title: 'a', ...props }).map(({ path }) => path);
  expect(codes({})).toEqual([]);
  expect(codes({ clickable: true })).toEqual(['target']);
  expect(codes({ clickable: true, target: { kind: 'page', path: '/' } })).toEqual([]);
});

test('[MOD-2] A default its own rules refuse is a mistake of the author and throws', () => {
  expect(() => number({ label: 'Columns', max: 4, default: 9 })).toThrow(
    /"Columns" has a default its own rules refuse: 9/,
  );
});

test('[MOD-25] The words of a picture are those of the language, its look is the same in all', () => {
  const photo = { src: 'pages/sofa.jpg', width: 800, height: 600, alt: 'A sofa', 'alt@de': 'Ein Sofa' };
  const inLocale = (locale: string) => resolve({ image: photo }, locale);
  expect(inLocale('de-AT')).toMatchObject({ config: { image: { alt: 'Ein Sofa' } }, problems: [] });
  expect(inLocale('fr').config.image).toEqual({ src: photo.src, width: 800, height: 600, alt: 'A sofa' });
  expect(resolve({ image: { ...photo, 'alt@de': 7 } }, 'de').config.image?.alt).toBe('A sofa');
});

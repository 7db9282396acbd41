import type { PropShapes } from '@vitrine/content';
import { makeNode } from '@vitrine/content/testing';
import { describe, expect, test } from 'vitest';
import { findLinks, linkFindings, pictureFindings } from './find-findings.ts';
import type { LinkState } from './link-target.ts';

const context = {
  locales: ['en', 'de'],
  shapes: (type: string): PropShapes =>
    type === 'text'
      ? { body: { kind: 'rich-text' }, title: { kind: 'text' } }
      : {
          title: { kind: 'text' },
          links: { kind: 'list', item: { kind: 'object', fields: { label: { kind: 'text' } } } },
        },
};
const page = (path: string) => ({ kind: 'page', path });
const picture = (alt: string) => ({ src: 'media/1', alt, width: 4, height: 3 });
const keys = (nodes: Parameters<typeof findLinks>[0]) =>
  findLinks(nodes, context).map(({ path, target, locale }) => [
    locale,
    path,
    'path' in target ? target.path : `${target.kind} ${target.slug}`,
  ]);

describe('links', () => {
  test('[CHECK-1] links are found in settings, items, formatted text and slots, not in what is hidden', () => {
    const hidden = makeNode('hero', {
      hidden: true,
      slots: { main: [makeNode('hero', { props: { a: page('/h') } })] },
    });
    expect(
      keys([
        makeNode('hero', { props: { links: [{ label: 'x', link: { kind: 'product', slug: 'mug' } }] } }),
        makeNode('columns', {
          slots: {
            left: [makeNode('text', { props: { body: '<p><a rel="x" href="/a?b=1&amp;c">a</a></p>' } })],
          },
        }),
        makeNode('hero', { props: { link: { kind: 'url', href: '/sale' }, title: '<a href="/no">' } }),
        makeNode('hero', { props: { link: { kind: 'url', href: 'https://other.example/' } } }),
        hidden,
      ]).filter(([locale]) => locale === 'en'),
    ).toEqual([
      ['en', 'links.0.link', 'product mug'],
      ['en', 'body', '/a?b=1&c'],
      ['en', 'link', '/sale'],
    ]);
  });

  test('[CHECK-2] a link holds in the locales that have none of their own', () => {
    const own = makeNode('hero', { props: { link: page('/about'), 'link@de': page('/ueber-uns') } });
    expect(keys([own])).toEqual([
      ['en', 'link', '/about'],
      ['de', 'link@de', '/ueber-uns'],
    ]);
    expect(keys([makeNode('hero', { props: { link: page('/about') } })])).toHaveLength(2);
  });

  test('[CHECK-9] what a page sets in a fragment is looked at by what it is, and stands with the fragment’s own words', () => {
    const use = makeNode('fragment', {
      props: {
        fragment: 'campaign',
        'in.hero.link': page('/gone'),
        'in.text.body': '<p><a href="/body">x</a></p>',
        'in.hero.title': 'Words',
        'in.hero.image': picture(''),
      },
    });
    expect(keys([use]).filter(([locale]) => locale === 'en')).toEqual([
      ['en', 'in.hero.link', '/gone'],
      ['en', 'in.text.body', '/body'],
    ]);
    expect(pictureFindings([use], context)).toEqual([]);
  });

  test('[CHECK-3] one that leads nowhere is an error; in a language it was not written for, or to a draft, a warning', () => {
    const states: Record<string, LinkState> = {
      'en page /gone': { kind: 'missing' },
      'de page /gone': { kind: 'missing' },
      'de page /english': { kind: 'missing' },
      'de page /falsch': { kind: 'missing' },
      'en page /soon': { kind: 'unpublished', id: 'soon', name: 'Soon' },
    };
    const nodes = [
      makeNode('hero', { id: 'a', props: { link: page('/gone') } }),
      makeNode('hero', { id: 'b', props: { link: page('/english') } }),
      makeNode('hero', { id: 'c', props: { link: page('/x'), 'link@de': page('/falsch') } }),
      makeNode('hero', { id: 'd', props: { link: page('/soon') } }),
    ];
    const found = linkFindings(findLinks(nodes, context), (key) => states[key], 'en');
    expect(found.map(({ node, path, severity }) => [node, path, severity])).toEqual([
      ['a', 'link', 'error'],
      ['b', 'link', 'warning'],
      ['c', 'link@de', 'error'],
      ['d', 'link', 'warning'],
    ]);
    expect(found[0]?.message).toContain('/gone leads nowhere');
    expect(found[3]?.message).toContain('“Soon”, which is not published');
  });
});

test('[CHECK-4] a picture without words is doubted where it stands alone, and a file name is no description', () => {
  const nodes = [
    makeNode('hero', { id: 'alone', props: { image: picture('') } }),
    makeNode('hero', { id: 'beside', props: { image: picture(' '), title: 'Winter' } }),
    makeNode('hero', { id: 'said', props: { image: picture('A harbour') } }),
    makeNode('hero', { id: 'file', props: { image: picture('IMG_0042.jpg'), title: 'Winter' } }),
    makeNode('hero', { id: 'none', props: { image: { src: 'x', width: 1, height: 1 } } }),
    makeNode('hero', {
      id: 'film',
      props: { film: { src: '/_media/x.mp4', title: 'A mug is thrown', poster: picture('') } },
    }),
  ];
  const found = pictureFindings(nodes, context);
  expect(found.map(({ node, severity }) => [node, severity])).toEqual([
    ['alone', 'warning'],
    ['file', 'warning'],
    ['none', 'warning'],
  ]);
});

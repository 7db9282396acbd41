import { describe, expect, test } from 'vitest';
import type { DocumentFacts } from '../../app/backend.ts';
import { pathProblem, slugOf, suggestPath } from './suggest-path.ts';

const page = (id: string, path: string, more: Partial<DocumentFacts> = {}): DocumentFacts => ({
  id,
  kind: 'page',
  name: id,
  paths: { 'online/en': path },
  position: 0,
  isChanged: false,
  ...more,
});

describe('addresses of new pages', () => {
  test('[ADDR-10] are made of the name, as the language spells it', () => {
    expect(slugOf('Über uns & mehr!', 'de')).toBe('ueber-uns-mehr');
    expect(slugOf('Über uns', 'en')).toBe('uber-uns');
    expect(slugOf('Straße', 'de-AT')).toBe('strasse');
    expect(slugOf("What’s new – it's 2026", 'en')).toBe('whats-new-its-2026');
    expect(slugOf('Café Zoë', 'fr')).toBe('cafe-zoe');
    expect(slugOf('秋のセール', 'ja')).toBe('秋のセール');
    expect(slugOf('हिन्दी', 'hi')).toBe('हिन्दी');
    expect(slugOf(' ??? ', 'en')).toBe('');
    expect(slugOf('x'.repeat(200), 'en')).toHaveLength(80);
  });

  test('[ADDR-11] stand below their parent’s and are free', () => {
    const list = [
      page('about', '/about'),
      page('team', '/about/team'),
      page('gone', '/sale', { trashedAt: 'x' }),
    ];
    const at = (name: string, parent?: DocumentFacts) =>
      suggestPath(list, { name, place: 'online/en', parent });
    expect(at('Team', list[0])).toBe('/about/team-2');
    expect(at('Jobs', list[0])).toBe('/about/jobs');
    expect(at('About')).toBe('/about-2');
    expect(at('Sale')).toBe('/sale');
    expect(at('Sale', page('home', '/'))).toBe('/sale');
    expect(at('')).toBe('');
    expect(suggestPath(list, { name: 'Über', place: 'online/de', parent: list[0] })).toBe('/ueber');
  });

  test('[ADDR-12] say what is wrong with them', () => {
    const list = [page('About us', '/about')];
    const problem = (path: string) => pathProblem(list, 'online/en', path);
    expect(problem('/About/')).toBe('This address belongs to “About us”.');
    expect(problem('about')).toContain('begins with /');
    expect(problem('/a b')).toContain('no spaces');
    expect([problem(''), problem('/new'), problem('/über')]).toEqual([undefined, undefined, undefined]);
  });
});

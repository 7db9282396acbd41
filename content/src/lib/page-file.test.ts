import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PageDocument } from './page.ts';
import { innermostFirst, pageFileText, readPageFile } from './page-file.ts';
import { arbitraryPage } from './testing/arbitrary-page.ts';
import { makeNode, makePage } from './testing/builders.ts';
import { fragmentsOf } from './walk.ts';

const use = (id: string, fragment: string) => makeNode('fragment', { id, props: { fragment } });
const fragment = (id: string, ...inner: string[]): PageDocument =>
  makePage({ id, kind: 'fragment', nodes: inner.map((each, index) => use(`u${index}`, each)) });

describe('a page as a file', () => {
  test('[FILE-1] what is written is read again as it was, and written again letter by letter', () => {
    fc.assert(
      fc.property(arbitraryPage(), fc.uniqueArray(fc.constantFrom('f1', 'f2', 'f3')), (document, ids) => {
        const file = { document, paths: { 'online/en': '/any' }, fragments: ids.map((id) => fragment(id)) };
        const text = pageFileText(file);
        const read = readPageFile(JSON.parse(text));
        expect(read).toEqual({ kind: 'ok', file });
        if (read.kind === 'ok') expect(pageFileText(read.file)).toBe(text);
      }),
    );
  });

  test('[FILE-2] every fragment comes after those it shows, each once, also when they hold each other', () => {
    const any = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 5 });
    fc.assert(
      fc.property(fc.record({ a: any, b: any, c: any, d: any, e: any }), (shows) => {
        const fragments = Object.entries(shows).map(([id, inner]) => fragment(id, ...inner));
        const ordered = innermostFirst(fragments);
        expect(ordered.toSorted((one, other) => (one.id < other.id ? -1 : 1))).toEqual(fragments);
        const reaches = (from: string, to: string, seen = new Set<string>()): boolean => {
          if (seen.has(from)) return false;
          seen.add(from);
          return shows[from as 'a'].some((next) => next === to || reaches(next, to, seen));
        };
        const places = new Map(ordered.map(({ id }, index) => [id, index]));
        for (const { id } of ordered)
          for (const inner of fragmentsOf(ordered[places.get(id)!]!))
            if (!reaches(inner, id)) expect(places.get(inner)).toBeLessThan(places.get(id)!);
      }),
    );
  });

  test('[FILE-3] what is no such file is refused with what was expected and what came', () => {
    const document = makePage();
    const messageOf = (value: unknown) => {
      const read = readPageFile(value);
      return read.kind === 'invalid' ? read.message : 'read';
    };
    expect(messageOf({ vitrine: 1, document })).toBe('read');
    expect(messageOf(null)).toContain('Expected a page saved as a file');
    expect(messageOf({ blocks: [] })).toContain('Expected a page saved as a file');
    expect(messageOf({ vitrine: 2, document })).toContain('newer version');
    expect(messageOf({ vitrine: 1, document: { ...document, kind: 'poem' } })).toContain('kind');
    expect(messageOf({ vitrine: 1, document, fragments: [document] })).toContain('is a page');
    expect(messageOf({ vitrine: 1, document, fragments: [{}] })).toContain('Fragment 1');
    expect(messageOf({ vitrine: 1, document, paths: { 'online/en': 7 } })).toContain('paths.online/en');
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalText } from './canonical.ts';
import { parsePageDocument } from './parse-document.ts';
import { documentVersion } from './server/document-version.ts';
import { arbitraryPage } from './testing/arbitrary-page.ts';
import { makeNode, makePage } from './testing/builders.ts';

function problemsOf(input: unknown): [string, string][] {
  const parsed = parsePageDocument(input);
  return parsed.kind === 'ok' ? [] : parsed.problems.map(({ code, path }) => [code, path]);
}

describe('a document from outside', () => {
  test('[DOC-1] comes through unchanged when it is right, as value and as canonical text', () => {
    fc.assert(
      fc.property(arbitraryPage(), (document) => {
        expect(parsePageDocument(document)).toEqual({ kind: 'ok', document });
        expect(parsePageDocument(JSON.parse(canonicalText(document)))).toEqual({ kind: 'ok', document });
      }),
    );
  });

  test('[DOC-2] has one text and version, whatever the order of its keys', () => {
    fc.assert(
      fc.property(arbitraryPage(), (document) => {
        const turned = JSON.parse(JSON.stringify(document), (_, value) =>
          typeof value === 'object' && value !== null && !Array.isArray(value)
            ? Object.fromEntries(Object.entries(value).reverse())
            : value,
        );
        expect(canonicalText(turned)).toBe(canonicalText(document));
        expect(documentVersion(turned)).toBe(documentVersion(document));
      }),
    );
    expect(documentVersion(makePage({ name: 'a' }))).not.toBe(documentVersion(makePage({ name: 'b' })));
    expect(documentVersion(makePage())).toMatch(/^[0-9a-f]{16}$/);
  });

  test('[DOC-3] is refused with the place of each fault', () => {
    const page = makePage();
    expect(problemsOf(undefined)).toEqual([['not-a-document', '']]);
    expect(problemsOf({ ...page, schema: 2 })).toEqual([['not-a-document', 'schema']]);
    expect(problemsOf({ ...page, extra: 1 })).toEqual([['not-a-document', '']]);
    expect(problemsOf({ ...page, nodes: [makeNode('hero', { id: 'a.b' })] })).toEqual([
      ['not-a-document', 'nodes.0.id'],
    ]);
    expect(problemsOf({ ...page, nodes: [makeNode('hero', { props: { 'title@@': 'x' } })] })).toEqual([
      ['not-a-document', 'nodes.0.props.title@@'],
    ]);
    expect(problemsOf({ ...page, nodes: [makeNode('hero', { props: { n: Number.NaN } })] })).toEqual([
      ['not-a-document', 'nodes.0.props.n'],
    ]);
    expect(problemsOf({ ...page, kind: 'template' })).toEqual([['not-a-document', 'composes']]);
    expect(problemsOf({ ...page, kind: 'layout', layout: 'main' })).toEqual([['not-a-document', 'layout']]);
  });

  test('[DOC-4] has each id once, wherever it stands', () => {
    const nested = makeNode('section', {
      slots: { main: [makeNode('hero'), makeNode('text', { id: 'hero' })] },
    });
    expect(problemsOf(makePage({ nodes: [nested] }))).toEqual([['duplicate-id', 'nodes.0.slots.main.1.id']]);
  });

  test('[DOC-5] that is far too deep is refused without exhausting the stack', () => {
    let deep: unknown = 'x';
    for (let level = 0; level < 100_000; level++) deep = [deep];
    expect(problemsOf({ ...makePage(), nodes: deep })).toEqual([['not-a-document', '']]);
  });

  test('[DOC-6] loses its empty slots, which mean nothing', () => {
    const parsed = parsePageDocument(makePage({ nodes: [makeNode('section', { slots: { main: [] } })] }));
    expect(parsed).toEqual({ kind: 'ok', document: makePage({ nodes: [makeNode('section')] }) });
  });

  test('[DOC-8] has its open settings sorted, each once, and plain names only', () => {
    const parse = (open: unknown) =>
      parsePageDocument({ ...makePage(), nodes: [{ ...makeNode('hero'), open }] });
    expect(parse(['title', 'in.1.text', 'title'])).toMatchObject({
      document: { nodes: [{ open: ['in.1.text', 'title'] }] },
    });
    expect(parse([])).toMatchObject({ document: { nodes: [makeNode('hero')] } });
    expect(JSON.stringify(parse([]))).not.toContain('open');
    for (const wrong of [['title@de'], ['a b'], 'title', [1]])
      expect([wrong, parse(wrong).kind]).toEqual([wrong, 'invalid']);
  });

  test('[DOC-7] may be anything at all, and is answered', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true }), (anything) => {
        expect(parsePageDocument(anything).kind).toBe('invalid');
      }),
    );
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { messageParts } from './message-parts.ts';

const ada = { id: 'user:ada', name: 'Ada' };
const adaLong = { id: 'user:lovelace', name: 'Ada Lovelace' };
const text = (parts: ReturnType<typeof messageParts>) => parts.map((part) => part.text).join('');

test('[COMMENT-11] a message is words, addresses and mentions, and all of it is there', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.webUrl(),
    fc.constantFrom(
      '@Ada',
      '@Ada Lovelace',
      '@',
      'javascript:alert(1)',
      '(https://a.example/b(c)).',
      'HTTPS://x',
      '\n',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const words = pieces.join(' ');
      const parts = messageParts(words, [ada, adaLong]);
      expect(text(parts)).toBe(words);
      for (const part of parts)
        if (part.kind === 'link') expect(new URL(part.href).protocol).toMatch(/^https?:$/);
      expect(parts.every((part) => part.text !== '')).toBe(true);
    }),
  );
});

test('[COMMENT-11] only http and https lead anywhere, and what ends a sentence is no part of an address', () => {
  const links = (words: string) =>
    messageParts(words, []).flatMap((part) => (part.kind === 'link' ? [part.text] : []));
  expect(links('See https://a.example/b, (http://c.example/d(e)) and https://f.example?')).toEqual([
    'https://a.example/b',
    'http://c.example/d(e)',
    'https://f.example',
  ]);
  expect(links(`https://a.example/b).)${'),'.repeat(1_500)}`)).toEqual(['https://a.example/b']);
  for (const words of [
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://a.example',
    'https://',
    'http:/a',
    '//a.example',
  ])
    expect([words, links(words)]).toEqual([words, []]);
});

test('[COMMENT-11] somebody is mentioned by their whole name, and nobody who was not', () => {
  const parts = messageParts('@Ada Lovelace, ask @Ada and @Bob', [ada, adaLong]);
  expect(messageParts('@Adam, mail@Ada.example', [ada])).toEqual([
    { kind: 'words', text: '@Adam, mail@Ada.example' },
  ]);
  expect(parts).toEqual([
    { kind: 'mention', text: '@Ada Lovelace', person: 'user:lovelace' },
    { kind: 'words', text: ', ask ' },
    { kind: 'mention', text: '@Ada', person: 'user:ada' },
    { kind: 'words', text: ' and @Bob' },
  ]);
});

import { expect, test } from 'vitest';
import { isSafeLink, isSafeMedia } from './safe-address.ts';

test.each([
  '/',
  '/c/lamps?page=2#top',
  '#top',
  '?page=2',
  'about',
  'https://example.com/a:b',
  'mailto:a@example.com',
  'tel:+491',
])('[MOD-9] A link may lead to %s', (address) => expect(isSafeLink(address)).toBe(true));

test.each([
  'javascript:alert(1)',
  'JAVASCRIPT:x',
  ' javascript:x',
  'java\tscript:x',
  'data:text/html,x',
  'file:///etc',
  'x&colon:y',
  '\u0000/',
])('[MOD-9] A link may not lead to %j', (address) => expect(isSafeLink(address)).toBe(false));

test.each(['demo/mug-01.svg', '/films/coast.mp4', 'https://images.example.com/a.jpg'])(
  '[MOD-9] A picture may come from %s',
  (address) => expect(isSafeMedia(address)).toBe(true),
);

test.each([
  '',
  '../secret',
  'demo/../../etc/passwd',
  'demo/%2e%2e/x',
  '//evil.example/x.svg',
  'http://x/y.png',
  'data:image/svg+xml,x',
  'a\\..\\b',
])('[MOD-9] A picture may not come from %j', (address) => expect(isSafeMedia(address)).toBe(false));

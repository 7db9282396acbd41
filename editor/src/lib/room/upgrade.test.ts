import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { isForRooms, isFromHere, toRequest } from './upgrade.ts';

const request = (url: string, headers: IncomingMessage['headers'] = {}) =>
  ({ url, headers }) as IncomingMessage;

test('[RIGHT-1] rooms are at one address, with or without a query', () => {
  expect(
    ['/editor/rooms', '/editor/rooms?x', '/editor/rooms/', '/editor'].map((url) => isForRooms(request(url))),
  ).toEqual([true, true, false, false]);
});

test('[RIGHT-1] a page of this shop has its host, or the one it has outside', () => {
  const from = (origin: string | undefined, publicUrl?: string) =>
    isFromHere(request('/editor/rooms', { host: '127.0.0.1:3000', origin }), publicUrl);
  expect(from('http://127.0.0.1:3000')).toBe(true);
  expect(from('https://shop.example')).toBe(false);
  expect(from('https://shop.example', 'https://shop.example')).toBe(true);
  expect(from('http://shop.example', 'https://shop.example')).toBe(false);
  expect(from('https://shop.example.evil.example', 'https://shop.example')).toBe(false);
  expect(from('null')).toBe(false);
  expect(from(undefined)).toBe(false);
});

test('[RIGHT-1] the session comes along', () => {
  expect(toRequest(request('/editor/rooms', { cookie: 'vt_staff=a' })).headers.get('cookie')).toBe(
    'vt_staff=a',
  );
});

import { expect, it } from 'vitest';
import { callerOf } from './caller-of.ts';

const behind = (headers: Record<string, string>, socket = '10.0.0.1') =>
  callerOf(new Headers(headers), { socket, trustProxy: true });

it('behind a proxy the caller is who the proxy says, not who the sender says', () => {
  expect(behind({ 'x-forwarded-for': '203.0.113.7' })).toBe('203.0.113.7');
  expect(behind({ 'x-forwarded-for': '1.2.3.4, 5.6.7.8, 203.0.113.7' })).toBe('203.0.113.7');
  expect(behind({ forwarded: 'for=1.2.3.4', 'x-forwarded-for': '203.0.113.7' })).toBe('203.0.113.7');
  expect(behind({ forwarded: 'for=1.2.3.4' })).toBe('10.0.0.1');
  expect(behind({})).toBe('10.0.0.1');
});

it('without a proxy nothing that is sent counts', () => {
  const headers = new Headers({ 'x-forwarded-for': '1.2.3.4', forwarded: 'for=1.2.3.4' });
  expect(callerOf(headers, { socket: '203.0.113.7', trustProxy: false })).toBe('203.0.113.7');
});

it('addresses of one IPv6 network are one caller', () => {
  const network = '2001:db8:0:7::/64';
  for (const address of ['2001:db8:0:7::1', '2001:DB8:0000:0007:ffff:1:2:3', '[2001:db8:0:7::9]:443'])
    expect(behind({ 'x-forwarded-for': address })).toBe(network);
  expect(behind({ 'x-forwarded-for': '2001:db8:0:8::1' })).not.toBe(network);
  expect(behind({ 'x-forwarded-for': '::1' })).toBe('0:0:0:0::/64');
  expect(behind({ 'x-forwarded-for': '::ffff:192.0.2.7' })).toBe('192.0.2.7');
});

import { describe, expect, test } from 'vitest';
import { isPublicAddress, requirePublicHost } from './public-address.ts';

describe('addresses that are written to', () => {
  test('[HOOK-16] those of the internet', () => {
    const open = [
      '1.1.1.1',
      '93.184.216.34',
      '172.15.255.255',
      '172.32.0.1',
      '2606:4700:4700::1111',
      '2a00::1',
    ];
    expect(open.filter((address) => !isPublicAddress(address))).toEqual([]);
  });

  test('[HOOK-16] none of this machine, its network, or reserved', () => {
    const closed = [
      ...['127.0.0.1', '127.8.8.8', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
      ...['169.254.169.254', '100.64.0.1', '198.18.0.1', '192.0.2.1', '224.0.0.1', '255.255.255.255'],
      ...[
        '::',
        '::1',
        'fe80::1',
        'fd00::1',
        'ff02::1',
        '::ffff:127.0.0.1',
        '::ffff:8.8.8.8',
        '64:ff9b::7f00:1',
      ],
      ...['2002:7f00:1::', '2001:db8::1', '2001:0:7f00:1::', 'fe80::1%eth0', 'localhost', ''],
    ];
    expect(closed.filter((address) => isPublicAddress(address))).toEqual([]);
  });

  test('[HOOK-16] however the host is written', () => {
    const written = [
      '127.1',
      '2130706433',
      '0x7f.0.0.1',
      '0177.0.0.1',
      '[::1]',
      '[::ffff:7f00:1]',
      '127.0.0.1.',
    ];
    expect(
      written.filter((host) => {
        try {
          requirePublicHost(new URL(`http://${host}/`));
          return true;
        } catch {
          return false;
        }
      }),
    ).toEqual([]);
    expect(() => requirePublicHost(new URL('https://example.com/'))).not.toThrow();
  });
});

import { describe, expect, test } from 'vitest';
import { covers } from './place.rules.ts';

describe('whether a place is in a territory', () => {
  test('[TAX-10] postal codes are compared as people may write them', () => {
    const edinburgh = { country: 'GB', postalCodes: [{ kind: 'prefix', prefix: 'EH' }] } as const;
    const codes = ['EH1 1YZ', 'eh11yz', ' EH1-1YZ', 'SW1A 1AA', '', undefined];
    expect(codes.map((postalCode) => covers(edinburgh, { country: 'gb', postalCode }))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
    const riga = { country: 'LV', postalCodes: [{ kind: 'range', from: 'LV-1001', to: 'LV-1084' }] } as const;
    const latvian = ['LV-1050', '1050', 'lv 1084', '1085'];
    expect(latvian.map((postalCode) => covers(riga, { country: 'LV', postalCode }))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  test('[TAX-23] regions that were kept as people wrote them are of their code', () => {
    const kept = { country: 'US', regions: ['California', 'us-ny'] };
    const regions = ['CA', 'california', 'NY', 'New York', 'TX', undefined];
    expect(regions.map((region) => covers(kept, { country: 'US', ...(region && { region }) }))).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(covers({ country: 'US', regions: ['CA'] }, { country: 'US', region: ' California ' })).toBe(true);
    expect(covers({ country: 'DE', regions: ['Bayern'] }, { country: 'DE', region: 'bayern' })).toBe(true);
  });

  test('[TAX-10] bounds of a range count over their own length', () => {
    const within = { country: 'US', postalCodes: [{ kind: 'range', from: '900', to: '9610' }] } as const;
    const codes = ['90001', '89999', '96109', '96199', '90401-1234'];
    expect(codes.map((postalCode) => covers(within, { country: 'US', postalCode }))).toEqual([
      true,
      false,
      true,
      false,
      true,
    ]);
  });
});

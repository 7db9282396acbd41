import { describe, expect, test } from 'vitest';
import { nextZoom } from './zoom.ts';

describe('zoom', () => {
  test('[VIEW-1] goes in steps, from whatever fits too', () => {
    expect([nextZoom(1, 1), nextZoom(1, -1)]).toEqual([1.25, 0.75]);
    expect([nextZoom(0.62, 1), nextZoom(0.62, -1)]).toEqual([0.75, 0.5]);
    expect(nextZoom(0.998, 1)).toBe(1.25);
  });

  test('[VIEW-1] ends at half and at double, and never turns back', () => {
    expect([nextZoom(2, 1), nextZoom(0.5, -1)]).toEqual([2, 0.5]);
    expect(nextZoom(0.3, -1)).toBe(0.3);
  });
});

import { expect, test } from 'vitest';
import { defineModule } from '../define-module.ts';
import { validateProps } from '../validate-props.ts';
import { timeZone } from './time-zone.ts';

const clock = defineModule({
  id: 'clock',
  title: 'Clock',
  kind: 'block',
  version: 1,
  config: { zone: timeZone({ label: 'Time zone' }) },
});

test('[MOD-29] a time zone is one that days can be written out in', () => {
  expect(clock.config.zone.default).toBe('Europe/Berlin');
  for (const zone of ['Europe/Berlin', 'America/New_York', 'UTC'])
    expect(validateProps(clock, { zone })).toEqual([]);
  for (const zone of ['Moon/Base', 'Berlin', 'Europe/Berlin '])
    expect(validateProps(clock, { zone })).toMatchObject([
      { path: 'zone', message: expect.stringContaining('such as Europe/Berlin') },
    ]);
});

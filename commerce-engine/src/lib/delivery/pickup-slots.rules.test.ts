import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PickupSlot, pickupSlots, type SlotQuestion, type SlotSetting } from './pickup-slots.rules.ts';

const setting = (changes: Partial<SlotSetting> = {}): SlotSetting => ({
  minLeadDays: 0,
  maxLeadDays: 1,
  interval: 60,
  capacity: 5,
  ...changes,
});
const question = (changes: Partial<SlotQuestion> = {}): SlotQuestion => ({
  openingHours: {
    monday: [{ from: '09:00', to: '18:00' }],
    tuesday: [
      { from: '10:30', to: '12:00' },
      { from: '14:00', to: '16:00' },
    ],
  },
  calendar: { timeZone: 'Europe/Berlin', holidays: [] },
  // A Monday, ten o'clock in Berlin.
  at: new Date('2026-11-23T09:00:00.000Z'),
  taken: {},
  ...changes,
});
/** Day and time as the slots begin in Berlin, in winter. */
const starts = (slots: readonly PickupSlot[]) =>
  slots.map(({ startsAt }) => new Date(Date.parse(startsAt) + 3_600_000).toISOString().slice(8, 16));

describe('slots for pickup', () => {
  test('[DELIV-9] slots lie on the grid of the interval, within opening and active hours', () => {
    expect(starts(pickupSlots(setting({ minLeadDays: 1 }), question()))).toEqual([
      '24T11:00',
      '24T14:00',
      '24T15:00',
    ]);
    const half = setting({ minLeadDays: 1, interval: 30, activeHours: { from: '10:00', to: '15:00' } });
    expect(starts(pickupSlots(half, question()))).toEqual([
      '24T10:30',
      '24T11:00',
      '24T11:30',
      '24T14:00',
      '24T14:30',
    ]);
    const [first] = pickupSlots(setting({ minLeadDays: 1, interval: 15 }), question());
    expect(first).toEqual({
      startsAt: '2026-11-24T09:30:00.000Z',
      endsAt: '2026-11-24T09:45:00.000Z',
      free: 5,
    });
  });

  test('[DELIV-9] a day without hours is closed, and so is a holiday; unknown hours are the active ones', () => {
    const week = pickupSlots(setting({ minLeadDays: 1, maxLeadDays: 6 }), question());
    expect(new Set(starts(week).map((start) => start.slice(0, 2)))).toEqual(new Set(['24']));
    const calendar = { timeZone: 'Europe/Berlin', holidays: ['2026-11-24'] };
    expect(pickupSlots(setting({ minLeadDays: 1 }), question({ calendar }))).toEqual([]);
    const hours = setting({ minLeadDays: 2, maxLeadDays: 2, activeHours: { from: '09:00', to: '11:00' } });
    expect(starts(pickupSlots(hours, question({ openingHours: undefined })))).toEqual([
      '25T09:00',
      '25T10:00',
    ]);
  });

  test('[DELIV-10] a lead below one day is hours, from one day on whole days, rounded up', () => {
    const firstOf = (minLeadDays: number) =>
      starts(pickupSlots(setting({ minLeadDays, maxLeadDays: 9 }), question()))[0];
    expect([0, 0.1, 0.25].map(firstOf)).toEqual(['23T10:00', '23T13:00', '23T16:00']);
    expect([0.99, 1, 1.1].map(firstOf)).toEqual(['24T11:00', '24T11:00', '30T09:00']);
    const lastOf = (maxLeadDays: number) => starts(pickupSlots(setting({ maxLeadDays }), question())).at(-1);
    expect([0.125, 0.25, 1, 7].map(lastOf)).toEqual(['23T13:00', '23T16:00', '24T15:00', '30T17:00']);
  });

  test('[DELIV-11] a slot says how many can still come, and goes when it is full', () => {
    const taken = {
      '2026-11-24T10:00:00.000Z': 5,
      '2026-11-24T13:00:00.000Z': 3,
      '2026-11-24T14:00:00.000Z': 7,
    };
    const slots = pickupSlots(setting({ minLeadDays: 1 }), question({ taken }));
    expect(slots.map(({ free }) => free)).toEqual([2]);
    expect(starts(slots)).toEqual(['24T14:00']);
  });

  test('[DELIV-12] the hour that is skipped has no slot, and no slot is there twice', () => {
    const night = setting({ maxLeadDays: 1, interval: 30, activeHours: { from: '01:00', to: '04:00' } });
    const asked = (at: string) =>
      pickupSlots(night, question({ openingHours: undefined, at: new Date(at) })).map(({ startsAt }) =>
        startsAt.slice(5, 16),
      );
    const spring = asked('2026-03-28T22:00:00Z').filter((start) => start.startsWith('03-29'));
    expect(spring).toEqual(['03-29T00:00', '03-29T00:30', '03-29T01:00', '03-29T01:30']);
    fc.assert(
      fc.property(
        fc.constantFrom(15, 30, 60),
        fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true }),
        fc.double({ min: 0, max: 3, noNaN: true }),
        (interval, at, minLeadDays) => {
          const wanted = setting({ interval: interval as 15, minLeadDays, maxLeadDays: 4 });
          const slots = pickupSlots(wanted, question({ at }));
          const times = slots.map(({ startsAt }) => startsAt);
          expect(times).toEqual([...new Set(times)].sort());
          expect(slots.every(({ startsAt }) => Date.parse(startsAt) >= at.getTime())).toBe(true);
        },
      ),
    );
  });
});

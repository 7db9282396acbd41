/** How regulars of the demo brand are thanked. Follows `ProgrammeInput` of the commerce engine. */
export const demoProgramme = {
  id: 'crew',
  name: { en: 'Ostrand Crew', de: 'Ostrand-Crew' },
  description: {
    en: 'Our thanks to everybody who comes back.',
    de: 'Unser Dank an alle, die wiederkommen.',
  },
  enrolment: 'automatic',
  earn: [
    { currency: 'EUR', points: 1, per: 100 },
    { currency: 'GBP', points: 1, per: 85 },
  ],
  bonuses: [
    { percent: 25, tiers: ['mate'] },
    { percent: 50, tiers: ['captain'] },
  ],
  redeem: [
    { currency: 'EUR', points: 25, amount: 100, least: 25 },
    { currency: 'GBP', points: 30, amount: 100, least: 30 },
  ],
  vesting: { from: 'handed-over', days: 14 },
  expiryDays: 730,
  tiers: [
    { id: 'deckhand', name: { en: 'Deckhand', de: 'Matrosin' }, from: 0 },
    { id: 'mate', name: { en: 'Mate', de: 'Steuerfrau' }, from: 250 },
    { id: 'captain', name: { en: 'Captain', de: 'Kapitänin' }, from: 750 },
  ],
  tierWindowDays: 365,
  joinPoints: 25,
} as const;

/** What shoppers call things that Ostrand calls otherwise. Both ways where both are common. */
export const demoSynonyms: { locale: string; word: string; also: string[] }[] = [
  // Each word as it is typed: a plural is another word here.
  ...['lampe', 'lampen', 'leuchte', 'leuchten'].map((word) => ({
    locale: 'de',
    word,
    also: ['leuchte', 'tischleuchte', 'stehleuchte', 'pendelleuchte'],
  })),
  ...['hängelampe', 'hängeleuchte', 'deckenlampe', 'deckenleuchte', 'pendellampe'].map((word) => ({
    locale: 'de',
    word,
    also: ['pendelleuchte'],
  })),
  { locale: 'de', word: 'tischlampe', also: ['tischleuchte'] },
  { locale: 'de', word: 'stehlampe', also: ['stehleuchte'] },
  { locale: 'de', word: 'pulli', also: ['pullover'] },
  { locale: 'de', word: 'tasse', also: ['becher'] },
  { locale: 'de', word: 'schal', also: ['tuch'] },
  { locale: 'de', word: 'geschenk', also: ['gift'] },
  ...['lamp', 'lamps', 'light', 'lights'].map((word) => ({ locale: 'en', word, also: ['lamp', 'pendant'] })),
  { locale: 'en', word: 'sweater', also: ['jumper'] },
  { locale: 'en', word: 'pullover', also: ['jumper'] },
  { locale: 'en', word: 'cup', also: ['mug'] },
  { locale: 'en', word: 'throw', also: ['blanket'] },
  { locale: 'en', word: 'hat', also: ['beanie'] },
  { locale: 'en', word: 'rucksack', also: ['pack', 'backpack'] },
  { locale: 'en', word: 'present', also: ['gift'] },
];

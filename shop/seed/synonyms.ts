/** What shoppers call things that Ostrand calls otherwise. Both ways where both are common. */
export const demoSynonyms: { locale: string; word: string; also: string[] }[] = [
  { locale: 'de', word: 'lampe', also: ['leuchte', 'tischleuchte', 'stehleuchte', 'hängeleuchte'] },
  { locale: 'de', word: 'lampen', also: ['leuchte', 'tischleuchte', 'stehleuchte', 'hängeleuchte'] },
  { locale: 'de', word: 'pulli', also: ['pullover'] },
  { locale: 'de', word: 'tasse', also: ['becher'] },
  { locale: 'de', word: 'schal', also: ['tuch'] },
  { locale: 'de', word: 'geschenk', also: ['gift'] },
  { locale: 'en', word: 'sweater', also: ['jumper'] },
  { locale: 'en', word: 'pullover', also: ['jumper'] },
  { locale: 'en', word: 'cup', also: ['mug'] },
  { locale: 'en', word: 'throw', also: ['blanket'] },
  { locale: 'en', word: 'hat', also: ['beanie'] },
  { locale: 'en', word: 'rucksack', also: ['pack', 'backpack'] },
  { locale: 'en', word: 'present', also: ['gift'] },
];

/** What stands in the bars of previews. `as` = as whom a page is shown, empty or beginning with a comma. */
const words = {
  en: {
    label: 'Preview',
    of: (name: string, as: string) => `“${name}” as its draft is now${as}.`,
    ofMoment: (name: string, moment: string, as: string) => `“${name}” as of ${moment}${as}.`,
    planned: (name: string, as: string) => `The shop with “${name}”, which is planned${as}.`,
    plannedAt: (name: string, moment: string, as: string) =>
      `The shop with “${name}”, planned for ${moment}${as}.`,
    visitors: (names: string) => `visitors of ${names}`,
    customers: (name: string) => `customers of “${name}”`,
    as: (who: string) => `, as ${who} see it`,
    quoted: (name: string) => `“${name}”`,
    ends: (moment: string) => `Ends ${moment}.`,
    page: (index: number, count: number) => `Page ${index} of ${count}`,
    next: (name: string) => `Next: ${name}`,
    start: 'A page of the shop',
    ended: 'This preview link has ended.',
    published: (name: string) => `“${name}” is no preview any more: it has gone live.`,
    cancelled: (name: string) => `“${name}” was cancelled, and this preview link has ended.`,
    left: (name: string) => `You have left the preview of “${name}”.`,
    back: 'Back to the preview',
    publicPage: 'This is the public page.',
    noPublicPage: 'There is no public page at this address.',
  },
  de: {
    label: 'Vorschau',
    of: (name: string, as: string) => `„${name}“, wie der Entwurf jetzt ist${as}.`,
    ofMoment: (name: string, moment: string, as: string) => `„${name}“ zum ${moment}${as}.`,
    planned: (name: string, as: string) => `Der Shop mit „${name}“, was geplant ist${as}.`,
    plannedAt: (name: string, moment: string, as: string) =>
      `Der Shop mit „${name}“, geplant für ${moment}${as}.`,
    visitors: (names: string) => `Besucher aus ${names}`,
    customers: (name: string) => `Kunden der Gruppe „${name}“`,
    as: (who: string) => `, so wie es ${who} sehen`,
    quoted: (name: string) => `„${name}“`,
    ends: (moment: string) => `Endet ${moment}.`,
    page: (index: number, count: number) => `Seite ${index} von ${count}`,
    next: (name: string) => `Weiter: ${name}`,
    start: 'Eine Seite des Shops',
    ended: 'Dieser Vorschau-Link gilt nicht mehr.',
    published: (name: string) => `„${name}“ ist keine Vorschau mehr: Es ist jetzt öffentlich.`,
    cancelled: (name: string) => `„${name}“ wurde abgesagt, und dieser Vorschau-Link gilt nicht mehr.`,
    left: (name: string) => `Sie haben die Vorschau von „${name}“ verlassen.`,
    back: 'Zurück zur Vorschau',
    publicPage: 'Das ist die öffentliche Seite.',
    noPublicPage: 'Unter dieser Adresse gibt es keine öffentliche Seite.',
  },
};

export type BarWords = (typeof words)['en'];

export function barWords(locale: string): BarWords {
  return locale.toLowerCase().split('-')[0] === 'de' ? words.de : words.en;
}

/** Links go to people anywhere, so the zone is said. */
export function momentWords(locale: string, moment: Date): string {
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
    timeZoneName: 'short',
  }).format(moment);
}

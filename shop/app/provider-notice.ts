import type { Notice } from '@vitrine/data-actions/server';

/** Why nobody was signed in by a provider. */
export type ProviderRefusal = 'denied' | 'try-over' | 'no-email' | 'unavailable';

const texts: Readonly<Record<'en' | 'de', Readonly<Record<ProviderRefusal, string>>>> = {
  en: {
    denied: 'You were not signed in. You can try another way.',
    'try-over': 'That took too long, or was begun in another browser. Please try again.',
    'no-email': 'We are told no verified email of yours there. Please sign in by a mailed link.',
    unavailable: 'We cannot sign you in there right now. Please try another way, or again in a moment.',
  },
  de: {
    denied: 'Sie wurden nicht angemeldet. Sie können es anders versuchen.',
    'try-over': 'Das hat zu lange gedauert oder begann in einem anderen Browser. Bitte noch einmal.',
    'no-email':
      'Von dort erfahren wir keine bestätigte E-Mail von Ihnen. Bitte melden Sie sich mit einem Link an.',
    unavailable:
      'Dort können wir Sie gerade nicht anmelden. Bitte versuchen Sie es anders oder gleich noch einmal.',
  },
};

export function providerNotice(why: ProviderRefusal, locale: string): Notice {
  return { tone: 'bad', text: texts[locale === 'de' ? 'de' : 'en'][why] };
}

/** What is said to whoever has come in. */
export function welcomeNotice(
  { name, wished }: { readonly name: string; readonly wished: boolean },
  locale: string,
): Notice {
  const hello = name && ` ${name}`;
  const text = locale === 'de' ? `Hallo${hello}, Sie sind angemeldet.` : `Hello${hello}, you are signed in.`;
  const list = locale === 'de' ? 'Steht auf Ihrem Merkzettel.' : 'It is on your wish list.';
  return { tone: 'good', text: wished ? `${text} ${list}` : text };
}

/** Of a path of the shop. */
export function localeOf(path: string): 'en' | 'de' {
  return /^\/de(\/|$|\?)/.test(path) ? 'de' : 'en';
}

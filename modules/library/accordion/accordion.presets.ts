import type { Preset } from '@vitrine/modules';

const items = [
  {
    question: 'How long does a parcel take?',
    'question@de': 'Wie lange braucht ein Paket?',
    answer:
      '<p>Two to four working days within the country, five to eight elsewhere. You get a message when it leaves the harbour and another when it is nearly there.</p>',
    'answer@de':
      '<p>Zwei bis vier Werktage im Land, fünf bis acht anderswo. Sie bekommen eine Nachricht, wenn es den Hafen verlässt, und noch eine kurz vor der Tür.</p>',
  },
  {
    question: 'May I send things back?',
    'question@de': 'Darf ich etwas zurückschicken?',
    answer:
      '<p>For sixty days, as long as it has not been used. Announce it in your account, print the label, and hand it in anywhere. <a href="/about">Our shops</a> take it as well.</p>',
    'answer@de':
      '<p>Sechzig Tage lang, solange es nicht benutzt wurde. Im Konto ankündigen, Aufkleber drucken, irgendwo abgeben. <a href="/about">Unsere Läden</a> nehmen es auch.</p>',
  },
  {
    question: 'Does stoneware survive the dishwasher?',
    'question@de': 'Verträgt Steinzeug die Spülmaschine?',
    answer:
      '<p>Yes, all of ours. Only these like to be washed by hand:</p><ul><li>everything with wood</li><li>blankets and knitwear, cold and lying flat</li></ul>',
    'answer@de':
      '<p>Ja, unseres immer. Nur diese waschen Sie besser von Hand:</p><ul><li>alles mit Holz</li><li>Decken und Strick, kalt und liegend getrocknet</li></ul>',
  },
  {
    question: 'What if a handle breaks?',
    'question@de': 'Und wenn ein Henkel bricht?',
    answer: '<p>Send us a photo. We mend it, or tell you honestly that it is time for a new one.</p>',
    'answer@de':
      '<p>Schicken Sie uns ein Foto. Wir reparieren ihn oder sagen ehrlich, dass es Zeit für einen neuen ist.</p>',
  },
];

export const presets: readonly Preset[] = [
  {
    name: 'Questions shoppers ask',
    props: { title: 'Good to know', 'title@de': 'Gut zu wissen', items, firstOpen: true, faq: true },
  },
  { name: 'One open at a time', props: { items: items.slice(0, 3), single: true } },
  { name: 'Nothing yet', isState: true, props: { title: 'Questions' } },
];

import type { PageDocument } from '@vitrine/content';
import { category, instance, scene } from './instance.ts';

export const aboutPage: PageDocument = {
  schema: 1,
  id: 'about',
  kind: 'page',
  name: 'About us',
  seo: {
    title: 'About us – Ostrand',
    'title@de': 'Über uns – Ostrand',
    description: 'A pottery, a ropewalk and three small shops on a northern coast.',
    'description@de': 'Eine Töpferei, eine Seilerei und drei kleine Läden an einer nördlichen Küste.',
    image: 'demo/scene-workshop.svg',
  },
  nodes: [
    instance('hero', 'hero', {
      eyebrow: 'About us',
      'eyebrow@de': 'Über uns',
      title: 'We began with one mug',
      'title@de': 'Angefangen haben wir mit einem Becher',
      text: 'Ingrid threw it in 1998 because the old one had broken. Then the neighbours wanted one, too.',
      'text@de':
        'Ingrid hat ihn 1998 gedreht, weil der alte zerbrochen war. Dann wollten die Nachbarn auch einen.',
      image: scene('workshop'),
      layout: 'stacked',
    }),
    instance(
      'story',
      'section',
      { width: 'text', room: 'wide' },
      {
        content: [
          instance('words', 'rich-text', {
            size: 'text',
            body: '<p>Today we are thirty-one people in a former ropewalk above the harbour. We make the stoneware, the candles and the small woodwork ourselves. Everything else comes from workshops we can reach by ferry and have drunk coffee in: a weaving mill, a foundry, two knitting rooms and a glassworks.</p><p>We sell what we would put on our own shelf. When something turns out wrong, we say so, reduce it and make it better. And we mend: last year 640 handles, seams, wicks and buckles, most of them for nothing.</p><h2>Three promises</h2><ul><li>Every thing says what it is made of, where and by whom.</li><li>Nothing is made to be replaced. Spare parts can be had for ten years at least.</li><li>Whoever writes to us is answered by a person who has held the thing in their hands.</li></ul>',
            'body@de':
              '<p>Heute sind wir einunddreißig Leute in einer früheren Seilerei über dem Hafen. Steinzeug, Kerzen und die kleinen Holzarbeiten machen wir selbst. Alles andere kommt aus Werkstätten, die wir mit der Fähre erreichen und in denen wir schon Kaffee getrunken haben: eine Weberei, eine Gießerei, zwei Strickstuben und eine Glashütte.</p><p>Wir verkaufen, was wir uns selbst ins Regal stellen würden. Gerät etwas nicht, sagen wir es, setzen den Preis herunter und machen es besser. Und wir reparieren: letztes Jahr 640 Henkel, Nähte, Dochte und Schnallen, die meisten umsonst.</p><h2>Drei Versprechen</h2><ul><li>Bei jedem Ding steht, woraus es ist, woher es kommt und wer es gemacht hat.</li><li>Nichts ist dafür gemacht, ersetzt zu werden. Ersatzteile gibt es mindestens zehn Jahre lang.</li><li>Wer uns schreibt, bekommt Antwort von einem Menschen, der das Ding in der Hand hatte.</li></ul>',
          }),
        ],
      },
    ),
    instance('reader', 'quote', {
      words:
        'I sent back a pot without a lid and got it back with one, and a note saying they were sorry it had taken eleven years.',
      'words@de':
        'Ich habe eine Kanne ohne Deckel geschickt und mit Deckel zurückbekommen, dazu einen Zettel: Verzeihung, dass es elf Jahre gedauert hat.',
      who: 'Henrike B.',
      about: 'Writes to us about twice a year',
      'about@de': 'Schreibt uns etwa zweimal im Jahr',
      align: 'centre',
      tone: 'sunken',
    }),
    instance('stores', 'store-list', {
      title: 'Our shops',
      'title@de': 'Unsere Läden',
      stores: [
        {
          name: 'Ostrand Harbour',
          'name@de': 'Ostrand am Hafen',
          address: 'Am Alten Hafen 11\n24999 Ostrand',
          hours: 'Monday to Friday 10 am – 7 pm\nSaturday 10 am – 5 pm',
          'hours@de': 'Montag bis Freitag 10–19 Uhr\nSamstag 10–17 Uhr',
          phone: '+49 4630 555 011',
        },
        {
          name: 'Ostrand Old Town',
          'name@de': 'Ostrand Altstadt',
          address: 'Töpfergasse 4\n24987 Lindby',
          hours: 'Tuesday to Friday 10 am – 7 pm\nSaturday 10 am – 5 pm',
          'hours@de': 'Dienstag bis Freitag 10–19 Uhr\nSamstag 10–17 Uhr',
          phone: '+49 4630 555 012',
        },
        {
          name: 'Ostrand North',
          'name@de': 'Ostrand Nord',
          address: 'Leuchtturmweg 27\n24977 Nordholm',
          hours: 'Thursday and Friday 10 am – 7 pm\nSaturday 10 am – 5 pm, Sunday 11 am – 4 pm',
          'hours@de': 'Donnerstag und Freitag 10–19 Uhr\nSamstag 10–17 Uhr, Sonntag 11–16 Uhr',
          phone: '+49 4630 555 013',
        },
      ],
    }),
    instance(
      'asked',
      'section',
      { title: 'What we are often asked', 'title@de': 'Was wir oft gefragt werden', room: 'narrow' },
      {
        content: [
          instance('questions', 'accordion', {
            faq: true,
            items: [
              {
                question: 'May one watch at the pottery?',
                'question@de': 'Darf man in der Töpferei zuschauen?',
                answer:
                  '<p>On Saturdays from eleven, as long as the wheel is turning. Bring old clothes; it splashes further than one thinks.</p>',
                'answer@de':
                  '<p>Samstags ab elf, solange sich die Scheibe dreht. Ziehen Sie etwas Altes an; es spritzt weiter, als man denkt.</p>',
              },
              {
                question: 'Do you make things to order?',
                'question@de': 'Machen Sie auch Einzelstücke?',
                answer:
                  '<p>Between February and April, when the kiln has room. A dinner service takes about seven weeks. Write to us before you break the old one.</p>',
                'answer@de':
                  '<p>Zwischen Februar und April, wenn im Ofen Platz ist. Ein Service braucht etwa sieben Wochen. Schreiben Sie uns, bevor Sie das alte zerschlagen.</p>',
              },
              {
                question: 'What do you mend, and what does it cost?',
                'question@de': 'Was reparieren Sie, und was kostet das?',
                answer:
                  '<p>Anything we have ever sold. What broke by our fault costs nothing, however old it is; for the rest we name a price before we begin.</p>',
                'answer@de':
                  '<p>Alles, was wir je verkauft haben. Was durch unsere Schuld zerbrach, kostet nichts, egal wie alt es ist; beim Rest nennen wir vorher einen Preis.</p>',
              },
            ],
          }),
        ],
      },
    ),
    instance('next', 'category-tiles', {
      title: 'What we make',
      'title@de': 'Was wir machen',
      categories: ['tableware', 'candles', 'vases', 'boards-knives'],
      shape: 'square',
    }),
    instance('repair', 'hero', {
      title: 'Something broken?',
      'title@de': 'Etwas kaputt?',
      text: 'Send us a photo and two sentences. Ida answers within a day, usually with a plan.',
      'text@de':
        'Schicken Sie uns ein Foto und zwei Sätze. Ida antwortet innerhalb eines Tages, meistens mit einem Plan.',
      layout: 'stacked',
      tone: 'accent',
      level: 'h2',
      priority: false,
      link: { kind: 'url', href: 'mailto:mending@ostrand.example' },
      linkLabel: 'Write to the workshop',
      'linkLabel@de': 'An die Werkstatt schreiben',
      secondLink: category('home'),
      secondLabel: 'Or look around',
      'secondLabel@de': 'Oder stöbern',
    }),
  ],
};

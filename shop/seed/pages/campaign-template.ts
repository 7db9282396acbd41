import type { PageDocument, PageNode } from '@vitrine/content';
import { category, instance, page, scene } from './instance.ts';

/** What pages of campaigns stand in: people fill in the opening and the story, the rest is the same on all of them. */
export const campaignTemplate: PageDocument = {
  schema: 1,
  id: 'campaign',
  kind: 'fragment',
  name: 'Campaign page',
  seo: {},
  nodes: [
    {
      ...instance('opening', 'hero', {
        eyebrow: 'From the coast',
        'eyebrow@de': 'Von der Küste',
        title: 'Say in five words what it is about',
        'title@de': 'Worum geht es, in fünf Worten?',
        text: 'One or two sentences that make people want to read on.',
        'text@de': 'Ein, zwei Sätze, nach denen man weiterlesen will.',
        image: scene('headland'),
        layout: 'panel',
        link: category('home'),
        linkLabel: 'Have a look',
        'linkLabel@de': 'Ansehen',
      }),
      name: 'Opening',
      lock: true,
      open: ['eyebrow', 'image', 'link', 'linkLabel', 'text', 'title'],
    },
    {
      ...instance('story', 'outlet', {}, { content: [beginning()] }),
      name: 'The story',
    },
    {
      ...instance(
        'service',
        'section',
        { tone: 'sunken', room: 'narrow' },
        {
          content: [
            instance(
              'promises',
              'columns',
              { split: 'thirds' },
              {
                first: [
                  promise('delivery', {
                    en: '<h3>Sent from the coast</h3><p>We pack by hand, without plastic. What leaves on Monday is with you by Thursday.</p>',
                    de: '<h3>Von der Küste verschickt</h3><p>Von Hand verpackt, ohne Plastik. Was montags losgeht, ist bis Donnerstag bei Ihnen.</p>',
                  }),
                ],
                second: [
                  promise('returns', {
                    en: '<h3>Thirty days to think</h3><p>Live with it for a month. If it does not stay, send it back.</p>',
                    de: '<h3>Dreißig Tage Bedenkzeit</h3><p>Wohnen Sie einen Monat damit. Wenn es nicht bleibt, schicken Sie es zurück.</p>',
                  }),
                ],
                third: [
                  promise('repair', {
                    en: '<h3>We mend it</h3><p>If something breaks, write to us first. Most things can be put right.</p>',
                    de: '<h3>Wir reparieren</h3><p>Geht etwas kaputt, schreiben Sie uns zuerst. Das meiste lässt sich richten.</p>',
                  }),
                ],
              },
            ),
          ],
        },
      ),
      name: 'Service',
      lock: true,
    },
  ],
};

function beginning(): PageNode {
  return instance(
    'chapter',
    'section',
    {
      title: 'The first chapter',
      'title@de': 'Das erste Kapitel',
      width: 'text',
      link: page('/about'),
      linkLabel: 'Who we are',
      'linkLabel@de': 'Wer wir sind',
    },
    {
      content: [
        instance('words', 'rich-text', {
          body: '<p>Write here what the campaign is about, and add pictures and products below.</p>',
          'body@de':
            '<p>Schreiben Sie hier, worum es geht, und stellen Sie Bilder und Produkte darunter.</p>',
        }),
      ],
    },
  );
}

function promise(id: string, { en, de }: { en: string; de: string }): PageNode {
  return instance(id, 'rich-text', { body: en, 'body@de': de });
}

import type { Preset } from '@vitrine/modules';

export const presets: readonly Preset[] = [
  {
    name: 'Text',
    props: {
      body: '<h2>How we ship</h2><p>Parcels leave the warehouse within <strong>two working days</strong>. You get a message when yours is on its way, and another when it is <em>nearly there</em>.</p><ul><li>Free from 80 €</li><li>4.90 € below that</li><li><a href="/about">Send it back</a> within 60 days</li></ul><blockquote><p>The sea is in no hurry, and neither is the glaze.</p></blockquote><h3>Stores</h3><p>Anything can be brought back to a store, with or without the box.</p>',
    },
  },
  {
    name: 'Large',
    props: {
      body: '<p>We make few things and we make them for long. What breaks is mended; what cannot be mended comes back to us and becomes something else.</p>',
      'body@de':
        '<p>Wir machen wenige Dinge, und die für lange. Was zerbricht, wird geflickt; was nicht zu flicken ist, kommt zu uns zurück und wird etwas anderes.</p>',
      size: 'lead',
    },
  },
  {
    name: 'In the middle',
    props: { body: '<p>Made to be used.</p>', 'body@de': '<p>Zum Benutzen gemacht.</p>', align: 'centre' },
  },
];

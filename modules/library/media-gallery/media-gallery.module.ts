import { getProduct, getProductById } from '@vitrine/data-actions/library';
import { defineModule, product, select } from '@vitrine/modules';
import { z } from 'zod';

/** The pictures of a product: those of the colour on show. To be swiped on a phone. */
export const mediaGallery = defineModule({
  id: 'media-gallery',
  title: 'Product pictures',
  kind: 'block',
  version: 1,
  subjects: ['product'],
  critical: true,
  config: {
    product: product({ label: 'Product', help: "None: the page's own." }),
    layout: select({
      label: 'Layout',
      group: 'Look',
      options: { mosaic: 'Mosaic', strip: 'One large, to swipe' },
    }),
  },
  query: z.object({
    /** Key of the colour on show. */
    colour: z.string().max(80).optional(),
    /** Id of the variant on show. */
    variant: z.string().max(80).optional(),
  }),
  data: ({ config, subject, need }) => ({
    product: config.product
      ? need(getProductById, { id: config.product })
      : need(getProduct, { slug: subject.slug ?? '' }).orNotFound(),
  }),
  messages: {
    en: { label: 'Pictures of {name}', position: 'Picture {at} of {count}', 'no-picture': 'No picture yet' },
    de: { label: 'Bilder: {name}', position: 'Bild {at} von {count}', 'no-picture': 'Noch kein Bild' },
  },
});

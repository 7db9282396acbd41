import { isWished } from '@vitrine/data-actions/library';
import { defineHole, link } from '@vitrine/modules';

/** Puts the page's product on the wish list, or takes it off; guests are led to sign in. */
export const wishButton = defineHole({
  id: 'wish-button',
  title: 'Wish-list button',
  kind: 'block',
  version: 1,
  subjects: ['product'],
  config: {
    signIn: link({ label: 'Page to sign in', default: { kind: 'page', path: '/account/sign-in' } }),
  },
  // Only yes or no, so that its HTML is kept for all who have the same answer.
  data: ({ subject, need }) => ({ wished: need(isWished, { slug: subject.slug ?? '' }).optional() }),
  messages: {
    en: { add: 'Put on the wish list', remove: 'On your wish list', 'remove-it': 'Take off the wish list' },
    de: { add: 'Auf den Merkzettel', remove: 'Auf Ihrem Merkzettel', 'remove-it': 'Vom Merkzettel nehmen' },
  },
});

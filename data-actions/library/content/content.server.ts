import type { PageStore } from '@vitrine/content';
import { type Handler, handleAction } from '@vitrine/data-actions/server';
import { getFragment } from './get-fragment.action.ts';

export function contentAnswers(pages: PageStore): Handler[] {
  return [
    handleAction(getFragment, async (inputs) => {
      const found = await pages.published(inputs.map(({ id }) => id));
      return found.map((published) =>
        published?.document.kind === 'fragment' ? published.document : undefined,
      );
    }),
  ];
}

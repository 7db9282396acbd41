import type { CommerceClient } from '@vitrine/commerce-engine/client';
import { type Handler, handleAction } from '@vitrine/data-actions/server';
import { marketOf } from '../market-of.server.ts';
import { getCategoryTree } from './get-category-tree.action.ts';

export function navigationAnswers({ catalog }: CommerceClient): Handler[] {
  return [
    handleAction(getCategoryTree, async (inputs, { channel, locale }) => {
      const tree = await catalog.categoryTree(marketOf({ channel, locale }));
      return inputs.map(() => tree);
    }),
  ];
}

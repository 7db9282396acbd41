import { useState } from 'react';
import { goTo } from '../address/location.ts';
import { PageHead } from '../look/page-head.tsx';
import { kinds } from './effect-kinds.ts';
import { type Draft, PromotionForm } from './promotion-form.tsx';

/** A promotion that is begun. */
export function NewPromotionPage() {
  const [draft] = useState<Draft>(() => ({
    id: Math.random().toString(36).slice(2, 6),
    name: {},
    priority: 0,
    mode: 'compound',
    coupon: false,
    effect: kinds[0]!.begin,
  }));
  return (
    <>
      <PageHead title="A new promotion" back={{ to: '/promotions', label: 'Promotions' }} />
      <PromotionForm
        draft={draft}
        isNew
        onSaved={(id) => goTo(`/promotions/${encodeURIComponent(id)}`)}
        onCancel={() => goTo('/promotions')}
      />
    </>
  );
}

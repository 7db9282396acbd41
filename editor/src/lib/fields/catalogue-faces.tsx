import { IconCategory, IconFile } from '@tabler/icons-react';
import type { CategoryHit, PageHit, ProductHit } from './field-tools.tsx';
import type { HitFace } from './hit-view.tsx';

export function productFace({ id, slug, title, image, price }: ProductHit): HitFace {
  return { key: id, title, note: slug, aside: price, image };
}

/** For links, which keep slugs. */
export function productLinkFace(hit: ProductHit): HitFace {
  return { ...productFace(hit), key: hit.slug };
}

export function categoryFace({ slug, title, trail, image }: CategoryHit): HitFace {
  const icon = <IconCategory size={16} stroke={1.5} aria-hidden />;
  return { key: slug, title, note: trail ?? slug, image, icon };
}

export function pageFace({ path, title }: PageHit): HitFace {
  return { key: path, title, note: path, icon: <IconFile size={16} stroke={1.5} aria-hidden /> };
}

/** For a key whose hit is not known: being looked for, or gone. */
export function strangerFace(key: string, kind: 'looking' | 'done' | 'failed', noun: string): HitFace {
  if (kind === 'looking') return { key, title: key, note: 'Looking it up …' };
  if (kind === 'failed') return { key, title: key, note: 'The catalogue does not answer' };
  return { key, title: key, note: `There is no such ${noun} any more` };
}

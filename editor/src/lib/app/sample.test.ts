import { describe, expect, test } from 'vitest';
import { recallSample, rememberSample, type Sample, sampleAddress } from './sample.ts';

const mug: Sample = { kind: 'product', key: 'p1', slug: 'küche-mug', title: 'Mug' };

/** What a browser keeps. */
function storage() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

describe('what a template is shown with', () => {
  test('[AS-1] is found where the shop has things of its kind', () => {
    expect(sampleAddress(mug, { product: '/p/tide-mug', category: '/c/home' })).toBe('/p/küche-mug');
    expect(sampleAddress(mug, { category: '/c/home' })).toBeUndefined();
  });

  test('[AS-2] is remembered for each template', () => {
    const here = storage();
    rememberSample('product', mug, here);
    expect(recallSample('product', here)).toEqual(mug);
    expect(recallSample('category', here)).toBeUndefined();
    rememberSample('product', undefined, here);
    expect(recallSample('product', here)).toBeUndefined();
  });

  test('[AS-2] is the usual where nothing, or nothing that can be read, is remembered', () => {
    const refuse = () => {
      throw new Error('This browser keeps nothing.');
    };
    const closed = { getItem: refuse, setItem: refuse, removeItem: refuse };
    rememberSample('product', mug, closed);
    expect(recallSample('product', closed)).toBeUndefined();
    const here = storage();
    for (const text of [
      '{',
      'null',
      '7',
      '{"kind":"order","key":"1","slug":"1","title":"1"}',
      '{"kind":"product"}',
    ]) {
      here.kept.set('vitrine-sample product', text);
      expect(recallSample('product', here)).toBeUndefined();
    }
  });
});

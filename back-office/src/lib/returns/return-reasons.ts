import type { ReturnReason } from '@vitrine/commerce-engine/client';

const words: Readonly<Record<ReturnReason, string>> = {
  'changed-mind': 'Changed their mind',
  'does-not-fit': 'Does not fit',
  'not-as-described': 'Not as described',
  damaged: 'Damaged',
  'wrong-article': 'Wrong article',
  'too-late': 'Came too late',
  other: 'Another reason',
};

export function reasonInWords(reason: ReturnReason): string {
  return words[reason];
}

export const returnReasons = Object.entries(words).map(([value, label]) => ({ value, label }));

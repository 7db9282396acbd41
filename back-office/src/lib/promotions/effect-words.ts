import {
  type LineSelection,
  money,
  type PriceCut,
  type PromotionEffect,
  type Target,
} from '@vitrine/commerce-engine/client';
import { amount, number } from '../words/amount.ts';
import { pieces } from '../words/state.ts';

type NameOf = (target: Target) => string;

interface Words {
  readonly nameOf: NameOf;
  /** Of its amounts. */
  readonly currency: string;
  readonly variantName: (variantId: string) => string;
}

/** Every target an effect names, to look their names up. */
export function targetsOf(effect: PromotionEffect): Target[] {
  return selectionsOf(effect).flatMap(({ include, exclude = [] }) => [...include, ...exclude]);
}

function selectionsOf(effect: PromotionEffect): readonly LineSelection[] {
  if (effect.kind === 'mix-and-match') return effect.groups.map(({ lines }) => lines);
  if (effect.kind === 'buy-x-get-y') return [effect.buy.lines, effect.get.lines];
  return [effect.lines];
}

/** What a promotion gives, in a sentence. */
export function effectWords(effect: PromotionEffect, { nameOf, currency, variantName }: Words): string {
  const lines = (selection: LineSelection) => selectionWords(selection, nameOf);
  const cut = (each: PriceCut) => cutWords(each, currency);
  const sum = (minor: number) => amount(money(minor, currency));
  const most = (limit: number | undefined) => (limit === undefined ? '' : `, at most ${number(limit)} times`);
  switch (effect.kind) {
    case 'simple':
      return `${cut(effect.cut)} ${lines(effect.lines)}.`;
    case 'quantity':
      return `${effect.levels.map((level) => `From ${pieces(level.from)}: ${cut(level.cut)} each`).join('. ')}, of ${lines(effect.lines)}.`;
    case 'mix-and-match': {
      const groups = effect.groups
        .map((group) => `${pieces(group.quantity)} of ${lines(group.lines)}`)
        .join(' with ');
      return `${groups}: ${dealWords(effect.deal, cut, sum)}${most(effect.limit)}.`;
    }
    case 'buy-x-get-y':
      return `Who buys ${pieces(effect.buy.quantity)} of ${lines(effect.buy.lines)} gets ${pieces(effect.get.quantity)} of ${lines(effect.get.lines)} with ${cut(effect.get.cut)}${most(effect.limit)}.`;
    case 'threshold':
      return `${effect.tiers.map((tier) => `From ${sum(tier.from)}: ${cut(tier.cut)}`).join('. ')}, of ${lines(effect.lines)}.`;
    case 'shipping':
      return `${effect.tiers.map((tier) => `From ${sum(tier.from)}: ${percentWords(tier.basisPoints)} off delivery`).join('. ')}, counting ${lines(effect.lines)}.`;
    case 'tender':
      return `${effect.tiers.map((tier) => `From ${sum(tier.from)}: ${percentWords(tier.basisPoints)} off`).join('. ')} when paid with ${effect.tenders.join(' or ')}, of ${lines(effect.lines)}.`;
    case 'gift': {
      const wants = [
        effect.fromAmount === undefined ? '' : `for ${sum(effect.fromAmount)} or more`,
        effect.fromPieces === undefined ? '' : `of ${pieces(effect.fromPieces)} or more`,
      ].filter(Boolean);
      return `Who buys ${lines(effect.lines)} ${wants.join(', ')} gets ${number(effect.gift.quantity)} × ${variantName(effect.gift.variantId)} for free.`;
    }
  }
}

function selectionWords({ include, exclude = [] }: LineSelection, nameOf: NameOf): string {
  const meant = include.length === 0 ? 'nothing yet' : include.map(nameOf).join(', ');
  return exclude.length === 0 ? meant : `${meant} but not ${exclude.map(nameOf).join(', ')}`;
}

function cutWords(cut: PriceCut, currency: string): string {
  if (cut.kind === 'percent')
    return cut.basisPoints === 10_000 ? 'free' : `${percentWords(cut.basisPoints)} off`;
  const sum = amount(money(cut.amount, currency));
  return cut.kind === 'amount' ? `${sum} off` : `for ${sum}`;
}

function percentWords(basisPoints: number): string {
  return `${number(basisPoints / 100)} %`;
}

function dealWords(
  deal: Extract<PromotionEffect, { kind: 'mix-and-match' }>['deal'],
  cut: (each: PriceCut) => string,
  sum: (minor: number) => string,
): string {
  switch (deal.kind) {
    case 'price':
      return `together for ${sum(deal.amount)}`;
    case 'amount':
      return `${sum(deal.amount)} off`;
    case 'percent':
      return `${percentWords(deal.basisPoints)} off`;
    case 'cheapest':
      return `the cheapest ${deal.pieces === 1 ? 'one' : number(deal.pieces)} ${cut(deal.cut)}`;
    case 'per-group':
      return 'each group with its own discount';
  }
}

import type { Money } from '../money/money.rules.ts';

/** A part of an order that its location cannot send, nor anybody else just now. */
export interface StuckView {
  readonly orderId: string;
  readonly number: string;
  readonly locationId: string;
  /** ISO time. */
  readonly since: string;
}

export type ShipmentKind = 'parcel' | 'pickup';

/** `withdrawn`: everything in it was cancelled before it was handed over. */
export type ShipmentState = 'sent' | 'ready' | 'handed-over' | 'withdrawn';

export interface ShipmentView {
  readonly id: string;
  readonly orderId: string;
  readonly kind: ShipmentKind;
  readonly state: ShipmentState;
  readonly locationId: string;
  readonly carrier?: string;
  readonly tracking?: string;
  readonly lines: readonly { readonly lineId: string; readonly quantity: number }[];
  readonly madeAt: string;
  /** When it left the location. */
  readonly sentAt?: string;
}

/** A shipment as its shopper sees it. */
export interface ShopperShipmentView extends Omit<ShipmentView, 'orderId' | 'locationId'> {
  /** Of a pickup that is ready: what is shown at the counter. */
  readonly code?: string;
}

/** Pieces of a line that left together. */
export interface SentPieces {
  readonly lineId: string;
  readonly quantity: number;
  readonly at: Date;
}

/** Why pieces cannot be sent from there now. Nothing has changed. */
export type FulfilmentRefusal =
  | { readonly kind: 'no-order' }
  /** Only so many pieces of the line are still to be sent. */
  | { readonly kind: 'too-many'; readonly lineId: string; readonly open: number }
  /** The location holds only so many for the order. */
  | { readonly kind: 'not-there'; readonly variantId: string; readonly there: number }
  /** These lines reach the shopper in another way. */
  | { readonly kind: 'other-way'; readonly lineIds: readonly string[] }
  /** So much is not paid and not promised; goods leave before that only when it is said so. */
  | { readonly kind: 'not-paid'; readonly missing: Money }
  /** They go to different addresses or stores: make one shipment for each. */
  | { readonly kind: 'several-deliveries' };

export type ShipOutcome = { readonly kind: 'shipped'; readonly shipment: ShipmentView } | FulfilmentRefusal;

export type ReadyOutcome =
  | { readonly kind: 'ready'; readonly shipment: ShipmentView; readonly code: string }
  | FulfilmentRefusal;

export type HandOverOutcome =
  | { readonly kind: 'handed-over'; readonly shipment: ShipmentView }
  | { readonly kind: 'wrong-code' }
  /** There is no such pickup that waits for its shopper. */
  | { readonly kind: 'not-ready' }
  /** Everything in it was cancelled meanwhile. */
  | { readonly kind: 'nothing-left' }
  | FulfilmentRefusal;

export type RejectOutcome =
  | {
      readonly kind: 'moved';
      readonly parts: readonly {
        readonly variantId: string;
        readonly locationId: string;
        readonly quantity: number;
      }[];
    }
  /** The promise stays where it is; of these variants others have only so many. */
  | {
      readonly kind: 'nowhere-else';
      readonly short: readonly { readonly variantId: string; readonly free: number }[];
    }
  | FulfilmentRefusal;

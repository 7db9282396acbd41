import type { OpenAdditionView } from '../additions/additions.views.ts';
import type { ShopperShipmentView } from '../fulfilment/fulfilment.views.ts';
import type { Actor } from '../identity/identity.views.ts';
import type { InvoiceView, TransferView } from '../invoices/invoices.views.ts';
import type { OrderPointsView } from '../loyalty/loyalty.views.ts';
import type { AllowanceView, CancellationView, OrderView } from '../orders/orders.views.ts';
import type { ReturnableView, ShopperReturnView } from '../returns/returns.views.ts';

/** Who opens an order: its customer, or whoever has its key. */
export type OrderOpening = { readonly orderId: string } & (
  | { readonly actor: Actor & { kind: 'customer' } }
  | { readonly key: string }
);

/** What whoever knows an order's number and email sees of it: without the codes of pickups. */
export interface LookedUpOrder {
  readonly order: OrderView;
  readonly shipments: readonly ShopperShipmentView[];
}

/** What became of an order, for its shopper. */
export interface OrderProgressView {
  /** In the order they were made. */
  readonly shipments: readonly ShopperShipmentView[];
  readonly returns: readonly ShopperReturnView[];
  /** Lines of which something is out. */
  readonly returnable: readonly ReturnableView[];
  /** Money that came off for goods that stay, in the order in which it did. */
  readonly allowances: readonly AllowanceView[];
  /** In the order in which it was cancelled. */
  readonly cancellations: readonly CancellationView[];
  /** Goods that staff have offered with it and that wait to be paid. */
  readonly additions: readonly OpenAdditionView[];
  /** Absent = it earned none, or that is not settled yet. */
  readonly earned?: OrderPointsView;
  /** Invoice and credit notes in the order they were issued; none before goods left. */
  readonly documents: readonly InvoiceView[];
  /** What is still to be paid by bank transfer, and where to. Absent = nothing. */
  readonly transfer?: TransferView;
}

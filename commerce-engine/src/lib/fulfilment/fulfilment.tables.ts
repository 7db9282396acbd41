import type { ShipmentKind, ShipmentState } from './fulfilment.views.ts';

export interface FulfilmentTables {
  fulfilment_shipment: {
    id: string;
    order_id: string;
    kind: ShipmentKind;
    state: ShipmentState;
    location_id: string;
    carrier: string | null;
    tracking: string | null;
    made_at: Date;
    /** When it left the location. */
    sent_at: Date | null;
  };
  fulfilment_shipment_line: { shipment_id: string; line_id: string; quantity: number };
  /** Locations that could not send; append-only. */
  fulfilment_rejection: {
    id: string;
    order_id: string;
    variant_id: string;
    location_id: string;
    quantity: number;
    reason: string;
    actor: string;
    at: Date;
  };
  /** Parts of orders that their location could not send, nor any other; tried again. */
  fulfilment_stuck: {
    order_id: string;
    variant_id: string;
    location_id: string;
    quantity: number;
    since: Date;
    tried_at: Date;
  };
  /** Locations that differ from the rest: by default all send. */
  fulfilment_location: { location_id: string; ships: boolean };
}

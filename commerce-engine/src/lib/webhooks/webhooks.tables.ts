import type { ColumnType, Generated } from 'kysely';

type Time = ColumnType<Date, Date, Date>;
type MaybeTime = ColumnType<Date | null, Date | null, Date | null>;

export interface WebhooksTables {
  webhooks_endpoint: {
    id: string;
    url: string;
    description: string;
    /** Null = every public kind. */
    kinds: string[] | null;
    state: 'active' | 'disabled';
    /** Why it is disabled. */
    reason: string | null;
    /** When each secret was followed by the next: as many as there were secrets before the present one. */
    rotated_at: ColumnType<Date[], string, never>;
    /** Since when nothing was taken; null = the last try was taken, or there was none. */
    failing_since: MaybeTime;
    /** Somebody sends to it until then at most; null = nobody does. */
    busy_until: MaybeTime;
    /** `staff:<id>` or `system:<reason>`. */
    created_by: string;
    created_at: Time;
  };
  /** One event for one endpoint. */
  webhooks_delivery: {
    /** The order in which they are sent. */
    seq: Generated<number>;
    id: Generated<string>;
    endpoint_id: string;
    event_id: string;
    kind: string;
    payload: ColumnType<Readonly<Record<string, unknown>>, string, never>;
    event_at: Time;
    state: 'due' | 'done' | 'dead';
    /** Failed and successful ones since it was made or last replayed. */
    tries: number;
    /** When it is tried next; somebody who sends it has moved it on, so that it is due again when they die. */
    due_at: Time;
    last_status: number | null;
    /** The beginning of the last answer, or why there was none. */
    last_answer: string | null;
    last_tried_at: MaybeTime;
    created_at: Time;
  };
  /** One row: every transaction below this one has been relayed. */
  webhooks_position: {
    one: Generated<boolean>;
    /** `xid8`, as text. */
    xid: string;
  };
}

import type { Count } from '../count.ts';
/** Who is told, without any secret. */
export interface EndpointView {
  readonly id: string;
  readonly url: string;
  readonly description: string;
  readonly kinds: 'all' | readonly string[];
  readonly state: 'active' | 'disabled';
  /** Why it is disabled. */
  readonly reason?: string;
  /** ISO time since when it took nothing. */
  readonly failingSince?: string;
  /** ISO time until when messages are signed with the secret before this one too. */
  readonly oldSecretEnds?: string;
  readonly createdBy: string;
  readonly createdAt: string;
}

export interface DeliveryView {
  readonly id: string;
  readonly endpointId: string;
  /** What the endpoint gets as `webhook-id`. */
  readonly eventId: string;
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** ISO time of the event. */
  readonly at: string;
  readonly state: 'due' | 'done' | 'dead';
  readonly tries: number;
  /** ISO time of the next try; only while due. */
  readonly dueAt?: string;
  readonly lastTriedAt?: string;
  /** HTTP status of the last answer; absent when there was none. */
  readonly lastStatus?: number;
  /** The first kilobyte of the last answer, or why there was none. */
  readonly lastAnswer?: string;
}

export interface DeliveryPage {
  readonly deliveries: readonly DeliveryView[];
  /** Where the next page begins; absent on the last one. */
  readonly next?: string;
}

export interface EventKindView {
  readonly kind: string;
  readonly says: string;
  readonly example: Readonly<Record<string, unknown>>;
}

export type SaveEndpointOutcome =
  /** The secret is told this once. */
  | { readonly kind: 'created'; readonly endpoint: EndpointView; readonly secret: string }
  | { readonly kind: 'changed'; readonly endpoint: EndpointView }
  | { readonly kind: 'unknown-endpoint' };

export type RotateOutcome =
  /** The new secret is told this once; messages are signed with the old one too until then. */
  | { readonly kind: 'rotated'; readonly secret: string; readonly oldSecretEnds: string }
  | { readonly kind: 'unknown-endpoint' };

export type ReplayOutcome =
  /** How many deliveries will be sent, as soon as their endpoint is active. */
  | { readonly kind: 'replayed'; readonly deliveries: number }
  | { readonly kind: 'unknown-delivery' }
  | { readonly kind: 'unknown-endpoint' };

export type TestOutcome =
  | { readonly kind: 'tested'; readonly delivery: DeliveryView }
  | { readonly kind: 'unknown-endpoint' };

export interface WebhooksHealth {
  /** Deliveries given up within the last seven days. */
  readonly dead: Count;
  /** Endpoints that are sent nothing. */
  readonly disabled: number;
}

import type { DeliveryView, EndpointView } from '@vitrine/commerce-engine/client';
import { Tag } from '../look/tag.tsx';

/** Whether an endpoint is told anything. */
export function EndpointTag({ of: { state, failingSince } }: { of: EndpointView }) {
  if (state === 'disabled') return <Tag tone="bad">Switched off</Tag>;
  if (failingSince !== undefined) return <Tag tone="waits">Takes nothing</Tag>;
  return <Tag tone="good">Active</Tag>;
}

/** How far a delivery is. */
export function DeliveryTag({ of: { state, tries } }: { of: DeliveryView }) {
  if (state === 'done') return <Tag tone="good">Taken</Tag>;
  if (state === 'dead') return <Tag tone="bad">Given up</Tag>;
  return tries === 0 ? <Tag tone="new">To be sent</Tag> : <Tag tone="waits">Is tried again</Tag>;
}

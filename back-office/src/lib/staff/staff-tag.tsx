import type { StaffView } from '@vitrine/commerce-engine/client';
import { Tag } from '../look/tag.tsx';

/** Whether somebody can sign in. */
export function StaffTag({ of: { state } }: { of: Pick<StaffView, 'state'> }) {
  if (state === 'active') return <Tag tone="good">Active</Tag>;
  if (state === 'invited') return <Tag tone="waits">Invited</Tag>;
  return <Tag tone="quiet">Left</Tag>;
}

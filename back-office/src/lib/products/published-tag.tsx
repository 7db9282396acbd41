import type { StaffProductRow } from '@vitrine/commerce-engine/client';
import { Tag } from '../look/tag.tsx';

/** Whether shoppers can see it. */
export function PublishedTag({ of: { published } }: { of: Pick<StaffProductRow, 'published'> }) {
  return published ? <Tag tone="good">Published</Tag> : <Tag tone="quiet">Hidden</Tag>;
}

import { Tag } from '../look/tag.tsx';

/** Whether a programme is at work anywhere. */
export function ProgrammeTag({ isActive, holds }: { isActive: boolean; holds: readonly string[] }) {
  if (!isActive) return <Tag tone="quiet">Switched off</Tag>;
  return holds.length > 0 ? <Tag tone="good">Holds</Tag> : <Tag tone="waits">Holds nowhere</Tag>;
}

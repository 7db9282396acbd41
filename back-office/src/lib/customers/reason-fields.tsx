import { NativeSelect, TextInput } from '@mantine/core';
import type { ProblemAt } from '../asking/command-dialog.tsx';

/** Why somebody is given something, while it is written. */
export interface WrittenReason {
  readonly reason: string;
  readonly note: string;
}

/** Why a customer gets something, or loses it: a reason of the list, and words of one's own. */
export function ReasonFields({
  value,
  onChange,
  reasons,
  problemAt,
}: {
  value: WrittenReason;
  onChange: (value: WrittenReason) => void;
  reasons: readonly { readonly value: string; readonly label: string }[];
  problemAt: ProblemAt;
}) {
  return (
    <>
      <NativeSelect
        label="Reason"
        value={value.reason}
        onChange={(event) => onChange({ ...value, reason: event.currentTarget.value })}
        data={[...reasons]}
        error={problemAt('reason')}
      />
      <TextInput
        label="Note"
        description="The customer reads it."
        value={value.note}
        onChange={(event) => onChange({ ...value, note: event.currentTarget.value })}
        error={problemAt('note')}
        maxLength={500}
      />
    </>
  );
}

/** What is sent of it. */
export function reasonInput({ reason, note }: WrittenReason) {
  return { reason, ...(note.trim() && { note: note.trim() }) };
}

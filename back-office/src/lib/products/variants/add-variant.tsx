import { Button, Group, Select } from '@mantine/core';
import { type ChoicesDraft, missingCombinations, type VariantDraft } from './choices-draft.ts';

/** More would not be chosen from a list, nor added by one press unseen. */
const MOST = 100;

/** Ways to combinations that are not sold. */
export function AddVariant({
  draft,
  nameOf,
  onAdded,
}: {
  draft: ChoicesDraft;
  nameOf: (chosen: VariantDraft['chosen']) => string;
  onAdded: (combinations: readonly VariantDraft['chosen'][]) => void;
}) {
  const missing = missingCombinations(draft);
  if (missing.length === 0) return null;
  return (
    <Group gap="xs" mt="sm" align="end">
      <Select
        size="xs"
        aria-label="Add a combination"
        placeholder={`Add one of ${missing.length} more`}
        data={missing.map((chosen, at) => ({ value: String(at), label: nameOf(chosen) }))}
        searchable
        limit={MOST}
        value={null}
        onChange={(at) => {
          if (at !== null) onAdded([missing[Number(at)]!]);
        }}
      />
      {missing.length > 1 && missing.length <= MOST && (
        <Button size="compact-sm" variant="default" onClick={() => onAdded(missing)}>
          Add all {missing.length}
        </Button>
      )}
    </Group>
  );
}

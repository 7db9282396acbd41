import { Button, Group, Select } from '@mantine/core';
import { useLocales } from '../../shell/session.ts';
import { type ChoicesDraft, missingCombinations, type VariantDraft, valuesToCome } from './choices-draft.ts';
import { wordsOf } from './option-list.tsx';

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
  const locales = useLocales();
  const missing = missingCombinations(draft);
  if (missing.length === 0) return null;
  const toCome = valuesToCome(draft).filter(
    ({ combinations }) => combinations.length > 0 && combinations.length <= MOST,
  );
  const isAllOffered = toCome.some(({ combinations }) => combinations.length === missing.length);
  return (
    <Group gap="xs" mt="sm" align="end">
      {toCome.map(({ value, combinations }) => (
        <Button key={value.key} size="compact-sm" onClick={() => onAdded(combinations)}>
          Add {combinations.length === 1 ? 'the variant' : `the ${combinations.length} variants`} with{' '}
          {wordsOf(value.label, locales)}
        </Button>
      ))}
      <Select
        size="xs"
        aria-label="Add a combination"
        placeholder={`Add one of ${missing.length} more`}
        data={missing.map((chosen, at) => ({ value: String(at), label: nameOf(chosen) }))}
        searchable
        selectFirstOptionOnChange
        limit={MOST}
        value={null}
        onChange={(at) => {
          if (at !== null) onAdded([missing[Number(at)]!]);
        }}
      />
      {missing.length > 1 && missing.length <= MOST && !isAllOffered && (
        <Button size="compact-sm" variant="default" onClick={() => onAdded(missing)}>
          Add all {missing.length}
        </Button>
      )}
    </Group>
  );
}

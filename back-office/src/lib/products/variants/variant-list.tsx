import { Button, Group, Text, TextInput } from '@mantine/core';
import type { StaffProductView } from '@vitrine/commerce-engine/client';
import type { ProblemAt } from '../../asking/command-dialog.tsx';
import { MoveSteps } from '../../look/move-steps.tsx';
import { WholeField } from '../../look/whole-field.tsx';
import { useLocales } from '../../shell/session.ts';
import { AddVariant } from './add-variant.tsx';
import { type ChoicesDraft, isSame, type VariantDraft, variantDraft } from './choices-draft.ts';
import { EndedVariants } from './ended-variants.tsx';
import { MadeOf } from './made-of.tsx';
import { wordsOf } from './option-list.tsx';
import { OrderedIn } from './ordered-in.tsx';
import { NoPrice, useUnpriced } from './unpriced.tsx';
import css from './variants.module.css';

/** Which combinations are sold, and by which numbers they are known. */
export function VariantList({
  product,
  draft,
  onChange,
  problemAt,
}: {
  product: StaffProductView;
  draft: ChoicesDraft;
  onChange: (draft: ChoicesDraft) => void;
  problemAt: ProblemAt;
}) {
  const locales = useLocales();
  const isUnpriced = useUnpriced(product);
  const { options, variants } = draft;
  const known = [...product.onSale, ...product.ended];
  const left = known.filter(({ id }) => variants.every((each) => each.id !== id));
  const nameOf = (chosen: VariantDraft['chosen']) =>
    options
      .map(({ key, values }) => {
        const value = values.find((each) => each.key === chosen[key]);
        return value ? wordsOf(value.label, locales) : (chosen[key] ?? '');
      })
      .join(' · ') || product.name;
  const put = (at: number, change: Partial<VariantDraft>) =>
    onChange({ ...draft, variants: variants.with(at, { ...variants[at]!, ...change }) });
  /** What was sold before comes back as it was. */
  const add = (combinations: readonly VariantDraft['chosen'][]) =>
    onChange({
      ...draft,
      variants: [
        ...variants,
        ...combinations.map((chosen) => {
          const before = left.find((each) => isSame(each.chosen, chosen));
          return before ? variantDraft(before) : { chosen, sku: '', barcode: '', weight: null };
        }),
      ],
    });
  return (
    <div>
      <Text fw={600} size="sm" mb="xs">
        Variants on sale
      </Text>
      <div className={css.variantHead} aria-hidden>
        <span>Article number</span>
        <span>Barcode</span>
        <span>Weight</span>
      </div>
      <ol className={css.variants} aria-label="Variants on sale">
        {variants.map((variant, at) => {
          const name = nameOf(variant.chosen);
          return (
            <li key={variant.id ?? name}>
              <Text size="sm" fw={600} className={css.variantName}>
                {name}
                {variant.id === undefined && (
                  <Text span size="xs" c="dimmed">
                    {' '}
                    new
                  </Text>
                )}
                {isUnpriced(variant.id) && <NoPrice />}
              </Text>
              <TextInput
                size="xs"
                label="Article number"
                aria-label={`Article number of ${name}`}
                placeholder={variant.id === undefined ? 'made by itself' : undefined}
                value={variant.sku}
                onChange={(event) => put(at, { sku: event.currentTarget.value })}
                error={problemAt(`variants.${at}.sku`)}
                maxLength={200}
              />
              <TextInput
                size="xs"
                label="Barcode"
                aria-label={`Barcode of ${name}`}
                value={variant.barcode}
                onChange={(event) => put(at, { barcode: event.currentTarget.value })}
                error={problemAt(`variants.${at}.barcode`)}
                maxLength={100}
              />
              <WholeField
                size="xs"
                label="Weight"
                ariaLabel={`Weight of ${name} in grams`}
                suffix=" g"
                value={variant.weight ?? undefined}
                onChange={(weight) => put(at, { weight: weight ?? null })}
                error={problemAt(`variants.${at}.weight`)}
              />
              <Group gap={4} wrap="nowrap" className={css.steps}>
                <MoveSteps
                  name={name}
                  place={at}
                  count={variants.length}
                  onMove={(by) =>
                    onChange({ ...draft, variants: variants.toSpliced(at, 1).toSpliced(at + by, 0, variant) })
                  }
                />
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={variants.length === 1}
                  aria-label={`${variant.id === undefined ? 'Take out' : 'End sale of'} ${name}`}
                  onClick={() => onChange({ ...draft, variants: variants.toSpliced(at, 1) })}
                >
                  {variant.id === undefined ? 'Take out' : 'End sale'}
                </Button>
              </Group>
              <MadeOf
                of={variant}
                name={name}
                onChange={(components) => put(at, { components })}
                error={problemAt(`variants.${at}.components`)}
              />
              <OrderedIn
                of={variant.quantities ?? {}}
                name={name}
                onChange={(quantities) => put(at, { quantities })}
                error={problemAt(`variants.${at}.quantities`)}
              />
            </li>
          );
        })}
      </ol>
      {variants.length === 1 && (
        <Text size="xs" c="dimmed">
          The last one cannot be ended. To sell none of it, take away “Shoppers see it” under “Change the
          product”.
        </Text>
      )}
      <AddVariant draft={draft} nameOf={nameOf} onAdded={add} />
      <EndedVariants
        variants={left}
        isOnSale={({ id }) => product.onSale.some((each) => each.id === id)}
        nameOf={({ chosen, options: words, sku }) =>
          Object.keys(chosen).length === options.length ? nameOf(chosen) : words || sku
        }
        isPossible={({ chosen }) => Object.keys(chosen).length === options.length && fits(draft, chosen)}
        onBack={(variant) => add([variant.chosen])}
      />
    </div>
  );
}

/** Whether all its values are still there. */
function fits({ options }: ChoicesDraft, chosen: VariantDraft['chosen']): boolean {
  return options.every(({ key, values }) => values.some((value) => value.key === chosen[key]));
}

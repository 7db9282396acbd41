import { ActionIcon, Autocomplete, Group, Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { StaffAttributeView, StaffProductView } from '@vitrine/commerce-engine/client';
import { Link } from '../address/link.tsx';
import { api } from '../asking/ask.ts';
import { CommandForm } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { useAttributes, useAttributeValues } from '../attributes/use-attributes.ts';
import { Facts } from '../look/facts.tsx';
import { Empty } from '../look/page-head.tsx';
import { Section } from '../look/section.tsx';
import { useLocales, useMay } from '../shell/session.ts';
import { type LocalText, localName, withoutEmpty } from '../words/local-name.ts';
import css from './products.module.css';
import { type ChangeAnswer, toldChange } from './told-change.ts';
import { useDraft } from './use-draft.ts';

type Values = StaffProductView['attributes'];

/** What a product has of the attributes of the shop. */
export function ProductAttributes({ product }: { product: StaffProductView }) {
  const may = useMay();
  const attributes = useAttributes().data?.attributes ?? [];
  return may('catalog.write') ? (
    <Editing product={product} attributes={attributes} />
  ) : (
    <Looking product={product} attributes={attributes} />
  );
}

interface Shown {
  readonly product: StaffProductView;
  readonly attributes: readonly StaffAttributeView[];
}

function Looking({ product, attributes }: Shown) {
  const known = new Map(attributes.map((each) => [each.key, each]));
  return (
    <Section title="Attributes">
      {product.attributes.length === 0 && <Empty title="No attributes yet" isPart />}
      <Facts
        of={Object.fromEntries(
          product.attributes.map(({ key, value }) => [
            known.get(key)?.name ?? key,
            [localName(value), known.get(key)?.unit].filter(Boolean).join(' '),
          ]),
        )}
      />
    </Section>
  );
}

function Editing({ product, attributes }: Shown) {
  const draft = useDraft<Values>(product.attributes, product.version);
  const { value: values, set } = draft;
  const known = new Map(attributes.map((each) => [each.key, each]));
  const kept = new Map(product.attributes.map((each) => [each.key, each.value]));
  const input = {
    version: draft.version,
    attributes: Object.fromEntries(
      values
        .filter(({ value }) => Object.keys(withoutEmpty(value)).length > 0)
        // A language that was emptied is said to be empty: it would stay otherwise.
        .map(({ key, value }) => [key, kept.has(key) ? value : withoutEmpty(value)]),
    ),
  };
  const command = useCommand<typeof input, ChangeAnswer>({
    send: (body, options) => api.patch(`/products/${product.id}`, body, options),
    tells: (answer) => toldChange(answer, 'The attributes are saved.'),
    onDone: draft.settle,
  });
  const left = attributes.filter(({ key }) => values.every((each) => each.key !== key));
  return (
    <Section title="Attributes">
      <CommandForm
        {...{ command, input }}
        send="Save the attributes"
        isIncomplete={!draft.isChanged}
        isUnsaved={draft.isChanged}
        cancel="Undo"
        {...(draft.isChanged && { onCancel: draft.undo })}
      >
        {(problemAt) => (
          <>
            {values.length === 0 && (
              <Empty title="No attributes yet" isPart>
                {attributes.length === 0 ? (
                  <Link to="/attributes">Make some for the shop first.</Link>
                ) : (
                  'Choose one below: shoppers read it on the product’s page, and filter by it if it is a filter.'
                )}
              </Empty>
            )}
            {values.map(({ key, value }, at) => (
              <Group key={key} gap="xs" align="start" wrap="nowrap" className={css.attribute}>
                <ValueField
                  attribute={known.get(key)}
                  name={known.get(key)?.name ?? key}
                  value={value}
                  onChange={(changed) => set(values.with(at, { key, value: changed }))}
                  problemAt={(locale) =>
                    problemAt(`attributes.${key}.${locale}`) ?? problemAt(`attributes.${key}`)
                  }
                />
                <ActionIcon
                  variant="default"
                  mt={21}
                  size={36}
                  aria-label={`Take ${known.get(key)?.name ?? key} away`}
                  onClick={() => set(values.toSpliced(at, 1))}
                >
                  <IconX size={16} />
                </ActionIcon>
              </Group>
            ))}
            {left.length > 0 && (
              <Select
                label="Another attribute"
                placeholder="Choose one"
                data={left.map(({ key, name }) => ({ value: key, label: name }))}
                value={null}
                onChange={(key) => key && set([...values, { key, value: {} }])}
                searchable
                selectFirstOptionOnChange
                maw={320}
              />
            )}
            <Text size="xs" c="dimmed">
              What is left empty is not kept.
            </Text>
          </>
        )}
      </CommandForm>
    </Section>
  );
}

function ValueField({
  attribute,
  name,
  value,
  onChange,
  problemAt,
}: {
  /** Absent while it is not known. */
  attribute: StaffAttributeView | undefined;
  name: string;
  value: LocalText;
  onChange: (value: LocalText) => void;
  problemAt: (locale: string) => string | undefined;
}) {
  const locales = useLocales();
  const values = useAttributeValues(attribute?.type === 'text' ? attribute.key : undefined);
  if (attribute && attribute.type !== 'text') {
    // It is the same in every language, so it is asked for once.
    const locale = Object.keys(value)[0] ?? locales[0] ?? 'en';
    return (
      <TextInput
        label={name}
        type={attribute.type === 'date' ? 'date' : 'text'}
        inputMode={attribute.type === 'number' ? 'decimal' : undefined}
        rightSection={attribute.unit}
        rightSectionWidth={attribute.unit ? 12 + attribute.unit.length * 9 : undefined}
        value={value[locale] ?? ''}
        onChange={(event) => onChange({ [locale]: event.currentTarget.value.replace(',', '.') })}
        error={problemAt(locale)}
        maxLength={40}
        flex={1}
        maw={240}
      />
    );
  }
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} flex={1}>
      {locales.map((locale) => (
        <Autocomplete
          key={locale}
          label={`${name} (${locale})`}
          lang={locale}
          placeholder={localName(value) === '' ? undefined : `as “${localName(value)}”`}
          data={[...new Set(values.flatMap((each) => each.value[locale] ?? []))]}
          limit={8}
          value={value[locale] ?? ''}
          onChange={(words) => onChange({ ...value, [locale]: words })}
          error={problemAt(locale)}
          maxLength={500}
        />
      ))}
    </SimpleGrid>
  );
}

import { MultiSelect, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { type CreateOutcome, slugOfName } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { goTo } from '../address/location.ts';
import { api } from '../asking/ask.ts';
import { CommandForm } from '../asking/command-dialog.tsx';
import { toldCreated } from '../asking/told-created.ts';
import { useCommand } from '../asking/use-command.ts';
import { useProductChoices, useTaxClasses } from '../goods/use-goods.ts';
import { LocalFields } from '../look/local-fields.tsx';
import { PageHead } from '../look/page-head.tsx';
import { Section } from '../look/section.tsx';
import { SlugFields } from '../look/slug-fields.tsx';
import { type LocalText, withoutEmpty } from '../words/local-name.ts';

/** A product that is begun: what it takes to have one, and its page does the rest. */
export function NewProductPage() {
  const { categories } = useProductChoices();
  const classes = useTaxClasses();
  const [name, setName] = useState<LocalText>({});
  const [slug, setSlug] = useState<LocalText>({});
  const [handles, setHandles] = useState<string[]>([]);
  const [brand, setBrand] = useState('');
  const [sku, setSku] = useState('');
  const [barcode, setBarcode] = useState('');
  const [taxClass, setTaxClass] = useState('');
  const input = {
    name: withoutEmpty(name),
    slug: withoutEmpty(slug),
    ...(brand.trim() !== '' && { brand: brand.trim() }),
    categories: handles,
    variants: [
      {
        options: {},
        ...(sku.trim() !== '' && { sku: sku.trim() }),
        ...(barcode.trim() !== '' && { barcode: barcode.trim() }),
      },
    ],
    ...(taxClass !== '' && { taxClass }),
  };
  const command = useCommand<typeof input, CreateOutcome>({
    send: (body, options) => api.post('/products', body, options),
    tells: (answer) =>
      toldCreated(answer, 'The product is made. Shoppers see it as soon as you show it to them.'),
    onDone: (answer) => answer.kind === 'created' && goTo(`/products/${answer.id}`),
  });
  return (
    <>
      <PageHead title="New product" back={{ to: '/products', label: 'Products' }} />
      <CommandForm
        {...{ command, input }}
        send="Make the product"
        isIncomplete={Object.keys(input.name).length === 0}
        onCancel={() => goTo('/products')}
      >
        {(problemAt) => (
          <>
            <Section title="What it is">
              <Stack gap="md">
                <LocalFields
                  label="Name"
                  value={name}
                  onChange={setName}
                  problemAt={(locale) => problemAt(`name.${locale}`) ?? (problemAt('name') || undefined)}
                />
                <SlugFields
                  under="/p/"
                  value={slug}
                  onChange={setSlug}
                  proposed={(locale) => slugOfName(name[locale] ?? '', locale)}
                  problemAt={(locale) => problemAt(`slug.${locale}`)}
                />
                <SimpleGrid cols={{ base: 1, sm: 2 }}>
                  <MultiSelect
                    label="Categories"
                    description="The first is the main one."
                    placeholder={handles.length === 0 ? 'None yet' : undefined}
                    data={categories.map((each) => ({
                      value: each.handle,
                      label: `${'– '.repeat(each.depth)}${each.name}`,
                    }))}
                    value={handles}
                    onChange={setHandles}
                    searchable
                    selectFirstOptionOnChange
                    error={problemAt('categories')}
                  />
                  <TextInput
                    label="Brand"
                    description="Who makes it, if that is said."
                    value={brand}
                    onChange={(event) => setBrand(event.currentTarget.value)}
                    error={problemAt('brand')}
                    maxLength={200}
                  />
                </SimpleGrid>
              </Stack>
            </Section>
            <Section title="How it is sold">
              <Stack gap="md">
                <SimpleGrid cols={{ base: 1, sm: 2 }}>
                  <TextInput
                    label="Article number"
                    description="Made from the name while it is empty."
                    value={sku}
                    onChange={(event) => setSku(event.currentTarget.value)}
                    error={problemAt('variants.0.sku')}
                    maxLength={200}
                  />
                  <TextInput
                    label="Barcode"
                    description="As the till scans it, if there is one."
                    value={barcode}
                    onChange={(event) => setBarcode(event.currentTarget.value)}
                    error={problemAt('variants.0.barcode')}
                    inputMode="numeric"
                    maxLength={100}
                  />
                  {classes.length > 1 && (
                    <NativeSelect
                      label="Tax class"
                      description="What kind of goods it is for the tax office."
                      data={[
                        { value: '', label: 'The usual one' },
                        ...classes
                          .filter(({ id }) => id !== 'standard')
                          .map(({ id, name: label }) => ({ value: id, label })),
                      ]}
                      value={taxClass}
                      onChange={(event) => setTaxClass(event.currentTarget.value)}
                      error={problemAt('taxClass')}
                    />
                  )}
                </SimpleGrid>
                <Text size="sm" c="dimmed">
                  Its page comes next: price, pictures, texts, sizes and colours. Until then it stays hidden.
                </Text>
              </Stack>
            </Section>
          </>
        )}
      </CommandForm>
    </>
  );
}

import { Checkbox, MultiSelect, Select, Tabs, TagsInput, Textarea, TextInput } from '@mantine/core';
import { ALLOWED_DISCOUNTS, type StaffProductView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useCommand } from '../asking/use-command.ts';
import { useProductChoices } from '../goods/use-goods.ts';
import { useSession } from '../shell/session.ts';
import { allowedDiscountsWords } from './allowed-discounts-words.ts';
import { type ChangeAnswer, toldChange } from './told-change.ts';

type Part = 'name' | 'slug' | 'description' | 'seoTitle' | 'seoDescription';

const labels: Readonly<Record<Part, string>> = {
  name: 'Name',
  slug: 'Address in the shop',
  description: 'Description',
  seoTitle: 'Title for search engines',
  seoDescription: 'Description for search engines',
};

/** What a product says, in every language, and where it is found. */
export function ChangeProduct({
  product,
  isOpen,
  onClose,
}: {
  product: StaffProductView;
  isOpen: boolean;
  onClose: () => void;
}) {
  const { channels } = useSession();
  const { categories } = useProductChoices();
  // The version that is looked at: what somebody else changes meanwhile is not overwritten.
  const [{ version }] = useState(product);
  const locales = [
    ...new Set([...channels.flatMap((channel) => channel.locales), ...Object.keys(product.texts.name)]),
  ];
  const [texts, setTexts] = useState(product.texts);
  const [brand, setBrand] = useState(product.brand ?? '');
  const [published, setPublished] = useState(product.published);
  const [discounts, setDiscounts] = useState(product.discounts);
  const [tags, setTags] = useState([...product.tags]);
  const [handles, setHandles] = useState(product.categories.map(({ handle }) => handle));
  const put = (part: Part, locale: string, text: string) =>
    setTexts((before) => ({ ...before, [part]: { ...before[part], [locale]: text } }));
  const slug = Object.fromEntries(Object.entries(texts.slug).filter(([, text]) => text.trim() !== ''));
  const input = {
    version,
    name: texts.name,
    slug,
    description: texts.description,
    seo: { title: texts.seoTitle, description: texts.seoDescription },
    brand,
    published,
    tags,
    discounts,
    categories: handles,
  };
  const command = useCommand<typeof input, ChangeAnswer>({
    send: (body, options) => api.patch(`/products/${product.id}`, body, options),
    tells: (answer) => toldChange(answer, 'The product is changed.'),
    onDone: onClose,
  });
  return (
    <CommandDialog
      title={`Change ${product.name}`}
      {...{ isOpen, onClose, command, input }}
      send="Save"
      size="xl"
    >
      {(problemAt) => (
        <>
          <Checkbox
            label="Shoppers see it"
            checked={published}
            onChange={(event) => setPublished(event.currentTarget.checked)}
          />
          <Tabs defaultValue={locales[0]} keepMounted>
            <Tabs.List>
              {locales.map((locale) => (
                <Tabs.Tab key={locale} value={locale}>
                  {locale}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            {locales.map((locale) => {
              const field = (part: Part, path: string) => ({
                label: `${labels[part]} (${locale})`,
                lang: locale,
                value: texts[part][locale] ?? '',
                onChange: (event: { currentTarget: { value: string } }) =>
                  put(part, locale, event.currentTarget.value),
                error: problemAt(`${path}.${locale}`),
                mt: 'sm',
              });
              return (
                <Tabs.Panel key={locale} value={locale}>
                  <TextInput {...field('name', 'name')} maxLength={500} />
                  <TextInput
                    {...field('slug', 'slug')}
                    leftSection="/p/"
                    leftSectionWidth={36}
                    maxLength={200}
                  />
                  <Textarea
                    {...field('description', 'description')}
                    description="HTML: paragraphs, lists, bold, links. Anything else is taken out."
                    autosize
                    minRows={4}
                    maxRows={14}
                  />
                  <TextInput {...field('seoTitle', 'seo.title')} maxLength={500} />
                  <Textarea {...field('seoDescription', 'seo.description')} maxLength={2_000} />
                </Tabs.Panel>
              );
            })}
          </Tabs>
          <TextInput
            label="Brand"
            value={brand}
            onChange={(event) => setBrand(event.currentTarget.value)}
            error={problemAt('brand')}
            maxLength={200}
          />
          <MultiSelect
            label="Categories"
            description="The first is the main one."
            data={categories.map(({ handle, name, depth }) => ({
              value: handle,
              label: `${'– '.repeat(depth)}${name}`,
            }))}
            value={handles}
            onChange={setHandles}
            searchable
            selectFirstOptionOnChange
            error={problemAt('categories')}
          />
          <TagsInput label="Tags" value={tags} onChange={setTags} error={problemAt('tags')} />
          <Select
            label="What may be taken off its price"
            description="What gets no discounts counts for no promotion either."
            data={ALLOWED_DISCOUNTS.map((value) => ({ value, label: allowedDiscountsWords[value] }))}
            value={discounts}
            onChange={(value) => value && setDiscounts(value)}
            allowDeselect={false}
            error={problemAt('discounts')}
          />
        </>
      )}
    </CommandDialog>
  );
}

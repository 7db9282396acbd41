import { Button, List, Text } from '@mantine/core';
import type {
  ChangeCategoryOutcome,
  RemoveCategoryOutcome,
  StaffCategoryView,
  StaffProductRow,
} from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { Link, leadsTo } from '../address/link.tsx';
import { goTo } from '../address/location.ts';
import { Answer } from '../asking/answer.tsx';
import { api } from '../asking/ask.ts';
import { CommandDialog } from '../asking/command-dialog.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { useCommand } from '../asking/use-command.ts';
import { Columns } from '../look/columns.tsx';
import { Facts } from '../look/facts.tsx';
import { Empty, PageHead } from '../look/page-head.tsx';
import { Picture } from '../look/picture.tsx';
import { Rows } from '../look/rows.tsx';
import { Section } from '../look/section.tsx';
import { PublishedTag } from '../products/published-tag.tsx';
import { useMay } from '../shell/session.ts';
import { number } from '../words/amount.ts';
import { CategoryFields, draftOf, sentOf } from './category-fields.tsx';
import { MoveCategory } from './move-category.tsx';
import { useCategories } from './use-categories.ts';

const back = { to: '/categories', label: 'Categories' };

/** A category: what it says, where it stands, what is in it. */
export function CategoryPage({ id }: { id: string }) {
  const asked = useCategories();
  return (
    <Answer to={asked} of="the category">
      {({ categories }) => {
        const category = categories.find((each) => each.id === id);
        return category ? (
          <Category key={id} category={category} categories={categories} />
        ) : (
          <>
            <PageHead title="Category" back={back} />
            <Empty title="There is no such category" />
          </>
        );
      }}
    </Answer>
  );
}

interface Shown {
  readonly category: StaffCategoryView;
  readonly categories: readonly StaffCategoryView[];
}

function Category({ category, categories }: Shown) {
  const mayWrite = useMay()('catalog.write');
  const [open, setOpen] = useState<'change' | 'move' | 'remove'>();
  const close = () => setOpen(undefined);
  return (
    <>
      <PageHead title={category.name} back={back}>
        <Button component="a" href={`/c/${category.slug}`} variant="default" target="_blank">
          See it in the shop
        </Button>
        {mayWrite && (
          <>
            <Button variant="default" onClick={() => setOpen('remove')}>
              Remove
            </Button>
            <Button variant="default" onClick={() => setOpen('move')}>
              Move
            </Button>
            <Button onClick={() => setOpen('change')}>Change the category</Button>
          </>
        )}
      </PageHead>
      <Columns beside={<Beside category={category} categories={categories} />}>
        <ProductsIn category={category} />
      </Columns>
      {open === 'change' && <ChangeCategory category={category} onClose={close} />}
      {open === 'move' && <MoveCategory {...{ category, categories }} onClose={close} />}
      {open === 'remove' && <RemoveCategory category={category} onClose={close} />}
    </>
  );
}

function Beside({ category, categories }: Shown) {
  const mayWrite = useMay()('catalog.write');
  const { id, handle, parentId, texts, picture, hierarchy } = category;
  const parent = categories.find((each) => each.id === parentId);
  const below = categories.filter((each) => each.parentId === id);
  return (
    <>
      <Section title="Category">
        {picture && <Picture of={picture} />}
        <Facts
          of={{
            Handle: handle,
            In: parent ? <Link to={`/categories/${parent.id}`}>{parent.name}</Link> : 'None: at the top',
            Tree: hierarchy === 'main' ? undefined : hierarchy,
            ...Object.fromEntries(
              Object.entries(texts.slug).map(([locale, slug]) => [`Address (${locale})`, `/c/${slug}`]),
            ),
          }}
        />
      </Section>
      <Section
        title="Below it"
        actions={
          mayWrite && (
            <Button
              size="compact-sm"
              variant="default"
              component="a"
              {...leadsTo(`/categories/new?in=${id}`)}
            >
              New category in it
            </Button>
          )
        }
      >
        {below.length === 0 ? (
          <Text size="sm" c="dimmed">
            Nothing
          </Text>
        ) : (
          <List size="sm" listStyleType="none">
            {below.map((each) => (
              <List.Item key={each.id}>
                <Link to={`/categories/${each.id}`}>{each.name}</Link>
              </List.Item>
            ))}
          </List>
        )}
      </Section>
    </>
  );
}

const SHOWN = 20;

function ProductsIn({ category: { id, productsBelow } }: Pick<Shown, 'category'>) {
  const asked = useAnswer<{ readonly products: readonly StaffProductRow[] }>('/products', {
    category: id,
    limit: String(SHOWN),
  });
  return (
    <Section
      title="Products"
      flush
      actions={
        productsBelow > SHOWN && (
          <Link to={`/products?category=${id}`} size="sm">
            All {number(productsBelow)}
          </Link>
        )
      }
    >
      <Answer to={asked} of="its products">
        {({ products }) =>
          products.length === 0 ? (
            <Empty title="No products yet" isPart>
              Put them in on their own pages, by “Change the product”.
            </Empty>
          ) : (
            <Rows
              label="Products"
              items={products}
              keyOf={(product) => product.id}
              to={(product) => `/products/${product.id}`}
              columns={[
                { label: 'Product', cell: ({ name }) => name },
                { label: 'Brand', cell: ({ brand }) => brand, onPhone: 'bare' },
                { label: 'State', cell: (product) => <PublishedTag of={product} />, onPhone: 'end' },
              ]}
            />
          )
        }
      </Answer>
    </Section>
  );
}

function ChangeCategory({ category, onClose }: { category: StaffCategoryView; onClose: () => void }) {
  // The version that is looked at: what somebody else changes meanwhile is not overwritten.
  const [{ id, name, version }] = useState(category);
  const [draft, setDraft] = useState(() => draftOf(category));
  const input = { version, ...sentOf(draft) };
  const command = useCommand<typeof input, ChangeCategoryOutcome>({
    send: (body, options) => api.patch(`/categories/${id}`, body, options),
    tells: (answer) => {
      if (answer.kind === 'unknown') return { refused: 'The category does not exist any more.' };
      if (answer.kind === 'changed-meanwhile')
        return {
          refused:
            'Somebody else changed this category since you opened it, and nothing of theirs was overwritten. Copy what you typed, and begin anew with what is there now.',
        };
      if (answer.kind === 'refused')
        return { refused: 'Some of what was filled in cannot be used.', fields: answer.problems };
      return {
        done: answer.kind === 'changed' ? 'The category is changed.' : 'There was nothing to change.',
      };
    },
    onDone: onClose,
  });
  const isAddressChanged = Object.entries(input.slug).some(
    ([locale, slug]) => category.texts.slug[locale] !== slug,
  );
  return (
    <CommandDialog title={`Change ${name}`} isOpen {...{ onClose, command, input }} send="Save" size="xl">
      {(problemAt) => (
        <>
          <CategoryFields draft={draft} onChange={setDraft} problemAt={problemAt} />
          {isAddressChanged && (
            <Text size="sm">
              The old address leads nowhere afterwards: links to it end at a page that says so.
            </Text>
          )}
        </>
      )}
    </CommandDialog>
  );
}

function RemoveCategory({
  category: { id, name },
  onClose,
}: {
  category: StaffCategoryView;
  onClose: () => void;
}) {
  const command = useCommand<Record<string, never>, RemoveCategoryOutcome>({
    send: (_, options) => api.delete(`/categories/${id}`, options),
    tells: (answer) =>
      answer.kind === 'in-use' ? { refused: inUse(answer) } : { done: `The category ${name} is removed.` },
    onDone: () => goTo('/categories'),
  });
  return (
    <CommandDialog
      title={`Remove ${name}`}
      isOpen
      {...{ onClose, command }}
      input={{}}
      send="Remove the category"
      isGrave
    >
      <Text size="sm">
        It goes out of the menu, and its address leads nowhere. A category that has products or others below
        it stays: they are taken out first.
      </Text>
    </CommandDialog>
  );
}

function inUse({ categories, products, others }: Extract<RemoveCategoryOutcome, { kind: 'in-use' }>): string {
  const counted = (count: number, one: string, many: string) =>
    count === 0 ? [] : [`${number(count)} ${count === 1 ? one : many}`];
  const what = [
    ...counted(products, 'product', 'products'),
    ...counted(categories, 'category below it', 'categories below it'),
    ...others,
  ];
  return `It stays: ${new Intl.ListFormat('en').format(what)} would lose it. Take them out of it first.`;
}

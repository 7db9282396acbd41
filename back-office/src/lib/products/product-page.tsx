import { Button, Group, Text } from '@mantine/core';
import type { StaffProductView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { Answer } from '../asking/answer.tsx';
import { useAnswer } from '../asking/use-answer.ts';
import { Columns } from '../look/columns.tsx';
import { Facts } from '../look/facts.tsx';
import { Empty, PageHead } from '../look/page-head.tsx';
import { Parts } from '../look/parts.tsx';
import { Section } from '../look/section.tsx';
import { useMay, useSession } from '../shell/session.ts';
import { when } from '../words/when.ts';
import { allowedDiscountsWords } from './allowed-discounts-words.ts';
import { ChangeProduct } from './change-product.tsx';
import { DuplicateProduct } from './duplicate-product.tsx';
import { GiftCardProduct } from './gift-card-product.tsx';
import { ProductAttributes } from './product-attributes.tsx';
import { ProductPictures } from './product-pictures.tsx';
import { ProductPrices } from './product-prices.tsx';
import css from './products.module.css';
import { PublishedTag } from './published-tag.tsx';
import { Recommended } from './recommended.tsx';
import { ShowOrHide } from './show-or-hide.tsx';
import { ProductVariants } from './variants/product-variants.tsx';

const back = { to: '/products', label: 'Products' };

/** A product: what it says, where it is found, what it costs. */
export function ProductPage({ id }: { id: string }) {
  const asked = useAnswer<{ readonly product: StaffProductView | null }>(`/products/${id}`);
  return (
    <Answer to={asked} of="the product">
      {({ product }) =>
        product ? (
          <Product product={product} />
        ) : (
          <>
            <PageHead title="Product" back={back} />
            <Empty title="There is no such product" />
          </>
        )
      }
    </Answer>
  );
}

function Product({ product }: { product: StaffProductView }) {
  const may = useMay();
  const [isChanging, setChanging] = useState(false);
  const [isDuplicating, setDuplicating] = useState(false);
  return (
    <>
      <PageHead title={product.name} back={back} about={<PublishedTag of={product} />}>
        {product.published && (
          <Button component="a" href={`/p/${product.slug}`} variant="default" target="_blank">
            See it in the shop
          </Button>
        )}
        {may('catalog.write') && (
          <>
            <Button variant="default" onClick={() => setDuplicating(true)}>
              Duplicate
            </Button>
            <Button variant="default" onClick={() => setChanging(true)}>
              Change the product
            </Button>
            <ShowOrHide product={product} />
          </>
        )}
      </PageHead>
      <Columns
        beside={
          <>
            <Beside product={product} />
            {may('giftcards.write') && <GiftCardProduct productId={product.id} />}
          </>
        }
      >
        <Parts
          label="Parts of the product"
          parts={[
            { id: 'prices', label: 'Prices', content: <ProductPrices product={product} /> },
            {
              id: 'variants',
              label: 'Variants',
              count: product.onSale.length,
              content: <ProductVariants product={product} />,
            },
            {
              id: 'pictures',
              label: 'Pictures',
              count: product.media.length,
              content: <ProductPictures product={product} />,
            },
            {
              id: 'attributes',
              label: 'Attributes',
              count: product.attributes.length,
              content: <ProductAttributes product={product} />,
            },
            { id: 'texts', label: 'Texts', content: <Texts product={product} /> },
            { id: 'beside', label: 'Shown beside it', content: <Recommended productId={product.id} /> },
          ]}
        />
      </Columns>
      {isDuplicating && <DuplicateProduct product={product} onClose={() => setDuplicating(false)} />}
      {isChanging && (
        <ChangeProduct key={product.id} product={product} isOpen onClose={() => setChanging(false)} />
      )}
    </>
  );
}

function Beside({ product }: { product: StaffProductView }) {
  const { channels } = useSession();
  const { handle, brand, tags, categories, assortments, discounts, changedAt } = product;
  return (
    <Section title="Product">
      <Facts
        of={{
          Handle: handle,
          Brand: brand,
          Categories: categories.map(({ name }) => name).join(', ') || 'None',
          Tags: tags.length === 0 ? undefined : tags.join(', '),
          Discounts: allowedDiscountsWords[discounts],
          'Offered in':
            assortments.length === 0
              ? 'Every channel'
              : assortments
                  .map(({ channel }) => channels.find(({ id }) => id === channel)?.name ?? channel)
                  .join(', '),
          Changed: when(changedAt),
        }}
      />
    </Section>
  );
}

function Texts({ product: { texts } }: { product: StaffProductView }) {
  const locales = Object.keys(texts.name);
  return (
    <Section title="Texts">
      {locales.map((locale) => (
        <div key={locale} lang={locale} className={css.text}>
          <Group gap="xs">
            <Text size="xs" c="dimmed" tt="uppercase">
              {locale}
            </Text>
            <Text fw={600}>{texts.name[locale]}</Text>
            <Text size="sm" c="dimmed">
              /p/{texts.slug[locale]}
            </Text>
          </Group>
          <Text size="sm">{plain(texts.description[locale] ?? '') || '–'}</Text>
        </div>
      ))}
    </Section>
  );
}

/** The words of HTML alone. */
function plain(html: string): string {
  // What stood below each other would run together.
  const spaced = html.replaceAll('><', '> <');
  return new DOMParser().parseFromString(spaced, 'text/html').body.textContent ?? '';
}

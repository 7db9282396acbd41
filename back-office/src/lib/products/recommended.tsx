import { Button, Group, SegmentedControl, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ListArrangementOutcome, ListKind, RecommendationView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { Link } from '../address/link.tsx';
import { Answer } from '../asking/answer.tsx';
import { api } from '../asking/ask.ts';
import { useAnswer } from '../asking/use-answer.ts';
import { useCommand } from '../asking/use-command.ts';
import { ProductSearch } from '../goods/product-search.tsx';
import { useProducts } from '../goods/use-goods.ts';
import { MoveSteps } from '../look/move-steps.tsx';
import { Empty } from '../look/page-head.tsx';
import { Picture } from '../look/picture.tsx';
import { Section } from '../look/section.tsx';
import { Tag } from '../look/tag.tsx';
import { useMay } from '../shell/session.ts';
import { number } from '../words/amount.ts';
import css from './products.module.css';
import { type Arrangement, arrangementOf, chosen, moved } from './recommended-list.ts';

type Kind = Extract<ListKind, 'bought-together' | 'also-like'>;

const about: Readonly<Record<Kind, string>> = {
  'bought-together': 'What stood in the same orders within a year, the most often first.',
  'also-like': 'What the same shoppers bought within two years, the most alike first.',
};

/** What shoppers are shown beside a product, why, and what people want of it. */
export function Recommended({ productId }: { productId: string }) {
  const [kind, setKind] = useState<Kind>('bought-together');
  const asked = useAnswer<{ readonly items: readonly RecommendationView[] }>(
    '/recommendations',
    { kind, key: productId },
    { keep: true },
  );
  return (
    <Section
      title="Shown beside it"
      flush
      actions={
        <SegmentedControl
          size="xs"
          aria-label="List"
          data={[
            { value: 'bought-together', label: 'Bought together' },
            { value: 'also-like', label: 'Also liked' },
          ]}
          value={kind}
          onChange={(value) => setKind(value as Kind)}
        />
      }
    >
      <Text size="sm" c="dimmed" px="md" pb="xs">
        {about[kind]} Pinned ones come before them.
      </Text>
      <Answer to={asked} of="what is shown beside it">
        {({ items }) => <List key={kind} kind={kind} productId={productId} items={items} />}
      </Answer>
    </Section>
  );
}

function List({
  kind,
  productId: key,
  items,
}: {
  kind: Kind;
  productId: string;
  items: readonly RecommendationView[];
}) {
  const may = useMay();
  const products = useProducts(items.map(({ productId }) => productId));
  const list = arrangementOf(items);
  const client = useQueryClient();
  const command = useCommand<Arrangement, ListArrangementOutcome>({
    send: (body, options) =>
      api.post('/recommendations/arrangements', { kind, key, ...body, seen: list }, options),
    tells: (answer) =>
      answer.kind === 'arranged'
        ? { done: 'The list is changed. Shoppers see it at once.' }
        : {
            refused:
              'Somebody else changed this list meanwhile, and nothing of theirs was undone. Look at what it is now, then choose again.',
          },
    // What is chosen next is chosen of this list, not of the one before.
    onDone: ({ items: next }) => client.setQueryData(['/recommendations', { kind, key }], { items: next }),
  });
  const mayWrite = may('catalog.write');
  return (
    <>
      {items.length === 0 && (
        <Empty title="Nothing yet" isPart>
          Too few orders tell what goes with it. What you pin is shown all the same.
        </Empty>
      )}
      <ol className={css.recommended} aria-busy={command.isBusy}>
        {items.map((item) => {
          const product = products.find(({ id }) => id === item.productId);
          const name = product?.name ?? 'A product';
          const put = (choice: RecommendationView['by']) =>
            command.send(chosen(list, item.productId, choice));
          const place = list.pinned.indexOf(item.productId);
          return (
            <li key={item.productId} data-hidden={item.by === 'hide'}>
              <Picture of={product?.picture} />
              <div className={css.what}>
                <Link to={`/products/${item.productId}`} fw={600} size="sm">
                  {name}
                </Link>
                <Text size="sm" c="dimmed">
                  {why(kind, item)}
                </Text>
              </div>
              <Group gap="xs" className={css.choices}>
                {item.by === 'pin' && <Tag tone="new">{`Pinned, ${place + 1}.`}</Tag>}
                {item.by === 'hide' && <Tag tone="quiet">Hidden</Tag>}
                {product && !product.published && <Tag tone="waits">Not published</Tag>}
                {mayWrite && (
                  <>
                    {item.by === 'pin' && list.pinned.length > 1 && (
                      <MoveSteps
                        name={name}
                        place={place}
                        count={list.pinned.length}
                        isBusy={command.isBusy}
                        onMove={(by) => command.send(moved(list, item.productId, by))}
                      />
                    )}
                    {item.by === 'computed' && (
                      <Choice label={`Pin ${name}`} isBusy={command.isBusy} onClick={() => put('pin')}>
                        Pin
                      </Choice>
                    )}
                    {item.by === 'computed' && (
                      <Choice label={`Hide ${name}`} isBusy={command.isBusy} onClick={() => put('hide')}>
                        Hide
                      </Choice>
                    )}
                    {item.by === 'pin' && (
                      <Choice label={`Unpin ${name}`} isBusy={command.isBusy} onClick={() => put('computed')}>
                        Unpin
                      </Choice>
                    )}
                    {item.by === 'hide' && (
                      <Choice
                        label={`Show ${name} again`}
                        isBusy={command.isBusy}
                        onClick={() => put('computed')}
                      >
                        Show again
                      </Choice>
                    )}
                  </>
                )}
              </Group>
            </li>
          );
        })}
      </ol>
      {command.problem && (
        <Text role="alert" c="red" size="sm" px="md" pb="xs">
          {command.problem.sentence}
        </Text>
      )}
      {mayWrite && (
        <div className={css.pin}>
          <ProductSearch
            label="Pin another product"
            without={[key, ...list.pinned]}
            onChosen={(id) => command.send(chosen(list, id, 'pin'))}
          />
        </div>
      )}
    </>
  );
}

function Choice({
  label,
  isBusy,
  onClick,
  children,
}: {
  label: string;
  isBusy: boolean;
  onClick: () => void;
  children: string;
}) {
  return (
    <Button variant="default" size="compact-sm" aria-label={label} disabled={isBusy} onClick={onClick}>
      {children}
    </Button>
  );
}

function why(kind: Kind, { score, by }: RecommendationView): string {
  if (score === undefined) return by === 'pin' ? 'Chosen by hand' : 'Would not be shown by itself';
  if (kind === 'bought-together') return `In ${number(score)} orders with it`;
  return `Bought by the same shoppers, ${number(Math.round(score * 100))} % alike`;
}

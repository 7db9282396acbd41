import { Table, Text } from '@mantine/core';
import type { SimulatedLine, SimulationView } from '@vitrine/commerce-engine/client';
import { Link } from '../address/link.tsx';
import { type Put, VariantQuantity } from '../goods/variant-quantity.tsx';
import { Picture } from '../look/picture.tsx';
import { amount, number } from '../words/amount.ts';
import { pieces } from '../words/state.ts';
import { codeWords, priceVerdictWords } from './verdict-words.ts';
import css from './why-this-price.module.css';

/** What is in the basket, what each line costs and why, and what it comes to. */
export function SimulatedLines({ told, isOld, put }: { told: SimulationView; isOld: boolean; put: Put }) {
  return (
    <>
      <ul className={css.lines} data-old={isOld} aria-label="Basket" aria-busy={isOld}>
        {told.lines.map((line) => (
          <li key={line.variantId}>
            {line.kind === 'priced' ? <Priced line={line} put={put} /> : <NotSold line={line} put={put} />}
          </li>
        ))}
        {told.gifts.map(({ promotionId, variantId, name, quantity }) => (
          <li key={`${promotionId} ${variantId}`}>
            <Text size="sm">
              {number(quantity)} × {name}: a gift
            </Text>
          </li>
        ))}
      </ul>
      <dl className={css.sums}>
        {told.discount.amount > 0 && (
          <>
            <div>
              <dt>Before promotions</dt>
              <dd>{amount(told.subtotal)}</dd>
            </div>
            <div>
              <dt>Promotions</dt>
              <dd>{amount({ ...told.discount, amount: -told.discount.amount })}</dd>
            </div>
          </>
        )}
        <div>
          <dt>Total</dt>
          <dd data-testid="total">{amount(told.total)}</dd>
        </div>
      </dl>
      {told.codes.length > 0 && (
        <Text size="sm" px="md" pb="sm">
          {told.codes.map(({ code, state }) => `${code} ${codeWords[state]}`).join('; ')}.
        </Text>
      )}
      {told.gap && (
        <Text size="sm" px="md" pb="sm" c="dimmed">
          There are so many ways to combine deals that not all were tried: at most {amount(told.gap)} more
          could come off.
        </Text>
      )}
    </>
  );
}

function Priced({ line, put }: { line: Extract<SimulatedLine, { kind: 'priced' }>; put: Put }) {
  const { name, options, sku, productId, allows, unitPrice, unitRegular, discounts, units, total, prices } =
    line;
  return (
    <>
      <div className={css.line}>
        <Picture of={line.media} />
        <div>
          <Link to={`/products/${productId}`} fw={600} size="sm">
            {name}
          </Link>
          <Text size="xs" c="dimmed">
            {[options, sku].filter(Boolean).join(' · ')}
          </Text>
          {allows !== 'everything' && (
            <Text size="xs">
              {allows === 'no-discounts'
                ? 'Gets no discounts, and counts for no promotion.'
                : 'Gets no discounts by hand.'}
            </Text>
          )}
          <VariantQuantity of={line} name={name} put={put} />
        </div>
        <div className={css.sum}>
          <Text fw={600}>{amount(total)}</Text>
          <Text size="xs" c="dimmed">
            {amount(unitPrice)} each
            {unitRegular.amount > unitPrice.amount && <>, instead of {amount(unitRegular)}</>}
          </Text>
          {discounts.map(({ promotionId, name: promotion, code, amount: off }) => (
            <Text key={promotionId} size="xs">
              {promotion}
              {code !== undefined && ` (${code})`}: {amount({ ...off, amount: -off.amount })}
            </Text>
          ))}
        </div>
      </div>
      <details className={css.why} open>
        <summary>Why {amount(unitPrice)}</summary>
        <Table.ScrollContainer minWidth={420}>
          <Table aria-label={`Prices of ${name}`} fz="xs" withRowBorders={false} verticalSpacing={3}>
            <Table.Tbody>
              {prices.map((price) => (
                <Table.Tr
                  key={`${price.listId} ${price.kind} ${price.minQuantity} ${price.from ?? ''}`}
                  className={price.verdict === 'holds' ? css.held : undefined}
                >
                  <Table.Td>{price.listName}</Table.Td>
                  <Table.Td>
                    {price.kind === 'sale' ? 'Sale' : 'Regular'}
                    {price.minQuantity > 1 && `, from ${pieces(price.minQuantity)}`}
                  </Table.Td>
                  <Table.Td ta="right">{amount(price.price)}</Table.Td>
                  <Table.Td>{priceVerdictWords(price)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        {units.length > 1 && (
          <Text size="xs">
            In the end {units.map((unit) => `${pieces(unit.quantity)} at ${amount(unit.price)}`).join(', ')}.
          </Text>
        )}
      </details>
    </>
  );
}

function NotSold({ line, put }: { line: Extract<SimulatedLine, { kind: 'not-sold' }>; put: Put }) {
  return (
    <>
      <Text size="sm">Not sold in this channel then, or without a price there.</Text>
      <VariantQuantity of={line} name="this article" put={put} />
    </>
  );
}

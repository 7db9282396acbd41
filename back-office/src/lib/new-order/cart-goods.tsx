import { Alert, Button, Group, Text, TextInput } from '@mantine/core';
import type { StaffCartOutcome, StaffCartView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { api } from '../asking/ask.ts';
import { useCommand } from '../asking/use-command.ts';
import { VariantSearch } from '../goods/variant-search.tsx';
import { Picture } from '../look/picture.tsx';
import { Section } from '../look/section.tsx';
import { useMay } from '../shell/session.ts';
import { amount } from '../words/amount.ts';
import { percentWords, reasonWords, toldCart } from './cart-words.ts';
import { GiveByHand } from './give-by-hand.tsx';
import { LineQuantity } from './line-quantity.tsx';
import css from './new-order.module.css';

type Change =
  | { readonly kind: 'add'; readonly variantId: string }
  | { readonly kind: 'set'; readonly lineId: string; readonly quantity: number }
  | { readonly kind: 'code'; readonly code: string; readonly isGone?: boolean };

/** What is in the cart, each line with what it costs and what was given for it. Every change is kept at once. */
export function CartGoods({ staffCart }: { staffCart: StaffCartView }) {
  const { cart, lines: facts, byHand } = staffCart;
  const may = useMay();
  const path = `/carts/${cart.id}`;
  const [given, setGiven] = useState<string>();
  const [code, setCode] = useState('');
  const command = useCommand<Change, StaffCartOutcome>({
    send: (change, options) =>
      change.kind === 'add'
        ? api.post(`${path}/lines`, { variantId: change.variantId, quantity: 1 }, options)
        : change.kind === 'set'
          ? api.patch(
              `${path}/lines/${encodeURIComponent(change.lineId)}`,
              { quantity: change.quantity },
              options,
            )
          : api.post(
              `${path}/${change.isGone ? 'coupon-removals' : 'coupons'}`,
              { code: change.code },
              options,
            ),
    tells: (answer) => toldCart(answer, 'The cart is changed.'),
    onDone: () => setCode(''),
  });
  const codeProblem = command.problem?.fields.find(({ path: at }) => at === 'code')?.problem;
  const line = cart.lines.find(({ id }) => id === given);
  return (
    <>
      <Section
        title="Goods"
        flush
        actions={
          may('discounts.give') &&
          cart.lines.length > 0 && (
            <Button variant="subtle" size="compact-sm" onClick={() => setGiven('whole')}>
              Discount on all of it
            </Button>
          )
        }
      >
        {cart.notices.length > 0 && (
          <Alert mx="md" mb="sm" color="yellow">
            {cart.notices.map(({ kind, name }) => (
              <Text key={`${kind} ${name}`} size="sm">
                {noticeWords[kind].replace('{name}', name)}
              </Text>
            ))}
          </Alert>
        )}
        {cart.lines.length === 0 && (
          <Text px="md" size="sm" c="dimmed">
            Nothing is in it yet. Search for an article and choose it: it is put in at once.
          </Text>
        )}
        <ul className={css.lines} aria-label="Goods of the order" aria-busy={command.isBusy}>
          {cart.lines.map((each) => {
            const fact = facts.find(({ lineId }) => lineId === each.id);
            const note = fact?.price ?? fact?.discount;
            return (
              <li key={each.id}>
                <Picture of={each.media} />
                <div className={css.what}>
                  <Text fw={600}>{each.name}</Text>
                  <Text size="sm" c="dimmed">
                    {[each.options, `${amount(each.unitPrice)} each`].filter(Boolean).join(' · ')}
                    {each.unitRegular.amount > each.unitPrice.amount && (
                      <>, instead of {amount(each.unitRegular)}</>
                    )}
                  </Text>
                  {each.discounts.map(({ name, amount: off }) => (
                    <Text key={name} size="sm">
                      {name}: {amount({ ...off, amount: -off.amount })}
                    </Text>
                  ))}
                  {note && (
                    <Text size="sm" c="dimmed">
                      By hand: {reasonWords[note.reason]}
                      {note.text !== undefined && `, “${note.text}”`}
                    </Text>
                  )}
                  {fact?.price && fact.listed.amount < each.unitPrice.amount && (
                    <Text size="sm" c="orange">
                      The shop’s own price is lower, {amount(fact.listed)}: the price by hand holds until you
                      change it.
                    </Text>
                  )}
                  {each.availability === 'sold-out' && (
                    <Text size="sm" c="red">
                      Sold out: take it out to go on.
                    </Text>
                  )}
                  {each.isGift ? (
                    <Text size="sm">A gift</Text>
                  ) : (
                    <Group gap="xs">
                      <LineQuantity
                        line={each}
                        isBusy={command.isBusy}
                        put={(lineId, quantity) => command.send({ kind: 'set', lineId, quantity })}
                      />
                      {may('discounts.give') && fact?.allows === 'everything' && (
                        <Button
                          mt={6}
                          variant="subtle"
                          size="compact-sm"
                          aria-label={`Price and discount of ${each.name}`}
                          onClick={() => setGiven(each.id)}
                        >
                          Price and discount
                        </Button>
                      )}
                      {fact && fact.allows !== 'everything' && (
                        <Text mt={6} size="sm" c="dimmed">
                          No discounts by hand
                        </Text>
                      )}
                    </Group>
                  )}
                </div>
                <Text className={css.sum}>{amount(each.total)}</Text>
              </li>
            );
          })}
        </ul>
        <div className={css.search}>
          <VariantSearch
            label={cart.lines.length === 0 ? 'Article' : 'Another article'}
            onChosen={({ variantId }) => command.send({ kind: 'add', variantId })}
          />
          {cart.lines.length > 0 && (
            <form
              className={css.code}
              noValidate
              onSubmit={(event) => {
                event.preventDefault();
                if (code.trim() !== '') command.send({ kind: 'code', code: code.trim() });
              }}
            >
              <TextInput
                label="Code"
                value={code}
                onChange={(event) => setCode(event.currentTarget.value)}
                error={codeProblem}
                maxLength={60}
              />
              <Button type="submit" variant="default" disabled={code.trim() === ''}>
                Bring the code
              </Button>
            </form>
          )}
          {cart.coupons.map((each) => (
            <Group key={each.code} gap="xs" mt={6}>
              <Text size="sm">
                {each.code}: {each.state === 'applied' ? 'it holds' : 'it does nothing for this cart'}
              </Text>
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={`Take out the code ${each.code}`}
                onClick={() => command.send({ kind: 'code', code: each.code, isGone: true })}
              >
                Take out
              </Button>
            </Group>
          ))}
          {byHand && (
            <Text size="sm" mt={8}>
              Off all of it by hand:{' '}
              {byHand.discount.kind === 'percent'
                ? percentWords(byHand.discount.basisPoints)
                : amount({ amount: byHand.discount.amount, currency: byHand.currency ?? cart.currency })}
              , {reasonWords[byHand.reason]}
              {byHand.text !== undefined && `, “${byHand.text}”`}
            </Text>
          )}
          {command.problem && codeProblem === undefined && (
            <Text role="alert" size="sm" c="red" mt={8}>
              {command.problem.sentence}
            </Text>
          )}
        </div>
      </Section>
      {given !== undefined && (given === 'whole' || line) && (
        <GiveByHand
          key={given}
          staffCart={staffCart}
          line={given === 'whole' ? undefined : line}
          onClose={() => setGiven(undefined)}
        />
      )}
    </>
  );
}

const noticeWords: Readonly<Record<StaffCartView['cart']['notices'][number]['kind'], string>> = {
  removed: '{name} is not sold any more and was taken out.',
  lowered: 'There are fewer left of {name}.',
  raised: '{name} is ordered in other quantities now.',
  'price-changed': 'The price of {name} has changed.',
  joined: 'What the customer had chosen before is here too, with {name}.',
  'by-hand-ended': 'What was given by hand ended when {name} was changed.',
};

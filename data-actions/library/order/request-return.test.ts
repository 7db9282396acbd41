import type { CommerceClient } from '@vitrine/commerce-engine/client';
import { expect, test } from 'vitest';
import { postedForm } from '../posted-form.ts';
import { requestReturn } from './request-return.action.ts';
import { announceReturn } from './request-return.server.ts';

const [orderId, mugs, hats] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
const command = { actor: { kind: 'guest' }, idempotencyKey: 'once' } as const;
type Asked = Parameters<CommerceClient['orders']['requestReturn']>[1];
type Outcome = Awaited<ReturnType<CommerceClient['orders']['requestReturn']>>;

async function send(fields: Readonly<Record<string, string>>, outcome?: Outcome) {
  const asked: Asked[] = [];
  const requested = { kind: 'requested', return: { number: '100042-R1' } } as Outcome;
  const orders = {
    requestReturn: async (_: unknown, input: Asked) => {
      asked.push(input);
      return outcome ?? requested;
    },
  } as unknown as CommerceClient['orders'];
  const form = postedForm.parse({ orderId, ...fields });
  const answer = await announceReturn({ orders }, command, form);
  const shown = requestReturn.form!(answer, { input: form, from: '/order?show=return', locale: 'en' });
  return { asked, answer, shown };
}

test('[DA-110] what was chosen is announced with why, what was not is left out, and one goes back to the order', async () => {
  const { asked, answer, shown } = await send({
    key: 'secret',
    done: '/order?id=1',
    [`quantity.${mugs}`]: '2',
    [`reason.${mugs}`]: 'damaged',
    [`quantity.${hats}`]: '0',
    [`reason.${hats}`]: 'other',
    note: ' Chipped. ',
  });
  const lines = [{ lineId: mugs, quantity: 2, reason: 'damaged' }];
  expect(asked).toEqual([{ orderId, key: 'secret', lines, note: 'Chipped.' }]);
  expect(answer).toEqual({ kind: 'announced', number: '100042-R1' });
  expect(shown).toMatchObject({ location: '/order?id=1', notice: { tone: 'good' } });
});

test('[DA-110] what cannot be taken is told by field, nothing is asked for, and what was typed comes back', async () => {
  const nothing = await send({ [`quantity.${mugs}`]: '0', note: 'Chipped.' });
  expect(nothing.answer).toEqual({ kind: 'problems', problems: { form: 'nothing' } });
  const odd = await send({ [`quantity.${mugs}`]: 'two', note: 'x'.repeat(1001) });
  expect(odd.answer).toEqual({
    kind: 'problems',
    problems: { [`quantity.${mugs}`]: 'bad', [`reason.${mugs}`]: 'missing', note: 'long' },
  });
  expect([...nothing.asked, ...odd.asked]).toEqual([]);
  expect(odd.shown).toMatchObject({
    location: '/order?show=return',
    again: { fields: [`quantity.${mugs}`, 'note'], problems: { note: 'long' } },
  });
});

test('[DA-110] what the shop refuses is told beside the line it is about', async () => {
  const fields = { [`quantity.${mugs}`]: '2', [`reason.${mugs}`]: 'damaged' };
  const late = { kind: 'too-late', lineId: mugs, returnable: 1, until: '2026-11-30T00:00:00Z' } as const;
  expect((await send(fields, late)).answer).toEqual({
    kind: 'problems',
    problems: { [`quantity.${mugs}`]: 'too-late' },
  });
  expect((await send({ ...fields, orderId: 'none' })).answer).toEqual({ kind: 'no-order' });
});

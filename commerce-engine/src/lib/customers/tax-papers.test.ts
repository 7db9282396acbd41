import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeAll, expect, it } from 'vitest';
import { createEngine } from '../engine.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { signUpShopper } from '../testing/shopper-account.ts';
import { openTestShop, type TestShop } from '../testing/test-shop.ts';
import type { Customers } from './customers.ts';

describeOnEachEngine('VAT numbers and certificates', { migrations: [commerceMigrations] }, (database) => {
  let shop: TestShop;
  let customers: Customers;
  beforeAll(async () => {
    shop = await openTestShop(database());
    ({ customers } = shop.engine);
  });

  const [german, french] = ['DE136695976', 'FR40303265045'];
  const byStaff = () => ({
    idempotencyKey: crypto.randomUUID(),
    actor: {
      kind: 'staff',
      id: crypto.randomUUID(),
      name: 'Ida',
      email: 'ida@shop.example',
      roles: [],
      capabilities: ['customers.write'],
    } as const,
  });
  const paper = { number: 'CA-77', jurisdictions: ['US-CA'], classes: ['standard'] };
  const papersOf = async (customerId: string) => {
    const { taxNumbers, certificates } = (await customers.get(shop.command().actor, customerId))!;
    return {
      numbers: taxNumbers.map(({ vatId }) => vatId),
      certificates: certificates.map(({ number }) => number),
    };
  };
  const auditsOf = async (customerId: string) => {
    const { rows } = await database().execute('select action from identity_audit where subject = $1', [
      `customer:${customerId}`,
    ]);
    return rows.map(({ action }) => action);
  };

  it('[CUST-18] where a certificate holds are countries and states that there are', async () => {
    const { id: customerId } = await signUpShopper(shop);
    const save = (jurisdictions: string[]) =>
      customers.saveCertificate(byStaff(), { customerId, number: 'A-1', jurisdictions });
    for (const wrong of ['FRANCE', 'fr', 'ZZ', 'EU', 'XX', 'US-XX', 'FR-75', 'US-', ''])
      await expect(save(['DE', wrong])).rejects.toMatchObject({ code: 'bad_input' });
    await expect(save(['FRANCE'])).rejects.toMatchObject({
      fields: [{ path: 'jurisdictions', problem: expect.stringContaining('got "FRANCE"') }],
    });
    expect(await save(['FR', 'US', 'US-CA', 'CA-QC'])).toMatchObject({ kind: 'done' });
  });

  it('[CUST-17] customers write down their numbers; that one is in use is for staff to say', async () => {
    const { id: customerId, command, actor } = await signUpShopper(shop);
    await customers.saveTaxNumber(command(), { customerId, vatId: 'de 136 695 976' });
    shop.now = new Date(shop.now.getTime() + 60_000);
    const saved = await customers.saveTaxNumber(command(), { customerId, vatId: french });
    expect(saved).toMatchObject({
      kind: 'done',
      customer: { taxNumbers: [{ vatId: french }, { vatId: german }] },
    });
    const verify = { customerId, vatId: german, verified: true };
    await expect(customers.verifyTaxNumber(command(), verify)).rejects.toMatchObject({ code: 'not_allowed' });
    await customers.verifyTaxNumber(byStaff(), verify);
    const { taxNumbers } = (await customers.get(actor, customerId))!;
    expect(taxNumbers).toEqual([
      { vatId: german, verified: { at: shop.now.toISOString(), by: 'staff' } },
      { vatId: french },
    ]);
    await customers.saveTaxNumber(command(), { customerId, vatId: german });
    expect((await customers.get(actor, customerId))!.taxNumbers).toEqual(taxNumbers);
    expect(await auditsOf(customerId)).toContain('customers.verifyTaxNumber');
    await customers.verifyTaxNumber(shop.command(), { ...verify, verified: false });
    expect((await customers.get(actor, customerId))!.taxNumbers.every(({ verified }) => !verified)).toBe(
      true,
    );
    await customers.removeTaxNumber(command(), { customerId, vatId: german });
    expect(await papersOf(customerId)).toMatchObject({ numbers: [french] });
    expect(await customers.removeTaxNumber(command(), { customerId, vatId: german })).toEqual({
      kind: 'no-paper',
    });
  });

  it('[CUST-17] nobody writes to a stranger, and what is no number is refused by field', async () => {
    const [ada, bob] = [await signUpShopper(shop), await signUpShopper(shop)];
    const strange = { customerId: bob.id, vatId: german };
    await expect(customers.saveTaxNumber(ada.command(), strange)).rejects.toMatchObject({
      code: 'not_allowed',
    });
    const mistyped = customers.saveTaxNumber(ada.command(), { customerId: ada.id, vatId: 'DE136695977' });
    await expect(mistyped).rejects.toMatchObject({ code: 'bad_input', fields: [{ path: 'vatId' }] });
  });

  it('[TAX-27] a register says which numbers are in use; when it is silent nobody does', async () => {
    const { id: customerId, command } = await signUpShopper(shop);
    let isInUse = async () => true;
    const asking = createEngine({
      database: database(),
      clock: () => shop.now,
      secret: 'a secret for tests, 32 letters long',
      vatRegister: { id: 'vies', answersWithin: 50, isInUse: () => isInUse() },
    });
    const save = (vatId: string) => asking.customers.saveTaxNumber(command(), { customerId, vatId });
    expect(await save(german)).toMatchObject({ customer: { taxNumbers: [{ verified: { by: 'vies' } }] } });
    isInUse = async () => false;
    await expect(save(french)).rejects.toMatchObject({ code: 'bad_input', fields: [{ path: 'vatId' }] });
    for (const silent of [() => Promise.reject(new Error('down')), () => new Promise<boolean>(() => {})]) {
      isInUse = silent;
      expect(await save(french)).toMatchObject({
        customer: { taxNumbers: [{ vatId: german }, { vatId: french }] },
      });
    }
  });

  it('[CUST-18] certificates are for staff to write down, and leave audit rows', async () => {
    const { id: customerId, command, actor } = await signUpShopper(shop);
    const own = customers.saveCertificate(command(), { customerId, ...paper });
    await expect(own).rejects.toMatchObject({ code: 'not_allowed' });
    const until = { from: '2026-01-01T00:00:00.000Z', to: '2027-01-01T00:00:00.000Z' };
    await customers.saveCertificate(shop.command(), { customerId, ...paper, ...until });
    const [kept] = (await customers.get(actor, customerId))!.certificates;
    expect(kept).toEqual({ id: expect.any(String), ...paper, ...until });
    const [certificateId, number] = [kept!.id, 'CA-78'];
    await customers.saveCertificate(shop.command(), { customerId, certificateId, number });
    expect((await customers.get(actor, customerId))!.certificates).toEqual([{ id: certificateId, number }]);
    const backwards = { customerId, number, from: until.to, to: until.from };
    await expect(customers.saveCertificate(shop.command(), backwards)).rejects.toMatchObject({
      fields: [{ path: 'to' }],
    });
    await customers.removeCertificate(shop.command(), { customerId, certificateId });
    expect(await papersOf(customerId)).toEqual({ numbers: [], certificates: [] });
    expect((await auditsOf(customerId)).filter((each) => /Certificate/.test(String(each)))).toHaveLength(3);
  });

  it('[CUST-10] merged customers keep the papers of both; what either showed to be in use is', async () => {
    const [from, into] = [await signUpShopper(shop), await signUpShopper(shop)];
    for (const { id } of [from, into])
      await customers.saveTaxNumber(shop.command(), { customerId: id, vatId: german });
    await customers.verifyTaxNumber(byStaff(), { customerId: from.id, vatId: german, verified: true });
    await customers.saveTaxNumber(from.command(), { customerId: from.id, vatId: french });
    await customers.saveCertificate(shop.command(), { customerId: from.id, ...paper });
    await customers.merge(shop.command(), { fromId: from.id, intoId: into.id });
    expect(await customers.get(into.actor, into.id)).toMatchObject({
      taxNumbers: [{ vatId: german, verified: { by: 'staff' } }, { vatId: french }],
      certificates: [paper],
    });
  });

  it('[CUST-12] [CUST-14] they are in an export, and gone with who is erased', async () => {
    const { id: customerId, command, actor } = await signUpShopper(shop);
    await customers.saveTaxNumber(command(), { customerId, vatId: german });
    await customers.saveCertificate(shop.command(), { customerId, ...paper });
    expect(await customers.export(actor, customerId)).toMatchObject({
      customer: { taxNumbers: [{ vatId: german }], certificates: [paper] },
    });
    await customers.erase(command(), { customerId });
    const { rows } = await database().execute(
      `select customer_id from customers_tax_number where customer_id = $1
       union all select customer_id from customers_certificate where customer_id = $1`,
      [customerId],
    );
    expect(rows).toEqual([]);
  });
});

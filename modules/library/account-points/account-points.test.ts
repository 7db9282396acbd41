import { checkModule, moduleById, renderPreset } from '@vitrine/modules/testing';
import { expect, test } from 'vitest';
import { library } from '../library.gen.ts';

const module = moduleById(library, 'account-points');

test('it keeps the rules of every module', () => {
  expect(checkModule(module, { library, folder: 'account-points' })).toEqual([]);
});

test('it tells balance, worth, tier, what comes and what goes', () => {
  const html = renderPreset(module, 'Points');
  expect(html).toMatch(/340 points.*They are worth €13\.60 at checkout\./s);
  expect(html).toMatch(/Your tier: Mate.*max="750" value="412".*338 more points to Captain/s);
  expect(html).toContain('25 of them run out first, on March 1, 2027.');
  expect(html).toMatch(/href="\/account\/orders\?order=order"[^>]*>Earned with order 100042/);
  const german = renderPreset(module, 'Points', { locale: 'de' });
  expect(german).toContain('25 Punkte zahlen beim Bestellen 1,00');
  expect(german).toContain('Mit Bestellung 100042 gesammelt');
});

test('every sum can be followed: the parts to the whole, and each movement to what there was then', () => {
  const html = renderPreset(module, 'Points');
  const cells = (part: string) =>
    [...part.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, text = '']) => text.replace(/<[^>]*>/g, ''));
  const [sum = '', ledger = ''] = html.split('<table').slice(1);
  expect(cells(sum)).toEqual([
    ...['Can be used now', '340'],
    ...['Can be used from December 14, 2026', '72'],
    ...['Can be used 14 days after everything of their order was sent or picked up', '24'],
    ...['Together', '436'],
  ]);
  const rows = ledger.split('<tr').map((row) => cells(row).slice(-2));
  expect(rows.slice(2)).toEqual([
    ['+72', '436'],
    ['-97', '364'],
    ['+50', '461'],
    ['+25', '411'],
    ['Before that you had', '386'],
  ]);
  expect(renderPreset(module, 'Highest tier, in debt')).toMatch(/Owed for goods.*-40.*Together.*-40/s);
});

test('what is owed is said, and there is no bar to nowhere', () => {
  const html = renderPreset(module, 'Highest tier, in debt');
  expect(html).toContain('40 points are owed for goods that came back.');
  expect(html).not.toContain('<progress');
});

test('others read how it works and take part by a button', () => {
  const html = renderPreset(module, 'Not a member');
  expect(html).toContain('You take part with your first order.');
  expect(html).toMatch(/action="\/_actions\/account\.join-programme".*name="programmeId" value="crew"/s);
  expect(renderPreset(module, 'No programme')).toContain('no points to collect');
});

import { defineTheme } from '@vitrine/themes';
import { expect, test } from 'vitest';
import { openSmallShop } from './testing/small-shop.ts';
import { createThemeSheet } from './theme-sheet.ts';

const inkOf = (ink: string) => defineTheme({ id: 'bare', name: 'Bare', tokens: { 'colour.ink': ink } });
const staff = (token: string | undefined) =>
  Promise.resolve(token ? { kind: 'staff', capabilities: ['content.preview'] } : { kind: 'guest' });

function openShop() {
  const theme = { current: inkOf('#111'), draft: async () => inkOf('#333') };
  return openSmallShop({ theme, staff, canvasScript: '/_editor/canvas.js' }).then((shop) => ({
    ...shop,
    theme,
  }));
}

test('[RT-THEME-1] a change of the theme is on every page from the next request on, kept ones too', async () => {
  const shop = await openShop();
  const paths = ['/', '/plain', '/p/mug', '/search', '/nowhere'];
  for (const path of paths) expect(await shop.html(path)).toContain('--colour-ink:#111;');
  const before = await shop.get('/plain');
  shop.theme.current = inkOf('#222');
  await shop.tags.bump(['theme']);
  for (const path of paths) {
    const html = await shop.html(path);
    expect([path, html.includes('--colour-ink:#222;'), html.includes('#111')]).toEqual([path, true, false]);
  }
  const again = await shop.get('/plain', { 'if-none-match': before.headers.get('etag') ?? '' });
  expect(again.status).toBe(200);
});

test('[RT-THEME-2] previews for staff show what is chosen and not published; shoppers never see it', async () => {
  const shop = await openShop();
  const cookie = 'vt_staff=right';
  for (const way of ['_preview=1', '_preview=canvas', '_preview=canvas&_document=home'])
    expect(await shop.html(`/?${way}`, { cookie })).toContain('--colour-ink:#333;');
  for (const html of [await shop.html('/?_preview=1'), await shop.html('/')])
    expect(html).not.toContain('#333');
});

test('[RT-THEME-3] a page that is being made while the theme changes is not kept', async () => {
  const shop = await openShop();
  const under = shop.get('/plain');
  shop.theme.current = inkOf('#222');
  await shop.tags.bump(['theme']);
  await under;
  expect(await shop.html('/plain')).toContain('--colour-ink:#222;');
});

test('[RT-THEME-4] the sheet of a theme is made once', () => {
  const theme = { current: inkOf('#111') };
  const sheet = createThemeSheet(theme);
  const { css } = sheet;
  theme.current = inkOf('#222');
  expect([css, sheet.css]).toEqual([expect.stringContaining('#111'), expect.stringContaining('#222')]);
  expect(createThemeSheet(inkOf('#444')).css).toContain('#444');
});

import { EditorPage, makePage, node, signIn } from './editor-page.ts';
import { expect, type Page, sameOrigin, test } from './visitor.ts';

/** Sends a picture to the library as browsers do. @returns the asset. */
async function upload(page: Page, picture: string, said: Readonly<Record<string, string>>) {
  const data = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 50">${picture}</svg>`);
  const metadata = Object.entries({ ...said, filetype: 'image/svg+xml' })
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',');
  const headers = { ...sameOrigin(), 'tus-resumable': '1.0.0' };
  const made = await page.request.post('/editor/api/media/uploads', {
    headers: { ...headers, 'upload-length': String(data.length), 'upload-metadata': metadata },
  });
  expect(made.status(), await made.text()).toBe(201);
  const place = new URL(made.headers().location!, made.url()).href;
  const sent = await page.request.patch(place, {
    headers: { ...headers, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
    data,
  });
  expect(sent.ok(), await sent.text()).toBe(true);
  const { asset } = (await (await page.request.get(place, { headers })).json()) as {
    asset: { id: string; src: string };
  };
  return asset;
}

test('a picture that is replaced is another one on the canvas at once', async ({ page }) => {
  await signIn(page);
  const unique = Date.now();
  const circle = `<circle r="20" cx="40" cy="25" id="c${unique}"/>`;
  const { id: asset, src } = await upload(page, circle, { filename: `mug-${unique}.svg` });
  const image = { src, alt: 'A mug', width: 800, height: 500 };
  const { id } = await makePage(page, [node('hero', 'hero', { title: 'Mugs', image })]);
  const editor = new EditorPage(page);
  await editor.open(id);
  const shown = editor.canvas.getByRole('img', { name: 'A mug' });
  await expect(shown).toHaveAttribute('src', /[?&]v=1$/);
  await expect(shown).toHaveAttribute('srcset', /[?&]v=1 /);
  const address = new URL((await shown.getAttribute('src'))!, page.url()).href;
  expect((await page.request.get(address)).headers()['cache-control']).toContain('immutable');

  await upload(page, `<rect width="40" height="20" id="r${unique}"/>`, {
    filename: 'b.svg',
    replaces: asset,
  });
  // As when somebody comes back from another window, where it was replaced.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(shown).toHaveAttribute('src', /[?&]v=2$/);

  // What is rendered anew keeps it.
  await editor.canvas.getByRole('heading', { level: 1 }).click();
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Better mugs');
  await expect(editor.canvas.getByRole('heading', { level: 1 })).toHaveText('Better mugs');
  await expect(shown).toHaveAttribute('src', /[?&]v=2$/);
});

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { makeNode, makePage, sampleDrawing, samplePicture } from '@vitrine/content/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type LibraryBench, openLibraryBench } from './testing/open-library-bench.ts';

const chromium = process.env.VITRINE_CHROMIUM;
/** As long as Playwright waits. */
const patience = { timeout: 10_000 };
let bench: LibraryBench;

beforeAll(async () => {
  if (chromium) bench = await openLibraryBench(chromium);
});
afterAll(() => bench?.close());
afterEach(() => expect(bench?.complaints ?? []).toEqual([]));

const button = (name: string | RegExp) => bench.page.getByRole('button', { name });
const tile = (name: string | RegExp) => bench.page.getByRole('option', { name });
const uploads = () => bench.page.getByRole('region', { name: 'Uploads' });
const picture = async (name: string, colour: string) => ({
  name,
  mimeType: 'image/png',
  buffer: await samplePicture(320, 200, colour).png().toBuffer(),
});

async function openLibrary(): Promise<void> {
  await bench.open();
  await button('Media').click();
  await bench.page.getByRole('navigation', { name: 'Folders' }).waitFor();
}

async function upload(...files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
  const chooser = bench.page.waitForEvent('filechooser');
  await bench.page.getByRole('button', { name: 'Upload', exact: true }).click();
  await (await chooser).setFiles(files);
}

describe.skipIf(!chromium)('the media library', () => {
  it('teaches while it is empty; files come with their progress, and refusals are told beside the file', async () => {
    await openLibrary();
    await bench.page.getByText('No pictures yet').waitFor();
    const script = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>');
    await upload(
      await picture('sofa.png', '#963'),
      await picture('lamp.png', '#369'),
      { name: 'bad.svg', mimeType: 'image/svg+xml', buffer: script },
      { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('words') },
    );
    await uploads().getByText('2 uploaded, 2 refused').waitFor();
    await expect.poll(() => tile(/png/).count(), patience).toBe(2);
    expect(await uploads().getByRole('alert').allTextContents()).toEqual([
      expect.stringContaining('script'),
      expect.stringContaining('notes.txt'),
    ]);
  });

  it('an upload goes on by itself after the connection broke', async () => {
    await openLibrary();
    let broken = 0;
    await bench.page.route('**/uploads/*', async (route) => {
      const isFirst = route.request().method() === 'PATCH' && broken < 1;
      if (isFirst) broken += 1;
      await (isFirst ? route.abort('connectionreset') : route.continue());
    });
    await upload(await picture('sofa.png', '#963'));
    await uploads().getByText('1 uploaded').waitFor();
    await bench.page.unroute('**/uploads/*');
    expect(broken).toBe(1);
  });

  it('a file that is there is offered, and kept twice when asked', async () => {
    await openLibrary();
    const sofa = await picture('sofa.png', '#963');
    await upload(sofa);
    await tile(/sofa/).waitFor();
    await upload(sofa);
    await uploads().getByText('It is there already.').waitFor();
    await button('Use it').click();
    expect(await tile(/sofa/).getAttribute('aria-selected')).toBe('true');
    await upload(sofa);
    await button('Keep both').click();
    await expect.poll(() => tile(/sofa/).count(), patience).toBe(2);
  });

  it('words, focal point and frame are kept; a picture without words cannot be chosen', async () => {
    await bench.open();
    await bench.page.evaluate(() => void window.library.pick());
    await bench.page.getByText('No pictures yet').waitFor();
    await upload(await picture('sofa.png', '#963'));
    await tile(/without alternative text/).click();
    const use = button('Use this picture');
    expect(await use.isDisabled()).toBe(true);
    await bench.page.getByText(/^Say what it shows in English first/).waitFor();
    await bench.page.getByRole('textbox', { name: /^English/ }).fill('A sofa');
    await bench.page.getByRole('textbox', { name: /^Deutsch/ }).fill('Ein Sofa');
    await button(/^Focal point/).press('Shift+ArrowRight');
    await button('Draw a frame for 1:1').click();
    await bench.page.getByRole('group', { name: /^Frame:/ }).press('Shift+ArrowLeft');
    await button('Keep the frame').click();
    await button('Change the frame for 1:1').waitFor();
    await expect.poll(() => use.isDisabled(), patience).toBe(false);
    await tile(/sofa/).press('Enter');
    await bench.page.waitForFunction(() => window.library.picked !== undefined);
    expect(await bench.page.evaluate(() => window.library.picked)).toMatchObject({
      alt: 'A sofa',
      width: 320,
      height: 200,
      focalPoint: { x: 0.6, y: 0.5 },
      crops: [{ ratio: 1, y: 0, h: 1 }],
    });
    const { assets } = (await bench.assets.list({})) as unknown as { assets: object[] };
    expect(assets[0]).toMatchObject({ alt: { en: 'A sofa', de: 'Ein Sofa' } });
  });

  it('Escape closes without a choice', async () => {
    await bench.open();
    await bench.page.evaluate(() => void window.library.pick());
    await bench.page.getByText('No pictures yet').waitFor();
    await bench.page.keyboard.press('Escape');
    await bench.page.waitForFunction(() => window.library.picked === 'nothing');
  });

  it('files are moved by dragging and by menu; a removed folder gives its files back', async () => {
    await openLibrary();
    await button('New folder').click();
    await bench.page.keyboard.type('Winter');
    await bench.page.keyboard.press('Enter');
    await upload(await picture('sofa.png', '#963'));
    const folder = bench.page.getByRole('button', { name: /^Winter/ });
    await tile(/sofa/).hover();
    await bench.page.mouse.down();
    const box = (await folder.boundingBox())!;
    await bench.page.mouse.move(box.x + 20, box.y + 10, { steps: 4 });
    await bench.page.mouse.up();
    await expect.poll(() => folder.textContent(), patience).toBe('Winter1');
    await folder.click();
    await tile(/sofa/).click();
    await button('Move to …').click();
    await bench.page.getByRole('menuitem', { name: 'No folder' }).click();
    await bench.page.getByText('Nothing in this folder').waitFor();
    await folder.hover();
    await button(/^What can be done with the folder Winter/).click();
    await bench.page.getByRole('menuitem', { name: 'Delete' }).click();
    await button('Delete the folder').click();
    await tile(/sofa/).waitFor();
  });

  it('another file takes the place of one, and the one before is shown again', async () => {
    await openLibrary();
    await upload(await picture('sofa.png', '#963'));
    await tile(/sofa/).click();
    const chooser = bench.page.waitForEvent('filechooser');
    await button('Replace everywhere').click();
    await (await chooser).setFiles([await picture('chair.png', '#639')]);
    await tile(/chair/).waitFor();
    await button(/^Show the file of .* again$/).click();
    await tile(/sofa/).waitFor();
  });

  it('what is in use says where before it is deleted; the trash gives it back', async () => {
    await openLibrary();
    // The first one that comes is looked at already.
    await upload(await picture('chair.png', '#369'));
    await tile(/chair/).waitFor();
    await upload(await picture('sofa.png', '#963'));
    await tile(/sofa/).waitFor();
    const { assets } = (await bench.assets.list({})) as unknown as { assets: { src: string }[] };
    bench.drafts.push({
      state: 'draft',
      document: pageWith(assets.find(({ src }) => src.includes('sofa'))!.src),
    });
    await tile(/sofa/).click();
    await bench.page.getByRole('link', { name: /^Home/ }).waitFor();
    await tile(/sofa/).press('Delete');
    await bench.page.getByText('Home (in the draft only)').waitFor();
    await button('Delete all the same').click();
    await tile(/sofa/).waitFor({ state: 'detached' });
    await bench.page.evaluate(() => {
      window.addEventListener('keydown', () => document.body.setAttribute('data-heard', ''));
      (document.activeElement as HTMLElement).blur();
    });
    await bench.page.keyboard.press('Delete');
    expect(await bench.page.locator('[data-heard]').count()).toBe(0);
    await button('Trash').click();
    await tile(/sofa/).click();
    await button('Restore').click();
    await bench.page.getByText('The trash is empty').waitFor();
    await button('All files').click();
    await tile(/sofa/).waitFor();
  });

  it('the grid is one stop of the Tab key with arrows inside, and search leads into it', async () => {
    await openLibrary();
    await upload(
      await picture('sofa.png', '#963'),
      await picture('lamp.png', '#369'),
      await picture('rug.png', '#393'),
    );
    await uploads().getByText('3 uploaded').waitFor();
    await bench.page.getByLabel('Order').selectOption('By name');
    await expect.poll(() => tile(/png/).first().getAttribute('aria-label'), patience).toMatch(/^lamp/);
    const focused = () => bench.page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await bench.page.getByRole('searchbox').press('ArrowDown');
    await bench.page.keyboard.press('ArrowRight');
    expect(await focused()).toMatch(/^rug/);
    expect(await bench.page.locator('[role=option][tabindex="0"]').count()).toBe(1);
    await bench.page.keyboard.press('Shift+ArrowRight');
    await bench.page.getByText('2 files chosen').waitFor();
    await bench.page.getByRole('searchbox').fill('nowhere');
    await bench.page.getByText('Nothing found for “nowhere”').waitFor();
  });

  it('axe finds nothing in light and in dark', async () => {
    const axe = createRequire(import.meta.url).resolve('axe-core');
    await openLibrary();
    await upload(await picture('sofa.png', '#963'), {
      name: 'drawing.svg',
      mimeType: 'image/svg+xml',
      buffer: sampleDrawing(),
    });
    await uploads().getByText('2 uploaded').waitFor();
    await tile(/sofa/).click();
    await bench.page.getByText('No page and no product shows it.').waitFor();
    await bench.page.evaluate(await readFile(axe.replace(/axe\.js$/, 'axe.min.js'), 'utf8'));
    expect(await problemsIn('light')).toEqual([]);
    expect(await problemsIn('dark')).toEqual([]);
  });
});

async function problemsIn(scheme: 'light' | 'dark') {
  return await bench.page.evaluate(async (chosen) => {
    document.documentElement.setAttribute('data-mantine-color-scheme', chosen);
    // Contrast is judged when colours have stopped changing.
    await new Promise(requestAnimationFrame);
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    const { violations } = await (window as unknown as { axe: { run(): Promise<AxeFound> } }).axe.run();
    return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html.slice(0, 160))]);
  }, scheme);
}

interface AxeFound {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

function pageWith(src: string) {
  const image = { src, alt: '', width: 320, height: 200 };
  return makePage({ name: 'Home', nodes: [makeNode('hero', { props: { picture: image } })] });
}

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openBench, type PanelBench } from './testing/open-bench.ts';

const chromium = process.env.VITRINE_CHROMIUM;
const picture = { src: 'pages/harbour.svg', alt: 'The harbour', width: 1600, height: 1000 };

let bench: PanelBench;

beforeAll(async () => {
  if (chromium) bench = await openBench(chromium);
});
afterAll(() => bench?.close());
afterEach(() => expect(bench?.complaints ?? []).toEqual([]));

const labelled = (name: string) => bench.page.getByRole('textbox', { name, exact: true });
const button = (name: string | RegExp) => bench.page.getByRole('button', { name });
const field = (path: string) => bench.page.locator(`[data-field="${path}"]`);

describe.skipIf(!chromium)('texts', () => {
  it('a keystroke is in the document at once and renders no other field', async () => {
    await bench.open({ a: { title: 'Light', body: '<p>Words</p>', picture } });
    await labelled('Title').click();
    await bench.page.keyboard.press('End');
    const before = await bench.page.evaluate(() => window.bench.state.renders);
    await bench.page.keyboard.type('er');
    expect((await bench.props('a')).title).toBe('Lighter');
    expect(await labelled('Title').inputValue()).toBe('Lighter');
    expect(await bench.page.evaluate(() => window.bench.state.renders)).toBe(before);
  });

  it('the caret stays with its words while somebody else writes in the same text', async () => {
    await bench.open({ a: { title: 'Light for evenings' } });
    const title = labelled('Title');
    await title.evaluate((input: HTMLInputElement) => {
      input.focus();
      input.setSelectionRange(5, 5);
    });
    await bench.page.evaluate(() => window.bench.peer!.setProp('a', 'title', 'Good Light for evenings'));
    expect(await title.inputValue()).toBe('Good Light for evenings');
    expect(await title.evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(10);
    await bench.page.keyboard.type('s');
    expect((await bench.props('a')).title).toBe('Good Lights for evenings');
  });

  it('what an input method composes is kept apart from what others write until it ends', async () => {
    await bench.open({ a: { title: 'ab' } });
    const title = labelled('Title');
    await title.evaluate((input: HTMLInputElement) => {
      input.focus();
      input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
      input.value = 'abか';
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      window.bench.peer!.setProp('a', 'title', '> ab');
    });
    expect(await title.inputValue()).toBe('abか');
    await title.evaluate((input: HTMLInputElement) =>
      input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true })),
    );
    expect(await title.inputValue()).toBe('> abか');
    expect((await bench.props('a')).title).toBe('> abか');
  });

  it('limits are counted and explained at the field', async () => {
    await bench.open({ a: { title: '' } });
    await field('title').getByText('This must be filled in.').waitFor();
    await labelled('Title').fill('x'.repeat(91));
    await field('title').getByText('At most 90 characters; these are 91.').waitFor();
    expect(await labelled('Title').getAttribute('aria-invalid')).toBe('true');
    await bench.show({ problems: { title: 'Another page has this title.' } });
    await field('title').getByText('Another page has this title.').waitFor();
  });
});

describe.skipIf(!chromium)('own and inherited', () => {
  it('a locale shows what it inherits; typing replaces it, a reset brings it back', async () => {
    await bench.open({ a: { title: 'Light' } }, { locale: 'de' });
    await field('title@de').getByText('from English').waitFor();
    const title = labelled('Title');
    expect(await title.inputValue()).toBe('Light');
    await title.click();
    await bench.page.keyboard.type('Licht');
    expect(await bench.props('a')).toEqual({ title: 'Light', 'title@de': 'Licht' });
    await bench.show({ outdated: ['title@de'] });
    await field('title@de').getByText('English changed').waitFor();
    await button('Title: reset to inherited').click();
    expect(await bench.props('a')).toEqual({ title: 'Light' });
    expect(await title.inputValue()).toBe('Light');
  });

  it('formatted text gets its editor when it has a value of its own, and not by being looked at', async () => {
    await bench.open({ a: { body: '<p>Words</p>' } }, { locale: 'de' });
    expect(await bench.props('a')).toEqual({ body: '<p>Words</p>' });
    await button('Write it in German').click();
    expect(await bench.props('a')).toEqual({ body: '<p>Words</p>', 'body@de': '<p>Words</p>' });
    await bench.page.getByRole('textbox', { name: 'Text', exact: true }).waitFor();
  });

  it('a width is given a value of its own and loses it again', async () => {
    await bench.open({ a: { columns: 2 } });
    const widths = bench.page.getByRole('radiogroup', { name: 'Columns: width' });
    await widths.getByRole('radio', { name: /^Laptop/ }).check({ force: true });
    await field('columns@md').getByText('from Phone').waitFor();
    await labelled('Columns').fill('4');
    expect(await bench.props('a')).toEqual({ columns: 2, 'columns@md': 4 });
    await button('Columns: reset to inherited').click();
    expect(await bench.props('a')).toEqual({ columns: 2 });
    expect(await labelled('Columns').inputValue()).toBe('2');
  });

  it('an emptied number falls back to the default when it is left', async () => {
    await bench.open({ a: { gap: 24 } });
    await labelled('Gap').fill('');
    expect(await bench.props('a')).toEqual({ gap: 24 });
    await labelled('Gap').blur();
    expect(await bench.props('a')).toEqual({});
    expect(await labelled('Gap').inputValue()).toBe('16 px');
  });
});

describe.skipIf(!chromium)('lists', () => {
  const links = [{ label: 'One' }, { label: 'Two' }, { label: 'Three' }];

  it('items are put in order with the keyboard, and the focus goes with them', async () => {
    await bench.open({ a: { links } });
    await button(/^Move One/).focus();
    await bench.page.keyboard.press('ArrowDown');
    await bench.page.keyboard.press('ArrowDown');
    expect((await bench.props('a')).links).toEqual([{ label: 'Two' }, { label: 'Three' }, { label: 'One' }]);
    expect(await bench.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(
      /^Move One, place 3 of 3/,
    );
    await field('links').getByRole('status').getByText('One: place 3 of 3').waitFor({ state: 'attached' });
  });

  it('items are put in order with the pointer, and Escape leaves them', async () => {
    await bench.open({ a: { links } });
    const drag = async (from: RegExp, to: RegExp) => {
      await button(from).hover();
      await bench.page.mouse.down();
      const box = (await button(to).boundingBox())!;
      await bench.page.mouse.move(box.x + 5, box.y + box.height - 2, { steps: 4 });
    };
    await drag(/^Move One/, /^Move Two/);
    await bench.page.keyboard.press('Escape');
    await bench.page.mouse.up();
    expect((await bench.props('a')).links).toEqual(links);
    await drag(/^Move One/, /^Move Two/);
    await bench.page.mouse.up();
    expect((await bench.props('a')).links).toEqual([{ label: 'Two' }, { label: 'One' }, { label: 'Three' }]);
  });

  it('a new item opens with the focus in its first field; the most is explained', async () => {
    await bench.open({ a: { links } });
    await button('Add link').click();
    await bench.page.locator('input:focus').waitFor();
    await bench.page.keyboard.type('Four');
    expect((await bench.props('a')).links).toEqual([...links, { label: 'Four' }]);
    await field('links').getByText('4 of 4, which is all that fit').waitFor();
    expect(await button('Add link').isDisabled()).toBe(true);
    await button('Remove Two').click();
    expect((await bench.props('a')).links).toEqual([{ label: 'One' }, { label: 'Three' }, { label: 'Four' }]);
  });

  it('typing into an item of a default stores the list and stays in the input', async () => {
    await bench.open({ a: {} });
    await bench.page.getByRole('button', { name: 'Choose', exact: true }).click();
    await labelled('Name').click();
    await bench.page.keyboard.press('End');
    await bench.page.keyboard.type(' well');
    expect((await bench.props('a')).steps).toEqual([{ name: 'Look' }, { name: 'Choose well' }]);
  });

  it('an item that must be chosen is kept once it is', async () => {
    await bench.open({ a: {} });
    await button('Add category').click();
    expect(await bench.props('a')).toEqual({});
    await bench.page.keyboard.press('Enter');
    await bench.page.getByRole('option', { name: /Lamps/ }).waitFor();
    await bench.page.keyboard.press('ArrowDown');
    await bench.page.keyboard.press('Enter');
    expect(await bench.props('a')).toEqual({ categories: ['lamps'] });
  });
});

describe.skipIf(!chromium)('pictures and the catalogue', () => {
  it('a product is searched for and chosen with the keyboard', async () => {
    await bench.open({ a: {} });
    await button(/^Product Choose a product/).focus();
    await bench.page.keyboard.press('Enter');
    // The caret comes a moment after the field.
    await bench.page
      .getByRole('textbox', { name: 'Search products' })
      .and(bench.page.locator(':focus'))
      .waitFor();
    await bench.page.keyboard.type('nothing like it');
    await bench.page.getByText('No products for “nothing like it”.').waitFor();
    await bench.page.getByRole('textbox', { name: 'Search products' }).fill('wool');
    await bench.page.getByRole('option', { name: /Wool throw/ }).waitFor();
    await expect.poll(() => bench.page.getByRole('listbox').getByRole('option').count()).toBe(1);
    await bench.page.keyboard.press('Enter');
    expect(await bench.props('a')).toEqual({ product: 'p3' });
    await button(/Wool throw/).waitFor();
  });

  it('a catalogue that does not answer says so and can be asked again', async () => {
    await bench.open({ a: {} });
    await bench.page.evaluate(() => {
      window.bench.state.fails = true;
    });
    await button(/^Product Choose a product/).click();
    await bench.page.getByText('The catalogue does not answer.').waitFor();
    await bench.page.evaluate(() => {
      window.bench.state.fails = false;
    });
    await button('Try again').click();
    await bench.page.getByRole('option', { name: /Oak bench/ }).waitFor();
    await bench.page.keyboard.press('Escape');
  });

  it('the list of products stays within a low window, and can be scrolled there', async () => {
    const size = bench.page.viewportSize()!;
    await bench.page.setViewportSize({ width: 700, height: 280 });
    await bench.open({ a: {} });
    const choose = button(/^Product Choose a product/);
    await choose.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await choose.click();
    const found = bench.page.getByRole('listbox', { name: 'products' });
    const options = found.getByRole('option');
    await options.first().waitFor();
    const list = bench.page.locator('[data-position]').filter({ has: found });
    const box = (await list.boundingBox())!;
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.y + box.height).toBeLessThanOrEqual(280);
    await options.last().scrollIntoViewIfNeeded();
    const last = (await options.last().boundingBox())!;
    expect(last.y + last.height).toBeLessThanOrEqual(box.y + box.height);
    await bench.page.keyboard.press('Escape');
    await bench.page.setViewportSize(size);
  });

  it('products of a collection are added, ordered and taken out', async () => {
    await bench.open({ a: { byHand: { kind: 'products', ids: ['p1', 'p2'] } } });
    const mine = field('byHand');
    await mine.getByText('Oak bench').waitFor();
    await mine.getByRole('button', { name: /^Move Harbour lamp/ }).press('ArrowDown');
    await mine.getByRole('button', { name: 'Add products' }).click();
    await bench.page.getByRole('option', { name: /Wool throw/ }).click();
    await bench.page.keyboard.press('Escape');
    await mine.getByRole('button', { name: 'Remove Oak bench' }).click();
    expect((await bench.props('a')).byHand).toEqual({ kind: 'products', ids: ['p1', 'p3'] });
  });

  it('the kind of a link is changed without losing what it led to', async () => {
    await bench.open({ a: { link: { kind: 'page', path: '/about' } } });
    const mine = field('link');
    await mine.getByText('Address', { exact: true }).click();
    expect((await bench.props('a')).link).toEqual({ kind: 'page', path: '/about' });
    await mine.getByRole('textbox', { name: 'Address' }).fill('javascript:alert(1)');
    await mine.getByText(/begins with http/).waitFor();
    await mine.getByRole('textbox', { name: 'Address' }).fill('https://example.com');
    await mine.getByRole('checkbox', { name: 'Opens in a new tab' }).check();
    expect((await bench.props('a')).link).toEqual({ kind: 'url', href: 'https://example.com', newTab: true });
    await mine.getByText('Page', { exact: true }).click();
    expect((await bench.props('a')).link).toEqual({ kind: 'page', path: '/about' });
  });

  it('the focal point is moved by keys and pointer, and the alternative text is asked for', async () => {
    await bench.open({ a: { picture } });
    const point = button(/^Focal point/);
    await point.press('ArrowRight');
    await point.press('Shift+ArrowUp');
    expect((await bench.props('a')).picture).toMatchObject({ focalPoint: { x: 0.51, y: 0.4 } });
    const box = (await field('picture').locator('img').boundingBox())!;
    await bench.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await bench.page.mouse.down();
    await bench.page.mouse.move(box.x + box.width / 4, box.y + box.height - 1, { steps: 3 });
    await bench.page.mouse.up();
    expect((await bench.props('a')).picture).toMatchObject({ focalPoint: { x: 0.25 } });
    await labelled('Alternative text').fill('');
    await field('picture').getByText('Say what it shows, or call it decoration.').waitFor();
    await field('picture').getByRole('checkbox').check();
    await labelled('Alternative text').waitFor({ state: 'detached' });
    await button('Replace').click();
    await expect
      .poll(async () => (await bench.props('a')).picture)
      .toMatchObject({ alt: 'A picked picture' });
  });
});

describe.skipIf(!chromium)('several, locked, not allowed', () => {
  it('several instances are changed together', async () => {
    await bench.open({ a: { title: 'One', sticky: true }, b: { title: 'Two', sticky: true } });
    expect(await labelled('Title').getAttribute('placeholder')).toBe('Different values');
    await labelled('Title').click();
    await bench.page.keyboard.type('Both');
    expect((await bench.props('a')).title).toBe('Both');
    expect((await bench.props('b')).title).toBe('Both');
    await bench.page.getByRole('switch', { name: 'Stays in sight' }).click({ force: true });
    expect((await bench.props('b')).sticky).toBe(false);
  });

  it('a locked instance says why it cannot be changed, and can be unlocked', async () => {
    await bench.open({ a: { title: 'One' } });
    await bench.page.evaluate(() => window.bench.page!.setFacts('a', { lock: true }));
    await bench.page.getByText('This instance is locked').waitFor();
    expect(await labelled('Title').evaluate((input: HTMLInputElement) => input.readOnly)).toBe(true);
    await button('Unlock').click();
    await labelled('Title').fill('Two');
    expect((await bench.props('a')).title).toBe('Two');
  });

  it('without the right to, everything is shown and nothing can be changed', async () => {
    await bench.open({ a: { links: [{ label: 'One' }] } }, { readOnly: 'You may only look.' });
    await bench.page.getByText('You may only look.').waitFor();
    expect(await button('Add link').count()).toBe(0);
    expect(await button(/^Move One/).isDisabled()).toBe(true);
    expect(await button(/^Product Choose a product/).isDisabled()).toBe(true);
  });

  it('a field appears when what it depends on says so', async () => {
    await bench.open({ a: { layout: 'panel' } });
    expect(await field('side').count()).toBe(0);
    await bench.page.getByText('Words beside the picture').click();
    await field('side').waitFor();
  });

  it('an instance that somebody else removes leaves the panel', async () => {
    await bench.open({ a: { title: 'One' } });
    await bench.page.evaluate(() => window.bench.peer!.remove(['a']));
    await bench.page.getByText('Select something on the page').waitFor();
  });

  it('an instance of a module this shop does not have says so', async () => {
    await bench.open({ a: {} });
    await bench.page.evaluate(() =>
      window.bench.page!.insert([{ id: 'x', type: 'gone', v: 1, props: { title: 'One' } }], {}),
    );
    await bench.show({ ids: ['x'] });
    await bench.page.getByText('This shop has no module “gone”.').waitFor();
    await bench.show({ ids: ['a', 'x'] });
    await bench.page.getByText('2 selected').waitFor();
  });

  it('an instance is given a name', async () => {
    await bench.open({ a: {} });
    await labelled('Name of this instance').fill('Opening');
    await bench.page.keyboard.press('Enter');
    expect(await bench.page.evaluate(() => window.bench.page!.node('a')?.name)).toBe('Opening');
  });
});

describe.skipIf(!chromium)('accessibility', () => {
  const everything = {
    title: 'Light',
    picture,
    columns: 2,
    link: { kind: 'page', path: '/about' },
    product: 'p1',
    byHand: { kind: 'products', ids: ['p1', 'p2'] },
    until: '2027-03-01T09:00:00+01:00',
    links: [{ label: 'One' }],
    currencies: ['EUR', 'euro'],
  };

  it.each([
    { scheme: 'light', locale: 'en' },
    { scheme: 'dark', locale: 'de' },
  ] as const)('axe finds nothing in $scheme, $locale', async (view) => {
    const axe = createRequire(import.meta.url).resolve('axe-core');
    await bench.open({ a: everything }, view);
    await bench.page.getByRole('button', { name: 'One', exact: true }).click();
    await bench.page.getByText('Harbour lamp').first().waitFor();
    await bench.page.evaluate(await readFile(axe.replace(/axe\.js$/, 'axe.min.js'), 'utf8'));
    const found = await bench.page.evaluate(async () => {
      const { violations } = await (
        window as unknown as { axe: { run(): Promise<{ violations: AxeViolation[] }> } }
      ).axe.run();
      return violations.map(({ id, nodes }) => [
        id,
        ...nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)),
      ]);
    });
    expect(found).toEqual([]);
  });
});

interface AxeViolation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

describe.skipIf(!chromium)('settings of a fragment', () => {
  it('[FRAG-10] are opened for the pages that use it, one by one and for all that are selected', async () => {
    const openOf = (id: string) => bench.page.evaluate((node) => window.bench.page!.node(node)?.open, id);
    await bench.open({ a: { title: 'Sale' }, b: { title: 'More' } }, { ids: ['a'], opens: true });
    const toggle = button('Title: open for pages that use it');
    expect(await toggle.getAttribute('aria-pressed')).toBe('false');
    await toggle.click();
    expect(await toggle.getAttribute('aria-pressed')).toBe('true');
    await button('Leads to: open for pages that use it').click();
    expect([await openOf('a'), await openOf('b')]).toEqual([['link', 'title'], undefined]);
    await bench.show({ ids: ['a', 'b'] });
    expect(await toggle.getAttribute('aria-pressed')).toBe('false');
    await toggle.click();
    expect([await openOf('a'), await openOf('b')]).toEqual([['link', 'title'], ['title']]);
    await toggle.click();
    expect([await openOf('a'), await openOf('b')]).toEqual([['link'], undefined]);
    await bench.show({ opens: false });
    expect(await toggle.count()).toBe(0);
  });
});

import { expectAccessible } from './accessible.ts';
import { EditorPage, makePage, node, publish, signIn } from './editor-page.ts';
import { expect, shopUrl, test } from './visitor.ts';

test('[RT-HEAD-7] [RT-SEO-5] a film of a host is fetched when it is asked for, a countdown runs out, and questions open without a script', async ({
  page,
  browser,
}) => {
  test.slow();
  await signIn(page);
  const soon = new Date(Date.now() + 3_600_000);
  const { id, path } = await makePage(page, [
    node('film', 'video', {
      film: {
        src: 'https://www.youtube.com/watch?v=aqz-KE-bpKQ',
        title: 'A mug is thrown',
        poster: { src: 'demo/scene-workshop.svg', alt: '', width: 2000, height: 1125 },
      },
    }),
    node('left', 'countdown', {
      title: 'The kiln opens',
      until: soon.toISOString(),
      after: 'words',
      over: 'It is open.',
    }),
    node('asked', 'accordion', {
      single: true,
      faq: true,
      items: [
        { question: 'How long?', answer: '<p>Nine days.</p>' },
        { question: 'How many?', answer: '<p>Two hundred.</p>' },
      ],
    }),
  ]);
  await new EditorPage(page).open(id);
  await publish(page);

  const context = await browser.newContext({ baseURL: shopUrl() });
  const shopper = await context.newPage();
  const asked: string[] = [];
  const refused: string[] = [];
  shopper.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text());
  });
  await context.route(
    (url) => url.hostname.endsWith('youtube-nocookie.com'),
    (route) => {
      asked.push(route.request().url());
      return route.fulfill({ contentType: 'text/html', body: '<p>The film plays</p>' });
    },
  );
  await shopper.clock.install();
  await shopper.goto(path);
  await expectAccessible(shopper, 'a page with a film, a countdown and questions');
  expect(asked).toEqual([]);
  expect(JSON.parse(await shopper.locator('script[type="application/ld+json"]').innerText())).toMatchObject({
    '@type': 'FAQPage',
    mainEntity: [{ name: 'How long?' }, { name: 'How many?' }],
  });

  // The time of the browser counts, to the end.
  const figures = shopper.getByText('The kiln opens').locator('xpath=following-sibling::p').first();
  await expect(figures).toContainText('59');
  await shopper.clock.fastForward('30:00');
  await expect(figures).toContainText(/0 ?days.*00 ?hours.*(29|30) ?minutes/s);
  await shopper.clock.fastForward('31:00');
  await expect(shopper.getByText('It is open.')).toBeVisible();

  await shopper.getByRole('button', { name: 'Play: A mug is thrown' }).click();
  await expect(
    shopper.frameLocator('iframe[title="A mug is thrown"]').getByText('The film plays'),
  ).toBeVisible();
  expect(asked).toEqual(['https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ?autoplay=1&rel=0']);
  expect(refused).toEqual([]);
  await context.close();

  // Where no script runs, one question closes the other, and the film is one link away.
  const plain = await browser.newContext({ baseURL: shopUrl(), javaScriptEnabled: false });
  const reader = await plain.newPage();
  await reader.goto(path);
  await reader.getByText('How long?').click();
  await expect(reader.getByText('Nine days.')).toBeVisible();
  await reader.getByText('How many?').click();
  await expect(reader.getByText('Nine days.')).toBeHidden();
  await expect(reader.getByRole('link', { name: 'Watch it at YouTube' })).toHaveAttribute(
    'href',
    'https://www.youtube.com/watch?v=aqz-KE-bpKQ',
  );
  await plain.close();
});

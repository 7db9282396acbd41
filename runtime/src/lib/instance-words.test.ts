import { createRegistry, defineModule, text } from '@vitrine/modules';
import { describe, expect, it } from 'vitest';
import { instanceWords } from './instance-words.ts';
import { smallRegistry } from './testing/small-modules.tsx';
import { node, openSmallShop } from './testing/small-shop.ts';

const player = defineModule({
  id: 'player',
  title: 'Player',
  kind: 'block',
  version: 1,
  config: { host: text({ label: 'Host' }), question: text({ label: 'Question' }) },
  strangers: ({ config: { host } }) => ({ frames: [host], films: ['https://films.example'] }),
  structured: ({ config: { question } }) => {
    if (question === 'throw') throw new Error('no words');
    if (question === 'huge') return { '@type': 'FAQPage', name: 10n ** 20n };
    if (question === 'ring') {
      const ring: Record<string, unknown> = { '@type': 'FAQPage' };
      ring.mainEntity = ring;
      return ring;
    }
    if (question === 'unwritten') return { toJSON: () => JSON.parse('no JSON') };
    if (question === 'nothing') return { toJSON: () => undefined };
    return question === '' ? undefined : { '@type': 'FAQPage', name: question };
  },
});

async function openShop() {
  const registry = createRegistry([
    ...smallRegistry.all,
    { module: player, view: () => null, css: '', presets: [] },
  ]);
  const shop = await openSmallShop({ registry });
  const page = (id: string, ...all: readonly Record<string, string>[]) => ({
    document: {
      schema: 1 as const,
      kind: 'page' as const,
      id,
      name: id,
      layout: 'bare',
      seo: {},
      nodes: all.map((props, at) => node('player', { id: `player-${at}`, props })),
    },
    url: {
      channel: 'online',
      locale: 'en',
      path: `/${id}`,
      target: { kind: 'page' as const, page: id },
    },
  });
  const pages = [
    page(
      'films',
      { host: 'https://player.example', question: 'Why </script> clay?' },
      { host: 'https://player.example' },
    ),
    page('odd', { host: "https://player.example; script-src 'unsafe-inline'" }, { question: 'throw' }),
    page(
      'unwritable',
      ...['huge', 'ring', 'unwritten', 'nothing', 'Why clay?'].map((question) => ({
        host: 'https://player.example',
        question,
      })),
    ),
  ];
  await shop.pages.publish({
    by: 'test',
    documents: pages.map(({ document }) => document),
    urls: pages.map(({ url }) => url),
  });
  return shop;
}

describe('what instances say beside their HTML', () => {
  it('[RT-HEAD-7] frames and films of others come in on the pages that show them, on no other', async () => {
    const shop = await openShop();
    const policy = async (path: string) =>
      (await shop.get(path)).headers.get('content-security-policy')?.split('; ') ?? [];
    const films = await policy('/films');
    expect(films).toContain("frame-src 'self' https://player.example");
    expect(films).toContain("media-src 'self' https://films.example");
    expect((await policy('/plain')).filter((each) => /^(frame|media)-src/.test(each))).toEqual([]);
  });

  it('[RT-HEAD-7] what is no origin never gets into the policy, and is complained of', async () => {
    const shop = await openShop();
    const answer = await shop.get('/odd');
    expect(answer.status).toBe(200);
    const policy = answer.headers.get('content-security-policy');
    expect(policy).not.toContain('player.example');
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    const said: string[] = [];
    instanceWords(player, { host: 'player.example', question: '' }, (message) => said.push(message));
    expect(said).toEqual(['It names player.example, which is no origin such as https://player.example.']);
  });

  it('[RT-SEO-5] what an instance tells search engines stands in the head; one that throws tells nothing', async () => {
    const shop = await openShop();
    const html = await shop.html('/films');
    const [, head] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? [];
    expect(JSON.parse(head ?? '')).toEqual({ '@type': 'FAQPage', name: 'Why </script> clay?' });
    expect(await shop.html('/odd')).not.toContain('ld+json');
    const said: string[] = [];
    const told = instanceWords(player, { question: 'throw' }, (message) => said.push(message));
    expect([told, said]).toEqual([{}, ['It could not say what belongs to it: no words']]);
  });

  it('[RT-SEO-5] what cannot be written as JSON is not told, and the page stands with what the others tell', async () => {
    const shop = await openShop();
    const html = await shop.html('/unwritable');
    const told = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map(([, json]) =>
      JSON.parse(json!),
    );
    expect(told).toEqual([{ '@type': 'FAQPage', name: 'Why clay?' }]);
    const said: string[] = [];
    const config = { host: 'https://player.example', question: 'huge' };
    expect(instanceWords(player, config, (message) => said.push(message))).toEqual({});
    expect(said).toEqual([expect.stringContaining('BigInt')]);
  });
});

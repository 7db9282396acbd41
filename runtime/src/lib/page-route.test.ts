import { gunzipSync } from 'node:zlib';
import type { UrlEntry } from '@vitrine/content';
import { createRegistry, defineHole, defineModule } from '@vitrine/modules';
import { beforeEach, describe, expect, it } from 'vitest';
import { smallRegistry } from './testing/small-modules.tsx';
import { node, openSmallShop, type SmallShop } from './testing/small-shop.ts';
import { withoutNonces } from './testing/without-nonces.ts';

let shop: SmallShop;
beforeEach(async () => {
  shop = await openSmallShop();
});

describe('a page', () => {
  it('[RT-1] is its document in its layout, with the answers its modules asked for', async () => {
    const answer = await shop.get('/p/mug');
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toContain('<h1>Mug</h1>');
    expect(html).toContain('<b>Tables</b>');
    expect(html).toContain('<strong>1290 EUR</strong>');
    expect(html).toContain('<title>Mug</title>');
    expect(html).toContain('"cents":1290');
    expect(html).toMatch(/^<!doctype html><html lang="en">.*<\/html>$/s);
  });

  it('[RT-2] speaks the locale of its address and the currency of its visitor', async () => {
    const html = await shop.html('/de/p/becher', { cookie: 'vt_currency=GBP' });
    expect(html).toContain('<html lang="de">');
    expect(html).toContain('<b>Tische</b>');
    expect(html).toContain('<strong>1100 GBP</strong>');
    expect(html).toContain('hreflang="en" href="https://shop.test/p/mug"');
    expect(await shop.html('/de', { cookie: 'vt_currency=USD' })).toContain('1290 EUR');
  });

  it('[RT-26] names its address in the other locales, also one that was given to it later', async () => {
    const to = { kind: 'page' as const, page: 'plain' };
    const hreflangs = async (path: string) =>
      Array.from(
        (await shop.html(path)).matchAll(/hreflang="(\w+)" href="https:\/\/shop\.test([^"]*)"/g),
        ([, locale, there]) => `${locale} ${there}`,
      );
    await shop.pages.publish({
      by: 'test',
      urls: [{ channel: 'online', locale: 'en', path: '/about', target: to }],
      removeUrls: ['en', 'de'].map((locale) => ({ channel: 'online', locale, path: '/plain' })),
    });
    expect(await hreflangs('/about')).toEqual(['en /about']);
    await shop.pages.publish({
      by: 'test',
      urls: [{ channel: 'online', locale: 'de', path: '/über-uns', target: to }],
    });
    expect(await hreflangs('/about')).toEqual(['en /about', 'de /de/%C3%BCber-uns']);
    expect(await hreflangs('/de/%C3%BCber-uns')).toEqual(['en /about', 'de /de/%C3%BCber-uns']);
  });

  it('[RT-3] asks each question once for all its modules, its head and its slots', async () => {
    await shop.get('/p/mug');
    expect(new Set(shop.backend.asked)).toEqual(new Set(['menu.get', 'price.get', 'thing.get']));
    expect(shop.backend.asked).toHaveLength(3);
    await shop.get('/p/mug');
    expect(shop.backend.asked).toHaveLength(3);
  });

  it('[RT-4] carries the style sheets of the modules on it, once each and no others', async () => {
    const html = await shop.html('/plain');
    expect(html.match(/<style/g)).toHaveLength(1);
    expect(html.match(/p\{margin:0\}/g)).toHaveLength(1);
    expect(html).toContain('--colour-ink');
    expect(html).not.toContain('aside{color:red}');
  });

  it('[RT-5] sees only the query parameters its modules declare', async () => {
    const html = await shop.html('/search?q=mug&page=2&utm_source=x&evil=<script>');
    expect(html).toContain('mug<!-- --> <!-- -->2'.replaceAll('<!-- -->', ''));
    expect(html).toContain('href="/search?page=3&amp;q=mug"');
    expect(html).not.toMatch(/utm_source|evil/);
    expect(await shop.html('/search?page=-7&q=a')).toContain('a 1');
  });
});

describe('addresses', () => {
  const location = async (path: string) => {
    const answer = await shop.get(path);
    return [answer.status, answer.headers.get('location')];
  };

  it('[RT-6] one page has one address: other spellings are redirected with their query', async () => {
    expect(await location('/P/Mug/?page=2')).toEqual([301, '/p/mug?page=2']);
    expect(await location('/en/plain')).toEqual([301, '/plain']);
    expect(await location('/de/')).toEqual([301, '/de']);
    expect(await location('//evil.test/x')).toEqual([301, '/evil.test/x']);
    // Also when the page itself is kept, and each with the query it came with.
    expect((await shop.get('/p/mug')).status).toBe(200);
    const both = await Promise.all([location('/P/Mug?from=one'), location('/p/mug/?from=two')]);
    expect(both).toEqual([
      [301, '/p/mug?from=one'],
      [301, '/p/mug?from=two'],
    ]);
  });

  it('[RT-7] a slug of another language leads to the one of this language', async () => {
    expect(await location('/de/p/mug?page=2')).toEqual([301, '/de/p/becher?page=2']);
    expect(await location('/p/becher')).toEqual([301, '/p/mug']);
  });

  describe('of a page whose path differs from locale to locale', () => {
    const at = (locale: string, path: string, page = 'plain') => ({
      channel: 'online',
      locale,
      path,
      target: { kind: 'page' as const, page },
    });
    const publish = (urls: readonly UrlEntry[]) => shop.pages.publish({ by: 'test', urls });

    it('[RT-27] the path of another locale leads to the one of this locale, and is kept by nobody', async () => {
      await publish([at('en', '/gifts'), at('de', '/für-sie')]);
      await shop.pages.publish({
        by: 'test',
        removeUrls: ['en', 'de'].map((locale) => ({ channel: 'online', locale, path: '/plain' })),
      });
      expect(await location('/de/gifts?page=2')).toEqual([302, '/de/f%C3%BCr-sie?page=2']);
      expect(await location('/f%C3%BCr-sie')).toEqual([302, '/gifts']);
      expect((await shop.get('/de/gifts')).headers.get('cache-control')).toBe('private, no-store');
      expect((await shop.get('/gifts')).status).toBe(200);
      expect((await shop.get('/de/f%C3%BCr-sie')).status).toBe(200);
    });

    it('[RT-27] a path that leads somewhere in this locale is left alone, so nothing goes round', async () => {
      await publish([
        at('en', '/one'),
        at('de', '/two'),
        at('en', '/two', 'faulty'),
        at('de', '/one', 'faulty'),
      ]);
      expect(await location('/de/one')).toEqual([200, null]);
      expect(await location('/de/two')).toEqual([200, null]);
      await publish([{ ...at('de', '/one'), target: { kind: 'gone' } }]);
      expect((await shop.get('/de/one')).status).toBe(410);
      await publish([at('de', '/one', 'faulty')]);
      const { published } = shop.pages;
      shop.pages.published = async (ids) =>
        (await published(ids)).map((each) => (each?.document.kind === 'page' ? undefined : each));
      await shop.tags.bump(['page:plain', 'page:faulty']);
      expect(await location('/de/one')).toEqual([404, null]);
      expect(await location('/de/two')).toEqual([404, null]);
    });

    it('[RT-27] a path no other locale has, and a page without one here, are not there until they are', async () => {
      const removeUrls = [{ channel: 'online', locale: 'de', path: '/plain' }];
      await shop.pages.publish({ by: 'test', urls: [at('en', '/gifts')], removeUrls });
      expect((await shop.get('/de/nothing')).status).toBe(404);
      expect((await shop.get('/de/gifts')).status).toBe(404);
      await publish([at('de', '/geschenke')]);
      expect(await location('/de/gifts')).toEqual([302, '/de/geschenke']);
      await publish([at('de', '/gifts', 'faulty')]);
      expect(await location('/de/gifts')).toEqual([200, null]);
      await publish([at('en', '/nothing')]);
      expect(await location('/de/nothing')).toEqual([302, '/de/geschenke']);
    });

    it('[RT-27] a page that is found costs no look at other locales, one that is not a look at each', async () => {
      const looks: string[] = [];
      const { resolveUrl } = shop.pages;
      shop.pages.resolveUrl = (channel, locale, path) => {
        looks.push(`${locale} ${path}`);
        return resolveUrl(channel, locale, path);
      };
      await shop.get('/plain');
      await shop.get('/p/mug');
      expect(looks).toEqual(['en /plain', 'en /p/mug']);
      await shop.get('/de/p/none');
      await shop.get('/de/p/none');
      expect(looks.slice(2)).toEqual(['de /p/none', 'en /p/none']);
    });
  });

  it('[RT-8] the URL map decides first: redirects and what is gone', async () => {
    expect(await location('/de/old')).toEqual([301, '/de/p/mug']);
    expect((await shop.get('/past')).status).toBe(410);
  });

  it('[RT-25] a redirect keeps its own query and fragment, and its path is encoded once', async () => {
    const to = {
      '/sale-ends': '/sale#top',
      '/kitchen': '/p/k%C3%BCche',
      '/both': '/Sale?size=m#top',
      '/start': '/#news',
      '/away': 'https://example.org/x#y',
    };
    const urls = Object.entries(to).flatMap(([path, target]) =>
      ['en', 'de'].map((locale) => ({
        channel: 'online',
        locale,
        path,
        target: { kind: 'redirect' as const, to: target, status: 301 as const },
      })),
    );
    await shop.pages.publish({ by: 'test', urls });
    expect(await location('/sale-ends')).toEqual([301, '/sale#top']);
    expect(await location('/de/sale-ends?from=letter')).toEqual([301, '/de/sale?from=letter#top']);
    expect(await location('/kitchen')).toEqual([301, '/p/k%C3%BCche']);
    expect(await location('/both?from=letter')).toEqual([301, '/sale?size=m#top']);
    expect(await location('/de/start?from=letter')).toEqual([301, '/de?from=letter#news']);
    expect(await location('/away?from=letter')).toEqual([301, 'https://example.org/x#y']);
  });

  it('[RT-9] what is not there is a page of the shop with status 404', async () => {
    for (const path of ['/nowhere', '/p/none', '/p', '/p/mug/more']) {
      const answer = await shop.get(path);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(await answer.text()).toContain('Not here');
    }
  });

  it('[RT-10] addresses that cannot be read, or have no end, are refused in a sentence', async () => {
    expect((await shop.get('/%E0%A4%A')).status).toBe(400);
    expect((await shop.get('/a%00b')).status).toBe(400);
    expect((await shop.get(`/search?q=${'a'.repeat(5000)}`)).status).toBe(414);
    expect((await shop.get(`/${'a'.repeat(1100)}`)).status).toBe(414);
    expect(await (await shop.get('/%E0%A4%A')).text()).toContain('This address cannot be read.');
  });

  it('[RT-11] HEAD is GET without a body, other methods are refused', async () => {
    const head = await shop.get('/plain', {}, 'HEAD');
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(Number(head.headers.get('content-length'))).toBeGreaterThan(100);
    const post = await shop.get('/plain', {}, 'POST');
    expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describe('encodings', () => {
  it('[RT-12] gzip and identity are the same page, first and when kept', async () => {
    for (const path of ['/', '/p/mug', '/plain', '/nowhere'])
      for (let round = 0; round < 2; round++) {
        const packed = await shop.get(path, { 'accept-encoding': 'br, gzip' });
        expect(packed.headers.get('content-encoding')).toBe('gzip');
        const unpacked = gunzipSync(Buffer.from(await packed.arrayBuffer())).toString();
        expect(withoutNonces(unpacked)).toBe(await shop.html(path));
      }
    const refused = await shop.get('/', { 'accept-encoding': 'gzip;q=0, br' });
    expect(refused.headers.get('content-encoding')).toBeNull();
  });
});

describe('headers', () => {
  it('[RT-13] a page with a hole is kept by nobody and has a nonce of its own', async () => {
    const [first, second] = [await shop.get('/'), await shop.get('/')];
    expect(first.headers.get('cache-control')).toBe('private, no-store');
    const nonces = await Promise.all(
      [first, second].map(async (answer) => {
        const [, nonce = ''] =
          /nonce-([\w-]{22})/.exec(answer.headers.get('content-security-policy') ?? '') ?? [];
        const html = await answer.text();
        const used = [...html.matchAll(/nonce="([^"]*)"/g)].map(([, each]) => each);
        expect(used.length).toBeGreaterThan(1);
        expect(new Set(used)).toEqual(new Set([nonce]));
        return nonce;
      }),
    );
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it('[RT-14] a page that is the same for everyone may be kept, and is answered 304 when it is', async () => {
    const first = await shop.get('/plain');
    const { headers } = first;
    expect(headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    expect(headers.get('vary')).toBe('accept-encoding, cookie');
    expect(headers.get('content-security-policy')).toContain("style-src 'self' 'sha256-");
    const again = await shop.get('/plain', { 'if-none-match': headers.get('etag') ?? '' });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(await first.text()).not.toContain('nonce');
  });

  it('[RT-15] a notice is said once, and the answer that says it is kept by nobody', async () => {
    const cookie = `vt_notice=${encodeURIComponent('["good","Saved <b>"]')}`;
    const said = await shop.get('/plain', { cookie });
    expect(await said.text()).toContain('role="status">Saved &lt;b&gt;</div>');
    expect(said.headers.get('cache-control')).toBe('private, no-store');
    expect(said.headers.getSetCookie()).toEqual(['vt_notice=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax']);
    expect(await shop.html('/plain')).not.toContain('Saved');
    const ahead = await shop.get('/plain', { cookie, 'sec-purpose': 'prefetch;prerender' });
    expect(await ahead.text()).not.toContain('Saved');
  });

  it('[RT-16] every answer says how browsers are to treat it, also refusals', async () => {
    for (const path of ['/', '/plain', '/nowhere', '/%E0%A4%A', '/P/mug']) {
      const { headers } = await shop.get(path);
      expect([path, headers.get('x-content-type-options')]).toEqual([path, 'nosniff']);
      expect([path, headers.get('strict-transport-security')]).not.toEqual([path, null]);
    }
  });
});

describe('what fails', () => {
  it('[RT-17] a view that throws costs its own place, and the page is not kept', async () => {
    for (let round = 0; round < 2; round++) {
      const answer = await shop.get('/faulty');
      expect(answer.status).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
      expect(await answer.text()).toMatch(/<vt-fallback id="broken"[^>]*data-state="error".*Still here/s);
    }
    expect(shop.log.filter((line) => line.includes('This view always throws.'))).toHaveLength(2);
  });

  it('[RT-18] a question that fails gives the fallback of its module, and the next request asks again', async () => {
    shop.backend.before = (action) => {
      if (action === 'menu.get') throw new Error('The catalogue is down.');
    };
    const answer = await shop.get('/p/mug');
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(html).toContain('No menu now.');
    expect(html).toContain('<strong>1290 EUR</strong>');
    shop.backend.before = () => {};
    expect(await shop.html('/p/mug')).toContain('<b>Tables</b>');
  });

  it('[RT-19] when what the page is about cannot be told, the error template answers 503', async () => {
    shop.backend.before = (action) => {
      if (action === 'thing.get') throw new Error('The catalogue is down.');
    };
    const answer = await shop.get('/p/mug');
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([503, 'private, no-store']);
    expect(await answer.text()).toContain('Our fault');
    shop.backend.before = () => {};
    expect((await shop.get('/p/mug')).status).toBe(200);
  });

  it('[RT-20] when the page store fails before anything is known, a plain page names the request', async () => {
    const down = () => Promise.reject(new Error('The database is down.'));
    shop = await openSmallShop({
      pages: { ...shop.pages, published: down, resolveUrl: down, templateFor: down },
    });
    const answer = await shop.get('/', { 'x-request-id': 'request-4711' });
    expect(answer.status).toBe(500);
    const html = await answer.text();
    expect(html).toContain('request-4711');
    expect(html).not.toContain('database');
  });

  it('[RT-21] when the page store fails later, the documents known last are served and nothing is kept', async () => {
    await shop.get('/plain');
    const published = shop.pages.published;
    shop.pages.published = () => Promise.reject(new Error('The database is down.'));
    await shop.tags.bump(['page:plain', 'page:bare']);
    const answer = await shop.get('/plain');
    expect([answer.status, (await answer.text()).includes('Nothing personal')]).toEqual([200, true]);
    shop.pages.published = published;
    await shop.pages.publish({
      by: 'test',
      documents: [
        {
          schema: 1,
          id: 'plain',
          kind: 'page',
          name: 'plain',
          seo: {},
          layout: 'bare',
          nodes: [node('words', { props: { words: 'Newer' } })],
        },
      ],
    });
    expect(await shop.html('/plain')).toContain('Newer');
  });
});

describe('a plan that is none', () => {
  const nothing = (): never => {
    throw new Error('Nothing to see.');
  };
  const plans: Readonly<Record<string, () => unknown>> = {
    value: () => ({ x: 5 }),
    list: () => ({ x: undefined, y: null }),
    promised: () => Promise.reject(new Error('It could not wait.')),
    inside: () => ({ x: Promise.reject(new Error('It could not wait.')) }),
    word: () => 'menu',
  };
  const modules = Object.entries(plans).flatMap(([id, data]) => [
    { module: defineModule({ ...facts(id), data: data as never }), view: nothing, css: '', presets: [] },
    {
      module: defineHole({ ...facts(`${id}-hole`), data: data as never }),
      view: nothing,
      css: '',
      presets: [],
    },
  ]);
  function facts(id: string) {
    return {
      id,
      title: id,
      kind: 'block' as const,
      version: 1,
      config: {},
      messages: { en: { fallback: 'Sorry.' } },
    };
  }
  const ids = modules.map(({ module }) => module.id);

  it('[RT-24] costs its own place only, in a hole too, and is named in the log', async () => {
    const rejections: unknown[] = [];
    const heard = (reason: unknown) => rejections.push(reason);
    process.on('unhandledRejection', heard);
    try {
      const registry = createRegistry([...smallRegistry.all, ...modules] as Parameters<
        typeof createRegistry
      >[0]);
      shop = await openSmallShop({ registry });
      const nodes = [...ids.map((id) => node(id)), node('words', { props: { words: 'Still here' } })];
      await shop.pages.publish({
        by: 'test',
        documents: [{ schema: 1, id: 'plain', kind: 'page', name: 'plain', seo: {}, layout: 'bare', nodes }],
      });
      for (let round = 0; round < 2; round++) {
        const answer = await shop.get('/plain');
        const html = await answer.text();
        expect(answer.status).toBe(200);
        expect(html).toContain('Still here');
        for (const id of ids)
          expect(html).toMatch(new RegExp(`<vt-fallback id="${id}"[^>]*data-state="error"`));
        await new Promise(setImmediate);
      }
    } finally {
      process.off('unhandledRejection', heard);
    }
    expect(rejections).toEqual([]);
    for (const id of ids) expect(shop.log.some((line) => line.includes(`"module":"${id}"`))).toBe(true);
    expect(shop.log.join()).toContain('\\"x\\" is a number');
  });
});

describe('islands', () => {
  it('[RT-22] a page without islands ships no script but the rules for links', async () => {
    const html = await shop.html('/plain');
    expect(html.match(/<script(?! type="speculationrules")/g)).toBeNull();
  });

  it('[RT-23] islands are told what they were rendered with, holes among them each on its own', async () => {
    const html = await shop.html('/');
    expect(html).toContain('<script type="module" src="/_assets/islands.js" nonce="#"></script>');
    const [, text = ''] = /<script type="application\/json" id="vt-page">(.*?)<\/script>/s.exec(html) ?? [];
    const state = JSON.parse(text);
    expect(Object.keys(state.islands)).toEqual(['counter']);
    expect(state.values).toEqual([['Tables', 'Light']]);
    expect(state.messages.counter.more).toBe('More');
    expect(html).toMatch(
      /<vt-island id="basket-island".*?<\/vt-island><script type="application\/json" data-island="basket-island">/s,
    );
    expect(html).toMatch(/<vt-slot data-slot="content"><strong>1290 EUR<\/strong><\/vt-slot>/);
  });
});

import type { ShapesOf } from '@vitrine/content';
import { type Visitor, visit } from '@vitrine/editor/testing';
import type { Browser } from 'playwright';
import type { Figures, RunOptions } from './measure-run.ts';
import { openPage, type WatchedPage } from './open-page.ts';
import { percentile } from './percentile.ts';
import { selectCard, typeTitle } from './select-and-type.ts';

const PEERS = 5;
/** Of all of them. */
const EDITS_PER_SECOND = 5;

const shapes: ShapesOf = (type) =>
  type === 'card' ? { title: { kind: 'text' }, text: { kind: 'text' }, align: { kind: 'plain' } } : undefined;

/** Typing while five others write on the same page: how long until I see what they wrote, and how my own keys do meanwhile. */
export async function measureTogether(browser: Browser, options: RunOptions): Promise<Figures> {
  const opened = await openPage(browser, options);
  const peers = await join(options.address, new URL(opened.page.url()).pathname.split('/').pop()!);
  try {
    await opened.quiet(600);
    await watchOthers(opened);
    let edit = 0;
    const writing = setInterval(() => {
      const peer = edit++ % PEERS;
      peers[peer]!.page().setProp(`card-${10 + peer}`, 'title', `written ${Date.now()}`);
    }, 1000 / EDITS_PER_SECOND);
    try {
      await selectCard(opened, 'card-1');
      const { keyP50, keyP95 } = await typeTitle(opened, 'card-1');
      const seen = await opened.page.evaluate(() => window.benchWatch.times.others!);
      return {
        togetherKeyP50: keyP50,
        togetherKeyP95: keyP95,
        othersP50: percentile(seen, 0.5),
        othersP95: percentile(seen, 0.95),
        othersSeen: seen.length,
      };
    } finally {
      clearInterval(writing);
    }
  } finally {
    for (const peer of peers) peer.leave();
    await opened.close();
  }
}

async function join(address: string, id: string): Promise<readonly Visitor[]> {
  const url = `${address.replace('http:', 'ws:')}/editor/rooms`;
  const peers = Array.from({ length: PEERS }, (_, index) =>
    visit(url, { as: `peer${index}`, id, shapes, cookie: 'vt_staff', origin: address }),
  );
  await Promise.all(peers.map((peer) => peer.saved()));
  return peers;
}

/** Notes how old the words of others are when they have been painted. Both clocks are this machine's. */
function watchOthers({ page }: WatchedPage): Promise<void> {
  return page.evaluate(() => {
    const watch = window.benchWatch;
    const ages: number[] = [];
    watch.times.others = ages;
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const written = /^written (\d+)$/.exec(target.textContent ?? '')?.[1];
        if (written === undefined) continue;
        requestAnimationFrame(() => setTimeout(() => ages.push(Date.now() - Number(written)), 0));
      }
    }).observe(watch.canvas().document.body, { subtree: true, childList: true, characterData: true });
  });
}

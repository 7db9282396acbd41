import type { NeedOne } from '@vitrine/data-actions';
import {
  createRegistry,
  defineHole,
  defineModule,
  type ModuleProps,
  type ModuleRegistry,
  number,
  text,
} from '@vitrine/modules';
import { useState } from 'react';
import { z } from 'zod';
import { getBasket, getMenu, getPrice, getThing } from './small-actions.ts';

const anything = { content: { label: 'Content', allow: ['block', 'section', 'header', 'footer', 'page'] } };

const frame = defineModule({
  id: 'frame',
  title: 'Frame',
  kind: 'page',
  version: 1,
  config: {},
  slots: anything,
});
function Frame({ slots }: ModuleProps<typeof frame>) {
  return <main>{slots.content}</main>;
}

const words = defineModule({
  id: 'words',
  title: 'Words',
  kind: 'block',
  version: 1,
  config: { words: text({ label: 'Words', localised: true }) },
});
function Words({ config, href }: ModuleProps<typeof words>) {
  return (
    <p>
      {config.words} <a href={href({ kind: 'page', path: '/' })}>home</a>
    </p>
  );
}

const menu = defineModule({
  id: 'menu',
  title: 'Menu',
  kind: 'header',
  version: 1,
  config: {},
  data: ({ need }) => ({ entries: need(getMenu, {}) }),
  messages: { en: { fallback: 'No menu now.' } },
});
function Menu({ data }: ModuleProps<typeof menu>) {
  return (
    <nav>
      {data.entries.map((entry) => (
        <b key={entry}>{entry}</b>
      ))}
    </nav>
  );
}

const thing = defineModule({
  id: 'thing',
  title: 'Thing',
  kind: 'section',
  version: 1,
  config: {},
  critical: true,
  data: ({ need, subject }) => ({ thing: need(getThing, { slug: subject.slug ?? '' }).orNotFound() }),
});
function ThingView({ data }: ModuleProps<typeof thing>) {
  return <h1>{data.thing.name}</h1>;
}

const price = defineModule({
  id: 'price',
  title: 'Price',
  kind: 'block',
  version: 1,
  config: { of: text({ label: 'Of' }) },
  data: ({ need, config }) => ({ cents: need(getPrice, { id: config.of }) }),
  messages: { en: { fallback: 'Price on request' } },
});
function PriceView({ data, context }: ModuleProps<typeof price>) {
  return (
    <strong>
      {data.cents} {context.currency}
    </strong>
  );
}

const pager = defineModule({
  id: 'pager',
  title: 'Pager',
  kind: 'block',
  version: 1,
  config: {},
  query: z.object({ page: z.coerce.number().int().min(1).max(50).default(1), q: z.string().optional() }),
});
function Pager({ query, withQuery }: ModuleProps<typeof pager>) {
  return (
    <a href={withQuery({ page: String(query.page + 1) })}>
      {query.q ?? 'all'} {query.page}
    </a>
  );
}

const place = defineModule({
  id: 'place',
  title: 'Place',
  kind: 'block',
  version: 1,
  config: {},
  data: ({ need, subject }) => ({
    entries: subject.path === '/other' ? need(getMenu, {}).optional() : undefinedMenu(need),
  }),
});
// A plan that asks for something else on another page, and a view that looks where it stands.
const undefinedMenu = (need: NeedOne) => need(getMenu, {}).map(() => undefined);
function Place({ data, subject }: ModuleProps<typeof place>) {
  return <i data-path={subject.path}>{data.entries?.join()}</i>;
}

const broken = defineModule({ id: 'broken', title: 'Broken', kind: 'block', version: 1, config: {} });
function Broken(): never {
  throw new Error('This view always throws.');
}

const counter = defineModule({
  id: 'counter',
  title: 'Counter',
  kind: 'block',
  version: 1,
  config: { start: number({ label: 'Start', default: 1 }) },
  data: ({ need }) => ({ entries: need(getMenu, {}) }),
  island: 'interaction',
  slots: anything,
  messages: { en: { more: 'More' } },
});
export function Counter({ config, slots, t }: ModuleProps<typeof counter>) {
  const [count, setCount] = useState(config.start);
  return (
    <section>
      <button type="button" onClick={() => setCount(count + 1)}>
        {t('more')} {count}
      </button>
      {slots.content}
    </section>
  );
}

const basket = defineHole({
  id: 'basket',
  title: 'Basket',
  kind: 'block',
  version: 1,
  config: {},
  slots: anything,
  data: ({ need }) => ({ basket: need(getBasket, {}).optional() }),
});
function BasketView({ data, slots }: ModuleProps<typeof basket>) {
  return (
    <aside data-pieces={data.basket?.pieces ?? 0}>
      {data.basket?.owner}
      {slots.content}
    </aside>
  );
}

const basketIsland = defineHole({
  id: 'basket-island',
  title: 'Basket island',
  kind: 'block',
  version: 1,
  config: {},
  island: 'idle',
  data: ({ need }) => ({ basket: need(getBasket, {}).optional() }),
});
export function BasketIsland({ data }: ModuleProps<typeof basketIsland>) {
  return <output>{data.basket?.pieces ?? 0}</output>;
}

const typed = defineModule({
  id: 'typed',
  title: 'Typed',
  kind: 'block',
  version: 1,
  config: {},
  island: 'interaction',
});
export function Typed(_: ModuleProps<typeof typed>) {
  const [word, setWord] = useState('');
  const [ticked, setTicked] = useState(false);
  const [size, setSize] = useState('s');
  const [sent, setSent] = useState(0);
  return (
    <form
      id="typed-form"
      method="post"
      action="/_actions/none"
      onSubmit={(event) => {
        event.preventDefault();
        setSent(sent + 1);
      }}
    >
      <input name="word" value={word} onChange={(event) => setWord(event.target.value)} />
      <input type="checkbox" checked={ticked} onChange={(event) => setTicked(event.target.checked)} />
      <select value={size} onChange={(event) => setSize(event.target.value)}>
        <option value="s">S</option>
        <option value="m">M</option>
      </select>
      <button type="submit">Send</button>
      <output>{`${word}|${ticked}|${size}|${sent}`}</output>
      <details>
        <summary>Rest</summary>
        All of it
      </details>
    </form>
  );
}

/** A module of every kind that the runtime treats differently. */
export const smallRegistry: ModuleRegistry = createRegistry(
  [
    { module: frame, view: Frame, css: 'main{display:block}' },
    { module: words, view: Words, css: 'p{margin:0}' },
    { module: menu, view: Menu, css: '' },
    { module: thing, view: ThingView, css: 'h1{margin:0}' },
    { module: price, view: PriceView, css: '' },
    { module: pager, view: Pager, css: '' },
    { module: place, view: Place, css: '' },
    { module: broken, view: Broken, css: '' },
    { module: counter, view: Counter, css: '' },
    { module: typed, view: Typed, css: '' },
    { module: basket, view: BasketView, css: 'aside{color:red}' },
    { module: basketIsland, view: BasketIsland, css: '' },
  ].map((each) => ({ ...each, presets: [] })),
);

import type { ComponentType } from 'react';
import type { BenchProduct, BenchType } from './page-data.ts';

// The components every contender renders: plain React, no contender's own pieces.

const money = (cents: number) => `€${(cents / 100).toFixed(2)}`;

function Picture({ src, alt, width, height }: { src: string; alt: string; width: number; height: number }) {
  return (
    <picture>
      <source type="image/avif" srcSet={`${src}-${width}.avif 1x, ${src}-${width * 2}.avif 2x`} />
      <source type="image/webp" srcSet={`${src}-${width}.webp 1x, ${src}-${width * 2}.webp 2x`} />
      <img
        src={`${src}-${width}.jpg`}
        alt={alt}
        width={width}
        height={height}
        loading="lazy"
        decoding="async"
      />
    </picture>
  );
}

function Stars({ count }: { count: number }) {
  return (
    <div className="stars" role="img" aria-label={`${count} of 5`}>
      {[1, 2, 3, 4, 5].map((star) => (
        <span key={star} className={star <= count ? 'star on' : 'star'} aria-hidden="true">
          ★
        </span>
      ))}
    </div>
  );
}

function Card({ product }: { product: BenchProduct }) {
  return (
    <article className="card" data-id={product.id}>
      <a href={`/p/${product.slug}`} className="card-link">
        <Picture src={`/media/${product.id}`} alt={product.name} width={320} height={400} />
        {product.badge ? <span className="badge">{product.badge}</span> : null}
      </a>
      <p className="brand">{product.brand}</p>
      <h3 className="name">
        <a href={`/p/${product.slug}`}>{product.name}</a>
      </h3>
      <Stars count={product.rating} />
      <div className="price">
        <span className="now">{money(product.price)}</span>
        {product.was ? <s className="was">{money(product.was)}</s> : null}
      </div>
      <ul className="swatches">
        {product.swatches.map((colour) => (
          <li key={colour}>
            <button type="button" style={{ backgroundColor: colour }} aria-label={colour} />
          </li>
        ))}
      </ul>
      <p className="ship">Ships in 2 days</p>
      <button type="button" className="wish" aria-label="Save">
        ♡
      </button>
      <button type="button" className="add" disabled={product.stock === 0}>
        {product.stock === 0 ? 'Sold out' : 'Add to bag'}
      </button>
    </article>
  );
}

interface Menu {
  readonly label: string;
  readonly children: readonly string[];
}

function AnnouncementBar({ text }: { text: string }) {
  return (
    <div className="announce">
      <p>{text}</p>
      <button type="button" aria-label="close">
        ×
      </button>
    </div>
  );
}

function TopBar({ menu, cartCount }: { menu: readonly Menu[]; cartCount: number }) {
  return (
    <header className="top">
      <a href="/" className="logo">
        <img src="/logo.svg" alt="Shop" width="120" height="32" />
      </a>
      <nav aria-label="Main">
        <ul>
          {menu.map((entry, index) => (
            <li key={index}>
              <a href={`/c/${entry.label}`}>{entry.label}</a>
              <ul className="sub">
                {entry.children.map((child, place) => (
                  <li key={place}>
                    <a href={`/c/${child}`}>{child}</a>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </nav>
      <search>
        <form action="/search">
          <input name="q" type="search" placeholder="Search" />
          <button type="submit">Go</button>
        </form>
      </search>
      <a href="/cart" className="cart">
        Bag <span>{cartCount}</span>
      </a>
    </header>
  );
}

function Crumbs({ items }: { items: readonly string[] }) {
  return (
    <nav aria-label="Breadcrumb">
      <ol>
        {items.map((text, index) => (
          <li key={index}>
            <a href={`/c/${index}`}>{text}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Stage({
  title,
  text,
  action,
  picture,
}: {
  title: string;
  text: string;
  action: string;
  picture: string;
}) {
  return (
    <section className="stage">
      <Picture src={picture} alt={title} width={1440} height={600} />
      <div className="copy">
        <h1>{title}</h1>
        <p>{text}</p>
        <a className="button" href="/sale">
          {action}
        </a>
      </div>
    </section>
  );
}

function ProductRow({ title, products }: { title: string; products: readonly BenchProduct[] }) {
  return (
    <section className="row">
      <h2>{title}</h2>
      <div className="grid">
        {products.map((product) => (
          <Card key={product.id} product={product} />
        ))}
      </div>
    </section>
  );
}

function Tile({ title, text, picture }: { title: string; text: string; picture: string }) {
  return (
    <section className="tile">
      <a href="/c/x">
        <Picture src={picture} alt={title} width={480} height={480} />
        <div>
          <h3>{title}</h3>
          <p>{text}</p>
          <span className="more">Shop now</span>
        </div>
      </a>
    </section>
  );
}

function Prose({
  heading,
  paragraphs,
  points,
}: {
  heading: string;
  paragraphs: readonly string[];
  points: readonly string[];
}) {
  return (
    <section className="prose">
      <div className="inner">
        <h2>{heading}</h2>
        {paragraphs.map((text, index) => (
          <p key={index}>
            <strong>{text.slice(0, 12)}</strong>
            {text.slice(12)}
          </p>
        ))}
        <ul>
          {points.map((text, index) => (
            <li key={index}>{text}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}

function Banner({
  title,
  text,
  picture,
  action,
}: {
  title: string;
  text: string;
  picture: string;
  action: string;
}) {
  return (
    <section className="banner">
      <Picture src={picture} alt={title} width={960} height={400} />
      <div className="copy">
        <h2>{title}</h2>
        <p>{text}</p>
        <a href="/c/y" className="button">
          <span>{action}</span>
        </a>
      </div>
    </section>
  );
}

function Questions({
  title,
  entries,
}: {
  title: string;
  entries: readonly { question: string; answer: string }[];
}) {
  return (
    <section className="questions">
      <h2>{title}</h2>
      {entries.map((entry, index) => (
        <details key={index}>
          <summary>
            <span>{entry.question}</span>
          </summary>
          <div>
            <p>{entry.answer}</p>
          </div>
        </details>
      ))}
    </section>
  );
}

function Opinions({
  title,
  entries,
}: {
  title: string;
  entries: readonly { who: string; stars: number; text: string }[];
}) {
  return (
    <section className="opinions">
      <h2>{title}</h2>
      <ul>
        {entries.map((entry, index) => (
          <li key={index}>
            <strong>{entry.who}</strong>
            <Stars count={entry.stars} />
            <blockquote>
              <p>{entry.text}</p>
            </blockquote>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Newsletter({ title, text, name }: { title: string; text: string; name: string }) {
  return (
    <section className="newsletter">
      <h2>{title}</h2>
      <p>
        {text} {name}
      </p>
      <form method="post">
        <label>
          E-mail
          <input type="email" name="email" />
        </label>
        <button type="submit">Sign up</button>
      </form>
    </section>
  );
}

function SiteMap({ columns }: { columns: readonly { title: string; links: readonly string[] }[] }) {
  return (
    <footer>
      {columns.map((column, index) => (
        <div key={index}>
          <h4>{column.title}</h4>
          <ul>
            {column.links.map((link, place) => (
              <li key={place}>
                <a href={`/i/${link}`}>{link}</a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </footer>
  );
}

function Legal({ text, links }: { text: string; links: readonly string[] }) {
  return (
    <div className="legal">
      <p>{text}</p>
      <ul>
        {links.map((link, index) => (
          <li key={index}>
            <a href={`/l/${index}`}>{link}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

// biome-ignore lint/suspicious/noExplicitAny: components of every props type, told apart by the page's data.
export const parts: Readonly<Record<BenchType, ComponentType<any>>> = {
  'announcement-bar': AnnouncementBar,
  'top-bar': TopBar,
  crumbs: Crumbs,
  stage: Stage,
  'product-row': ProductRow,
  tile: Tile,
  prose: Prose,
  banner: Banner,
  questions: Questions,
  opinions: Opinions,
  newsletter: Newsletter,
  'site-map': SiteMap,
  legal: Legal,
};

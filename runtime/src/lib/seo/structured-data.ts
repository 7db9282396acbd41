// schema.org objects that search engines understand. The caller hands in plain facts; nothing here knows the catalogue.

export interface BreadcrumbStep {
  readonly name: string;
  /** Absolute address. */
  readonly url: string;
}

export function breadcrumbData(steps: readonly BreadcrumbStep[]): unknown {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, url }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: url,
    })),
  };
}

export interface ProductFacts {
  readonly name: string;
  readonly description?: string;
  readonly url: string;
  readonly images: readonly string[];
  readonly brand?: string;
  readonly sku?: string;
  readonly offers: readonly OfferFacts[];
}

export interface OfferFacts {
  readonly sku?: string;
  /** In whole currency units as a decimal text, for example `24.90`. */
  readonly price: string;
  readonly currency: string;
  readonly availability: 'InStock' | 'LimitedAvailability' | 'OutOfStock' | 'BackOrder' | 'PreOrder';
}

export function productData(product: ProductFacts): unknown {
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: product.name,
    description: product.description,
    url: product.url,
    image: product.images.length ? product.images : undefined,
    brand: product.brand ? { '@type': 'Brand', name: product.brand } : undefined,
    sku: product.sku,
    offers: product.offers.map(({ sku, price, currency, availability }) => ({
      '@type': 'Offer',
      sku,
      price,
      priceCurrency: currency,
      availability: `https://schema.org/${availability}`,
      url: product.url,
    })),
  };
}

import { Checkbox } from '@mantine/core';
import { IconCategory, IconFile, IconTag } from '@tabler/icons-react';
import { isSafeLink, type Link } from '@vitrine/modules';
import { categoryFace, pageFace, productLinkFace, strangerFace } from './catalogue-faces.tsx';
import { ChosenOne } from './chosen-one.tsx';
import { useFieldTools } from './field-tools.tsx';
import type { Manner } from './gestures.ts';
import { TextLine } from './text-line.tsx';
import { useCategories, usePages, useProductsBySlug } from './use-catalogue.ts';

type Kind = Link['kind'];
type LinkOf<K extends Kind> = Extract<Link, { readonly kind: K }>;

interface TargetProps<K extends Kind> {
  readonly link: LinkOf<K> | undefined;
  readonly onChange: (link: Link | undefined, manner?: Manner) => void;
  readonly id: string;
  readonly labelId: string;
  readonly isReadOnly: boolean;
  readonly isInvalid: boolean;
}

export function LinkTarget({ kind, link, ...rest }: TargetProps<Kind> & { readonly kind: Kind }) {
  if (kind === 'page') return <PageTarget {...rest} link={link as LinkOf<'page'>} />;
  if (kind === 'product') return <ProductTarget {...rest} link={link as LinkOf<'product'>} />;
  if (kind === 'category') return <CategoryTarget {...rest} link={link as LinkOf<'category'>} />;
  return <AddressTarget {...rest} link={link as LinkOf<'url'>} />;
}

function PageTarget({ link, onChange, ...rest }: TargetProps<'page'>) {
  const tools = useFieldTools();
  const { hits, kind, remember } = usePages(link ? [link.path] : []);
  const hit = link && hits.get(link.path);
  return (
    <ChosenOne
      {...rest}
      search={tools.searchPages}
      faceOf={pageFace}
      face={hit ? pageFace(hit) : link && strangerFace(link.path, kind, 'page')}
      onPick={(picked) => {
        remember(picked.path, picked);
        onChange({ kind: 'page', path: picked.path });
      }}
      noun="page"
      nouns="pages"
      icon={<IconFile size={16} stroke={1.5} aria-hidden />}
    />
  );
}

function ProductTarget({ link, onChange, ...rest }: TargetProps<'product'>) {
  const tools = useFieldTools();
  const { hits, kind, remember } = useProductsBySlug(link ? [link.slug] : []);
  const hit = link && hits.get(link.slug);
  return (
    <ChosenOne
      {...rest}
      search={tools.searchProducts}
      faceOf={productLinkFace}
      face={hit ? productLinkFace(hit) : link && strangerFace(link.slug, kind, 'product')}
      onPick={(picked) => {
        remember(picked.slug, picked);
        onChange({ kind: 'product', slug: picked.slug });
      }}
      noun="product"
      nouns="products"
      icon={<IconTag size={16} stroke={1.5} aria-hidden />}
    />
  );
}

function CategoryTarget({ link, onChange, ...rest }: TargetProps<'category'>) {
  const tools = useFieldTools();
  const { hits, kind, remember } = useCategories(link ? [link.slug] : []);
  const hit = link && hits.get(link.slug);
  return (
    <ChosenOne
      {...rest}
      search={tools.searchCategories}
      faceOf={categoryFace}
      face={hit ? categoryFace(hit) : link && strangerFace(link.slug, kind, 'category')}
      onPick={(picked) => {
        remember(picked.slug, picked);
        onChange({ kind: 'category', slug: picked.slug });
      }}
      noun="category"
      nouns="categories"
      icon={<IconCategory size={16} stroke={1.5} aria-hidden />}
    />
  );
}

const addressProblem =
  'An address of this shop, or one that begins with http:, https:, mailto:, tel: or sms:';

function AddressTarget({ link, onChange, isReadOnly }: TargetProps<'url'>) {
  const href = link?.href ?? '';
  const problem = !link || isSafeLink(href) ? undefined : addressProblem;
  return (
    <>
      <TextLine
        label="Address"
        value={href}
        onEdit={(text) =>
          onChange({ kind: 'url', href: text, ...(link?.newTab && { newTab: true }) }, 'typed')
        }
        isReadOnly={isReadOnly}
        placeholder="https://example.com or /path"
        problem={link && href === '' ? 'Give an address.' : problem}
      />
      <Checkbox
        size="xs"
        label="Opens in a new tab"
        checked={link?.newTab ?? false}
        disabled={isReadOnly || href === ''}
        onChange={(event) =>
          onChange({ kind: 'url', href, ...(event.currentTarget.checked && { newTab: true }) })
        }
      />
    </>
  );
}

import {
  IconAward,
  IconBuildingWarehouse,
  IconDiscount2,
  IconGift,
  IconHistory,
  IconHome,
  IconKey,
  IconListDetails,
  IconListSearch,
  IconListTree,
  IconPackage,
  type IconProps,
  IconReceipt,
  IconSettings,
  IconTags,
  IconTruckReturn,
  IconUser,
  IconUsersGroup,
  IconWebhook,
  IconZoomQuestion,
} from '@tabler/icons-react';
import type { Capability } from '@vitrine/commerce-engine/client';
import { later } from '@vitrine/ui';
import type { ComponentType, ReactNode } from 'react';

/** A page of the office. `at` is its path; `:id` takes whatever stands there. */
export interface Page {
  readonly at: string;
  readonly View: (props: { id: string }) => ReactNode;
}

/** A thing people do here: a place in the navigation, with its pages. */
export interface Job {
  readonly label: string;
  readonly to: string;
  readonly group: 'Today' | 'Sell' | 'Goods' | 'Shop';
  readonly Icon: ComponentType<IconProps>;
  /** Absent = everyone who is signed in. */
  readonly needs?: Capability;
  readonly pages: readonly Page[];
}

export const jobs: readonly Job[] = [
  {
    label: 'Start',
    to: '/',
    group: 'Today',
    Icon: IconHome,
    pages: [{ at: '/', View: later(async () => (await import('../start/start-page.tsx')).StartPage) }],
  },
  {
    label: 'Orders',
    to: '/orders',
    group: 'Sell',
    Icon: IconReceipt,
    needs: 'orders.read',
    pages: [
      { at: '/orders', View: later(async () => (await import('../orders/orders-page.tsx')).OrdersPage) },
      {
        at: '/orders/new',
        View: later(async () => (await import('../new-order/new-order-page.tsx')).NewOrderPage),
      },
      {
        at: '/orders/new/:id',
        View: later(async () => (await import('../new-order/staff-cart-page.tsx')).StaffCartPage),
      },
      {
        at: '/orders/open-carts',
        View: later(async () => (await import('../new-order/open-carts-page.tsx')).OpenCartsPage),
      },
      { at: '/orders/:id', View: later(async () => (await import('../orders/order-page.tsx')).OrderPage) },
      {
        at: '/orders/:id/add',
        View: later(async () => (await import('../orders/add-goods-page.tsx')).AddGoodsPage),
      },
    ],
  },
  {
    label: 'Returns',
    to: '/returns',
    group: 'Sell',
    Icon: IconTruckReturn,
    needs: 'orders.read',
    pages: [
      { at: '/returns', View: later(async () => (await import('../returns/returns-page.tsx')).ReturnsPage) },
      {
        at: '/returns/policy',
        View: later(async () => (await import('../returns/return-policies-page.tsx')).ReturnPoliciesPage),
      },
      {
        at: '/returns/:id',
        View: later(async () => (await import('../returns/return-page.tsx')).ReturnPage),
      },
      {
        at: '/returns/:id/exchange',
        View: later(async () => (await import('../returns/exchange-page.tsx')).ExchangePage),
      },
    ],
  },
  {
    label: 'Customers',
    to: '/customers',
    group: 'Sell',
    Icon: IconUser,
    needs: 'customers.read',
    pages: [
      {
        at: '/customers',
        View: later(async () => (await import('../customers/customers-page.tsx')).CustomersPage),
      },
      {
        at: '/customers/:id',
        View: later(async () => (await import('../customers/customer-page.tsx')).CustomerPage),
      },
      {
        at: '/customers/:id/merge',
        View: later(async () => (await import('../customers/merge-customers-page.tsx')).MergeCustomersPage),
      },
    ],
  },
  {
    label: 'Gift cards',
    to: '/gift-cards',
    group: 'Sell',
    Icon: IconGift,
    needs: 'giftcards.write',
    pages: [
      {
        at: '/gift-cards',
        View: later(async () => (await import('../gift-cards/gift-cards-page.tsx')).GiftCardsPage),
      },
      {
        at: '/gift-cards/:id',
        View: later(async () => (await import('../gift-cards/gift-card-page.tsx')).GiftCardPage),
      },
    ],
  },
  {
    label: 'Loyalty',
    to: '/loyalty',
    group: 'Sell',
    Icon: IconAward,
    needs: 'loyalty.write',
    pages: [
      {
        at: '/loyalty',
        View: later(async () => (await import('../loyalty/programmes-page.tsx')).ProgrammesPage),
      },
      {
        at: '/loyalty/new',
        View: later(async () => (await import('../loyalty/new-programme-page.tsx')).NewProgrammePage),
      },
      {
        at: '/loyalty/:id',
        View: later(async () => (await import('../loyalty/programme-page.tsx')).ProgrammePage),
      },
    ],
  },
  {
    label: 'Stock',
    to: '/stock',
    group: 'Goods',
    Icon: IconBuildingWarehouse,
    needs: 'inventory.write',
    pages: [
      { at: '/stock', View: later(async () => (await import('../stock/stock-page.tsx')).StockPage) },
      {
        at: '/stock/running-low',
        View: later(async () => (await import('../stock/running-low-page.tsx')).RunningLowPage),
      },
      {
        at: '/stock/counts',
        View: later(async () => (await import('../stock-counts/counts-page.tsx')).CountsPage),
      },
      {
        at: '/stock/counts/:id',
        View: later(async () => (await import('../stock-counts/count-page.tsx')).CountPage),
      },
      {
        at: '/stock/:id',
        View: later(async () => (await import('../stock/variant-stock-page.tsx')).VariantStockPage),
      },
    ],
  },
  {
    label: 'Products',
    to: '/products',
    group: 'Goods',
    Icon: IconPackage,
    needs: 'catalog.read',
    pages: [
      {
        at: '/products',
        View: later(async () => (await import('../products/products-page.tsx')).ProductsPage),
      },
      {
        at: '/products/new',
        View: later(async () => (await import('../products/new-product-page.tsx')).NewProductPage),
      },
      {
        at: '/products/:id',
        View: later(async () => (await import('../products/product-page.tsx')).ProductPage),
      },
    ],
  },
  {
    label: 'Categories',
    to: '/categories',
    group: 'Goods',
    Icon: IconListTree,
    needs: 'catalog.read',
    pages: [
      {
        at: '/categories',
        View: later(async () => (await import('../categories/categories-page.tsx')).CategoriesPage),
      },
      {
        at: '/categories/new',
        View: later(async () => (await import('../categories/new-category-page.tsx')).NewCategoryPage),
      },
      {
        at: '/categories/:id',
        View: later(async () => (await import('../categories/category-page.tsx')).CategoryPage),
      },
    ],
  },
  {
    label: 'Attributes',
    to: '/attributes',
    group: 'Goods',
    Icon: IconTags,
    needs: 'catalog.read',
    pages: [
      {
        at: '/attributes',
        View: later(async () => (await import('../attributes/attributes-page.tsx')).AttributesPage),
      },
    ],
  },
  {
    label: 'Price lists',
    to: '/price-lists',
    group: 'Goods',
    Icon: IconListDetails,
    needs: 'catalog.read',
    pages: [
      {
        at: '/price-lists',
        View: later(async () => (await import('../price-lists/price-lists-page.tsx')).PriceListsPage),
      },
    ],
  },
  {
    label: 'Search words',
    to: '/search-words',
    group: 'Goods',
    Icon: IconListSearch,
    needs: 'catalog.read',
    pages: [
      {
        at: '/search-words',
        View: later(async () => (await import('../synonyms/synonyms-page.tsx')).SynonymsPage),
      },
    ],
  },
  {
    label: 'Promotions',
    to: '/promotions',
    group: 'Goods',
    Icon: IconDiscount2,
    needs: 'promotions.write',
    pages: [
      {
        at: '/promotions',
        View: later(async () => (await import('../promotions/promotions-page.tsx')).PromotionsPage),
      },
      {
        at: '/promotions/new',
        View: later(async () => (await import('../promotions/new-promotion-page.tsx')).NewPromotionPage),
      },
      {
        at: '/promotions/:id',
        View: later(async () => (await import('../promotions/promotion-page.tsx')).PromotionPage),
      },
    ],
  },
  {
    label: 'Why this price?',
    to: '/why-this-price',
    group: 'Goods',
    Icon: IconZoomQuestion,
    needs: 'promotions.write',
    pages: [
      {
        at: '/why-this-price',
        View: later(async () => (await import('../why-this-price/why-this-price-page.tsx')).WhyThisPricePage),
      },
    ],
  },
  {
    label: 'Settings',
    to: '/settings',
    group: 'Shop',
    Icon: IconSettings,
    needs: 'settings.write',
    pages: [
      {
        at: '/settings',
        View: later(async () => (await import('../settings/settings-page.tsx')).SettingsPage),
      },
    ],
  },
  {
    label: 'Webhooks',
    to: '/webhooks',
    group: 'Shop',
    Icon: IconWebhook,
    needs: 'webhooks.write',
    pages: [
      {
        at: '/webhooks',
        View: later(async () => (await import('../webhooks/webhooks-page.tsx')).WebhooksPage),
      },
      {
        at: '/webhooks/:id',
        View: later(async () => (await import('../webhooks/endpoint-page.tsx')).EndpointPage),
      },
    ],
  },
  {
    label: 'Staff',
    to: '/staff',
    group: 'Shop',
    Icon: IconUsersGroup,
    needs: 'staff.manage',
    pages: [
      { at: '/staff', View: later(async () => (await import('../staff/staff-page.tsx')).StaffPage) },
      {
        at: '/staff/:id',
        View: later(async () => (await import('../staff/staff-member-page.tsx')).StaffMemberPage),
      },
    ],
  },
  {
    label: 'API keys',
    to: '/api-keys',
    group: 'Shop',
    Icon: IconKey,
    needs: 'staff.manage',
    pages: [
      {
        at: '/api-keys',
        View: later(async () => (await import('../api-keys/api-keys-page.tsx')).ApiKeysPage),
      },
    ],
  },
  {
    label: 'Audit log',
    to: '/audit-log',
    group: 'Shop',
    Icon: IconHistory,
    needs: 'staff.manage',
    pages: [
      {
        at: '/audit-log',
        View: later(async () => (await import('../audit-log/audit-log-page.tsx')).AuditLogPage),
      },
    ],
  },
];

/** The page at a path, with the job it belongs to. */
export function findPage(path: string): { job: Job; page: Page; id: string } | undefined {
  const parts = path.split('/');
  for (const job of jobs) {
    for (const page of job.pages) {
      const wanted = page.at.split('/');
      if (wanted.length !== parts.length) continue;
      const fits = wanted.every((part, at) => part === ':id' || part === parts[at]);
      if (fits) return { job, page, id: decodeURIComponent(parts[wanted.indexOf(':id')] ?? '') };
    }
  }
  return undefined;
}

// Written by `npm run generate`; do not edit.
import type { AnyModule } from '@vitrine/modules';
import { accordion } from './accordion/accordion.module.ts';
import { account } from './account/account.module.ts';
import { accountAddresses } from './account-addresses/account-addresses.module.ts';
import { accountBadge } from './account-badge/account-badge.module.ts';
import { accountCredit } from './account-credit/account-credit.module.ts';
import { accountDetails } from './account-details/account-details.module.ts';
import { accountLink } from './account-link/account-link.module.ts';
import { accountMenu } from './account-menu/account-menu.module.ts';
import { accountOrders } from './account-orders/account-orders.module.ts';
import { accountOverview } from './account-overview/account-overview.module.ts';
import { accountPoints } from './account-points/account-points.module.ts';
import { accountPrivacy } from './account-privacy/account-privacy.module.ts';
import { accountWishes } from './account-wishes/account-wishes.module.ts';
import { announcement } from './announcement/announcement.module.ts';
import { breadcrumb } from './breadcrumb/breadcrumb.module.ts';
import { button } from './button/button.module.ts';
import { buyBox } from './buy-box/buy-box.module.ts';
import { cart } from './cart/cart.module.ts';
import { cartBadge } from './cart-badge/cart-badge.module.ts';
import { categoryTiles } from './category-tiles/category-tiles.module.ts';
import { checkout } from './checkout/checkout.module.ts';
import { checkoutAddress } from './checkout-address/checkout-address.module.ts';
import { checkoutContact } from './checkout-contact/checkout-contact.module.ts';
import { checkoutCoupon } from './checkout-coupon/checkout-coupon.module.ts';
import { checkoutCredit } from './checkout-credit/checkout-credit.module.ts';
import { checkoutDelivery } from './checkout-delivery/checkout-delivery.module.ts';
import { checkoutGiftCard } from './checkout-gift-card/checkout-gift-card.module.ts';
import { checkoutPayment } from './checkout-payment/checkout-payment.module.ts';
import { checkoutPoints } from './checkout-points/checkout-points.module.ts';
import { checkoutSummary } from './checkout-summary/checkout-summary.module.ts';
import { checkoutTerms } from './checkout-terms/checkout-terms.module.ts';
import { columns } from './columns/columns.module.ts';
import { countdown } from './countdown/countdown.module.ts';
import { divider } from './divider/divider.module.ts';
import { footer } from './footer/footer.module.ts';
import { header } from './header/header.module.ts';
import { hero } from './hero/hero.module.ts';
import { imageText } from './image-text/image-text.module.ts';
import { mediaGallery } from './media-gallery/media-gallery.module.ts';
import { myPicks } from './my-picks/my-picks.module.ts';
import { orderConfirmation } from './order-confirmation/order-confirmation.module.ts';
import { orderLookup } from './order-lookup/order-lookup.module.ts';
import { pageContainer } from './page-container/page-container.module.ts';
import { picture } from './picture/picture.module.ts';
import { productCard } from './product-card/product-card.module.ts';
import { productCollection } from './product-collection/product-collection.module.ts';
import { productDetails } from './product-details/product-details.module.ts';
import { quote } from './quote/quote.module.ts';
import { richText } from './rich-text/rich-text.module.ts';
import { searchBox } from './search-box/search-box.module.ts';
import { searchResults } from './search-results/search-results.module.ts';
import { section } from './section/section.module.ts';
import { signIn } from './sign-in/sign-in.module.ts';
import { signUp } from './sign-up/sign-up.module.ts';
import { storeList } from './store-list/store-list.module.ts';
import { teasers } from './teasers/teasers.module.ts';
import { video } from './video/video.module.ts';
import { wishButton } from './wish-button/wish-button.module.ts';

/** What every module of the library is, without views and styles: for checking and migrating content. */
export const definitions: readonly AnyModule[] = [
  accordion,
  account,
  accountAddresses,
  accountBadge,
  accountCredit,
  accountDetails,
  accountLink,
  accountMenu,
  accountOrders,
  accountOverview,
  accountPoints,
  accountPrivacy,
  accountWishes,
  announcement,
  breadcrumb,
  button,
  buyBox,
  cart,
  cartBadge,
  categoryTiles,
  checkout,
  checkoutAddress,
  checkoutContact,
  checkoutCoupon,
  checkoutCredit,
  checkoutDelivery,
  checkoutGiftCard,
  checkoutPayment,
  checkoutPoints,
  checkoutSummary,
  checkoutTerms,
  columns,
  countdown,
  divider,
  footer,
  header,
  hero,
  imageText,
  mediaGallery,
  myPicks,
  orderConfirmation,
  orderLookup,
  pageContainer,
  picture,
  productCard,
  productCollection,
  productDetails,
  quote,
  richText,
  searchBox,
  searchResults,
  section,
  signIn,
  signUp,
  storeList,
  teasers,
  video,
  wishButton,
];

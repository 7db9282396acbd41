// Written by `npm run generate`; do not edit.
import type { RegisteredModule } from '@vitrine/modules';
import accordionCss from './accordion/accordion.module.css?inline';
import { accordion } from './accordion/accordion.module.ts';
import { presets as accordionPresets } from './accordion/accordion.presets.ts';
import { AccordionView } from './accordion/accordion.view.tsx';
import accountCss from './account/account.module.css?inline';
import { account } from './account/account.module.ts';
import { presets as accountPresets } from './account/account.presets.ts';
import { AccountView } from './account/account.view.tsx';
import accountAddressesCss from './account-addresses/account-addresses.module.css?inline';
import { accountAddresses } from './account-addresses/account-addresses.module.ts';
import { presets as accountAddressesPresets } from './account-addresses/account-addresses.presets.ts';
import { AccountAddressesView } from './account-addresses/account-addresses.view.tsx';
import accountBadgeCss from './account-badge/account-badge.module.css?inline';
import { accountBadge } from './account-badge/account-badge.module.ts';
import { presets as accountBadgePresets } from './account-badge/account-badge.presets.ts';
import { AccountBadgeView } from './account-badge/account-badge.view.tsx';
import accountCreditCss from './account-credit/account-credit.module.css?inline';
import { accountCredit } from './account-credit/account-credit.module.ts';
import { presets as accountCreditPresets } from './account-credit/account-credit.presets.ts';
import { AccountCreditView } from './account-credit/account-credit.view.tsx';
import accountDetailsCss from './account-details/account-details.module.css?inline';
import { accountDetails } from './account-details/account-details.module.ts';
import { presets as accountDetailsPresets } from './account-details/account-details.presets.ts';
import { AccountDetailsView } from './account-details/account-details.view.tsx';
import accountLinkCss from './account-link/account-link.module.css?inline';
import { accountLink } from './account-link/account-link.module.ts';
import { presets as accountLinkPresets } from './account-link/account-link.presets.ts';
import { AccountLinkView } from './account-link/account-link.view.tsx';
import accountMenuCss from './account-menu/account-menu.module.css?inline';
import { accountMenu } from './account-menu/account-menu.module.ts';
import { presets as accountMenuPresets } from './account-menu/account-menu.presets.ts';
import { AccountMenuView } from './account-menu/account-menu.view.tsx';
import accountOrdersCss from './account-orders/account-orders.module.css?inline';
import { accountOrders } from './account-orders/account-orders.module.ts';
import { presets as accountOrdersPresets } from './account-orders/account-orders.presets.ts';
import { AccountOrdersView } from './account-orders/account-orders.view.tsx';
import accountOverviewCss from './account-overview/account-overview.module.css?inline';
import { accountOverview } from './account-overview/account-overview.module.ts';
import { presets as accountOverviewPresets } from './account-overview/account-overview.presets.ts';
import { AccountOverviewView } from './account-overview/account-overview.view.tsx';
import accountPointsCss from './account-points/account-points.module.css?inline';
import { accountPoints } from './account-points/account-points.module.ts';
import { presets as accountPointsPresets } from './account-points/account-points.presets.ts';
import { AccountPointsView } from './account-points/account-points.view.tsx';
import accountPrivacyCss from './account-privacy/account-privacy.module.css?inline';
import { accountPrivacy } from './account-privacy/account-privacy.module.ts';
import { presets as accountPrivacyPresets } from './account-privacy/account-privacy.presets.ts';
import { AccountPrivacyView } from './account-privacy/account-privacy.view.tsx';
import accountWishesCss from './account-wishes/account-wishes.module.css?inline';
import { accountWishes } from './account-wishes/account-wishes.module.ts';
import { presets as accountWishesPresets } from './account-wishes/account-wishes.presets.ts';
import { AccountWishesView } from './account-wishes/account-wishes.view.tsx';
import announcementCss from './announcement/announcement.module.css?inline';
import { announcement } from './announcement/announcement.module.ts';
import { presets as announcementPresets } from './announcement/announcement.presets.ts';
import { AnnouncementView } from './announcement/announcement.view.tsx';
import breadcrumbCss from './breadcrumb/breadcrumb.module.css?inline';
import { breadcrumb } from './breadcrumb/breadcrumb.module.ts';
import { presets as breadcrumbPresets } from './breadcrumb/breadcrumb.presets.ts';
import { BreadcrumbView } from './breadcrumb/breadcrumb.view.tsx';
import buttonCss from './button/button.module.css?inline';
import { button } from './button/button.module.ts';
import { presets as buttonPresets } from './button/button.presets.ts';
import { ButtonView } from './button/button.view.tsx';
import buyBoxCss from './buy-box/buy-box.module.css?inline';
import { buyBox } from './buy-box/buy-box.module.ts';
import { presets as buyBoxPresets } from './buy-box/buy-box.presets.ts';
import { BuyBoxView } from './buy-box/buy-box.view.tsx';
import cartCss from './cart/cart.module.css?inline';
import { cart } from './cart/cart.module.ts';
import { presets as cartPresets } from './cart/cart.presets.ts';
import { CartView } from './cart/cart.view.tsx';
import cartBadgeCss from './cart-badge/cart-badge.module.css?inline';
import { cartBadge } from './cart-badge/cart-badge.module.ts';
import { presets as cartBadgePresets } from './cart-badge/cart-badge.presets.ts';
import { CartBadgeView } from './cart-badge/cart-badge.view.tsx';
import categoryTilesCss from './category-tiles/category-tiles.module.css?inline';
import { categoryTiles } from './category-tiles/category-tiles.module.ts';
import { presets as categoryTilesPresets } from './category-tiles/category-tiles.presets.ts';
import { CategoryTilesView } from './category-tiles/category-tiles.view.tsx';
import checkoutCss from './checkout/checkout.module.css?inline';
import { checkout } from './checkout/checkout.module.ts';
import { presets as checkoutPresets } from './checkout/checkout.presets.ts';
import { CheckoutView } from './checkout/checkout.view.tsx';
import checkoutAddressCss from './checkout-address/checkout-address.module.css?inline';
import { checkoutAddress } from './checkout-address/checkout-address.module.ts';
import { presets as checkoutAddressPresets } from './checkout-address/checkout-address.presets.ts';
import { CheckoutAddressView } from './checkout-address/checkout-address.view.tsx';
import checkoutContactCss from './checkout-contact/checkout-contact.module.css?inline';
import { checkoutContact } from './checkout-contact/checkout-contact.module.ts';
import { presets as checkoutContactPresets } from './checkout-contact/checkout-contact.presets.ts';
import { CheckoutContactView } from './checkout-contact/checkout-contact.view.tsx';
import checkoutCouponCss from './checkout-coupon/checkout-coupon.module.css?inline';
import { checkoutCoupon } from './checkout-coupon/checkout-coupon.module.ts';
import { presets as checkoutCouponPresets } from './checkout-coupon/checkout-coupon.presets.ts';
import { CheckoutCouponView } from './checkout-coupon/checkout-coupon.view.tsx';
import checkoutCreditCss from './checkout-credit/checkout-credit.module.css?inline';
import { checkoutCredit } from './checkout-credit/checkout-credit.module.ts';
import { presets as checkoutCreditPresets } from './checkout-credit/checkout-credit.presets.ts';
import { CheckoutCreditView } from './checkout-credit/checkout-credit.view.tsx';
import checkoutDeliveryCss from './checkout-delivery/checkout-delivery.module.css?inline';
import { checkoutDelivery } from './checkout-delivery/checkout-delivery.module.ts';
import { presets as checkoutDeliveryPresets } from './checkout-delivery/checkout-delivery.presets.ts';
import { CheckoutDeliveryView } from './checkout-delivery/checkout-delivery.view.tsx';
import checkoutGiftCardCss from './checkout-gift-card/checkout-gift-card.module.css?inline';
import { checkoutGiftCard } from './checkout-gift-card/checkout-gift-card.module.ts';
import { presets as checkoutGiftCardPresets } from './checkout-gift-card/checkout-gift-card.presets.ts';
import { CheckoutGiftCardView } from './checkout-gift-card/checkout-gift-card.view.tsx';
import checkoutPaymentCss from './checkout-payment/checkout-payment.module.css?inline';
import { checkoutPayment } from './checkout-payment/checkout-payment.module.ts';
import { presets as checkoutPaymentPresets } from './checkout-payment/checkout-payment.presets.ts';
import { CheckoutPaymentView } from './checkout-payment/checkout-payment.view.tsx';
import checkoutPointsCss from './checkout-points/checkout-points.module.css?inline';
import { checkoutPoints } from './checkout-points/checkout-points.module.ts';
import { presets as checkoutPointsPresets } from './checkout-points/checkout-points.presets.ts';
import { CheckoutPointsView } from './checkout-points/checkout-points.view.tsx';
import checkoutSummaryCss from './checkout-summary/checkout-summary.module.css?inline';
import { checkoutSummary } from './checkout-summary/checkout-summary.module.ts';
import { presets as checkoutSummaryPresets } from './checkout-summary/checkout-summary.presets.ts';
import { CheckoutSummaryView } from './checkout-summary/checkout-summary.view.tsx';
import checkoutTermsCss from './checkout-terms/checkout-terms.module.css?inline';
import { checkoutTerms } from './checkout-terms/checkout-terms.module.ts';
import { presets as checkoutTermsPresets } from './checkout-terms/checkout-terms.presets.ts';
import { CheckoutTermsView } from './checkout-terms/checkout-terms.view.tsx';
import columnsCss from './columns/columns.module.css?inline';
import { columns } from './columns/columns.module.ts';
import { presets as columnsPresets } from './columns/columns.presets.ts';
import { ColumnsView } from './columns/columns.view.tsx';
import countdownCss from './countdown/countdown.module.css?inline';
import { countdown } from './countdown/countdown.module.ts';
import { presets as countdownPresets } from './countdown/countdown.presets.ts';
import { CountdownView } from './countdown/countdown.view.tsx';
import dividerCss from './divider/divider.module.css?inline';
import { divider } from './divider/divider.module.ts';
import { presets as dividerPresets } from './divider/divider.presets.ts';
import { DividerView } from './divider/divider.view.tsx';
import footerCss from './footer/footer.module.css?inline';
import { footer } from './footer/footer.module.ts';
import { presets as footerPresets } from './footer/footer.presets.ts';
import { FooterView } from './footer/footer.view.tsx';
import headerCss from './header/header.module.css?inline';
import { header } from './header/header.module.ts';
import { presets as headerPresets } from './header/header.presets.ts';
import { HeaderView } from './header/header.view.tsx';
import heroCss from './hero/hero.module.css?inline';
import { hero } from './hero/hero.module.ts';
import { presets as heroPresets } from './hero/hero.presets.ts';
import { HeroView } from './hero/hero.view.tsx';
import imageTextCss from './image-text/image-text.module.css?inline';
import { imageText } from './image-text/image-text.module.ts';
import { presets as imageTextPresets } from './image-text/image-text.presets.ts';
import { ImageTextView } from './image-text/image-text.view.tsx';
import mediaGalleryCss from './media-gallery/media-gallery.module.css?inline';
import { mediaGallery } from './media-gallery/media-gallery.module.ts';
import { presets as mediaGalleryPresets } from './media-gallery/media-gallery.presets.ts';
import { MediaGalleryView } from './media-gallery/media-gallery.view.tsx';
import myPicksCss from './my-picks/my-picks.module.css?inline';
import { myPicks } from './my-picks/my-picks.module.ts';
import { presets as myPicksPresets } from './my-picks/my-picks.presets.ts';
import { MyPicksView } from './my-picks/my-picks.view.tsx';
import orderConfirmationCss from './order-confirmation/order-confirmation.module.css?inline';
import { orderConfirmation } from './order-confirmation/order-confirmation.module.ts';
import { presets as orderConfirmationPresets } from './order-confirmation/order-confirmation.presets.ts';
import { OrderConfirmationView } from './order-confirmation/order-confirmation.view.tsx';
import orderLookupCss from './order-lookup/order-lookup.module.css?inline';
import { orderLookup } from './order-lookup/order-lookup.module.ts';
import { presets as orderLookupPresets } from './order-lookup/order-lookup.presets.ts';
import { OrderLookupView } from './order-lookup/order-lookup.view.tsx';
import pageContainerCss from './page-container/page-container.module.css?inline';
import { pageContainer } from './page-container/page-container.module.ts';
import { presets as pageContainerPresets } from './page-container/page-container.presets.ts';
import { PageContainerView } from './page-container/page-container.view.tsx';
import pictureCss from './picture/picture.module.css?inline';
import { picture } from './picture/picture.module.ts';
import { presets as picturePresets } from './picture/picture.presets.ts';
import { PictureView } from './picture/picture.view.tsx';
import productCardCss from './product-card/product-card.module.css?inline';
import { productCard } from './product-card/product-card.module.ts';
import { presets as productCardPresets } from './product-card/product-card.presets.ts';
import { ProductCardView } from './product-card/product-card.view.tsx';
import productCollectionCss from './product-collection/product-collection.module.css?inline';
import { productCollection } from './product-collection/product-collection.module.ts';
import { presets as productCollectionPresets } from './product-collection/product-collection.presets.ts';
import { ProductCollectionView } from './product-collection/product-collection.view.tsx';
import productDetailsCss from './product-details/product-details.module.css?inline';
import { productDetails } from './product-details/product-details.module.ts';
import { presets as productDetailsPresets } from './product-details/product-details.presets.ts';
import { ProductDetailsView } from './product-details/product-details.view.tsx';
import quoteCss from './quote/quote.module.css?inline';
import { quote } from './quote/quote.module.ts';
import { presets as quotePresets } from './quote/quote.presets.ts';
import { QuoteView } from './quote/quote.view.tsx';
import richTextCss from './rich-text/rich-text.module.css?inline';
import { richText } from './rich-text/rich-text.module.ts';
import { presets as richTextPresets } from './rich-text/rich-text.presets.ts';
import { RichTextView } from './rich-text/rich-text.view.tsx';
import searchBoxCss from './search-box/search-box.module.css?inline';
import { searchBox } from './search-box/search-box.module.ts';
import { presets as searchBoxPresets } from './search-box/search-box.presets.ts';
import { SearchBoxView } from './search-box/search-box.view.tsx';
import searchResultsCss from './search-results/search-results.module.css?inline';
import { searchResults } from './search-results/search-results.module.ts';
import { presets as searchResultsPresets } from './search-results/search-results.presets.ts';
import { SearchResultsView } from './search-results/search-results.view.tsx';
import sectionCss from './section/section.module.css?inline';
import { section } from './section/section.module.ts';
import { presets as sectionPresets } from './section/section.presets.ts';
import { SectionView } from './section/section.view.tsx';
import signInCss from './sign-in/sign-in.module.css?inline';
import { signIn } from './sign-in/sign-in.module.ts';
import { presets as signInPresets } from './sign-in/sign-in.presets.ts';
import { SignInView } from './sign-in/sign-in.view.tsx';
import signUpCss from './sign-up/sign-up.module.css?inline';
import { signUp } from './sign-up/sign-up.module.ts';
import { presets as signUpPresets } from './sign-up/sign-up.presets.ts';
import { SignUpView } from './sign-up/sign-up.view.tsx';
import storeListCss from './store-list/store-list.module.css?inline';
import { storeList } from './store-list/store-list.module.ts';
import { presets as storeListPresets } from './store-list/store-list.presets.ts';
import { StoreListView } from './store-list/store-list.view.tsx';
import teasersCss from './teasers/teasers.module.css?inline';
import { teasers } from './teasers/teasers.module.ts';
import { presets as teasersPresets } from './teasers/teasers.presets.ts';
import { TeasersView } from './teasers/teasers.view.tsx';
import videoCss from './video/video.module.css?inline';
import { video } from './video/video.module.ts';
import { presets as videoPresets } from './video/video.presets.ts';
import { VideoView } from './video/video.view.tsx';
import wishButtonCss from './wish-button/wish-button.module.css?inline';
import { wishButton } from './wish-button/wish-button.module.ts';
import { presets as wishButtonPresets } from './wish-button/wish-button.presets.ts';
import { WishButtonView } from './wish-button/wish-button.view.tsx';

/** Every module of the library with what is needed to render it. */
export const library: readonly RegisteredModule[] = [
  { module: accordion, view: AccordionView, css: accordionCss, presets: accordionPresets },
  { module: account, view: AccountView, css: accountCss, presets: accountPresets },
  { module: accountAddresses, view: AccountAddressesView, css: accountAddressesCss, presets: accountAddressesPresets },
  { module: accountBadge, view: AccountBadgeView, css: accountBadgeCss, presets: accountBadgePresets },
  { module: accountCredit, view: AccountCreditView, css: accountCreditCss, presets: accountCreditPresets },
  { module: accountDetails, view: AccountDetailsView, css: accountDetailsCss, presets: accountDetailsPresets },
  { module: accountLink, view: AccountLinkView, css: accountLinkCss, presets: accountLinkPresets },
  { module: accountMenu, view: AccountMenuView, css: accountMenuCss, presets: accountMenuPresets },
  { module: accountOrders, view: AccountOrdersView, css: accountOrdersCss, presets: accountOrdersPresets },
  { module: accountOverview, view: AccountOverviewView, css: accountOverviewCss, presets: accountOverviewPresets },
  { module: accountPoints, view: AccountPointsView, css: accountPointsCss, presets: accountPointsPresets },
  { module: accountPrivacy, view: AccountPrivacyView, css: accountPrivacyCss, presets: accountPrivacyPresets },
  { module: accountWishes, view: AccountWishesView, css: accountWishesCss, presets: accountWishesPresets },
  { module: announcement, view: AnnouncementView, css: announcementCss, presets: announcementPresets },
  { module: breadcrumb, view: BreadcrumbView, css: breadcrumbCss, presets: breadcrumbPresets },
  { module: button, view: ButtonView, css: buttonCss, presets: buttonPresets },
  { module: buyBox, view: BuyBoxView, css: buyBoxCss, presets: buyBoxPresets },
  { module: cart, view: CartView, css: cartCss, presets: cartPresets },
  { module: cartBadge, view: CartBadgeView, css: cartBadgeCss, presets: cartBadgePresets },
  { module: categoryTiles, view: CategoryTilesView, css: categoryTilesCss, presets: categoryTilesPresets },
  { module: checkout, view: CheckoutView, css: checkoutCss, presets: checkoutPresets },
  { module: checkoutAddress, view: CheckoutAddressView, css: checkoutAddressCss, presets: checkoutAddressPresets },
  { module: checkoutContact, view: CheckoutContactView, css: checkoutContactCss, presets: checkoutContactPresets },
  { module: checkoutCoupon, view: CheckoutCouponView, css: checkoutCouponCss, presets: checkoutCouponPresets },
  { module: checkoutCredit, view: CheckoutCreditView, css: checkoutCreditCss, presets: checkoutCreditPresets },
  { module: checkoutDelivery, view: CheckoutDeliveryView, css: checkoutDeliveryCss, presets: checkoutDeliveryPresets },
  { module: checkoutGiftCard, view: CheckoutGiftCardView, css: checkoutGiftCardCss, presets: checkoutGiftCardPresets },
  { module: checkoutPayment, view: CheckoutPaymentView, css: checkoutPaymentCss, presets: checkoutPaymentPresets },
  { module: checkoutPoints, view: CheckoutPointsView, css: checkoutPointsCss, presets: checkoutPointsPresets },
  { module: checkoutSummary, view: CheckoutSummaryView, css: checkoutSummaryCss, presets: checkoutSummaryPresets },
  { module: checkoutTerms, view: CheckoutTermsView, css: checkoutTermsCss, presets: checkoutTermsPresets },
  { module: columns, view: ColumnsView, css: columnsCss, presets: columnsPresets },
  { module: countdown, view: CountdownView, css: countdownCss, presets: countdownPresets },
  { module: divider, view: DividerView, css: dividerCss, presets: dividerPresets },
  { module: footer, view: FooterView, css: footerCss, presets: footerPresets },
  { module: header, view: HeaderView, css: headerCss, presets: headerPresets },
  { module: hero, view: HeroView, css: heroCss, presets: heroPresets },
  { module: imageText, view: ImageTextView, css: imageTextCss, presets: imageTextPresets },
  { module: mediaGallery, view: MediaGalleryView, css: mediaGalleryCss, presets: mediaGalleryPresets },
  { module: myPicks, view: MyPicksView, css: myPicksCss, presets: myPicksPresets },
  { module: orderConfirmation, view: OrderConfirmationView, css: orderConfirmationCss, presets: orderConfirmationPresets },
  { module: orderLookup, view: OrderLookupView, css: orderLookupCss, presets: orderLookupPresets },
  { module: pageContainer, view: PageContainerView, css: pageContainerCss, presets: pageContainerPresets },
  { module: picture, view: PictureView, css: pictureCss, presets: picturePresets },
  { module: productCard, view: ProductCardView, css: productCardCss, presets: productCardPresets },
  { module: productCollection, view: ProductCollectionView, css: productCollectionCss, presets: productCollectionPresets },
  { module: productDetails, view: ProductDetailsView, css: productDetailsCss, presets: productDetailsPresets },
  { module: quote, view: QuoteView, css: quoteCss, presets: quotePresets },
  { module: richText, view: RichTextView, css: richTextCss, presets: richTextPresets },
  { module: searchBox, view: SearchBoxView, css: searchBoxCss, presets: searchBoxPresets },
  { module: searchResults, view: SearchResultsView, css: searchResultsCss, presets: searchResultsPresets },
  { module: section, view: SectionView, css: sectionCss, presets: sectionPresets },
  { module: signIn, view: SignInView, css: signInCss, presets: signInPresets },
  { module: signUp, view: SignUpView, css: signUpCss, presets: signUpPresets },
  { module: storeList, view: StoreListView, css: storeListCss, presets: storeListPresets },
  { module: teasers, view: TeasersView, css: teasersCss, presets: teasersPresets },
  { module: video, view: VideoView, css: videoCss, presets: videoPresets },
  { module: wishButton, view: WishButtonView, css: wishButtonCss, presets: wishButtonPresets },
];

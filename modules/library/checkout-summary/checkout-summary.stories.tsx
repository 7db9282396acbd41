// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'checkout-summary');
export default { title: 'Modules/Checkout: summary and payment button', ...meta };
export const ReadyToPay = story('Ready to pay');
export const DeliveryNotChosen = story('Delivery not chosen');
export const Reduced = story('Reduced');
export const PartlyPaid = story('Partly paid');
export const PaidByGiftCards = story('Paid by gift cards');
export const ReverseCharge = story('Reverse charge');
export const VATNumberNotChecked = story('VAT number not checked');
export const SoldOut = story('Sold out');
export const PriceChanged = story('Price changed');
export const AtTheBank = story('At the bank');
export const Pending = story('Pending');
export const NothingToCheckOut = story('Nothing to check out');
export const OneOnPreorder = story('One on preorder');

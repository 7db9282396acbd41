// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'order-confirmation');
export default { title: 'Modules/Order', ...meta };
export const Shipped = story('Shipped');
export const SignedIn = story('Signed in');
export const WithPoints = story('With points');
export const GoodsToBeAdded = story('Goods to be added');
export const AnnouncingAReturn = story('Announcing a return');
export const OnPreorder = story('On preorder');
export const PickedUp = story('Picked up');
export const Cancelled = story('Cancelled');
export const Pending = story('Pending');
export const AtTheBank = story('At the bank');
export const Placed = story('Placed');
export const Declined = story('Declined');
export const Unknown = story('Unknown');

// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'account-orders');
export default { title: 'Modules/Account: orders', ...meta };
export const Orders = story('Orders');
export const NoneYet = story('None yet');
export const OneOrder = story('One order');
export const OneToPickUp = story('One to pick up');
export const PartlyCancelled = story('Partly cancelled');
export const AnnouncingAReturn = story('Announcing a return');
export const AReturnWithSomethingMissing = story('A return with something missing');
export const NothingToReturn = story('Nothing to return');
export const UnknownOrder = story('Unknown order');
export const SignedOut = story('Signed out');

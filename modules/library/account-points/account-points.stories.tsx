// Written by `npm run generate`; do not edit.
import { moduleStories } from '@vitrine/modules/testing';
import { library } from '../library.gen.ts';

const { meta, story } = moduleStories(library, 'account-points');
export default { title: 'Modules/Account: points', ...meta };
export const Points = story('Points');
export const HighestTierInDebt = story('Highest tier, in debt');
export const NotAMember = story('Not a member');
export const MembersAskToTakePart = story('Members ask to take part');
export const NoProgramme = story('No programme');
export const SignedOut = story('Signed out');

export type {
  AnyAction,
  AnyMutation,
  AnyPrivateAction,
  AnyPublicAction,
  CachePolicy,
  FormAnswer,
  InputOf,
  Mutation,
  OutputOf,
  OutputType,
  Private,
  PrivateAction,
  PublicAction,
  Source,
} from './lib/define-action.ts';
export { type } from './lib/define-action.ts';
export type {
  PrivateContext,
  PrivateDimensions,
  PublicContext,
  SharedDimension,
  SharedDimensions,
} from './lib/dimensions.ts';
export { sharedDimensions } from './lib/dimensions.ts';
export type { Need, NeedMany, NeedOne } from './lib/plan.ts';

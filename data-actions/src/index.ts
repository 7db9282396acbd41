export { canonicalKey } from './lib/action-key.ts';
export type {
  ActionDefinition,
  AnyAction,
  AnyMutation,
  AnyPrivateAction,
  AnyPublicAction,
  CachePolicy,
  FormAnswer,
  HoldsPrivate,
  InputOf,
  Mutation,
  OutputOf,
  OutputType,
  Private,
  PrivateAction,
  PublicAction,
} from './lib/define-action.ts';
export { defineAction, defineMutation, definePrivateAction, type } from './lib/define-action.ts';
export type { Source } from './lib/define-source.ts';
export { defineSource } from './lib/define-source.ts';
export type { PlanDescription } from './lib/describe-plan.ts';
export { describePlan } from './lib/describe-plan.ts';
export type {
  PrivateContext,
  PrivateDimensions,
  PublicContext,
  SharedDimension,
  SharedDimensions,
  TypedForm,
} from './lib/dimensions.ts';
export { sharedDimensions } from './lib/dimensions.ts';
export { many, need } from './lib/need.ts';
export type { Need, NeedMany, NeedOne } from './lib/plan.ts';

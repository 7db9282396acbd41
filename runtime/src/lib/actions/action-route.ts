import {
  type Visitor as ActingVisitor,
  type ActionEngine,
  handleDataRequest,
  handleFormRequest,
  type VisitorHints,
  type VisitorOf,
} from '@vitrine/data-actions/server';
import { canonicalPath } from '../canonical-path.ts';
import type { RuntimeChannel } from '../channel.ts';
import type { CrowdDesk } from '../crowd/crowd-desk.ts';
import { backToPreview } from '../preview/back-to-preview.ts';
import { sharedOf } from '../shared-of.ts';
import { type Shoppers, shopperOf } from '../visitor/shopper.ts';
import { shopperCookies } from '../visitor/shopper-cookies.ts';
import type { ValueSigner } from '../visitor/signed-value.ts';
import { readVisitor } from '../visitor/visitor.ts';
import { currencyAction, setCurrency } from './set-currency.ts';

export interface ActionRouteOptions {
  readonly actions: ActionEngine;
  readonly channelOf: (host: string) => RuntimeChannel;
  readonly signer: ValueSigner;
  readonly shoppers: Shoppers;
  readonly crowd: CrowdDesk;
  readonly https: boolean;
  readonly onFault: (error: unknown, id: string) => void;
}

const SORRY: Readonly<Record<string, string>> = {
  en: 'That did not work. Please try again in a moment.',
  de: 'Das hat nicht geklappt. Bitte versuchen Sie es gleich noch einmal.',
};

/** Mounts the data-action engine: answers under `/_a`, plain forms under `/_actions/<id>`. */
export function createActionRoute(
  options: ActionRouteOptions,
): (request: Request, caller?: string) => Promise<Response> {
  const { actions, signer, shoppers, crowd, https, onFault, channelOf } = options;
  const visitorFrom = async (
    request: Request,
    { claimed, from }: VisitorHints,
    caller: string | undefined,
  ): Promise<ActingVisitor> => {
    const visitor = readVisitor(request.headers.get('cookie') ?? undefined, signer);
    const shopper = await shopperOf(shoppers, visitor.private);
    const channel = channelOf(hostOf(request));
    const place = canonicalPath(from.split(/[?#]/, 1)[0] as string, channel);
    const currency = [claimed.currency, visitor.currency].find(
      (each) => each !== undefined && channel.currencies.includes(each),
    );
    const locale = channel.locales.find((each) => each === claimed.locale);
    return {
      shared: sharedOf({
        channel,
        locale: locale ?? (place.kind === 'path' ? place.locale : channel.locales[0]!),
        currency: currency ?? channel.currencies[0]!,
        customerGroup: shopper?.customerGroup ?? 'anyone',
      }),
      private: visitor.private,
      origin: channel.origin,
      caller,
      remember(change) {
        crowd.given(visitor, (name) => request.headers.get(name) ?? undefined, change);
        return shopperCookies(change, { signer, https });
      },
    };
  };

  const answerForm = (request: Request, visitorOf: VisitorOf): Promise<Response> =>
    new URL(request.url).pathname === currencyAction
      ? setCurrency(request, { channel: channelOf(hostOf(request)), https })
      : handleFormRequest(actions, request, visitorOf, {
          onFault,
          faultNotice: (locale) => SORRY[locale] ?? SORRY.en!,
        });

  return async (request, caller) => {
    const visitorOf: VisitorOf = (asked, hints) => visitorFrom(asked, hints, caller);
    if (new URL(request.url).pathname.startsWith('/_actions/'))
      return backToPreview(await answerForm(request, visitorOf), request);
    return handleDataRequest(actions, request, visitorOf, { onFault });
  };
}

export function hostOf(request: Request): string {
  return request.headers.get('host') ?? new URL(request.url).host;
}

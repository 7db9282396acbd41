import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MediaLimits, S3Options } from '@vitrine/content/server';
import { z } from 'zod';

/** How this process runs, read once from the environment. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  /** Where the shop is reached from outside, without a trailing slash. */
  readonly publicUrl: string;
  /** PostgreSQL; without it the embedded database in `folder`. */
  readonly databaseUrl: string | undefined;
  readonly redisUrl: string | undefined;
  /** Embedded database, picture cache and secret live below it. */
  readonly folder: string;
  /** Signs cookies and sessions. The same in every process of one shop. */
  readonly secret: string;
  readonly logLevel: string;
  /** Whether an empty shop is filled with the demo store, demo sign-ins included. */
  readonly demoStore: boolean;
  /** A proxy in front says who asks and how; only when nobody can reach this port past it. */
  readonly trustProxy: boolean;
  /** Requests a minute to the API by one shopper or address; 0 = no limit. */
  readonly apiRequestsPerMinute: number;
  readonly media: MediaSettings;
  readonly mail: MailSettings;
  /** Whom shoppers may sign in with, beside password and mailed links; without one it is not offered. */
  readonly oidc: OidcSettings | undefined;
  /** The account at Stripe; without one its way to pay is not offered. */
  readonly stripe: { readonly secretKey: string; readonly webhookSecret: string } | undefined;
}

/** A provider shoppers may sign in with. */
export interface OidcSettings {
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** It is on this machine and has no TLS. */
  readonly insecure: boolean;
}

export interface MailSettings {
  /** The mail server, `smtps://user:password@mail.example`; without one mails are only kept. */
  readonly url: string | undefined;
  /** Who writes, `Shop <shop@example.com>`. */
  readonly from: string;
}

/** Where the media library keeps its files, and how large they may be. */
export interface MediaSettings {
  /** A bucket; without it a folder on disk. */
  readonly bucket: S3Options | undefined;
  readonly limits: MediaLimits;
}

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/;
const port = 'expected a whole number from 0 to 65535, for example 3000';

const megabytes = 'expected a whole number of megabytes from 1 to 5000, for example 50';
const size = z.coerce
  .number({ error: megabytes })
  .int({ error: megabytes })
  .min(1, megabytes)
  .max(5000, megabytes);
const perMinute = 'expected a whole number of requests, for example 600, or 0 for no limit';
const bucketParts = [
  'MEDIA_ENDPOINT',
  'MEDIA_BUCKET',
  'MEDIA_REGION',
  'MEDIA_KEY_ID',
  'MEDIA_SECRET',
] as const;

const oidcParts = ['OIDC_NAME', 'OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;

const variables = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce
    .number({ error: port })
    .int({ error: port })
    .min(0, { error: port })
    .max(65535, { error: port })
    .default(3000),
  PUBLIC_URL: z.url({ error: 'expected an address such as https://shop.example' }).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'must begin with redis://')
    .optional(),
  DEMO_STORE: z.enum(['0', '1'], { error: 'expected 0 or 1' }).optional(),
  TRUST_PROXY: z.enum(['0', '1'], { error: 'expected 0 or 1' }).default('0'),
  VITRINE_FOLDER: z.string().min(1).optional(),
  VITRINE_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: 'expected trace, debug, info, warn, error, fatal or silent',
    })
    .default('info'),
  MEDIA_ENDPOINT: z
    .url({
      protocol: /^https?$/,
      error: 'expected the address of an S3 service such as https://s3.eu-central-1.amazonaws.com',
    })
    .optional(),
  MEDIA_BUCKET: z
    .string()
    .regex(
      /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
      'expected the name of a bucket: 3 to 63 small letters, digits, dots and hyphens',
    )
    .optional(),
  MEDIA_REGION: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'expected a region such as eu-central-1, or auto')
    .optional(),
  MEDIA_KEY_ID: z.string().optional(),
  MEDIA_SECRET: z.string().optional(),
  MAIL_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z.string().min(3).max(300).default('Ostrand <shop@ostrand.example>'),
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^[sr]k_/, 'expected a secret key of Stripe, which begins with sk_ or rk_')
    .optional(),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_/, 'expected the signing secret of a Stripe endpoint, which begins with whsec_')
    .optional(),
  API_REQUESTS_PER_MINUTE: z.coerce
    .number({ error: perMinute })
    .int({ error: perMinute })
    .min(0, perMinute)
    .max(1_000_000, perMinute)
    .default(600),
  OIDC_NAME: z.string().min(1).max(60).optional(),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: 'expected the address of a provider such as https://id.example' })
    .optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  MEDIA_PICTURE_MB: size.default(50),
  MEDIA_FILM_MB: size.default(500),
});

// One without the other would take money and not hear of it. Half a bucket would be a shop that keeps its pictures where nobody looks for them.
const environment = variables.superRefine((values, context) => {
  const { STRIPE_SECRET_KEY: stripeKey, STRIPE_WEBHOOK_SECRET: stripeHooks } = values;
  if ((stripeKey === undefined) !== (stripeHooks === undefined))
    context.addIssue({
      code: 'custom',
      path: [stripeKey === undefined ? 'STRIPE_SECRET_KEY' : 'STRIPE_WEBHOOK_SECRET'],
      message: 'is missing: paying by Stripe needs both STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET',
    });
  const oidcGiven = oidcParts.filter((name) => values[name] !== undefined);
  for (const name of oidcParts.filter((each) => oidcGiven.length > 0 && !oidcGiven.includes(each)))
    context.addIssue({
      code: 'custom',
      path: [name],
      message: `is missing: signing in with a provider needs all of ${oidcParts.join(', ')}`,
    });
  const given = bucketParts.filter((name) => values[name] !== undefined);
  if (given.length === 0) return;
  for (const name of bucketParts.filter((each) => !given.includes(each)))
    context.addIssue({
      code: 'custom',
      path: [name],
      message: `is missing: ${given.join(' and ')} ${given.length > 1 ? 'are' : 'is'} set, and a bucket needs all of ${bucketParts.join(', ')}`,
    });
});

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Reads the settings.
 * @throws with every wrong variable by name and what was expected of it; values are not repeated, they may be secret.
 */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(present);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The environment has settings that cannot be used:\n${problems.join('\n')}`);
  }
  const values = parsed.data;
  const folder = resolve(root, values.VITRINE_FOLDER ?? '.data');
  return {
    host: values.HOST,
    port: values.PORT,
    publicUrl: (values.PUBLIC_URL ?? `http://${values.HOST}:${values.PORT}`).replace(/\/+$/, ''),
    databaseUrl: values.DATABASE_URL,
    redisUrl: values.REDIS_URL,
    folder,
    secret: values.VITRINE_SECRET ?? ownSecret(folder),
    logLevel: values.LOG_LEVEL,
    // Its passwords are public: only where nobody from outside comes, or when asked for.
    demoStore:
      values.DEMO_STORE === undefined
        ? !values.DATABASE_URL && loopback.test(values.HOST)
        : values.DEMO_STORE === '1',
    apiRequestsPerMinute: values.API_REQUESTS_PER_MINUTE,
    trustProxy: values.TRUST_PROXY === '1',
    mail: { url: values.MAIL_URL, from: values.MAIL_FROM },
    oidc: oidcOf(values),
    stripe: stripeOf(values),
    media: {
      bucket: bucketOf(values),
      limits: {
        pictureBytes: values.MEDIA_PICTURE_MB * MEGABYTE,
        filmBytes: values.MEDIA_FILM_MB * MEGABYTE,
      },
    },
  };
}

const MEGABYTE = 1024 * 1024;

function oidcOf(values: z.infer<typeof variables>): Settings['oidc'] {
  const { OIDC_NAME: name, OIDC_ISSUER: issuer } = values;
  const { OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = values;
  if (!name || !issuer || !clientId || !clientSecret) return undefined;
  const { protocol, hostname } = new URL(issuer);
  return { name, issuer, clientId, clientSecret, insecure: protocol === 'http:' && loopback.test(hostname) };
}

function stripeOf({
  STRIPE_SECRET_KEY: secretKey,
  STRIPE_WEBHOOK_SECRET: webhookSecret,
}: z.infer<typeof variables>): Settings['stripe'] {
  return secretKey === undefined || webhookSecret === undefined ? undefined : { secretKey, webhookSecret };
}

function bucketOf(values: z.infer<typeof variables>): S3Options | undefined {
  const { MEDIA_ENDPOINT: endpoint, MEDIA_BUCKET: bucket, MEDIA_REGION: region } = values;
  const { MEDIA_KEY_ID: keyId, MEDIA_SECRET: secret } = values;
  if (!endpoint || !bucket || !region || !keyId || !secret) return undefined;
  return { endpoint, bucket, region, keyId, secret };
}

// Made at the first start and kept beside the data, readable by this user only.
function ownSecret(folder: string): string {
  const file = join(folder, 'secret');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  mkdirSync(folder, { recursive: true });
  const secret = randomBytes(32).toString('base64url');
  writeFileSync(file, secret, { mode: 0o600, flag: 'wx' });
  return secret;
}

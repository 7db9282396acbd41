import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';

const secret = 'x'.repeat(40);
const bucket = {
  MEDIA_ENDPOINT: 'https://s3.eu-central-1.amazonaws.com',
  MEDIA_BUCKET: 'shop-media',
  MEDIA_REGION: 'eu-central-1',
  MEDIA_KEY_ID: 'AKIA123',
  MEDIA_SECRET: 'very-secret-value',
};
const read = (env: Record<string, string>) => readSettings({ VITRINE_SECRET: secret, ...env }).media;

test('Without settings the media library keeps its files in a folder, pictures to 50 MB and films to 500', () => {
  expect(read({})).toEqual({
    bucket: undefined,
    limits: { pictureBytes: 50 * 1024 * 1024, filmBytes: 500 * 1024 * 1024 },
  });
  expect(read({ MEDIA_PICTURE_MB: '5', MEDIA_FILM_MB: '40', MEDIA_BUCKET: '' }).limits).toEqual({
    pictureBytes: 5 * 1024 * 1024,
    filmBytes: 40 * 1024 * 1024,
  });
});

test('A bucket is named by five settings together', () => {
  expect(read(bucket).bucket).toEqual({
    endpoint: 'https://s3.eu-central-1.amazonaws.com',
    bucket: 'shop-media',
    region: 'eu-central-1',
    keyId: 'AKIA123',
    secret: 'very-secret-value',
  });
});

test('Half a bucket and settings that cannot be right are told by name, without the secret', () => {
  const { MEDIA_REGION: _, MEDIA_KEY_ID: __, ...half } = bucket;
  expect(() => read(half)).toThrow(
    /MEDIA_REGION: is missing: MEDIA_ENDPOINT and MEDIA_BUCKET and MEDIA_SECRET are set.*MEDIA_KEY_ID: is missing/s,
  );
  const wrong: [Record<string, string>, RegExp][] = [
    [{ ...bucket, MEDIA_ENDPOINT: 'ftp://x' }, /MEDIA_ENDPOINT: expected the address of an S3 service/],
    [{ ...bucket, MEDIA_BUCKET: 'Not A Bucket' }, /MEDIA_BUCKET: expected the name of a bucket/],
    [{ ...bucket, MEDIA_REGION: 'a b' }, /MEDIA_REGION: expected a region/],
    [{ MEDIA_PICTURE_MB: 'many' }, /MEDIA_PICTURE_MB: expected a whole number/],
    [{ MEDIA_FILM_MB: '0' }, /MEDIA_FILM_MB: expected a whole number/],
  ];
  for (const [env, message] of wrong) {
    expect(() => read(env)).toThrow(message);
    expect(() => read(env)).not.toThrow(/very-secret-value/);
  }
});

test('Stripe is named by both of its secrets, and neither is repeated', () => {
  const keys = { STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_WEBHOOK_SECRET: 'whsec_1' };
  const stripeOf = (env: Record<string, string>) => readSettings({ VITRINE_SECRET: secret, ...env }).stripe;
  expect(stripeOf({})).toBeUndefined();
  expect(stripeOf(keys)).toEqual({ secretKey: 'sk_test_1', webhookSecret: 'whsec_1' });
  expect(() => stripeOf({ STRIPE_SECRET_KEY: 'sk_test_1' })).toThrow('STRIPE_WEBHOOK_SECRET: is missing');
  expect(() => stripeOf({ ...keys, STRIPE_SECRET_KEY: 'pk_test_1' })).toThrow(
    /begins with sk_ or rk_(?!.*pk_)/s,
  );
});

test('a provider to sign in with is named whole, and only one on this machine may be without TLS', () => {
  const whole = {
    OIDC_NAME: 'Inselkonto',
    OIDC_ISSUER: 'https://id.example',
    OIDC_CLIENT_ID: 'shop',
    OIDC_CLIENT_SECRET: 'hush',
  };
  const oidcOf = (env: Record<string, string>) => readSettings({ VITRINE_SECRET: secret, ...env }).oidc;
  expect(oidcOf({})).toBeUndefined();
  expect(oidcOf(whole)).toMatchObject({ name: 'Inselkonto', clientId: 'shop', insecure: false });
  expect(oidcOf({ ...whole, OIDC_ISSUER: 'http://127.0.0.1:4000' })?.insecure).toBe(true);
  expect(oidcOf({ ...whole, OIDC_ISSUER: 'http://id.example' })?.insecure).toBe(false);
  expect(() => oidcOf({ ...whole, OIDC_CLIENT_SECRET: '' })).toThrow('OIDC_CLIENT_SECRET: is missing');
});

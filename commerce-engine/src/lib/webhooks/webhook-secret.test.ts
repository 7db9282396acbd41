import { describe, expect, test } from 'vitest';
import { signedHeaders, signingNumbers, webhookSecretOf } from './webhook-secret.ts';

describe('secrets and signatures', () => {
  test('[HOOK-7] signs as the specification’s own example', () => {
    const message = {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      body: '{"test": 2432232314}',
      at: new Date(1614265330 * 1000),
    };
    expect(signedHeaders(message, ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'])).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  test('[HOOK-7] every endpoint and every rotation has a secret of its own, of 32 bytes', () => {
    const secrets = ['a', 'b'].flatMap((id) => [0, 1].map((number) => webhookSecretOf(id, number, 'shop')));
    expect(new Set([...secrets, webhookSecretOf('a', 0, 'another shop')]).size).toBe(5);
    expect(secrets.map((each) => Buffer.from(each.slice(6), 'base64').length)).toEqual([32, 32, 32, 32]);
  });

  test('[HOOK-7] a secret signs for 24 hours after it was followed by another, the present one first', () => {
    const at = (hour: number) => new Date(Date.UTC(2026, 10, 23, hour));
    expect(signingNumbers([], at(0))).toEqual([0]);
    expect(signingNumbers([at(0), at(2)], at(23))).toEqual([2, 1, 0]);
    expect(signingNumbers([at(0), at(2)], at(24))).toEqual([2, 1]);
    expect(signingNumbers([at(0), at(2)], at(26))).toEqual([2]);
  });
});

import { describe, expect, it } from 'vitest';
import { cacheHeaders } from './cache-headers.ts';
import { createNonceSource, NONCE_LENGTH } from './nonce.ts';
import { contentSecurityPolicy, securityHeaders } from './security-headers.ts';

const page = { personal: false, status: 200, contexts: ['locale'], incomplete: false, sharedSeconds: 0 };

describe('cache headers', () => {
  it('[RT-HEAD-1] what is the same for everyone may be kept but is asked for again', () => {
    expect(cacheHeaders(page)).toEqual({
      cacheControl: 'public, max-age=0, must-revalidate',
      vary: 'accept-encoding',
    });
    expect(cacheHeaders({ ...page, sharedSeconds: 30 }).cacheControl).toBe(
      'public, max-age=0, s-maxage=30, must-revalidate',
    );
  });

  it('[RT-HEAD-2] personal, incomplete and failed answers are kept by nobody', () => {
    for (const facts of [{ personal: true }, { incomplete: true }, { status: 500 }, { status: 503 }])
      expect(cacheHeaders({ ...page, sharedSeconds: 30, ...facts }).cacheControl).toBe('private, no-store');
  });

  it('[RT-HEAD-3] an answer that differs by a cookie says so', () => {
    expect(cacheHeaders({ ...page, contexts: ['currency'] }).vary).toBe('accept-encoding, cookie');
  });
});

describe('security headers', () => {
  it('[RT-HEAD-4] a page trusts its own scripts by nonce and nothing else', () => {
    const policy = contentSecurityPolicy({ trust: { kind: 'nonce', nonce: 'abc' }, https: true });
    expect(policy).toContain("script-src 'nonce-abc' 'strict-dynamic';");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(
      contentSecurityPolicy({ trust: { kind: 'hashes', scripts: ['x='], styles: [] }, https: false }),
    ).toContain("script-src 'self' 'sha256-x='");
  });

  it('[RT-HEAD-5] HTTPS is insisted on only where it is spoken', () => {
    expect(securityHeaders({ https: true })).toContain('strict-transport-security');
    expect(securityHeaders({ https: false })).not.toContain('strict-transport-security');
    expect(securityHeaders({ https: false })).toContain('nosniff');
  });
});

describe('nonces', () => {
  it('[RT-HEAD-6] no nonce is given twice, also across refills', () => {
    const next = createNonceSource(8);
    const nonces = Array.from({ length: 100 }, next);
    expect(new Set(nonces).size).toBe(100);
    expect(nonces.every((nonce) => nonce.length === NONCE_LENGTH)).toBe(true);
  });
});

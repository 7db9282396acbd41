import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, request as forward, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Stands in front of an S3 server for tests that does not look at signatures: refuses what is not signed with the secret, and bodies
 * without a length, as the real services do.
 */
export async function openSignatureGate(
  behind: number,
  { keyId, secret }: { keyId: string; secret: string },
): Promise<{ url: string; server: Server }> {
  const server = createServer((incoming, outgoing) => {
    const refusal = refusalOf(incoming, { keyId, secret });
    if (refusal) {
      incoming.resume();
      outgoing.writeHead(refusal === 'MissingContentLength' ? 411 : 403, { connection: 'close' });
      outgoing.end(`<Error><Code>${refusal}</Code><Message>Refused at the gate</Message></Error>`);
      return;
    }
    const { method, url, headers } = incoming;
    const onward = forward({ port: behind, host: '127.0.0.1', method, path: url, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.on('error', () => onward.destroy());
    incoming.on('aborted', () => onward.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

function refusalOf({ method, url = '/', headers }: IncomingMessage, key: { keyId: string; secret: string }) {
  if (method === 'PUT' && headers['content-length'] === undefined) return 'MissingContentLength';
  const parts =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d+)\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(\w+)$/.exec(
      headers.authorization ?? '',
    );
  if (!parts) return 'AccessDenied';
  const [, keyId, day, region, signed, signature] = parts as unknown as string[];
  if (keyId !== key.keyId) return 'InvalidAccessKeyId';
  const address = new URL(url, 'http://gate');
  const query = [...address.searchParams]
    .map(([name, value]) => `${escaped(name)}=${escaped(value)}`)
    .sort((left, right) => (left < right ? -1 : 1))
    .join('&');
  const lines = signed!.split(';').map((name) => `${name}:${String(headers[name]).trim()}`);
  const canonical = [
    method,
    address.pathname,
    query,
    ...lines,
    '',
    signed,
    headers['x-amz-content-sha256'],
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = [
    'AWS4-HMAC-SHA256',
    headers['x-amz-date'],
    scope,
    createHash('sha256').update(canonical).digest('hex'),
  ].join('\n');
  const secretOfDay = [day!, region!, 's3', 'aws4_request'].reduce<Buffer | string>(
    hmac,
    `AWS4${key.secret}`,
  );
  const expected = hmac(secretOfDay, toSign).toString('hex');
  const isRight =
    expected.length === signature!.length && timingSafeEqual(Buffer.from(expected), Buffer.from(signature!));
  return isRight ? undefined : 'SignatureDoesNotMatch';
}

function hmac(key: Buffer | string, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function escaped(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

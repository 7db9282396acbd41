import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMailTransport } from './mail-transport.ts';

const received: string[] = [];
const recipients: string[] = [];
let server: SMTPServer;
let url: string;

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      if (address.startsWith('nobody@')) return done(new Error('No such mailbox here'));
      recipients.push(address);
      done();
    },
    onData(stream, _session, done) {
      let text = '';
      stream.on('data', (part: Buffer) => {
        text += part.toString();
      });
      stream.on('end', () => {
        received.push(text);
        done();
      });
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  url = `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`;
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

const mail = {
  to: 'ada@example.com',
  subject: 'Ihre Bestellung 100001 für größere Häfen',
  html: '<p>Vielen Dank</p>',
  text: 'Vielen Dank',
  messageId: '<one@vitrine>',
};

test('a mail reaches the mail server with its Message-ID, both forms and who wrote it', async () => {
  const transport = openMailTransport({ mail: { url, from: 'Ostrand <shop@ostrand.example>' } });
  await transport.send(mail);
  expect(recipients).toEqual(['ada@example.com']);
  expect(received).toHaveLength(1);
  for (const part of [
    'From: Ostrand <shop@ostrand.example>',
    'Message-ID: <one@vitrine>',
    'text/plain',
    'text/html',
  ])
    expect(received[0]).toContain(part);
});

test('what the mail server refuses, and a server that is away, is an error to be tried again', async () => {
  const from = 'shop@ostrand.example';
  await expect(
    openMailTransport({ mail: { url, from } }).send({ ...mail, to: 'nobody@example.com' }),
  ).rejects.toThrow('No such mailbox here');
  await expect(openMailTransport({ mail: { url: 'smtp://127.0.0.1:1', from } }).send(mail)).rejects.toThrow(
    'ECONNREFUSED',
  );
});

test('without a mail server nothing leaves the machine', async () => {
  await openMailTransport({ mail: { url: undefined, from: 'shop@ostrand.example' } }).send(mail);
  expect(received).toHaveLength(1);
});

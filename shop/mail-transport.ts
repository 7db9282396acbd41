import type { MailTransport } from '@vitrine/commerce-engine';
import { createTransport } from 'nodemailer';
import type { Settings } from './settings.ts';

/**
 * Hands mails to the shop's mail server. Without one they are only kept, for the development mailbox at `/_mail`.
 */
export function openMailTransport({ mail }: Pick<Settings, 'mail'>): MailTransport {
  const { url, from } = mail;
  if (url === undefined) return { send: async () => {} };
  const server = createTransport(url);
  return {
    async send({ to, subject, html, text, messageId }) {
      await server.sendMail({ from, to, subject, html, text, messageId });
    },
  };
}

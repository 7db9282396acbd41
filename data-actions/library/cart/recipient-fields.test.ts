import { expect, test } from 'vitest';
import { fieldsOf, recipientIn } from './recipient-fields.ts';

test('[GIFT-21] what a form says of whom a gift card is for is read, and what is empty says nothing', () => {
  const fields = {
    recipientName: ' Byron ',
    recipientEmail: 'byron@example.com',
    recipientMessage: 'Many\r\nhappy returns',
    recipientDay: '2026-12-24',
  };
  const recipient = {
    name: 'Byron',
    email: 'byron@example.com',
    message: 'Many\nhappy returns',
    on: '2026-12-24',
  };
  expect(recipientIn(fields)).toEqual(recipient);
  expect(recipientIn(fieldsOf(recipient))).toEqual(recipient);
  expect(recipientIn({ recipientName: '', recipientEmail: ' ' })).toBeUndefined();
  expect(recipientIn({ recipientMessage: 'For whom?' })).toEqual({
    name: '',
    email: '',
    message: 'For whom?',
  });
  expect(fieldsOf(undefined)).toEqual({});
});

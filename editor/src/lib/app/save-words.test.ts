import { expect, test } from 'vitest';
import type { SaveState } from '../document/open-document.ts';
import { saveWords } from './save-words.ts';

const calm: SaveState = {
  isLoaded: true,
  isConnected: true,
  isConnecting: false,
  isSynced: true,
  unsaved: 0,
  isKeptHere: true,
  refused: undefined,
  isReadOnly: false,
  closed: undefined,
  isSignedOut: false,
};

const textWhen = (change: Partial<SaveState>) => saveWords({ ...calm, ...change }).text;

test('[SAVE-1] the state line says where the work is', () => {
  expect(textWhen({})).toBe('Saved');
  expect(textWhen({ unsaved: 1 })).toBe('Saving …');
  expect(textWhen({ isConnected: false, isConnecting: true })).toBe('Opening …');
  expect(textWhen({ isConnected: false, unsaved: 1 })).toBe('Offline, saved in this browser');
  expect(textWhen({ isConnected: false, isKeptHere: false })).toBe('Offline, not saved');
});

test('[SAVE-2] it says what was refused or ended, and never that such work is saved', () => {
  const refused = saveWords({ ...calm, refused: 'A change can have 2 MB at most.' });
  expect(refused.text).toBe('A change was refused');
  expect(refused.more).toMatch(/^A change can have 2 MB at most\. Keep your version as a file/);
  expect(textWhen({ closed: 'This page was thrown away.', isLoaded: false })).toBe('Not open');
  expect(saveWords({ ...calm, closed: 'Nobody else fits in.' })).toEqual({
    sign: 'warning',
    text: 'Not connected',
    more: 'Nobody else fits in. What you do is kept in this browser only.',
  });
});

test('[SAVE-3] who was signed out is told so, and that the work is kept', () => {
  expect(saveWords({ ...calm, isConnected: false, unsaved: 3, isSignedOut: true })).toEqual({
    sign: 'warning',
    text: 'You are signed out',
    more: 'Your work is kept in this browser. Sign in again, and it is sent.',
  });
});

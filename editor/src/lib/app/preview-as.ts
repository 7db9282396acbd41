import type { Editor } from './editor.ts';
import { rememberSample, type Sample } from './sample.ts';
import { dateAndTime } from './when.ts';

/** What is previewed other than usual, in a few words each; nothing when the page is shown as it is for everybody now. */
export function previewedAs(editor: Editor): readonly string[] {
  const { at, channel, group, audiences } = editor.view.get();
  const { channels, groups } = editor.catalogue;
  const other = channels.find(({ id }, index) => id === channel && index > 0);
  return [
    ...(other ? [other.name] : []),
    ...(group === 'anyone' ? [] : [groups?.find(({ id }) => id === group)?.name ?? group]),
    ...audiences.map(({ name }) => name),
    ...(editor.sample ? [editor.sample.title] : []),
    ...(at === undefined ? [] : [dateAndTime(new Date(at))]),
  ];
}

/** Language and currency stay as they are where the channel has them. */
export function showChannel(editor: Editor, id: string): void {
  const channel = editor.catalogue.channels.find((each) => each.id === id);
  if (!channel) return;
  const { locale, currency } = editor.view.get();
  editor.view.set({
    channel: id,
    locale: channel.locales.includes(locale) ? locale : (channel.locales[0] ?? locale),
    currency: channel.currencies.includes(currency) ? currency : (channel.currencies[0] ?? currency),
    text: undefined,
  });
}

/** Shows a template with something of the catalogue, from now on in this browser; `undefined` = with the usual. */
export function showSample(editor: Editor, sample: Sample | undefined): void {
  rememberSample(editor.open.id, sample);
  editor.view.set({ sample, text: undefined });
}

export function showNormal(editor: Editor): void {
  const [first] = editor.catalogue.channels;
  if (first) showChannel(editor, first.id);
  showSample(editor, undefined);
  editor.view.set({ at: undefined, group: 'anyone', audiences: [] });
  editor.say('The page is shown as it is for everybody now.');
}

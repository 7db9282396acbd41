export { mountPlainText } from './mount-plain-text.ts';
export { mountRichText } from './mount-rich-text.ts';

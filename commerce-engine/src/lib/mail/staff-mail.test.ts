import fc from 'fast-check';
import { expect, test } from 'vitest';
import { staffMail } from './staff-mail.ts';

test('[MAIL-7] a letter to the staff says who wants what, and nothing that was typed becomes markup or a header', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const nasty = `${typed}<script>alert(1)</script>"'\r\nBcc: all@example.com`;
      const { html, subject, text } = staffMail({
        to: 'mara@ostrand.example',
        subject: `${nasty} mentioned you`,
        title: nasty,
        quote: nasty,
        link: 'https://shop.example/editor/home?comment=a&b="',
        button: 'Open the comment',
        end: nasty,
      });
      expect(html).not.toContain('<script');
      expect(html).toContain('href="https://shop.example/editor/home?comment=a&amp;b=&quot;"');
      expect(html.match(/<h1/g)).toHaveLength(1);
      expect(subject).not.toMatch(/[\r\n]/);
      expect(text).toContain('Open the comment: https://shop.example/editor/home?comment=a&b="');
    }),
  );
});

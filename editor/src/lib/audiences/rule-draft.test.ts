import { expect, test } from 'vitest';
import { readRule } from './rule-draft.ts';

const campaign = (written: string, parameter: 'campaign' | 'source' = 'campaign') =>
  readRule({ key: '1', kind: 'campaign', parameter, written });

test('[AUDIENCE-5] the word of a campaign is taken out of a link that was copied', () => {
  const link = 'https://shop.example/de/?utm_source=letter&utm_campaign=fr%C3%BChling+1#top';
  expect(campaign(`${link}, easter`)).toMatchObject({ values: ['frühling 1', 'easter'] });
  expect(campaign(link, 'source')).toMatchObject({ values: ['letter'] });
  expect(campaign('?utm_campaign=spring')).toMatchObject({ values: ['spring'] });
  expect(campaign('utm_campaign=spring, spring')).toMatchObject({ values: ['spring'] });
});

test('[AUDIENCE-5] a link without the word is refused, and what to write is said', () => {
  const problem = expect.stringContaining('Write only what stands after utm_campaign=');
  expect(campaign('https://shop.example/sale')).toEqual({ problem });
  expect(campaign('https://shop.example/?utm_source=letter')).toEqual({ problem });
  expect(campaign('utm_campaign=')).toEqual({ problem });
  expect(campaign(' , ')).toEqual({ problem: expect.stringContaining('spring-letter') });
});

test('[AUDIENCE-5] the host is taken out of an address that was copied', () => {
  const read = (written: string) => readRule({ key: '1', kind: 'referrer', written });
  expect(read('https://www.Example.com/a?b, news.example')).toMatchObject({
    hosts: ['example.com', 'news.example'],
  });
  expect(read('example')).toEqual({ problem: expect.stringContaining('“example” is no site') });
});

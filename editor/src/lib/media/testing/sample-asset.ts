import type { MediaAsset } from '../../media-api/media-wire.ts';

/** A picture of the library, in the test's own words where it matters. */
export function sampleAsset(facts: Partial<MediaAsset> = {}): MediaAsset {
  return {
    id: 'a1',
    src: 'media/a1/sofa',
    kind: 'picture',
    name: 'sofa.jpg',
    mime: 'image/jpeg',
    bytes: 240_000,
    width: 1600,
    height: 1000,
    revision: 1,
    sha256: '0'.repeat(64),
    title: '',
    alt: {},
    decorative: false,
    crops: [],
    createdAt: '2027-01-01T00:00:00Z',
    createdBy: 'Ada',
    updatedAt: '2027-01-01T00:00:00Z',
    updatedBy: 'Ada',
    ...facts,
  };
}

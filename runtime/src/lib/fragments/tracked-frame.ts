import type { PageSubject } from '@vitrine/modules';
import type { PageFrame } from '../stages.ts';

/** Tells whether somebody looked at what differs from page to page. */
export interface AddressReading {
  happened: boolean;
}

/**
 * A subject that notices being looked at. What is rendered without looking at it is the same on every page, as long as all else
 * is: views and plans are pure.
 */
export function trackedSubject({ kind, slug, path }: PageSubject, reading: AddressReading): PageSubject {
  const noticed = <T>(value: T) => ({
    enumerable: true,
    get(): T {
      reading.happened = true;
      return value;
    },
  });
  const fields = {
    kind: noticed(kind),
    ...(slug !== undefined && { slug: noticed(slug) }),
    path: noticed(path),
  };
  return Object.freeze(Object.defineProperties({}, fields)) as PageSubject;
}

/** The frame of a page for one instance, with subject and address watched. */
export function trackedFrame(frame: PageFrame, reading: AddressReading): PageFrame {
  return {
    ...frame,
    subject: trackedSubject(frame.subject, reading),
    withQuery: (change) => {
      reading.happened = true;
      return frame.withQuery(change);
    },
  };
}

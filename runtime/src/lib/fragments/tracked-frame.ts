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
export function trackedSubject(subject: PageSubject, reading: AddressReading): PageSubject {
  // Two literals, and not one made step by step: there is one for each instance of a page.
  if (subject.slug === undefined)
    return {
      get kind() {
        reading.happened = true;
        return subject.kind;
      },
      get path() {
        reading.happened = true;
        return subject.path;
      },
    };
  return {
    get kind() {
      reading.happened = true;
      return subject.kind;
    },
    get slug() {
      reading.happened = true;
      return subject.slug;
    },
    get path() {
      reading.happened = true;
      return subject.path;
    },
  };
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

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
  return new Proxy(subject, new Watch(reading));
}

// A proxy, since there is one for each instance of a page: getters cost more to make.
class Watch implements ProxyHandler<PageSubject> {
  private readonly reading: AddressReading;

  constructor(reading: AddressReading) {
    this.reading = reading;
  }

  get(subject: PageSubject, name: string | symbol): unknown {
    this.reading.happened = true;
    return Reflect.get(subject, name);
  }

  has(subject: PageSubject, name: string | symbol): boolean {
    this.reading.happened = true;
    return name in subject;
  }

  ownKeys(subject: PageSubject): (string | symbol)[] {
    this.reading.happened = true;
    return Reflect.ownKeys(subject);
  }

  getOwnPropertyDescriptor(subject: PageSubject, name: string | symbol): PropertyDescriptor | undefined {
    this.reading.happened = true;
    return Reflect.getOwnPropertyDescriptor(subject, name);
  }

  set(): boolean {
    return false;
  }

  defineProperty(): boolean {
    return false;
  }

  deleteProperty(): boolean {
    return false;
  }

  setPrototypeOf(): boolean {
    return false;
  }

  preventExtensions(): boolean {
    return false;
  }
}

/** The frame of a page for one instance, with subject and address watched. */
export function trackedFrame(frame: PageFrame, reading: AddressReading): PageFrame {
  const { shared, fallbackLocale, prefix, address, query, href, translators } = frame;
  return {
    shared,
    fallbackLocale,
    prefix,
    address,
    query,
    href,
    translators,
    subject: trackedSubject(frame.subject, reading),
    withQuery: (change) => {
      reading.happened = true;
      return frame.withQuery(change);
    },
  };
}

/** What a page cannot do without could not be fetched: asking again later may help. Answered with 503. */
export class TemporarilyUnavailable extends Error {
  override readonly name = 'TemporarilyUnavailable';
}

import type { Answer } from '../respond.ts';

/** Whether an answer is for one visitor alone. */
export function isPersonal({ headers }: Answer): boolean {
  return headers[headers.indexOf('cache-control') + 1]?.startsWith('private') === true;
}

export function keptByNobody<A extends Answer>(answer: A): A {
  return { ...answer, headers: withHeader(answer.headers, 'cache-control', 'private, no-store') };
}

/** No cache that many share keeps it; browsers do as they would. */
export function keptByBrowsersAlone<A extends Answer>(answer: A): A {
  const headers = answer.headers.map((each, index) =>
    answer.headers[index - 1] === 'cache-control' ? each.replace(/, s-maxage=\d+/, '') : each,
  );
  return { ...answer, headers };
}

/** What gives a browser something to keep is for that browser alone. */
export function withCookies<A extends Answer>(answer: A, cookies: readonly string[]): A {
  const headers = withHeader(keptByNobody(answer).headers, 'etag');
  return { ...answer, headers: [...headers, ...cookies.flatMap((each) => ['set-cookie', each])] };
}

/** Without a value the header is taken out. */
export function withHeader(headers: readonly string[], name: string, value?: string): readonly string[] {
  const others = headers.filter((_, index) => headers[index - (index % 2)] !== name);
  return value === undefined ? others : [...others, name, value];
}

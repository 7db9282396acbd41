/** Questions and answers as schema.org names them; `undefined` when none is complete. Answers stay HTML. */
export function questionsForMachines(
  items: readonly { readonly question: string; readonly answer: string }[],
) {
  const complete = items.filter(({ question, answer }) => question !== '' && answer !== '');
  if (complete.length === 0) return undefined;
  return {
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    mainEntity: complete.map(({ question, answer }) => ({
      '@type': 'Question',
      name: question,
      acceptedAnswer: { '@type': 'Answer', text: answer },
    })),
  };
}

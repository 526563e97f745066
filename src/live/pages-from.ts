/** What is made of each answer, as a page; nothing where it is empty. */
export async function* pagesFrom<Answer, Event>(
  answers: AsyncIterable<Answer>,
  pageOf: (answer: Answer) => readonly Event[],
): AsyncGenerator<readonly Event[]> {
  for await (const answer of answers) {
    const page = pageOf(answer)
    if (page.length > 0) yield page
  }
}

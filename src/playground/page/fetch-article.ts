/** The text of an article of the archive; null where it cannot be had. */
export async function fetchArticle(file: string): Promise<string | null> {
  try {
    const response = await fetch(`/playground/article?file=${encodeURIComponent(file)}`);
    const answer: unknown = await response.json();
    return isArticle(answer) ? answer.text : null;
  } catch {
    return null;
  }
}

function isArticle(answer: unknown): answer is { text: string } {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'text' in answer &&
    typeof answer.text === 'string'
  );
}

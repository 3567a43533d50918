// The questions that a draft leaves in a file as comments. Pure.

/** The text without the comment that asks a question; nothing else of it changes. */
export function withoutQuestion(text: string, line: number, id: string): string {
  const lines = text.split("\n");
  const asks = new RegExp(`^\\s*#\\s*DECIDE\\s+${id}:`);
  const at = asks.test(lines[line - 1] ?? "") ? line - 1 : lines.findIndex((each) => asks.test(each));
  return at < 0 ? text : lines.filter((_, place) => place !== at).join("\n");
}

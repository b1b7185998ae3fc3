/** The word for one, or the words for another number. Dutch and English need no more. */
export function count(n: number, one: string, other: string): string {
  return n === 1 ? one : other;
}

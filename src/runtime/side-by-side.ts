/** Does some work for each, for at most so many at once. */
export async function sideBySide<T>(
  all: readonly T[],
  most: number,
  work: (one: T) => Promise<unknown>,
): Promise<void> {
  const left = all.values();
  const worker = async () => {
    for (const one of left) await work(one);
  };
  await Promise.all(Array.from({ length: Math.min(most, all.length) }, worker));
}

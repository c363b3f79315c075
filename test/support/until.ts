/** How long anything may take on a busy machine, ms. */
const PATIENCE = 15_000;

/** Waits for what happens by itself, ms. @throws Error that says `what` did not happen. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  what = 'it happens',
  patience = PATIENCE,
): Promise<void> {
  const end = performance.now() + patience;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`not within ${patience} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

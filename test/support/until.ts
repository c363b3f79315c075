/** How long anything may take on a busy machine, ms. */
const PATIENCE = 15_000;

/** Waits for what happens by itself. @throws Error that says `what` did not happen. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  what = 'it happens',
): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`not within ${PATIENCE} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

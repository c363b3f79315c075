/*
 * What is thrown where nobody can catch it ends the process. Node would print such an error whole,
 * with what libraries put into it: addresses with tokens.
 */

const taken = new WeakSet<object>();
let isEnded = false;

/** From now on `end` is called instead, but for what somebody takes. */
export function endUncaught(end: (error: unknown) => void): void {
  isEnded = true;
  const handle = (error: unknown) => {
    if (typeof error !== 'object' || error === null || !taken.has(error)) end(error);
  };
  process.on('uncaughtException', handle).on('unhandledRejection', handle);
}

/**
 * Lets somebody take such errors: `take` tells whether it has. @returns how to stop it.
 */
export function takeUncaught(take: (error: unknown) => boolean): () => void {
  const handle = (error: unknown) => {
    if (!take(error)) {
      if (!isEnded) throw error;
    } else if (typeof error === 'object' && error !== null) taken.add(error);
  };
  process.prependListener('uncaughtException', handle);
  process.prependListener('unhandledRejection', handle);
  return () => void process.off('uncaughtException', handle).off('unhandledRejection', handle);
}

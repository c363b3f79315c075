import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import type { Carrier } from './carrier.ts';

/** How often the bot hears of us while nothing happens, ms. */
const EVERY = 1_000;
/** Lines that arrive together belong together; an empty line ends them sooner, ms. */
const TOGETHER = { line: 500, empty: 100 };
/**
 * So long nothing was shown of what is still to be, and nobody is there who could wait for it, ms.
 */
const PATIENCE = 90_000;

/** A terminal with somebody in front of it. */
export interface Screen {
  readonly input: NodeJS.ReadableStream;
  /** Where the prompt and what is typed stand. */
  readonly output: NodeJS.WritableStream;
  /** Says, by being aborted, that it is to end. */
  readonly signal: AbortSignal;
}

/** Writes something while somebody may be typing. */
export type Aside = (write: () => void) => void;

/**
 * Carries until the input ends. `between` is given what lets others write while somebody may be
 * typing.
 */
export async function inTerminal(
  carrier: Carrier,
  { input, output, signal }: Screen,
  between: (aside: Aside) => void,
): Promise<void> {
  const lines = createInterface({ input, output, terminal: true });
  let over = false;
  let wake = () => {};
  let pasted: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  let prompted: string | undefined;
  const prompt = () => {
    prompted = `${carrier.here}> `;
    lines.setPrompt(prompted);
    if (!over) lines.prompt(true);
  };
  between((write) => {
    output.write('\r\u001b[K');
    write();
    prompt();
  });
  const take = () => {
    clearTimeout(timer);
    carrier.paste(pasted);
    pasted = [];
    wake();
  };
  const end = () => {
    over = true;
    take();
  };
  lines.on('line', (line) => {
    if (carrier.answer(line)) return wake();
    pasted.push(line);
    clearTimeout(timer);
    timer = setTimeout(take, line.trim() === '' ? TOGETHER.empty : TOGETHER.line);
  });
  lines.once('close', end).once('SIGINT', end);
  signal.addEventListener('abort', end);
  while (!over || carrier.ready) {
    const round = await carrier.round();
    if (round === 'replaced' || (over && round === 'away')) break;
    if (prompted !== `${carrier.here}> `) prompt();
    if (round !== 'busy' && !over)
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, EVERY);
      });
  }
  over = true;
  lines.close();
}

/**
 * Says what was piped in, as a whole, and stays until everything that it has caused is shown.
 * @returns whether it was all taken.
 */
export async function inPipe(
  carrier: Carrier,
  piped: string,
  signal: AbortSignal,
): Promise<boolean> {
  carrier.paste(piped.split(/\r?\n/));
  let until = performance.now() + PATIENCE;
  while (!signal.aborted && performance.now() < until) {
    const round = await carrier.round();
    if (round === 'away' || round === 'replaced') return false;
    if (round === 'quiet') return true;
    if (round === 'busy') until = performance.now() + PATIENCE;
    else await pause(EVERY / 4);
  }
  return carrier.isDone;
}

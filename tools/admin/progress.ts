/**
 * Shows on a screen how far long work has come, on one line that is written over; on anything else
 * nothing.
 */
export function progressOn(out: NodeJS.WriteStream, what: string): ProgressLine {
  let shown = -1;
  return {
    show: (done, all) => {
      const percent = all === 0 ? 100 : Math.floor((done / all) * 100);
      if (!out.isTTY || percent === shown) return;
      shown = percent;
      const filled = Math.floor(percent / 5);
      out.write(`\r\u001b[K${what} ${'█'.repeat(filled)}${'░'.repeat(20 - filled)} ${percent}%`);
    },
    end: () => {
      if (out.isTTY && shown >= 0) out.write('\r\u001b[K');
    },
  };
}

interface ProgressLine {
  readonly show: (done: number, all: number) => void;
  /** Takes it off the screen. */
  readonly end: () => void;
}

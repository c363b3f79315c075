import { parentPort } from 'node:worker_threads';
import type { DocumentContent } from '../../src/ports/documents.ts';
import type { Made } from './index.ts';

/** The thread that makes files. */
parentPort?.on('message', ({ id, content }: { id: number; content: DocumentContent }) => {
  bytesOf(content).then(
    (bytes) => answer({ id, bytes }),
    (error: unknown) => answer({ id, error: String(error) }),
  );
});

function answer(made: Made): void {
  parentPort?.postMessage(made);
}

/** Each library is loaded with the first file that needs it. */
async function bytesOf(content: DocumentContent): Promise<Uint8Array> {
  switch (content.kind) {
    case 'table': {
      const { tableBytes } = await import('./table.ts');
      return tableBytes(content.sheets);
    }
    case 'letter': {
      const { letterBytes } = await import('./letter.ts');
      return letterBytes(content);
    }
    case 'code': {
      const { codeBytes } = await import('./code.ts');
      return codeBytes(content.text);
    }
    case 'charts': {
      const { chartBytes } = await import('./charts.ts');
      return chartBytes(content);
    }
  }
}

import { parentPort } from 'node:worker_threads';
import type { DocumentContent } from '../../src/ports/documents.ts';
import { TableUnreadable } from '../../src/ports/tables.ts';
import type { Done, Task } from './index.ts';

/** The thread that makes files, and reads tables. */
parentPort?.on('message', ({ id, task }: { id: number; task: Task }) => {
  resultOf(task).then(
    (result) => answer({ id, result }),
    (error: unknown) => {
      const why = error instanceof TableUnreadable ? { unreadable: error.why } : {};
      answer({ id, error: String(error), ...why });
    },
  );
});

function answer(done: Done): void {
  parentPort?.postMessage(done);
}

async function resultOf(task: Task): Promise<unknown> {
  if (task.kind === 'make') return bytesOf(task.content);
  const { rowsOf } = await import('./read-table.ts');
  return rowsOf(task.bytes, task.name);
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

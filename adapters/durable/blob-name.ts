import { createHash } from 'node:crypto';
import { FILE_NAME } from './edit.ts';

/**
 * What a file is called: the hash of its content and an ending. @throws Error when the ending is
 * none.
 */
export function fileName(bytes: Uint8Array, ending: string): string {
  if (!/^[a-z0-9]{1,8}$/.test(ending))
    throw new Error('An ending has small letters and digits, at most 8.');
  return `${createHash('sha256').update(bytes).digest('hex')}.${ending}`;
}

/** Whether these bytes are what a name stands for. */
export function isNamed(bytes: Uint8Array, name: string): boolean {
  return fileName(bytes, endingOf(name)) === name;
}

/** Whether a file can be called so. */
export function isFileName(name: string): boolean {
  return /^[0-9a-f]{64}\.[a-z0-9]{1,8}$/.test(name);
}

export function isPartition(name: string): boolean {
  return FILE_NAME.test(name);
}

/** A partition as the name of its folder. @throws Error when it is none. */
export function partitionName(partition: string): string {
  if (isPartition(partition)) return partition;
  throw new Error(`${JSON.stringify(partition)} is no name for a folder.`);
}

function endingOf(name: string): string {
  return name.slice(name.indexOf('.') + 1);
}

import { type Params, UploadedFile } from './specification.ts';

/**
 * Fields and files of a request's body, as JSON or as multipart/form-data; fields of the latter are
 * JSON where they can be.
 */
export function readBody(type: string, body: Buffer): Params {
  if (!type.startsWith('multipart/form-data'))
    return body.length === 0 ? {} : (JSON.parse(body.toString()) as Params);
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1] ?? '';
  const fields: Record<string, unknown> = {};
  const files = new Map<string, UploadedFile>();
  // Latin-1 keeps every byte in one character.
  for (const part of body.toString('latin1').split(`--${boundary}`)) {
    const [head = '', ...rest] = part.split('\r\n\r\n');
    const name = /[; ]name="?([^";\r\n]+)"?/.exec(head)?.[1];
    if (name === undefined) continue;
    const content = Buffer.from(rest.join('\r\n\r\n').replace(/\r\n$/, ''), 'latin1');
    const fileName = /filename="?([^";\r\n]+)"?/.exec(head)?.[1];
    if (fileName === undefined) fields[name] = fieldOf(name, content.toString('utf8'));
    else files.set(name, new UploadedFile(fileName, content));
  }
  return attached(fields, files) as Params;
}

/** A value with the files in the place of what refers to them, however deep. */
function attached(value: unknown, files: ReadonlyMap<string, UploadedFile>): unknown {
  if (Array.isArray(value)) return value.map((one) => attached(one, files));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, attached(one, files)]),
    );
  const file = /^attach:\/\/(.+)$/.exec(String(value))?.[1];
  return file === undefined ? value : files.get(file);
}

function fieldOf(name: string, text: string): unknown {
  return ['caption', 'text', 'chat_id'].includes(name) || !/^[[{\dtf-]/.test(text)
    ? text
    : JSON.parse(text);
}

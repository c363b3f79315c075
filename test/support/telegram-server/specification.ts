import { readFileSync } from 'node:fs';

/*
 * The Bot API's own description of what a request may hold, for the methods that the bot uses: each
 * field with its types and whether it must be there.
 */

type Fields = Readonly<Record<string, readonly [types: readonly string[], required: boolean]>>;
type Described = { readonly fields: Fields } | { readonly oneOf: readonly string[] };

interface Specification {
  readonly methods: Readonly<Record<string, Fields>>;
  readonly types: Readonly<Record<string, Described>>;
}

const specification = JSON.parse(
  readFileSync(new URL('./specification.json', import.meta.url), 'utf8'),
) as Specification;

/** A file that came with a multipart request. */
export class UploadedFile {
  readonly name: string;
  readonly bytes: Buffer;

  constructor(name: string, bytes: Buffer) {
    this.name = name;
    this.bytes = bytes;
  }
}

export type Params = Readonly<Record<string, unknown>>;

/** What is wrong with a request, in words; nothing when it is as specified. */
export function problemsOf(method: string, params: Params): readonly string[] {
  const fields = specification.methods[method];
  if (fields === undefined) return [`${method}: no such method`];
  return [...fieldProblems(fields, params, method), ...limitProblems(method, params)];
}

function fieldProblems(fields: Fields, value: Params, where: string): readonly string[] {
  const unknown = Object.keys(value).filter((name) => !Object.hasOwn(fields, name));
  const missing = Object.entries(fields).filter(
    ([name, [, required]]) => required && value[name] === undefined,
  );
  const wrong = Object.entries(fields).flatMap(([name, [types]]) => {
    if (value[name] === undefined) return [];
    const tries = types.map((type) => typeProblems(type, value[name], `${where}.${name}`));
    return tries.find((problems) => problems.length === 0) ?? tries[0] ?? [];
  });
  return [
    ...unknown.map((name) => `${where}: ${name} is unknown`),
    ...missing.map(([name]) => `${where}: ${name} is missing`),
    ...wrong,
  ];
}

function typeProblems(type: string, value: unknown, where: string): readonly string[] {
  const not = [`${where}: not ${type}`];
  if (type.startsWith('Array of ')) {
    if (!Array.isArray(value)) return not;
    return value.flatMap((one, index) => typeProblems(type.slice(9), one, `${where}[${index}]`));
  }
  if (type === 'Integer') return Number.isSafeInteger(value) ? [] : not;
  if (type === 'Float') return typeof value === 'number' ? [] : not;
  if (type === 'String') return typeof value === 'string' ? [] : not;
  if (type === 'Boolean' || type === 'True') return typeof value === 'boolean' ? [] : not;
  if (type === 'InputFile') return value instanceof UploadedFile ? [] : not;
  const described = specification.types[type];
  if (described === undefined || typeof value !== 'object' || value === null) return not;
  if ('fields' in described) return fieldProblems(described.fields, value as Params, where);
  const tries = described.oneOf.map((one) => typeProblems(one, value, where));
  return tries.find((problems) => problems.length === 0) ?? not;
}

/** What the specification says in words only. */
function limitProblems(method: string, params: Params): readonly string[] {
  const problems: string[] = [];
  const length = (name: string, least: number, most: number, text = params[name]) => {
    const size = typeof text === 'string' ? [...text].length : least;
    if (size < least || size > most) problems.push(`${method}: ${name} has ${size} characters`);
  };
  if (method === 'sendMessage' || method === 'editMessageText') length('text', 1, 4096);
  if (method === 'sendMessage' && String(params['text']).trim() === '')
    problems.push(`${method}: text is blank`);
  if (method === 'sendPhoto' || method === 'sendDocument') length('caption', 0, 1024);
  if (method === 'sendMediaGroup') {
    const media = params['media'] as readonly { caption?: string }[];
    if (media.length < 2 || media.length > 10) problems.push(`${method}: ${media.length} files`);
    for (const { caption } of media) length('caption', 0, 1024, caption);
  }
  if (method === 'answerCallbackQuery') length('text', 0, 200);
  for (const { text, callback_data: data } of buttonsOf(params)) {
    const bytes = Buffer.byteLength(data ?? '');
    if (bytes < 1 || bytes > 64) problems.push(`${method}: BUTTON_DATA_INVALID, ${bytes} bytes`);
    if (text.trim() === '') problems.push(`${method}: a button without a label`);
  }
  const commands = (params['commands'] ?? []) as { command: string; description: string }[];
  if (commands.length > 100) problems.push(`${method}: ${commands.length} commands`);
  for (const { command, description } of commands) {
    if (!/^[a-z0-9_]{1,32}$/.test(command))
      problems.push(`${method}: BOT_COMMAND_INVALID ${command}`);
    length('description', 1, 256, description);
  }
  return problems;
}

export interface Button {
  readonly text: string;
  readonly callback_data?: string;
}

export function buttonsOf(params: Params): readonly Button[] {
  const markup = params['reply_markup'] as { inline_keyboard?: Button[][] } | undefined;
  return markup?.inline_keyboard?.flat() ?? [];
}

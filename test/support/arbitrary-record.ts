import fc from 'fast-check';
import type { z } from 'zod';
import type { AnyRecord, Collection } from '../../src/core/collection.ts';

/*
 * Records of any collection, made from its shape. Few values, so that they meet each other's ids,
 * keys and places.
 */

/** What of a shape's inside is used here. */
interface Shape {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
  readonly items?: readonly z.ZodType[];
  readonly valueType?: z.ZodType;
  readonly getter?: () => z.ZodType;
}

/** Texts that the patterns of some fields allow are among them. */
const text = fc.constantFrom('a', 'b', 'c/a', '', '08:00', '2026-11-25');

const MAKERS: Readonly<Record<string, (shape: Shape) => fc.Arbitrary<unknown>>> = {
  string: () => text,
  number: () => fc.integer({ min: 0, max: 5 }),
  boolean: () => fc.boolean(),
  enum: ({ entries = {} }) => fc.constantFrom(...Object.values(entries)),
  literal: ({ values = [] }) => fc.constantFrom(...values),
  array: ({ element }) => fc.array(ofType(element), { maxLength: 3 }),
  optional: ({ innerType }) => fc.option(ofType(innerType), { nil: undefined }),
  default: ({ innerType }) => ofType(innerType),
  readonly: ({ innerType }) => ofType(innerType),
  nullable: ({ innerType }) => fc.option(ofType(innerType)),
  union: ({ options = [] }) => fc.oneof(...options.map(ofType)),
  tuple: ({ items = [] }) => fc.tuple(...items.map(ofType)),
  record: ({ valueType }) => fc.dictionary(text, ofType(valueType), { maxKeys: 2 }),
  object: ({ shape = {} }) => fc.record(mapped(shape)),
  lazy: () => text,
  custom: () => text,
};

function mapped(shape: Readonly<Record<string, z.ZodType>>) {
  return Object.fromEntries(Object.entries(shape).map(([name, type]) => [name, ofType(type)]));
}

function ofType(type: z.ZodType | undefined): fc.Arbitrary<unknown> {
  if (type === undefined) throw new Error('a shape without its inside');
  const shape = type.def as unknown as Shape;
  const make = MAKERS[shape.type];
  if (make === undefined) throw new Error(`no value is made for ${shape.type}`);
  return make(shape);
}

/** Records that a collection takes. */
export function recordsFor({ schema }: Collection): fc.Arbitrary<AnyRecord> {
  return ofType(schema)
    .filter((value) => schema.safeParse(value).success)
    .map((value) => schema.parse(value));
}

/*
 * Files that people open with other programs: a table, a report as a document, a chart as a
 * picture. What is in one is plain data; whoever makes its bytes does so beside the main thread.
 */

/** A text is never read as a formula; a date is a local one, `2026-11-25T09:00`. */
export type DocumentCell = string | number | { readonly date: string } | null;

export interface TableSheet {
  readonly title: string;
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly (readonly DocumentCell[])[];
}

/** Bars in some series; `labels` name the groups of bars. */
export interface Chart {
  readonly title: string;
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  /** Bars lie on each other, so that they add up. */
  readonly stacked: boolean;
}

/** What a file holds. */
export type DocumentContent =
  | { readonly kind: 'table'; readonly sheets: readonly TableSheet[] }
  | {
      readonly kind: 'letter';
      readonly title: string;
      readonly paragraphs: readonly string[];
      readonly tables: readonly {
        readonly title: string;
        readonly head: readonly string[];
        readonly rows: readonly (readonly string[])[];
      }[];
    }
  /** A QR code that says a text. */
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'charts'; readonly title: string; readonly charts: readonly Chart[] };

/** What the names of files end with. */
export const documentEndings: Readonly<Record<DocumentContent['kind'], string>> = {
  table: 'xlsx',
  letter: 'docx',
  code: 'png',
  charts: 'png',
};

/** Makes the bytes of files. */
export interface DocumentMaker {
  /** @throws Error where it cannot be made; nothing of it is kept. */
  make(content: DocumentContent): Promise<Uint8Array>;
  /** Ends what works beside the main thread. */
  close(): Promise<void>;
}

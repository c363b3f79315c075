/**
 * A sentence in the languages that are written by hand; Traditional Chinese is derived from `zh`.
 */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

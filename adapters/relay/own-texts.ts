/** So many of the bot's last texts are known again when they come back with what people said. */
const KEPT = 2_000;

/**
 * The bot's own words: whoever pastes them is their speaker in the chat, and copies them back with
 * everything else.
 */
export class OwnTexts {
  private readonly texts = new Set<string>();

  add(text: string): void {
    const key = withoutBlanks(text);
    this.texts.delete(key);
    this.texts.add(key);
    for (const oldest of this.texts) {
      if (this.texts.size <= KEPT) break;
      this.texts.delete(oldest);
    }
  }

  has(text: string): boolean {
    return this.texts.has(withoutBlanks(text));
  }
}

function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, '');
}

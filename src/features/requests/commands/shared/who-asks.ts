import type { Remember } from '../../../../core/collection.ts';
import type { CommandContext } from '../../../../core/command.ts';
import { shortened } from '../../../../core/names.ts';
import { mayActAs } from '../../../../core/roles.ts';
import { personCalled } from '../../../../identity/people/index.ts';

const BEHALF =
  /^(?:替|代|帮)\s*([\p{Script=Han}·]{2,6}?)\s*(?:[:：，,]|提[:：]?|报[:：]?|说[:：]?)\s*([\s\S]+)$/u;

/** What is asked, and by whom. */
export interface Asker {
  readonly said: string;
  /** The person's id. */
  readonly asker: string;
  readonly name: string;
  /** Remembers a person who was named for the first time. */
  readonly remember: readonly Remember[];
}

/**
 * Whose request it is: the speaker's; the sender's of the message that is answered; or, said by a
 * liaison, of the one named (`替王奶奶：…`). Being named gives nobody a right but to judge what was done
 * for them.
 */
export function whoAsks(typed: string | undefined, context: CommandContext): Asker {
  const { quoted, records, newId, person } = context;
  const own = { said: typed?.trim() ?? '', asker: person.id, name: person.name, remember: [] };
  if (quoted !== undefined && quoted.text.trim() !== '') {
    const { person: sender, remember: named } = personCalled(records, quoted.sender, newId);
    const said = [quoted.text.trim(), own.said].filter(Boolean).join(' ');
    return { said, asker: sender.id, name: sender.name, remember: named };
  }
  const [, name, said] = BEHALF.exec(own.said) ?? [];
  if (name === undefined || said === undefined || !mayActAs(person.role, 'liaison')) return own;
  const named = personCalled(records, shortened(name, 10), newId);
  return {
    said: said.trim(),
    asker: named.person.id,
    name: named.person.name,
    remember: named.remember,
  };
}

import { scanPowerShell } from './powershell.ts';
import { PsCursor, PsScope, statements } from './powershell-values.ts';
import { type Command, WordList } from './words.ts';

/** Native commands as PowerShell would start them: `$t = '…'; curl.exe -H "Authorization: Bearer $t"`. */
export function splitPowerShell(text: string): readonly Command[] {
  const list = new WordList();
  const scope = new PsScope();
  for (const statement of statements(scanPowerShell(text))) {
    const cursor = new PsCursor(statement, scope);
    const variable = cursor.variable();
    if (variable !== undefined) {
      cursor.skip();
      if (cursor.take('=')) scope.variables.set(variable, cursor.value());
      continue;
    }
    let seen = scope.unresolved.length;
    for (let token = cursor.next; token !== undefined; token = cursor.next) {
      if (!token.glued) list.endWord();
      list.add(token.kind === 'text' ? scope.text(token) : token.value);
      cursor.skip();
    }
    for (; seen < scope.unresolved.length; seen++) list.missing(scope.unresolved[seen] ?? '');
    list.endCommand();
  }
  return list.commands;
}

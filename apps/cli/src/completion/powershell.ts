import type { Completes, CompletionTree, VerbLeaf } from './tree.ts';

/** Windows PowerShell 5.1 and PowerShell 7: where nothing is returned, the shell completes file names itself. */
export function powershell({ name, verbs, root }: CompletionTree): string {
  return `# PowerShell completion of ${name}: ${name} completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName ${name} -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $verbs = [ordered]@{
${verbs.map((verb) => `    ${quote(verb.name)} = ${quote(verb.description)}`).join('\n')}
  }
  $options = @{
${[root, ...verbs].map(optionTable).join('\n')}
  }
  $words = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  if ($wordToComplete -ne '' -and $words.Count -gt 0) { $words = @($words | Select-Object -SkipLast 1) }
  $verb = $words | Where-Object { $verbs.Contains($_) } | Select-Object -First 1
  $known = $options["$verb"]
  $last = if ($words.Count -gt 0) { $words[-1] } else { '' }
  $found = @()
  if ($known.Contains($last) -and $null -ne $known[$last].Values) {
    $found = @($known[$last].Values | ForEach-Object { ,@($_, $_) })
  } elseif ($wordToComplete -like '-*') {
    $found = @($known.Keys | ForEach-Object { ,@($_, $known[$_].Text) })
  } elseif (-not $verb) {
    $found = @($verbs.Keys | ForEach-Object { ,@($_, $verbs[$_]) })
  } elseif ($null -ne $known[''].Values) {
    $found = @($known[''].Values | ForEach-Object { ,@($_, $_) })
  }
  $found | Where-Object { $_[0] -like "$wordToComplete*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_[0], $_[0], 'ParameterValue', $_[1])
  }
}
`;
}

/** The empty name stands for the verb's own argument. */
function optionTable(verb: VerbLeaf): string {
  const row = (key: string, text: string, completes: Completes | undefined): string =>
    `      ${quote(key)} = @{ Text = ${quote(text)}; Values = ${values(completes)} }`;
  const rows = verb.options.flatMap(({ names, description, value }) =>
    names.map((name) => row(name, description, value)),
  );
  return `    ${quote(verb.name)} = [ordered]@{\n${[row('', 'argument', verb.argument), ...rows].join('\n')}\n    }`;
}

/** `$null` leaves the word to the shell, which completes file names. */
const values = (completes: Completes | undefined): string =>
  completes?.kind === 'words' ? `@(${completes.words.map(quote).join(', ')})` : '$null';

const quote = (text: string): string => `'${text.replace(/['‘’]/g, "''")}'`;

import type { Completes, CompletionTree, OptionLeaf, VerbLeaf } from './tree.ts';

export function zsh({ name, verbs, root }: CompletionTree): string {
  return `#compdef ${name}
# zsh completion of ${name}: put this into a folder of $fpath as _${name}
_${name}() {
  local context state state_descr line verb word
  typeset -A opt_args
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case "$word" in
      ${verbs.map((verb) => verb.name).join('|')}) verb="$word"; break ;;
    esac
  done
  case "$verb" in
${verbs.map((verb) => `    ${verb.name})\n${argumentsOf(verb, `'1:verb:(${verb.name})' '*: :${action(verb.argument)}'`)}\n      ;;`).join('\n')}
    *)
${argumentsOf(root, `'*: :_${name}_start'`)}
      ;;
  esac
}
_${name}_start() {
  local -a verbs
  verbs=(
${verbs.map((verb) => `    ${quote(`${verb.name}:${verb.description}`)}`).join('\n')}
  )
  _describe -t verbs 'verb' verbs
  _files
}
if [ "$funcstack[1]" = "_${name}" ]; then _${name} "$@"; else compdef _${name} ${name}; fi
`;
}

const argumentsOf = (verb: VerbLeaf, rest: string): string =>
  ['      _arguments -S', ...verb.options.flatMap(specs).map((spec) => `        ${spec}`), `        ${rest}`].join(
    ' \\\n',
  );

/** One spec for each spelling; `*` lets an option come again. */
function specs({ names, description, value }: OptionLeaf): string[] {
  const told = description.replace(/[[\]\\:]/g, '\\$&');
  return names.map((name) =>
    quote(value === undefined ? `*${name}[${told}]` : `*${name}[${told}]:${name.replace(/^-+/, '')}:${action(value)}`),
  );
}

function action(completes: Completes): string {
  switch (completes.kind) {
    case 'words':
      return `(${completes.words.join(' ')})`;
    case 'files':
      return '_files';
    case 'directories':
      return '_files -/';
    case 'nothing':
      return ' ';
  }
}

const quote = (text: string): string => `'${text.replace(/'/g, `'\\''`)}'`;

import type { Completes, CompletionTree, OptionLeaf, VerbLeaf } from './tree.ts';

/** Works in the bash 3.2 of macOS too: no associative arrays, no `compopt`. */
export function bash({ name, verbs, root }: CompletionTree): string {
  const verbNames = verbs.map((verb) => verb.name).join(' ');
  return `# bash completion of ${name}: source <(${name} completion bash)
_${name}() {
  local cur prev verb word i
  cur="\${COMP_WORDS[COMP_CWORD]}"
  prev="\${COMP_WORDS[COMP_CWORD-1]}"
  verb=""
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    case "$word" in
${verbs.map((verb) => `      ${verb.name}) verb="${verb.name}"; break ;;`).join('\n')}
    esac
  done
  COMPREPLY=()
  case "$verb" in
${[...verbs.map((verb) => caseOf(verb)), caseOf(root, verbNames)].join('\n')}
  esac
}
complete -F _${name} ${name}
`;
}

function caseOf(verb: VerbLeaf, verbNames = ''): string {
  const withValue = verb.options.filter((option) => option.value !== undefined);
  return `    ${verb.name === '' ? '*' : verb.name})
      case "$prev" in
${withValue.map(valueCase).join('\n')}
      esac
      if [[ "$cur" == -* ]]; then
        COMPREPLY=($(compgen -W "${verb.options.flatMap((option) => option.names).join(' ')}" -- "$cur"))
      else
        ${verbNames === '' ? generate(verb.argument) : `COMPREPLY=($(compgen -W "${verbNames}" -- "$cur") $(compgen -f -- "$cur"))`}
      fi
      ;;`;
}

const valueCase = ({ names, value }: OptionLeaf): string =>
  `        ${names.join('|')}) ${generate(value ?? { kind: 'nothing' })}; return ;;`;

function generate(completes: Completes): string {
  switch (completes.kind) {
    case 'words':
      return `COMPREPLY=($(compgen -W "${completes.words.join(' ')}" -- "$cur"))`;
    case 'files':
      return 'COMPREPLY=($(compgen -f -- "$cur"))';
    case 'directories':
      return 'COMPREPLY=($(compgen -d -- "$cur"))';
    case 'nothing':
      return 'COMPREPLY=()';
  }
}

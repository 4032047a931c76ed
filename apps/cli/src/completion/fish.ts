import type { Completes, CompletionTree, OptionLeaf, VerbLeaf } from './tree.ts';

export function fish({ name, verbs, root }: CompletionTree): string {
  const seen = `__fish_seen_subcommand_from ${verbs.map((verb) => verb.name).join(' ')}`;
  const lines = [
    `# fish completion of ${name}: ${name} completion fish > ~/.config/fish/completions/${name}.fish`,
    `complete -c ${name} -e`,
    ...verbs.map(
      (verb) => `complete -c ${name} -n ${quote(`not ${seen}`)} -a ${verb.name} -d ${quote(verb.description)}`,
    ),
    ...optionsOf(name, `not ${seen}`, root),
    ...verbs.flatMap((verb) => {
      const condition = `__fish_seen_subcommand_from ${verb.name}`;
      return [...argument(name, condition, verb.argument), ...optionsOf(name, condition, verb)];
    }),
  ];
  return `${lines.join('\n')}\n`;
}

const optionsOf = (name: string, condition: string, verb: VerbLeaf): string[] =>
  verb.options.map((option) => {
    const spelled = option.names.map((spelling) =>
      spelling.startsWith('--') ? `-l ${spelling.slice(2)}` : `-s ${spelling.slice(1)}`,
    );
    const parts = [
      `complete -c ${name} -n ${quote(condition)}`,
      ...spelled,
      value(option),
      `-d ${quote(option.description)}`,
    ];
    return parts.filter((part) => part !== '').join(' ');
  });

function value({ value: completes }: OptionLeaf): string {
  switch (completes?.kind) {
    case undefined:
      return '';
    case 'words':
      return `-x -a ${quote(completes.words.join(' '))}`;
    case 'files':
      return '-r -F';
    case 'directories':
      return `-x -a '(__fish_complete_directories)'`;
    case 'nothing':
      return '-x';
  }
}

function argument(name: string, condition: string, completes: Completes): string[] {
  if (completes.kind === 'files') return [];
  const words = completes.kind === 'words' ? ` -a ${quote(completes.words.join(' '))}` : '';
  return [`complete -c ${name} -n ${quote(condition)} -f${words}`];
}

const quote = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

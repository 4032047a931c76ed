import type { Command } from 'commander';
import { bash } from './bash.ts';
import { fish } from './fish.ts';
import { powershell } from './powershell.ts';
import type { Shell } from './shells.ts';
import { type CompletionTree, treeOf } from './tree.ts';
import { zsh } from './zsh.ts';

const generators: Readonly<Record<Shell, (tree: CompletionTree) => string>> = { bash, zsh, fish, powershell };

/** The completion script of a program for one shell. */
export const completionScript = (program: Command, shell: Shell): string => generators[shell](treeOf(program));

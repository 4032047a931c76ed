import { createCrypto } from '@why401/node/crypto';
import { describe, expect, it } from 'vitest';
import { loadGateway } from '../load.ts';

const ports = { crypto: createCrypto() };

describe('plugins that Kong is told to load', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['', [], ['plugin-not-bundled']],
    ['plugins = bundled', ["plugin 'mine' not enabled; add it to the 'plugins' configuration property"], []],
    ['plugins = bundled, mine', [], []],
    ['KONG_PLUGINS=mine', ["plugin 'key-auth' not enabled; add it to the 'plugins' configuration property"], []],
    [
      'plugins = off',
      [
        "plugin 'mine' not enabled; add it to the 'plugins' configuration property",
        "plugin 'key-auth' not enabled; add it to the 'plugins' configuration property",
      ],
      [],
    ],
  ])('%s', (text, refused, smells) => {
    const config = '_format_version: "3.0"\nplugins: [{name: mine, config: {a: 1}}, {name: key-auth}]\n';
    const files = [
      { name: 'kong.yaml', text: config },
      { name: 'kong.conf', text: `${text}\n` },
    ];
    const loaded = loadGateway(files, { version: '3.9', flavor: 'traditional' }, ports);
    if (!loaded.ok) throw new Error('the files can be read');
    expect(loaded.gateway.refusals.map(({ message }) => message)).toEqual(refused);
    expect(loaded.gateway.smells.map(({ code }) => code)).toEqual(smells);
  });
});

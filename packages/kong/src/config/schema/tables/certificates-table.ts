import { toBytes } from '../../../wire/index.ts';
import { isUnknown } from '../../unknown.ts';
import { type Field, foreign, text } from '../field.ts';
import { certificate, severalCertificates } from '../formats/certificate.ts';
import { wildcardSni } from '../formats/host.ts';
import { id, type Setting, seconds, tags } from './common.ts';
import type { EntitySchema } from './entity.ts';

const cert = (rest: Partial<Field>): Field => text({ referenceable: true, test: certificate, ...rest });

/** OpenSSL's own words are not told. */
const privateKey = ({ keyLoads }: Setting, rest: Partial<Field>): Field =>
  text({
    referenceable: true,
    secret: true,
    test: (key: string) =>
      !isUnknown(key) && keyLoads(toBytes(key)) === false ? 'invalid key: pkey.new:load_key failed' : undefined,
    ...rest,
  });

/** `kong/db/schema/entities/certificates.lua`. Whether key and certificate belong together is not looked at. */
export const certificates = (setting: Setting): EntitySchema => ({
  name: 'certificates',
  endpointKey: null,
  cacheKey: null,
  record: {
    fields: {
      id,
      created_at: seconds,
      updated_at: seconds,
      cert: cert({ required: true }),
      key: privateKey(setting, { required: true }),
      cert_alt: cert({}),
      key_alt: privateKey(setting, {}),
      tags: tags(setting),
    },
    checks: [{ kind: 'mutually-required', fields: ['cert_alt', 'key_alt'] }],
    open: setting.rules.closedSource,
  },
});

/** `kong/db/schema/entities/snis.lua` */
export const snis = (setting: Setting): EntitySchema => ({
  name: 'snis',
  endpointKey: 'name',
  cacheKey: null,
  record: {
    fields: {
      id,
      name: text({ required: true, unique: true, test: wildcardSni }),
      created_at: seconds,
      updated_at: seconds,
      tags: tags(setting),
      certificate: foreign('certificates', { required: true }),
    },
    open: setting.rules.closedSource,
  },
});

/** `kong/db/schema/entities/ca_certificates.lua`. Its dates and constraints are not looked at. */
export const caCertificates = (setting: Setting): EntitySchema => ({
  name: 'ca_certificates',
  endpointKey: null,
  cacheKey: null,
  record: {
    fields: {
      id,
      created_at: seconds,
      updated_at: seconds,
      cert: text({ required: true, test: certificate }),
      cert_digest: text({ unique: true }),
      tags: tags(setting),
    },
    checks: [
      {
        kind: 'custom',
        fields: ['cert'],
        test: ({ cert: pem }) =>
          typeof pem === 'string' && severalCertificates(pem)
            ? 'please submit only one certificate at a time'
            : undefined,
      },
    ],
    open: setting.rules.closedSource,
  },
});

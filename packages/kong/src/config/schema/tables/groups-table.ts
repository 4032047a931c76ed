import { foreign, text } from '../field.ts';
import { id, type Setting, seconds, tags } from './common.ts';
import type { EntitySchema } from './entity.ts';

/**
 * Consumer groups are of the Enterprise edition and Konnect: no `kong/db/schema/entities` of the open-source releases
 * has them, which refuse them as unknown fields. Fields as the documentation of the entity names them.
 */
export const knowsGroups = ({ anyPlugin, rules }: Setting): boolean => anyPlugin || rules.closedSource;

export const consumerGroups = (setting: Setting): EntitySchema => ({
  name: 'consumer_groups',
  endpointKey: 'name',
  cacheKey: null,
  record: {
    fields: {
      id,
      created_at: seconds,
      updated_at: seconds,
      name: text({ required: true, unique: true }),
      tags: tags(setting),
    },
    open: setting.rules.closedSource,
  },
});

/** Who is in which group, as declarative files without decK say it. */
export const groupMembers = (setting: Setting): EntitySchema => ({
  name: 'consumer_group_consumers',
  endpointKey: null,
  cacheKey: ['consumer_group', 'consumer'],
  record: {
    fields: {
      id,
      created_at: seconds,
      updated_at: seconds,
      consumer_group: foreign('consumer_groups', { required: true }),
      consumer: foreign('consumers', { required: true }),
    },
    open: setting.rules.closedSource,
  },
});

import { BOT_NAMES, BOT_NAMES_AT_START, CLIENT_NAMES, CRAWLER_NAMES } from './known-bots-table.ts';

const literal = (name: string): string => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

const oneOf = (names: readonly string[]): string => names.map(literal).join('|');

/** What Kong's list knows by more than a name. Only what decides is here: optional version numbers do not. */
const FORMS: readonly RegExp[] = [
  /Pingdom\.com_bot_version_\d+\.\d/,
  /facebookexternalhit\/\d+\.\d/,
  /Google[^\n]*\/\+\/web\/snippet/,
  /Twitterbot\/\d+\.\d/,
  /\b(?:Boto3?|JetS3t|aws-(?:cli|sdk-(?:cpp|go|java|nodejs|ruby2?|dotnet-(?:\d{1,2}|core)))|s3fs)\/\d+\.\d/,
  / PTST\/\d+\.?\d+\n?$/,
  /\/(?:(?:Ant-)?Nutch|[A-z]+[Bb]ot|[A-z]+[Ss]pider|Axtaris|fetchurl|Isara|ShopSalad|Tailsweep)[ -]\d/,
  /\bY!J-BR[A-Z]\/\d/,
  /MSIE \d+\.\d+(?:[a-z]\d|[a-z]|);[^\n]* MSIECrawler/,
  /\b\w{0,30}favicon\w{0,30}\b/,
  /(?:[Bb]ai[Dd]u[Ss]pider)-[A-Za-z]/,
  /Accoona-[A-z]{1,30}-Agent/,
  /archive[^\n]{0,30}\.org_bot/,
  /[Cc]harlotte/,
  /IP2[a-z]{1,30}Bot/,
  /jbot\b/,
  /\bYeti/,
  /Microsoft [^\n]{0,30} Bot/,
  /WASALive[^\n]Bot/,
  /WeSEE:[A-z]/,
  /www\.almaden\.ibm\.com/,
  /Xenu(?:[^\n]s|) Link Sleuth/,
  /Xerka [A-z]{1,30}Bot/,
  /Yandex\w/,
  /boitho[^\n]com-dc/,
  /(?:[Aa]rchiver|[Ii]ndexer|[Ss]craper|[Bb]ot|[Ss]pider|[Cc]rawl[a-z]{0,50})[/ ]\d/,
  /[Ss][Pp][Ii][Dd][Ee][Rr]|[Ss]crape|[Cc][Rr][Aa][Ww][Ll]/,
];

const NAMED: readonly RegExp[] = [
  new RegExp(`\\b(?:${oneOf(CRAWLER_NAMES)})\\/\\d`),
  new RegExp(oneOf(CLIENT_NAMES)),
  new RegExp(oneOf(BOT_NAMES)),
  new RegExp(`^(?:${oneOf(BOT_NAMES_AT_START)})`),
];

/** Whether Kong's own list (`kong/plugins/bot-detection/rules.lua`, the same from 2.8 to 3.9) has the agent. */
export const isKnownBot = (agent: string): boolean => [...NAMED, ...FORMS].some((form) => form.test(agent));

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** After the name of the day: RFC 822, RFC 850 and asctime, as `ngx_parse_http_time` takes them. What follows is not read. */
const RFC822 = /^[^, ]*, *(\d\d) ([A-Z][a-z]{2}) (\d{4})[^](\d\d):(\d\d):(\d\d)/;
const RFC850 = /^[^, ]*, *(\d\d)-([A-Z][a-z]{2})-(\d\d)[^](\d\d):(\d\d):(\d\d)/;
const ASCTIME = /^[^, ]* +([A-Z][a-z]{2})[^] ?(\d)(\d| ) ?(\d\d):(\d\d):(\d\d) (\d{4})/;

interface Parts {
  readonly day: number;
  readonly month: string;
  readonly year: number;
  readonly time: readonly [hours: number, minutes: number, seconds: number];
}

/** Seconds since the epoch; `undefined` for a text that nginx does not take for a date. */
export function parseHttpTime(text: string): number | undefined {
  const parts = partsOf(text);
  if (parts === undefined) return undefined;
  const { day, month, year, time } = parts;
  const index = MONTHS.indexOf(month);
  const [hours, minutes, seconds] = time;
  if (index < 0 || hours > 23 || minutes > 59 || seconds > 59) return undefined;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (day > (DAYS[index] ?? 0) + (index === 1 && leap ? 1 : 0)) return undefined;
  return Date.UTC(year, index, day, hours, minutes, seconds) / 1000;
}

function partsOf(text: string): Parts | undefined {
  const first = RFC822.exec(text);
  if (first !== null)
    return { day: Number(first[1]), month: first[2] ?? '', year: Number(first[3]), time: time(first, 4) };
  const second = RFC850.exec(text);
  if (second !== null) {
    const short = Number(second[3]);
    const year = short + (short < 70 ? 2000 : 1900);
    return { day: Number(second[1]), month: second[2] ?? '', year, time: time(second, 4) };
  }
  const third = ASCTIME.exec(text);
  if (third === null) return undefined;
  return { day: Number(`${third[2]}${third[3]}`), month: third[1] ?? '', year: Number(third[7]), time: time(third, 4) };
}

const time = (found: RegExpExecArray, from: number): Parts['time'] => [
  Number(found[from]),
  Number(found[from + 1]),
  Number(found[from + 2]),
];

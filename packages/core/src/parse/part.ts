import { decodeLenient } from '../encoding/index.ts';
import type { Problem } from '../facts/index.ts';
import { isObject, type Json, type JsonObject, type JsonStop, scanJson, typeName } from '../json/index.ts';
import { characterRemarks } from './characters.ts';
import type { Part, PartName } from './model.ts';
import { nameCharacter, problem, range, theText } from './problems.ts';
import { segmentProblems } from './segment.ts';
import { decodeText } from './text.ts';

/** A header or payload, read with every check and no hurry. */
export interface JsonPart {
  readonly part: Part;
  /** Undefined where there is no object, or the limits forbid to build one. */
  readonly object: JsonObject | undefined;
  /** Allowed by the grammar, but notable. */
  readonly remarks: readonly Problem[];
}

export function readJsonPart(name: 'header' | 'payload', text: string, from: number): JsonPart {
  const octets = readOctetPart(name, text, from);
  const decoded = decodeText(octets.bytes);
  const whole = octets.place;
  const problems = [...octets.problems];
  const remarks: Problem[] = [];
  const finish = (object?: JsonObject): JsonPart => ({
    part: { ...octets, decoded: decoded.text, problems },
    object,
    remarks,
  });

  if (decoded.problem !== undefined) {
    problems.push(problem(decoded.problem.code, `${theText(name)} ${decoded.problem.message}`, whole));
  }
  if (text === '') {
    problems.push(problem('part-empty', `${theText(name)} is empty`, whole));
    return finish();
  }
  const scan = scanJson(decoded.text);
  if (scan.stop !== undefined) {
    problems.push(problem(scan.stop.code, stopMessage(name, decoded.text, scan.stop), whole));
    return finish();
  }
  for (const { path, values } of scan.duplicates) {
    const message = `${theText(name)} has the member “${path.join('.')}” ${values.length} times: ${values.map(shorten).join(', ')}`;
    problems.push(problem('duplicate-member', message, whole));
  }
  for (const note of scan.notes) {
    const where = note.path.length === 0 ? '' : ` in “${note.path.join('.')}”`;
    remarks.push(problem(note.code, `${theText(name)} holds ${shorten(note.literal)}${where}`, whole));
  }
  const value = JSON.parse(decoded.text) as Json;
  remarks.push(...characterRemarks(name, value, whole));
  if (isObject(value)) return finish(value);
  problems.push(problem('not-an-object', `${theText(name)} is ${typeName(value)}, not a JSON object`, whole));
  return finish();
}

/** A segment that holds octets: signature, initialization vector, … */
export function readOctetPart(name: PartName, text: string, from: number): Part {
  const place = range(from, from + text.length);
  return { name, text, place, bytes: decodeLenient(text), problems: segmentProblems(name, text, from) };
}

function stopMessage(name: PartName, text: string, stop: JsonStop): string {
  if (stop.code !== 'not-json') return `${theText(name)} goes beyond the limit: ${stop.wanted} are read`;
  const line = text.slice(0, stop.at).split('\n').length;
  const found = stop.at < text.length ? nameCharacter(String.fromCodePoint(text.codePointAt(stop.at) ?? 0)) : 'its end';
  return `${theText(name)} is not JSON: ${found} at character ${stop.at + 1} of line ${line}, wanted ${stop.wanted}`;
}

const SHORT = 60;

/** Values in a message are cut: a member may be a megabyte. */
export function shorten(text: string): string {
  return text.length <= SHORT ? text : `${text.slice(0, SHORT)}… (${text.length} characters)`;
}

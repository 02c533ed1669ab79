import { readConfig } from '../config/read.js';
import { createProblems } from '../core/problems.js';
import { compilePolicy } from '../decide/policy.js';
import { compileTriggers } from '../decide/triggers.js';
import { CODES } from './codes.js';
import { fromPointer, toPointer, type Found } from './finding.js';
import type { Subject } from './subject.js';

/**
 * What the browser would refuse, in its own words: the last net, for whatever no other check has told about. So that
 * a file without errors is one that runs.
 */
export function checkRefused({ config }: Subject, told: readonly Found[]): Found[] {
  const { list, report } = createProblems(() => undefined);
  const read = readConfig(config, report);
  compileTriggers(read, report);
  compilePolicy(read, report);
  const known = told.map(({ path }) => toPointer(path));
  const near = (pointer: string) =>
    known.some((one) => one === pointer || one.startsWith(`${pointer}/`) || pointer.startsWith(`${one}/`));
  // A content that is left out takes the triggers that show it along: one mistake, told where it is.
  const elsewhere = told.some(({ code, path }) => CODES[code] === 'error' && path[0] !== 'triggers');
  return list
    .filter(
      ({ path }) => !near(path) && !(path.startsWith('/triggers/') && (elsewhere || near(entryOf(path)))),
    )
    .map(({ path, message }) => ({
      code: 'REFUSED',
      path: fromPointer(path),
      message: message.replace(/\.$/, ''),
    }));
}

/** The trigger that a place belongs to: the browser tells only the first thing that is wrong with it. */
const entryOf = (path: string): string => path.split('/').slice(0, 3).join('/');

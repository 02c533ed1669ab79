import { asText, say, type Found } from './finding.js';
import type { Subject } from './subject.js';
import { plain } from './uses.js';

const WAYS = ['endpoint', 'otlp', 'dataLayer', 'call'];
/** Where nobody else is on the way, plain HTTP is what people develop with. */
const LOCAL = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])([:/]|$)/;

/** Whether what is reported arrives anywhere, and unread by others. */
export function checkReport({ config, sound }: Subject): Found[] {
  if (config['report'] === undefined || !sound(['report'])) return [];
  const report = plain(config['report']);
  const { otlp } = report;
  const addresses = [
    { url: report['endpoint'], path: ['report', 'endpoint'] },
    typeof otlp === 'string'
      ? { url: otlp, path: ['report', 'otlp'] }
      : { url: plain(otlp)['url'], path: ['report', 'otlp', 'url'] },
  ];
  const off = (path: readonly string[], why: string, expected: string): Found => ({
    code: 'SWITCHED_OFF',
    path,
    message: `Nothing is reported: ${why}`,
    expected,
  });
  const nowhere = WAYS.every((way) => report[way] === undefined || report[way] === false);
  return [
    ...addresses
      .filter(({ url }) => asText(url).startsWith('http:') && !LOCAL.test(asText(url)))
      .map(({ url, path }): Found => ({
        code: 'REPORT_ADDRESS',
        path,
        message: `What is sent to ${say(url)} can be read on the way, and pages with https: may not send it`,
        expected: 'an address with https:, or a path of the site',
      })),
    ...(nowhere ? [off(['report'], 'no way is named', `one of ${WAYS.join(', ')}`)] : []),
    ...(report['sample'] === 0
      ? [off(['report', 'sample'], 'the share of visitors is 0', 'more than 0, or no section "report"')]
      : []),
  ];
}

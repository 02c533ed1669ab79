import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { systemClock } from '../../src/core/clock.js';
import { readOk } from '../../src/report/endpoint/index.js';
import { createPost } from '../../src/report/endpoint/post.js';

it('the server in docs/reporting.md takes reports, each once', async () => {
  const docs = await readFile(new URL('../../docs/reporting.md', import.meta.url), 'utf8');
  const [, code] = /```js\n([^]*?)```/.exec(docs) ?? [];
  expect(code).toContain('.listen(8080)');
  const folder = await mkdtemp(join(tmpdir(), 'antes-reports-'));
  const server = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      code!.replace(
        '.listen(8080)',
        ".listen(0, '127.0.0.1', function () { console.log(this.address().port) })",
      ),
    ],
    { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  try {
    const [port] = (await once(server.stdout, 'data')) as [Buffer];
    const post = createPost({
      clock: systemClock,
      sender: { fetch, Request, navigator: { sendBeacon: () => false } },
      url: `http://127.0.0.1:${String(port).trim()}/`,
      type: 'text/plain;charset=UTF-8',
      readBody: readOk,
    });
    const line = (seq: number, sent: number) => `${JSON.stringify({ antes: 1, sid: 'a', seq, sent })}\n`;
    expect(await post(line(1, 10) + line(2, 10))).toEqual({ kind: 'accepted' });
    expect(await post(line(2, 20) + line(3, 20))).toEqual({ kind: 'accepted' });
    const kept = await readFile(join(folder, 'events.ndjson'), 'utf8');
    expect(kept).toBe(line(1, 10) + line(2, 10) + line(3, 20));
    expect(await post('x'.repeat(200_000))).toEqual({ kind: 'smaller' });
  } finally {
    server.kill();
    await rm(folder, { recursive: true });
  }
});

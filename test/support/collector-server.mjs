import { createServer } from 'node:http';

/**
 * A receiver of reports on an origin of its own, that fails as it is told: really, at the socket. Everybody has a bucket.
 * `POST /to/BUCKET` takes reports; `POST /set/BUCKET` with a fault as body sets what it does from now on (`/get/BUCKET` counts what it has, `/all/BUCKET` has it all).
 */
export async function startCollector(port = 0) {
  const buckets = new Map();
  const bucket = (name) => {
    if (!buckets.has(name))
      buckets.set(name, {
        fault: 'ok',
        requests: 0,
        preflights: 0,
        received: 0,
        inFlight: 0,
        mostInFlight: 0,
        /** Bytes of the largest body, and of answers that have no end. */
        largest: 0,
        written: 0,
        /** When each came. */
        times: [],
        events: {},
        corrupted: [],
      });
    return buckets.get(name);
  };

  function take(into, body) {
    for (const line of body.split('\n').filter(Boolean)) {
      try {
        const { sent, ...event } = JSON.parse(line);
        const id = `${event.sid} ${event.seq}`;
        const text = JSON.stringify(event);
        if (!Number.isInteger(sent) || (into.events[id] ?? text) !== text) throw new Error('not the same');
        into.events[id] = text;
        into.received++;
      } catch {
        into.corrupted.push(line);
      }
    }
  }
  const ok = (response) => {
    response.setHeader('content-type', 'application/json');
    response.end('{"ok":true}');
  };
  const hung = new Map();
  const FLOOD = ' '.repeat(16_384);
  const refuse = (response, status, headers = {}) => response.writeHead(status, headers).end('no');
  /** Each gets what was sent, where it takes that, and the answer. */
  const FAULTS = {
    ok: (into, body, response) => (take(into, body), ok(response)),
    'no-content': (into, body, response) => (take(into, body), response.writeHead(204).end()),
    /** Until another fault is set. */
    hang: (into, _body, response) => hung.set(response, into),
    slow: (into, body) => take(into, body),
    reset: (_into, _body, response) => response.socket.resetAndDestroy(),
    'reset-after': (into, body, response) => (take(into, body), response.socket.resetAndDestroy()),
    /** Later than anybody waits. */
    late: (into, body, response) => (take(into, body), setTimeout(() => ok(response), 250)),
    /** Ends that never come, slowly and at once. */
    drip(into, body, response) {
      take(into, body);
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' '), 10);
      response.once('close', () => clearInterval(timer));
    },
    flood(into, body, response) {
      take(into, body);
      response.writeHead(200, { 'content-type': 'application/json' });
      const more = () => {
        while (!response.destroyed && response.write(FLOOD)) into.written += FLOOD.length;
      };
      response.on('drain', more);
      more();
    },
    'cut-off'(into, body, response) {
      take(into, body);
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('{"ok":');
      setImmediate(() => response.socket?.resetAndDestroy());
    },
    cors(into, body, response) {
      take(into, body);
      response.removeHeader('access-control-allow-origin');
      ok(response);
    },
    html(_into, _body, response) {
      response.setHeader('content-type', 'text/html');
      response.end('<!doctype html><title>Welcome to this network</title>');
    },
    /** JSON, but not of a receiver. */
    'other-json'(_into, _body, response) {
      response.setHeader('content-type', 'application/json');
      response.end('{"login":"/welcome","success":true}');
    },
    redirect: (_into, _body, response) => refuse(response, 302, { location: '/elsewhere' }),
    /** OTLP: the log records, as they are. */
    otlp(into, body, response) {
      for (const { scopeLogs } of JSON.parse(body).resourceLogs)
        for (const record of scopeLogs.flatMap(({ logRecords }) => logRecords)) {
          const valueOf = (name) => Object.values(record.attributes.find(({ key }) => key === name).value)[0];
          into.events[`${valueOf('antes.stream')} ${valueOf('antes.seq')}`] = record.eventName;
          into.received++;
        }
      response.setHeader('content-type', 'application/json');
      response.end('{"partialSuccess":{}}');
    },
    'too-large'(into, body, response) {
      if (body.split('\n').length > 8) return refuse(response, 413);
      take(into, body);
      return ok(response);
    },
  };

  /** `429 5`: that status, and that `Retry-After`. */
  function answer(into, body, response) {
    if (FAULTS[into.fault]) return FAULTS[into.fault](into, body, response);
    const [, status, after] = /^(\d{3})(?: (.*))?$/.exec(into.fault);
    return refuse(response, Number(status), {
      'access-control-expose-headers': 'retry-after',
      ...(after !== undefined && { 'retry-after': after }),
    });
  }

  const server = createServer(async (request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    if (request.method === 'OPTIONS') {
      const asked = bucket(request.url.split('/')[2]);
      asked.preflights++;
      if (asked.fault === 'cors') {
        response.removeHeader('access-control-allow-origin');
        return refuse(response, 405);
      }
      response.setHeader('access-control-allow-headers', 'content-type, x-key');
      return response.writeHead(204).end();
    }
    const [, verb, name] = request.url.split('?')[0].split('/');
    const into = bucket(name);
    let body = '';
    try {
      for await (const part of request) body += part;
    } catch {
      // The page has gone in the middle of it.
      return undefined;
    }
    if (verb === 'set') {
      into.fault = body || into.fault;
      if (into.fault !== 'hang')
        for (const [one, whose] of hung) if (whose === into && hung.delete(one)) one.socket?.destroy();
      response.end('{}');
    } else if (verb === 'get' || verb === 'all') {
      const { events, ...rest } = into;
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({ ...rest, distinct: Object.keys(events).length, ...(verb === 'all' && { events }) }),
      );
    } else if (verb === 'to') {
      into.requests++;
      into.mostInFlight = Math.max(into.mostInFlight, ++into.inFlight);
      response.once('close', () => into.inFlight--);
      into.largest = Math.max(into.largest, Buffer.byteLength(body));
      into.times.push(Date.now());
      answer(into, body, response);
    } else refuse(response, 404);
    return undefined;
  });
  await new Promise((done) => server.listen(port, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    bucket,
    close() {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}

// Every answer the checkout gets has one shape, also when the network fails or the server sends something else.

export interface Failure {
  ok: false;
  error?: { code: string };
  errors?: Record<string, string>;
}
export type Answer<T> = ({ ok: true } & T) | Failure;

interface Request {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
  timeoutMs?: number;
}

const TIMEOUT_MS = 15_000;

export async function api<T>(
  path: string,
  { method = 'GET', body, headers = {}, timeoutMs = TIMEOUT_MS }: Request = {},
): Promise<Answer<T>> {
  try {
    const response = await fetch(path, {
      method,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const answer = (await response.json()) as Answer<T>;
    return typeof answer?.ok === 'boolean' ? answer : { ok: false, error: { code: 'unknown' } };
  } catch {
    return { ok: false, error: { code: 'offline' } };
  }
}

export const codeOf = (failure: Failure): string => failure.error?.code ?? 'unknown';

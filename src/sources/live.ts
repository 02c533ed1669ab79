/** A stream that breaks this often is left alone: the source is asked as always. */
const MAX_ERRORS = 3;

export interface LiveDeps {
  open(url: string): EventSource;
  readonly url: string;
  heard(text: string): void;
}

export interface Live {
  /** Somebody looks at it, on a page that can be seen. */
  wanted(is: boolean): void;
  stop(): void;
}

/** News as they happen, while somebody looks: a stream that is open keeps a page out of the back/forward cache. */
export function createLive({ open, url, heard }: LiveDeps): Live {
  let stream: EventSource | undefined;
  let errors = 0;
  const close = () => {
    stream?.close();
    stream = undefined;
  };
  return {
    wanted(is) {
      if (!is) return close();
      if (stream || errors >= MAX_ERRORS) return;
      try {
        stream = open(url);
      } catch {
        // Forbidden here, or not an address.
        errors = MAX_ERRORS;
        return;
      }
      stream.onmessage = ({ data }) => {
        errors = 0;
        if (typeof data === 'string') heard(data);
      };
      stream.onerror = () => {
        if (++errors >= MAX_ERRORS) close();
      };
    },
    stop: close,
  };
}

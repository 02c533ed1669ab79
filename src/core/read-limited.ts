/** More than any config or status of ours; a page is never made to read a download. */
export const MAX_BYTES = 262_144;

/** The text of an answer; stops reading as soon as there is too much, and tells so with `undefined`. */
export async function readLimited(
  response: Response,
  maxBytes: number = MAX_BYTES,
): Promise<string | undefined> {
  const reader = response.body?.getReader();
  if (!reader) {
    const text = await response.text();
    return text.length > maxBytes ? undefined : text;
  }
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      void reader.cancel().catch(() => undefined);
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}

import { BuiltinEncoder, sampleOf } from '../../../models/encoder/builtin-encoder.ts';

export interface EncoderRequest {
  /** Address of the folder with the weights. */
  readonly weights: string;
  readonly locale: string;
  readonly texts: readonly string[];
}

export interface EncoderTimes {
  /** From the bytes in memory, hashes unchecked, to the first vector; milliseconds. */
  readonly ready: number;
  /** Of each text, in order; milliseconds. */
  readonly encode: readonly number[];
}

self.onmessage = async ({ data: { weights, locale, texts } }: MessageEvent<EncoderRequest>) => {
  const bytes = new Map<string, Uint8Array<ArrayBuffer>>();
  const fetching = new BuiltinEncoder(async ({ file }) => {
    const fetched = new Uint8Array(await (await fetch(weights + file)).arrayBuffer());
    bytes.set(file, fetched);
    return fetched;
  });
  await fetching.prepare(sampleOf(locale));
  const started = performance.now();
  const encoder = new BuiltinEncoder(async ({ file }) => bytes.get(file) as Uint8Array<ArrayBuffer>);
  await encoder.prepare(sampleOf(locale));
  encoder.encodeNow([sampleOf(locale)]);
  const ready = performance.now() - started;
  const encode = texts.map((text) => {
    const begun = performance.now();
    encoder.encodeNow([text]);
    return performance.now() - begun;
  });
  self.postMessage({ ready, encode } satisfies EncoderTimes);
};

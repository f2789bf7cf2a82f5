/**
 * The few web-standard globals that every host of the engine has: browsers, workers, Node, edge runtimes.
 * Declared by hand so that the engine compiles with neither the DOM's nor Node's types in sight.
 */
declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean });
  decode(bytes?: ArrayBufferView | ArrayBuffer): string;
}
declare const performance: { now(): number };
/** `subtle` is missing on pages served without TLS. */
declare const crypto: { readonly subtle?: { digest(algorithm: 'SHA-256', bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> } };
declare class Response {
  constructor(body: Uint8Array<ArrayBuffer> | null, init?: { status: number });
}
declare class URL {
  constructor(url: string, base?: string);
  readonly href: string;
  readonly protocol: string;
  static canParse(url: string, base?: string): boolean;
}
interface AbortSignal {
  readonly aborted: boolean;
}

/**
 * Turns texts into vectors. Implementations: the built-in encoder and the hub adapters, both in `models/`.
 * The same text gives the same vector on every host.
 */
export interface Encoder {
  /** Name and version, as the pack's manifest records it. */
  readonly id: string;
  readonly dimensions: number;
  /** SHA-256 of the weights: a pack made by other weights does not fit. */
  readonly sha256: string;
  /**
   * One vector of unit length for each text, or null for a text that has nothing to encode (empty, unknown script,
   * or weights for its script not loaded): then words answer alone.
   */
  encode(texts: readonly string[], role: 'question' | 'passage'): Promise<(Float32Array | null)[]>;
}

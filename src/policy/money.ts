/** An amount of money. Never a fraction: floating point has no cents. */
export interface Money {
  /** In the currency's minor units (cents, yen, fils); an integer, not beyond ±2^53. */
  readonly minor: number;
  /** ISO 4217. */
  readonly currency: string;
}

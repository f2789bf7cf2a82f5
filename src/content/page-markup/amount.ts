/**
 * The amount that a price says, or undefined where that is not plain: no number, several, a negative one, or one that
 * countries read differently ("1.299" is thirteen hundred or one and a bit; as a wrong price would be a false promise,
 * it is passed over).
 * @param price as in markup: 49.9, "49.90", "1.299,00 €", "1,299", "1 299", "1'299.00"
 * @param currency ISO 4217; tells whether three decimals can be meant
 */
export function amountOf(price: unknown, currency: string | undefined): number | undefined {
  if (typeof price !== 'number' && typeof price !== 'string') return undefined;
  const runs =
    String(price)
      .slice(0, 60)
      .match(/[-−]?\d(?:[\d.,'’\s]*\d)?/g) ?? [];
  const run = runs[0]?.replace(/[\s'’]/g, ' ');
  if (run === undefined || runs.length > 1) return undefined;
  const doubtful = /^[1-9]\d{0,2}([.,])\d{3}$/.exec(run);
  if (doubtful !== null) return readDoubtful(run, doubtful[1] as string, currency);
  const grouped = /^([1-9]\d{0,2}([., ])\d{3}(?:\2\d{3})*)(?:(?!\2)[.,](\d+))?$/.exec(run);
  if (grouped !== null) return Number(`${grouped[1]?.replace(/\D/g, '')}.${grouped[3] ?? 0}`);
  return /^\d+(?:[.,]\d+)?$/.test(run) ? Number(run.replace(',', '.')) : undefined;
}

function readDoubtful(run: string, separator: string, currency: string | undefined): number | undefined {
  const decimals = decimalsOf(currency);
  if (decimals === 3) return separator === '.' ? Number(run) : undefined;
  // Schema.org forbids the comma as a decimal point, and no currency with two decimals has prices with three.
  return decimals === 0 || separator === ',' ? Number(run.replace(/\D/g, '')) : undefined;
}

function decimalsOf(currency: string | undefined): number {
  if (currency === undefined) return 2;
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

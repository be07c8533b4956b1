// Money is counted in whole numbers: decimals as fractions of big integers, rounded half to even. Called by currency-converter.ts.

export type Fraction = { over: bigint; under: bigint };

/** What the number says in decimal, exactly: 0.1 is one tenth. @throws RangeError for what is no finite number */
export function fraction(value: number): Fraction {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is no amount`);
  const [digits = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', decimals = ''] = digits.split('.');
  const over = BigInt(whole + decimals);
  const power = Number(exponent) - decimals.length;
  return power >= 0 ? { over: over * 10n ** BigInt(power), under: 1n } : { over, under: 10n ** BigInt(-power) };
}

export const times = (a: Fraction, b: Fraction): Fraction => ({ over: a.over * b.over, under: a.under * b.under });
export const dividedBy = (a: Fraction, b: Fraction): Fraction => ({ over: a.over * b.under, under: a.under * b.over });

/** To the nearest multiple of `step`, half to even; amounts are not negative. */
export function roundTo(value: Fraction, step: Fraction): number {
  const { over, under } = dividedBy(value, step);
  const whole = over / under;
  const twice = 2n * (over % under);
  const isUp = twice > under || (twice === under && whole % 2n === 1n);
  const rounded = times({ over: whole + (isUp ? 1n : 0n), under: 1n }, step);
  return toNumber(rounded);
}

/** Twelve digits behind the point are kept. */
export function toNumber({ over, under }: Fraction): number {
  const scale = 10n ** 12n;
  const scaled = (over * scale) / under;
  return Number(`${scaled / scale}.${String(scaled % scale).padStart(12, '0')}`);
}

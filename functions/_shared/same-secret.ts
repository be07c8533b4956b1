// Compares what a caller claims with what is right. Called where a secret or a signature is checked.
const encoder = new TextEncoder();

/** Compares without telling by its time how much was right. */
export function isSameSecret(given: string, expected: string): boolean {
  const [a, b] = [encoder.encode(given), encoder.encode(expected)];
  let difference = a.length ^ b.length;
  for (let i = 0; i < b.length; i += 1) difference |= (a[i] ?? 0) ^ (b[i] ?? 0);
  return difference === 0;
}

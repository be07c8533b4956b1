// Who may wake a function: the database, by the secret that both know. Called by the functions that the database calls.

/** Tells whether an Authorization header carries the secret; its time does not tell how much of it was right. */
export function workerSecretCheck(workerSecret: string): (header: string | null) => boolean {
  const secret = new TextEncoder().encode(`Bearer ${workerSecret}`);
  return (header) => {
    const given = new TextEncoder().encode(header ?? '');
    let difference = given.length ^ secret.length;
    for (let i = 0; i < secret.length; i += 1) difference |= (secret[i] ?? 0) ^ (given[i] ?? 0);
    return difference === 0;
  };
}

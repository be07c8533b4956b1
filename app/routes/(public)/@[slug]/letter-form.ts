// What the letter form of a Nexio page answers: joins, or says in one word what is wrong.
import { AppError } from '$lib/api/error.ts';
import { subscribe } from '$lib/api/pages.ts';

/** @returns null when the address is on the list (or a robot filled the trap), else what is wrong with it */
export async function joinLetters(url: URL, slug: string, form: FormData): Promise<{ letter_fault: string; email: string } | null> {
  const email = String(form.get('email') ?? '').trim();
  if (String(form.get('website') ?? '') !== '') return null;
  try {
    await subscribe(url, slug, email);
    return null;
  } catch (refusal) {
    const code = refusal instanceof AppError ? refusal.code : 'unexpected';
    return { letter_fault: code === 'email_invalid' ? 'wrong' : code === 'too_many_messages' ? 'too_many' : 'failed', email };
  }
}

// LinkedIn's versioned REST interface: headers, errors. Used by the adapters beside this file.
// https://learn.microsoft.com/en-us/linkedin/marketing/versioning · …/linkedin/shared/api-guide/concepts/error-handling
import type { Answer, Ask, Door } from '../door.ts';

export const host = 'api.linkedin.com';

/** `query` in Rest.li form goes into the path as it is: parentheses and commas are part of its grammar. @throws PlatformError */
export function linkedIn(door: Door, path: string, options: Ask = {}): Promise<Answer> {
  const headers = {
    authorization: `Bearer ${door.secret.token}`,
    'linkedin-version': door.env.LINKEDIN_VERSION?.trim() || '202510',
    'x-restli-protocol-version': '2.0.0',
    ...options.headers,
  };
  return door.ask(host, `/rest/${path}`, { ...options, headers });
}

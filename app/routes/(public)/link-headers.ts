// How a page behind a secret link is sent: no script, kept by nobody, found by no search, and its address told to no other site.

const policy = [
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self'",
  "media-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const linkHeaders = {
  'content-security-policy': policy,
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex, nofollow, noarchive',
  // with no-referrer a browser would hide from us too that our own form sent it
  'referrer-policy': 'same-origin',
};

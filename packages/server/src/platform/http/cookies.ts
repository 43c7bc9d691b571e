import { createHash } from 'node:crypto';

export const PLAIN_COOKIE = 'yimen_session';
const SECURE_COOKIE = '__Host-yimen_session';

/** Browsers take the `__Host-` name over https only. */
export function cookieName(secure: boolean): string {
  return secure ? SECURE_COOKIE : PLAIN_COOKIE;
}

/** Sessions are stored by digest: a copy of the database opens no session. */
export function sessionDigest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

export function readSessionToken(header: string | undefined, secure: boolean): string | undefined {
  const wanted = `${cookieName(secure)}=`;
  for (const part of (header ?? '').split(';')) {
    const cookie = part.trim();
    if (cookie.startsWith(wanted)) return cookie.slice(wanted.length) || undefined;
  }
  return undefined;
}

export function sessionCookie(token: string | null, secure: boolean): string {
  const name = cookieName(secure);
  const flags = `Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
  return token === null ? `${name}=; ${flags}; Max-Age=0` : `${name}=${token}; ${flags}`;
}

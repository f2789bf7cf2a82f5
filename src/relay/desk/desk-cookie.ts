/** Over https it is bound to the very host by its prefix, which browsers hold to. */
export const deskCookieName = 'edge-agent-desk';

export function readDeskCookie(request: Request): string | undefined {
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const [name = '', value = ''] = pair.trim().split('=', 2);
    if ((name === deskCookieName || name === `__Host-${deskCookieName}`) && /^[\w-]{43}$/.test(value)) return value;
  }
  return undefined;
}

/** @param value empty deletes it */
export function deskCookie(origin: string, value: string): string {
  const isSecure = origin.startsWith('https:');
  const name = isSecure ? `__Host-${deskCookieName}` : deskCookieName;
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}${value === '' ? '; Max-Age=0' : ''}`;
}

/** The only address that is listened on. */
export const LOOPBACK = '127.0.0.1';

/**
 * Whether a request names this machine as its host. Another name can be made to lead here by whoever owns it, and would let a foreign
 * page read what is served (DNS rebinding).
 */
export function isOwnHost(host: string | undefined, port: number): boolean {
  return host === `${LOOPBACK}:${port}` || host === `localhost:${port}`;
}

/** Hashes passwords, slowly on purpose; each host brings what it has for it. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes as long for a wrong password as for the right one. */
  verify(password: string, hash: string): Promise<boolean>;
}

/** Of a relay without a desk: nobody gets in. */
export const noPasswords: Passwords = {
  hash: async () => '',
  verify: async () => false,
};

/** Name of the database in which nudges keep what they remember, and prefix of what they keep in session storage. */
export const nudgeDatabase = 'edge-agent-nudges';

/** Deletes all of it, without what runs nudges. */
export function eraseNudges(): Promise<void> {
  return new Promise((resolve) => {
    try {
      for (const key of Object.keys(sessionStorage)) if (key.startsWith(nudgeDatabase)) sessionStorage.removeItem(key);
      const deleting = indexedDB.deleteDatabase(nudgeDatabase);
      deleting.onsuccess = deleting.onerror = deleting.onblocked = () => resolve();
    } catch {
      // Where storage is forbidden there is nothing to delete.
      resolve();
    }
  });
}

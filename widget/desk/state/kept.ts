const prefix = 'edge-agent-desk:';

/**
 * What a tab keeps over a reload: drafts, unsent messages, filters. Gone with the tab, or with the log-out. Where storage
 * is forbidden all of it holds until the page goes.
 */
export class Kept {
  private readonly unstored = new Map<string, string>();

  constructor(private readonly storage: () => Storage = () => sessionStorage) {}

  text(name: string): string {
    try {
      return this.storage().getItem(prefix + name) ?? this.unstored.get(name) ?? '';
    } catch {
      return this.unstored.get(name) ?? '';
    }
  }

  /** Undefined where there is none, or where it cannot be read. */
  value(name: string): unknown {
    try {
      const text = this.text(name);
      return text === '' ? undefined : JSON.parse(text);
    } catch {
      return undefined;
    }
  }

  /** An empty text is forgotten. */
  keep(name: string, text: string): void {
    this.unstored.delete(name);
    try {
      if (text === '') this.storage().removeItem(prefix + name);
      else this.storage().setItem(prefix + name, text);
    } catch {
      this.unstored.set(name, text);
    }
  }

  clear(): void {
    this.unstored.clear();
    try {
      const storage = this.storage();
      const names = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
      for (const name of names) if (name.startsWith(prefix)) storage.removeItem(name);
    } catch {
      // Nothing was kept then.
    }
  }
}

import { exposeService } from './expose-service.ts';

/** A service that does what can go wrong. Its worker's script, too. */
export class FlakyService {
  private readonly started = `${Date.now()}:${Math.random()}`;
  private prepared = '';

  async prepare(text: string): Promise<void> {
    this.prepared = text;
  }

  /** Tells one start from the next. */
  async start(): Promise<string> {
    return this.started;
  }

  async echo(text: string): Promise<string> {
    return this.prepared + text;
  }

  async refuse(): Promise<never> {
    throw new RangeError('no');
  }

  hang(): Promise<never> {
    return new Promise(() => {});
  }

  async die(): Promise<never> {
    self.close();
    return this.hang();
  }
}

if (!('document' in self)) exposeService(new FlakyService());

import type { IncomingMessage, ServerResponse } from 'node:http';
import { text as readAll } from 'node:stream/consumers';

/** Pages of a shop that is being worked on have another origin than the preview. */
export const anyOrigin = { 'Access-Control-Allow-Origin': '*' };

const mostLines = 2000;
const longestLine = 2000;

/** A real session as lines for the nudge lab: the second since its first line, then what happened. */
export class Recording {
  private readonly lines: string[] = [];
  private startedAt = 0;

  constructor(private readonly clock: () => number = Date.now) {}

  /** GET gives the lines, POST adds one, DELETE begins anew. */
  answer(request: IncomingMessage, response: ServerResponse): true {
    const done = (body = '') => response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8', ...anyOrigin }).end(body);
    if (request.method === 'POST') {
      // The line's time is that of its coming, however long it takes to read.
      const at = this.clock();
      void readAll(request)
        .then((line) => this.add(line, at))
        .catch(() => {})
        .finally(() => done());
    } else if (request.method === 'DELETE') {
      this.lines.length = 0;
      done();
    } else done(this.lines.join('\n'));
    return true;
  }

  private add(line: string, at: number): void {
    const text = line.replace(/\s+/g, ' ').trim();
    if (text === '' || text.length > longestLine || this.lines.length >= mostLines) return;
    if (this.lines.length === 0) this.startedAt = at;
    this.lines.push(`${Math.max(0, (at - this.startedAt) / 1000).toFixed(1)} ${text}`);
  }
}

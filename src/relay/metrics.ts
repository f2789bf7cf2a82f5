/** What the relay counts. Labels have few values: no ids, no addresses. */
export interface Metrics {
  /** One answered request; `route` is the pattern, never the address. */
  request(route: string, method: string, status: number, seconds: number): void;
  action(action: string, kind: string): void;
  /** Streams that were opened (1) or ended (-1). */
  stream(side: 'visitor' | 'desk', change: 1 | -1): void;
  message(from: 'visitor' | 'person'): void;
  handoff(reason: string): void;
  delivery(connector: string, outcome: 'sent' | 'failed' | 'given-up'): void;
  /** All that was counted, in Prometheus' text format. */
  text?(): Promise<string>;
}

export const noMetrics: Metrics = { request() {}, action() {}, stream() {}, message() {}, handoff() {}, delivery() {} };

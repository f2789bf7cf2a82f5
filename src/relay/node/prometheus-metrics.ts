import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Metrics } from '../metrics.ts';

/** Counts for Prometheus, with the process' own figures. */
export class PrometheusMetrics implements Metrics {
  private readonly registry = new Registry();
  private readonly requests = this.counter('requests_total', 'Answered requests.', ['route', 'method', 'status']);
  private readonly durations = new Histogram({
    name: 'edge_agent_relay_request_seconds',
    help: 'Time until the reply begins.',
    labelNames: ['route'],
    buckets: [0.005, 0.02, 0.1, 0.25, 1, 5],
    registers: [this.registry],
  });
  private readonly actions = this.counter('actions_total', 'Actions by how they ended.', ['action', 'kind']);
  private readonly messages = this.counter('messages_total', 'Messages by who wrote them.', ['from']);
  private readonly handoffs = this.counter('handoffs_total', 'Opened handoffs by their reason.', ['reason']);
  private readonly deliveries = this.counter('deliveries_total', 'Deliveries by connectors.', ['connector', 'outcome']);
  private readonly streams = new Gauge({
    name: 'edge_agent_relay_streams',
    help: 'Open event streams.',
    labelNames: ['side'],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  request(route: string, method: string, status: number, seconds: number): void {
    this.requests.inc({ route, method, status });
    this.durations.observe({ route }, seconds);
  }

  action(action: string, kind: string): void {
    this.actions.inc({ action, kind });
  }

  stream(side: 'visitor' | 'desk', change: 1 | -1): void {
    this.streams.inc({ side }, change);
  }

  message(from: 'visitor' | 'person'): void {
    this.messages.inc({ from });
  }

  handoff(reason: string): void {
    this.handoffs.inc({ reason });
  }

  delivery(connector: string, outcome: string): void {
    this.deliveries.inc({ connector, outcome });
  }

  async text(): Promise<string> {
    return this.registry.metrics();
  }

  private counter(name: string, help: string, labelNames: string[]): Counter {
    return new Counter({ name: `edge_agent_relay_${name}`, help, labelNames, registers: [this.registry] });
  }
}

import { html, nothing, type TemplateResult } from 'lit';
import type { AuditList } from '../../../src/protocol/desk.ts';
import { DeskFailure } from '../api/desk-failure.ts';
import { controls } from './controls.styles.ts';
import { LoadedElement } from './loaded-element.ts';

type Entries = AuditList['entries'];

/** Who saw and did what, newest first. */
export class DeskAudit extends LoadedElement<Entries> {
  static override readonly styles = controls;
  static override readonly properties = { ...LoadedElement.properties, isMore: { state: true }, isAtEnd: { state: true } };

  declare private isMore: boolean;
  declare private isAtEnd: boolean;

  protected override read(signal: AbortSignal): Promise<Entries> {
    return this.api.audit(undefined, signal);
  }

  protected override render(): unknown {
    const { words, data } = this;
    return html`<div class="page">
      <h1 tabindex="-1">${words.audit}</h1>
      <p class="note">${words.auditNote}</p>
      ${this.standingView()}
      ${data === undefined ? nothing : this.tableView(data)}
    </div>`;
  }

  private tableView(entries: Entries): TemplateResult {
    const { words } = this;
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${words.audit}>
        <table>
          <thead><tr>${[words.when, words.who, words.what, words.subject, words.site, words.details].map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>
          <tbody>${entries.map((entry) => this.entryView(entry))}</tbody>
        </table>
      </div>
      ${
        entries.length === 0 || this.isAtEnd
          ? nothing
          : html`<p><button type="button" class="button" ?disabled=${this.isMore} @click=${this.readOlder}>${this.isMore ? html`<span class="busy">${words.loading}</span>` : words.older}</button></p>`
      }`;
  }

  private entryView({ at, site, actor, name, what, subject, data }: Entries[number]): TemplateResult {
    const details = Object.entries(data)
      .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
      .join(', ');
    return html`<tr>
      <td><time datetime=${at}>${this.tongue.time(at)}</time></td>
      <td dir="auto" title=${actor}>${name ?? actor}</td><td dir="ltr">${what}</td><td dir="ltr">${subject}</td><td>${site}</td><td dir="auto">${details}</td>
    </tr>`;
  }

  private readonly readOlder = async (): Promise<void> => {
    const known = this.data ?? [];
    this.isMore = true;
    try {
      const older = (await this.api.audit(known.at(-1)?.id)).filter(({ id }) => !known.some((entry) => entry.id === id));
      this.data = [...known, ...older];
      this.isAtEnd = older.length === 0;
    } catch (thrown) {
      this.failure = DeskFailure.from(thrown);
    } finally {
      this.isMore = false;
    }
  };
}

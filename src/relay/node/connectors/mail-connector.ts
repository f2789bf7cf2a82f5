import { createTransport, type Transporter } from 'nodemailer';
import type { Connector, Notice } from '../../connectors/connector.ts';
import type { Site } from '../../site.ts';

export interface MailOptions {
  readonly name?: string;
  /** `smtps://user:password@mail.example` */
  readonly server: string;
  readonly from: string;
  /** Where new cases go; left out, only visitors are written to. */
  readonly to?: string;
}

/** Sends new cases to a mailbox, and answers to visitors who are gone. */
export class MailConnector implements Connector {
  readonly name: string;
  readonly takes: ReadonlySet<Notice['kind']>;
  private readonly transport: Transporter;
  private readonly from: string;
  private readonly to: string;

  constructor({ name = 'mail', server, from, to = '' }: MailOptions) {
    this.name = name;
    this.takes = new Set<Notice['kind']>(to === '' ? ['answered'] : ['opened', 'answered']);
    this.transport = createTransport({
      url: server,
      connectionTimeout: 10_000,
      socketTimeout: 15_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    this.from = from;
    this.to = to;
  }

  async deliver(notice: Notice, id: string, site: Site): Promise<void> {
    await this.transport.sendMail({
      from: this.from,
      // The same one twice falls together in most mailboxes.
      messageId: `<${id}@edge-agent>`,
      ...(notice.kind === 'opened' ? this.caseMail(notice, site) : answerMail(notice, site)),
    });
  }

  private caseMail({ case: handoff, handoff: id, priority, desk }: Extract<Notice, { kind: 'opened' }>, site: Site) {
    const { summary, problem, facts, tried, transcript, page, contact, locale } = handoff;
    return {
      to: this.to,
      ...(contact?.email === undefined ? {} : { replyTo: contact.email }),
      subject: oneLine(`[${site.name}] ${summary.desk}`, 150),
      text: [
        summary.desk,
        desk === undefined ? '' : `\nAnswer at the desk: ${desk}`,
        `\nProblem: ${problem}`,
        ...facts.map(({ name, value }) => `${name} ${value}`),
        ...tried.map(({ step, outcome = '' }) => `Tried: ${step}${outcome === '' ? '' : ` (${outcome})`}`),
        `\nPage: ${page.url}\nLanguage: ${locale}\nPriority: ${priority}\nCase: ${id}\n`,
        ...transcript.map(({ from, text }) => `${from}: ${text}`),
      ].join('\n'),
    };
  }
}

function answerMail({ to, text, person, page }: Extract<Notice, { kind: 'answered' }>, site: Site) {
  return { to, subject: oneLine(site.name, 100), text: `${text}\n\n${person === '' ? site.name : `${person}, ${site.name}`}\n${page}\n` };
}

/** A subject of several lines would be headers. */
function oneLine(text: string, most: number): string {
  const line = text.replace(/[\s\u0000-\u001f\u007f]+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1)}…`;
}

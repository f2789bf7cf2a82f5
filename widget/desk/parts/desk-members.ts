import { css, html, nothing, type TemplateResult } from 'lit';
import { safeParse } from 'valibot';
import {
  deskRoles,
  type ListedMember,
  type Login,
  type MemberChange,
  memberChangeSchema,
  memberRequestSchema,
} from '../../../src/protocol/desk.ts';
import { DeskFailure } from '../api/desk-failure.ts';
import { controls } from './controls.styles.ts';
import { LoadedElement } from './loaded-element.ts';

/** Who works at the desk, for admins: add somebody, change role and sites, set a password, take somebody out. */
export class DeskMembers extends LoadedElement<readonly ListedMember[]> {
  static override readonly styles = [
    controls,
    css`
      form { max-inline-size: 34rem; }
      .off { opacity: 0.7; }
      .tick { min-block-size: 2rem; }
      td { min-inline-size: 7rem; }
    `,
  ];
  static override readonly properties = {
    ...LoadedElement.properties,
    login: { attribute: false },
    edited: { state: true },
    isBusy: { state: true },
    refusal: { state: true },
    wrong: { state: true },
  };

  declare login: Login;
  /** The member whose dialog is open, or `new`. */
  declare private edited: ListedMember | 'new' | undefined;
  declare private isBusy: boolean;
  declare private refusal: DeskFailure | undefined;
  declare private wrong: ReadonlySet<string>;

  constructor() {
    super();
    this.wrong = new Set();
  }

  protected override read(signal: AbortSignal): Promise<readonly ListedMember[]> {
    return this.api.members(signal);
  }

  protected override updated(): void {
    const dialog = this.piece<HTMLDialogElement>('dialog');
    if (dialog !== null && !dialog.open) dialog.showModal();
  }

  protected override render(): unknown {
    const { words, data } = this;
    return html`<div class="page">
      <h1 tabindex="-1">${words.members}</h1>
      <p><button type="button" class="button primary" @click=${() => this.edit('new')}>${words.addMember}</button></p>
      ${this.standingView()}
      ${data === undefined ? nothing : this.tableView(data)}
      ${this.edited === undefined ? nothing : this.dialogView(this.edited)}
    </div>`;
  }

  private tableView(members: readonly ListedMember[]): TemplateResult {
    const { words } = this;
    return html`<div class="scroll" tabindex="0" role="group" aria-label=${words.members}>
      <table>
        <thead><tr>${[words.name, words.email, words.role, words.sites].map((title) => html`<th scope="col">${title}</th>`)}<th><span class="hidden">${words.change}</span></th></tr></thead>
        <tbody>${members.map(
          (member) => html`<tr class=${member.isActive ? '' : 'off'}>
            <td dir="auto">${member.name} ${member.isActive ? nothing : html`<span class="chip">${words.inactive}</span>`}</td>
            <td dir="ltr">${member.email}</td><td>${words.roles[member.role]}</td><td>${member.sites.length === 0 && member.role === 'admin' ? words.allSites : member.sites.map((id) => this.siteName(id)).join(', ')}</td>
            <td><button type="button" class="button" @click=${() => this.edit(member)}>${words.change}<span class="hidden">: ${member.name}</span></button></td>
          </tr>`,
        )}</tbody>
      </table>
    </div>`;
  }

  private dialogView(edited: ListedMember | 'new'): TemplateResult {
    const { words, login } = this;
    const known = edited === 'new' ? undefined : edited;
    const sites = new Set([...login.sites.map(({ id }) => id), ...(known?.sites ?? [])]);
    return html`<dialog aria-labelledby="title" @close=${this.end}>
      <form class="stack" novalidate @submit=${this.onSubmit} aria-busy=${this.isBusy}>
        <h2 id="title" dir="auto">${known?.name ?? words.addMember}</h2>
        ${known === undefined ? html`${this.textField('name', words.name, 'text')} ${this.textField('email', words.email, 'email')}` : nothing}
        <label class="field"><span class="label">${words.role}</span>
          <select id="role">${deskRoles.map((role) => html`<option value=${role} ?selected=${role === (known?.role ?? 'agent')}>${words.roles[role]}</option>`)}</select></label>
        <fieldset><legend>${words.sites}</legend>${[...sites].map(
          (id) =>
            html`<label class="tick"><input type="checkbox" name="site" value=${id} .checked=${known === undefined ? login.sites.length === 1 : known.sites.includes(id)} /> ${this.siteName(id)}</label>`,
        )}</fieldset>
        ${this.textField('password', known === undefined ? words.password : words.newPassword, 'password')}
        ${known === undefined ? nothing : html`<label class="tick"><input type="checkbox" id="active" .checked=${known.isActive} /> ${words.isActive}</label>`}
        ${this.refusal === undefined ? nothing : html`<p class="failure" role="alert">${this.tongue.failure(this.refusal)}</p>`}
        <div class="row">
          <button type="submit" class="button primary" ?disabled=${this.isBusy}>${this.isBusy ? html`<span class="busy">${words.saving}</span>` : words.save}</button>
          <button type="button" class="button" @click=${this.cancel}>${words.cancel}</button>
        </div>
      </form>
    </dialog>`;
  }

  private textField(id: 'name' | 'email' | 'password', label: string, type: string): TemplateResult {
    return html`<div><label class="field"><span class="label">${label}</span>
        <input id=${id} type=${type} autocomplete=${id === 'password' ? 'new-password' : 'off'} dir=${id === 'name' ? 'auto' : 'ltr'} /></label>
      <p class="wrong" role="alert">${this.wrong.has(id) ? this.words.memberWrong[id] : nothing}</p></div>`;
  }

  private siteName(id: string): string {
    return this.login.sites.find((site) => site.id === id)?.name ?? id;
  }

  private edit(edited: ListedMember | 'new'): void {
    this.refusal = undefined;
    this.wrong = new Set();
    this.edited = edited;
  }

  private readonly onSubmit = (event: Event): void => {
    event.preventDefault();
    if (this.edited === undefined || this.isBusy) return;
    const role = this.piece<HTMLSelectElement>('#role')?.value;
    const sites = [...this.renderRoot.querySelectorAll<HTMLInputElement>('[name=site]:checked')].map(({ value }) => value);
    const password = this.piece<HTMLInputElement>('#password')?.value ?? '';
    if (this.edited === 'new') this.add({ role, sites, password });
    else this.change(this.edited, { role, sites, ...(password === '' ? {} : { password }) });
  };

  private add(rest: object): void {
    const [name, email] = ['#name', '#email'].map((field) => this.piece<HTMLInputElement>(field)?.value.trim());
    const result = safeParse(memberRequestSchema, { name, email, ...rest });
    this.tellWrong(result.issues);
    if (result.success) void this.save(() => this.api.addMember(result.output));
  }

  private change(member: ListedMember, rest: object): void {
    const isActive = this.piece<HTMLInputElement>('#active')?.checked;
    const result = safeParse(memberChangeSchema, { ...rest, isActive });
    this.tellWrong(result.issues);
    if (result.success) void this.save(() => this.api.changeMember(member.id, result.output as MemberChange));
  }

  private tellWrong(issues: readonly { readonly path?: readonly { readonly key?: unknown }[] | undefined }[] | undefined): void {
    this.wrong = new Set(issues?.map(({ path }) => String(path?.[0]?.key)));
  }

  private async save(does: () => Promise<void>): Promise<void> {
    this.isBusy = true;
    this.refusal = undefined;
    try {
      await does();
      this.cancel();
      await this.load();
    } catch (thrown) {
      this.refusal = DeskFailure.from(thrown);
    } finally {
      this.isBusy = false;
    }
  }

  private readonly cancel = (): void => this.piece<HTMLDialogElement>('dialog')?.close();

  private readonly end = (): void => {
    this.edited = undefined;
  };
}

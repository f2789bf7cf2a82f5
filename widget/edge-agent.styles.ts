import { css } from 'lit';
import { darkColours, lightColours, textFont } from './colours.ts';

export const styles = css`
  :host {
    ${lightColours}
    --radius: var(--edge-agent-radius, 16px);
    font: ${textFont};
    color: var(--text);
  }
  :host([theme='dark']) { ${darkColours} }
  @media (prefers-color-scheme: dark) {
    :host(:not([theme='light'], [theme='dark'])) { ${darkColours} }
  }
  :host([hidden]) { display: none; }

  * , *::before, *::after { box-sizing: border-box; }
  button, input, textarea, a, summary { font: inherit; color: inherit; -webkit-tap-highlight-color: transparent; }
  button { cursor: pointer; }
  button:disabled { cursor: default; opacity: 0.5; }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
  svg { inline-size: 1.5rem; block-size: 1.5rem; display: block; flex: none; }
  [dir='rtl'] svg.directed { transform: scaleX(-1); }
  .hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

  .launcher {
    position: fixed;
    z-index: var(--edge-agent-z-index, 2147483000);
    inset-block-end: max(1rem, env(safe-area-inset-bottom));
    inset-inline-end: max(1rem, env(safe-area-inset-right));
    min-inline-size: 3.5rem;
    block-size: 3.5rem;
    padding-inline: 1rem;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5rem;
    border: 0;
    border-radius: 1.75rem;
    background: var(--accent);
    color: var(--on-accent);
    box-shadow: 0 2px 6px rgb(0 0 0 / 0.2), 0 8px 24px rgb(0 0 0 / 0.18);
  }
  .badge { position: absolute; inset-block-start: -0.25rem; inset-inline-end: -0.25rem; min-inline-size: 1.5rem; padding-inline: 0.375rem; border-radius: 1rem; background: var(--text); color: var(--surface); font-size: 0.875rem; line-height: 1.5rem; }
  :host([position='start']) .launcher, :host([position='start']) .panel { inset-inline: max(1rem, env(safe-area-inset-left)) auto; }

  .panel, .content { display: flex; flex-direction: column; }
  .content { flex: 1; min-block-size: 0; }
  .panel {
    background: var(--surface);
    color: var(--text);
    overflow: hidden;
    text-align: start;
  }
  :host(:not([mode='inline'])) .panel {
    position: fixed;
    z-index: var(--edge-agent-z-index, 2147483000);
    inset-block-end: max(1rem, env(safe-area-inset-bottom));
    inset-inline-end: max(1rem, env(safe-area-inset-right));
    inline-size: min(var(--edge-agent-width, 25rem), calc(100vw - 2rem));
    block-size: min(var(--edge-agent-height, 40rem), calc(100dvh - 2rem));
    border: 1px solid var(--line);
    border-radius: var(--radius);
    box-shadow: 0 4px 12px rgb(0 0 0 / 0.12), 0 16px 48px rgb(0 0 0 / 0.24);
  }
  :host([mode='inline']) { display: block; }
  :host([mode='inline']) .panel {
    block-size: var(--edge-agent-height, 32rem);
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }
  @media (max-width: 30rem), (max-height: 26rem) {
    :host(:not([mode='inline'])) .panel {
      inset: 0;
      inline-size: auto;
      block-size: auto;
      border: 0;
      border-radius: 0;
      padding-block: env(safe-area-inset-top) env(safe-area-inset-bottom);
    }
  }

  .header {
    display: flex;
    align-items: center;
    gap: 0.25rem;
    padding: 0.5rem 0.5rem 0.5rem 1rem;
    padding-inline: 1rem 0.5rem;
    border-block-end: 1px solid var(--line);
  }
  .header h2 { flex: 1; min-inline-size: 0; margin: 0; font-size: 1.05rem; font-weight: 650; line-height: 1.3; overflow-wrap: anywhere; }
  h3 { margin: 0.5rem 0; font-size: 1.05rem; font-weight: 650; }
  .icon {
    inline-size: 2.75rem;
    block-size: 2.75rem;
    display: grid;
    place-items: center;
    border: 0;
    border-radius: 50%;
    background: transparent;
  }
  .icon:hover { background: var(--raised); }

  .menu { position: relative; }
  .menu ul {
    position: absolute;
    z-index: 1;
    inset-block-start: 100%;
    inset-inline-end: 0;
    inline-size: max-content;
    max-inline-size: min(20rem, 80vw);
    margin: 0.25rem 0 0;
    padding: 0.375rem;
    list-style: none;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: 0.75rem;
    box-shadow: 0 8px 24px rgb(0 0 0 / 0.2);
  }
  .menu li button { inline-size: 100%; min-block-size: 2.75rem; padding: 0.5rem 0.75rem; border: 0; border-radius: 0.5rem; background: none; text-align: start; }
  .menu li button:hover { background: var(--raised); }

  .scroll {
    position: relative;
    flex: 1;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 1rem;
    scrollbar-width: thin;
  }
  .welcome p { margin: 0 0 0.75rem; }
  .label { font-size: 0.875rem; font-weight: 600; color: var(--muted); }
  .log { display: flex; flex-direction: column; gap: 0.75rem; }

  .message { max-inline-size: 100%; overflow-wrap: anywhere; }
  .visitor {
    align-self: end;
    max-inline-size: 85%;
    padding: 0.5rem 0.875rem;
    background: var(--accent);
    color: var(--on-accent);
    border-radius: 1.125rem;
    border-end-end-radius: 0.375rem;
  }
  .words { white-space: pre-wrap; }
  .agent { align-self: stretch; padding: 0.75rem 0.875rem; background: var(--raised); border-radius: 1.125rem; border-end-start-radius: 0.375rem; }
  .agent p, .agent ul, .agent ol, .agent dl, .agent pre, .agent blockquote, .agent .table { margin: 0 0 0.625rem; }
  .agent > :last-child, .answer > :last-child { margin-block-end: 0; }
  .answer ul, .answer ol { padding-inline-start: 1.375rem; }
  .answer li + li { margin-block-start: 0.25rem; }
  .answer .heading { font-weight: 650; }
  .answer a, .contact a, .source { color: var(--link); text-decoration: underline; text-underline-offset: 0.15em; }
  .answer img { display: block; max-inline-size: 100%; block-size: auto; border-radius: 0.5rem; margin-block: 0.25rem; }
  .answer blockquote { margin-inline: 0; padding-inline-start: 0.75rem; border-inline-start: 3px solid var(--line); }
  .answer pre { overflow-x: auto; padding: 0.5rem; background: var(--surface); border-radius: 0.5rem; }
  .answer code { font-family: ui-monospace, 'Cascadia Mono', Menlo, monospace; font-size: 0.9em; }
  .answer hr { border: 0; border-block-start: 1px solid var(--line); }
  .table { overflow-x: auto; }
  table { border-collapse: collapse; font-size: 0.9375rem; min-inline-size: 100%; }
  th, td { padding: 0.375rem 0.625rem; text-align: start; vertical-align: top; border-block-end: 1px solid var(--line); overflow-wrap: normal; }
  th { font-weight: 650; }

  .note { font-size: 0.9375rem; color: var(--muted); }
  .contact div { display: flex; flex-wrap: wrap; gap: 0 0.5rem; }
  .contact dt { color: var(--muted); }
  .contact dd { margin: 0; }
  .after { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; margin-block-start: 0.5rem; font-size: 0.875rem; color: var(--muted); }
  .after details[open] { flex-basis: 100%; }
  .after summary { cursor: pointer; }
  .after p { margin: 0.25rem 0 0; }

  .choices { list-style: none; margin: 0.5rem 0 0; padding: 0; display: flex; flex-direction: column; gap: 0.5rem; }
  .agent .choices { margin-block: 0.5rem 0; }
  .choices button {
    inline-size: 100%;
    min-block-size: 2.75rem;
    padding: 0.5rem 0.875rem;
    text-align: start;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: 0.75rem;
  }
  .choices button:hover { border-color: var(--accent); }
  .feedback { display: flex; flex-wrap: wrap; gap: 0.5rem; margin-block-start: 0.75rem; }
  .feedback button, .failure button, .danger {
    min-block-size: 2.75rem;
    padding: 0.375rem 0.875rem;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: 1.375rem;
  }
  .feedback button:hover { border-color: var(--accent); }
  .thanks { display: flex; align-items: center; gap: 0.5rem; }
  .agent .thanks { margin-block: 0.75rem 0; }

  .person { align-self: stretch; padding: 0.5rem 0.875rem; border: 1px solid var(--accent); border-radius: 1.125rem; border-end-start-radius: 0.375rem; }
  .person .label, .visitor .note { display: block; }
  .visitor .note { font-size: 0.8125rem; color: inherit; opacity: 0.85; }
  .talk { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1rem; }
  .talk .note { margin: 0; flex: 1 1 12rem; }
  .handoff { padding: 0.75rem 0.875rem; border: 1px solid var(--line); border-radius: 1.125rem; }
  .handoff > * { margin-block: 0 0.625rem; }
  .handoff .heading { font-weight: 650; }
  .handoff summary { min-block-size: 1.75rem; cursor: pointer; }
  .handoff ul { list-style: none; margin: 0; padding: 0; max-block-size: 16rem; overflow-y: auto; border-block: 1px solid var(--line); }
  .handoff li label { display: flex; gap: 0.625rem; padding-block: 0.375rem; }
  .handoff li input { flex: none; inline-size: 1.25rem; block-size: 1.25rem; accent-color: var(--accent); }
  .handoff li span { min-inline-size: 0; overflow-wrap: anywhere; }
  .summary { margin: 0; }
  .summary div { padding-block: 0.375rem; border-block-end: 1px solid var(--line); }
  .summary dt { font-size: 0.875rem; color: var(--muted); }
  .summary dd { margin: 0; }
  .summary .note { display: block; }
  .agent .comparison { list-style: none; padding: 0; }
  .comparison > li { padding: 0.625rem 0.75rem; background: var(--surface); border: 1px solid var(--line); border-radius: 0.75rem; }
  .comparison .heading { margin: 0 0 0.25rem; }
  .form { margin-block-start: 0.75rem; }
  .box { display: flex; align-items: center; gap: 0.625rem; min-block-size: 2.75rem; }
  .box input { flex: none; inline-size: 1.25rem; block-size: 1.25rem; accent-color: var(--accent); }
  .requests { list-style: none; padding: 0; }
  .requests li { padding-block: 0.5rem; border-block-end: 1px solid var(--line); }
  .requests p { display: block; margin: 0; }
  .field { display: block; margin-block-end: 0.5rem; }
  .field input, .field select {
    inline-size: 100%;
    min-block-size: 2.75rem;
    padding: 0.375rem 0.75rem;
    background: var(--surface);
    color: inherit;
    border: 1px solid var(--muted);
    border-radius: 0.75rem;
    font-size: max(1rem, 16px);
  }
  .status { min-block-size: 1.5rem; margin-block-start: 0.5rem; font-size: 0.9375rem; color: var(--muted); }
  .busy::before {
    content: '';
    display: inline-block;
    inline-size: 0.75rem;
    block-size: 0.75rem;
    margin-inline-end: 0.5rem;
    border: 2px solid var(--line);
    border-block-start-color: var(--accent);
    border-radius: 50%;
    animation: turn 0.8s linear infinite;
  }
  @keyframes turn { to { transform: rotate(1turn); } }
  .failure { color: var(--danger); }
  .failure button { color: var(--text); margin-inline-start: 0.5rem; }

  .composer { display: flex; align-items: flex-end; gap: 0.5rem; padding: 0.75rem; border-block-start: 1px solid var(--line); }
  textarea {
    flex: 1;
    min-inline-size: 0;
    min-block-size: 2.75rem;
    max-block-size: 8rem;
    padding: 0.5625rem 0.875rem;
    resize: none;
    field-sizing: content;
    /* The first strong letter decides the direction of what is typed; an empty field keeps the panel's. */
    unicode-bidi: plaintext;
    text-align: start;
    background: var(--surface);
    border: 1px solid var(--muted);
    border-radius: 1.375rem;
    /* Below 16 px phones zoom in on focus. */
    font-size: max(1rem, 16px);
    line-height: 1.5;
  }
  textarea::placeholder { color: var(--muted); opacity: 1; }
  .send { background: var(--accent); color: var(--on-accent); }
  .send:hover { background: var(--accent); filter: brightness(1.08); }
  .footer { padding: 0 1rem 0.625rem; font-size: 0.8125rem; color: var(--muted); text-align: center; }

  .sheet { padding-block-end: 1rem; }
  .plain { display: inline-flex; align-items: center; gap: 0.375rem; min-block-size: 2.75rem; padding: 0 0.5rem 0 0; border: 0; background: none; color: var(--link); }
  .danger { color: var(--danger); border-color: currentColor; }
  .sheet p { display: flex; align-items: center; gap: 0.5rem; }

  @media (prefers-reduced-motion: no-preference) {
    :host(:not([mode='inline'])) .panel { animation: appear 0.16s ease-out; }
    @keyframes appear { from { opacity: 0; transform: translateY(0.5rem); } }
  }
  @media (prefers-reduced-motion: reduce) {
    .busy::before { animation: none; }
  }
  @media (forced-colors: active) {
    .launcher, .badge, .panel, .agent, .visitor, .choices button, .feedback button, .icon.send { border: 1px solid CanvasText; }
  }
  @media print { :host { display: none; } }
`;

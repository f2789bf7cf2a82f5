import { css } from 'lit';

/** What the desk's elements have in common: buttons, fields, chips, notes. The colours come down from the top. */
export const controls = css`
  *, *::before, *::after { box-sizing: border-box; }
  button, input, textarea, select, a, summary { font: inherit; color: inherit; -webkit-tap-highlight-color: transparent; }
  button, summary { cursor: pointer; }
  button:disabled { cursor: default; opacity: 0.5; }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
  svg { inline-size: 1.25rem; block-size: 1.25rem; display: block; flex: none; }
  [hidden] { display: none !important; }
  .hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  h1, h2, h3, p, dl, dd, ul, ol, fieldset { margin: 0; padding: 0; }
  ul, ol { list-style: none; }
  fieldset { border: 0; min-inline-size: 0; }
  h1, h2 { font-size: 1.05rem; font-weight: 650; line-height: 1.3; }
  h3, .label, legend, dt { font-size: 0.875rem; font-weight: 600; color: var(--muted); }
  /* They take the focus to be read out; there is nothing to do with them. */
  :is(h1, h2):focus-visible { outline: none; }
  a { color: var(--link); text-underline-offset: 0.15em; }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.375rem;
    min-block-size: 2.5rem;
    padding: 0.25rem 0.875rem;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: 1.25rem;
    text-decoration: none;
    color: var(--text);
  }
  .button:hover:not(:disabled) { border-color: var(--accent); }
  .button[aria-pressed='true'], .button[aria-current='page'] { border-color: var(--accent); background: var(--raised); font-weight: 600; }
  .primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
  .primary:hover:not(:disabled) { filter: brightness(1.08); }
  .plain { min-block-size: 2.5rem; padding: 0 0.25rem; border: 0; background: none; color: var(--link); text-decoration: underline; text-underline-offset: 0.15em; }
  .icon { display: grid; place-items: center; flex: none; inline-size: 2.5rem; block-size: 2.5rem; border: 0; border-radius: 50%; background: transparent; }
  .icon:hover { background: var(--raised); }
  .row { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem; }
  .stack { display: grid; gap: 0.75rem; }

  .field { display: grid; gap: 0.25rem; }
  input:not([type='checkbox'], [type='radio']), textarea, select {
    inline-size: 100%;
    min-block-size: 2.5rem;
    padding: 0.375rem 0.75rem;
    background: var(--surface);
    border: 1px solid var(--muted);
    border-radius: 0.75rem;
    /* Below 16 px phones zoom in on focus. */
    font-size: max(1rem, 16px);
  }
  textarea { resize: vertical; field-sizing: content; min-block-size: 4.5rem; max-block-size: 40vh; unicode-bidi: plaintext; text-align: start; }
  input[type='checkbox'], input[type='radio'] { inline-size: 1.25rem; block-size: 1.25rem; accent-color: var(--accent); flex: none; margin: 0; }
  .tick { display: flex; align-items: center; gap: 0.5rem; min-block-size: 2.25rem; }
  .wrong { color: var(--danger); font-size: 0.9375rem; }

  .chip { display: inline-block; padding: 0 0.5rem; border: 1px solid var(--line); border-radius: 0.75rem; font-size: 0.8125rem; line-height: 1.5rem; color: var(--muted); overflow-wrap: anywhere; }
  .chip.upset { color: var(--danger); border-color: currentColor; }
  .chip.count { background: var(--accent); border-color: var(--accent); color: var(--on-accent); min-inline-size: 1.5rem; text-align: center; font-weight: 600; }
  .note { font-size: 0.9375rem; color: var(--muted); }
  .failure { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 0.75rem; padding: 0.5rem 0.75rem; border: 1px solid var(--danger); border-radius: 0.75rem; color: var(--danger); }
  .words { white-space: pre-wrap; overflow-wrap: anywhere; }
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
  @media (prefers-reduced-motion: reduce) { .busy::before { animation: none; } }

  dialog {
    inline-size: min(34rem, calc(100vw - 1.5rem));
    max-block-size: calc(100dvh - 1.5rem);
    overflow-y: auto;
    padding: 1.25rem;
    background: var(--surface);
    color: var(--text);
    border: 1px solid var(--line);
    border-radius: 16px;
    box-shadow: 0 4px 12px rgb(0 0 0 / 0.12), 0 16px 48px rgb(0 0 0 / 0.24);
  }
  dialog::backdrop { background: rgb(0 0 0 / 0.4); }
  .page { max-inline-size: 60rem; margin-inline: auto; padding: 1.25rem; display: grid; gap: 1rem; align-content: start; grid-template-columns: minmax(0, 1fr); }
  .page h1 { font-size: 1.35rem; }
  .scroll { position: relative; overflow-x: auto; }
  table { border-collapse: collapse; min-inline-size: 100%; font-size: 0.9375rem; }
  th, td { padding: 0.5rem 0.75rem; text-align: start; vertical-align: top; border-block-end: 1px solid var(--line); }
  th { font-weight: 600; color: var(--muted); }
  @media (forced-colors: active) { .button, .chip, .failure { border: 1px solid CanvasText; } }
  [dir='rtl'] svg.directed { transform: scaleX(-1); }
`;

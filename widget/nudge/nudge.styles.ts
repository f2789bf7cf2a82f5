/** What nudges wear besides the element's own style sheets, which give the colours. */
export const nudgeStyles = `
:host { all: revert; display: block; font: 400 1rem/1.45 var(--edge-agent-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif); }
:host([hidden]) { display: none; }
.nudge {
  position: relative;
  box-sizing: border-box;
  padding: 0.875rem 1rem;
  text-align: start;
  color: var(--text);
  background: var(--surface);
  border: 1px solid var(--line);
  border-radius: min(var(--radius), 1rem);
}
.bubble, .badge, .anchor { box-shadow: 0 2px 8px rgb(0 0 0 / 0.12), 0 12px 32px rgb(0 0 0 / 0.18); }
.bubble, .badge {
  position: fixed;
  z-index: var(--edge-agent-z-index, 2147483000);
  inset-block-end: calc(max(1rem, env(safe-area-inset-bottom)) + 4.25rem);
  inset-inline-end: max(1rem, env(safe-area-inset-right));
  inline-size: min(20rem, 100vw - 2rem);
}
:host([position='start']) .bubble, :host([position='start']) .badge { inset-inline: max(1rem, env(safe-area-inset-left)) auto; }
.badge { inline-size: auto; max-inline-size: min(20rem, 100vw - 2rem); padding-block: 0.375rem; padding-inline-end: 3rem; border-radius: 1.5rem; }
/* A badge shows its button alone; the message is for ears. */
.badge .message { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.anchor { inline-size: min(20rem, 100vw - 2rem); }
.anchor::before {
  content: '';
  position: absolute;
  inset-block-end: 100%;
  inset-inline-start: 1.25rem;
  border: 0.5rem solid transparent;
  border-block-end-color: var(--line);
}
.message { margin: 0; padding-inline-end: 2rem; overflow-wrap: anywhere; }
.actions { display: flex; flex-wrap: wrap; gap: 0.5rem; margin-block-start: 0.625rem; }
.badge .actions { margin-block-start: 0; }
.action, .choice {
  box-sizing: border-box;
  min-block-size: 2.75rem;
  display: inline-flex;
  align-items: center;
  padding: 0.375rem 1rem;
  text-align: start;
  text-decoration: none;
  border: 1px solid var(--accent);
  border-radius: 1.375rem;
}
.action { background: var(--accent); color: var(--on-accent); font-weight: 600; }
.choice { inline-size: 100%; background: none; color: var(--text); border-color: var(--line); border-radius: 0.75rem; }
.choice:hover { border-color: var(--accent); }
.action:hover { filter: brightness(1.08); }
.close { position: absolute; inset-block-start: 0.125rem; inset-inline-end: 0.125rem; inline-size: 2.75rem; block-size: 2.75rem; display: grid; place-items: center; border: 0; border-radius: 50%; background: none; color: var(--muted); }
.close:hover { background: var(--raised); }
.close svg { inline-size: 1.125rem; block-size: 1.125rem; }
.more { margin-block-start: 0.5rem; font-size: 0.875rem; color: var(--muted); }
.badge .more { margin-block-start: 0; }
.more summary { display: inline-flex; align-items: center; min-block-size: 1.75rem; cursor: pointer; text-decoration: underline; text-underline-offset: 0.15em; }
.more p { margin: 0.25rem 0; }
.more button { display: block; min-block-size: 2.25rem; padding: 0; border: 0; background: none; color: var(--link); text-align: start; text-decoration: underline; text-underline-offset: 0.15em; }
@media (prefers-reduced-motion: no-preference) {
  .nudge { animation: come 0.2s ease-out; }
  @keyframes come { from { opacity: 0; transform: translateY(0.375rem); } }
}
@media (forced-colors: active) { .nudge, .action, .choice { border-color: CanvasText; } }
@media print { :host { display: none; } }
`;

import { css } from 'lit';
import { darkColours, lightColours, textFont } from '../colours.ts';
import { controls } from './parts/controls.styles.ts';

export const styles = [
  controls,
  css`
    :host { ${lightColours} display: block; block-size: 100%; font: ${textFont}; color: var(--text); background: var(--surface); }
    @media (prefers-color-scheme: dark) { :host { ${darkColours} } }
    .desk { display: flex; flex-direction: column; block-size: 100%; }
    header { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 0.75rem; padding: 0.5rem 1rem; border-block-end: 1px solid var(--line); }
    header h1 { font-size: 1.05rem; }
    nav { flex: 1; }
    .who { font-size: 0.9375rem; color: var(--muted); max-inline-size: 12rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .banner { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 0.75rem; padding: 0.5rem 1rem; background: var(--raised); border-block-end: 1px solid var(--line); border-inline-start: 4px solid var(--danger); }
    .banner.good { border-inline-start-color: var(--accent); }
    .outside { flex: 1; display: grid; align-items: center; grid-template: auto / minmax(0, 1fr); padding: 1rem; }
    .outside > p { justify-self: center; }
    main { flex: 1; min-block-size: 0; display: grid; grid-template: minmax(0, 1fr) / minmax(0, 1fr); }
    desk-drafts, desk-members, desk-audit, desk-week { position: relative; overflow-y: auto; min-inline-size: 0; }
    .choose { place-self: center; padding: 2rem; }
    #expired { padding: 0; border: 0; }
    #expired desk-log-in { padding: 0; }
    @media (min-width: 48rem) {
      [data-place='queue'] main, [data-place='case'] main { grid-template-columns: 21rem minmax(0, 1fr); }
      desk-queue { border-inline-end: 1px solid var(--line); }
    }
    @media (max-width: 47.99rem) {
      [data-place='case'] :is(desk-queue, header > :not(h1)), .choose { display: none; }
      [data-place='case'] header { padding: 0; border: 0; }
      [data-place='case'] header h1 { position: absolute; clip-path: inset(50%); }
      header { padding-inline: 0.75rem; }
      nav { order: 1; flex-basis: 100%; }
      nav .row { gap: 0.25rem; }
      nav .button { min-block-size: 2.25rem; padding-inline: 0.625rem; font-size: 0.9375rem; }
      .who { flex: 1; max-inline-size: none; }
    }
  `,
];

import { css } from 'lit';

/** The colours of the panel and the desk: a site's own where it sets them, else these. */
export const lightColours = css`
  --surface: var(--edge-agent-surface, #ffffff);
  --raised: var(--edge-agent-raised, #f2f4f7);
  --text: var(--edge-agent-text, #1a1f26);
  --muted: var(--edge-agent-muted, #57606c);
  --line: var(--edge-agent-line, #d5dae1);
  --accent: var(--edge-agent-accent, var(--chosen-accent, #0b57b8));
  --on-accent: var(--edge-agent-on-accent, var(--chosen-on-accent, #ffffff));
  --link: var(--edge-agent-link, var(--chosen-link, #0b57b8));
  --danger: #b3261e;
  color-scheme: light;
`;

export const darkColours = css`
  --surface: var(--edge-agent-surface, #16191d);
  --raised: var(--edge-agent-raised, #22262c);
  --text: var(--edge-agent-text, #eceff3);
  --muted: var(--edge-agent-muted, #a9b1bc);
  --line: var(--edge-agent-line, #3a414a);
  --accent: var(--edge-agent-accent, var(--chosen-accent, #7fb4ff));
  --on-accent: var(--edge-agent-on-accent, var(--chosen-on-accent, #0b1a2c));
  --link: var(--edge-agent-link, var(--chosen-link, #8fbdff));
  --danger: #ff9d92;
  color-scheme: dark;
`;

/** For every script that the agent speaks. */
export const textFont = css`400 1rem/1.5 var(--edge-agent-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans CJK SC', 'Noto Sans Arabic', sans-serif)`;

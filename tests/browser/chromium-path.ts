import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
];

/** The browser that the tests drive: `CHROMIUM_PATH`, one that is installed, or Playwright's own. Undefined where there is none. */
export function findChromium(): string | undefined {
  const candidates = [process.env.CHROMIUM_PATH ?? '', ...installed, chromium.executablePath()];
  return candidates.find((path) => path !== '' && existsSync(path));
}

export function chromiumPath(): string {
  return findChromium() ?? 'chromium';
}

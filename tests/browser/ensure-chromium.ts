import { execFileSync } from 'node:child_process';
import { findChromium } from './chromium-path.ts';

/** Has a Chromium there before the tests start: one that is installed, else Debian's, else Playwright's download. */
const ways: readonly (readonly [string, readonly string[]])[] = [
  ['apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-core', 'fonts-noto-cjk']],
  ['npx', ['playwright-core', 'install', 'chromium']],
];

if (findChromium() === undefined) {
  if (process.getuid?.() === 0) attempt('apt-get', ['update']);
  for (const [command, args] of ways) {
    if (findChromium() !== undefined || (command === 'apt-get' && process.getuid?.() !== 0)) continue;
    attempt(command, args);
  }
}

const found = findChromium();
if (found === undefined) {
  console.error('No Chromium was found and none could be installed. Install one and set CHROMIUM_PATH to it.');
  process.exit(1);
}
console.log(`Browser: ${found}`);

function attempt(command: string, args: readonly string[]): void {
  try {
    execFileSync(command, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: 600_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  } catch {
    console.error(`${command} ${args.join(' ')} did not work.`);
  }
}

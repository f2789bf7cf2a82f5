#!/usr/bin/env node
import { existsSync } from 'node:fs';

// The published package carries compiled JavaScript; a checkout runs the TypeScript as it stands.
const compiled = new URL('../../dist/cli/main.js', import.meta.url);
const source = new URL('./main.ts', import.meta.url);
if (existsSync(source)) {
  const { register } = await import('tsx/esm/api');
  register();
  await import(source.href);
} else {
  await import(compiled.href);
}

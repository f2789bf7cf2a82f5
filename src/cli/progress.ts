/** A line of progress on standard error that overwrites itself; nothing where that is no terminal. */
export function progressLine(): { show(text: string): void; end(): void } {
  if (!process.stderr.isTTY) return { show: () => {}, end: () => {} };
  let last = 0;
  return {
    show: (text) => {
      const now = performance.now();
      if (now - last < 80) return;
      last = now;
      process.stderr.write(`\r\u001B[K${text}`);
    },
    end: () => process.stderr.write('\r\u001B[K'),
  };
}

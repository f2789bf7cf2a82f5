/** The result, or undefined with a word on the console: a page that cannot be read in part is read in the rest. */
export function attempt<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch (thrown) {
    console.warn('edge-agent could not read all of this page:', thrown);
    return undefined;
  }
}

/**
 * What a page reads of any worker first: true once the worker's script runs and it holds the lock of its own name, which
 * comes free when it dies.
 */
export const aliveProperty = 'isAlive';

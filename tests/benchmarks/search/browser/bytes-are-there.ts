/** The last thing that the worker's module evaluates: all is loaded, the page may start its clock. */
self.postMessage('bytes are there');

export {};

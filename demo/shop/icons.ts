import { Markup } from './html.ts';

function drawn(paths: string): Markup {
  return new Markup(`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${paths}</svg>`);
}

/** One that points somewhere, and so turns round where the line runs from right to left. */
function directed(paths: string): Markup {
  return new Markup(drawn(paths).text.replace('class="icon"', 'class="icon directed"'));
}

/** Line drawings of 24 × 24, in the colour of the text around them. */
export const icon = {
  mark: new Markup(
    '<svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false"><circle cx="16" cy="16" r="15"/><path d="M5.5 16.5c3.5-7 7-7 10.5 0s7 7 10.5 0"/></svg>',
  ),
  cart: drawn('<path d="M5 8h14l-1 11.5H6zM9 8V6.5a3 3 0 0 1 6 0V8"/>'),
  globe: drawn('<circle cx="12" cy="12" r="8.5"/><path d="M3.5 12h17M12 3.5c5 5.5 5 11.5 0 17M12 3.5c-5 5.5-5 11.5 0 17"/>'),
  menu: drawn('<path d="M4 8h16M4 16h16"/>'),
  parcel: drawn('<path d="M4 8l8-4 8 4v8.5l-8 4-8-4zM4 8l8 4 8-4M12 12v8.5"/>'),
  back: directed('<path d="M8 5L4 9l4 4M4 9h10a6 6 0 0 1 0 12h-3"/>'),
  shield: drawn('<path d="M12 3.5l7.5 2.5v6c0 4.5-3 7.5-7.5 9-4.5-1.5-7.5-4.5-7.5-9V6zM8.5 12l2.5 2.5 4.5-5"/>'),
  part: drawn(
    '<circle cx="12" cy="12" r="3.5"/><path d="M12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.1 2.1M16.3 16.3l2.1 2.1M5.6 18.4l2.1-2.1M16.3 7.7l2.1-2.1"/>',
  ),
  care: drawn('<path d="M12 20C5.5 15.5 3.5 12 3.5 9a4.3 4.3 0 0 1 8.5-1.3A4.3 4.3 0 0 1 20.5 9c0 3-2 6.5-8.5 11z"/>'),
  person: drawn('<circle cx="12" cy="8" r="4"/><path d="M4 20.5c1-4.5 4-6.5 8-6.5s7 2 8 6.5"/>'),
  star: new Markup(
    '<svg class="star" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M12 2.5l2.9 6.2 6.8.8-5 4.6 1.3 6.7-6-3.3-6 3.3 1.3-6.7-5-4.6 6.8-.8z"/></svg>',
  ),
};

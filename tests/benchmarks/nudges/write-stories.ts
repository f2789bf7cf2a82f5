import type { Beat, Need, Story } from './story.ts';

type Did = Beat extends infer Each ? (Each extends Beat ? Omit<Each, 'second'> : never) : never;

/** Numbers that look random and are the same in every run (a linear congruential generator; Numerical Recipes' constants). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A story as it is told: time goes on from one thing to the next. */
class Teller {
  second = 0;
  readonly beats: Beat[] = [];
  readonly helpful: { from: number; to: number; need: Need }[] = [];
  readonly bad: { from: number; to: number; why: string }[] = [];
  hour: number;
  day = '2026-11-20';

  constructor(readonly random: () => number) {
    this.hour = 9 + Math.floor(random() * 11);
  }

  between(least: number, most: number): number {
    return Math.round(least + this.random() * (most - least));
  }

  does(did: Did): this {
    this.beats.push({ second: this.second, ...did } as Beat);
    return this;
  }

  opens(page: string, product?: string): this {
    return this.does({ does: 'opens', page, ...(product === undefined ? {} : { product }) });
  }

  after(seconds: number): this {
    this.second += seconds;
    return this;
  }

  /** Somebody is there and does little: the mouse moves now and then. */
  lingers(seconds: number): this {
    const until = this.second + seconds;
    while (this.second < until) {
      this.does({ does: 'moves' });
      this.second = Math.min(until, this.second + this.between(3, 14));
    }
    return this;
  }

  /** Typing, letter by letter; nobody wants to be talked to meanwhile. */
  types(seconds: number): this {
    const from = this.second;
    while (this.second < from + seconds) {
      this.does({ does: 'types' });
      this.after(1);
    }
    return this.nuisance(from, this.second, 'typing');
  }

  /** Words go into the shop's search, and its page tells where it has nothing for them. */
  searches(words: string, finds: boolean): this {
    this.types(this.between(2, 5)).does({ does: 'searches', words }).after(1).opens('/search').does({ does: 'moves' });
    return finds ? this : this.does({ does: 'hears', from: 'search.failed' });
  }

  welcome(from: number, to: number, need: Need): this {
    this.helpful.push({ from, to, need });
    return this;
  }

  nuisance(from: number, to: number, why: string): this {
    this.bad.push({ from, to, why });
    return this;
  }

  story(title: string): Story {
    const { beats, helpful, bad, hour, day } = this;
    return { title, beats: [...beats].sort((a, b) => a.second - b.second), helpful, bad, hour, day };
  }
}

const product = (tell: Teller) => ['lark-2', 'folio-7', 'halo-lamp', 'nomad-ax'][tell.between(0, 3)] ?? 'lark-2';

/** A minute or so of looking around, as most visits begin. */
function strolls(tell: Teller): Teller {
  for (let left = tell.between(0, 3); left > 0; left -= 1) {
    const [page, about] = tell.random() < 0.6 ? [`/products/${product(tell)}`, product(tell)] : ['/', undefined];
    tell.opens(page, about).lingers(tell.between(4, 25));
  }
  return tell;
}

type Plot = (tell: Teller) => Story;

const plots: readonly (readonly [share: number, plot: Plot])[] = [
  [
    9,
    (tell) => {
      strolls(tell).opens('/checkout').lingers(3).types(tell.between(8, 20));
      tell.does({ does: 'looks-at', what: '#payment' });
      const from = tell.second;
      tell.lingers(tell.between(55, 110));
      return tell
        .welcome(from + 20, tell.second + 5, 'choosing-how-to-pay')
        .types(tell.between(4, 10))
        .story('hesitates at the payment');
    },
  ],
  [
    8,
    (tell) => {
      strolls(tell).opens('/checkout').types(tell.between(10, 25)).after(2).does({ does: 'hears', from: 'payment.failed' });
      const from = tell.second;
      return tell
        .lingers(tell.between(20, 60))
        .welcome(from, tell.second + 5, 'payment-refused')
        .story('the bank refuses');
    },
  ],
  [
    6,
    (tell) => {
      strolls(tell).opens('/checkout').types(tell.between(5, 12)).does({ does: 'hears', from: 'coupon.refused' });
      const from = tell.second;
      return tell
        .lingers(tell.between(15, 40))
        .welcome(from, tell.second + 5, 'code-refused')
        .story('the code is refused');
    },
  ],
  [
    8,
    (tell) => {
      tell
        .opens('/track')
        .lingers(2)
        .does({ does: 'hears', from: 'order.delayed', with: { days: tell.between(1, 6) } });
      const from = tell.second;
      return tell
        .lingers(tell.between(15, 60))
        .welcome(from, tell.second + 5, 'parcel-late')
        .story('asks for a parcel that is late');
    },
  ],
  [
    5,
    (tell) => {
      tell.opens('/account/orders').does({ does: 'hears', from: 'date.renewal', with: { on: '2026-11-28' } });
      const from = tell.second;
      return tell
        .lingers(tell.between(15, 40))
        .welcome(from, tell.second + 5, 'plan-ends')
        .story('the plan ends next week');
    },
  ],
  [
    4,
    (tell) => {
      tell.opens('/products/sweep-r5', 'sweep-r5').does({ does: 'hears', from: 'date.consumable', with: { on: '2026-11-22' } });
      const from = tell.second;
      return tell
        .lingers(tell.between(15, 40))
        .welcome(from, tell.second + 5, 'wear-part')
        .story('mop pads are due');
    },
  ],
  [
    5,
    (tell) => {
      tell
        .opens('/products/volt-65', 'volt-65')
        .lingers(tell.between(5, 15))
        .does({ does: 'hears', from: 'laptop.state', with: { watts: tell.random() < 0.5 ? 100 : 140 } });
      const from = tell.second;
      return tell
        .lingers(tell.between(15, 40))
        .welcome(from, tell.second + 5, 'weak-charger')
        .story('a charger that is too weak');
    },
  ],
  [
    4,
    (tell) => {
      tell.opens('/sweep-dock');
      return tell
        .lingers(tell.between(12, 60))
        .welcome(0, tell.second + 5, 'new-product')
        .story('looks at what is new');
    },
  ],
  [
    4,
    (tell) => {
      tell.opens('/support');
      return tell
        .lingers(tell.between(12, 40))
        .welcome(0, tell.second + 5, 'season')
        .story('comes to the help before Christmas');
    },
  ],
  [
    4,
    (tell) => {
      strolls(tell).opens('/products/halo-lamp', 'halo-lamp').lingers(4).does({ does: 'hears', from: 'stock.out' });
      const from = tell.second;
      return tell
        .lingers(tell.between(15, 40))
        .welcome(from, tell.second + 5, 'sold-out')
        .story('wants what is sold out');
    },
  ],
  [
    5,
    (tell) => {
      const page = `/support/${product(tell)}`;
      for (let time = 0; time < 2; time += 1)
        tell
          .opens(page)
          .lingers(tell.between(10, 40))
          .opens('/')
          .lingers(5)
          .after(tell.between(2, 20) * 3600);
      tell.opens(page);
      const from = tell.second;
      return tell
        .lingers(tell.between(15, 40))
        .welcome(from, tell.second + 5, 'stuck-again')
        .story('the same help page for the third time');
    },
  ],
  [
    4,
    (tell) => {
      tell.opens('/support/sweep-r5').lingers(tell.between(5, 20)).does({ does: 'copies-error' });
      const from = tell.second;
      return tell
        .lingers(tell.between(10, 30))
        .welcome(from, tell.second + 5, 'error-code')
        .story('copies an error');
    },
  ],
  [
    5,
    (tell) => {
      strolls(tell)
        .does({ does: 'hears', from: 'cart.changed', with: { items: tell.between(1, 3) } })
        .opens('/cart')
        .lingers(tell.between(8, 30))
        .does({ does: 'heads-for-the-exit' });
      const from = tell.second;
      return tell
        .lingers(8)
        .welcome(from, tell.second + 5, 'delivery-cost')
        .story('is about to leave a full cart');
    },
  ],
  [
    3,
    (tell) => {
      tell
        .opens('/')
        .lingers(30)
        .after(tell.between(65, 200) * 86_400)
        .opens('/');
      const from = tell.second;
      return tell
        .lingers(tell.between(15, 60))
        .welcome(from, tell.second + 5, 'back-again')
        .story('is back after months');
    },
  ],
  [
    4,
    (tell) => {
      strolls(tell).searches('hair dryer', false).lingers(tell.between(4, 12)).searches('hairdryer', false);
      const from = tell.second;
      return tell
        .lingers(tell.between(12, 40))
        .welcome(from, tell.second + 5, 'nothing-found')
        .story('searches twice for what is not there');
    },
  ],
  [
    3,
    (tell) => {
      strolls(tell).opens('/').types(tell.between(4, 9)).does({ does: 'hears', from: 'newsletter.joined' });
      const from = tell.second;
      return tell
        .lingers(tell.between(12, 40))
        .welcome(from, tell.second + 5, 'first-discount')
        .story('joins the newsletter');
    },
  ],
  // From here on nobody needs anything, or not now.
  [
    3,
    (tell) => {
      strolls(tell).searches('e-reader', true).lingers(tell.between(3, 8)).does({ does: 'follows-a-link' });
      tell.opens('/products/folio-7', 'folio-7').lingers(tell.between(5, 20)).searches('lamp', true).does({ does: 'follows-a-link' });
      return tell
        .opens('/products/halo-lamp', 'halo-lamp')
        .lingers(tell.between(10, 30))
        .nuisance(0, tell.second, 'finds what it looks for')
        .story('searches, and finds');
    },
  ],
  [
    3,
    (tell) => {
      strolls(tell).searches('e-raeder', false).lingers(tell.between(2, 6)).searches('e-reader', true);
      const from = tell.second;
      tell.lingers(tell.between(3, 8)).does({ does: 'follows-a-link' }).opens('/products/folio-7', 'folio-7');
      return tell.lingers(tell.between(10, 30)).nuisance(from, tell.second, 'the slip is mended').story('mistypes a search once');
    },
  ],
  [
    3,
    (tell) => {
      strolls(tell).opens('/').types(tell.between(3, 8));
      const from = tell.second;
      return tell
        .lingers(tell.between(20, 60))
        .opens(`/products/${product(tell)}`)
        .lingers(tell.between(10, 30))
        .nuisance(from, tell.second, 'decided against the newsletter')
        .story('begins to join the newsletter, and lets it be');
    },
  ],
  [
    6,
    (tell) => {
      strolls(tell)
        .opens('/checkout')
        .types(tell.between(15, 30))
        .does({ does: 'looks-at', what: '#payment' })
        .lingers(tell.between(2, 8))
        .types(tell.between(8, 15))
        .does({ does: 'hears', from: 'order.placed' });
      return tell.lingers(6).nuisance(0, tell.second, 'knows what to do').story('buys without a stop');
    },
  ],
  [
    4,
    (tell) => {
      tell.opens('/checkout').types(12).does({ does: 'looks-at', what: '#payment' });
      for (let turn = 0; turn < 4; turn += 1) tell.types(tell.between(10, 20)).lingers(2);
      tell.does({ does: 'hears', from: 'payment.failed' }).after(1).does({ does: 'hears', from: 'payment.succeeded' });
      const from = tell.second;
      return tell.lingers(30).nuisance(from, tell.second, 'it went through').story('a second attempt goes through by itself');
    },
  ],
  [
    4,
    (tell) => {
      tell.opens('/sweep-dock').does({ does: 'starts', what: 'video' });
      const from = tell.second;
      tell.lingers(tell.between(40, 120)).nuisance(from, tell.second, 'watches a video').does({ does: 'ends', what: 'video' });
      const ended = tell.second;
      return tell.lingers(15).welcome(ended, tell.second, 'new-product').story('watches the film about the new dock');
    },
  ],
  [
    4,
    (tell) => {
      tell
        .opens('/track')
        .does({ does: 'starts', what: 'dialog' })
        .does({ does: 'hears', from: 'order.delayed', with: { days: 3 } });
      const from = tell.second;
      tell.lingers(tell.between(20, 60)).nuisance(from, tell.second, 'a dialog is open').does({ does: 'ends', what: 'dialog' });
      const ended = tell.second;
      return tell.lingers(20).welcome(ended, tell.second, 'parcel-late').story('reads the terms in a dialog');
    },
  ],
  [
    4,
    (tell) => {
      tell.opens('/checkout').does({ does: 'starts', what: 'chat' });
      const from = tell.second;
      tell
        .lingers(tell.between(20, 60))
        .does({ does: 'hears', from: 'payment.failed' })
        .lingers(tell.between(20, 40))
        .does({ does: 'ends', what: 'chat' });
      return tell.lingers(20).nuisance(from, tell.second, 'is being helped').story('is being helped already');
    },
  ],
  [
    4,
    (tell) => {
      tell.opens('/checkout').lingers(5).does({ does: 'looks-at', what: '#payment' }).does({ does: 'starts', what: 'absence' });
      const from = tell.second;
      tell
        .after(tell.between(300, 900))
        .nuisance(from, tell.second, 'the tab lies in the background')
        .does({ does: 'ends', what: 'absence' });
      return tell.lingers(3).types(6).story('does something else meanwhile');
    },
  ],
  [
    4,
    (tell) => {
      tell.opens('/checkout').lingers(6).does({ does: 'looks-at', what: '#payment' }).does({ does: 'moves' });
      const from = tell.second + 75;
      tell.after(tell.between(400, 900)).nuisance(from, tell.second, 'nobody is there').does({ does: 'moves' });
      return tell.types(10).story('fetches the card from another room');
    },
  ],
  [
    4,
    (tell) => {
      tell.hour = 23;
      tell.opens('/track').does({ does: 'hears', from: 'order.delayed', with: { days: 2 } });
      return tell
        .lingers(tell.between(30, 60))
        .nuisance(0, tell.second, 'the site keeps silent at night')
        .story('looks after a parcel at night');
    },
  ],
  [
    4,
    (tell) => {
      tell.opens('/sweep-dock').lingers(6).does({ does: 'reacts', how: 'turns-tips-off' });
      const from = tell.second;
      tell
        .opens('/track')
        .does({ does: 'hears', from: 'order.delayed', with: { days: 2 } })
        .lingers(30)
        .after(86_400 * 3)
        .opens('/checkout')
        .does({ does: 'hears', from: 'payment.failed' })
        .lingers(20);
      return tell.welcome(0, from, 'new-product').nuisance(from, tell.second, 'wants no tips at all').story('wants no tips at all');
    },
  ],
  [
    4,
    (tell) => {
      tell.opens('/sweep-dock').lingers(8).does({ does: 'reacts', how: 'closes-tip' });
      const from = tell.second;
      tell.opens('/support').lingers(15).opens('/products/volt-65', 'volt-65').lingers(10);
      return tell.welcome(0, from, 'new-product').nuisance(from, tell.second, 'has just closed one').story('has just closed a tip');
    },
  ],
  [
    4,
    (tell) => {
      tell
        .opens('/track')
        .does({ does: 'hears', from: 'order.delayed', with: { days: 2 } })
        .lingers(10);
      const seen = tell.second;
      tell
        .welcome(0, seen + 45, 'parcel-late')
        .opens('/')
        .lingers(60)
        .opens('/track')
        .does({ does: 'hears', from: 'order.delayed', with: { days: 2 } });
      const from = tell.second;
      return tell.lingers(30).nuisance(from, tell.second, 'has seen it today').story('comes back to the same late parcel');
    },
  ],
  [
    4,
    (tell) => {
      tell
        .does({ does: 'reacts', how: 'withdraws-consent' })
        .opens('/sweep-dock')
        .lingers(20)
        .opens('/track')
        .does({ does: 'hears', from: 'order.delayed', with: { days: 2 } })
        .lingers(20);
      return tell.nuisance(0, tell.second, 'has not consented').story('has not consented');
    },
  ],
  [
    3,
    (tell) => {
      tell.opens('/sweep-dock').lingers(6).does({ does: 'reacts', how: 'withdraws-consent' });
      const from = tell.second;
      tell.opens('/checkout').does({ does: 'hears', from: 'payment.failed' }).lingers(20);
      return tell
        .welcome(0, from, 'new-product')
        .nuisance(from, tell.second, 'has withdrawn consent')
        .story('withdraws consent in the middle');
    },
  ],
  [
    3,
    (tell) => {
      tell
        .opens('/track')
        .does({ does: 'hears', from: 'order.delayed', with: { days: 2 } })
        .does({ does: 'hears', from: 'order.delivered' });
      return tell.lingers(30).nuisance(0, tell.second, 'the parcel has come').story('the parcel has come meanwhile');
    },
  ],
  [
    8,
    (tell) => {
      for (let page = tell.between(3, 8); page > 0; page -= 1)
        tell.opens(`/products/${product(tell)}`, product(tell)).lingers(tell.between(5, 60));
      return tell.story('looks around for the pleasure of it');
    },
  ],
  [
    4,
    (tell) => {
      strolls(tell).opens('/returns').lingers(tell.between(20, 90)).opens('/contact').types(tell.between(20, 60));
      return tell.story('writes to the shop');
    },
  ],
  [
    3,
    (tell) => {
      tell
        .opens('/products/volt-65', 'volt-65')
        .lingers(10)
        .does({ does: 'hears', from: 'laptop.state', with: { watts: 45 } });
      return tell.lingers(30).nuisance(0, tell.second, 'the charger fits').story('a charger that fits');
    },
  ],
  [
    3,
    (tell) => {
      tell.opens('/account/orders').does({ does: 'hears', from: 'date.renewal', with: { on: '2027-06-01' } });
      return tell.lingers(30).nuisance(0, tell.second, 'the plan has half a year to go').story('the plan ends next summer');
    },
  ],
];

/** So many stories, by turns of chance; the same for the same seed. */
export function writeStories(count: number, seed: number): Story[] {
  const random = chance(seed);
  const total = plots.reduce((sum, [share]) => sum + share, 0);
  return Array.from({ length: count }, () => {
    let left = random() * total;
    const drawn = plots.find(([share]) => {
      left -= share;
      return left < 0;
    });
    const [, plot] = drawn ?? (plots[0] as (typeof plots)[number]);
    return withNoise(plot(new Teller(random)), random);
  });
}

/** Shops tell many things that no nudge asks for. */
function withNoise(story: Story, random: () => number): Story {
  const last = story.beats.at(-1)?.second ?? 0;
  const noise = Array.from(
    { length: Math.floor(random() * 5) },
    (): Beat => ({ second: Math.floor(random() * Math.min(last, 300)), does: 'hears', from: 'stock.level', with: { left: 3 } }),
  );
  return { ...story, beats: [...story.beats, ...noise].sort((a, b) => a.second - b.second) };
}

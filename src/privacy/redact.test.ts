import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passesLuhn } from './digit-runs.ts';
import type { SecretType } from './found.ts';
import { type Redacted, redact } from './redact.ts';

const sentences = [
  ['please check', 'and answer me'],
  ['请查一下', '然后回复我'],
  ['por favor revisen', 'y respondan'],
  ['bitte prüfen Sie', 'und melden Sie sich'],
  ['merci de vérifier', 'et de me répondre'],
  ['verifiquem por favor', 'e respondam'],
  ['تحققوا من', 'ثم أجيبوا'],
  ['проверьте пожалуйста', 'и ответьте'],
  ['これを確認して', 'ご返信ください'],
] as const;
const sentence = fc.constantFrom(...sentences);
const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));
const letters = (length: number) =>
  fc.array(fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), { minLength: length, maxLength: length }).map((all) => all.join(''));

function withLuhn(start: string): string {
  const check = [...'0123456789'].find((digit) => passesLuhn(start + digit)) as string;
  return start + check;
}
const card = fc
  .constantFrom(
    ['4', 16],
    ['51', 16],
    ['55', 16],
    ['2221', 16],
    ['37', 15],
    ['6011', 16],
    ['3530', 16],
    ['2202', 16],
    ['36', 14],
    ['4', 19],
  )
  .chain(([start, length]) => digits((length as number) - (start as string).length - 1).map((rest) => withLuhn(start + rest)));
const iban = fc
  .oneof(
    digits(18).map((account) => ['DE', account] as const),
    fc.tuple(letters(4), digits(14)).map(([bank, account]) => ['GB', bank + account] as const),
    digits(23).map((account) => ['FR', account] as const),
    digits(20).map((account) => ['ES', account] as const),
    digits(20).map((account) => ['SA', account] as const),
    fc.tuple(letters(4), digits(10)).map(([bank, account]) => ['NL', bank + account] as const),
  )
  .map(([country, account]) => {
    const all = [...`${account}${country}00`].map((each) => Number.parseInt(each, 36)).join('');
    return `${country}${String(98n - (BigInt(all) % 97n)).padStart(2, '0')}${account}`;
  });
const email = fc
  .tuple(
    fc.stringMatching(/^[a-z][a-z0-9]{0,8}([._+-][a-z0-9]{1,6})?$/),
    fc.stringMatching(/^[a-z][a-z0-9]{1,10}(-[a-z0-9]{1,5})?$/),
    fc.constantFrom('com', 'de', 'co.uk', 'com.br', 'ru', 'cn', 'co.jp', 'shop'),
  )
  .map(([local, domain, ending]) => `${local}@${domain}.${ending}`);
const key = fc
  .tuple(fc.constantFrom('sk_live_', 'ghp_', 'sk-', 'glpat-', 'AIza', 'npm_'), fc.stringMatching(/^[A-Za-z0-9]{36}$/))
  .map(([prefix, rest]) => prefix + rest);

type Style = (text: string) => string;
const separators = fc.constantFrom('', ' ', '-', '.', '\u00A0', '_', '/', ' - ', '\u200B', '\u2009', '\u2011', '*');
const grouped = fc.tuple(separators, fc.constantFrom(1, 2, 4)).map(
  ([separator, size]): Style =>
    (text) =>
      (text.match(new RegExp(`.{1,${size}}`, 'g')) ?? []).join(separator),
);
const shifted =
  (zero: number): Style =>
  (text) =>
    text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
const script = fc.constantFrom<Style>((text) => text, shifted(0xff10), shifted(0x660), shifted(0x6f0), shifted(0x966));
const plain = fc.constant<Style>((text) => text);

function expectFound(type: SecretType, secret: string, [before, after]: readonly [string, string]): void {
  const text = `${before} ${secret} ${after}`;
  const { text: redacted, found } = redact(text);
  expect(redacted, text).toBe(`${before} [${type}] ${after}`);
  expect(found).toEqual([{ type, start: before.length + 1, end: before.length + 1 + secret.length }]);
}

/** Four times the length takes about 4 times as long where time grows with the length, 16 times with its square. */
function expectLinear(read: (text: string) => unknown, part: string) {
  const time = (length: number) => {
    const text = part.repeat(Math.ceil(length / part.length));
    // Processor time, the best of five: other work on the machine does not count, nor does how fast the machine is.
    const times = Array.from({ length: 5 }, () => {
      const started = process.cpuUsage();
      read(text);
      return process.cpuUsage(started).user / 1000;
    });
    return Math.min(...times);
  };
  time(2000);
  expect(time(100_000)).toBeLessThan(50 + 8 * time(25_000));
}

describe('redact', () => {
  it.each([
    ['mail joe@gmail,com please', 'mail [email] please'],
    ['我的邮箱joe@gmail。com', '我的邮箱[email]'],
    ['邮箱 joe艾特gmail.com', '邮箱 [email]'],
    ['メールはjoeアットマークgmail.com', 'メールは[email]'],
    ['secret: wJalr/tnF+MI/K7MDE/bPxR+fiCY/EX8MPLE/9KY', 'secret: [key]'],
    ['https://hooks.slack.com/services/T0AB12CD3/B0EF45GH6/abCDefGHijKLmnOPqrSTuvWX', 'https://[key]'],
  ])('redacts %j', (text, safe) => {
    expect(redact(text).text).toBe(safe);
  });

  it('finds cards however they are grouped and in whatever digits', () => {
    fc.assert(
      fc.property(card, grouped, script, sentence, (number, group, digit, around) => expectFound('card', digit(group(number)), around)),
      { numRuns: 1000 },
    );
  });

  it('finds account numbers', () => {
    const groups = fc.constantFrom<Style>(
      (text) => text,
      (text) => text.replace(/.{4}/g, '$& ').trim(),
      (text) => text.toLowerCase(),
      (text) => text.replace(/.{4}/g, '$&-').replace(/-$/, ''),
      (text) => text.replace(/.{3}/g, '$&\u200B'),
    );
    fc.assert(
      fc.property(
        iban,
        groups,
        fc.constantFrom(plain, script).chain((each) => each),
        sentence,
        (number, group, digit, around) => {
          const secret = digit(group(number)).replace(/\u200B$/, '');
          expectFound('iban', secret, around);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('finds e-mail addresses and keys', () => {
    fc.assert(
      fc.property(email, sentence, (address, around) => expectFound('email', address, around)),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(key, sentence, (secret, around) => expectFound('key', secret, around)),
      { numRuns: 1000 },
    );
  });

  it('changes nothing the second time, and gives ordered stretches of the original', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        '@',
        ' at ',
        ' dot com',
        '+49 ',
        '00',
        'password: ',
        'пароль ',
        '密码是',
        'IBAN ',
        '[email 2]',
        '[card]',
        'tel ',
        '://',
        '-----BEGIN PRIVATE KEY-----',
        ' ',
        '.',
      ),
      digits(4),
      card,
      iban,
      email,
      key,
      ...sentences.flat().map((each) => fc.constant(each)),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const once = redact(text);
        expect(redact(once.text)).toMatchObject({ text: once.text, found: [] });
        let position = 0;
        for (const { start, end } of once.found) {
          expect(start).toBeGreaterThanOrEqual(position);
          expect(end).toBeGreaterThan(start);
          position = end;
        }
        expect(position).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('numbers what is different and keeps the numbers over a conversation', () => {
    expect(redact('a@x.com, A@X.com').text).toBe('[email], [email]');
    const first = redact('write to a@x.com or b@x.com');
    expect(first.text).toBe('write to [email 1] or [email 2]');
    const second = redact('not b@x.com but c@x.com', { before: first.redacted });
    expect(second.text).toBe('not [email 2] but [email 3]');
    expect(JSON.stringify(second.redacted)).not.toContain('x.com');
    const saved: Redacted = JSON.parse(JSON.stringify(second.redacted));
    expect(redact('a@x.com', { before: saved }).text).toBe('[email 1]');
  });

  it.each([
    ['spaces and dashes', '4242 - 4242 - 4242 - 4242', '[card]'],
    ['words between', 'first 4242 4242, and then 4242 4242', 'first [card]'],
    ['expiry and check number after it', '4242424242424242 12/27 cvv 123', '[card] 12/27 cvv [password]'],
    ['the letter O for a zero', '4OOO OO12 3456 7899', '[card]'],
    ['a Cyrillic E in the country', 'DЕ89 3704 0044 0532 0130 00', '[iban]'],
    ['keycap digits', '4️⃣242424242424242', '[card]'],
    ['a charge before it', 'please charge 378282246310005 again', 'please charge [card] again'],
    ['an order that it paid', 'order paid with 3782 822463 10005', 'order paid with [card]'],
  ])('is not misled by %s', (_, text, redacted) => {
    expect(redact(text).text).toBe(redacted);
  });

  it('takes a private key from its first line to its last', () => {
    const pem = '-----BEGIN RSA PRIVATE KEY-----\nMIIEow==\n-----END RSA PRIVATE KEY-----';
    expect(redact(`here: ${pem} thanks`).text).toBe('here: [key] thanks');
    expect(redact('-----BEGIN PRIVATE KEY-----\nMIIEow').text).toBe('[key]');
  });

  it.each([
    'order 112-8837462-9928374',
    'IP 192.168.178.1',
    'ISBN 978-3-16-148410-0',
    'IMEI 356938035643809',
    'my password does not work',
    '2024-11-05T10:20:30Z',
    '1.299,00 €',
    'v2.14.3',
    'card ending 4242',
    '123e4567-e89b-12d3-a456-426614174000',
    '',
  ])('leaves "%s" alone', (text) => {
    expect(redact(text)).toMatchObject({ text, found: [] });
  });

  it.each([
    ['I live at 12 Baker Street, London NW1 6XE now', 'I live at [address] now'],
    ['Ich wohne in der Lindenstraße 12a, 10969 Berlin.', 'Ich wohne in der [address].'],
    ['au 14 rue de la Paix, 75002 Paris.', 'au [address].'],
    ['en Calle Mayor 5, 28013 Madrid.', 'en [address].'],
    ['na Rua Augusta, 1500, 01304-001 São', 'na [address]'],
    ['Ship to 1420 N Halsted Street, Apt 3B, Chicago, IL 60642 please', 'Ship to [address] please'],
    ['Flat 7, 23 Elm Gardens, Stoke-on-Trent ST4 2RB is mine', '[address] is mine'],
    ['i moved to 12 cedar lane, toronto, ON M4C 1B5 ok', 'i moved to [address] ok'],
    ['PO Box 77, Hobart TAS 7001.', '[address].'],
    ['Bitte an Unter den Eichen 5, 12203 Berlin liefern', 'Bitte an [address] liefern'],
    ['Neue Adresse: Mozartgasse 12/4, 1040 Wien.', 'Neue Adresse: [address].'],
    ['18 ter, rue du Moulin Vert, bât B, appt 12, 59000 Lille.', '[address].'],
    ['Calle de Alcalá 45, 3º B, 28014 Madrid, gracias', '[address], gracias'],
    ['Rua Vergueiro, 1000, apto 52, Liberdade, São Paulo - SP, 01504-000.', '[address].'],
    ['г. Казань, ул. Баумана, 15, корп. 2, кв. 7, 420111', '[address]'],
    ['мой адрес: 190000, Санкт-Петербург, Невский проспект, д. 28, кв. 5 спасибо', 'мой адрес: [address] спасибо'],
    ['أسكن في شارع النيل 45، الطابق 3، القاهرة.', 'أسكن في [address].'],
    ['地址：广东省深圳市南山区科技南路12号A座1201室，谢谢', '地址：[address]，谢谢'],
    ['〒530-0001 大阪府大阪市北区梅田1丁目2-3 グランドビル 405号室', '[address]'],
    ['Der Weg 2 ist kurz, im Ring 15 Minuten warten', 'Der Weg 2 ist kurz, im Ring 15 Minuten warten'],
    ['calle 5 veces, the street has 3 ways', 'calle 5 veces, the street has 3 ways'],
    ['ул. Ленина, д. 5, кв. 12', '[address]'],
    ['شارع الملك فهد 12', '[address]'],
    ['北京市朝阳区建国路88号2栋301室', '[address]'],
    ['〒150-0002 東京都渋谷区渋谷2丁目1-1', '[address]'],
  ])('takes the address out of "%s" where asked to', (text, redacted) => {
    expect(redact(text, { addresses: true }).text).toBe(redacted);
    expect(redact(text).text).toBe(text);
  });

  it.each([
    ['digits', '4'],
    ['digits in groups', '4242 '],
    ['zeros', '0 '],
    ['at signs', 'a@'],
    ['spelt addresses', 'a at b dot '],
    ['dots', 'a.'],
    ['dashes', '-----BEGIN KEY-----'],
    ['passwords', 'password is '],
    ['phones', '+49 30 '],
    ['account numbers', 'DE89 '],
    ['card words', 'card 1 '],
    ['identity words', 'passport A1 '],
    ['tokens', 'aB3'],
    ['addresses of pages', 'https://a:b'],
    ['Chinese', '密码是'],
    ['nothing to see', '\u200B'],
  ])('reads 100 kB of %s in a time that grows with the length alone', (_, part) => {
    expectLinear((text) => redact(text), part);
  });

  const parts = ['12 Main ', '1 rue de la ', 'calle de la ', '北京市朝阳区', '東京都渋谷区', 'Ab-', 'ул. А ', 'شارع ا '];
  const more = ['1 a street a ', 'Flat 1, ', 'Am Ab ', 'rua A, 1, B ', '1 rue a, bât 1 ', 'Г. Аб, ', 'شقة 1، ', '1 Ab Street, Ab '];
  it.each([...parts, ...more])('takes a time that grows with the length alone to look for addresses in "%s…"', (part) => {
    expectLinear((text) => redact(text, { addresses: true }), part);
  });
});

describe('a site’s own contact', () => {
  const known = ['help@shop.example', '+31 10 555 0142'];

  it('stays, however it is written; everybody else’s goes', () => {
    const text = 'Write to Help@Shop.example or call +31 (10) 555-0142. I am eva@example.org, +31 20 794 0188.';
    expect(redact(text, { known }).text).toBe('Write to Help@Shop.example or call +31 (10) 555-0142. I am [email], [phone].');
    expect(redact('me+help@shop.example and xhelp@shop.example', { known }).text).toBe('[email 1] and [email 2]');
  });

  it('is never a card, a key or an account', () => {
    expect(redact('4111 1111 1111 1111', { known: ['x@y.example'] }).text).toBe('[card]');
  });
});

import { normalizeText } from './normalize.ts';

const acknowledgement =
  "ok(?:ay)?|yes|no|so|well|hm+|ah|right|fine|thanks|bueno|vale|entonces|gracias|gut|danke|alors|d'accord|merci|então|entao|certo|ну|хорошо|ладно|ясно|طيب|حسنا|شكرا|好的?|谢谢|はい|なるほど|わかりました";

// How the nine languages hook a question onto the one before: "and for France?", "what about returns then?". A word that
// also starts questions of their own (Portuguese "o", Chinese 那个) is no hook.
const hooks = [
  'and|but|or|what about|how about|what if|then|same for|(?:also|only|even) (?:for|in|to|on|if|with|when|from)(?=(?: \\S+){1,4}$)',
  'y(?! a[ -]t| aura| avait)|pero|¿ ?(?:y|pero|o|también)|¿?(?:qué|que) (?:tal|pasa con|hay de)|también (?:en|para|a|con|si|de)(?=(?: \\S+){1,4}$)',
  'und|aber|oder|was ist mit|wie (?:sieht|ist|steht) es (?:mit|bei|um)|auch (?:für|in|nach|bei|mit|wenn|im|am)(?=(?: \\S+){1,4}$)',
  "et|mais|ou(?! (?:est|sont|se|en|puis|peut|trouve|trouver|voir|dois|aller|je|on|vais)(?!\\p{L}))|qu'en est-il|aussi (?:pour|en|à|au|aux|si|avec|dans)(?=(?: \\S+){1,4}$)",
  'e(?! (?:possivel|possível|preciso|gratis|grátis)(?!\\p{L}))|mas|e se|que tal|também (?:em|para|a|com|se|no|na)(?=(?: \\S+){1,4}$)',
  'а|и|но|или|как насч[её]т|что насч[её]т',
  'و?ماذا عن|وماذا لو|لكن|ولكن|أو|او|و(?:هل|ماذا|كم|كيف|متى|أين|اين|إلى|الى|في|من|عن|إذا|اذا|بالنسبة)',
].join('|');
// Written together with what follows.
const joinedHooks =
  'ولل|وبال|那么|那(?![个款些种台张只件条时里边儿串双副套把盏根部本天次位样])|但是|不过|可是|还有(?=[，,])|那如果|或者|それなら|それでは|では|じゃあ|じゃ(?=[、,])|あと(?!どのくらい|どれくらい|何|で|から)|でも|それと';

const opening = new RegExp(`^(?:(?:${acknowledgement})[\\s,，、،!！.。]+)*(?:(?:${hooks})(?=[\\s,，、،？?؟]|$)|(?:${joinedHooks}))`, 'u');
// A topic and nothing else: "退货呢？", "返品は？".
const bareTopic = /^(?!.*(?:怎么|什么|多久|多少|如何|哪|几|谁|吗)).{1,9}呢[？?。.!！ ]*$|^.{1,6}は[？?。.!！ ]*$/u;
const ending = /(?<!\p{L})(?:then|too|as well|instead|también|auch|aussi|também|тоже)[?.! ]*$/u;

/** Whether a message reads as the continuation of what was asked before. */
export function readsAsFollowUp(text: string): boolean {
  const normalized = normalizeText(text).replace(/[’ʼ]/g, "'");
  return opening.test(normalized) || bareTopic.test(normalized) || ending.test(normalized);
}

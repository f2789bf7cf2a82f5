import type { Language } from '../language/locale.ts';

/**
 * How people reply in one language. Each text is alternatives of a regular expression over folded, lower-case words
 * (no accents, one form of alef). General language only: nothing here knows what a guide is about.
 */
export interface ReplyWords {
  /** A reply that starts so says yes. */
  readonly yes: string;
  /** A reply that starts so says no. */
  readonly no: string;
  /** A whole short clause that says yes without the word: "it does", "I have". */
  readonly affirms: string;
  /** Turns a clause into its contrary. */
  readonly not: string;
  /** Holds one of `not`, and is none. */
  readonly notNot: string;
  readonly unsure: string;
  /** Asks how to check, or what is meant. */
  readonly how: string;
  readonly why: string;
  readonly back: string;
  readonly restart: string;
  readonly skip: string;
  readonly stop: string;
  readonly tried: string;
  /** Starts a correction of what was said before. */
  readonly correction: string;
  readonly solved: string;
  readonly unsolved: string;
  /** Words that say that something is as it should be, and that it is not. */
  readonly good: string;
  readonly bad: string;
  /** Words of which one excludes the other, as "a/b", parted by spaces. */
  readonly opposites: string;
  readonly more: string;
  readonly less: string;
  /** Zero to twelve, parted by spaces. */
  readonly numbers: string;
  readonly filler: string;
  readonly but: string;
}

export const replyWords: Record<Language, ReplyWords> = {
  en: {
    yes: 'y|yes|yess+|yeah+|yea|yep|yup|ya|sure|of course|definitely|absolutely|correct|right|indeed|exactly|certainly|true|positive|affirmative|aye|uh huh|ok|okay|mhm|it sure (?:is|does)|i (?:think|believe|guess|suppose) so|looks like it|seems (?:so|like it|to)|pretty much|totally|always|all of them|both',
    no: 'n|no|nope|noo+|nah+|nay|negative|false|never|none|neither|not (?:really|yet|at all|that|any|even|anymore)|not|nothing|afraid not|(?:i )?do not think so|doubt it|hardly|absolutely not|definitely not|of course not|certainly not|nada|zero',
    affirms:
      '(?:it|that|this|he|she) (?:is|does|has|did|was|will|can|would|do|works?|looks? (?:like it|good|fine|ok))|(?:they|those|these|we|you) (?:are|do|have|did|were|can|will)|i (?:do|did|have|can|am|could|was|already did|already have)|there (?:is|are|was)|i (?:can )?(?:see|hear|feel|smell|found|checked) (?:it|that|them|one|some)|(?:have )?done(?: that| it| so)?|(?:i )?did (?:that|it|so)',
    not: 'not|no|never|none|nothing|neither|nor|without|cannot|cant|dont|doesnt|didnt|isnt|arent|wasnt|wont|hasnt|havent|couldnt|wouldnt|unable|nobody|nowhere|fails?|failed|refuses?|zero|lacks?|missing|absent',
    notNot:
      'no problems?|not only|no doubt|no trouble|why not|no issues?|nothing (?:wrong|unusual|abnormal|broken|damaged)|not bad|without (?:a |any )?(?:problems?|issues?|trouble)',
    unsure:
      '(?:i )?(?:really )?(?:do not|dont|donot|did not|didnt) (?:really )?(?:know|remember|recall|understand)|dunno|idk|no idea|no clue|not (?:so |too |really |quite |entirely |100% |very )?(?:sure|certain|clear)|unsure|uncertain|(?:i )?(?:can ?not|cant|could not|couldnt) (?:really )?(?:tell|say|remember)|hard to (?:say|tell)|maybe|perhaps|possibly|who knows|beats me|have not (?:checked|looked)|havent (?:checked|looked)|no way to (?:tell|know|check)|(?:can ?not|cant) (?:check|find out)',
    how: 'how (?:do|can|would|could|should|will|to) (?:i|you|we|one)?|how (?:exactly|so)|how|what (?:do|does|did) (?:you|that|it|this) mean|what is (?:that|this|it|an?|the)|what are|whats|what (?:should|do|would|am) i|where (?:is|are|do|can|would|should|exactly)|where|which (?:one|part|cable|button|side)|what kind of|can you explain|explain|help me (?:check|find)|i do not (?:understand|get) (?:the question|what|it)|show me|tell me how',
    why: 'why|what for|what is (?:the )?(?:reason|point)|does (?:it|that) matter|is that (?:relevant|important|necessary)',
    back: '(?:go |take me )?back|(?:the )?previous(?: question| step)?|undo(?: that)?|one step back|last question|(?:i )?(?:made|that was) a mistake',
    restart:
      '(?:let us |lets )?(?:re)?start (?:over|again|from (?:the )?(?:beginning|start|scratch))|restart|begin again|from the (?:beginning|start|top)|reset',
    skip: 'skip(?: (?:this|it|that|the question|ahead))?|next(?: question| one)?|pass|move on|go on|ask (?:me )?something else|can ?not (?:check|test|do) (?:that|this|it)(?: (?:right )?now)?',
    stop: 'stop(?: it| this)?|cancel|quit|exit|end|abort|never ?mind|forget (?:it|about it)|leave it|i give up|enough|that is enough|no more questions',
    tried:
      '(?:i )?(?:have |had |ve )?(?:already|just) (?:tried|done|did|checked|replaced|changed|reset|restarted|done that)|(?:i )?(?:have |ve )?(?:tried|done) (?:that|this|it|already)|already|did that|been there',
    correction:
      '(?:oh |ah |no |hm+ |oops )*(?:wait|hang on|hold on|sorry|actually|correction|my mistake|i was wrong|scratch that|i meant|i misspoke|let me correct)(?: no)?',
    solved:
      '(?:that|this|it|which|now|and it|everything|all) ?(?:has |have |is |was |s )?(?:now |all )?(?:fixed|solved|resolved|sorted|helped|did (?:it|the trick|the job|help)|worked|works?|working|gone|good|fine|ok|okay|running|back)(?: (?:it|now|again|fine|great|perfectly|like a charm|the problem|my problem))*|fixed|solved|problem (?:is )?(?:solved|gone|fixed)|working|works|worked|success|great|perfect|hooray|awesome|excellent|brilliant|(?:it is|its|all) gone|back to normal|no more problems?|thank(?:s| you)(?: .*)?',
    unsolved:
      'still|same (?:problem|issue|thing|result|as before)|the same|(?:did|does|do|has|is|was) not|didnt|doesnt|no (?:luck|change|difference|improvement|joy|success|better)|not (?:fixed|solved|working|better|gone|yet)|nothing changed|unchanged|came back|comes back|keeps|persists?|remains|again|made no|to no avail|in vain|worse',
    good: 'fine|good|ok|okay|normal(?:ly)?|works?|working|alright|great|perfect(?:ly)?|healthy|intact|solid|well|properly|correctly|new|clean|tight|secure|steady|in order',
    bad: 'dead|broken|bad|wrong|fault(?:y|s)?|damaged?|problems?|issues?|errors?|stuck|leak(?:s|ing)?|dirty|loose|worn|burnt|burned|cracked|corroded|corrosion|defective|trouble|weak|noisy?|noises?|overheat(?:s|ing)?|rust(?:y|ed)?|smok(?:e|ing)|warning|struggl(?:es|ing)|poor(?:ly)?|blank|silent',
    opposites:
      'on/off open/closed open/shut full/empty hot/cold warm/cold new/old loose/tight clean/dirty wet/dry high/low up/down inside/outside fast/slow left/right before/after always/sometimes wired/wireless manual/automatic internal/external plugged/unplugged connected/disconnected locked/unlocked enabled/disabled bright/dark bright/dim same/different start/stop solid/blinking steady/flashing charged/dead charged/drained charged/flat loud/quiet front/rear visible/invisible with/without all/one everywhere/only constant/intermittent constantly/intermittently',
    more: 'more than|over|above|longer than|at least|greater than|higher than|older than|exceeds?|beyond|upwards of|or more|or longer|or older|or higher|plus',
    less: 'less than|under|below|fewer than|at most|lower than|shorter than|younger than|within|up to|no more than|or less|or fewer|or lower',
    numbers: 'zero one two three four five six seven eight nine ten eleven twelve',
    filler:
      'um+|uh+|er+m?|hm+|well|oh|ah|hi|hello|hey|so|and|i think|i believe|i guess|let me (?:see|check)|please|just|honestly|unfortunately|sadly|as far as i (?:know|can (?:tell|see))|from what i can (?:tell|see)|to be honest|i am afraid|good question|thanks|ok so|okay so|ok|okay|hmm+|actually|i (?:just )?checked and|now',
    but: 'but|however|although|though|except|and|because|while',
  },
  zh: {
    yes: '是(?!不是|否)|对(?!不)|嗯+|好的?(?!像)|没错|没问题|可以|当然|确实|有(?!没有|点|时)|会(?!不)|能(?!不)|行|正常|肯定|应该是|都|一直|已经|做过|试过|开着|亮着',
    no: '不(?!错|知|清|确|太清|太确|晓|好说|懂|仅|但|过)|没(?!错|问题|事)|否|无|未|别|并(?:不|没|未)|都(?:不|没)|从(?:不|没|未)|一点(?:也|都)(?:不|没)|完全(?:不|没)|还(?:没|不)|根本',
    affirms: '有|在|会|能|是|亮|响|行|对',
    not: '不|没|無|无|未|否|别|非',
    notNot: '没问题|没错|不错|不但|不仅|没毛病|没什么问题|没有问题|没有异常|不过',
    unsure:
      '不知道|不清楚|不太清楚|不确定|不太确定|不晓得|不好说|说不(?:准|清|好)|看不出来?|不懂|不太懂|没注意|没(?:检查|看)过?|也许|可能吧|大概吧|不记得|忘了|搞不清|不了解',
    how: '怎么(?:看|查|检查|判断|知道|做|弄|测|找|样)?|如何|怎样|在哪里?|哪里|哪儿|哪个|什么意思|什么是|是什么|啥意思|不明白|请解释|教我|看不懂',
    why: '为什么|为啥|为何|干嘛|有什么关系|有关系吗',
    back: '返回|后退|上一步|上一个(?:问题)?|回去|退回|撤销',
    restart: '重新开始|从头(?:再来|开始)|重来|重头开始',
    skip: '跳过|下一个(?:问题)?|下一步|略过|先不(?:查|看)|换一个',
    stop: '停止?|取消|退出|结束|算了|不用了|放弃|别问了|够了',
    tried: '(?:我)?(?:已经|刚才?|早就)?(?:试过|做过|检查过|换过|弄过|重启过|尝试过)了?',
    correction: '等等|等一下|等下|不对|不好意思|抱歉|其实|更正|说错了|我说错了|哦不|我搞错了|我的意思是',
    solved: '好了|修好了|解决了|可以了|正常了|搞定|没问题了|行了|成功了?|恢复了|有用|管用|谢谢.*|好使了|不.{0,4}了',
    unsolved: '还是|仍然?|依然|依旧|没(?:有)?(?:用|好|变化|解决|改善|效果|反应)|不行|没变|一样|照样|又|老样子|更糟',
    good: '正常|好的?|没问题|完好|可以|干净|牢固|稳定|新的?|清楚',
    bad: '坏|故障|异常|问题|损坏|松动?|脏|漏|裂|烧|卡|错误|破|死机?|噪音|异响|腐蚀|生锈|冒烟|弱|断',
    opposites:
      '开/关 亮/灭 满/空 热/冷 新/旧 松/紧 干净/脏 湿/干 高/低 上/下 里/外 快/慢 左/右 前/后 有线/无线 手动/自动 常亮/闪烁 一直/偶尔 全部/一个 连接/断开 大/小',
    more: '超过|大于|多于|高于|以上|至少|不止|比.{0,3}(?:多|高|长)|久于',
    less: '不到|少于|小于|低于|以下|以内|至多|最多|不超过|未满|不足',
    numbers: '零 一 二 三 四 五 六 七 八 九 十 十一 十二',
    filler: '嗯+|呃|啊|哦|那个|这个|我觉得|我想|好像|应该|看起来|似乎|目前|现在|你好|请|我看了一?下|刚看了|它|灯',
    but: '但是?|不过|可是|然而|只是|而且|因为|然后',
  },
  es: {
    yes: 's|si+|sip|sep|claro(?: que si)?|por supuesto|efectivamente|exacto|exactamente|correcto|asi es|vale|desde luego|afirmativo|cierto|verdad|eso es|creo que si|parece que si|siempre|ok|okay|sin duda|totalmente|ambos|verdadero',
    no: 'n|no|nop+|nop?e|nunca|jamas|ning[uo]n[oa]?|nada|tampoco|negativo|que va|para nada|en absoluto|creo que no|todavia no|aun no|ni|falso',
    affirms:
      'lo (?:es|esta|tiene|hace|hice|he hecho)|(?:esta|es|hay|tiene|funciona|puedo|estan|son)|ya lo hice|hecho|lo veo|se (?:ve|oye|enciende)',
    not: 'no|nunca|jamas|ning[uo]n\\w*|nada|tampoco|sin|ni|nadie|falta|faltan|falla|imposible',
    notNot: 'sin problemas?|no hay problemas?|no solo|sin duda|nada (?:raro|anormal|roto)',
    unsure:
      'no (?:lo )?(?:se|sabria|recuerdo|entiendo)|ni idea|no estoy (?:muy |del todo )?segur[oa]|no (?:lo )?tengo (?:muy )?claro|quiza[s]?|tal vez|a lo mejor|puede (?:ser|que)|dificil de decir|no sabria decir|no (?:lo )?puedo (?:saber|comprobar)|quien sabe|no me acuerdo|no me he fijado|ni zorra',
    how: 'como (?:lo |se |puedo )?(?:compruebo|miro|veo|hago|hace|se|puedo|verifico|reviso|sabe)?|donde(?: esta| veo| encuentro)?|que (?:significa|quiere|es|son)|cual|a que te refieres|explica(?:me)?|no entiendo la pregunta|dime como|ensename',
    why: 'por ?que|para que|que importa|es importante',
    back: 'atras|volver|vuelve(?: atras)?|anterior|pregunta anterior|paso anterior|deshacer|retroceder',
    restart: 'empezar de (?:nuevo|cero)|empecemos de nuevo|reiniciar|desde el principio|de nuevo desde el principio|volver a empezar',
    skip: 'saltar?|salta(?:r)? (?:esta|eso|la pregunta)|siguiente(?: pregunta)?|pasar?|paso|omitir|otra pregunta',
    stop: 'parar?|para|basta|cancelar?|cancela|salir|terminar|dejalo|olvidalo|da igual|dejemoslo|me rindo',
    tried:
      '(?:ya )?(?:lo |la )?(?:he )?(?:probado|intentado|hecho|cambiado|comprobado|revisado|probe|intente|hice|cambie)(?: ya)?|ya (?:lo |la )?(?:he |probe|hice|intente|cambie|revise).*',
    correction:
      '(?:no |ah |oh |ay )*(?:espera|espere|perdon|perdona|en realidad|mejor dicho|me equivoque|quise decir|queria decir|rectifico|corrijo)',
    solved:
      '(?:ya |ahora |todo )*(?:funciona|esta (?:arreglado|resuelto|solucionado|bien)|va bien|se (?:arreglo|soluciono|ha (?:arreglado|solucionado|ido))|resuelto|solucionado|arreglado|perfecto|genial|listo|excelente|gracias.*)|me ha (?:servido|funcionado)|ha funcionado|funciono|eso (?:era|lo arreglo)',
    unsolved:
      'sigue|todavia|aun|igual|lo mismo|el mismo problema|no (?:ha |se |me |lo )?(?:funciona\\w*|sirv\\w*|arregl\\w*|solucion\\w*|ayud\\w*|cambi\\w*|mejor\\w*)|sin (?:exito|cambios?|suerte)|nada|peor|otra vez|persiste|continua',
    good: 'bien|bueno|buena|normal(?:mente)?|funciona(?:n)?|correct[oa]s?|perfect[oa]|limpi[oa]s?|nuev[oa]s?|firme|intact[oa]|estable|en orden|ok',
    bad: 'mal|mala?|malo|rot[oa]s?|muert[oa]|averiad[oa]|dañad[oa]|danad[oa]|problemas?|fallos?|falla|error|errores|fuga|suci[oa]s?|floj[oa]s?|suelt[oa]s?|gastad[oa]s?|quemad[oa]|oxidad[oa]|ruidos?|humo|atascad[oa]|debil',
    opposites:
      'encendido/apagado encendida/apagada abierto/cerrado abierta/cerrada lleno/vacio caliente/frio nuevo/viejo suelto/apretado limpio/sucio mojado/seco alto/bajo arriba/abajo dentro/fuera rapido/lento izquierda/derecha izquierdo/derecho conectado/desconectado fija/parpadea fijo/parpadeando cargado/descargado cargada/descargada siempre/veces manual/automatico igual/diferente',
    more: 'mas de|mas que|por encima de|superior a|al menos|como minimo|mayor que|o mas|supera',
    less: 'menos de|menos que|por debajo de|inferior a|como mucho|como maximo|menor que|o menos|hasta|no llega a',
    numbers: 'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce',
    filler:
      'pues|bueno|eh+|ah|oh|mm+|hola|creo que|me parece que|la verdad|a ver|por favor|desgraciadamente|lamentablemente|ahora|entonces|y|es que|vale',
    but: 'pero|aunque|sin embargo|y|porque|excepto',
  },
  de: {
    yes: 'j|ja+|jap+|jep+|jup+|jo+|jawohl|genau|stimmt|klar|naturlich|richtig|doch|sicher(?! nicht)|allerdings|korrekt|selbstverstandlich|definitiv|auf jeden fall|absolut|ich (?:denke|glaube) (?:ja|schon|doch)|scheint so|sieht so aus|immer|ok|okay|beide|wahr|freilich',
    no: 'n|nein|nee+|no+|ne+|nicht|nie|niemals|kein(?:e[rsnm]?)?|nichts|keineswegs|auf keinen fall|uberhaupt nicht|gar nicht|leider nicht|leider nein|noch nicht|ich (?:denke|glaube) nicht|eher nicht|weder|falsch|negativ|fehlanzeige',
    affirms:
      '(?:das |es |sie |er )?(?:ist|tut|hat|geht|leuchtet|macht|funktioniert|kann|sind|haben|war)(?: es| er| sie| das)?(?: an| so)?|(?:hab(?:e)?|habe) ich(?: gemacht| schon)?|(?:schon )?(?:gemacht|erledigt)|sehe ich|hore ich',
    not: 'nicht|kein(?:e[rsnm]?)?|nie|niemals|nichts|ohne|weder|fehlt|fehlen|unmoglich|versagt|nirgends|niemand',
    notNot:
      'kein(?:e)? problem[e]?|nicht nur|ohne probleme|nicht schlecht|nichts (?:auffalliges|kaputt|ungewohnliches)|keine auffalligkeiten',
    unsure:
      '(?:ich )?weiss (?:ich )?(?:es )?nicht(?: (?:genau|so genau))?|weiss nicht|weis nicht|keine ahnung|(?:bin (?:mir )?)?(?:nicht|un)(?: ganz| so| wirklich)? ?sicher|kann ich (?:so )?nicht (?:sagen|erkennen|beurteilen|prufen)|schwer zu sagen|vielleicht|eventuell|moglicherweise|keinen plan|nicht gepruft|nicht nachgesehen|habe (?:ich )?nicht (?:gepruft|geschaut|nachgesehen)|wer weiss|kein plan|erinnere mich nicht',
    how: 'wie (?:kann|prufe|mache|finde|sehe|erkenne|teste|soll|geht|messe|genau|uberprufe|merke|stelle)?|wo (?:ist|finde|sehe|sitzt|genau|kann)?|was (?:ist|bedeutet|heisst|meinen|meinst|soll|sind)|welche[rsnm]? (?:meinen|meinst|ist)?|verstehe (?:ich nicht|die frage nicht)|erklar\\w*|zeig\\w* mir',
    why: 'warum|wieso|weshalb|wozu|spielt das eine rolle|ist das wichtig',
    back: 'zuruck|einen schritt zuruck|vorherige(?: frage)?|letzte frage|ruckgangig|geh zuruck',
    restart: 'von vorn(?:e)?|neu (?:starten|anfangen|beginnen)|noch ?mal von vorn(?:e)?|neustart|von (?:neuem|anfang an)|neu anfangen',
    skip: 'uberspringen|uberspring(?:e)?(?: das| die frage)?|weiter|nachste(?: frage)?|kann ich gerade nicht (?:prufen|testen)|auslassen',
    stop: 'stop+|halt|abbrechen|abbruch|beenden|aufhoren|vergiss es|vergessen sie es|lass es|lassen wir(?: das)?|schluss|genug|ich gebe auf|egal',
    tried:
      '(?:das )?(?:hab(?:e)? ich )?(?:schon|bereits)(?: mal)? (?:versucht|probiert|gemacht|ausprobiert|getestet|gewechselt|getauscht|gepruft|erledigt)|(?:das )?hab(?:e)? ich (?:schon|bereits|auch schon).*|schon (?:versucht|probiert|gemacht)',
    correction:
      '(?:nein |ne |ach |oh |halt )*(?:warte|warten sie|moment|sorry|entschuldigung|verzeihung|eigentlich|falsch|korrektur|ich habe mich (?:geirrt|vertan|versehen)|ich meinte|stimmt nicht|doch nicht|quatsch)',
    solved:
      '(?:es |das |jetzt |nun |alles |problem |wieder )*(?:geht|funktioniert|lauft|klappt|hat geholfen|war es|ist (?:weg|behoben|gelost)|behoben|gelost|erledigt)(?: (?:es|das|jetzt|wieder|nun|alles|einwandfrei|super))*|super|perfekt|prima|toll|danke.*|vielen dank.*|weg|alles (?:gut|klar|ok)|ist weg',
    unsolved:
      'immer noch|noch immer|weiterhin|nach wie vor|dasselbe|das gleiche|genauso|unverandert|(?:hat |geht |funktioniert |hilft |half |klappt |bringt )?(?:leider )?nicht(?:s)?|kein(?:e)? (?:anderung|erfolg|besserung|unterschied)|wieder da|schlimmer|bleibt|leider',
    good: 'gut|ok|okay|normal|funktioniert|geht|einwandfrei|perfekt|sauber|neu|fest|intakt|ordnung|richtig|heil|stabil|in ordnung',
    bad: 'kaputt|defekt|schlecht|tot|beschadigt|problem[e]?|fehler|storung|undicht|schmutzig|dreckig|lose|locker|verschlissen|verbrannt|gerissen|korrodiert|rostig|gerausch[e]?|rauch|klemmt|schwach|falsch|leck',
    opposites:
      'an/aus ein/aus offen/geschlossen offen/zu auf/zu voll/leer heiss/kalt warm/kalt neu/alt lose/fest sauber/schmutzig nass/trocken hoch/niedrig oben/unten innen/aussen schnell/langsam links/rechts geladen/leer verbunden/getrennt dauerhaft/blinkt immer/manchmal hell/dunkel gleich/anders manuell/automatisch alle/eine',
    more: 'mehr als|uber|langer als|mindestens|grosser als|hoher als|alter als|ab|oder mehr|oberhalb',
    less: 'weniger als|unter|kurzer als|hochstens|kleiner als|niedriger als|junger als|bis zu|bis|maximal|oder weniger|knapp',
    numbers: 'null ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf',
    filler:
      'ah+m?|hm+|also|na ja|naja|oh|ach|hallo|ich (?:denke|glaube|meine)|leider|ehrlich gesagt|soweit ich (?:sehe|weiss)|mal sehen|bitte|tja|na|gut|so|und|eben|gerade|jetzt',
    but: 'aber|jedoch|allerdings|und|weil|obwohl|sondern',
  },
  fr: {
    yes: 'o|oui+|ouais|ouaip|ouep|si|mouais|bien sur(?: que (?:oui|si))?|exact(?:ement)?|tout a fait|effectivement|absolument|c ?est (?:ca|bon|exact|le cas)|d accord|correct|en effet|evidemment|certainement|ok|okay|je (?:crois|pense) que (?:oui|si)|on dirait|toujours|vrai|affirmatif|les deux',
    no: 'n|non+|nan+|nope|pas (?:du tout|vraiment|encore|trop|que je sache)|pas|jamais|aucun(?:e)?|rien|negatif|nullement|absolument pas|bien sur que non|je (?:crois|pense) (?:que non|pas)|meme pas|toujours pas|faux|ni',
    affirms:
      '(?:il|elle|ca|c|on) ?(?:l )?(?:est|a|fait|fonctionne|marche|va|peut)(?: le cas)?|(?:c est )?(?:deja )?fait|je l ai (?:fait|deja fait)|il y en a|je (?:le |la |les )?(?:vois|peux|entends)|elles? sont|ils sont',
    not: 'pas|non|jamais|aucun(?:e)?|rien|sans|ni|ne|n|impossible|manque(?:nt)?|personne',
    notNot:
      'pas de (?:probleme|souci)s?|sans probleme|pas mal|rien d anormal|sans doute|pas seulement|aucun probleme|aucun souci|rien a signaler',
    unsure:
      '(?:je )?(?:ne )?(?:n en )?sais (?:vraiment )?pas(?: trop)?|j en sais rien|aucune idee|je (?:ne )?(?:suis|sois) pas (?:tres |trop |vraiment |tout a fait )?(?:sur|certain)e?|pas (?:tres |trop |vraiment )?(?:sur|certain)e?|peut etre|difficile a dire|(?:je )?(?:ne )?(?:me )?(?:souviens|rappelle) (?:plus|pas)|je ne peux pas (?:dire|savoir|verifier|voir)|pas verifie|pas regarde|chais pas|jsp|qui sait|impossible a dire',
    how: 'comment(?: (?:je|puis|faire|on|verifier|savoir|est|fait|le|la))?|ou (?:est|se|puis|trouver|ca|exactement)|qu est ce que|c est quoi|que (?:veut|voulez|signifie|veux)|quel(?:le)?s?|je ne comprends pas(?: la question)?|expliquez?(?: moi)?|ca veut dire quoi|montrez?(?: moi)?',
    why: 'pourquoi|a quoi (?:ca|cela) sert|dans quel but|quelle importance|est ce important',
    back: 'retour|revenir(?: en arriere)?|reviens|en arriere|(?:question|etape) precedente|precedent|annuler la derniere',
    restart: 'recommencer?|recommence(?:z)?|reprendre (?:au|du|depuis le) debut|(?:depuis|du) (?:le )?debut|repartir de zero|a zero',
    skip: 'passer?|passe(?:z|ons)?(?: (?:cette|la) question)?|(?:question )?suivante?|sauter|ignorer',
    stop: 'stop|arreter?|arrete(?:z)?|annuler?|quitter|terminer|laisse(?:z)? tomber|laissons tomber|tant pis|oublie(?:z)?(?: ca)?|j abandonne|ca suffit|assez',
    tried:
      '(?:je l ai |j ai |ai )?deja (?:essaye|fait|teste|verifie|change|remplace|tente)(?: .*)?|(?:j ai )?deja|(?:je l ai |j ai )(?:essaye|fait|tente)(?: deja)?',
    correction:
      '(?:non |ah |oh |euh )*(?:attend(?:s|ez)?|pardon|desole(?:e)?|en fait|je me (?:suis )?tromp\\w*|je voulais dire|erreur|rectification|excuse(?:z)? moi)',
    solved:
      '(?:ca |c |tout |il |elle |maintenant |enfin )*(?:marche|fonctionne|est (?:regle|resolu|bon|repare|parti|ok)|refonctionne|remarche|a (?:marche|fonctionne))(?: (?:maintenant|a nouveau|bien|parfaitement))*|resolu|regle|parfait|super|genial|merci.*|nickel|probleme (?:resolu|regle)|c est (?:bon|ok|regle|resolu|repare|parti)|impeccable',
    unsolved:
      'toujours|encore|(?:le )?meme (?:probleme|chose|resultat)|pareil|(?:ca |cela )?(?:ne |n )?(?:a |marche |fonctionne |change )?(?:toujours )?(?:pas|rien)|aucun(?:e)? (?:changement|effet|amelioration|difference)|idem|pire|persiste|sans succes|inchange',
    good: 'bien|bon(?:ne)?s?|normal(?:e|ement)?|marche(?:nt)?|fonctionne(?:nt)?|correct(?:e|ement)?|parfait(?:e|ement)?|propres?|neufs?|neuve|serre(?:e)?|intacte?|stable|en ordre|ok|nickel',
    bad: 'morte?|casse(?:e)?s?|mauvaise?s?|mal|abime(?:e)?s?|defectueu(?:x|se)|en panne|probleme(?:s)?|erreur(?:s)?|defaut|fuite(?:s)?|fuit|sale(?:s)?|desserre(?:e)?|use(?:e)?s?|brule(?:e)?|fissure(?:e)?|rouille(?:e)?|corrode(?:e)?|bruits?|fumee|bloque(?:e)?|faible',
    opposites:
      'allume/eteint allumee/eteinte ouvert/ferme ouverte/fermee plein/vide chaud/froid neuf/vieux lache/serre propre/sale mouille/sec haut/bas dedans/dehors rapide/lent gauche/droite gauche/droit branche/debranche connecte/deconnecte fixe/clignote fixe/clignotant charge/dechargee chargee/dechargee toujours/parfois manuel/automatique pareil/different tous/seul',
    more: 'plus de|plus que|au dessus de|superieure? a|au moins|au minimum|plus longtemps|ou plus|depasse',
    less: 'moins de|moins que|en dessous de|au dessous de|inferieure? a|au plus|au maximum|ou moins|jusqu a',
    numbers: 'zero un deux trois quatre cinq six sept huit neuf dix onze douze',
    filler:
      'euh+|heu+|ben|bah|alors|bon|hm+|ah|oh|eh bien|bonjour|je (?:crois|pense)(?: que)?|a vrai dire|malheureusement|en fait|apparemment|voyons|s il (?:vous|te) plait|maintenant|la|donc|et',
    but: 'mais|cependant|pourtant|par contre|et|car|parce que|sauf',
  },
  pt: {
    yes: 's|sim+|ss|claro(?: que sim)?|com certeza|isso(?: mesmo)?|exat\\w+|pois(?: e)?|correto|certo|positivo|aham|uhum|e verdade|verdade|sem duvida|acho que sim|parece que sim|sempre|ok|okay|esta sim|e sim|tem sim|ja|ambos|verdadeiro|afirmativo',
    no: 'n|nao+|naum|nunca|nada|nenhum(?:a)?|jamais|negativo|nem|de jeito nenhum|de forma alguma|ainda nao|acho que nao|tampouco|falso|nn',
    affirms: '(?:esta|e|tem|ha|funciona|consigo|estao|sao|fiz|tenho|faz|acende|da)|ja fiz|feito|ja fiz isso|vejo|ouco',
    not: 'nao|naum|nunca|nada|nenhum(?:a)?|sem|nem|jamais|ninguem|falta|faltam|falha|impossivel',
    notNot: 'sem problemas?|nao ha problemas?|nao so|sem duvida|nada (?:de errado|anormal|quebrado)|nao tem problema',
    unsure:
      'nao (?:sei|lembro|me lembro|entendi|faco ideia|tenho (?:certeza|ideia|como saber)|estou (?:certo|certa|segur[oa]))(?: .*)?|sei la|sem ideia|talvez|pode ser|dificil (?:dizer|saber)|quem sabe|nao (?:da para|consigo) (?:dizer|saber|ver|verificar)|nao verifiquei|nao olhei|sem certeza|nao reparei',
    how: 'como (?:eu |posso |se |faco |e que |que )?(?:verifico|vejo|faco|sei|posso|verificar|confiro|testo|checo|faz)?|onde(?: (?:fica|esta|vejo|encontro))?|o que (?:e|significa|quer|sao)|qual|nao entendi a pergunta|explica(?:r)?|me (?:mostra|ensina|explica)',
    why: 'por ?que|para que|que diferenca faz|isso importa|e importante',
    back: 'voltar?|volta|volte|anterior|pergunta anterior|passo anterior|desfazer|para tras',
    restart: 'recomecar|comecar (?:de novo|do zero|outra vez)|do (?:inicio|comeco|zero)|reiniciar|desde o (?:inicio|comeco)',
    skip: 'pular?|pula(?:r)?(?: (?:essa|esta|isso))?|proxima?(?: pergunta)?|seguinte|passar?|saltar',
    stop: 'parar?|pare|chega|cancelar?|cancela|sair|encerrar|terminar|deixa (?:para la|pra la)|esquece|esqueca|desisto|basta',
    tried: '(?:eu )?ja (?:tentei|fiz|testei|verifiquei|troquei|experimentei|mudei)(?: .*)?|(?:eu )?(?:tentei|fiz) isso(?: ja)?',
    correction:
      '(?:nao |ah |oh |ops |opa )*(?:espera|espere|peraí|perai|desculpa|desculpe|na verdade|alias|me enganei|enganei me|quis dizer|queria dizer|corrigindo)',
    solved:
      '(?:agora |ja |tudo |isso )*(?:funciona|funcionou|esta (?:resolvido|funcionando|bom|certo|ok|a funcionar)|resolveu|resolvido|consertou|deu certo|voltou)(?: (?:agora|de novo|ao normal))*|perfeito|otimo|obrigad[oa].*|beleza|excelente|sumiu|tudo (?:certo|bem|ok)|problema resolvido',
    unsolved:
      'ainda|continua|mesm[oa] (?:problema|coisa)|igual|do mesmo jeito|nao (?:funcion\\w*|resolv\\w*|adiant\\w*|deu|ajud\\w*|mud\\w*|melhor\\w*)|sem (?:sucesso|mudanca|efeito)|nada|pior|de novo|persiste|na mesma',
    good: 'bem|bom|boa|normal(?:mente)?|funciona(?:m|ndo)?|cert[oa]|correto|perfeit[oa]|limp[oa]s?|nov[oa]s?|firme|intact[oa]|estavel|em ordem|ok',
    bad: 'mal|mau|ma|ruim|quebrad[oa]|mort[oa]|avariad[oa]|danificad[oa]|problemas?|falhas?|defeito|erros?|vazamento|vaza|suj[oa]s?|solt[oa]s?|frouxo|gast[oa]|queimad[oa]|enferrujad[oa]|barulhos?|ruidos?|fumaca|fumo|travad[oa]|pres[oa]|frac[oa]',
    opposites:
      'ligado/desligado ligada/desligada aceso/apagado acesa/apagada aberto/fechado aberta/fechada cheio/vazio quente/frio novo/velho solto/apertado limpo/sujo molhado/seco alto/baixo cima/baixo dentro/fora rapido/lento esquerdo/direito esquerda/direita conectado/desconectado fixa/piscando fixo/pisca carregado/descarregado carregada/descarregada sempre/vezes manual/automatico igual/diferente',
    more: 'mais de|mais que|mais do que|acima de|superior a|pelo menos|no minimo|maior que|ou mais|passa de|ha mais de',
    less: 'menos de|menos que|menos do que|abaixo de|inferior a|no maximo|menor que|ou menos|ate',
    numbers: 'zero um dois tres quatro cinco seis sete oito nove dez onze doze',
    filler: 'bom|bem|eh+|ah|oh|hm+|entao|ola|oi|acho que|parece que|na verdade|infelizmente|deixa eu ver|por favor|olha|tipo|agora|e',
    but: 'mas|porem|contudo|entretanto|e|porque|exceto|so que',
  },
  ar: {
    yes: 'نعم|اجل|ايوه?|ايوا|ايه|اه|اي|بالتاكيد|بالتاكيد|طبعا|اكيد|صحيح|بلي|تمام|مضبوط|بالضبط|حسنا|موافق|اظن ذلك|اعتقد ذلك|يبدو ذلك|دائما|نعمم+|كلاهما|صح',
    no: 'لا|كلا|لاء|لأ|ليس(?:ت)?|لم|لن|ابدا|مطلقا|اطلاقا|مش|مو|ما في(?:ه|ش)?|غير|ولا|لا شيء|لا اظن|لا اعتقد|ليس بعد|خطا',
    affirms: 'يوجد|موجود|يعمل|تعمل|هي كذلك|هو كذلك|فعلت(?: ذلك)?|اراه|اراها|يضيء|تضيء|تم|في|فيه',
    not: 'و?لا|و?ليس(?:ت)?|و?لم|و?لن|مش|مو|غير|بدون|بلا|دون|كلا|ما|عدم|ابدا|مفقود',
    notNot: 'لا مشكله|بدون مشاكل|لا باس|بلا مشاكل|لا توجد مشكله|ليس فقط|لا شك',
    unsure:
      'لا (?:اعرف|ادري|اعلم|اتذكر|افهم)|لست (?:متاكدا?|متاكده|واثقا?|واثقه)|غير متاكده?|مش (?:متاكد|عارف)\\S*|مو متاكد\\S*|ما ادري|ما اعرف|ربما|يمكن|قد يكون|من الصعب القول|لا استطيع (?:ان )?(?:اقول|احدد|التاكد|المعرفه)|ليس لدي فكره|ما عندي فكره|لم اتحقق|لم افحص',
    how: 'كيف(?: (?:اتحقق|افحص|اعرف|يمكنني|اتاكد|يمكن))?|اين|وين|ماذا (?:تعني|تقصد|يعني)|ما (?:هو|هي|معني|المقصود)|ما معني|اي (?:واحد|زر)|لم افهم(?: السؤال)?|اشرح(?: لي)?|وضح|ازاي|شلون',
    why: 'لماذا|ليش|ليه|لم تسال|ما السبب|هل هذا مهم|ما الفائده',
    back: 'رجوع|ارجع|عد|العوده|الخطوه السابقه|السؤال السابق|السابق|للخلف|الي الوراء|تراجع',
    restart: 'ابدا من جديد|من البدايه|اعاده البدء|من جديد|ابدا من البدايه|نبدا من جديد|اعد البدء',
    skip: 'تخط(?:ي|ى)?|تخطي(?: هذا| السؤال)?|التالي|السؤال التالي|تجاوز|تجاوزه|مرر',
    stop: 'توقف|قف|الغاء|الغ|خروج|انهاء|انس الامر|انسي|خلاص|يكفي|كفي|استسلم|لا يهم',
    tried:
      '(?:لقد |قد )?(?:جربت|فعلت|حاولت|عملت|فحصت|غيرت|استبدلت|جربته|فعلته|جربتها)(?: (?:ذلك|هذا|بالفعل|من قبل|مسبقا|سابقا))*|بالفعل|سبق (?:ان|و) .*',
    correction: '(?:لا |اه |اوه )*(?:انتظر|لحظه|عفوا|اسف|اسفه|في الواقع|في الحقيقه|اخطات|قصدت|اقصد|تصحيح|معذره)',
    solved:
      '(?:الان |لقد |انه |انها |و)*(?:يعمل|تعمل|اشتغل|اشتغلت|عمل|نجح|نجحت|حلت|انحلت|تم الحل|تم حل المشكله|اختفت|اختفي|زالت|عاد|عادت)(?: (?:الان|المشكله|جيدا|بشكل جيد|للعمل))*|ممتاز|رائع|شكرا.*|تمام|حلت المشكله|زالت المشكله',
    unsolved:
      'لا (?:يزال|تزال|زال)|مازال\\S*|ما زال\\S*|نفس (?:المشكله|الشيء|النتيجه)|لم (?:يتغير|ينجح|تنجح|يساعد|تحل|يعمل|تعمل|ينفع|يفد|يتحسن)\\S*|بدون (?:جدوي|فائده|تغيير)|لا (?:فائده|تغيير|يعمل|تعمل)|كما (?:هي|هو)|اسوا|ايضا|مره اخري',
    good: 'جيده?|سليمه?|طبيعي\\S*|يعمل|تعمل|نظيفه?|ثابته?|جديده?|ممتازه?|صحيحه?|بخير|تمام',
    bad: 'معطله?|تالفه?|مكسوره?|سيئه?|ميته?|مشكله|مشاكل|خطا|خلل|عطل|تسرب|متسخه?|قذره?|مرتخي\\S*|محترقه?|صدا|صدئه?|ضوضاء|صوت غريب|دخان|عالقه?|ضعيفه?',
    opposites:
      'مفتوح/مغلق مفتوحه/مغلقه ممتلئ/فارغ ساخن/بارد جديد/قديم نظيف/متسخ مبلل/جاف عالي/منخفض فوق/تحت داخل/خارج سريع/بطيء يمين/يسار الايمن/الايسر متصل/منفصل ثابت/يومض مشحون/فارغ مشحونه/فارغه دائما/احيانا يدوي/تلقائي مضيء/مطفا يعمل/مطفا تعمل/مطفاه',
    more: 'اكثر من|فوق|اكبر من|اعلي من|علي الاقل|اطول من|او اكثر|يزيد عن|تزيد عن',
    less: 'اقل من|تحت|اصغر من|ادني من|علي الاكثر|اقصر من|او اقل|لا يتجاوز|حتي',
    numbers: 'صفر واحد اثنان ثلاثه اربعه خمسه سته سبعه ثمانيه تسعه عشره احدعشر اثناعشر',
    filler: 'اه+|همم*|طيب|حسنا|اعتقد ان|اظن ان|في الحقيقه|للاسف|مرحبا|من فضلك|يبدو ان|انا|هو|هي|انه|انها|الان|و',
    but: 'لكن|ولكن|غير ان|الا ان|لان|رغم',
  },
  ru: {
    yes: 'да+|ага|угу|конечно|верно|точно|именно|так точно|разумеется|есть|ок|окей|правильно|безусловно|естественно|вроде да|думаю да|кажется да|похоже(?: на то| что да)?|всегда|дa|оба|все так|так и есть|ну да|еще как',
    no: 'не+т+|неа|не-а|не|ни|нету|никогда|никак(?:ой|ая|ое|их|ого)?|отнюдь|ничего|нисколько|совсем не|вовсе не|пока не(?:т)?|еще не(?:т)?|вроде нет|думаю нет|к сожалению нет|без|ни разу|неверно',
    affirms:
      '(?:он|она|оно|они|это|я) (?:есть|да|горит|работает|может|сделал\\S*|проверил\\S*)|сделал\\S*|сделано|горит|работает|вижу|слышу|имеется|присутствует|проверил\\S*',
    not: 'не|нет|нету|ни|без|никогда|ничего|никак\\S*|никто|нельзя|невозможно|отсутств\\S*|перестал\\S*|нигде',
    notNot: 'без проблем|не только|нет проблем|неплохо|ничего (?:необычного|странного|подозрительного)|без сомнени\\S*|не сломан\\S*',
    unsure:
      '(?:я )?(?:точно |честно )?не (?:знаю|помню|понимаю|уверен\\S*|в курсе|могу (?:сказать|понять|определить|проверить))|понятия не имею|без понятия|трудно сказать|сложно сказать|затрудняюсь\\S*|возможно|может быть|наверное|наверно|хз|кто знает|не проверял\\S*|не смотрел\\S*|не обращал\\S*|не обратил\\S*',
    how: 'как (?:это |мне |я |его |ее )?(?:проверить|узнать|посмотреть|понять|сделать|могу|найти|определить|измерить)?|где (?:это|он|она|находится|найти|посмотреть)?|что (?:это|значит|такое|имеете|имеется|вы имеете)|какой|какая|какие|не понял\\S*(?: вопрос\\S*)?|объясни\\S*|поясни\\S*|покажи\\S*',
    why: 'почему|зачем|для чего|какая разница|это важно|а что',
    back: 'назад|вернуться|вернись|вернуть|предыдущ\\S*(?: вопрос)?|шаг назад|отмени(?:ть)?|верни\\S*',
    restart: '(?:начать |начни |начнем |давай |давайте )*(?:сначала|заново|с начала|с нуля)|перезапустить',
    skip: 'пропусти\\S*|пропуск|дальше|следующ\\S*(?: вопрос)?|далее|не могу сейчас проверить',
    stop: 'стоп|хватит|отмена|отменить|выход|выйти|закончить|прекрати\\S*|забудь\\S*|неважно|не важно|сдаюсь|достаточно|довольно',
    tried:
      '(?:я )?(?:это )?(?:уже )(?:пробовал\\S*|попробовал\\S*|сделал\\S*|делал\\S*|проверял\\S*|проверил\\S*|менял\\S*|поменял\\S*|пытал\\S*)(?: это)?|(?:это )?(?:пробовал\\S*|делал\\S*)(?: уже| это)*|уже',
    correction:
      '(?:нет |ой |ах |а )*(?:подожди\\S*|погоди\\S*|постой\\S*|стойте|извини\\S*|прости\\S*|на самом деле|вообще-?то|ошиб\\S*|я имел\\S* в виду|поправка|точнее|вернее|я перепутал\\S*)',
    solved:
      '(?:теперь |все |оно |уже |это |сейчас |снова )*(?:работает|заработал\\S*|помогло|решено|исправлено|получилось|починил\\S*|прошло|исчезл\\S*|пропал\\S*|решилось|в порядке|нормально|хорошо)(?: (?:теперь|все|снова|отлично|проблема))*|отлично|супер|спасибо.*|ура|готово|проблема (?:решена|исчезла|ушла)|благодарю.*',
    unsolved:
      'все еще|по-?прежнему|до сих пор|все так же|то же самое|та же (?:проблема|ошибка)|(?:не |никак не )(?:помогло|работает|изменил\\S*|решил\\S*|получилось|исчезл\\S*|прошл\\S*)|без (?:изменений|толку|результата)|ничего не изменил\\S*|никак\\S*|опять|снова|хуже|остал\\S*|бесполезно',
    good: 'хорошо|нормально|нормальн\\S*|исправ(?:ен|на|но|ны)|работает|работают|в порядке|чист\\S*|нов\\S*|целы?|цела|целое|крепко|ок|отлично|правильно|стабильно',
    bad: 'сломан\\S*|мертв\\S*|плох\\S*|поврежд\\S*|неисправ\\S*|проблем\\S*|ошибк\\S*|сбо[йи]\\S*|течет|течь|протека\\S*|гряз\\S*|разболта\\S*|болта\\S*|изношен\\S*|сгорел\\S*|трещин\\S*|ржав\\S*|шум\\S*|дым\\S*|заст\\S*|слаб\\S*|разряжен\\S*|сел|села|сдох\\S*',
    opposites:
      'включен/выключен включена/выключена включено/выключено открыт/закрыт открыта/закрыта полный/пустой горячий/холодный новый/старый чистый/грязный мокрый/сухой высокий/низкий сверху/снизу внутри/снаружи быстро/медленно левый/правый слева/справа подключен/отключен подключена/отключена горит/мигает постоянно/иногда всегда/иногда заряжен/разряжен заряжена/разряжена ручная/автомат вверх/вниз',
    more: 'больше|более|свыше|выше|дольше|не менее|как минимум|старше|или больше|превышает',
    less: 'меньше|менее|ниже|до|не более|максимум|младше|или меньше|короче|в течение',
    numbers: 'ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать',
    filler:
      'ну|э+м*|хм+|м+|ой|ах|о|вот|так|значит|здравствуйте|привет|я (?:думаю|считаю)(?: что)?|по-?моему|кажется|вроде(?: бы)?|честно говоря|к сожалению|увы|сейчас|пожалуйста|а|и|насколько (?:я )?(?:вижу|знаю)',
    but: 'но|однако|хотя|и|а|потому что|зато',
  },
  ja: {
    yes: 'はい|ええ|うん|そう(?:です|だ|っす|みたい)?|もちろん|その通り|あります|ある(?!か)|しています|してます|できます|大丈夫|問題な|問題ありません|正常|ついて(?:い)?ます|やりました|しました|確認しました|オッケー|おk|両方|全部',
    no: 'いいえ|いえ|いや|ううん|ない|ありません|なし|無し|違い|違う|ちがい|まだ|全然|全く|まったく|一切|何も|どれも|ぜんぜん|ノー',
    affirms: 'あります|います|です|ます|ました|してる|している|できる|ついてる|出てる|聞こえる|見える',
    not: 'ない|なく|なかっ|ません|なし|無し|無い|ず(?=に|、|。|$)|違[いうっ]|ちが[いうっ]|不可|ダメ|だめ|駄目',
    notNot: '問題な|問題ありません|問題はありません|異常な|異常ありません|異常はありません|間違いな|しかな|かもしれ',
    unsure:
      '(?:よく)?(?:わか|分か|判)(?:らない|りません|らん|んない)|不明|知らない|知りません|自信が?(?:ない|ありません)|たぶん|多分|かもしれ|さあ|覚えて(?:い)?(?:ない|ません)|はっきりし(?:ない|ません)|微妙|確認(?:して(?:い)?|でき)(?:ない|ません)|どうだろう|何とも言え',
    how: 'どうやって|どうすれば|どのように|どう(?:確認|見|調べ|したら)|どこ|どれ|どの|何です|なんです|とは|どういう意味|意味(?:が|は)|教えて|説明して|方法',
    why: 'なぜ|なんで|何で|どうして|何のため|関係(?:が)?あり?(?:る|ます)',
    back: '戻(?:る|って|りたい|して|ります)|前(?:の質問|に戻)|一つ前|ひとつ前|バック|取り消し',
    restart: '最初から|はじめから|初めから|やり直|リスタート',
    skip: 'スキップ|飛ばし|次(?:へ|の質問|に進)|パス',
    stop: 'やめ(?:る|ます|て|たい)|中止|キャンセル|終了|終わり|ストップ|もういい|結構です|諦め',
    tried:
      '(?:もう|すでに|既に|それは)?(?:試し|やり|し|やってみ|交換し|確認し|試してみ)ました|(?:もう|すでに|既に)(?:試した|やった|やりました|試しました|しました|した)|試し(?:た|済み)|やった',
    correction: '(?:いや|あ|あっ|え)?(?:待って|ちょっと待|すみません|ごめん|訂正|間違え|実は|やっぱり|やっぱ|じゃなくて|ではなく)',
    solved:
      '直り(?:ました)?|直った|治り|治った|解決(?:し|です)|動(?:きました|いた|いています|くように)|できました|できた|よくなり|良くなり|使えるように|うまくいき|ありがとう.*|助かり|完璧|成功',
    unsolved:
      'まだ|変わら(?:ない|ず|ん)|変わりません|変化(?:が)?(?:ない|なし|ありません)|同じ|相変わらず|ダメ|だめ|駄目|直ら(?:ない|ず)|直りません|治ら|治りません|解決し(?:ない|ません)|動か(?:ない|ず)|動きません|効果(?:が)?(?:ない|なし|ありません)|やはり|ません|ない',
    good: '正常|大丈夫|良好|問題な|問題ありません|きれい|綺麗|新し|しっかり|異常な|異常ありません|普通',
    bad: '壊れ|故障|異常|問題|不具合|エラー|漏れ|汚れ|緩|ゆる|摩耗|焦げ|ひび|錆|サビ|腐食|異音|雑音|煙|詰ま|弱|切れ|死',
    opposites:
      'オン/オフ 点灯/消灯 点灯/点滅 開/閉 満/空 熱/冷 新し/古 緩/締 濡/乾 高/低 上/下 中/外 速/遅 左/右 有線/無線 手動/自動 接続/切断 常に/時々 全部/一つ ついて/消えて 大き/小さ 明る/暗',
    more: '以上|超|より(?:多|長|高|上|大)|を上回|オーバー',
    less: '以下|未満|以内|より(?:少|短|低|下|小)|まで|足らず|弱',
    numbers: '零 一 二 三 四 五 六 七 八 九 十 十一 十二',
    filler:
      'えー+と?|えっと|うーん|あの|その|まあ|ええと|たしか|確か|おそらく|見たところ|こんにちは|今|それは|残念ながら|ちょっと|では|じゃあ',
    but: 'でも|けど|けれど|ですが|ますが|しかし|ただ|なので|から|それに|そして',
  },
};

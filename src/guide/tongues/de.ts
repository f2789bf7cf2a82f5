import type { TongueData } from './tongue-data.ts';

export const de: TongueData = {
  replies: {
    yes: 'j|ja+|jap+|jep+|jup+|jo+|jawohl|genau|stimmt|klar|naturlich|richtig|doch|sicher(?! nicht)|allerdings|korrekt|selbstverstandlich|definitiv|auf jeden fall|absolut|ich (?:denke|glaube) (?:ja|schon|doch)|scheint so|sieht so aus|immer|ok|okay|beide|wahr|freilich',
    no: 'n|nein|nee+|no+|ne+|nicht|nie|niemals|kein(?:e[rsnm]?)?|nichts|keineswegs|auf keinen fall|uberhaupt nicht|gar nicht|leider nicht|leider nein|noch nicht|ich (?:denke|glaube) nicht|eher nicht|weder|falsch|negativ|fehlanzeige',
    affirms:
      '(?:das |es |sie |er )?(?:ist|tut|hat|geht|leuchtet|macht|funktioniert|kann|sind|haben|war)(?: es| er| sie| das)?(?: an| so)?|(?:hab(?:e)?|habe) ich(?: gemacht| schon)?|(?:schon )?(?:gemacht|erledigt)|sehe ich|hore ich',
    not: 'nicht|kein(?:e[rsnm]?)?|nie|niemals|nichts|ohne|weder|fehlt|fehlen|unmoglich|versagt|nirgends|niemand',
    notNot:
      'kein(?:e)? problem[e]?|nicht nur|ohne probleme|nicht schlecht|nichts (?:auffalliges|kaputt|ungewohnliches)|keine auffalligkeiten',
    unsure:
      '(?:ich )?weiss (?:ich )?(?:es )?nicht(?: (?:genau|so genau))?|weiss nicht|weis nicht|keine ahnung|(?:bin (?:mir )?)?(?:nicht|un)(?: ganz| so| wirklich)? ?sicher|kann ich (?:so )?nicht (?:sagen|erkennen|beurteilen|prufen)|schwer zu sagen|vielleicht|eventuell|moglicherweise|keinen plan|nicht gepruft|nicht nachgesehen|habe (?:ich )?nicht (?:gepruft|geschaut|nachgesehen)|wer weiss|kein plan|erinnere mich nicht|(?:kann|konnte) ich (?:gerade |grad |jetzt |da )?nicht (?:sehen|ran|lesen|messen|horen)|kann (?:ich )?nicht (?:sehen|ran|lesen)|nie (?:gestoppt|gemessen|gezahlt|geschaut|drauf geachtet)|nicht (?:gemerkt|drauf geachtet|gezahlt|gemessen)|musste? ich (?:erst )?(?:nach)?(?:schauen|sehen|fragen)|ohne brille|farbenblind|bin (?:nicht|gerade nicht|grad nicht) (?:zu hause|daheim)|seh(?:e)? ich (?:das )?nicht(?: richtig)?$',
    how: 'wie (?:kann|prufe|mache|finde|sehe|erkenne|teste|soll|geht|messe|genau|uberprufe|merke|stelle)?|wo (?:ist|finde|sehe|sitzt|genau|kann)?|was (?:ist|bedeutet|heisst|meinen|meinst|soll|sind)|welche[rsnm]? (?:meinen|meinst|ist)?|verstehe (?:ich nicht|die frage nicht)|erklar\\w*|zeig\\w* mir|wie|wo|welche[rsnm]?|(?:soll|muss|kann|darf) ich|nimmt man|zahlt|womit|wofur halt|was fur',
    why: 'warum|wieso|weshalb|wozu|spielt das eine rolle|ist das wichtig|was hat (?:das|denn|.*) (?:damit |mit .* )?zu tun|wofur|was bringt (?:das|mir)|was andert das|warum wollen sie|inwiefern',
    back: 'zuruck|einen schritt zuruck|vorherige(?: frage)?|letzte frage|ruckgangig|geh zuruck',
    restart: 'von vorn(?:e)?|neu (?:starten|anfangen|beginnen)|noch ?mal von vorn(?:e)?|neustart|von (?:neuem|anfang an)|neu anfangen',
    skip: 'uberspringen|uberspring(?:e)?(?: das| die frage)?|weiter|nachste(?: frage)?|kann ich gerade nicht (?:prufen|testen)|auslassen',
    stop: 'stop+|halt|abbrechen|abbruch|beenden|aufhoren|vergiss es|vergessen sie es|lass es|lassen wir(?: das)?|schluss|genug|ich gebe auf|egal',
    tried:
      '(?:das )?(?:hab(?:e)? ich )?(?:schon|bereits)(?: mal)? (?:versucht|probiert|gemacht|ausprobiert|getestet|gewechselt|getauscht|gepruft|erledigt)|(?:das )?hab(?:e)? ich (?:schon|bereits|auch schon).*|schon (?:versucht|probiert|gemacht)',
    asksDone: 'haben sie|hast du|habt ihr|wurden?',
    correction:
      '(?:nein |ne |ach |oh |halt )*(?:warte|warten sie|moment|sorry|entschuldigung|verzeihung|eigentlich|falsch|korrektur|ich habe mich (?:geirrt|vertan|versehen)|ich meinte|stimmt nicht|doch nicht|quatsch)',
    solved:
      '(?:es |das |jetzt |nun |alles |problem |wieder )*(?:geht|funktioniert|lauft|klappt|hat geholfen|war es|ist (?:weg|behoben|gelost)|behoben|gelost|erledigt)(?: (?:es|das|jetzt|wieder|nun|alles|einwandfrei|super))*|super|perfekt|prima|toll|danke.*|vielen dank.*|weg|alles (?:gut|klar|ok)|ist weg',
    mended:
      '(?:(?:das|es|alles|der|nun|jetzt|problem|fehler|ist|hat|sich|wurde|schon|wieder) )*(?:behoben|gelost|repariert)(?: (?:jetzt|worden))*|(?:das |es )?hat sich (?:schon |inzwischen |von selbst )?erledigt|(?:das |der )?(?:problem|fehler) ist (?:jetzt |nun )?(?:weg|verschwunden|erledigt)',
    worksAgain:
      '(?=.*(?:jetzt|wieder|nun|inzwischen))(?:(?:es|das|alles|jetzt|nun|inzwischen|auf einmal) )*(?:geht|funktioniert|lauft|klappt)(?: (?:es|das|alles|jetzt|nun|wieder|einwandfrei|super|gut|perfekt))*|(?:es|das|das problem|der fehler) ist (?:jetzt|nun) weg',
    unsolved:
      'immer noch|noch immer|weiterhin|nach wie vor|dasselbe|das gleiche|genauso|unverandert|(?:hat |geht |funktioniert |hilft |half |klappt |bringt )?(?:leider )?nicht(?:s)?|kein(?:e)? (?:anderung|erfolg|besserung|unterschied)|wieder da|schlimmer|bleibt|leider',
    good: 'gut|ok|okay|normal|funktioniert|geht|einwandfrei|perfekt|sauber|neu|fest|intakt|ordnung|richtig|heil|stabil|in ordnung|wie neu|blitzblank|tadellos|bestens|top|super|alles gut|passt|lauft|schnurrt|ruhig|rein|dicht|trocken|voll|randvoll|stramm|bombenfest|hell|aktuell|angekommen|gezahlt|abgebucht|bestatigt|unversehrt|ganz|leichtgangig|problemlos',
    bad: '(?:ist|sind|bleibt|bleiben) aus|kaputt|defekt|schlecht|tot|beschadigt|problem[e]?|fehler|storung|undicht|schmutzig|dreckig|lose|locker|verschlissen|verbrannt|gerissen|korrodiert|rostig|gerausch[e]?|rauch|klemmt|schwach|falsch|leck|hakt|hangt|hangen|klemmen|rutscht|verrutscht|verrutschen|fallt (?:runter|raus|ab)|abgesturzt|sturzt ab|eingefroren|verstopft|verbogen|verkalkt|verrostet|rost|schimmel\\w*|stinkt|riecht|kratzer|beule|riss|risse|sprung|loch|locher|knick|falte|nass|feucht|tropft|pfutze|leer|alle|abgebrochen|gebrochen|zerkratzt|verbeult|wackelt|wackelig|quietscht|knarrt|knackt|scheppert|brummt|ausgefallen|abgelehnt|abgelaufen|gesperrt|verspatet|verloren|dunkel|finster|schwarz|ruhrt sich nicht|tote hose|hinuber|im eimer|futsch|widerstand|uble[rs]?',
    opposites:
      'nur/auch nur/immer an,ein,eingeschaltet,aktiviert,leuchtet,brennt/aus,ausgeschaltet,deaktiviert,dunkel,erloschen offen,auf/geschlossen,zu,verschlossen leer,niedrig,trocken,unter/voll,genug,randvoll,reichlich,normal heiss,warm,kochend/kalt,kuhl,lauwarm,eisig neu,neue,neuer,frisch/alt,alte,alter,ursprunglich lose,locker,wackelt,wackelig/fest,stramm,straff sauber,rein,blank/schmutzig,dreckig,verschmutzt,staubig,verstopft,verkrustet verstopft,blockiert,dicht/frei,sauber,leer klemmt,fest,blockiert,steckt/frei,beweglich,leichtgangig weich,schwammig/hart,fest geknickt,verbogen,krumm,verdreht/gerade,glatt verschlissen,abgenutzt,abgefahren/neu,dick,frisch nass,undicht,feucht,tropft,pfutze,leckt/trocken hoch/niedrig oben,obere,oberen/unten,untere,unteren innen/aussen schnell/langsam links,linke,linken/rechts,rechte,rechten geladen/leer,entladen,tot verbunden,angeschlossen,eingesteckt/getrennt,ausgesteckt,abgezogen dauerhaft/blinkt immer,standig,dauernd/manchmal,gelegentlich,ab_und_zu hell/dunkel gleich/anders manuell/automatisch alle,alles,samtliche,jeder,jede/eine,einer,einzelne,manche dreht,lauft,bewegt/steht,still,stillstand horen,gerausch,brummt,summt,klackt/still,leise,lautlos,stumm online/offline stark/schwach uber,mehr,hoher/unter,weniger,niedriger immer,standig,dauernd,dauerhaft,andauernd,die_ganze_zeit,pausenlos,jedes_mal,durchgehend/manchmal,gelegentlich,ab_und_zu,ab_und_an,hin_und_wieder,mal immer,standig,dauernd,manchmal,gelegentlich,oft/nie,niemals,kein_einziges_mal,nicht_einmal',
    more: 'mehr als|uber|langer als|mindestens|grosser als|hoher als|alter als|ab|oder mehr|oberhalb',
    less: 'weniger als|unter|kurzer als|hochstens|kleiner als|niedriger als|junger als|bis zu|bis|maximal|oder weniger|knapp|nicht (?:mal|einmal|ganz)|keine',
    numbers:
      '0:null 1:ein|eins 2:zwei|zwo 3:drei 4:vier 5:funf 6:sechs 7:sieben 8:acht 9:neun 10:zehn 11:elf 12:zwolf|dutzend 13:dreizehn 14:vierzehn 15:funfzehn 16:sechzehn 17:siebzehn 18:achtzehn 19:neunzehn 20:zwanzig 30:dreissig 40:vierzig 50:funfzig 60:sechzig 70:siebzig 80:achtzig 90:neunzig 100:hundert 1000:tausend',
    units:
      'second:sek|sekunden? minute:minuten? hour:stunden?|std day:tage?n? week:wochen? month:monate?n? year:jahre?n? decade:jahrzehnte?n? millimetre:millimetern? centimetre:zentimetern? kilometre:kilometern? metre:metern? inch:zoll foot:fuss mile:meilen? gram:gramm kilogram:kilos?|kilogramm pound:pfund millilitre:milliliter litre:litern? megabyte:megabyte|megabit gigabyte:gigabyte|gigabit fahrenheit:(?:grad_)?fahrenheit celsius:(?:grad_)?celsius volt:volt amp:ampere watt:watt',
    numberJoint: 'und',
    numberEnd: 'mal|einhalb|komma',
    decimalPoint: 'komma',
    minus: 'minus',
    ordinals: 'erste[nrs]?|ersteres/zweite[nrs]?|zweiteres/dritte[nrs]?/vierte[nrs]?/funfte[nrs]?/letzte[nrs]?|letzteres/mittlere[nrs]?',
    aroundOrdinal: '(?:ist|das ist|ihre|die|das|der|den|nummer|antwort|option|variante|wohl|eher|ich nehme|bitte)',
    half: 'halbe[rsnm]?|halb',
    quarter: 'viertel',
    oneAndHalf: 'anderthalb|eineinhalb',
    andHalf: 'einhalb',
    single: 'eine?[rnm]?',
    mistake: '(?:das war|ich lag|da lag ich|hab mich) (?:falsch|vertan|geirrt|vertippt)|ich meinte|mein fehler',
    before:
      '(?:die |das |der |meine |letzte[nr]? |vorige[nr]? |vorherige[nr]? )*(?:letzte[nr]?|vorige[nr]?|vorherige[nr]?|vorhin|vorher|eben)(?: (?:frage|antwort))?',
    acknowledges:
      '(?:ok|okay|gut|alles klar|in ordnung|mach(?:e)? ich|verstanden|erledigt|gemacht|fertig|moment(?: .*)?|(?:ich )?(?:probiere|versuche|schaue|teste)(?: .*)?|lass mich .*)',
    danger:
      'rauch|raucht|qualm\\S*|in flammen|feuer|flammen?|funken|funkt|stromschlag|verschmort|verbrannter geruch|brandgeruch|gasgeruch|riecht (?:nach gas|verbrannt|verschmort)|explodier\\S*|aufgeblaht|geschmolzen|schmilzt',
    filler:
      'ah+m?|hm+|also|na ja|naja|oh|ach|hallo|ich (?:denke|glaube|meine)|leider|ehrlich gesagt|soweit ich (?:sehe|weiss)|mal sehen|bitte|tja|na|gut|so|und|eben|gerade|jetzt',
    but: 'aber|jedoch|allerdings|und|weil|obwohl|sondern',
  },
  phrases: {
    dontKnow: 'Ich weiß es nicht',
    isGone: 'Ja, es ist behoben',
    isNotGone: 'Nein, es besteht noch',
    isItGone: 'Ist es jetzt behoben?',
    isItStillGone: 'Beim letzten Mal haben wir das behoben. Ist der Fehler immer noch weg?',
    untilThen: 'Bis dahin',
    soItStays: 'Damit es nicht wiederkommt',
    howToCheck: 'So prüfen Sie es',
    notUnderstood: 'Ich habe nicht verstanden, welche Antwort das ist.',
    pickOne: 'Bitte wählen Sie die Antwort, die am besten passt.',
    noHow: 'Für diese Prüfung habe ich keine Anleitung. Wenn Sie es nicht prüfen können, sagen Sie, dass Sie es nicht wissen.',
    whyAsked: 'Die Antwort zeigt, welche Ursache als Nächstes in Frage kommt.',
    firstStep: 'Das ist die erste Frage; es gibt nichts zurückzunehmen.',
    wentBack: 'Einen Schritt zurück.',
    restarted: 'Von vorn.',
    corrected: 'Gut, ich habe die Antwort geändert.',
    noted: 'Ist notiert.',
    recheck: 'Nichts davon hat geholfen; prüfen wir das noch einmal.',
    whatCameOfIt: 'Und was haben Sie festgestellt?',
    goOnWith: 'Machen wir mit „{guide}“ weiter?',
    passedOver: 'Ich mache ohne diese Antwort weiter.',
    guideChanged: 'Diese Schritte wurden inzwischen geändert; soweit Ihre Antworten noch passen, gehe ich von ihnen aus.',
    guideKept: 'Diese Schritte wurden inzwischen geändert; Sie gehen die begonnenen zu Ende.',
    fixedIt: 'Gut. Der Fehler ist behoben.',
    cancelled: 'Ich habe die Fehlersuche beendet.',
    notFound: 'Ich konnte die Ursache nicht finden.',
    needsPerson: 'Ab hier braucht es einen Menschen.',
    danger: 'Bitte benutzen Sie es vorerst nicht; das muss sich ein Mensch ansehen.',
    careful: 'Vorsicht: Wenn Sie nicht sicher sind, wie das gefahrlos geht, überlassen Sie es einem Fachmenschen.',
    reasonGuideFits: 'Ihre Worte passen zur Anleitung „{guide}“ ({percent} % sicher).',
    reasonGuideStep: 'Das folgt aus Ihren Antworten in der Anleitung „{guide}“.',
    reasonGuideNotFound: 'Die Anleitung „{guide}“ hat nichts mehr zu versuchen.',
    reasonGuidePerson: 'Die Anleitung „{guide}“ sagt, dass sich das ein Mensch ansehen muss.',
  },
};

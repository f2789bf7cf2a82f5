import type { PageWords } from './page-words.ts';

export const de: PageWords = {
  labels: {
    price: 'Preis',
    availability: 'Verfügbarkeit',
    brand: 'Marke',
    maker: 'Hersteller',
    description: 'Beschreibung',
    specifications: 'Technische Daten',
    shipping: 'Versand',
    returns: 'Rückgabe',
    rating: 'Bewertung',
    number: 'Artikelnummer',
  },
  ask: {
    price:
      'kosten;kostet;teuer;günstig;billig;(wie viel|wieviel|was) (kostet|zahlen|bezahlen|verlangen|verlangt|Geld|Euro);Betrag;Summe;für wie viel (verkaufen|kaufen)',
    availability:
      'Lager;verfügbar;lieferbar;vorrätig;erhältlich;Bestand;ausverkauft;vergriffen;noch (da|haben|übrig|welche);(kaufen|bestellen|bekommen) (jetzt|noch|möglich);wann wieder da',
    brand: 'Produzent;welche Firma;wer (stellt her|hergestellt|macht|gebaut);wessen Produkt;von wem',
    description:
      'was genau ist das;was kann es;wofür;wozu;beschreiben;erklären;mehr (erzählen|erfahren|Infos|Informationen);Details;was für ein Produkt',
    specifications:
      'technische (Details|Angaben|Informationen);Spezifikationen;Datenblatt;Eigenschaften;Merkmale;Funktionen;Ausstattung;alle (Daten|Angaben)',
    shipping: 'Lieferung;liefern',
    shippingCost:
      '(Versand|Lieferung|Porto) (kostet|kosten|kostenlos|gratis|frei|zahlen|teuer);Versandkosten;Lieferkosten;versandkostenfrei',
    shippingTime:
      '(Versand|Lieferung|Zustellung) (dauert|lange|Tage|wann|schnell);wann (ankommt|kommt an|da|bekomme|geliefert);Lieferzeit;Liefertermin;wie lange (dauert|warten);wie viele Tage;(am|bis) {weekday} da;morgen da;wie schnell da',
    shippingPlace:
      '(liefern|versenden|schicken|verschicken|Versand) nach {country};(liefern|versenden|schicken) (Ausland|weltweit|welche Länder|wohin|mir);wohne in {country}',
    returns:
      'zurückgeben;zurückschicken;zurücksenden;umtauschen;Umtausch;Rücksendung;Rückgaberecht;Retoure;Widerruf;Geld (zurück|wieder);Erstattung;wie (lange|viele Tage) (zurückgeben|Rückgabe|umtauschen);wenn nicht (gefällt|passt|zufrieden);anders überlegen;doch nicht',
    rating:
      'Bewertungen;bewertet;Rezensionen;Sterne;Erfahrungen;empfehlen;beliebt;taugt;(Kunden|Leute|andere|Käufer) (sagen|meinen|denken|zufrieden|Meinung);wie gut;ist gut;lohnt sich;gute Qualität',
    number: 'Modellnummer;Produktnummer;Bestellnummer;Teilenummer;welches Modell;Barcode',
  },
  say: {
    price: '{name} kostet {price}.',
    until: 'Dieser Preis gilt bis {date}.',
    withTax: 'Die Mehrwertsteuer ist enthalten.',
    withoutTax: 'Die Mehrwertsteuer ist nicht enthalten.',
    from: 'Verfügbar ab {date}.',
    inLanguage: 'Von der Seite, auf {language}:',
    noShipping: 'Kein Versand',
    free: 'kostenlos',
    time: 'Lieferzeit {days}',
    returns: 'Rückgabe ist möglich.',
    noReturns: 'Rückgabe ist nicht möglich.',
    period: 'Rückgabefrist: {days}.',
    freeReturns: 'Die Rückgabe ist kostenlos.',
    paidReturns: 'Die Rückgabe ist nicht kostenlos.',
    colon: ': ',
    comma: ', ',
    yes: 'ja',
    no: 'nein',
  },
  states: [
    'auf Lager',
    'nur begrenzt verfügbar',
    'nur online erhältlich',
    'nur im Laden erhältlich',
    'vorbestellbar',
    'nicht auf Lager, aber für spätere Lieferung bestellbar',
    'nicht auf Lager',
    'nicht mehr im Programm',
  ],
  kinds: [
    'Gewicht;schwer;wiegt;wie viele Kilo',
    'Länge;lang',
    'Breite;breit',
    'Höhe;hoch',
    'Tiefe',
    'Größe|Maße|Abmessungen;groß;Maße;Abmessungen',
    'Farbe',
    'Material|Stoff;woraus;aus was;gemacht aus;besteht aus',
    'Leistung|Verbrauch;wieviel Watt;Strom (verbraucht|braucht|zieht)',
  ],
};

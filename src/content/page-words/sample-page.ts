import type { Language } from '../../language/locale.ts';
import type { PageFacts } from '../page-facts.ts';

interface SampleWords {
  readonly name: string;
  readonly description: string;
  /** Power consumption, colour temperature, cable length, weight, material. */
  readonly properties: readonly [string, string, string, string, string];
  readonly aluminium: string;
}

const words: Record<Language, SampleWords> = {
  en: {
    name: 'Orbit 3 Desk Lamp',
    description: 'A small lamp with a heavy foot and an arm that stays where you put it.',
    properties: ['Power consumption', 'Colour temperature', 'Cable length', 'Weight', 'Material'],
    aluminium: 'Aluminium',
  },
  de: {
    name: 'Orbit 3 Schreibtischlampe',
    description: 'Eine kleine Lampe mit schwerem Fuß und einem Arm, der stehen bleibt, wo man ihn hinstellt.',
    properties: ['Leistungsaufnahme', 'Farbtemperatur', 'Kabellänge', 'Gewicht', 'Material'],
    aluminium: 'Aluminium',
  },
  es: {
    name: 'Lámpara de escritorio Orbit 3',
    description: 'Una lámpara pequeña con un pie pesado y un brazo que se queda donde se pone.',
    properties: ['Consumo', 'Temperatura de color', 'Longitud del cable', 'Peso', 'Material'],
    aluminium: 'Aluminio',
  },
  fr: {
    name: 'Lampe de bureau Orbit 3',
    description: 'Une petite lampe au pied lourd, dont le bras reste là où on le met.',
    properties: ['Consommation', 'Température de couleur', 'Longueur du câble', 'Poids', 'Matériau'],
    aluminium: 'Aluminium',
  },
  pt: {
    name: 'Luminária de mesa Orbit 3',
    description: 'Uma luminária pequena, de base pesada, com um braço que fica onde é colocado.',
    properties: ['Consumo', 'Temperatura de cor', 'Comprimento do cabo', 'Peso', 'Material'],
    aluminium: 'Alumínio',
  },
  zh: {
    name: 'Orbit 3 台灯',
    description: '一盏小巧的台灯，底座稳重，灯臂停在您放的位置。',
    properties: ['功率', '色温', '电源线长度', '重量', '材质'],
    aluminium: '铝合金',
  },
  ja: {
    name: 'Orbit 3 デスクライト',
    description: '重みのある台座と、置いた位置で止まるアームを備えた小さなライトです。',
    properties: ['消費電力', '色温度', 'コード長', '重量', '素材'],
    aluminium: 'アルミニウム',
  },
  ru: {
    name: 'Настольная лампа Orbit 3',
    description: 'Небольшая лампа с тяжёлым основанием и плечом, которое остаётся там, где его поставили.',
    properties: ['Мощность', 'Цветовая температура', 'Длина кабеля', 'Вес', 'Материал'],
    aluminium: 'Алюминий',
  },
  ar: {
    name: 'مصباح مكتب Orbit 3',
    description: 'مصباح صغير بقاعدة ثقيلة وذراع يبقى حيث تضعه.',
    properties: ['استهلاك الطاقة', 'حرارة اللون', 'طول الكابل', 'الوزن', 'المادة'],
    aluminium: 'ألومنيوم',
  },
};

/** A product page such as a shop in this language has, for tests and measurements. */
export function samplePage(language: Language): PageFacts {
  const { name, description, properties, aluminium } = words[language];
  const values = ['9 W', '2700–6500 K', '1.8 m', '1.2 kg', aluminium];
  return {
    url: 'https://shop.example/orbit-3',
    locale: language,
    questions: [],
    products: [
      {
        name,
        isMain: true,
        description,
        brand: 'Nordlys',
        sku: 'OR3-BK',
        rating: { value: 4.6, best: 5, count: 312 },
        properties: properties.map((property, index) => ({ name: property, value: values[index] ?? '' })),
        offers: [
          {
            price: 89.9,
            currency: 'EUR',
            validUntil: '2027-03-31',
            availability: 'InStock',
            shipping: [
              { price: 4.9, currency: 'EUR', countries: ['DE'], days: { from: 2, to: 4 } },
              { price: 9.9, currency: 'EUR', countries: ['AT', 'FR'], days: { from: 4, to: 7 } },
            ],
            returns: [{ countries: ['DE', 'AT', 'FR'], days: 30, accepted: true, free: true }],
          },
        ],
        anchor: '#product',
      },
    ],
  };
}

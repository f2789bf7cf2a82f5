import type { PageWords } from './page-words.ts';

export const es: PageWords = {
  labels: {
    price: 'Precio',
    availability: 'Disponibilidad',
    brand: 'Marca',
    maker: 'Fabricante',
    description: 'Descripción',
    specifications: 'Características',
    shipping: 'Envío',
    returns: 'Devolución',
    rating: 'Valoración',
    number: 'Número de artículo',
  },
  ask: {
    price: 'cuesta;vale;caro;cara;barato;costo;importe;cuánto (cuesta|vale|pagar|dinero|euros|sale|cobran|piden);a cuánto está',
    availability:
      'stock;disponible;existencias;agotado;agotada;descatalogado;(queda|quedan|tienen) (alguno|alguna|todavía|aún);(puedo|se puede) (comprar|pedir|encargar);cuándo vuelve disponible',
    brand: 'productor;quién (fabrica|hace|produce);qué (empresa|compañía);de quién producto',
    description:
      'qué es exactamente;para qué (sirve|usa);qué hace;describa;explique;cuénteme;más (información|detalles|sobre);qué tipo de producto;cómo es',
    specifications:
      'especificaciones;ficha técnica;propiedades;prestaciones;funciones;(datos|detalles|información) (técnicos|técnica);todos los datos',
    shipping: 'entrega',
    shippingCost: '(envío|entrega|enviar) (cuesta|precio|gratis|coste|vale|pagar|cuánto);gastos de envío;portes',
    shippingTime:
      '(envío|entrega) (tarda|demora|tiempo|plazo|días|cuándo|rápido);cuándo (llega|llegará|recibo|entregan);cuánto (tarda|demora) llegar;cuántos días;llega (mañana|el {weekday});para el {weekday}',
    shippingPlace:
      '(envían|entregan|mandan|envío|enviar) a {country};(envían|entregan|mandan) (extranjero|internacional|qué países|adónde|me);vivo en {country}',
    returns:
      'devolver;devolverlo;devoluciones;reembolso;reembolsan;cambiarlo;desistimiento;devuelven dinero;cuántos (días|tiempo) (devolver|devolución);no (gusta|convence|satisfecho);cambio de idea;arrepiento',
    rating:
      'valoraciones;opiniones;reseñas;estrellas;puntuación;recomendable;recomiendan;popular;(clientes|gente|compradores|otros) (opinan|dicen|piensan|contentos|contenta|satisfechos|gusta);es bueno;es buena;qué tal;vale la pena;buena calidad',
    number: '(número|código) (modelo|producto|pieza|pedido);referencia;qué modelo;código de barras',
  },
  say: {
    price: '{name} cuesta {price}.',
    until: 'Este precio es válido hasta el {date}.',
    withTax: 'El IVA está incluido.',
    withoutTax: 'El IVA no está incluido.',
    from: 'A la venta a partir del {date}.',
    inLanguage: 'De la página, en {language}:',
    noShipping: 'Sin envío',
    free: 'gratis',
    time: 'plazo de entrega {days}',
    returns: 'Se admiten devoluciones.',
    noReturns: 'No se admiten devoluciones.',
    period: 'Plazo de devolución: {days}.',
    freeReturns: 'La devolución es gratuita.',
    paidReturns: 'La devolución no es gratuita.',
    colon: ': ',
    comma: ', ',
    yes: 'sí',
    no: 'no',
  },
  states: [
    'en stock',
    'pocas unidades',
    'a la venta solo en línea',
    'a la venta solo en tienda',
    'se puede reservar por adelantado',
    'sin existencias, pero se puede pedir para más adelante',
    'sin existencias',
    'ya no se fabrica ni se vende',
  ],
  kinds: [
    'peso;pesa;pesado;pesada',
    'longitud|largo;largo',
    'ancho|anchura',
    'altura|alto;alto',
    'profundidad|fondo',
    'tamaño|dimensiones|medidas|talla;cuánto mide;medidas;grande',
    'color',
    'material|tejido;hecho;hecha',
    'potencia|consumo;vatios;(luz|electricidad) gasta;consume',
  ],
};

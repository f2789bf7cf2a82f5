import type { PageWords } from './page-words.ts';

export const pt: PageWords = {
  labels: {
    price: 'Preço',
    availability: 'Disponibilidade',
    brand: 'Marca',
    maker: 'Fabricante',
    description: 'Descrição',
    specifications: 'Especificações',
    shipping: 'Envio',
    returns: 'Devolução',
    rating: 'Avaliação',
    number: 'Número do artigo',
  },
  ask: {
    price:
      'custa;valor;custo;caro;cara;barato;quanto (custa|vale|é|pagar|dinheiro|sai|cobram|euros|pedem);por quanto (sai|fazem|fica);valor total',
    availability:
      'estoque;stock;disponível;esgotado;esgotada;indisponível;(ainda|resta|restam|sobrou) (tem|alguma|algum);(comprar|encomendar|pedir) (agora|ainda|dá);quando volta disponível;pronta entrega',
    brand: 'produtor;quem (fabrica|faz|produz);que (empresa|companhia);de quem produto',
    description:
      'o que é isso;para que (serve|usa);o que faz;descreva;explique;(fale|conte) (mais|sobre);mais (informações|detalhes|sobre);que tipo de produto;como é',
    specifications:
      'características;ficha técnica;propriedades;recursos;funções;(dados|detalhes|informações) (técnicos|técnicas);todos os dados',
    shipping: 'entrega;frete',
    shippingCost: '(frete|entrega|envio|enviar) (custa|custo|preço|valor|grátis|taxa|pagar|quanto);portes',
    shippingTime:
      '(frete|entrega|envio) (demora|leva|tempo|prazo|dias|quando|rápida);quando (chega|recebo|entregam);quanto tempo (demora|leva|chegar);quantos dias;chega (amanhã|{weekday});até {weekday}',
    shippingPlace:
      '(enviam|entregam|mandam|envio|entrega|frete) para {country};(enviam|entregam|mandam) (exterior|internacional|quais países|onde|mim);moro em {country}',
    returns:
      'devolver;devoluções;trocar;troca;reembolso;estorno;arrependimento;(devolvem|recebo) dinheiro;quantos (tempo|dias) (devolver|devolução|trocar);não (gostar|gostei|servir|satisfeito);mudar de ideia',
    rating:
      'avaliações;opiniões;estrelas;nota;classificação;recomendado;recomendam;popular;(clientes|pessoas|compradores|outros) (dizem|acham|pensam|satisfeitos|satisfeitas|gostam);é bom;é boa;vale a pena;boa qualidade',
    number: '(número|código) (modelo|produto|item|peça);referência;qual modelo;código de barras',
  },
  say: {
    price: '{name} custa {price}.',
    until: 'Este preço é válido até {date}.',
    withTax: 'Os impostos estão incluídos.',
    withoutTax: 'Os impostos não estão incluídos.',
    from: 'À venda a partir de {date}.',
    inLanguage: 'Da página, em {language}:',
    noShipping: 'Sem envio',
    free: 'grátis',
    time: 'prazo de entrega {days}',
    returns: 'Devoluções são aceitas.',
    noReturns: 'Devoluções não são aceitas.',
    period: 'Prazo de devolução: {days}.',
    freeReturns: 'A devolução é gratuita.',
    paidReturns: 'A devolução não é gratuita.',
    colon: ': ',
    comma: ', ',
    yes: 'sim',
    no: 'não',
  },
  states: [
    'em estoque',
    'poucas unidades',
    'à venda só on-line',
    'à venda só na loja física',
    'em pré-venda',
    'sem estoque, com encomenda para entrega posterior',
    'sem estoque',
    'fora de linha',
  ],
  kinds: [
    'peso;pesa;pesado;pesada',
    'comprimento;longo',
    'largura',
    'altura;alto',
    'profundidade',
    'tamanho|dimensões|medidas;quanto mede;medidas;grande',
    'cor;cores',
    'material|tecido;feita;feito',
    'potência|consumo;watts;energia gasta;consome',
  ],
};

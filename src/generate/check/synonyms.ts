import { fold } from '../../language/fold.ts';
import type { Language } from '../../language/locale.ts';
import { normalizeText } from '../../language/normalize.ts';
import { stem } from '../../language/stem.ts';

/**
 * Words that say the same in talk about orders, money, devices and their parts: a reply may have one where the unit has
 * another. Groups are separated by `;`. A word stands in one group only, and no group holds a word and its contrary.
 */
const groups: Record<Language, string> = {
  en: `buy purchase order ordered ordering placed; parcel package shipment delivery; carrier courier; send ship dispatch mail post; sent shipped dispatched leave leaves left;
arrive reach come receive get got received turn; refund reimburse back money; return returned send sendback; exchange swap change switch; replace replacement new; cost price fee charge pay paid; free gratis charge expense;
take takes last need; mean tell show indicate; remove delete erase wipe lost gone; keep remain stay store retain kept; press hold tap push click; let allow may permit permitted; start begin; stop end;
e-mail email mail; phone telephone call; notify inform tell told know; address; mobile cellphone; reply answer respond response; ask request apply; write contact reach message; choose pick select option; enter type fill put; open; close shut;
connect link pair plug; wi-fi wifi wlan wireless; label sticker; bottom underneath below beneath under; reset; restart reboot; battery; charger adapter power; full complete whole entire; broken faulty defective damaged; blocked stuck jammed clogged block clog;
hot warm; wash clean rinse; repair fix mend; cover include contain covered included protected; warranty guarantee; price amount; discount reduction off; code voucher coupon; gift present giver; shop store market marketplace; showroom; country state nation;
day; hour; usually normally mostly generally nearly almost; immediately straight instantly; again anew more; late delayed; quick fast quickly; easy simple; number; several many; maximum most; minimum least; highest top; possible; account profile; password; login log sign; browser; unlock unlocks opens; wrong incorrect error; correct right; name; person human somebody team; neighbour; home house; box packaging carton; receipt proof; bought; sure; question; support; wear worn; swim swimming; shower; water liquid wet; uk kingdom britain england; us usa states america; eu european union; working business weekday; collect collected pick; drop hand; hearing listening listen music; turn switch; online web internet; printer print; wait waits; automatically itself own; approximately about around; unused; tax vat; duty customs tariff; instalment part split; total altogether all; regularly; additional another further extra; following next; previous earlier old; single one only once; stated written; photo picture; valid usable; expire expired; attempt try; require required needed must; happen; remember; lid; allowed fly; supply provide provides offer gives deliver; suit; illuminate light; dedicated; carry; suggest recommend`,
  zh: `购买 买 下单 订购 订单 预订 预售; 包裹 快件 快递 货物; 快递员 承运商 快递公司; 寄 发货 寄出 寄送 发出 邮寄 配送 派送 送 送达 寄到 寄往; 收到 到货 签收 收货; 退款 退钱 退回 退还 退 返还; 退货 退回; 换 换货 更换 换成 替换; 费用 价格 运费 收费 钱 售价 手续费 费 一分钱; 免费 免 免运费 包邮 不收费; 需要 要 必须 得; 删除 清除 注销 清空 删 删掉; 保留 保持 不变 保存; 按 按住 长按 按下; 可以 能 允许 可; 邮件 邮箱 电子邮件 信; 电话 手机号; 告诉 通知 告知 说明; 回复 答复 回信; 申请 提交 登记; 联系 发给 写信; 选择 选 点 勾选 点击; 输入 填 填写; 打开 开 开启; 关闭 关 关掉 关上; 连接 连 接 连上; 底部 底下 下面 底座; 重启 重新启动; 坏 损坏 破损 故障 坏了; 堵 堵住 堵塞; 热 发热 发烫 烫; 洗 清洗 清洁 水洗 擦; 修 维修 修理; 保修 质保; 范围 保障; 优惠 折扣 减 便宜; 优惠码 码; 礼物 礼品; 店 店铺 商店 门店 展厅; 国家 地区; 马上 立即 立刻; 重新 再; 晚 超时 迟; 快 快速; 最多 最高 不超过 限; 账号 账户; 密码 口令; 登录 登陆; 错 错误; 名字 姓名 抬头; 人工 客服 人; 邻居; 盒 盒子 包装盒 箱; 充电 充; 电量 电池 电; 耳机; 防水 进水; 中国大陆 大陆 国内 中国; 网上 在线 线上; 大约 大概 左右 约; 自动 自己 自行; 打印 打印机; 收据 凭证; 税 关税 增值税 税费; 有效期 有效; 图片 照片; 银行卡 卡 信用卡; 卡号; 后四位 四位 最后; 附加 另外 额外 另; 全部 所有 都 总共 全; 丢 丢失 遗失; 有货 现货 库存; 预留 保留; 修改 改 更改 更正; 地址 收货地址; 戴 佩戴; 游泳; 洗澡 淋浴; 支付 付款 付 付清 支付方式; 时间 期限; 扔 丢弃; 使用 用; 货到付款; 停止 停用; 支持 兼容; 使用 可用; 吸力; 变弱 变小 弱 不足 不够; 上锁 锁 锁住; 解锁 解开; 期 账期; 复制 拷; 温度 温热; 正常 没问题; 松手 松开; 家 家里; 以内 之内 内; 提前; 取件 取 自提; 出售 销售 卖; 索要 问; 表示 说明 意味; 满载; 闪烁 闪 缓闪 快闪; 缓慢 慢; 找到 找 查找; 补发 重发 重新发货; 购物`,
  es: 'pedido compra orden; paquete envio; transportista mensajero; enviar mandar expedir; recibir llegar; reembolso devolver dinero; cambiar canjear; precio coste costo tarifa; gratis gratuito; borrar eliminar; guardar conservar; pulsar presionar mantener; correo email e-mail; telefono movil; elegir escoger seleccionar; conectar enlazar emparejar; roto danado averiado; reparar arreglar; cubrir incluir; garantia; descuento rebaja; tienda comercio; necesitar requerir; utilizar usar emplear',
  de: 'bestellen kaufen bestellung auftrag; paket sendung lieferung; zusteller paketdienst bote; senden schicken versenden; erhalten bekommen ankommen; erstatten erstattung geld zuruck; zuruckgeben zuruckschicken rucksendung; tauschen umtauschen wechseln; kosten preis gebuhr; kostenlos gratis kostenfrei umsonst; loschen entfernen; behalten aufbewahren bleiben; drucken halten tippen; mail e-mail email; telefon anrufen; wahlen auswahlen; verbinden koppeln; kaputt defekt beschadigt; reparieren reparatur; abdecken enthalten; garantie gewahrleistung; rabatt nachlass; laden geschaft shop; brauchen benotigen; verwenden benutzen nutzen; sofort umgehend gleich; handy smartphone',
  fr: 'commande achat commander acheter; colis paquet envoi; transporteur livreur; envoyer expedier; recevoir arriver; rembourser remboursement argent; renvoyer retourner; echanger changer; prix cout frais tarif; gratuit offert; supprimer effacer; garder conserver; appuyer maintenir; mail e-mail courriel email; telephone appeler; choisir selectionner; connecter associer relier; casse abime defectueux; reparer reparation; couvrir inclure; garantie; remise reduction; magasin boutique; besoin necessaire; utiliser servir',
  pt: 'pedido compra encomenda comprar; pacote remessa encomenda; transportadora entregador; enviar mandar postar; receber chegar; reembolso dinheiro estorno; devolver devolucao; trocar mudar; preco custo taxa; gratis gratuito; apagar excluir eliminar; guardar manter; pressionar segurar apertar; email e-mail; telefone celular ligar; escolher selecionar; conectar ligar parear; quebrado danificado defeito; consertar reparar; cobrir incluir; garantia; desconto; loja; precisar necessario; usar utilizar',
  ru: 'заказ покупка заказать купить; посылка отправление; перевозчик курьер; отправить выслать послать; получить прийти; вернуть возврат деньги; обменять заменить; цена стоимость плата; бесплатно даром; удалить стереть; сохранить хранить; нажать удерживать; почта письмо e-mail; телефон позвонить; выбрать; подключить соединить; сломан повреждён; ремонт починить; гарантия; скидка; магазин; использовать пользоваться; нужно требуется',
  ar: 'طلب شراء; طرد شحنة; شركة مندوب ناقل; ارسال شحن; استلام وصول; استرداد المال; ارجاع اعادة; استبدال تغيير; سعر تكلفة رسوم; مجاني; حذف مسح; اضغط; بريد ايميل; هاتف جوال; اختر; توصيل ربط اقتران; مكسور تالف; اصلاح; ضمان; خصم; متجر; استخدام',
  ja: '注文 購入; 荷物 小包 配送; 配送業者 運送会社; 送る 発送 送付; 届く 到着 受け取る; 返金 払い戻し; 返品 返送; 交換; 料金 費用 価格 送料; 無料 ただ; 削除 消去; 保存 保管; 押す 長押し; メール; 電話; 選ぶ 選択; 接続 つなぐ ペアリング; 故障 破損 壊れ; 修理; 保証; 割引; 店 店舗; 使う 利用 使用',
};

const tables = new Map<Language, ReadonlyMap<string, string>>();

/** One term for all words of a group; a word of no group stands for itself. Takes and gives stemmed terms. */
export function oneTerm(term: string, language: Language): string {
  let table = tables.get(language);
  if (table === undefined) {
    table = tableOf(language);
    tables.set(language, table);
  }
  return table.get(term) ?? term;
}

function tableOf(language: Language): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  for (const group of groups[language].split(';')) {
    const terms = group
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word) => stem(fold(normalizeText(word)).replaceAll('-', ''), language));
    const [first = ''] = terms;
    for (const term of terms) if (!table.has(term)) table.set(term, first);
  }
  return table;
}

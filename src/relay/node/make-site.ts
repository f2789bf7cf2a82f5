import { readMoney } from '../../policy/read-money.ts';
import { SignedHttpShop } from '../actions/signed-http-shop.ts';
import { OpenAiModel } from '../answers/openai-model.ts';
import type { Connector } from '../connectors/connector.ts';
import { defaultPriority, type PriorityRules } from '../handoffs/priority.ts';
import { defaultRetention, type Site } from '../site.ts';
import { ConfigError, type SiteConfig } from './config.ts';
import { MailConnector } from './connectors/mail-connector.ts';
import { WebhookConnector } from './connectors/webhook-connector.ts';
import { readRights } from './read-rights.ts';

/** A site as the relay works with it. Throws a ConfigError where something that the file names cannot be used. */
export async function makeSite(config: SiteConfig): Promise<Site> {
  const { id, name, publicKeys, origins, locale, rights, shop, identity, retention, hours, replyWithin, priority, pack } = config;
  const connectors = connectorsOf(config);
  return {
    id,
    name,
    publicKeys,
    origins,
    locale,
    rights: rights === undefined ? {} : await readRights(rights),
    retention: { ...defaultRetention, ...given(retention) },
    priority: priorityOf(id, priority),
    ...(shop === undefined ? {} : { shop: new SignedHttpShop(shop) }),
    ...(identity === undefined ? {} : { identity: given(identity) }),
    ...(hours === undefined ? {} : { hours }),
    ...(replyWithin === undefined ? {} : { replyWithin }),
    ...(pack === undefined ? {} : { pack }),
    ...(connectors.length === 0 ? {} : { connectors }),
    ...(config.answers === undefined ? {} : { model: new OpenAiModel(given(config.answers)) }),
  };
}

function connectorsOf({ id, webhook, mail }: SiteConfig): Connector[] {
  try {
    return [
      ...(webhook === undefined ? [] : [new WebhookConnector(given(webhook))]),
      ...(mail === undefined ? [] : [new MailConnector(given(mail))]),
    ];
  } catch (thrown) {
    throw new ConfigError(`site ${id}: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
}

function priorityOf(site: string, { reasons, upset, value }: SiteConfig['priority']): PriorityRules {
  return {
    reasons: { ...defaultPriority.reasons, ...given(reasons) },
    upset: upset ?? defaultPriority.upset,
    value: value.map(({ from, points }) => {
      const money = readMoney(from);
      if (money === undefined) throw new ConfigError(`site ${site}: "${from}" is no amount; write it as in: 250 EUR`);
      return { from: money, points };
    }),
  };
}

type Given<T> = { [Name in keyof T]: Exclude<T[Name], undefined> };

/** An optional field that is undefined is one that is not there. */
function given<T extends object>(object: T): Given<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Given<T>;
}

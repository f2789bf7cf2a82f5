import { readMoney } from '../../policy/read-money.ts';
import { keyOfSecret } from '../actions/signature.ts';
import { SignedHttpShop } from '../actions/signed-http-shop.ts';
import type { AnswerModel } from '../answers/answer-model.ts';
import type { Connector } from '../connectors/connector.ts';
import { defaultPriority, type PriorityRules } from '../handoffs/priority.ts';
import { defaultRetention, type Site } from '../site.ts';
import { ConfigError, type SiteConfig } from './config.ts';
import { readRights } from './read-rights.ts';

/** A site as the relay works with it. Throws a ConfigError where something that the file names cannot be used. */
export async function makeSite(config: SiteConfig): Promise<Site> {
  const { id, name, publicKeys, origins, locale, rights, shop, identity, retention, hours, replyWithin, priority, pack } = config;
  const connectors = await connectorsOf(config);
  return {
    id,
    name,
    publicKeys,
    origins,
    locale,
    rights: rights === undefined ? {} : await readRights(rights),
    retention: { ...defaultRetention, ...given(retention) },
    priority: priorityOf(id, priority),
    ...(shop === undefined ? {} : { shop: new SignedHttpShop(shop), shopKeys: [keyOfSecret(shop.secret)] }),
    ...(identity === undefined ? {} : { identity: given(identity) }),
    ...(hours === undefined ? {} : { hours }),
    ...(replyWithin === undefined ? {} : { replyWithin }),
    ...(pack === undefined ? {} : { pack }),
    ...(connectors.length === 0 ? {} : { connectors }),
    ...(config.answers === undefined ? {} : { model: await modelOf(config.answers) }),
  };
}

/** What a site does not use is not loaded: a relay starts in less than a second. */
async function connectorsOf({ id, webhook, mail }: SiteConfig): Promise<Connector[]> {
  const connectors: Connector[] = [];
  try {
    if (webhook !== undefined) connectors.push(new (await import('./connectors/webhook-connector.ts')).WebhookConnector(given(webhook)));
    if (mail !== undefined) connectors.push(new (await import('./connectors/mail-connector.ts')).MailConnector(given(mail)));
  } catch (thrown) {
    throw new ConfigError(`site ${id}: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
  return connectors;
}

async function modelOf(answers: NonNullable<SiteConfig['answers']>): Promise<AnswerModel> {
  return new (await import('../answers/openai-model.ts')).OpenAiModel(given(answers));
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

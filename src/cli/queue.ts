/** The queue that several machines share: where it is, and what travels over it. */
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import type { Input } from '../batch/result.js'
import type { Done } from '../batch/run.js'
import { codeOf, systemNow } from '../files/port.js'
import { digestOfTexts } from '../files/shipped.js'
import { type Language, visible, wordsIn } from '../index.js'
import type { BatchSettings } from './batch-scorer.js'
import type { Bull, Connected, Connectors } from './bullmq.js'
import type { Context } from './context.js'
import { UsageError } from './exit.js'
import { Libraries } from './rulesets.js'

/** The one name under which batches and workers meet. */
export const queueName = 'flowready'

/** A few inputs, and everything that decides what becomes of them. */
export interface Work {
  readonly made: Made
  readonly language: Language
  /** {@link BatchSettings}, packed. */
  readonly settings: string
  /** No storage is shared: the inputs bring their texts, and the reports travel back. */
  readonly inline: boolean
  readonly inputs: readonly Input[]
}

/** By whom a result is made: others would make other bytes. */
export interface Made {
  /** Of flowready. */
  readonly version: string
  /** Over the texts of all rulesets. */
  readonly rulesets: string
}

export interface Worked {
  readonly done: readonly Done[]
  /** Where no storage is shared: name, and content in base64. */
  readonly reports?: readonly (readonly [name: string, content: string])[]
}

/** Why a worker gave up on some work, as the text of an error. */
export type Failure =
  | { readonly notWritten: { readonly host: string; readonly path: string; readonly code: string } }
  | { readonly fault: string }

/** A connection as BullMQ takes it, and what people see of it. */
export interface Address {
  readonly connection: object
  readonly shown: string
  /** It answered, and is tried for again when it is away. */
  there: boolean
}

/**
 * @param tries how often a queue that was there is tried for again, two seconds apart
 * @throws UsageError for an address that cannot be, or one that holds a password: process lists show it
 */
export function addressOf(context: Context, text: string, tries = Infinity): Address {
  const { env, cwd } = context.environment
  const say = wordsIn(context.settings.language.value).queue
  // What follows a question mark is taken for options, a password among them.
  if (/[@?]/.test(text)) throw new UsageError(say.credentials)
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url?.hostname || !/^rediss?:$/.test(url.protocol) || !/^(\/\d{0,5})?$/.test(url.pathname) || url.hash)
    throw new UsageError(say.badAddress(visible(text)))
  const file = (name: string) => {
    const path = env[name]
    try {
      return path ? systemNow.readFile(resolve(cwd, path)) : undefined
    } catch (error) {
      throw new UsageError(say.noFile(name, visible(path!), codeOf(error)))
    }
  }
  const tls = {
    ca: file('FLOWREADY_QUEUE_CA'),
    cert: file('FLOWREADY_QUEUE_CERT'),
    key: file('FLOWREADY_QUEUE_KEY'),
  }
  const port = url.port || '6379'
  const at: Address = {
    shown: `${url.protocol}//${url.hostname}:${port}${url.pathname}`,
    there: false,
    connection: {
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: Number(port),
      db: Number(url.pathname.slice(1)),
      username: env.FLOWREADY_QUEUE_USER || undefined,
      password: env.FLOWREADY_QUEUE_PASSWORD || undefined,
      ...(url.protocol === 'rediss:' && { tls }),
      // What was asked while the queue was away is asked again.
      maxRetriesPerRequest: null,
      connectTimeout: 5000,
      retryStrategy: (times: number) => (at.there && times <= tries ? Math.min(times * 100, 2000) : null),
    },
  }
  return at
}

/**
 * Looks for BullMQ beside flowready, then from the working folder.
 * @returns it, and what a connection needs in addition
 * @throws UsageError where it is not
 */
export function loadBull(context: Context): Bull & { readonly connector: object } {
  const { home, cwd } = context.environment
  for (const from of [home, cwd]) {
    const require = createRequire(join(from, 'any.js'))
    try {
      const { StandaloneConnector } = createRequire(require.resolve('bullmq'))('ioredis/built/connectors') as Connectors
      class Connector extends StandaloneConnector {
        /** ioredis hears the first error of a connection; TLS may tell two, and one that nobody hears ends the process. */
        override async connect(emitter: object) {
          return (await super.connect(emitter)).on('error', () => undefined)
        }
      }
      return { ...(require('bullmq') as Bull), connector: { Connector } }
    } catch (error) {
      if (codeOf(error) !== 'MODULE_NOT_FOUND') throw error
    }
  }
  throw new UsageError(wordsIn(context.settings.language.value).queue.notInstalled)
}

/** Waits until the queue answers whoever asks it. @throws UsageError where it does not */
export async function reached(context: Context, at: Address, ...asking: readonly Connected[]): Promise<void> {
  let why = ''
  for (const it of asking)
    it.on('error', (error) => (why ||= ('reason' in error && String(error.reason)) || error.message))
  const silent = rest(10_000).then(() => Promise.reject(new Error(why)))
  try {
    await Promise.race([Promise.all(asking.map((it) => it.waitUntilReady())), silent])
    at.there = true
  } catch (error) {
    void Promise.allSettled(asking.map((it) => it.close()))
    const { notReached } = wordsIn(context.settings.language.value).queue
    throw new UsageError(notReached(at.shown, visible(why || (error as Error).message)))
  }
}

/** What this flowready makes results with. */
export async function madeHere(context: Context): Promise<Made> {
  const { library } = (await Libraries.of(context)).usual
  const paths = ['common', ...library.ids().flatMap((id) => [id, `${id}/i18n`])].flatMap((folder) =>
    library.list(folder).flatMap((name) => (/\.(?:yaml|lock)$/.test(name) ? [`${folder}/${name}`] : [])),
  )
  return { version: context.environment.version, rulesets: digestOfTexts(library, paths) }
}

/** As text, bytes of a logo included. */
export const packed = (settings: BatchSettings): string =>
  JSON.stringify(settings, function (this: Record<string, unknown>, key, value: unknown) {
    const raw = this[key]
    return raw instanceof Uint8Array ? { base64: Buffer.from(raw).toString('base64') } : value
  })

export const unpacked = (text: string): BatchSettings =>
  JSON.parse(text, (_, value: { readonly base64?: string } | null) =>
    typeof value?.base64 === 'string' ? new Uint8Array(Buffer.from(value.base64, 'base64')) : value,
  ) as BatchSettings

/** Keeps no process alive. */
export const rest = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms).unref())

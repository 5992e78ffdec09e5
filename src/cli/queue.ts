/** The queue that several machines share: where it is, who may use it, and what travels over it. */
import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import type { Input } from '../batch/result.js'
import type { Done } from '../batch/run.js'
import { codeOf, systemNow } from '../files/port.js'
import { digestOfTexts } from '../files/shipped.js'
import { type Language, visible, wordsIn } from '../index.js'
import type { BatchSettings } from './batch-scorer.js'
import type { Context } from './context.js'
import { UsageError } from './exit.js'
import { Libraries } from './rulesets.js'

/** A few inputs, and everything that decides what becomes of them. */
export interface Work {
  readonly made: Made
  readonly language: Language
  /** {@link BatchSettings}, packed. */
  readonly settings: string
  /** No storage is shared: the inputs bring their texts, and the reports travel back. */
  readonly inline: boolean
  readonly inputs: readonly Input[]
  /** Of their texts. */
  readonly sha256: readonly (string | null)[]
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
export interface Failure {
  readonly notWritten?: { readonly path: string; readonly code: string }
  readonly fault?: string
}

/** What is used of BullMQ; it is no part of flowready, and installed by those who want it. */
export interface Bull {
  readonly Queue: new (name: string, options: object) => BullQueue
  readonly QueueEvents: new (name: string, options: object) => Emitter & { close(): Promise<void> }
  readonly Worker: new (
    name: string,
    work: (job: BullJob, token: string) => Promise<Worked>,
    options: object,
  ) => Emitter & { close(): Promise<void>; waitUntilReady(): Promise<unknown> }
  readonly WaitingError: new () => Error
}
interface Emitter {
  on(event: 'error', heard: (error: Error) => void): unknown
  on(event: string, heard: (about: { jobId: string }) => void): unknown
}
export interface BullQueue extends Emitter {
  add(name: string, data: Work, options: object): Promise<unknown>
  getJob(id: string): Promise<BullJob | undefined>
  getJobState(id: string): Promise<string>
  getWorkersCount(): Promise<number>
  trimEvents(most: number): Promise<unknown>
  waitUntilReady(): Promise<unknown>
  close(): Promise<void>
}
export interface BullJob {
  readonly data: Work
  readonly returnvalue: Worked
  readonly failedReason?: string
  remove(): Promise<void>
  moveToWait(token: string): Promise<unknown>
}

/** The one name under which batches and workers meet. */
export const queueName = 'flowready'

/** How long a queue that was there may be away, in milliseconds: a Redis that reads its file again takes minutes. */
export const patience = 10 * 60_000

/** A connection as BullMQ takes it, and what people see of it. */
export interface Address {
  readonly connection: object
  readonly shown: string
  /** It is not tried for any more. */
  leave(): void
}

/** @throws UsageError for an address that cannot be, or one that holds a password: process lists show it */
export function addressOf(context: Context, text: string): Address {
  const { env, cwd } = context.environment
  const say = wordsIn(context.settings.language.value).queue
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && (url.username !== '' || url.password !== '')) throw new UsageError(say.credentials)
  if (
    !url ||
    !['redis:', 'rediss:'].includes(url.protocol) ||
    url.hostname === '' ||
    !/^(\/\d{0,5})?$/.test(url.pathname)
  )
    throw new UsageError(say.badAddress(visible(text)))
  const given = (name: string) => (env[name] === '' ? undefined : env[name])
  const file = (name: string) => {
    const path = given(name)
    if (path === undefined) return undefined
    try {
      return systemNow.readFile(resolve(cwd, path))
    } catch (error) {
      throw new UsageError(say.noFile(name, visible(path), codeOf(error)))
    }
  }
  let left = false
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return {
    shown: `${url.hostname}:${url.port || '6379'}`,
    leave: () => void (left = true),
    connection: {
      host,
      port: Number(url.port || 6379),
      db: Number(url.pathname.slice(1) || 0),
      username: given('FLOWREADY_QUEUE_USER'),
      password: given('FLOWREADY_QUEUE_PASSWORD'),
      ...(url.protocol === 'rediss:' && {
        tls: {
          ca: file('FLOWREADY_QUEUE_CA'),
          cert: file('FLOWREADY_QUEUE_CERT'),
          key: file('FLOWREADY_QUEUE_KEY'),
        },
      }),
      // What was asked while the queue was away is asked again.
      maxRetriesPerRequest: null,
      connectTimeout: 5000,
      retryStrategy: (times: number) => (left ? null : Math.min(times * 100, 2000)),
    },
  }
}

/** Looks for BullMQ beside flowready, then from the working folder. @throws UsageError where it is not */
export function loadBull(context: Context): Bull {
  const { home, cwd } = context.environment
  for (const from of [home, cwd]) {
    const require = createRequire(join(from, 'any.js'))
    try {
      createRequire(require.resolve('bullmq')).resolve('ioredis')
      return require('bullmq') as Bull
    } catch (error) {
      if (codeOf(error) !== 'MODULE_NOT_FOUND') throw error
    }
  }
  throw new UsageError(wordsIn(context.settings.language.value).queue.notInstalled)
}

/**
 * Waits until the queue answers.
 * @param started which tells its troubles by the event `error`
 * @throws UsageError where it does not
 */
export async function reached(
  context: Context,
  started: { on(event: 'error', heard: (error: Error) => void): unknown; waitUntilReady(): Promise<unknown> },
  { shown }: Address,
): Promise<void> {
  const say = wordsIn(context.settings.language.value).queue
  let trouble = ''
  started.on('error', (error) => (trouble = error.message))
  let timer
  const late = new Promise<'late'>((resolve) => (timer = setTimeout(() => resolve('late'), 5000)))
  const first = await Promise.race([started.waitUntilReady().catch((error: unknown) => error), late])
  clearTimeout(timer)
  if (first instanceof Error || first === 'late')
    throw new UsageError(say.notReached(shown, visible(first instanceof Error ? first.message : trouble)))
}

/** What this flowready makes results with. */
export async function madeHere(context: Context): Promise<Made> {
  const { library } = (await Libraries.of(context)).usual
  const texts = (folder: string) =>
    library.list(folder).flatMap((name) => (/\.(?:yaml|lock)$/.test(name) ? [`${folder}/${name}`] : []))
  const paths = library.ids().flatMap((id) => [...texts(id), ...texts(`${id}/i18n`)])
  return {
    version: context.environment.version,
    rulesets: digestOfTexts(library, [...paths, ...texts('common')]),
  }
}

/** As text, bytes of a logo included. */
export const packed = (settings: BatchSettings): string =>
  JSON.stringify(settings, function (this: Record<string, unknown>, key, value: unknown) {
    const raw = this[key]
    return raw instanceof Uint8Array ? { base64: Buffer.from(raw).toString('base64') } : value
  })

export const unpacked = (text: string): BatchSettings =>
  JSON.parse(text, (_, value: unknown) =>
    typeof value === 'object' && value !== null && 'base64' in value && typeof value.base64 === 'string'
      ? new Uint8Array(Buffer.from(value.base64, 'base64'))
      : value,
  ) as BatchSettings

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** What is used of BullMQ and ioredis, which are no part of flowready: who wants a queue installs them. */
import type { Socket } from 'node:net'
import type { Work, Worked } from './queue.js'

export interface Bull {
  readonly Queue: new (name: string, options: object) => Queue
  readonly QueueEvents: new (name: string, options: object) => Connected
  readonly Worker: new (name: string, work: (job: Job, token: string) => Promise<Worked>, options: object) => Worker
  /** A job was put back. */
  readonly WaitingError: new () => Error
  /** A job that is not tried again. */
  readonly UnrecoverableError: new (message: string) => Error
}

/** How ioredis connects. */
export interface Connectors {
  readonly StandaloneConnector: new (options: object) => { connect(emitter: object): Promise<Socket> }
}

export interface Connected {
  on(event: 'error', heard: (error: Error) => void): unknown
  on(event: 'completed' | 'failed', heard: (about: { jobId: string }) => void): unknown
  waitUntilReady(): Promise<unknown>
  close(): Promise<void>
}

export interface Queue extends Connected {
  add(name: string, data: Work, options: object): Promise<unknown>
  getJob(id: string): Promise<Job | undefined>
  /** Unless it is worked on. */
  remove(id: string): Promise<unknown>
  getWorkersCount(): Promise<number>
  trimEvents(most: number): Promise<unknown>
}

export interface Worker extends Connected {
  run(): Promise<void>
}

export interface Job {
  readonly data: Work
  readonly attemptsMade: number
  readonly finishedOn?: number
  readonly returnvalue: Worked | null
  readonly failedReason?: string
  moveToWait(token: string): Promise<unknown>
}

/** What a project file stands for on the command line. */
import type { Project } from './project-schema.js'

export const projectFile = 'flowready.yaml'

type Flag = 'theme' | 'output' | 'format' | 'by'

/** The flags that each command takes from it. Elsewhere they mean something else: a list of formats, a single file. */
const taken: Readonly<Record<string, readonly Flag[]>> = {
  assess: ['by'],
  score: ['theme', 'format', 'output'],
  batch: ['theme', 'format', 'output'],
  cohort: ['theme'],
}

/** Formats that a terminal shows: one of them alone needs no folder. */
const shown: ReadonlySet<string> = new Set(['text', 'json', 'md', 'csv', 'ndjson'])

/** The flags that were not given and that the project file gives. */
export function flagsOf(command: string, project: Project, given: Readonly<Record<string, unknown>>): Partial<Project> {
  const flags = Object.fromEntries(
    (taken[command] ?? []).flatMap((name) =>
      given[name] === undefined && project[name] !== undefined ? [[name, project[name]]] : [],
    ),
  ) as Partial<Project>
  const formats = (given.format ?? flags.format ?? ['text']) as readonly string[]
  // What was to be read on the terminal stays there, and a stream stays a stream.
  if (formats.includes('ndjson') || (command === 'score' && formats.length === 1 && shown.has(formats[0]!))) {
    const { output: _, ...rest } = flags
    return rest
  }
  return flags
}

/** The project file of the working folder. Loaded only where there is one. */
import * as gate from '#validators/project'
import { dirname, resolve } from 'node:path'
import { type Diagnostic, type Finding, isError } from '../diagnostics/diagnostic.js'
import { check } from '../documents/gate.js'
import { locate } from '../documents/locate.js'
import { read } from '../documents/read.js'
import type { Source } from '../documents/source.js'
import { staysIn } from '../files/beside.js'
import { readText } from '../files/read-text.js'
import { projectFile } from './project-flags.js'
import type { Project } from './project-schema.js'

export interface ProjectRead {
  readonly project?: Project
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads the project file of a folder, which is there. */
export async function projectIn(folder: string): Promise<ProjectRead> {
  const path = resolve(folder, projectFile)
  const { source, finding } = await readText(path, projectFile)
  return source ? checkedProject(path, source) : { diagnostics: await locate([finding], []) }
}

/** Checks a project file that was read from a path. Paths in it are meant from its own folder. */
export async function checkedProject(path: string, source: Source): Promise<ProjectRead> {
  const { value, findings } = read(source)
  const found: Finding[] = findings.some(isError) ? [...findings] : [...findings, ...check(gate, source, value)]
  if (!found.some(isError)) found.push(...pathsOut(dirname(path), value as Project, source.file))
  const diagnostics = await locate(found, [source])
  if (found.some(isError)) return { diagnostics }
  const project = value as Project
  const from = (name: string) => resolve(dirname(path), name)
  return {
    diagnostics,
    project: {
      ...project,
      ...(project.theme !== undefined && { theme: from(project.theme) }),
      ...(project.rulesets && { rulesets: project.rulesets.map(from) }),
      ...(project.output !== undefined && { output: from(project.output) }),
    },
  }
}

/** Paths that lead out of the folder: nobody who works in a folder of others is made to read or write elsewhere. */
function pathsOut(folder: string, { theme, rulesets = [], output }: Project, file: string): Finding[] {
  const named: [(string | number)[], string | undefined][] = [
    [['theme'], theme],
    ...rulesets.map((it, i): [(string | number)[], string] => [['rulesets', i], it]),
    [['output'], output],
  ]
  return named.flatMap(([at, path]): Finding[] =>
    path === undefined || staysIn(folder, path)
      ? []
      : [{ code: 'project/outside', args: { path }, file, path: at, on: 'value' }],
  )
}

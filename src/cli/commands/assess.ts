/** `flowready assess [RULESET]`: the interview. */
import { dirname, join, resolve } from 'node:path'
import { evidenceIn } from '../../files/evidence.js'
import { kindOf } from '../../files/find.js'
import { shownPath } from '../../files/names.js'
import { readText } from '../../files/read-text.js'
import { AnswersSession } from '../../files/session.js'
import { openTemplates } from '../../files/templates.js'
import { writeFile } from '../../files/write.js'
import type { Speech, Tongues } from '../../interview/asking.js'
import { type AssessHost, begin, type Beginning, essentialsOf, holdAssess, whereKept } from '../../interview/assess.js'
import { Interrupted, type Prompter } from '../../interview/prompter.js'
import type { Notebook } from '../../interview/sitting.js'
import type { Only } from '../../interview/walking.js'
import {
  type AnswersEditor,
  askedOrder,
  type Assessment,
  editing,
  type EvidenceFiles,
  isDay,
  loadWords,
  nearest,
  plain,
  type Report,
  type ReportFormat,
  reportFormats,
  type Ruleset,
  scoreAssessment,
  visible,
  type Words,
  wordsIn,
} from '../../index.js'
import { assessFile, hasError, readAnswersFile } from '../answers-file.js'
import { SessionNotebook, troubleText } from '../answers-session.js'
import type { Context } from '../context.js'
import { notWritten } from '../file-trouble.js'
import { exit, UsageError } from '../exit.js'
import { languageNamed, languageVariable } from '../language.js'
import { canAsk, type OpenPrompter, openPrompter } from '../prompter.js'
import { reportNames } from '../report-names.js'
import { inFile, type Looks, reportOf, showsPlan } from '../report-of.js'
import { Libraries, type Rulesets } from '../rulesets.js'
import { type CommonOptions, isAscii } from '../settings.js'
import { today } from '../today.js'
import { tonguesFor } from '../tongues.js'
import { summaryOf } from './list.js'

export interface AssessCommandOptions extends CommonOptions {
  readonly answers?: string
  readonly by?: string
  readonly asAt?: string
  readonly quick?: boolean
  readonly section?: string
  readonly only?: Only
  readonly preview?: boolean
  readonly from?: string
  readonly plain?: boolean
}

/** Holds the interview. @param open how the terminal is spoken with; tests hand in a script */
export async function run(
  context: Context,
  name: string | undefined,
  options: AssessCommandOptions,
  open: OpenPrompter = openPrompter,
): Promise<number> {
  const { cwd } = context.environment
  const words = await loadWords(context.settings.language.value)
  const say = words.interview.flow.assess
  if (options.asAt !== undefined && !isDay(options.asAt))
    throw new UsageError(words.terminal.cli.notADay('--as-at', visible(options.asAt)))
  if (options.from !== undefined && options.preview !== true) throw new UsageError(say.fromAlone)

  const { usual } = await Libraries.of(context)
  const ids = usual.library.ids()
  if (name !== undefined && !ids.includes(name))
    throw new UsageError(say.unknown(visible(name), nearest(name, ids), words.marks.list(ids.map(visible))))
  // An answers file says which questionnaire it is for.
  const named = options.answers === undefined ? undefined : await rulesetOf(resolve(cwd, options.answers))
  const wanted = name ?? (named !== undefined && ids.includes(named) ? named : undefined)
  if (!canAsk(context)) throw new UsageError(say.noTerminal(visible(wanted ?? ids[0] ?? 'RULESET')))

  let speech: Speech | undefined
  const now = () => speech?.words ?? words
  const prompter = await open(context, {
    ...(options.plain === true ? { plain: true } : {}),
    words: now,
  })
  const state: Held = { began: false }
  try {
    const ruleset = wanted === undefined ? await choose(context, prompter, usual) : await load(context, usual, wanted)
    if (!ruleset) return wanted === undefined ? exit.passed : exit.unusable
    check(ruleset, options, words)
    speech = { language: context.settings.language.value, words, ruleset }
    const tongues = await tonguesFor(ruleset, usual, (now) => (speech = now))
    const interview: Interview = { context, prompter, ruleset, speech, now, tongues, options, state, usual }
    return options.preview === true ? await preview(interview) : await hold(interview)
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error
    const last = now()
    const { flow } = last.interview
    const { notebook } = state
    // A signal was told already.
    if (!context.environment.signal.aborted) context.say(flow.interrupted)
    if (options.preview === true) context.say(flow.previewed)
    else if (!state.began || !notebook) context.say(flow.interruptedEarly)
    else for (const line of whereKept(notebook.unsaved, notebook.file, state.command ?? '', last)) context.say(line)
    return exit.interrupted
  } finally {
    state.notebook?.close()
    prompter.close()
  }
}

/** What is known of an interview when it ends in the middle. */
interface Held {
  began: boolean
  command?: string
  notebook?: SessionNotebook
}

interface Interview {
  readonly context: Context
  readonly prompter: Prompter
  readonly ruleset: Ruleset
  readonly speech: Speech
  /** The words of the moment. */
  readonly now: () => Words
  readonly tongues: Tongues
  readonly options: AssessCommandOptions
  readonly state: Held
  readonly usual: Rulesets
}

async function rulesetOf(path: string): Promise<string | undefined> {
  if ((await kindOf(path)) !== 'file') return undefined
  return readAnswersFile(path, '', await readText(path, '')).written?.ruleset
}

async function load(context: Context, usual: Rulesets, id: string): Promise<Ruleset | undefined> {
  const { ruleset } = await usual.load(id)
  if (!ruleset) await context.warn(wordsIn(context.settings.language.value).interview.flow.assess.invalid(visible(id)))
  return ruleset
}

/** Offers the questionnaires, with a line on each. */
async function choose(context: Context, prompter: Prompter, usual: Rulesets): Promise<Ruleset | undefined> {
  const say = wordsIn(context.settings.language.value).interview.flow.assess
  const rulesets: Ruleset[] = []
  for (const id of usual.library.ids()) {
    const ruleset = await load(context, usual, id)
    if (ruleset) rulesets.push(ruleset)
  }
  const chosen = await prompter.choose(
    say.choose,
    rulesets.map((it) => {
      const { questions, facts } = summaryOf(it)
      return {
        value: it.id,
        label: visible(it.title),
        about: say.chooseAbout(visible(it.about ?? ''), questions + facts, minutes(questions + facts)),
      }
    }),
  )
  return rulesets.find(({ id }) => id === chosen)
}

/** Half a minute a question, in steps of five minutes. */
const minutes = (questions: number): number => Math.max(5, Math.round(questions / 10) * 5)

/** @throws UsageError where an option names what the ruleset does not have */
function check(ruleset: Ruleset, { section, from }: AssessCommandOptions, words: Words): void {
  const say = words.interview.flow.assess
  const all = [ruleset, ...ruleset.parts.map((part) => part.ruleset)]
  if (section !== undefined) {
    const sections = [
      'firm',
      ...all.flatMap((it) => [...it.inventories.keys()]),
      ...all.flatMap((it) => it.sections.map(({ id }) => id)),
    ]
    if (!sections.includes(section))
      throw new UsageError(say.unknownSection(visible(section), words.marks.list(sections)))
  }
  if (from !== undefined && !askedOrder(ruleset).includes(from))
    throw new UsageError(say.unknownId(visible(from), nearest(from, askedOrder(ruleset))))
}

/** The interview over a file. */
async function hold(interview: Interview): Promise<number> {
  const { context, prompter, ruleset, tongues, options, state, usual } = interview
  let { speech } = interview
  let { words } = speech
  const { environment, settings } = context
  const path = resolve(environment.cwd, options.answers ?? `${ruleset.id}.answers.yaml`)
  const file = shownPath(path, environment.cwd)
  state.command = commandOf(ruleset, options)

  const { session, trouble } = AnswersSession.open(path, { file })
  if (trouble) {
    await context.warn(troubleText(trouble, file, words))
    return exit.unusable
  }
  const notebook = new SessionNotebook(session, file, environment.cwd, interview.now)
  state.notebook = notebook
  const order = askedOrder(ruleset)
  const { AnswersEditor: Editor } = await editing()
  let editor: AnswersEditor | undefined
  if (session.source) {
    // What cannot be scored cannot be gone on with either.
    const read = readAnswersFile(path, file, { source: session.source })
    const { diagnostics } = await assessFile(read, usual, options.asAt)
    if (hasError(diagnostics) || read.written?.ruleset !== ruleset.id) {
      await context.diagnose(diagnostics)
      await context.warn(words.interview.flow.assess.unusable(visible(file)))
      return exit.unusable
    }
    editor = Editor.open(session.source, { order }).editor
    // It goes on in the language in which it was left, unless another is asked for.
    const own = languageNamed(editor?.written.language ?? '')
    const asked = settings.language.from === '--lang' || settings.language.from === languageVariable
    if (own !== undefined && own !== speech.language && !asked && tongues.languages.includes(own)) {
      speech = await tongues.in(own)
      words = speech.words
    }
  }
  const { flow } = words.interview
  const beginning = await begin(prompter, words, {
    file,
    title: speech.ruleset.title,
    ...(options.quick === true
      ? { questions: essentialsOf(ruleset, options.asAt ?? today(environment)), quick: true }
      : { questions: order.length }),
    ...(context.settings.project.value?.firm && { firm: context.settings.project.value.firm.name }),
    ...(options.by === undefined ? {} : { by: options.by }),
    ...(editor ? { before: lastOf(editor) } : {}),
  })
  if (!beginning) {
    prompter.say([flow.notBegun(visible(state.command))])
    return exit.passed
  }
  state.began = true
  const day = today(environment)
  const fresh = !editor
  editor ??= Editor.create(
    {
      ruleset: ruleset.id,
      rulesetVersion: ruleset.version,
      firm: { name: beginning.firm },
      date: day,
      ...(speech.language === 'en' ? {} : { language: speech.language }),
    },
    file,
    { order },
  )
  if (fresh && options.quick === true) editor.setScope('quick')
  if (!fresh && options.quick !== true && editor.written.scope === 'quick') {
    if (await prompter.confirm(flow.assess.onlyQuick, true)) editor.setScope(undefined)
  }
  // Whoever goes on is asked what is new, so that the file is of this version from then on.
  if (editor.written.rulesetVersion !== ruleset.version) editor.setRulesetVersion(ruleset.version)
  addPerson(editor, beginning)
  if (fresh) notebook.save(editor.text())

  // Going on, the file was named already. What a full assessment holds stays in it, and out of a quick one's score.
  const onlyNow = options.quick === true && editor.written.scope !== 'quick'
  if (fresh || onlyNow) prompter.say([fresh ? flow.assess.file(visible(file)) : flow.assess.quickNow])
  await holdAssess({
    prompter,
    speech,
    tongues,
    editor,
    notebook,
    today: day,
    ...(beginning.by === undefined ? {} : { by: beginning.by }),
    ...limitsOf(options),
    evidenceFiles: evidenceBeside(path),
    host: hostOf(interview, evidenceBeside(path)),
  })
  return exit.passed
}

const limitsOf = ({ asAt, quick, section, only, from }: AssessCommandOptions) => ({
  quick: quick === true,
  ...(asAt === undefined ? {} : { asAt }),
  ...(section === undefined ? {} : { section }),
  ...(only === undefined ? {} : { only }),
  ...(from === undefined ? {} : { from }),
})

function lastOf({ written }: AnswersEditor): { firm: string; by?: string } {
  const last = written.preparedBy?.at(-1)?.name
  return { firm: written.firm.name, ...(last === undefined ? {} : { by: last }) }
}

function addPerson(editor: AnswersEditor, { by }: Beginning): void {
  const people = editor.written.preparedBy ?? []
  if (by !== undefined && !people.some(({ name }) => name === by)) editor.setPreparedBy([...people, { name: by }])
}

/** The same again: with what the file does not remember. */
const commandOf = (ruleset: Ruleset, options: AssessCommandOptions): string =>
  [
    `flowready assess ${ruleset.id}`,
    ...(['answers', 'section', 'only', 'asAt', 'by', 'lang'] as const).flatMap((name) => {
      const value = options[name]
      return value === undefined ? [] : [`${flags[name]} ${quoted(value)}`]
    }),
    ...(options.rulesets ?? []).map((folder) => `--rulesets ${quoted(folder)}`),
    ...(options.quick === true ? ['--quick'] : []),
    ...(options.plain === true ? ['--plain'] : []),
  ].join(' ')

const flags = {
  answers: '--answers',
  section: '--section',
  only: '--only',
  asAt: '--as-at',
  by: '--by',
  lang: '--lang',
} as const

const quoted = (path: string): string => (/^[\w./~-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`)

function evidenceBeside(path: string): EvidenceFiles {
  const lookUp = evidenceIn(dirname(path))
  return (name) => {
    const found = lookUp(name)
    return found.state === 'there' ? { exists: true, sha256: found.sha256 } : { exists: false }
  }
}

/** The same without a file, with an entry of each list, so that its questions are there to be seen. */
async function preview(interview: Interview): Promise<number> {
  const { context, prompter, ruleset, speech, tongues, options } = interview
  const day = today(context.environment)
  const { AnswersEditor: Editor } = await editing()
  const editor = Editor.create(
    { ruleset: ruleset.id, rulesetVersion: ruleset.version, firm: { name: '-' }, date: day },
    '',
    { order: askedOrder(ruleset) },
  )
  for (const it of [ruleset, ...ruleset.parts.map((part) => part.ruleset)])
    for (const { id, entry } of it.inventories.values())
      if (editor.entries(id).length === 0) editor.addEntry(id, 'example', entry)
  const notebook: Notebook = { file: '-', save: () => undefined, elsewhere: () => undefined }
  await holdAssess({
    prompter,
    speech,
    tongues,
    editor,
    notebook,
    today: day,
    ...limitsOf(options),
    preview: true,
    host: hostOf(interview, () => undefined),
  })
  return exit.passed
}

function hostOf({ context, ruleset, options }: Interview, evidenceFiles: EvidenceFiles): AssessHost {
  const { environment, width } = context
  const report = (assessment: Assessment, { language }: Speech, plan: boolean): Report =>
    reportOf(context, scoreAssessment(assessment), evidenceFiles, { language, plan })
  return {
    command: commandOf(ruleset, options),
    // Without colour: a prompter shows every character that a terminal would obey.
    summary: (assessment, speech) =>
      reportFormats.text.render(report(assessment, speech, false), {
        words: speech.words,
        width: Math.min(width, 100) - 1,
        color: plain,
        ascii: isAscii(environment),
      }),
    writeReports: async (assessment, speech) => {
      const { cli } = speech.words.terminal
      const formats: readonly ReportFormat[] = Object.values(reportFormats)
      const files = formats.filter((it) => it.name !== 'text')
      const made = report(assessment, speech, showsPlan(files, false))
      const looks: Looks = { words: speech.words, templates: openTemplates(environment.home) }
      const { name: firm, reference } = assessment.answers.written.firm
      const [name] = reportNames([{ firm, file: '', ...(reference === undefined ? {} : { reference }) }])
      const said: string[] = []
      for (const format of files) {
        const path = join(resolve(environment.cwd, 'reports'), `${name}.${format.extension}`)
        try {
          await writeFile(path, (await inFile(format, made, looks, name!)).content)
          said.push(cli.wrote(visible(shownPath(path, environment.cwd))))
        } catch (error) {
          said.push(notWritten(context, error))
        }
      }
      return said
    },
  }
}

/** From a report to the bytes of a PDF: one language, one file, the report itself inside. */
import type { Report } from '../../../report/schema.js'
import { sealed } from '../../../report/seal.js'
import { visibleJson } from '../../../text/visible.js'
import { houseTheme } from '../../../theme/theme.js'
import type { RenderOptions } from '../format.js'
import { Fonts, printed } from './fonts.js'
import { Frame, type Page } from './frame.js'
import { linesOf } from './lines.js'
import { flows } from './pages/flows.js'
import { gaps } from './pages/gaps.js'
import { ledger } from './pages/ledger.js'
import { method } from './pages/method.js'
import { plan } from './pages/plan.js'
import { standing } from './pages/standing.js'
import { summary } from './pages/summary.js'
import { upcoming } from './pages/upcoming.js'
import { Document, inXml } from './pdfkit.js'
import { Sheet } from './sheet.js'
import { measure, scale, sheet as page } from './style.js'

/** The kinds of pages, in their order. */
const pages: readonly Page[] = [summary, standing, flows, gaps, plan, upcoming, method, ledger]

/** @throws where no templates were handed in: without fonts there is no document */
export function documentOf(report: Report, options: RenderOptions): Uint8Array {
  const { words, templates, theme = houseTheme } = options
  if (!templates) throw new Error('a PDF is made with fonts: hand in `templates`')
  const fonts = new Fonts(templates, report.language)
  const title = printed(words.document.title(report.firm.name, report.ruleset.title))
  const info = {
    Title: title,
    Author: printed(report.preparedBy.map((it) => it.name).join(words.summary.separator) || report.firm.name),
    Subject: printed(
      words.marks.apart([
        words.document.readiness,
        words.summary.version(report.ruleset.title, report.ruleset.version, words.summary.asAt(report.asAt)),
      ]),
    ),
    Creator: `flowready ${report.generator.version}`,
    Producer: 'pdfkit',
    // The day that the report speaks of, not the moment of writing: the same report is the same file.
    CreationDate: new Date(`${report.asAt}T00:00:00Z`),
    ModDate: new Date(`${report.asAt}T00:00:00Z`),
  }
  const document = new Document({
    size: [page.width, page.height],
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: report.language,
    displayTitle: true,
    font: fonts.first,
    info,
  })
  // By then pdfkit has written its plain copy of what it is told of the document, and writes XML next.
  const endMetadata = document.endMetadata.bind(document)
  document.endMetadata = () => {
    for (const key of ['Title', 'Author', 'Subject', 'Creator']) document.info[key] = inXml(String(document.info[key]))
    endMetadata()
  }

  document.addPage()
  const sheet = new Sheet(document, fonts, theme.colours.light, report.language !== 'en')
  const frame = new Frame(sheet, report, words, theme)
  for (const write of pages) write(frame)
  headsAndFeet(frame)
  const json = new TextEncoder().encode(visibleJson(JSON.stringify(sealed(report))))
  document.attach(json, 'report.json', title, info.CreationDate)
  document.end()
  options.substituted?.([...fonts.missing])
  return document.bytes()
}

/** The running head from the second page on, and "page n of m", once it is known how many there are. */
function headsAndFeet({ sheet, report, words, theme }: Frame): void {
  const { document, fonts } = sheet
  const { count } = document.bufferedPageRange()
  const type = scale.smallQuiet
  const right = words.marks.apart([words.document.readiness, words.summary.asAt(report.asAt)])
  for (let i = 0; i < count; i++) {
    document.switchToPage(i)
    sheet.artifact(() => {
      const write = (text: string, y: number, align: 'left' | 'right', width: number) => {
        const [line] = linesOf([{ text, type }], width, fonts)
        sheet.line(line!, align === 'left' ? page.left : page.left + measure - width, y, { align, width })
      }
      if (i > 0) {
        write(report.firm.name, 34, 'left', measure * 0.62)
        write(right, 34, 'right', measure * 0.36)
        sheet.rule(page.left, 49, measure, 'line')
      }
      const foot = page.height - 42
      sheet.rule(page.left, foot - 5, measure, 'line')
      write(theme.contact ?? `${report.ruleset.title} ${report.ruleset.version}`, foot, 'left', measure * 0.7)
      write(words.document.page(i + 1, count), foot, 'right', measure * 0.28)
    }, 'Pagination')
  }
}

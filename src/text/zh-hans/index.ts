/**
 * The tool's own words in Simplified Chinese, as the Mainland writes it. One Chinese term for each English one:
 *
 * | English | 中文 | English | 中文 |
 * |---|---|---|---|
 * | ruleset | 规则集 | suite, part | 套件、组成部分 |
 * | questionnaire | 问卷 | section | 章节 |
 * | question, option | 问题、选项 | follow-up | 追问 |
 * | scale | 量表 | group | 分组 |
 * | fact | 事实 | derived fact | 推导事实 |
 * | inventory | 清单 | entry | 条目 |
 * | condition: holds | 条件：成立 | comparison, subject | 比较、比较对象 |
 * | applicable, perhaps | 涉及、可能涉及 | hidden | 不涉及 |
 * | answer | 回答 | answers file | 答卷 |
 * | unsure | 不确定 | not applicable (answered) | 不适用 |
 * | unanswered | 未回答 | open | 待定 |
 * | implied | 由前一问题的回答得出 | essential | 关键 |
 * | assessment | 评估 | self-assessment | 自评估 |
 * | quick check | 快速自查 | confidential | 保密 |
 * | determination | 判定 | outcome, verdict | 结论（列举多项的判定：适用事项） |
 * | alternative | 替代选项 | not decided | 尚未判定 |
 * | attainment; met, not met | 达成度；达成、未达成 | weight | 权重 |
 * | score, range | 得分、区间 | scoring model | 计分模型 |
 * | evidenced, strict | 佐证得分、从严得分 | band; level | 等级；级别 |
 * | gate; caps | 封顶条件；封顶 | clears | 解除 |
 * | gap | 差距 | remedy | 整改措施 |
 * | effort, person-day | 工作量、人日 | owner | 责任方 |
 * | evidence | 佐证材料 | source, based on | 依据 |
 * | citation | 引用 | check: verified, second-hand, unverified | 核对：已核对、转引、未核对 |
 * | obligation | 义务性质 | law, licence, contract, guidance | 法律、许可、合同、指引 |
 * | good practice | 良好实践 | for information | 仅供参考 |
 * | as-at date | 基准日 | the firm | 企业 |
 * | diagnostic | 诊断 | error, warning | 错误、警告 |
 * | case | 用例 | placeholder | 占位符 |
 * | key, value | 键、值 | list, map, member | 列表、键值、成员 |
 * | id | 标识 | file, folder, path | 文件、文件夹、路径 |
 * | notes (of a report) | 提示 | note (to an answer) | 备注 |
 * | report, format, template, theme | 报告、格式、模板、主题 | command, default, terminal | 命令、默认、终端 |
 *
 * Quotation marks are “”; one space between Chinese and Latin letters or digits, none beside full-width punctuation.
 * Commands, files, keys and ids stay as they are. Hong Kong and Macao names as the Mainland writes them.
 */
import type { Words } from '../words.js'
import { batch } from './batch.js'
import { cohort } from './cohort.js'
import { authoring } from './authoring.js'
import { compare } from './compare.js'
import { diagnostics, listing } from './diagnostics.js'
import { document } from './document.js'
import { interview } from './interview.js'
import { marks } from './marks.js'
import { migration } from './migration.js'
import { pages } from './pages.js'
import { plan } from './plan.js'
import { queue } from './queue.js'
import { report } from './report.js'
import { summary } from './summary.js'
import { terminal } from './terminal.js'
import { verify } from './verify.js'

export const words: Words = {
  diagnostics,
  listing,
  batch,
  cohort,
  authoring,
  compare,
  document,
  interview,
  marks,
  migration,
  pages,
  plan,
  queue,
  report,
  summary,
  terminal,
  verify,
}

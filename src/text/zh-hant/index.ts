/**
 * The tool's own words in Traditional Chinese as Hong Kong writes it. Each English term has one Chinese term, used
 * throughout; what has no entry in the fact sheet (hong-kong.md §8) is chosen here.
 *
 * ruleset 規則集 · suite 綜合規則集 · questionnaire 問卷 · section 部分 · question 問題（條）· option 選項 · scale 選項表 ·
 * group 組別 · fact 事實 · derived fact 衍生事實 · inventory 清單 · entry 項目 · condition 條件 · subject, comparison
 * 對象、比較 · applicable 適用 · hidden 無須作答 · perhaps 可能 · follow-up 跟進問題 · firm 機構
 *
 * answer 答案 · answers file 答案檔案 · unsure 不確定 · not applicable 不適用 · unanswered 未作答 · open 待定 ·
 * evidence 佐證 · evidenced 有佐證 · confidential 保密 · note 備註 · complete, more to come 齊全、有待補充
 *
 * assessment 評估 · self-assessment 自我評估 · as-at date 基準日 · determination 判定 · outcome 結果 · alternative
 * 替代方案（可改用）· not decided 未能判定 · attainment 達標程度 · met, not met 達標、未達標 · score 得分 · range
 * 得分範圍 · band 級別 · gate 上限條件（級別受限）· strict 從嚴 · quick check 快速檢查 · essential 核心 · weight 權重 ·
 * scoring model 計分模型
 *
 * gap 差距 · remedy 補救措施 · effort 工作量 · person-day 人日 · owner 負責人 · plan 計劃 · duty 責任 · to do 須辦理
 *
 * source 來源 · citation 援引 · based on 依據 · check 核實（已核實、據二手資料、未核實）· law 法例 · regulation 法規 ·
 * licence 牌照 · contract 合約 · guidance 指引 · practice 良好行事方式 · information 僅供參考 · help 填答說明
 *
 * diagnostic 診斷 · error 錯誤 · warning 警告 · fix 修正 · case 測試個案（個案）· report 報告 · format 格式 · file 檔案 ·
 * folder 資料夾 · path 路徑 · command 指令 · argument, option of a command 引數、指令選項 · pattern 萬用字元樣式 ·
 * exit code 結束代碼 · script 指令碼 · terminal 終端機 · standard output 標準輸出 · save 儲存 · interrupted 中途停止 ·
 * key 鍵 · value 值 · list 列表 · map 鍵值組 · alias 別名 · quotes 引號 · indent 縮排 · tab 定位字元 · dash 短橫線
 */
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
import type { Words } from '../words.js'

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

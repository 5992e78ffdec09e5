/** What is said of paths that lead out of their folder. */
import type { Args } from '../../diagnostics/diagnostic.js'
import { one, shorten, type Wording } from '../diagnostic-words.js'

const the = (args: Args, name: string): string => `「${shorten(one(args, name), 60)}」`

export const pathDiagnostics: Readonly<Record<'file/outside' | 'project/outside', Wording>> = {
  'file/outside': {
    title: '連結指向資料夾以外',
    says: (args) => `${the(args, 'file')}經連結指向規則集資料夾以外。`,
    fix: () => '請把所指的檔案複製到該資料夾，或以 --rulesets 指明其所在的資料夾。',
    about: '資料夾的內容不會離開該資料夾：使用他人提供的規則集時，不會因此讀取自己的其他檔案。',
  },
  'project/outside': {
    title: '路徑指向資料夾以外',
    says: (args) => `路徑${the(args, 'path')}指向專案檔所在資料夾以外。`,
    fix: () => '請把它移到該資料夾，或在使用時以 --theme、--rulesets、--output 或 FLOWREADY_RULESETS 指明。',
    about:
      '在某資料夾工作時，其專案檔即告生效，他人提供的資料夾也一樣；因此專案檔不能指向資料夾以外的地方，無論讀取或寫入。',
  },
}

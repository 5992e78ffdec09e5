/** What is said of themes, in Traditional Chinese. */
import { one, type Wording } from '../diagnostic-words.js'

const logo: Readonly<Record<string, readonly [says: string, fix: string]>> = {
  missing: ['不存在或無法讀取', '請檢查路徑：由主題所在的資料夾起計。'],
  outside: ['在主題的資料夾以外', '請把檔案複製到該資料夾或其下。'],
  'too-large': ['太大', '每份報告都附上標誌，請縮小檔案。'],
  damaged: ['已損壞或不完整', '請重新複製檔案，或重新儲存圖像。'],
  'not-image': ['不是 PNG 或 JPEG 圖像', '請儲存為 PNG 或 JPEG。'],
}

export const themeDiagnostics: Readonly<Record<'theme/contrast' | 'theme/logo', Wording>> = {
  'theme/contrast': {
    title: '顏色太淺，難以閱讀',
    says: (args) =>
      `「${one(args, 'colour')}」在「${one(args, 'on')}」上的對比度（${one(args, 'mode')}）為 ${one(args, 'ratio')}，須達 ${one(args, 'needed')}。`,
    fix: () => '請改用較深或較淺的顏色，或更改底色。',
    about: '文字與底色的對比度須達 4.5 比 1（WCAG 2.2，1.4.3），否則有人無法閱讀。',
  },
  'theme/logo': {
    title: '標誌無法使用',
    says: (args) => `標誌「${one(args, 'file')}」${logo[one(args, 'problem')]?.[0] ?? '無法使用'}。`,
    fix: (args) =>
      `${logo[one(args, 'problem')]?.[1] ?? '請使用主題資料夾內的 PNG 或 JPEG。'}${one(args, 'problem') === 'too-large' ? `上限為 ${Math.round(Number(one(args, 'limit')) / 1024)} KB。` : ''}`,
    about: '報告是單一檔案，並附上標誌：主題資料夾內的 PNG 或 JPEG。',
  },
}

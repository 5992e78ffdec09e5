/** What is said of themes, in Simplified Chinese. */
import { one, type Wording } from '../diagnostic-words.js'

const logo: Readonly<Record<string, readonly [says: string, fix: string]>> = {
  missing: ['不存在或无法读取', '请检查路径：从主题所在的文件夹算起。'],
  outside: ['在主题的文件夹之外', '请把文件复制到该文件夹或其下。'],
  'too-large': ['太大', '每份报告都附有徽标，请缩小文件。'],
  damaged: ['已损坏或不完整', '请重新复制文件，或重新保存图像。'],
  'not-image': ['不是 PNG 或 JPEG 图像', '请另存为 PNG 或 JPEG。'],
}

export const themeDiagnostics: Readonly<Record<'theme/contrast' | 'theme/logo', Wording>> = {
  'theme/contrast': {
    title: '颜色太淡，难以阅读',
    says: (args) =>
      `“${one(args, 'colour')}”在“${one(args, 'on')}”上的对比度（${one(args, 'mode')}）为 ${one(args, 'ratio')}，需达到 ${one(args, 'needed')}。`,
    fix: () => '请改用更深或更浅的颜色，或更改底色。',
    about: '文字与底色的对比度须达到 4.5 比 1（WCAG 2.2，1.4.3），否则有人无法阅读。',
  },
  'theme/logo': {
    title: '徽标无法使用',
    says: (args) => `徽标“${one(args, 'file')}”${logo[one(args, 'problem')]?.[0] ?? '无法使用'}。`,
    fix: (args) =>
      `${logo[one(args, 'problem')]?.[1] ?? '请使用主题文件夹内的 PNG 或 JPEG。'}${one(args, 'problem') === 'too-large' ? `上限为 ${Math.round(Number(one(args, 'limit')) / 1024)} KB。` : ''}`,
    about: '报告是单一文件，并附有徽标：主题文件夹内的 PNG 或 JPEG。',
  },
}

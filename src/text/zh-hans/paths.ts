/** What is said of paths that lead out of their folder. */
import type { Args } from '../../diagnostics/diagnostic.js'
import { one, shorten, type Wording } from '../diagnostic-words.js'

const the = (args: Args, name: string): string => `“${shorten(one(args, name), 60)}”`

export const pathDiagnostics: Readonly<Record<'file/outside' | 'project/outside', Wording>> = {
  'file/outside': {
    title: '链接指向文件夹之外',
    says: (args) => `${the(args, 'file')}经链接指向规则集文件夹之外。`,
    fix: () => '请将所指的文件复制到该文件夹，或用 --rulesets 指明其所在的文件夹。',
    about: '文件夹的内容不会超出该文件夹：使用他人提供的规则集时，不会因此读取自己的其他文件。',
  },
  'project/outside': {
    title: '路径指向文件夹之外',
    says: (args) => `路径${the(args, 'path')}指向项目文件所在的文件夹之外。`,
    fix: () => '请将其移入该文件夹，或在使用时用 --theme、--rulesets、--output 或 FLOWREADY_RULESETS 指明。',
    about:
      '在某个文件夹中工作时，其中的项目文件即生效，他人提供的文件夹也是如此；因此项目文件不能指向文件夹之外，无论读取还是写入。',
  },
}

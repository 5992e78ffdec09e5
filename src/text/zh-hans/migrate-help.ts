/** “flowready migrate”的说明。 */
import type { Words } from '../words.js'

export const migrate: Words['terminal']['cli']['help']['migrate'] = {
  about:
    '把答卷迁移到规则集的现有版本，直接改写文件：注释和顺序保持不变，文件中也会记录所作的改动，并列出须重新作答的问题。',
  summary: '把回答迁移到规则集的最新版本，并列出须重新作答的问题',
  examples: [
    ['flowready migrate harbour.answers.yaml', '直接改写文件'],
    ['flowready migrate harbour.answers.yaml -o -', '只作查看：把新文件写到标准输出'],
  ],
  name: '答卷',
  exit2: '没有执行：用法错误、没有迁移文件，或答卷无法使用',
}

/** 面向规则集编写者的文字。 */
import type { Words } from '../words.js'

export const authoring: Words['authoring'] = {
  coverage: {
    heading: '用例覆盖',
    kinds: { rule: '规则', alternative: '替代选项', gate: '成立的封顶条件', option: '选项', number: '数值界限的两侧' },
    of: (reached, all) => `${reached}/${all}`,
    missed: '没有用例覆盖：',
    rule: (determination, id) => `${determination}：规则 ${id}`,
    alternative: (determination, id) => `${determination}：替代选项 ${id}`,
    gate: (id) => `封顶条件 ${id}`,
    options: (of, ids) => `${of}：${ids}`,
    atLeast: (fact, value) => `${fact}：${value} 及以上`,
    moreThan: (fact, value) => `${fact}：大于 ${value}`,
    lessThan: (fact, value) => `${fact}：小于 ${value}`,
    atMost: (fact, value) => `${fact}：${value} 及以下`,
  },
  updated: (n, path) => `已更新 ${path} 中的 ${n} 项预期：现以实际结果为准。`,
  since: {
    'no-git': (since: string) => `没有文件夹“${since}”；没有 git，也无法查看以此为名的提交。`,
    'no-repository': (since: string, folder: string) =>
      `没有文件夹“${since}”；${folder} 不在 git 仓库之内，也没有以此为名的提交。`,
    'no-commit': (since: string) => `“${since}”既不是文件夹，也不是这里的提交、标签或分支。`,
    nothing: (id: string, since: string) => `${id}：${since} 没有此规则集，无从比较。`,
    broken: (id: string, since: string) => `无法读取 ${since} 的 ${id}，因此没有比较。`,
  },
  recorded: (version: string) => `按版本 ${version} 由答卷录制：当时得出的结果即预期结果。`,
  /** Over the examples of a diagnostic. */
  page: {
    said: '所示信息',
    before: '原先版本',
    bad: '错误示例',
    good: '正确示例',
    questionnaire: 'questionnaire.yaml 中',
  },
  more: (code: string) => `详情：flowready show ${code}`,
}

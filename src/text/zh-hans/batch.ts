/** 批量评分的用语。 */
import type { Words } from '../words.js'

export const batch: Words['batch'] = {
  noOutput: '请指定存放报告的文件夹：flowready batch clients/ --output reports/。',
  outputIsFile: (path) => `“${path}”是文件，而要写入的文件不止一个。请指定文件夹。`,
  badShard: '--shard 应为整体的一部分，例如 1/4，即四份中的第一份。',
  stdinAlone: '“-”从标准输入读取各项输入，不能与其他名称同时使用。',
  stdinTerminal: '“-”从标准输入逐行读取，但没有内容输入。',
  rate: (done, all, perSecond) => `${done}/${all}，每秒 ${perSecond} 个`,
  rateOpen: (done, perSecond) => `${done}，每秒 ${perSecond} 个`,
  left: (time) => `剩余 ${time}`,
  invalidSoFar: (n) => `${n} 个无效`,
  seconds: (n) => `${n} 秒`,
  minutes: (n) => `${n} 分钟`,
  separator: '，',
  sum: (_, shown, scored, unchanged, invalid) =>
    `共 ${shown} 个文件：${scored} 个已评分，${unchanged} 个没有变化，${invalid} 个无效。`,
  below: (_, shown, limit) => `${shown} 个文件低于 ${limit} 分。`,
  summary: (path) => `${path} 列出各企业的比较。`,
  errors: (path) => `${path} 说明无效文件的问题和修正方法。`,
  shardDone: (folder) => `这一份已完成。全部完成后请运行：flowready batch merge ${folder}`,
  resumeForce: '--resume 保留先前已评分的结果，--force 则重新评分：请选其一。',
  resuming: (folder, rest) =>
    rest ? `从 ${folder} 中先前一次运行停下的地方继续。` : `${folder} 中先前一次运行已经完成；只对此后的变化评分。`,
  nothingToResume: (folder) => `${folder} 中没有先前的运行：全部评分。`,
  stopped: '遇到第一个问题即停止。不加 --fail-fast 再次运行同一命令，即可完成其余部分。',
  mergeNames: '请指定各份所在的文件夹：flowready batch merge reports/。',
  ndjsonWith: '“ndjson”写到标准输出，只能与“json”同时使用，不能加 --output。',
  ndjsonInput: '“ndjson”逐行响应标准输入的内容：flowready batch - --format ndjson',
  mergeMissing: (folder) => `“${folder}”中没有任何一份结果。各份由 --shard 生成。`,
  mergeIncomplete: (parts, of) => `共 ${of} 份，第 ${parts} 份缺失或尚未完成。`,
  mergeCounts: '各份的划分方式不同：请用相同的 N 运行全部 --shard I/N。',
  mergeRules: (ruleset) => `各份所用规则集“${ruleset}”的内容不同，合并后无法比较。请用同一规则集重新运行。`,
  mergeSettings: '各份所用的设置或版本不同：请用相同设置重新运行。',
  merged: (parts, _, shown) => `共 ${parts} 份，${shown} 个文件。`,
}

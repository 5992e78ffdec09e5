/** `batch` 的帮助。 */
export const batch = {
  summary: '批量评分：多份报告、汇总表、企业群体统计',
  about:
    '对许多答案文件评分，写入同一个文件夹：每个文件一份报告，summary.csv 和 summary.ndjson 列出全部，errors.txt 和 errors.ndjson 列出无法评分的，另有 cohort.json。自上次以来没有变化的保持原样；中断之后，再次运行同一命令即可完成其余部分。',
  examples: [
    ['flowready batch clients/ --output reports/', '文件夹中的所有答案文件'],
    ['flowready batch clients/ -o reports/ --format json,pdf,html', '连同可以发送的文档'],
    ["flowready batch 'clients/*/2026.answers.yaml' -o reports/", '通配符模式'],
    ['flowready batch - -o reports/ < inputs.ndjson', '每行一项输入'],
    ['flowready batch - --format ndjson', '逐行输入，逐行输出'],
    ['flowready batch clients/ -o reports/ --shard 1/4', '四分之一的工作'],
    ['flowready batch merge reports/', '合并各份的汇总表'],
  ],
  notes: [
    '标准输入的每一行都是 JSON：答案文件的路径（字符串）、答案本身（对象），或 {"name": "...", "answers": {...}}。',
    '报告以答案文件及其文件夹命名。并非在所有系统上都安全的名称会改写，并加上几个字符以便区分。',
  ],
  names: '答案文件、文件夹（其中的 *.answers.yaml、.yml、.json）、通配符模式，或表示标准输入的 -',
  output: '存放报告和汇总表的文件夹',
  force: '自上次以来没有变化的也重新评分',
  resume: '完成先前一次运行剩下的工作（平常也会自动接续）：说明找到了什么，并且不能与 --force 同时使用',
  failFast: '遇到第一个无效或低于 --fail-below 的输入即停止',
  shard: '按输入名称只处理 N 份中的第 I 份：运行 N 次即完成全部',
  jobs: '线程数；默认使用全部核心，工作不多时为一个',
  cohortFlag: 'cohort.json 文件：报告列出本企业在其中的位置',
  cohort: {
    summary: '合并或展示多家企业的群体统计',
    about:
      '合并多次运行所得的 cohort.json，或将其中一份制成网页：得分和各部分的分布、最常见的差距、企业最常无法证明的事项、判定。不需要任何企业的答案。只有用规则集同一内容评分的企业才会互相比较。少于五的数目用区间表示，不予公开。',
    examples: [
      ['flowready cohort page cohort.json --since 2025/cohort.json -o cohort.html', '供浏览器阅读的网页'],
      ['flowready cohort merge north/cohort.json south/cohort.json -o all.json', ''],
      ['flowready cohort merge */cohort.json', '写到标准输出'],
    ],
    action: 'merge 或 page',
    since: '上一年的群体统计：在每个数字旁边列出当时的数字',
    names: 'batch 写出的 cohort.json 文件',
    exit2: '未执行：用法有误，或文件不是群体统计',
  },
  exit1: '已完成，但有输入无效，或有得分低于 --fail-below',
  exit2: '没有执行：用法有误、没有可以评分的输入，或文件夹无法写入',
  exit130: '已中断；再次运行同一命令即可完成其余部分',
} as const

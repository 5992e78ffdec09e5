/** A ruleset to start from: small, whole, and right as it stands. */

/**
 * @param id the ruleset's id, with which all of its ids begin
 * @param day the day that its law was last read through
 * @returns its files, by their path in its folder
 */
export function scaffold(id: string, day: string): Record<string, string> {
  return {
    'questionnaire.yaml': `# yaml-language-server: $schema=./schema/ruleset.schema.json
# What is asked, why, and what it counts. Ids are permanent and start with '${id}'.
id: ${id}
version: "1.0.0"
title: Outsourced storage
about: For firms that let others keep their clients' data.
language: en
reviewed: ${day}

# What is asked but never scored.
facts:
  - id: ${id}.outsourced
    type: choice
    ask: Does another firm keep your clients' data for you?
    options: [{id: yes, label: It does}, {id: no, label: It does not}]
  - id: ${id}.people
    type: number
    integer: true
    min: 0
    ask: Of how many people?
    when: {fact: ${id}.outsourced, is: yes}

# What is worked out from facts.
derived:
  - id: ${id}.large
    means: Another firm keeps the data of 1,000 people or more
    holds: {fact: ${id}.people, atLeast: 1000}

# What is decided: the first rule that holds.
determinations:
  - id: ${id}.audit
    title: Who audits the storage
    decide: first
    outcomes:
      - {id: none, label: Nobody has to}
      - {id: auditor, label: An independent auditor}
      - {id: firm, label: The firm itself}
    rules:
      - {id: own, when: {fact: ${id}.outsourced, is: no}, outcome: none, because: Nothing is stored elsewhere.}
      - {id: many, when: {fact: ${id}.large}, outcome: auditor, because: 'Data of {${id}.people} people.'}
      - {id: rest, outcome: firm}

scoring: {model: weighted}

sections:
  - id: ${id}.storage
    title: Storage by others
    when: {fact: ${id}.outsourced, is: yes}
    questions:
      - id: ${id}.contract
        type: choice
        ask: Is there a written contract with the firm that keeps the data?
        why: What was not agreed in writing can hardly be enforced.
        # A scale of the common files, or options of its own: how far each meets the question, from 0 to 1.
        options:
          - {id: full, label: 'Yes, and it names what is stored', attains: 1}
          - {id: partly, label: 'Yes, in general terms', attains: 0.5}
          - {id: none, label: There is none, attains: 0}
        # law, licence, contract, guidance, practice or information
        obligation: law
        # A source of the common files, the place in it, and verified, second-hand or unverified.
        cites: [{source: pdpo, at: Schedule 1, checked: unverified}]
        remedy: {do: Agree on a written contract., effort: 3, owner: legal}
      # A follow-up: asked only where there is a contract; without one it attains 0 unasked.
      - id: ${id}.contract-tested
        type: choice
        ask: Was it checked within the last year that the contract is kept?
        why: A contract that nobody checks protects nobody.
        after: {question: ${id}.contract, attains: 0.5}
        options:
          - {id: yes, label: It was, attains: 1}
          - {id: no, label: It was not, attains: 0}
        obligation: practice
        cites: [{source: pdpo, at: Schedule 1, checked: unverified}]
        remedy: {do: Check it once a year and keep a record., effort: 1, owner: privacy}
`,
    'i18n/zh-Hant.yaml': `# yaml-language-server: $schema=../schema/translation.schema.json
language: zh-Hant
title: 外判儲存
about: 適用於由其他公司代為保存客戶資料的機構。
facts:
  ${id}.outsourced:
    ask: 是否由另一家公司代為保存客戶的資料？
    options: {yes: 是, no: 否}
  ${id}.people: {ask: 涉及多少人？}
derived:
  ${id}.large: 由另一家公司保存 1,000 人或以上的資料
determinations:
  ${id}.audit:
    title: 由誰審核儲存安排
    outcomes: {none: 無須審核, auditor: 獨立審核人, firm: 機構本身}
    rules:
      own: {because: 沒有資料存放於別處。}
      many: {because: '涉及 {${id}.people} 人的資料。'}
sections:
  ${id}.storage: {title: 由他人儲存}
questions:
  ${id}.contract:
    ask: 與保存資料的公司是否訂有書面合約？
    why: 沒有寫明的事項，難以要求對方履行。
    options: {full: 有，並列明所存放的資料, partly: 有，但只屬概括條款, none: 沒有}
    remedy: 訂立書面合約。
  ${id}.contract-tested:
    ask: 過去一年內有否查核合約得到遵守？
    why: 無人查核的合約，保障不了任何人。
    options: {yes: 有, no: 沒有}
    remedy: 每年查核一次，並保留紀錄。
at:
  Schedule 1: 附表 1
`,
    'i18n/zh-Hans.yaml': `# yaml-language-server: $schema=../schema/translation.schema.json
language: zh-Hans
title: 外包存储
about: 适用于由其他公司代为保存客户数据的企业。
facts:
  ${id}.outsourced:
    ask: 是否由另一家公司代为保存客户的数据？
    options: {yes: 是, no: 否}
  ${id}.people: {ask: 涉及多少人？}
derived:
  ${id}.large: 由另一家公司保存 1,000 人以上（含）的数据
determinations:
  ${id}.audit:
    title: 由谁审计存储安排
    outcomes: {none: 无需审计, auditor: 独立审计人, firm: 企业自身}
    rules:
      own: {because: 没有数据存放在别处。}
      many: {because: '涉及 {${id}.people} 人的数据。'}
sections:
  ${id}.storage: {title: 由他人存储}
questions:
  ${id}.contract:
    ask: 与保存数据的公司是否签有书面合同？
    why: 没有写明的事项，很难要求对方履行。
    options: {full: 有，并列明所存放的数据, partly: 有，但只是概括条款, none: 没有}
    remedy: 签订书面合同。
  ${id}.contract-tested:
    ask: 过去一年内是否检查过合同的履行情况？
    why: 没有人检查的合同，保护不了任何人。
    options: {yes: 检查过, no: 没有}
    remedy: 每年检查一次，并保留记录。
at:
  Schedule 1: 附表 1
`,
    'cases/first.yaml': `# yaml-language-server: $schema=../schema/cases.schema.json
# What a firm says, and what the ruleset must make of it. 'flowready test' runs them.
about: Who audits, and what the contract counts.
asAt: ${day}
given: {${id}.outsourced: yes}
cases:
  - {id: nothing-elsewhere, with: {${id}.outsourced: no}, expect: {${id}.audit: none, sections: {${id}.storage: hidden}}}
  - {id: few, with: {${id}.people: 999}, expect: {${id}.audit: firm}}
  - {id: many, with: {${id}.people: 1000}, expect: {${id}.audit: auditor}}
  - {id: all-is-well, with: {${id}.contract: full, ${id}.contract-tested: yes}, expect: {score: {low: 100}}}
  - {id: no-contract, with: {${id}.contract: none}, expect: {score: {low: 0, high: 0}, questions: {${id}.contract-tested: implied}}}
  - {id: in-part, with: {${id}.contract: partly, ${id}.contract-tested: no}, expect: {score: {low: 25, high: 25}}}
`,
    'examples/first.answers.yaml': `# yaml-language-server: $schema=../schema/answers.schema.json
ruleset: ${id}
rulesetVersion: "1.0.0"
firm: {name: A made-up firm}
date: ${day}
answers:
  ${id}.outsourced: yes
  ${id}.people: 1200
  ${id}.contract: partly
  ${id}.contract-tested: unsure
`,
    'README.md': `# ${id}

A ruleset for [flowready](https://www.npmjs.com/package/flowready). Run the commands below in the folder that holds
\`${id}/\`; \`export FLOWREADY_RULESETS=$PWD\` lets every command find it by its id.

| file                  | what it holds                                                        |
| --------------------- | -------------------------------------------------------------------- |
| \`questionnaire.yaml\`  | facts, what is worked out and decided from them, questions, weights  |
| \`i18n/\`               | the same words in Traditional and Simplified Chinese                 |
| \`cases/\`              | answers, and what must come of them                                  |
| \`examples/\`           | an answers file to try it with                                       |
| \`schema/\`             | what editors complete from; \`flowready schema\` writes it             |
| \`*.lock\`              | what flowready remembers of ids and translations; never edit these   |

\`\`\`sh
flowready validate ${id}                          # silent but for one line: all is well
flowready test ${id}                              # runs the cases
flowready score ${id}/examples/first.answers.yaml
flowready assess ${id} --preview                  # as a firm sees it; nothing is kept
flowready show ${id} --as-asked                   # as prose, for the lawyer who reads it over
\`\`\`

## A first exercise

1. In \`questionnaire.yaml\`, under \`derived\`, write \`${id}.peple\` for \`${id}.people\`. Run \`flowready validate ${id}\`: it
   shows the line, says that there is no such fact, and names the one you meant. Mend it.
2. Change \`atLeast: 1000\` to \`moreThan: 1000\`. It still validates, for it could be what you want. Run
   \`flowready test ${id}\`: the case \`many\` fails, and says what it expected and found. Change it back.
3. Add an option to \`${id}.contract\` and run \`flowready validate ${id}\`: the translations miss it. Add its words to both
   files in \`i18n/\`, then \`flowready validate ${id} --update-locks\`.

## Later

- \`flowready new case FILE.answers.yaml\` records what comes of an answers file as a case, without the names in it.
- Before a release, \`flowready validate ${id} --since v1.0.0\` (a folder, or a commit, tag or branch of git) says what
  would be lost of answers that firms have saved. Words are the last number of \`version\`, more to ask the middle one; where
  an answer means something else it is the first, and \`migrations/1-2.yaml\` says what becomes of each answer:

  \`\`\`yaml
  # yaml-language-server: $schema=../schema/migration.schema.json
  from: '1'
  to: '2'
  options: [{ id: ${id}.contract, map: { partly: unsure } }]
  \`\`\`

  Firms then run \`flowready migrate FILE.answers.yaml\`.

To let the editor offer your own ids: \`flowready schema ruleset --for ${id} > ${id}/schema/ruleset.schema.json\`.
`,
  }
}

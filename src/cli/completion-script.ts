/** The script that a shell reads once, so that it asks flowready on every TAB. */
import tab from '@bomb.sh/tab'
import { nearest } from '../documents/nearest.js'
import type { CliWords } from '../text/terminal-words.js'
import { visible } from '../text/visible.js'
import { UsageError } from './exit.js'

export const shells = ['bash', 'zsh', 'fish', 'powershell']

/** @throws UsageError for a shell that there is no script for */
export function script(shell: string, cli: CliWords): string {
  if (!shells.includes(shell))
    throw new UsageError(cli.unknownShell(visible(shell), nearest(shell, shells), cli.marks.list(shells)))
  const text = captured(() => tab.setup('flowready', 'flowready', shell))
  return shell === 'bash' ? forAnyBash(text) : text
}

/**
 * The package's script for bash, so that it works without the package bash-completion (macOS, containers), may be read
 * twice, and does not run what stands on the line: `flowready score $(…)` and TAB must not start anything.
 */
const forAnyBash = (text: string): string =>
  text
    .replace(
      /^__flowready_complete\(\)/m,
      `declare -F _get_comp_words_by_ref >/dev/null || _get_comp_words_by_ref() {
    words=("\${COMP_WORDS[@]}")
    cword=$COMP_CWORD
    cur=\${COMP_WORDS[COMP_CWORD]}
    prev=\${COMP_WORDS[COMP_CWORD-1]}
}
__flowready_complete()`,
    )
    .replace(/^readonly /gm, '')
    .replace('out=$(eval "$requestComp" 2>/dev/null)', 'out=$(flowready complete -- "${words[@]:1}" 2>/dev/null)')

/** The package writes to the console; nothing else runs while it does. */
export function captured(work: () => void): string {
  /* eslint-disable no-console */
  const { log } = console
  let text = ''
  console.log = (line: unknown) => {
    text += `${String(line)}\n`
  }
  try {
    work()
  } finally {
    console.log = log
  }
  return text
}

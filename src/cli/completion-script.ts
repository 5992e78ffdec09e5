/** The script that a shell reads once, so that it asks flowready on every TAB. */
import tab from '@bomb.sh/tab'
import { nearest } from '../documents/nearest.js'
import { cli } from '../text/en/terminal.js'
import { visible } from '../text/visible.js'
import { UsageError } from './exit.js'

export const shells = ['bash', 'zsh', 'fish', 'powershell']

/** @throws UsageError for a shell that there is no script for */
export function script(shell: string): string {
  if (!shells.includes(shell))
    throw new UsageError(cli.unknownShell(visible(shell), nearest(shell, shells), shells.join(', ')))
  return captured(() => tab.setup('flowready', 'flowready', shell))
}

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

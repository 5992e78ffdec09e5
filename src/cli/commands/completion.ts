/** `flowready completion SHELL`, and what its script asks on every TAB. */
import tab from '@bomb.sh/tab'
import tabOf from '@bomb.sh/tab/commander'
import { join } from 'node:path'
import { openLibrary } from '../../files/library.js'
import { nearest } from '../../documents/nearest.js'
import { cli } from '../../text/en/terminal.js'
import { visible } from '../../text/visible.js'
import type { Context } from '../context.js'
import type { Environment } from '../environment.js'
import { exit, UsageError } from '../exit.js'
import { programOf } from '../program.js'

const shells = ['bash', 'zsh', 'fish', 'powershell']
void [tab, tabOf, join, openLibrary, nearest, cli, visible, exit, UsageError, programOf, shells]
export const run = (_context: Context, _shell: string): Promise<number> => Promise.resolve(0)
export const complete = (_environment: Environment, _line: string[]): Promise<void> => Promise.resolve()

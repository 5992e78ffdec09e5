/** Text from files in Markdown: words, never markup. */
import { visible } from '../text/visible.js'

/**
 * Text as it stands, wherever it stands: no emphasis, link, HTML or table cell comes of it, no list or heading where it
 * begins a line, and nobody is called by it.
 */
export const escaped = (text: string): string =>
  visible(text)
    .replace(/[\\`*_{}[\]<>#|~&!]/g, '\\$&')
    .replace(/^(\s*)([-+=:])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/:\/\//g, ':/\\/')
    .replace(/\bwww\./gi, (it) => `${it.slice(0, -1)}\\.`)
    // Where Markdown is shown in a discussion, `@name` tells that person: a comment that nobody sees keeps it a word.
    .replace(/(^|[^\p{L}\p{N}])@(?=[\p{L}\p{N}])/gu, '$1@<!-- -->')

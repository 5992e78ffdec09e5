/** The report inside a PDF. */
import { limits } from '../documents/source.js'

export type Attached =
  | { readonly state: 'found'; readonly bytes: Uint8Array }
  /** It takes a password. */
  | { readonly state: 'protected' }
  /** It is a PDF without `report.json`. */
  | { readonly state: 'none' }
  /** It unpacks to more than is read of any file. */
  | { readonly state: 'too-large' }
  /** It is no PDF that can be read. */
  | { readonly state: 'broken' }

const name = 'report.json'

export const isPdf = (bytes: Uint8Array): boolean => String.fromCharCode(...bytes.subarray(0, 5)) === '%PDF-'

/** How much a PDF may unpack to, in all: several times the largest report that is read. */
export const unpackedBytes = 4 * limits.bytes

/** Where every way of unpacking of the reader, which knows no limit, asks for room. */
interface Unpacking {
  readonly buffer: Uint8Array
  ensureBuffer: (this: Unpacking, bytes: number) => Uint8Array
}

/** Takes `report.json` out of a PDF. The reader is loaded when it is first asked for. */
export async function attachedReport(bytes: Uint8Array): Promise<Attached> {
  const { decodePDFRawStream, EncryptedPDFError, PDFContext, PDFDocument } = await import('@cantoo/pdf-lib')
  const inflating = decodePDFRawStream(PDFContext.create().flateStream(''))
  const unpacking = Object.getPrototypeOf(Object.getPrototypeOf(inflating)) as Unpacking
  const { ensureBuffer } = unpacking
  let left = unpackedBytes
  unpacking.ensureBuffer = function (needed) {
    const before = this.buffer.length
    // The reader goes on after an object that it cannot read: what was too large once stays so.
    if (needed - before > left) left = -1
    if (left < 0) throw new RangeError('too large')
    const buffer = ensureBuffer.call(this, needed)
    left -= buffer.length - before
    return buffer
  }
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false })
    const attached = document.getAttachments().find((it) => it.name === name)
    if (left < 0) return { state: 'too-large' }
    return attached ? { state: 'found', bytes: attached.data } : { state: 'none' }
  } catch (error) {
    if (left < 0) return { state: 'too-large' }
    // Whatever else the reader stumbles over, it is the file that is not as it should be.
    return { state: error instanceof EncryptedPDFError ? 'protected' : 'broken' }
  } finally {
    unpacking.ensureBuffer = ensureBuffer
  }
}

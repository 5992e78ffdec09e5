/** The report inside a PDF. */

export type Attached =
  | { readonly state: 'found'; readonly bytes: Uint8Array }
  /** It takes a password. */
  | { readonly state: 'protected' }
  /** It is a PDF without `report.json`. */
  | { readonly state: 'none' }
  /** It is no PDF that can be read. */
  | { readonly state: 'broken' }

const name = 'report.json'

export const isPdf = (bytes: Uint8Array): boolean => String.fromCharCode(...bytes.subarray(0, 5)) === '%PDF-'

/** Takes `report.json` out of a PDF. The reader is loaded when it is first asked for. */
export async function attachedReport(bytes: Uint8Array): Promise<Attached> {
  const { EncryptedPDFError, PDFDocument } = await import('@cantoo/pdf-lib')
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false })
    const attached = document.getAttachments().find((it) => it.name === name)
    return attached ? { state: 'found', bytes: attached.data } : { state: 'none' }
  } catch (error) {
    // Whatever else the reader stumbles over, it is the file that is not as it should be.
    return { state: error instanceof EncryptedPDFError ? 'protected' : 'broken' }
  }
}

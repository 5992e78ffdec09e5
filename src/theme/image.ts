/** What a logo's bytes say of themselves. Nothing is decoded: kind and size stand in the head of the file, sums beside its parts. */

export interface ImageHead {
  readonly type: 'png' | 'jpeg'
  readonly width: number
  readonly height: number
}

/** @returns undefined for what is neither a PNG nor a JPEG with a size */
export function imageHead(bytes: Uint8Array): ImageHead | undefined {
  const head = png(bytes) ?? jpeg(bytes)
  return head && head.width > 0 && head.height > 0 ? head : undefined
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

function png(bytes: Uint8Array): ImageHead | undefined {
  if (bytes.length < 33 || !signature.every((byte, i) => bytes[i] === byte)) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  // The first chunk is IHDR.
  return view.getUint32(12) === 0x49484452
    ? { type: 'png', width: view.getUint32(16), height: view.getUint32(20) }
    : undefined
}

function jpeg(bytes: Uint8Array): ImageHead | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  // Segment after segment, until one that starts a frame.
  for (let at = 2; at + 9 <= bytes.length;) {
    const marker = bytes[at + 1]!
    if (bytes[at] !== 0xff) return undefined
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (frame) return { type: 'jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    at += 2 + view.getUint16(at + 2)
  }
  return undefined
}

/** Whether an image came through whole: a PNG by the sum of each of its parts, a JPEG by the mark at its end. */
export function isWhole(bytes: Uint8Array, type: ImageHead['type']): boolean {
  if (type === 'jpeg') {
    for (let at = bytes.length - 2; at > 1; at--) if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true
    return false
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  let hasPixels = false
  for (let at = signature.length; at + 12 <= bytes.length;) {
    const length = view.getUint32(at)
    const end = at + 8 + length
    if (end + 4 > bytes.length || crc(bytes.subarray(at + 4, end)) !== view.getUint32(end)) return false
    const name = view.getUint32(at + 4)
    if (name === 0x49444154) hasPixels = true
    if (name === 0x49454e44) return hasPixels
    at = end + 4
  }
  return false
}

/** The sum that PNG keeps of each part (CRC-32). */
function crc(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return (sum ^ 0xffffffff) >>> 0
}

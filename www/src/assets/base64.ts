/** The bytes that a data block of the one-file page holds. By hand, as `Uint8Array.from` takes ten times as long. */
export function fromBase64(block: string): Uint8Array<ArrayBuffer> {
  const binary = atob(block.trim());
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

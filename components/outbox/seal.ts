/** Text, and bytes where there are any, under the owner's key. */
export type Sealed = {
  iv: Uint8Array<ArrayBuffer>;
  data: ArrayBuffer;
  bytes?: { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer };
};

/** Encrypts with AES-GCM, a fresh random IV each time. */
export async function seal(key: CryptoKey, value: unknown, bytes?: ArrayBuffer): Promise<Sealed> {
  const text = new TextEncoder().encode(JSON.stringify(value));
  return { ...(await encrypt(key, text)), ...(bytes ? { bytes: await encrypt(key, bytes) } : {}) };
}

/** Throws when the key is another or the data was changed. */
export async function unseal<T>(key: CryptoKey, { iv, data }: Sealed): Promise<T> {
  const text = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, data);
  return JSON.parse(new TextDecoder().decode(text)) as T;
}

export async function unsealBytes(key: CryptoKey, { bytes }: Sealed): Promise<ArrayBuffer> {
  if (!bytes) return new ArrayBuffer(0);
  return crypto.subtle.decrypt({ name: "AES-GCM", iv: bytes.iv }, key, bytes.data);
}

async function encrypt(key: CryptoKey, data: BufferSource) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, data: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, data) };
}

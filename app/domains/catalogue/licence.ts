/** Licences that a course may have, with what they say; others are written as they are. */
export const knownLicences = [
  { name: 'CC BY 4.0', address: 'https://creativecommons.org/licenses/by/4.0/deed.sv' },
  { name: 'CC BY-SA 4.0', address: 'https://creativecommons.org/licenses/by-sa/4.0/deed.sv' },
  { name: 'CC BY-NC 4.0', address: 'https://creativecommons.org/licenses/by-nc/4.0/deed.sv' },
  { name: 'CC0 1.0', address: 'https://creativecommons.org/publicdomain/zero/1.0/deed.sv' },
  { name: 'Alla rättigheter förbehållna', address: null },
] as const

/** Where a licence is explained, when it is known. */
export function licenceAddress(licence: string): string | null {
  const written = licence.trim().toLowerCase()
  return knownLicences.find(({ name }) => name.toLowerCase() === written)?.address ?? null
}

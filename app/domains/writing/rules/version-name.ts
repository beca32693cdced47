export const versionNameLength = 120

/** Whether a trimmed text can be the name of a version. */
export function isVersionName(name: string): boolean {
  return name.length > 0 && name.length <= versionNameLength && !name.includes('\u0000')
}

/** `dispens` lets somebody past required prerequisites, `inbjudan` into a course that is not open to all. */
export const permitKinds = ['dispens', 'inbjudan'] as const
export type PermitKind = (typeof permitKinds)[number]

/** Somebody let in by name. */
export interface Permit {
  permitId: string
  kind: PermitKind
  name: string
  /** Why, when it is a dispensation. */
  reason: string
  givenAt: Date
}

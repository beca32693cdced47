import { isDay } from '../rules/dates'

export const aidBases = ['de-minimis', 'gber-31', 'inget-stod'] as const
export type AidBasis = (typeof aidBases)[number]
export const aidStatuses = ['saknas', 'skickad', 'undertecknad'] as const
export type AidStatus = (typeof aidStatuses)[number]

/** The state-aid form of an external employer. Days are ISO days; the amount is in öre. */
export interface AidFormFacts {
  basis: AidBasis
  isSme: boolean
  signatory: string
  amountOre: number
  status: AidStatus
  sentOn: string | null
  signedOn: string | null
  validUntil: string | null
  note: string | null
}

export type WrittenAidForm = Record<
  'basis' | 'isSme' | 'signatory' | 'amount' | 'status' | 'sentOn' | 'signedOn' | 'validUntil' | 'note',
  string
>

export type AidFault =
  | 'choice'
  | 'signatory'
  | 'amount'
  | 'amount-without-aid'
  | 'day'
  | 'future'
  | 'sent-missing'
  | 'signed-missing'
  | 'valid-before-signed'

/** `12 345,50` kronor as öre; undefined when it is no amount. */
export function oreOf(text: string): number | undefined {
  const compact = text.replaceAll(/[\s\u00a0]/g, '').replace(/(kr|sek)$/i, '')
  if (compact === '') return 0
  return /^\d{1,9}([.,]\d{1,2})?$/.test(compact) ? Math.round(Number(compact.replace(',', '.')) * 100) : undefined
}

/** Reads the form; a signed one has a day of signing that is not in the future. `today` is an ISO day. */
export function readAidForm(
  written: WrittenAidForm,
  today: string,
): { ok: true; value: AidFormFacts } | { ok: false; faults: Partial<Record<keyof WrittenAidForm, AidFault>> } {
  const faults: Partial<Record<keyof WrittenAidForm, AidFault>> = {}
  const basis = aidBases.find((name) => name === written.basis)
  if (basis === undefined) faults.basis = 'choice'
  const status = aidStatuses.find((name) => name === written.status)
  if (status === undefined) faults.status = 'choice'
  if (!['ja', 'nej'].includes(written.isSme)) faults.isSme = 'choice'
  const signatory = written.signatory.trim()
  if (signatory.length < 2) faults.signatory = 'signatory'
  const amountOre = oreOf(written.amount)
  if (amountOre === undefined) faults.amount = 'amount'
  else if (basis === 'inget-stod' && amountOre > 0) faults.amount = 'amount-without-aid'
  const dayOf = (field: 'sentOn' | 'signedOn' | 'validUntil'): string | null => {
    const day = written[field].trim() || null
    if (day !== null && !isDay(day)) faults[field] = 'day'
    else if (day !== null && field !== 'validUntil' && day > today) faults[field] = 'future'
    return day
  }
  const [sentOn, signedOn, validUntil] = [dayOf('sentOn'), dayOf('signedOn'), dayOf('validUntil')]
  if (status === 'skickad' && sentOn === null) faults.sentOn = 'sent-missing'
  if (status === 'undertecknad' && signedOn === null) faults.signedOn = 'signed-missing'
  if (signedOn !== null && validUntil !== null && validUntil < signedOn) faults.validUntil ??= 'valid-before-signed'
  if (basis === undefined || status === undefined || Object.keys(faults).length > 0) return { ok: false, faults }
  return {
    ok: true,
    value: {
      ...{ basis, isSme: written.isSme === 'ja', signatory, amountOre: amountOre ?? 0, status },
      ...{ sentOn, signedOn, validUntil, note: written.note.trim() || null },
    },
  }
}

/** The form as its page shows it; without one, the safe state: missing. */
export function writeAidForm(form: AidFormFacts | undefined): WrittenAidForm {
  return {
    basis: form?.basis ?? 'de-minimis',
    isSme: form === undefined || form.isSme ? 'ja' : 'nej',
    signatory: form?.signatory ?? '',
    amount: form === undefined ? '' : String(form.amountOre / 100).replace('.', ','),
    status: form?.status ?? 'saknas',
    sentOn: form?.sentOn ?? '',
    signedOn: form?.signedOn ?? '',
    validUntil: form?.validUntil ?? '',
    note: form?.note ?? '',
  }
}

/** External employers need a state-aid form: partners in that role, and companies in any. */
export function isExternal(partner: { role: string; kind: string }): boolean {
  return partner.role === 'extern' || partner.kind === 'foretag'
}

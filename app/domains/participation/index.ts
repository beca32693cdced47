export type { CreditedTime, CreditItem, CreditRequest, OutsideReason } from './model'
export { checkDigitOf, type IdentityNumber, parseIdentityNumber } from './rules/identity-number'

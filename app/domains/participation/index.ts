export type { CreditedTime, CreditItem, CreditRequest, OutsideReason } from './model'
